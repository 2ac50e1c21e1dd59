/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/**
 * GlossKeptTags:
 *
 * A bar that says which tags every new highlight gets, while it is there, and lets the reader
 * choose them. They are kept while it is not, for the next time.
 *
 * Properties: "active" (boolean): the tags are given, and the bar is shown.
 */

#define GLOSS_TYPE_KEPT_TAGS (gloss_kept_tags_get_type ())
G_DECLARE_FINAL_TYPE (GlossKeptTags, gloss_kept_tags, GLOSS, KEPT_TAGS, GtkWidget)

/* @notebook (nullable): where suggestions come from. */
void                gloss_kept_tags_set_notebook (GlossKeptTags      *self,
                                                  GlossNotebook      *notebook);
void                gloss_kept_tags_set_active   (GlossKeptTags      *self,
                                                  gboolean            active);

/* To be called when it has become active. @tags (nullable): what to begin with where there are none
 * yet; without any the reader is asked. */
void                gloss_kept_tags_begin        (GlossKeptTags      *self,
                                                  const char * const *tags);

/* (transfer none) (nullable): the tags that a new highlight gets; NULL where the bar is not active. */
const char * const *gloss_kept_tags_get          (GlossKeptTags      *self);

G_END_DECLS

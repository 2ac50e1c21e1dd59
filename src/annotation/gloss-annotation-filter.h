/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * GlossAnnotationFilter:
 *
 * What is asked of annotations, made ready once for going over many. It knows only what an
 * annotation itself says; of its place see gloss_anchor_resolve (). For the thread of the
 * annotations.
 */
typedef struct _GlossAnnotationFilter GlossAnnotationFilter;

/* Strings are NULL, and the colour -1, where any will do. */
typedef struct
{
  const char *search; /* as for gloss_annotation_matches () */
  const char *tag;    /* this, or one that is nested in it: "a" has "a/b" */
  const char *author;
  const char *since;  /* ISO 8601: changed then or later */
  const char *until;  /* ISO 8601: changed before */
  int         color;  /* GlossColor */
} GlossAnnotationCriteria;

#define GLOSS_ANNOTATION_CRITERIA_ANY { .color = -1 }

/* (transfer full): @criteria is copied. */
GlossAnnotationFilter *gloss_annotation_filter_new       (const GlossAnnotationCriteria *criteria);
void                   gloss_annotation_filter_free      (GlossAnnotationFilter         *self);

/* TRUE when something is asked for. */
gboolean               gloss_annotation_filter_is_active (const GlossAnnotationFilter   *self);

/* TRUE when all that is asked for is true of @annotation. */
gboolean               gloss_annotation_filter_match     (const GlossAnnotationFilter   *self,
                                                          GlossAnnotation               *annotation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossAnnotationFilter, gloss_annotation_filter_free)

G_END_DECLS

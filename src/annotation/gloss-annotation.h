/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "annotation/gloss-anchor.h"
#include "annotation/gloss-search-text.h"

G_BEGIN_DECLS

/**
 * GlossAnnotation:
 *
 * One annotation: a note, tags and a colour on an anchor. An annotation that is in a
 * GlossAnnotationStore is changed by the functions of the store alone, which write the change to
 * disk; the properties "note", "tags", "color", "anchor" and "modified" notify it. For the thread
 * of its store.
 *
 * Fields of the file that Glossator does not know are kept with it.
 */

typedef enum
{
  GLOSS_COLOR_YELLOW,
  GLOSS_COLOR_GREEN,
  GLOSS_COLOR_BLUE,
  GLOSS_COLOR_RED,
  GLOSS_COLOR_PURPLE,
  GLOSS_COLOR_GRAY,
} GlossColor;

#define GLOSS_N_COLORS (GLOSS_COLOR_GRAY + 1)

/* "yellow", "green", "blue", "red", "purple", "gray": in files and on the command line. */
const char *gloss_color_to_string   (GlossColor   color);
gboolean    gloss_color_from_string (const char  *string,
                                     GlossColor  *color);

/* (transfer none): the colour's name for a reader, translated. */
const char *gloss_color_get_label   (GlossColor   color);

#define GLOSS_TYPE_ANNOTATION (gloss_annotation_get_type ())
G_DECLARE_FINAL_TYPE (GlossAnnotation, gloss_annotation, GLOSS, ANNOTATION, GObject)

/* (transfer full): a new annotation with a fresh id ("urn:uuid:..."), created now, by @author
 * (nullable: gloss_author_get_name ()). @note and @tags may be NULL. Not in a store yet. */
GlossAnnotation    *gloss_annotation_new          (GlossAnchor        *anchor,
                                                   const char         *note,
                                                   const char * const *tags,
                                                   GlossColor          color,
                                                   const char         *author);

/* Borrowed; never NULL. */
const char         *gloss_annotation_get_id       (GlossAnnotation *self);
const char         *gloss_annotation_get_note     (GlossAnnotation *self);
const char         *gloss_annotation_get_author   (GlossAnnotation *self);

/* NULL-terminated, in the order in which they were given, none twice, each trimmed. */
const char * const *gloss_annotation_get_tags     (GlossAnnotation *self);
gboolean            gloss_annotation_has_tag      (GlossAnnotation *self,
                                                   const char      *tag);
GlossColor          gloss_annotation_get_color    (GlossAnnotation *self);
GlossAnchor        *gloss_annotation_get_anchor   (GlossAnnotation *self);

/* ISO 8601 in UTC, "2015-01-13T09:00:00.123Z"; "" where a file does not say. */
const char         *gloss_annotation_get_created  (GlossAnnotation *self);
const char         *gloss_annotation_get_modified (GlossAnnotation *self);

/* TRUE when all words of @search (nullable) occur in the note, the quoted words or the tags,
 * without regard to case, accents and width, and the annotation bears @tag (nullable). */
gboolean            gloss_annotation_matches      (GlossAnnotation *self,
                                                   const char      *search,
                                                   const char      *tag);

/* The same for going over many annotations: the note, the quoted words and the tags. The first
 * search folds each annotation's text, which costs some microseconds, and keeps that until the
 * annotation changes; from then on it costs less than one. */
gboolean            gloss_annotation_matches_words (GlossAnnotation        *self,
                                                    const GlossSearchWords *words);

/* Folds that text now, so that no search has to. */
void                gloss_annotation_prepare_search (GlossAnnotation       *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * Versions of an annotation that come from elsewhere. Pure functions, for the thread of the
 * annotations.
 */

/* The member in which an annotation keeps how it came: the whole of what was no Web Annotation,
 * else its target, before it was said anew, and when it was changed. */
#define GLOSS_IMPORT_ORIGINAL "glossator:original"

/* The member beside it with a digest of what the annotation said then: it tells whether that was changed
 * here since. */
#define GLOSS_IMPORT_CAME "glossator:came"

typedef enum
{
  GLOSS_IMPORT_VERSION_LATER,
  GLOSS_IMPORT_VERSION_KNOWN,   /* the same, or an earlier one */
  GLOSS_IMPORT_VERSION_ANOTHER, /* it says something else: nothing tells which is the later one, or both
                                 * were changed, the one here and the other there */
} GlossImportVersion;

/* What @annotation is beside @present, which has the same id. */
GlossImportVersion gloss_import_compare_versions (GlossAnnotation  *annotation,
                                                  GlossAnnotation  *present);

/* (transfer full): of the note, the tags, the colour and the words as they were told. */
char              *gloss_import_dup_statement_digest (GlossAnnotation *annotation);

/* TRUE when both are on the same words as they were told, wherever these were found, or stand in the
 * same place. */
gboolean           gloss_import_same_selection   (GlossAnnotation  *a,
                                                  GlossAnnotation  *b);

/* Gives the annotation, which is in no store, an id of its own, always the same, so that it can
 * be kept beside the other version. */
gboolean           gloss_import_take_another_id  (GlossAnnotation **annotation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * Orders of annotations that need no document: lists and exports have them in common. For the
 * thread of the annotations.
 */

/* (transfer none): the first tag of @annotation in the order of the alphabet, by which it is
 * sorted; "" where it has none. */
const char *gloss_annotation_order_get_tag      (GlossAnnotation *annotation);

/* Negative where the first stands before the second. By that tag, in the alphabet of the user's
 * language; what has none comes last. Tags that differ at all are never equal. */
int         gloss_annotation_order_compare_tags (const char      *first,
                                                 const char      *second);

/* What was changed last comes first; what bears no time comes last. */
int         gloss_annotation_order_by_date      (GlossAnnotation *first,
                                                 GlossAnnotation *second);

G_END_DECLS

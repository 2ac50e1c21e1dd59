/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * A note on a change: one annotation that stands on two texts. Its first target is where it stands
 * in the new text, which is also its anchor and says in whose store it is kept; its second target
 * is what stood there in the old one. Any annotation with two targets in different texts is one.
 *
 * For the thread of the annotation's store.
 */

/* (transfer full): a new annotation on both sides of a change. The sides are in different texts:
 * documents, or languages of one. */
GlossAnnotation *gloss_annotation_new_on_change (GlossAnchor        *new_side,
                                                 GlossAnchor        *old_side,
                                                 const char         *note,
                                                 const char * const *tags,
                                                 GlossColor          color,
                                                 const char         *author);

/* TRUE when both are on the same text: the same document in the same language, as far as they
 * say. */
gboolean         gloss_anchor_same_text         (GlossAnchor        *a,
                                                 GlossAnchor        *b);

/* (transfer full) (nullable): where it stands in the old text; NULL where it is no note on a
 * change. */
GlossAnchor     *gloss_annotation_dup_old_side  (GlossAnnotation    *self);

/* (transfer full): the side that is on @document, which may be in another language; without one
 * the anchor of the annotation. */
GlossAnchor     *gloss_annotation_dup_side_for  (GlossAnnotation    *self,
                                                 GlossDocument      *document);

G_END_DECLS

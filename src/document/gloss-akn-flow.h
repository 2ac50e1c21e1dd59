/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-akn-meta.h"
#include "document/gloss-akn-outline.h"

G_BEGIN_DECLS

/**
 * GlossAknFlow:
 *
 * Where the words of a document go: fed with the elements and the text of a file outside of
 * <meta>, it fills an outline. Not for use from several threads at once.
 */
typedef struct _GlossAknFlow GlossAknFlow;

/* Deeper elements must not be given. */
#define GLOSS_AKN_FLOW_MAX_DEPTH 128

/* Neither @outline nor @meta, which has the notes that the text refers to, is owned. */
GlossAknFlow *gloss_akn_flow_new           (GlossAknOutline          *outline,
                                            GlossAknMeta             *meta);
void          gloss_akn_flow_free          (GlossAknFlow             *self);

/* @element is NULL for one that stands within a line. With @exact, white space in it counts. */
void          gloss_akn_flow_start_element (GlossAknFlow             *self,
                                            const GlossAknElement    *element,
                                            const GlossAknAttributes *attributes,
                                            gboolean                  exact);
void          gloss_akn_flow_end_element   (GlossAknFlow             *self);
void          gloss_akn_flow_add_text      (GlossAknFlow             *self,
                                            const char               *text,
                                            gsize                     length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossAknFlow, gloss_akn_flow_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-builder.h"

G_BEGIN_DECLS

/**
 * GlossAknMeta:
 *
 * What the <meta> of an Akoma Ntoso document says of it: the particulars, the remarks on the text
 * and its clauses, and how far they are confirmed. It is fed with the events of the parser. Not
 * for use from several threads at once.
 */
typedef struct _GlossAknMeta GlossAknMeta;

/* The attributes of one element as libxml2 gives them to a SAX 2 handler. */
typedef struct
{
  const guchar **values; /* local name, prefix, namespace, value, end of value */
  int            n;
} GlossAknAttributes;

/* (transfer full) (nullable): the attribute @name in the namespace @uri, NULL for none. */
char         *gloss_akn_attributes_get      (const GlossAknAttributes *self,
                                             const char               *uri,
                                             const char               *name);

GlossAknMeta *gloss_akn_meta_new            (void);
void          gloss_akn_meta_free           (GlossAknMeta             *self);

/* The events within <meta>, that element included. The namespace of @name may be NULL. The
 * particulars are those of the first <meta>; remarks may stand in any. */
void          gloss_akn_meta_start_element  (GlossAknMeta             *self,
                                             const char               *name,
                                             const char               *uri,
                                             const GlossAknAttributes *attributes,
                                             gboolean                  exact);
void          gloss_akn_meta_end_element    (GlossAknMeta             *self,
                                             const char               *name);
void          gloss_akn_meta_add_text       (GlossAknMeta             *self,
                                             const char               *text,
                                             gsize                     length,
                                             gboolean                  exact);

/* An xml:lang of the text itself, which is more exact than what <meta> says. The first one counts. */
void          gloss_akn_meta_set_language   (GlossAknMeta             *self,
                                             const char               *language);

/* (transfer full) (nullable): the words of the note @id, once: afterwards it counts as part of the
 * text and not as a remark. */
char         *gloss_akn_meta_steal_note     (GlossAknMeta             *self,
                                             const char               *id);

/* Gives the particulars to @builder; @symbol and @title are for what <meta> does not say. */
void          gloss_akn_meta_build          (GlossAknMeta             *self,
                                             GlossDocumentBuilder     *builder,
                                             const char               *symbol,
                                             const char               *title);

/* (transfer full) (nullable): the remark on the clause @id. */
char         *gloss_akn_meta_dup_remark     (GlossAknMeta             *self,
                                             const char               *id);
GlossConfirmation gloss_akn_meta_get_confirmation (GlossAknMeta       *self,
                                                   const char         *id);

/* The names of a confirmation in the file, "confirmed-in-part"; NULL for UNSTATED. */
const char   *gloss_akn_confirmation_to_string (GlossConfirmation      confirmation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossAknMeta, gloss_akn_meta_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-offsets.h"
#include "export/gloss-export-private.h"

G_BEGIN_DECLS

/**
 * Notes in the forms of other programs: what these have in common. Those programs know no clauses:
 * for them a document is one page of text, clause below clause with their labels.
 */

/* The pages of the documents of an export; each is made once. */
typedef struct _GlossExchange GlossExchange;

GlossExchange *gloss_exchange_new          (void);
void           gloss_exchange_free         (GlossExchange         *self);

typedef struct
{
  char    *exact;            /* NULL: the whole document, or nothing is known of the place */
  char    *prefix;           /* never NULL where exact is not */
  char    *suffix;
  gboolean placed;           /* the positions are known */
  guint    start;            /* code points in the clause */
  guint    end;
  gsize    page_start_utf16; /* code units of UTF-16 in the page */
  gsize    page_end_utf16;
} GlossExchangePlace;

/* The words on which @note stands, those of the whole clause where it is on that. */
void           gloss_exchange_find_place   (GlossExchange         *self,
                                            const GlossExportNote *note,
                                            GlossExchangePlace    *place);
void           gloss_exchange_place_clear  (GlossExchangePlace    *place);

/* (transfer none): the IRI of the document of @note; where none is known, its symbol. */
const char    *gloss_exchange_get_address  (const GlossExportNote *note);

/* Appends "name": for a value that follows, with a comma before it unless an object has just
 * begun. */
void           gloss_exchange_append_name  (GString               *out,
                                            const char            *name);
void           gloss_exchange_append_strings (GString             *out,
                                              const char          *name,
                                              const char *const   *strings);

/* Appends the target as Glossator itself says it, so that the file comes back as it went. */
void           gloss_exchange_append_own_target (GString               *out,
                                                 const GlossExportNote *note);

/* Append a selector of the Web Annotation model. */
void           gloss_exchange_append_quote (GString                  *out,
                                            const GlossExchangePlace *place);
void           gloss_exchange_append_position (GString            *out,
                                               gsize               start,
                                               gsize               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossExchange, gloss_exchange_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlossExchangePlace, gloss_exchange_place_clear)

/* gloss-export-hypothesis.c, gloss-export-readium.c: (transfer full): @notes (element-type
 * GlossExportNote) as a file. */
char          *gloss_export_notes_hypothesis (GPtrArray           *notes);
char          *gloss_export_notes_readium  (GPtrArray             *notes);

G_END_DECLS

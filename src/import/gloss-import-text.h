/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"
#include "document/gloss-offsets.h"

G_BEGIN_DECLS

/**
 * GlossImportText:
 *
 * A document as somebody quotes it who read it elsewhere, as a web page or a PDF file: in one run,
 * across its clauses, with or without their labels, and with other white space, hyphens,
 * quotation marks and compositions of letters. Letters themselves, their case and their accents
 * are never taken for one another.
 *
 * Not for use from several threads at once.
 */
typedef struct _GlossImportText GlossImportText;

/* Where a quotation stands, in the letters of the document. */
typedef struct
{
  GlossClause *clause;    /* borrowed from the document: the one in which it begins */
  guint        start;     /* code points of the clause; of a quotation that runs on into other */
  guint        end;       /* clauses, its part in the first one. start == end: the label alone */
  guint        start_byte; /* the same in bytes */
  guint        end_byte;
  guint        n_clauses; /* over which it runs */
  guint        fit;       /* code points of the context that stand around it */
  gboolean     telling;   /* it is long enough, or enough of its context is there, to be no chance */
  gboolean     literal;   /* in one clause, letter for letter, white space alike */
} GlossImportSite;

GlossImportText *gloss_import_text_new          (GlossDocument   *document);
void             gloss_import_text_free         (GlossImportText *self);

/* (transfer none) */
GlossDocument   *gloss_import_text_get_document (GlossImportText *self);

/* (transfer full) (element-type GlossImportSite): all places where @exact stands, in reading
 * order, none with a cut word that the context does not cut as well. @prefix, @suffix: (nullable).
 * @all: (out) FALSE where there are more than could be listed. */
GArray          *gloss_import_text_find         (GlossImportText *self,
                                                 const char      *exact,
                                                 const char      *prefix,
                                                 const char      *suffix,
                                                 gboolean        *all);

/* Where @site begins in the text of the document as a page shows it, clause below clause with
 * their labels, counted in @unit. */
gsize            gloss_import_text_get_offset   (GlossImportText       *self,
                                                 const GlossImportSite *site,
                                                 GlossOffsetUnit        unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportText, gloss_import_text_free)

G_END_DECLS

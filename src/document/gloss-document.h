/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "document/gloss-clause.h"

G_BEGIN_DECLS

/**
 * GlossDocument:
 *
 * One expression of a document: its clauses, in reading order, in one language. It is a
 * GListModel of GlossClause and immutable once made: it may be read from any thread and never
 * emits items-changed.
 */

typedef enum
{
  GLOSS_DOCUMENT_ERROR_NOT_FOUND, /* no such document, or no such clause */
  GLOSS_DOCUMENT_ERROR_PARSE,     /* the file is damaged or no document */
  GLOSS_DOCUMENT_ERROR_ENCODING,  /* the file is not UTF-8 */
  GLOSS_DOCUMENT_ERROR_LIMIT,     /* larger or deeper than what is read */
  GLOSS_DOCUMENT_ERROR_EXISTS,    /* a document of that name is there already */
} GlossDocumentError;

#define GLOSS_DOCUMENT_ERROR (gloss_document_error_quark ())
GQuark gloss_document_error_quark (void);

#define GLOSS_TYPE_DOCUMENT (gloss_document_get_type ())
G_DECLARE_FINAL_TYPE (GlossDocument, gloss_document, GLOSS, DOCUMENT, GObject)

/* Strings are borrowed from the document and never NULL unless said. */

/* The document symbol, "A/69/723": the same in every language. For a plain text file, the name
 * of the file without its suffix. */
const char  *gloss_document_get_symbol    (GlossDocument *self);

/* BCP 47, "en", "zh"; "und" where the file does not say. */
const char  *gloss_document_get_language  (GlossDocument *self);

/* The symbol, "@" and the language, "A/69/723@zh": the name of this one expression. */
const char  *gloss_document_get_name      (GlossDocument *self);

/* An IRI for the document in this language, for the exchange of annotations:
 * "https://undocs.org/en/A/69/723", or "urn:glossator:..." where the file names none. */
const char  *gloss_document_get_iri       (GlossDocument *self);
const char  *gloss_document_get_title     (GlossDocument *self);

/* A short name for lists and headings where the file gives one, else the title. */
const char  *gloss_document_get_short_title (GlossDocument *self);

/* ISO 8601 date, "2015-01-13"; "" where the file does not say. */
const char  *gloss_document_get_date      (GlossDocument *self);

/* (nullable): an editorial remark on the whole text: where it comes from, how far it is
 * confirmed. Paragraphs are separated by an empty line. */
const char  *gloss_document_get_remark    (GlossDocument *self);

guint        gloss_document_get_n_clauses (GlossDocument *self);

/* (transfer none): the clause at @position, which must be less than n_clauses. */
GlossClause *gloss_document_get_clause    (GlossDocument *self,
                                           guint          position);

/* (transfer none) (nullable): the clause with the eId @id. Constant time. */
GlossClause *gloss_document_find_clause   (GlossDocument *self,
                                           const char    *id);

/* TRUE when both are expressions of one work. */
gboolean     gloss_document_same_work     (GlossDocument *self,
                                           GlossDocument *other);

/* (transfer none): what to call @self where @other stands beside it: its symbol, unless both have the same. */
const char  *gloss_document_get_name_beside (GlossDocument *self,
                                             GlossDocument *other);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GlossClause:
 *
 * One clause of a document: the smallest part that is read, cited, annotated and compared on its
 * own. Clauses are immutable once their document is made, so they may be read from any thread.
 * A document owns its clauses.
 */

/* What a clause is. The nicks that gloss_clause_kind_to_string () gives are part of the file
 * formats and of the command line's output. */
typedef enum
{
  GLOSS_CLAUSE_MASTHEAD,             /* "masthead": a line of the head of the document */
  GLOSS_CLAUSE_TITLE,                /* "title" */
  GLOSS_CLAUSE_ANNEX,                /* "annex": the line that opens an annex */
  GLOSS_CLAUSE_FORMULA,              /* "formula": "The General Assembly,", "Adopts ...:" */
  GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH, /* "preambular-paragraph" */
  GLOSS_CLAUSE_SECTION,              /* "section": the heading of a section */
  GLOSS_CLAUSE_PARAGRAPH,            /* "paragraph", of a letter or of a section, numbered or not */
  GLOSS_CLAUSE_ITEM,                 /* "item" */
  GLOSS_CLAUSE_SUBITEM,              /* "subitem" */
  GLOSS_CLAUSE_NOTE,                 /* "note": a footnote */
  GLOSS_CLAUSE_SIGNATURE,            /* "signature" */
} GlossClauseKind;

/* How far the wording of a clause was checked against the printed document. */
typedef enum
{
  GLOSS_CONFIRMATION_UNSTATED,    /* nothing is said of it: as converted from the document */
  GLOSS_CONFIRMATION_CONFIRMED,   /* "confirmed", word for word */
  GLOSS_CONFIRMATION_PARTIAL,     /* "confirmed-in-part", its main phrases */
  GLOSS_CONFIRMATION_TRANSCRIBED, /* "transcribed", not yet confirmed */
} GlossConfirmation;

#define GLOSS_TYPE_CLAUSE (gloss_clause_get_type ())
G_DECLARE_FINAL_TYPE (GlossClause, gloss_clause, GLOSS, CLAUSE, GObject)

/* All strings are UTF-8, borrowed from the clause and never NULL unless said. */

/* The Akoma Ntoso eId, e.g. "annex__para_2__item_8__subitem_a": unique in the document and equal
 * in every language of it. */
const char       *gloss_clause_get_id           (GlossClause *self);

/* The label as printed, "(8)", "(a)", "（一）", "2."; "" where none is printed. The label is no
 * part of the text. */
const char       *gloss_clause_get_label        (GlossClause *self);
GlossClauseKind   gloss_clause_get_kind         (GlossClause *self);

/* 0 for the outermost level. */
guint             gloss_clause_get_depth        (GlossClause *self);

/* The place of the clause in its document, from 0, in reading order. */
guint             gloss_clause_get_position     (GlossClause *self);

/* The wording, without the label. A line break ("\n") stands only where the document prints one
 * inside a clause, as between the name and the post of a signatory. */
const char       *gloss_clause_get_text         (GlossClause *self);

/* The length of the text in bytes. */
guint             gloss_clause_get_length       (GlossClause *self);

/* A number that clauses of the same text have in common, and others hardly ever. */
guint64           gloss_clause_get_hash         (GlossClause *self);

/* The length of the text in Unicode code points. */
guint             gloss_clause_get_n_chars      (GlossClause *self);

/* The full citation in UN usage, e.g. "A/69/723, annex, para. 2 (8)". */
const char       *gloss_clause_get_citation     (GlossClause *self);
GlossConfirmation gloss_clause_get_confirmation (GlossClause *self);

/* (nullable): an editorial remark on the clause, e.g. a mend of the converted text. */
const char       *gloss_clause_get_remark       (GlossClause *self);

const char       *gloss_clause_kind_to_string   (GlossClauseKind kind);

/* FALSE where @string is no nick of a kind; @kind is then untouched. */
gboolean          gloss_clause_kind_from_string (const char      *string,
                                                 GlossClauseKind *kind);

G_END_DECLS

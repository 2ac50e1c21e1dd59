/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossAnchor:
 *
 * Where an annotation stands: on a clause, or on a phrase inside it, or on a whole document. It
 * keeps the words of the phrase and of its surroundings, so that it can be found again in a
 * changed text, and each placing is checked against these words.
 *
 * A reference-counted immutable box; any thread. Positions count Unicode code points of the text
 * of the clause, the end is the first one behind the phrase.
 *
 * W3C Web Annotation Data Model: FragmentSelector, TextQuoteSelector, TextPositionSelector.
 */
typedef struct _GlossAnchor GlossAnchor;

#define GLOSS_TYPE_ANCHOR (gloss_anchor_get_type ())
GType        gloss_anchor_get_type       (void);

/* The code points that are kept before and after a phrase. */
#define GLOSS_ANCHOR_CONTEXT_CHARS 32

/* (transfer full): on the whole of @clause; @clause is NULL for the whole document. */
GlossAnchor *gloss_anchor_new_for_clause (GlossDocument *document,
                                          GlossClause   *clause);

/* (transfer full): on the code points @start to @end of the text of @clause, start < end. */
GlossAnchor *gloss_anchor_new_for_phrase (GlossDocument *document,
                                          GlossClause   *clause,
                                          guint          start,
                                          guint          end);

/* (transfer full) (nullable): on the first place where the words @quote stand in @clause.
 * GLOSS_DOCUMENT_ERROR_NOT_FOUND where they don't; letter for letter, white space alike. */
GlossAnchor *gloss_anchor_new_for_quote  (GlossDocument  *document,
                                          GlossClause    *clause,
                                          const char     *quote,
                                          GError        **error);

/* The parts of an anchor as a file has them; every string is copied and may be NULL. */
typedef struct
{
  const char *symbol;    /* of the document */
  const char *language;
  const char *source;    /* IRI of the document */
  const char *clause_id;
  const char *exact;     /* NULL: no phrase */
  const char *prefix;
  const char *suffix;
  gint64      start;     /* -1: unknown */
  gint64      end;
} GlossAnchorData;

GlossAnchor *gloss_anchor_new            (const GlossAnchorData *data);
GlossAnchor *gloss_anchor_ref            (GlossAnchor *self);
void         gloss_anchor_unref          (GlossAnchor *self);
gboolean     gloss_anchor_equal          (GlossAnchor *self,
                                          GlossAnchor *other);

/* (transfer none): the parts, valid as long as the anchor. */
const GlossAnchorData *
             gloss_anchor_get_data       (GlossAnchor *self);

/* TRUE when the anchor is on a phrase. */
gboolean     gloss_anchor_has_phrase     (GlossAnchor *self);

typedef enum
{
  GLOSS_PLACEMENT_PLACED,    /* "placed" */
  GLOSS_PLACEMENT_CHANGED,   /* "changed": placed on changed wording */
  GLOSS_PLACEMENT_AMBIGUOUS, /* "ambiguous": several places fit, to be chosen */
  GLOSS_PLACEMENT_NOT_FOUND, /* "not-found" */
} GlossPlacementState;

const char *gloss_placement_state_to_string (GlossPlacementState state);

typedef struct
{
  GlossPlacementState state;
  GlossClause        *clause;      /* borrowed from the document; NULL: the whole document, or not found */
  guint               start;       /* code points; start == end: the whole clause */
  guint               end;
  gboolean            other_language; /* the words of the phrase are in another language: on the clause */
} GlossPlacement;

/**
 * gloss_anchor_resolve:
 *
 * Finds the place of the anchor in @document, in the order of unchanged position, the quotation
 * within the clause, a near match within the clause, the whole document. A phrase is PLACED only
 * where its words stand letter for letter, and are no parts of other words. A near match keeps
 * three in five code points of a phrase of 32 or more, three in four of a shorter one; of less
 * than 16, half of what stood before or behind it must be there too. In another language of the same work the anchor is on
 * the clause as a whole. In another work it is NOT_FOUND.
 */
GlossPlacement gloss_anchor_resolve (GlossAnchor   *self,
                                     GlossDocument *document);

/* (transfer full): the words that the anchor quotes: of the phrase as it was chosen; of the whole
 * clause from @document (nullable: then ""). */
char          *gloss_anchor_dup_quotation (GlossAnchor   *self,
                                           GlossDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossAnchor, gloss_anchor_unref)

G_END_DECLS

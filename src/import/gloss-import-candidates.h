/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-anchor.h"
#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * The places in a document that a quotation may have been taken from, to be chosen by hand where
 * nothing tells which of them is meant. Pure functions, for the thread of the document.
 */

/* The most that are offered; who has more to choose from selects the words in the text. */
#define GLOSS_IMPORT_MAX_CANDIDATES 200

typedef struct
{
  GlossAnchor *anchor; /* what stands there, as it is to be stored */
  GlossClause *clause; /* borrowed from the document */

  /* The words and those around them; "…" stands where there are more. words is "" where the place is
   * the clause as a whole. */
  char        *before;
  char        *words;
  char        *after;
} GlossImportCandidate;

/* (transfer full) (element-type GlossImportCandidate): the places where the words of @anchor stand
 * in @document, those whose surroundings fit best first, then in reading order; none where it
 * quotes nothing. */
GPtrArray *gloss_import_find_candidates (GlossDocument *document,
                                         GlossAnchor   *anchor);

G_END_DECLS

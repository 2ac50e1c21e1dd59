/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-carry-place-private.h"

#include <string.h>

#include "annotation/gloss-anchor-private.h"

/* Words of fewer bytes are found anywhere, away from the clause that they stood in: six Chinese
 * signs, or some three words. */
#define LEAST_TELLING_BYTES 18

/* A part of the text of one side of a row, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
} Range;

static gboolean
same_language (GlossComparison *comparison)
{
  return g_ascii_strcasecmp (gloss_document_get_language (gloss_comparison_get_old_document (comparison)),
                             gloss_document_get_language (gloss_comparison_get_new_document (comparison))) == 0;
}

static void
take_anchor (GlossCarryItem      *item,
             GlossPlacementState  state,
             GlossAnchor         *anchor)
{
  item->state = state;
  item->anchor = anchor;
}

/* On the whole of the clause, or to be chosen where there are several. */
static void
place_on_clauses (GlossCarryItem      *item,
                  GlossPlacementState  state,
                  GlossDocument       *document)
{
  guint n_new = gloss_comparison_row_get_n_new (item->row);

  if (n_new == 1)
    {
      take_anchor (item, state, gloss_anchor_new_for_clause (document, gloss_comparison_row_get_new (item->row, 0)));
      return;
    }

  item->state = GLOSS_PLACEMENT_AMBIGUOUS;
  for (guint i = 0; i < MIN (n_new, GLOSS_CARRY_MAX_CANDIDATES); i++)
    g_ptr_array_add (item->candidates, gloss_anchor_new_for_clause (document, gloss_comparison_row_get_new (item->row, i)));
}

static gboolean
has_same_wording (GlossComparisonRow *row)
{
  GlossRowState state = gloss_comparison_row_get_state (row);

  return state == GLOSS_ROW_UNCHANGED || state == GLOSS_ROW_RENUMBERED || state == GLOSS_ROW_MOVED;
}

/* Where the clause begins in the text of its side of the row, whose clauses are joined by a line
 * break. */
static gsize
get_old_offset (GlossComparisonRow *row,
                GlossClause        *clause)
{
  gsize offset = 0;

  for (guint i = 0; i < gloss_comparison_row_get_n_old (row); i++)
    {
      GlossClause *other = gloss_comparison_row_get_old (row, i);

      if (other == clause || g_str_equal (gloss_clause_get_id (other), gloss_clause_get_id (clause)))
        break;
      offset += strlen (gloss_clause_get_text (other)) + 1;
    }

  return offset;
}

/* (transfer full) (nullable): on the part @range of the new side of the row; NULL where it is empty
 * or goes beyond one clause. */
static GlossAnchor *
make_anchor (GlossComparisonRow *row,
             Range               range,
             GlossDocument      *document)
{
  gsize offset = 0;

  for (guint i = 0; i < gloss_comparison_row_get_n_new (row); i++)
    {
      GlossClause *clause = gloss_comparison_row_get_new (row, i);
      const char *text = gloss_clause_get_text (clause);
      gsize length = strlen (text);

      if (range.start < range.end && range.start >= offset && range.end <= offset + length)
        return gloss_anchor_new_for_phrase (document, clause,
                                            g_utf8_strlen (text, range.start - offset),
                                            g_utf8_strlen (text, range.end - offset));
      offset += length + 1;
    }

  return NULL;
}

/* What the difference makes of the part @old of the old side: the same words, and those that took
 * the place of others. @kept: (out) how many bytes of it stand there still; @reworded: (out) whether
 * anything but the typography of it is another. FALSE where none of it is left. */
static gboolean
map_range (GlossComparisonRow *row,
           Range               old,
           Range              *new,
           gsize              *kept,
           gboolean           *reworded)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  gboolean begun = FALSE;
  gboolean replaced = FALSE; /* the stretch before was removed, and all of it was in the phrase */

  *kept = 0;
  *reworded = FALSE;

  for (guint i = 0; i < n_stretches; i++)
    {
      const GlossDiffStretch *stretch = &stretches[i];
      gsize stretch_end = stretch->old_start + (stretch->op == GLOSS_DIFF_ADDED ? 0 : stretch->length);
      gsize from = MAX (old.start, stretch->old_start);
      gsize to = MIN (old.end, stretch_end);
      Range part = { 0, 0 };

      if (stretch->op == GLOSS_DIFF_EQUAL && from < to)
        {
          part.start = stretch->new_start + (from - stretch->old_start);
          part.end = part.start + (to - from);
          *kept += to - from;
        }
      else if (stretch->op == GLOSS_DIFF_REMOVED && from < to)
        {
          *reworded |= !stretch->typographic;
        }
      else if (stretch->op == GLOSS_DIFF_ADDED &&
               (replaced || (stretch->old_start > old.start && stretch->old_start < old.end)))
        {
          /* What was put before the first word of the phrase or behind its last is no part of it,
           * unless that word made way for it. */
          part.start = stretch->new_start;
          part.end = part.start + stretch->length;
          *reworded |= !stretch->typographic;
        }

      if (part.start < part.end)
        {
          if (!begun)
            new->start = part.start;
          new->end = part.end;
          begun = TRUE;
        }
      replaced = stretch->op == GLOSS_DIFF_REMOVED && stretch->old_start >= old.start && stretch_end <= old.end;
    }

  return *kept > 0;
}

static GlossAnchor *
make_whole_phrase (GlossDocument *document,
                   GlossClause   *clause,
                   const char    *at,
                   const char    *words)
{
  guint start = g_utf8_pointer_to_offset (gloss_clause_get_text (clause), at);

  return gloss_anchor_new_for_phrase (document, clause, start, start + g_utf8_strlen (words, -1));
}

/* Adds the places where the words stand letter for letter, and are no parts of other words. */
static void
add_places (GPtrArray     *candidates,
            GlossDocument *document,
            GlossClause   *clause,
            const char    *words)
{
  const char *text = gloss_clause_get_text (clause);
  gsize n_bytes = strlen (words);

  for (const char *at = strstr (text, words);
       at != NULL && candidates->len < GLOSS_CARRY_MAX_CANDIDATES;
       at = strstr (g_utf8_next_char (at), words))
    {
      const char *end = at + n_bytes;
      gboolean cut_before = at > text && gloss_anchor_cuts_word (g_utf8_get_char (g_utf8_prev_char (at)), g_utf8_get_char (at));
      gboolean cut_after = *end != '\0' && gloss_anchor_cuts_word (g_utf8_get_char (g_utf8_prev_char (end)), g_utf8_get_char (end));

      if (!cut_before && !cut_after)
        g_ptr_array_add (candidates, make_whole_phrase (document, clause, at, words));
    }
}

/* Where the words stand elsewhere in the new text: places to choose from, never a place by
 * itself. */
static void
look_elsewhere (GlossCarryItem *item,
                const char     *words,
                GlossDocument  *document)
{
  item->state = GLOSS_PLACEMENT_NOT_FOUND;
  if (words == NULL || strlen (words) < LEAST_TELLING_BYTES || !g_utf8_validate (words, -1, NULL))
    return;

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    add_places (item->candidates, document, gloss_document_get_clause (document, i), words);

  if (item->candidates->len > 0)
    item->state = GLOSS_PLACEMENT_AMBIGUOUS;
}

/* The words themselves in the clauses that the old one became. FALSE where they are in none. */
static gboolean
place_words (GlossCarryItem *item,
             const char     *words,
             GlossDocument  *document)
{
  if (words == NULL || *words == '\0' || !g_utf8_validate (words, -1, NULL))
    return FALSE;

  for (guint i = 0; i < gloss_comparison_row_get_n_new (item->row); i++)
    add_places (item->candidates, document, gloss_comparison_row_get_new (item->row, i), words);

  if (item->candidates->len == 0)
    return FALSE;

  item->state = GLOSS_PLACEMENT_AMBIGUOUS;
  if (item->candidates->len == 1)
    {
      take_anchor (item, GLOSS_PLACEMENT_PLACED, gloss_anchor_ref (g_ptr_array_index (item->candidates, 0)));
      g_ptr_array_set_size (item->candidates, 0);
    }

  return TRUE;
}

static void
place_phrase (GlossCarryItem       *item,
              const char           *words,
              const GlossPlacement *placement,
              GlossDocument        *document)
{
  gboolean has_range = placement->start < placement->end;
  const char *text = gloss_clause_get_text (placement->clause);
  gsize offset = get_old_offset (item->row, placement->clause);
  Range old = { 0, 0 };
  Range new = { 0, 0 };
  g_autoptr (GlossAnchor) mapped = NULL;
  gboolean reworded = TRUE;
  gsize kept = 0;

  if (has_range)
    {
      old.start = offset + (g_utf8_offset_to_pointer (text, placement->start) - text);
      old.end = offset + (g_utf8_offset_to_pointer (text, placement->end) - text);
      if (map_range (item->row, old, &new, &kept, &reworded))
        mapped = make_anchor (item->row, new, document);
    }

  /* Nothing but typography has changed in it, if anything. A phrase whose words were others in the
   * old text already is not better placed in the new one. */
  if (mapped != NULL && !reworded)
    {
      take_anchor (item, placement->state == GLOSS_PLACEMENT_PLACED ? GLOSS_PLACEMENT_PLACED : GLOSS_PLACEMENT_CHANGED,
                   g_steal_pointer (&mapped));
      return;
    }

  if (place_words (item, words, document))
    return;

  if (mapped != NULL && 2 * kept >= old.end - old.start)
    take_anchor (item, GLOSS_PLACEMENT_CHANGED, g_steal_pointer (&mapped));
  else
    place_on_clauses (item, GLOSS_PLACEMENT_CHANGED, document);
}

void
gloss_carry_place_find (GlossCarryItem       *item,
                        GlossAnchor          *anchor,
                        const GlossPlacement *placement,
                        GlossComparison      *comparison)
{
  GlossDocument *document = gloss_comparison_get_new_document (comparison);
  const char *words = gloss_anchor_get_data (anchor)->exact;
  gboolean has_phrase = gloss_anchor_has_phrase (anchor);

  /* Letters of one language tell nothing of another. */
  gboolean by_words = has_phrase && !placement->other_language && same_language (comparison);

  if (item->old_clause == NULL && !has_phrase && placement->state == GLOSS_PLACEMENT_PLACED)
    take_anchor (item, GLOSS_PLACEMENT_PLACED, gloss_anchor_new_for_clause (document, NULL));
  else if (item->row == NULL || gloss_comparison_row_get_n_new (item->row) == 0)
    look_elsewhere (item, by_words ? words : NULL, document);
  else if (by_words)
    place_phrase (item, words, placement, document);
  else
    place_on_clauses (item,
                      !has_phrase && has_same_wording (item->row) && same_language (comparison)
                        ? GLOSS_PLACEMENT_PLACED : GLOSS_PLACEMENT_CHANGED,
                      document);
}

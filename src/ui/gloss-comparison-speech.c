/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-speech.h"

#include "comparison/gloss-comparison-places.h"

#include <string.h>

#include <glib/gi18n.h>

/* Bytes of wording that are spoken in one go: some minutes. */
#define MAX_SPOKEN_BYTES 6000

static char *
count_rows (GlossRowState state,
            guint         n)
{
  switch (state)
    {
    case GLOSS_ROW_REWORDED:
      /* Translators: these stand in a list: "11 reworded, 3 new, 1 dropped". Clauses are counted. */
      return g_strdup_printf (ngettext ("%u reworded", "%u reworded", n), n);

    case GLOSS_ROW_RENUMBERED:
      return g_strdup_printf (ngettext ("%u renumbered", "%u renumbered", n), n);

    case GLOSS_ROW_MOVED:
      return g_strdup_printf (ngettext ("%u moved", "%u moved", n), n);

    case GLOSS_ROW_MOVED_REWORDED:
      return g_strdup_printf (ngettext ("%u moved and reworded", "%u moved and reworded", n), n);

    case GLOSS_ROW_SPLIT:
      return g_strdup_printf (ngettext ("%u split", "%u split", n), n);

    case GLOSS_ROW_MERGED:
      return g_strdup_printf (ngettext ("%u merged", "%u merged", n), n);

    case GLOSS_ROW_NEW:
      return g_strdup_printf (ngettext ("%u new", "%u new", n), n);

    case GLOSS_ROW_DROPPED:
      return g_strdup_printf (ngettext ("%u dropped", "%u dropped", n), n);

    case GLOSS_ROW_UNCHANGED:
    default:
      return g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n);
    }
}

char *
gloss_comparison_speak_summary (GlossComparison *comparison)
{
  /* What changed most comes first, what did not change last. */
  static const GlossRowState order[] = {
    GLOSS_ROW_REWORDED, GLOSS_ROW_MOVED_REWORDED, GLOSS_ROW_SPLIT, GLOSS_ROW_MERGED, GLOSS_ROW_NEW,
    GLOSS_ROW_DROPPED, GLOSS_ROW_MOVED, GLOSS_ROW_RENUMBERED, GLOSS_ROW_UNCHANGED,
  };
  const GlossComparisonSummary *summary;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *kept = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *added = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == GLOSS_N_ROW_STATES);

  summary = gloss_comparison_get_summary (comparison);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count = NULL;

      if (summary->rows[order[i]] == 0)
        continue;

      count = count_rows (order[i], summary->rows[order[i]]);
      if (rows->len > 0)
        /* Translators: between the parts of a list: "11 reworded, 3 new" */
        g_string_append (rows, C_("list", ", "));
      g_string_append (rows, count);
    }

  if (rows->len == 0)
    return g_strdup (_("No clauses"));

  kept = g_strdup_printf (ngettext ("%u word kept", "%u words kept", summary->words_kept), summary->words_kept);
  /* Translators: words are counted, after "812 words kept". */
  removed = g_strdup_printf (ngettext ("%u removed", "%u removed", summary->words_removed), summary->words_removed);
  added = g_strdup_printf (ngettext ("%u added", "%u added", summary->words_added), summary->words_added);

  /* Translators: "11 reworded, 3 new, 1 dropped; 812 words kept, 97 removed, 143 added" */
  return g_strdup_printf (_("%s; %s, %s, %s"), rows->str, kept, removed, added);
}

typedef GlossClause *(*GetClause) (GlossComparisonRow *row,
                                   guint               index);

/* @symbol: (nullable): is left out. */
static char *
join_citations (GlossComparisonRow *row,
                guint               n_clauses,
                GetClause           get_clause,
                const char         *symbol)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < n_clauses; i++)
    {
      const char *citation = gloss_clause_get_citation (get_clause (row, i));

      /* Translators: between the places of several clauses: "para. 2 (8); para. 2 (9)" */
      if (i > 0)
        g_string_append (places, C_("places", "; "));
      g_string_append (places, symbol != NULL ? gloss_comparison_skip_symbol (citation, symbol) : citation);
    }

  return g_string_free_and_steal (g_steal_pointer (&places));
}

char *
gloss_comparison_show_place (GlossComparison    *comparison,
                             GlossComparisonRow *row)
{
  g_autofree char *old_place = NULL;
  g_autofree char *new_place = NULL;
  guint n_old;
  guint n_new;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  n_old = gloss_comparison_row_get_n_old (row);
  n_new = gloss_comparison_row_get_n_new (row);
  old_place = join_citations (row, n_old, gloss_comparison_row_get_old,
                              gloss_document_get_symbol (gloss_comparison_get_old_document (comparison)));
  new_place = join_citations (row, n_new, gloss_comparison_row_get_new,
                              gloss_document_get_symbol (gloss_comparison_get_new_document (comparison)));

  if (n_old == 0 || g_str_equal (old_place, new_place))
    return g_steal_pointer (&new_place);
  if (n_new == 0)
    return g_steal_pointer (&old_place);

  /* Translators: from the place in the old text to the place in the new one */
  return g_strdup_printf (_("%s → %s"), old_place, new_place);
}

char *
gloss_comparison_speak_row (GlossComparisonRow *row)
{
  g_autofree char *old_place = NULL;
  g_autofree char *new_place = NULL;
  const char *state;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  state = gloss_row_state_get_label (gloss_comparison_row_get_state (row));
  old_place = join_citations (row, gloss_comparison_row_get_n_old (row), gloss_comparison_row_get_old, NULL);
  new_place = join_citations (row, gloss_comparison_row_get_n_new (row), gloss_comparison_row_get_new, NULL);

  /* Translators: what became of a clause, and which it is: "New: A/69/723, annex, para. 2 (11)" */
  if (*old_place == '\0')
    return g_strdup_printf (_("%s: %s"), state, new_place);
  if (*new_place == '\0')
    return g_strdup_printf (_("%s: %s"), state, old_place);

  /* Translators: what became of a clause, where it stood and where it stands, for a screen reader */
  return g_strdup_printf (_("%s: %s, now %s"), state, old_place, new_place);
}

/* Appends at most @room bytes of @text, whole characters. */
static gsize
append_text (GString    *string,
             const char *text,
             gsize       length,
             gsize       room)
{
  if (length > room)
    length = g_utf8_find_prev_char (text, text + room + 1) - text;

  g_string_append_len (string, text, length);
  return length;
}

char *
gloss_comparison_speak_difference (GlossComparisonRow *row)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  const GlossDiffStretch *stretches;
  gsize room = MAX_SPOKEN_BYTES;
  guint n_stretches;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  for (guint i = 0; i < n_stretches; i++)
    {
      const GlossDiffStretch *stretch = &stretches[i];
      const char *text = gloss_comparison_row_get_stretch_text (row, stretch);
      const char *before = "";
      const char *after = "";
      gsize length;

      if (stretch->op == GLOSS_DIFF_REMOVED)
        {
          /* Translators: spoken by a screen reader around words that are not in the new text.
           * The spaces belong to it. */
          before = _(" removed ");
          after = _(" end removed ");
        }
      else if (stretch->op == GLOSS_DIFF_ADDED)
        {
          /* Translators: spoken by a screen reader around words that are not in the old text.
           * The spaces belong to it. */
          before = _(" added ");
          after = _(" end added ");
        }

      g_string_append (spoken, before);
      length = append_text (spoken, text, stretch->length, room);
      g_string_append (spoken, after);

      if (length < stretch->length)
        {
          /* Translators: spoken by a screen reader where it leaves out the rest of a long clause */
          g_string_append (spoken, _(" … the rest of this clause is not read out."));
          break;
        }
      room -= length;
    }

  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&spoken)));
}

char *
gloss_comparison_show_state (GlossComparisonItem *item)
{
  GlossComparisonRow *row;
  const char *state;
  guint n_rows;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), NULL);

  row = gloss_comparison_item_get_row (item);
  state = gloss_row_state_get_label (gloss_comparison_row_get_state (row));

  switch (gloss_comparison_item_get_kind (item))
    {
    case GLOSS_COMPARISON_ITEM_FOLD:
      n_rows = gloss_comparison_item_get_n_rows (item);
      return g_strdup_printf (ngettext ("%u unchanged clause", "%u unchanged clauses", n_rows), n_rows);

    case GLOSS_COMPARISON_ITEM_MOVED_AWAY:
      /* Translators: a clause stood here in the old text and stands elsewhere in the new one */
      return g_strdup (_("Moved away"));

    case GLOSS_COMPARISON_ITEM_ROW:
    default:
      if (gloss_comparison_row_is_typographic (row))
        /* Translators: %s is what became of a clause, "Unchanged" or "Moved". Only quotation marks,
         * dashes, spaces and the like differ. */
        return g_strdup_printf (_("%s, other typography"), state);
      return g_strdup (state);
    }
}

char *
gloss_comparison_show_item_place (GlossComparison     *comparison,
                                  GlossComparisonItem *item)
{
  GlossComparisonRow *row;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), NULL);

  row = gloss_comparison_item_get_row (item);
  if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW)
    return gloss_comparison_show_place (comparison, row);

  return join_citations (row, gloss_comparison_row_get_n_old (row), gloss_comparison_row_get_old,
                         gloss_document_get_symbol (gloss_comparison_get_old_document (comparison)));
}

char *
gloss_comparison_speak_item (GlossComparisonItem *item)
{
  g_autofree char *state = NULL;
  g_autofree char *place = NULL;
  GlossComparisonRow *row;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), NULL);

  row = gloss_comparison_item_get_row (item);
  state = gloss_comparison_show_state (item);

  switch (gloss_comparison_item_get_kind (item))
    {
    case GLOSS_COMPARISON_ITEM_FOLD:
      /* Translators: %s is "12 unchanged clauses"; the clauses are hidden, or shown below */
      return g_strdup_printf (gloss_comparison_item_get_folded (item) ? _("%s, folded") : _("%s, unfolded"), state);

    case GLOSS_COMPARISON_ITEM_MOVED_AWAY:
      place = join_citations (row, gloss_comparison_row_get_n_old (row), gloss_comparison_row_get_old, NULL);
      return g_strdup_printf (_("%s: %s"), state, place);

    case GLOSS_COMPARISON_ITEM_ROW:
    default:
      return gloss_comparison_speak_row (row);
    }
}

char *
gloss_comparison_speak_item_text (GlossComparisonItem *item)
{
  GlossComparisonRow *row;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), NULL);

  row = gloss_comparison_item_get_row (item);

  switch (gloss_comparison_item_get_kind (item))
    {
    case GLOSS_COMPARISON_ITEM_FOLD:
      return g_strdup ("");

    case GLOSS_COMPARISON_ITEM_MOVED_AWAY:
      text = g_string_new (NULL);
      append_text (text, gloss_comparison_row_get_old_text (row), strlen (gloss_comparison_row_get_old_text (row)),
                   MAX_SPOKEN_BYTES);
      return g_string_free_and_steal (g_steal_pointer (&text));

    case GLOSS_COMPARISON_ITEM_ROW:
    default:
      return gloss_comparison_speak_difference (row);
    }
}

char *
gloss_comparison_show_other_end (GlossComparison     *comparison,
                                 GlossComparisonItem *item)
{
  GlossComparisonItemKind kind;
  GlossComparisonRow *row;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), NULL);

  kind = gloss_comparison_item_get_kind (item);
  row = gloss_comparison_item_get_row (item);
  if (kind == GLOSS_COMPARISON_ITEM_FOLD || !gloss_comparison_row_has_moved (row))
    return NULL;

  return gloss_comparison_dup_other_end (comparison, row, kind == GLOSS_COMPARISON_ITEM_MOVED_AWAY);
}

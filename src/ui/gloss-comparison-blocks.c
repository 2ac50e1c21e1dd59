/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-blocks.h"

#include <string.h>

#include "ui/gloss-comparison-marks.h"
#include "ui/gloss-style.h"

#define BLOCK_GAP 6

static gboolean
is_heading (GlossClause *clause)
{
  GlossClauseKind kind = gloss_clause_get_kind (clause);

  return kind == GLOSS_CLAUSE_TITLE || kind == GLOSS_CLAUSE_ANNEX || kind == GLOSS_CLAUSE_SECTION;
}

/* What is drawn */

/* Marks what was looked up in the clauses of one side of @row, whose texts are joined by line breaks.
 * @clause_index: G_MAXUINT: in all of them. */
static void
add_matches (PangoAttrList       *attributes,
             GlossPhraseCount    *matches,
             GlossComparisonRow  *row,
             gboolean             is_new,
             guint                clause_index,
             GlossComparisonSide  side)
{
  guint n_clauses = is_new ? gloss_comparison_row_get_n_new (row) : gloss_comparison_row_get_n_old (row);
  gsize offset = 0;

  for (guint i = 0; matches != NULL && i < n_clauses; i++)
    {
      GlossClause *clause = is_new ? gloss_comparison_row_get_new (row, i) : gloss_comparison_row_get_old (row, i);
      guint n_places;
      const GlossDocumentMatch *places = gloss_phrase_count_find (is_new ? matches->new_places : matches->old_places,
                                                                  gloss_clause_get_position (clause), &n_places);

      for (guint k = 0; k < n_places && (clause_index == i || clause_index == G_MAXUINT); k++)
        gloss_comparison_marks_add_match (attributes, row, is_new, offset + places[k].range.start_byte,
                                          offset + places[k].range.end_byte, side, offset, gloss_style_get_scheme ());
      offset += strlen (gloss_clause_get_text (clause)) + 1;
    }
}

/* A block for each clause of one side. @marked: whether what changed is marked in them.
 * @captioned: whether they say of which document they are. */
static void
add_side (GPtrArray           *blocks,
          GlossComparison     *comparison,
          GlossComparisonItem *item,
          gboolean             is_new,
          gboolean             marked,
          gboolean             captioned,
          GlossPalette         palette,
          GlossPhraseCount    *matches)
{
  GlossComparisonRow *row = gloss_comparison_item_get_row (item);
  GlossDocument *old_document = gloss_comparison_get_old_document (comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (comparison);
  GlossDocument *document = is_new ? new_document : old_document;
  guint n_clauses = is_new ? gloss_comparison_row_get_n_new (row) : gloss_comparison_row_get_n_old (row);
  gsize offset = 0;

  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = is_new ? gloss_comparison_row_get_new (row, i) : gloss_comparison_row_get_old (row, i);
      GlossComparisonBlock *block = gloss_comparison_block_new ();
      const char *text = gloss_clause_get_text (clause);
      gsize length = strlen (text);
      PangoAttrList *attributes = NULL;

      if (marked)
        attributes = gloss_comparison_marks_new (row, is_new ? GLOSS_SIDE_NEW : GLOSS_SIDE_OLD, offset, length,
                                                 palette, gloss_style_get_scheme ());
      else if (matches != NULL)
        attributes = pango_attr_list_new ();
      add_matches (attributes, matches, row, is_new, i, is_new ? GLOSS_SIDE_NEW : GLOSS_SIDE_OLD);
      gloss_comparison_block_set (block, clause, is_new, gloss_clause_get_label (clause), text, attributes,
                                  gloss_document_get_language (document), is_heading (clause));
      if (captioned && i == 0)
        gloss_comparison_block_set_caption (block, gloss_document_get_name_beside (document, is_new ? old_document
                                                                                                     : new_document));
      g_ptr_array_add (blocks, block);

      /* The texts of a row's clauses are joined by a line break. */
      offset += length + 1;
    }
}

/* The old and the new label, where they differ: "(c) → (3)". */
static char *
join_labels (GlossClause *old_clause,
             GlossClause *new_clause)
{
  const char *old_label = old_clause != NULL ? gloss_clause_get_label (old_clause) : "";
  const char *new_label = new_clause != NULL ? gloss_clause_get_label (new_clause) : "";

  if (*new_label == '\0' || g_str_equal (old_label, new_label))
    return g_strdup (old_label);
  if (*old_label == '\0')
    return g_strdup (new_label);
  return g_strdup_printf ("%s → %s", old_label, new_label);
}

/* Where a clause of one of the texts begins in the text of both. */
typedef struct
{
  gsize    start;
  gboolean is_new;
} Beginning;

static int
compare_beginnings (gconstpointer a,
                    gconstpointer b)
{
  const Beginning *first = a;
  const Beginning *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Where the byte @position of the old or the new text stands in the text of both. */
static gsize
find_joined (GlossComparisonRow *row,
             gboolean            is_new,
             gsize               position)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  gsize joined = 0;

  for (guint i = 0; i < n_stretches; i++)
    {
      gsize begin = is_new ? stretches[i].new_start : stretches[i].old_start;

      if (stretches[i].op != (is_new ? GLOSS_DIFF_REMOVED : GLOSS_DIFF_ADDED) &&
          position < begin + stretches[i].length)
        return joined + position - begin;
      joined += stretches[i].length;
    }

  return joined;
}

/* The clauses of one side but the first. Each begins behind the line break that joins it to the one before. */
static void
list_beginnings (GArray             *beginnings,
                 GlossComparisonRow *row,
                 gboolean            is_new)
{
  guint n_clauses = is_new ? gloss_comparison_row_get_n_new (row) : gloss_comparison_row_get_n_old (row);
  gsize position = 0;

  for (guint i = 0; i + 1 < n_clauses; i++)
    {
      GlossClause *clause = is_new ? gloss_comparison_row_get_new (row, i) : gloss_comparison_row_get_old (row, i);
      Beginning beginning = { .is_new = is_new };

      position += strlen (gloss_clause_get_text (clause));
      beginning.start = find_joined (row, is_new, position) + 1;
      g_array_append_val (beginnings, beginning);
      position++;
    }
}

/* (transfer full): what @attributes says of the bytes from @start on. */
static PangoAttrList *
cut_attributes (PangoAttrList *attributes,
                gsize          start,
                gsize          length)
{
  PangoAttrList *cut = pango_attr_list_new ();
  g_autoptr (GSList) all = pango_attr_list_get_attributes (attributes);

  for (GSList *l = all; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->end_index <= start || attribute->start_index >= start + length)
        {
          pango_attribute_destroy (attribute);
          continue;
        }
      attribute->start_index = MAX (attribute->start_index, start) - start;
      attribute->end_index = MIN (attribute->end_index, start + length) - start;
      pango_attr_list_insert (cut, attribute);
    }

  return cut;
}

/* A block for each piece of the text of both in which a clause of either begins, with the label of the
 * clause to which it belonged and of that to which it belongs. */
static void
add_redline (GPtrArray           *blocks,
             GlossComparison     *comparison,
             GlossComparisonItem *item,
             GlossPalette         palette,
             GlossPhraseCount    *matches)
{
  GlossComparisonRow *row = gloss_comparison_item_get_row (item);
  gboolean is_new = gloss_comparison_row_get_n_new (row) > 0;
  GlossDocument *document = is_new ? gloss_comparison_get_new_document (comparison)
                                   : gloss_comparison_get_old_document (comparison);
  g_autofree char *text = gloss_comparison_marks_join (row);
  gsize length = strlen (text);
  g_autoptr (PangoAttrList) attributes = gloss_comparison_marks_new (row, GLOSS_SIDE_BOTH, 0, length, palette,
                                                                     gloss_style_get_scheme ());
  g_autoptr (GArray) beginnings = g_array_new (FALSE, FALSE, sizeof (Beginning));
  guint n_begun[2] = { 0, 0 }; /* clauses of the old and of the new text that have begun, but the first */
  gsize start = 0;

  add_matches (attributes, matches, row, FALSE, G_MAXUINT, GLOSS_SIDE_BOTH);
  add_matches (attributes, matches, row, TRUE, G_MAXUINT, GLOSS_SIDE_BOTH);
  list_beginnings (beginnings, row, FALSE);
  list_beginnings (beginnings, row, TRUE);
  g_array_sort (beginnings, compare_beginnings);

  for (guint i = 0; i <= beginnings->len; i++)
    {
      const Beginning *next = i < beginnings->len ? &g_array_index (beginnings, Beginning, i) : NULL;
      gsize end = next != NULL ? next->start : length;

      /* Where one begins in each text, with nothing between, one piece begins. */
      if (next == NULL || i + 1 == beginnings->len || next->is_new == next[1].is_new ||
          next[1].start > end + strspn (text + end, "\n"))
        {
          GlossClause *old_clause = gloss_comparison_row_get_n_old (row) > 0
                                      ? gloss_comparison_row_get_old (row, n_begun[FALSE]) : NULL;
          GlossClause *new_clause = is_new ? gloss_comparison_row_get_new (row, n_begun[TRUE]) : NULL;
          GlossClause *clause = is_new ? new_clause : old_clause;
          GlossComparisonBlock *block = gloss_comparison_block_new ();
          g_autofree char *label = join_labels (old_clause, new_clause);
          gsize n_bytes = end - start;
          g_autofree char *piece = NULL;

          /* The line break between two clauses needs no line of its own. */
          while (next != NULL && n_bytes > 0 && text[start + n_bytes - 1] == '\n')
            n_bytes--;
          piece = g_strndup (text + start, n_bytes);
          gloss_comparison_block_set (block, clause, is_new, label, piece, cut_attributes (attributes, start, n_bytes),
                                      gloss_document_get_language (document), is_heading (clause));
          g_ptr_array_add (blocks, block);
          start = end;
        }
      if (next != NULL)
        n_begun[next->is_new]++;
    }
}

GPtrArray *
gloss_comparison_blocks_new (GlossComparison       *comparison,
                             GlossComparisonItem   *item,
                             GlossComparisonLayout  layout,
                             GlossPalette           palette,
                             GlossPhraseCount      *matches)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_comparison_block_free);
  GlossComparisonItemKind kind;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), NULL);

  kind = gloss_comparison_item_get_kind (item);
  if (kind == GLOSS_COMPARISON_ITEM_MOVED_AWAY)
    add_side (blocks, comparison, item, FALSE, FALSE, FALSE, palette, matches);
  else if (kind == GLOSS_COMPARISON_ITEM_ROW && layout == GLOSS_COMPARISON_REDLINE)
    add_redline (blocks, comparison, item, palette, matches);
  else if (kind == GLOSS_COMPARISON_ITEM_ROW)
    {
      gboolean captioned = layout == GLOSS_COMPARISON_STACKED;

      add_side (blocks, comparison, item, FALSE, TRUE, captioned, palette, matches);
      add_side (blocks, comparison, item, TRUE, TRUE, captioned, palette, matches);
    }

  return g_steal_pointer (&blocks);
}

int
gloss_comparison_blocks_arrange (GPtrArray *blocks,
                                 GtkWidget *widget,
                                 gboolean   is_new,
                                 gboolean   beside,
                                 int        x,
                                 int        y,
                                 int        width)
{
  int top = y;
  int label_width = 0;

  /* The wordings begin below each other, however wide their labels are. */
  for (guint i = 0; i < blocks->len; i++)
    if (gloss_comparison_block_is_new (g_ptr_array_index (blocks, i)) == is_new)
      label_width = MAX (label_width, gloss_comparison_block_measure_label (g_ptr_array_index (blocks, i), widget, width,
                                                                            beside));

  for (guint i = 0; i < blocks->len; i++)
    {
      GlossComparisonBlock *block = g_ptr_array_index (blocks, i);

      if (gloss_comparison_block_is_new (block) != is_new)
        continue;

      if (y > top)
        y += BLOCK_GAP;
      gloss_comparison_block_set_position (block, x, y);
      y += gloss_comparison_block_measure (block, widget, width, label_width);
    }

  return y - top;
}

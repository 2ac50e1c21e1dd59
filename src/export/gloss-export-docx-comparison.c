/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-docx-private.h"

#include <string.h>

#include "comparison/gloss-chain.h"
#include "export/gloss-export-docx-revisions.h"

/* A comparison as tracked changes: whoever accepts all of them has the new text, whoever rejects
 * all the old one, paragraph by paragraph. This does not depend on what the comparison says of its
 * rows: the clauses of each side are written in the order of their document. Rows that keep that
 * order on both sides are written as one; of any other row the old clauses stand where they stood
 * as deleted or moved away, and the new ones in their place as inserted or moved here. */

static const GlossRevision revisions[] = {
  [GLOSS_DIFF_EQUAL] = GLOSS_REVISION_KEPT,
  [GLOSS_DIFF_REMOVED] = GLOSS_REVISION_DELETED,
  [GLOSS_DIFF_ADDED] = GLOSS_REVISION_INSERTED,
};

typedef struct
{
  GlossComparison *comparison;
  GlossRevisions  *revisions;
  GHashTable      *kept;       /* (element-type GlossComparisonRow) rows that are written as one */
  GHashTable      *moves;      /* (element-type GlossComparisonRow guint) numbers of moves, from 1 */
  guint            n_written[2]; /* clauses of each side */
  guint            at[2];        /* of the row that is written, the clause of each side */
} Writer;

static GlossDocument *
get_document (Writer          *self,
              GlossExportSide  side)
{
  return side == GLOSS_EXPORT_OLD ? gloss_comparison_get_old_document (self->comparison)
                                  : gloss_comparison_get_new_document (self->comparison);
}

static void
append_label (Writer        *self,
              GlossRevision  revision,
              GlossClause   *clause)
{
  const char *label = gloss_clause_get_label (clause);
  g_autofree char *text = g_strconcat (label, "\t", NULL);

  if (*label != '\0')
    gloss_revisions_append (self->revisions, revision, text, strlen (text));
}

static void
append_labels (Writer      *self,
               GlossClause *old_clause,
               GlossClause *new_clause)
{
  if (g_str_equal (gloss_clause_get_label (old_clause), gloss_clause_get_label (new_clause)))
    {
      append_label (self, GLOSS_REVISION_KEPT, new_clause);
      return;
    }

  append_label (self, GLOSS_REVISION_DELETED, old_clause);
  append_label (self, GLOSS_REVISION_INSERTED, new_clause);
}

/* The clause of one side of @row that is written now. */
static GlossClause *
get_clause (Writer             *self,
            GlossComparisonRow *row,
            GlossExportSide     side)
{
  return gloss_export_row_get_clause (row, side, self->at[side]);
}

static void
begin_kept (Writer             *self,
            GlossComparisonRow *row)
{
  gloss_revisions_begin_paragraph (self->revisions, get_clause (self, row, GLOSS_EXPORT_NEW), GLOSS_EXPORT_NEW,
                                   GLOSS_REVISION_KEPT);
}

/* Where the clause @index of one side of a row ends in the text of that side; out of reach for the
 * last, behind which there is no border. */
static gsize
find_border (GlossComparisonRow *row,
             GlossExportSide     side,
             guint               index)
{
  gsize border = index; /* a line break between each two */

  if (index + 1 >= gloss_export_row_get_n_clauses (row, side))
    return G_MAXSIZE;

  for (guint i = 0; i <= index; i++)
    border += strlen (gloss_clause_get_text (gloss_export_row_get_clause (row, side, i)));

  return border;
}

/* The bytes from @offset in the text of one side to the end of the clause that is written there. */
static gsize
measure_clause (Writer             *self,
                GlossComparisonRow *row,
                GlossExportSide     side,
                gsize               offset)
{
  gsize border = find_border (row, side, self->at[side]);

  return border != G_MAXSIZE ? border - offset : G_MAXSIZE;
}

/* Between two clauses of @old_side, @new_side or both: @line_break is what stands there. Where only
 * one side has a border, the mark of the paragraph is deleted or inserted, and so is the line
 * break that the other side's clause has in its place. */
static void
cross_border (Writer             *self,
              GlossComparisonRow *row,
              gboolean            old_side,
              gboolean            new_side,
              gboolean            kept,
              const char         *line_break)
{
  GlossRevision mark = GLOSS_REVISION_KEPT;

  if (old_side != new_side)
    mark = old_side ? GLOSS_REVISION_DELETED : GLOSS_REVISION_INSERTED;
  if (kept && mark == GLOSS_REVISION_DELETED)
    gloss_revisions_append (self->revisions, GLOSS_REVISION_INSERTED, line_break, 1);
  if (kept && mark == GLOSS_REVISION_INSERTED)
    gloss_revisions_append (self->revisions, GLOSS_REVISION_DELETED, line_break, 1);
  gloss_revisions_set_mark (self->revisions, mark);

  self->at[GLOSS_EXPORT_OLD] += old_side;
  self->at[GLOSS_EXPORT_NEW] += new_side;
  begin_kept (self, row);

  if (old_side && new_side)
    append_labels (self, get_clause (self, row, GLOSS_EXPORT_OLD), get_clause (self, row, GLOSS_EXPORT_NEW));
  else
    append_label (self, mark, get_clause (self, row, old_side ? GLOSS_EXPORT_OLD : GLOSS_EXPORT_NEW));
}

static void
append_stretch (Writer                 *self,
                GlossComparisonRow     *row,
                const GlossDiffStretch *stretch)
{
  const char *text = gloss_comparison_row_get_stretch_text (row, stretch);
  gsize done = 0;

  while (done < stretch->length)
    {
      gsize to_old = G_MAXSIZE;
      gsize to_new = G_MAXSIZE;
      gsize length;

      if (stretch->op != GLOSS_DIFF_ADDED)
        to_old = measure_clause (self, row, GLOSS_EXPORT_OLD, stretch->old_start + done);
      if (stretch->op != GLOSS_DIFF_REMOVED)
        to_new = measure_clause (self, row, GLOSS_EXPORT_NEW, stretch->new_start + done);

      length = MIN (MIN (to_old, to_new), stretch->length - done);
      gloss_revisions_append (self->revisions, revisions[stretch->op], text + done, length);
      if (length == 0)
        cross_border (self, row, to_old == 0, to_new == 0, stretch->op == GLOSS_DIFF_EQUAL, text + done);
      done += MAX (length, 1);
    }
}

/* A row that is written as one. */
static void
write_kept (Writer             *self,
            GlossComparisonRow *row)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  self->at[GLOSS_EXPORT_OLD] = self->at[GLOSS_EXPORT_NEW] = 0;
  begin_kept (self, row);
  append_labels (self, get_clause (self, row, GLOSS_EXPORT_OLD), get_clause (self, row, GLOSS_EXPORT_NEW));
  for (guint i = 0; i < n_stretches; i++)
    append_stretch (self, row, &stretches[i]);

  self->n_written[GLOSS_EXPORT_OLD] += gloss_comparison_row_get_n_old (row);
  self->n_written[GLOSS_EXPORT_NEW] += gloss_comparison_row_get_n_new (row);
}

/* One end of a move: what is at both ends was moved, what is at this one alone was reworded. */
static void
append_moved_text (Writer             *self,
                   GlossComparisonRow *row,
                   GlossExportSide     side)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  GlossDiffOp own = side == GLOSS_EXPORT_OLD ? GLOSS_DIFF_REMOVED : GLOSS_DIFF_ADDED;
  GlossRevision moved = side == GLOSS_EXPORT_OLD ? GLOSS_REVISION_MOVED_FROM : GLOSS_REVISION_MOVED_TO;

  for (guint i = 0; i < n_stretches; i++)
    {
      const char *text = gloss_comparison_row_get_stretch_text (row, &stretches[i]);

      if (stretches[i].op == GLOSS_DIFF_EQUAL)
        gloss_revisions_append (self->revisions, moved, text, stretches[i].length);
      else if (stretches[i].op == own)
        gloss_revisions_append (self->revisions, revisions[own], text, stretches[i].length);
    }
}

/* The next clause of one side, which is in no row that is written as one. */
static void
write_next (Writer          *self,
            GlossExportSide  side)
{
  GlossClause *clause = gloss_document_get_clause (get_document (self, side), self->n_written[side]++);
  const char *id = gloss_clause_get_id (clause);
  GlossComparisonRow *row = side == GLOSS_EXPORT_OLD ? gloss_comparison_find_old (self->comparison, id)
                                                     : gloss_comparison_find_new (self->comparison, id);
  guint move = GPOINTER_TO_UINT (g_hash_table_lookup (self->moves, row));
  const char *text = gloss_clause_get_text (clause);
  GlossRevision change = side == GLOSS_EXPORT_OLD ? GLOSS_REVISION_DELETED : GLOSS_REVISION_INSERTED;
  guint range;

  if (move == 0)
    {
      gloss_revisions_begin_paragraph (self->revisions, clause, side, change);
      append_label (self, change, clause);
      gloss_revisions_append (self->revisions, change, text, strlen (text));
      return;
    }

  change = side == GLOSS_EXPORT_OLD ? GLOSS_REVISION_MOVED_FROM : GLOSS_REVISION_MOVED_TO;
  gloss_revisions_begin_paragraph (self->revisions, clause, side, change);
  range = gloss_revisions_begin_move (self->revisions, change, move);
  append_label (self, change, clause);
  append_moved_text (self, row, side);
  gloss_revisions_end_move (self->revisions, change, range);
}

static void
write_until (Writer          *self,
             GlossExportSide  side,
             guint            end)
{
  while (self->n_written[side] < end)
    write_next (self, side);
}

static gboolean
is_contiguous (GlossComparisonRow *row,
               GlossExportSide     side)
{
  guint n = gloss_export_row_get_n_clauses (row, side);

  return n > 0 && gloss_clause_get_position (gloss_export_row_get_clause (row, side, n - 1)) + 1 ==
                  gloss_clause_get_position (gloss_export_row_get_clause (row, side, 0)) + n;
}

static guint
get_position (GlossComparisonRow *row,
              GlossExportSide     side)
{
  return gloss_clause_get_position (gloss_export_row_get_clause (row, side, 0));
}

/* Which rows are written as one, and which are moves. */
static void
sort_rows (Writer *self)
{
  guint n_rows = gloss_comparison_get_n_rows (self->comparison);
  g_autofree GlossChainItem *items = g_new0 (GlossChainItem, n_rows + 1);
  g_autofree gboolean *chosen = g_new0 (gboolean, n_rows + 1);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (self->comparison, i);
      GlossRowState state = gloss_comparison_row_get_state (row);
      GlossChainItem *item = &items[candidates->len];

      if (state == GLOSS_ROW_MOVED || state == GLOSS_ROW_MOVED_REWORDED || !is_contiguous (row, GLOSS_EXPORT_OLD) ||
          !is_contiguous (row, GLOSS_EXPORT_NEW))
        continue;

      item->old_first = get_position (row, GLOSS_EXPORT_OLD);
      item->old_end = item->old_first + gloss_comparison_row_get_n_old (row);
      item->new_first = get_position (row, GLOSS_EXPORT_NEW);
      item->new_end = item->new_first + gloss_comparison_row_get_n_new (row);
      item->weight = 1 + strlen (gloss_comparison_row_get_new_text (row));
      g_ptr_array_add (candidates, row);
    }

  gloss_chain_choose (items, candidates->len, chosen);
  for (guint i = 0; i < candidates->len; i++)
    if (chosen[i])
      g_hash_table_add (self->kept, candidates->pdata[i]);

  for (guint i = 0; i < n_rows; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (self->comparison, i);

      if (!g_hash_table_contains (self->kept, row) && gloss_comparison_row_get_n_old (row) == 1 &&
          gloss_comparison_row_get_n_new (row) == 1)
        g_hash_table_insert (self->moves, row, GUINT_TO_POINTER (g_hash_table_size (self->moves) + 1));
    }
}

/* (nullable): the first row from @from on that is written as one. */
static GlossComparisonRow *
find_kept (Writer *self,
           guint  *from)
{
  for (; *from < gloss_comparison_get_n_rows (self->comparison); (*from)++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (self->comparison, *from);

      if (g_hash_table_contains (self->kept, row))
        return row;
    }

  return NULL;
}

/* The rows between two that are written as one, in their order as far as the documents' allows. */
static void
write_between (Writer *self,
               guint   first_row,
               guint   end_row,
               guint   old_end,
               guint   new_end)
{
  for (guint i = first_row; i < end_row; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (self->comparison, i);

      if (gloss_comparison_row_get_state (row) == GLOSS_ROW_DROPPED)
        write_until (self, GLOSS_EXPORT_OLD, MIN (get_position (row, GLOSS_EXPORT_OLD) + 1, old_end));
      else
        write_until (self, GLOSS_EXPORT_NEW, MIN (get_position (row, GLOSS_EXPORT_NEW) + 1, new_end));
    }

  write_until (self, GLOSS_EXPORT_OLD, old_end);
  write_until (self, GLOSS_EXPORT_NEW, new_end);
}

static void
write_rows (Writer *self)
{
  guint row_index = 0;

  for (;;)
    {
      guint first = row_index;
      GlossComparisonRow *kept = find_kept (self, &row_index);

      if (kept == NULL)
        {
          write_between (self, first, row_index, gloss_document_get_n_clauses (get_document (self, GLOSS_EXPORT_OLD)),
                         gloss_document_get_n_clauses (get_document (self, GLOSS_EXPORT_NEW)));
          return;
        }

      write_between (self, first, row_index, get_position (kept, GLOSS_EXPORT_OLD),
                     get_position (kept, GLOSS_EXPORT_NEW));
      write_kept (self, kept);
      row_index++;
    }
}

GBytes *
gloss_export_comparison_docx (GlossComparison *comparison)
{
  g_autoptr (GlossRevisions) tracked = NULL;
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) moves = g_hash_table_new (NULL, NULL);
  g_autofree char *title = gloss_export_comparison_dup_title (comparison);
  Writer writer = { .comparison = comparison, .kept = kept, .moves = moves };
  GlossDocx docx;

  gloss_docx_init (&docx);
  tracked = gloss_revisions_new (&docx, gloss_comparison_get_old_document (comparison),
                                 gloss_comparison_get_new_document (comparison));
  writer.revisions = tracked;
  sort_rows (&writer);
  write_rows (&writer);
  gloss_revisions_end (tracked);

  return gloss_docx_end (&docx, title, title, NULL, NULL);
}

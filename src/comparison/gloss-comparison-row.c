/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-row"

#include "config.h"

#include "comparison/gloss-comparison-row-private.h"

#include "comparison/gloss-wording.h"

#include <glib/gi18n.h>
#include <string.h>

/* The clauses of one side, which stand together in their document, and the text that they make. */
typedef struct
{
  GlossDocument *document; /* (nullable): a strong reference, where there are any */
  guint first;
  guint n;
  char *joined;            /* NULL where the text is that of a single clause */
  const char *text;
  gsize length;            /* bytes */
} Side;

struct _GlossComparisonRow
{
  GObject parent_instance;

  GlossRowState state;
  guint score;
  gboolean chosen;
  Side old_side;
  Side new_side;
  GArray *stretches; /* NULL where @whole is all there is */
  guint n_numbering; /* so many of them tell the numbers that the texts begin with */
  GlossDiffStretch whole;
};

G_DEFINE_FINAL_TYPE (GlossComparisonRow, gloss_comparison_row, G_TYPE_OBJECT)

static const struct
{
  const char *nick;
  const char *label;
} states[GLOSS_N_ROW_STATES] = {
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_UNCHANGED] = { "unchanged", N_("Unchanged") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_REWORDED] = { "reworded", N_("Reworded") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_RENUMBERED] = { "renumbered", N_("Renumbered") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_MOVED] = { "moved", N_("Moved") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_MOVED_REWORDED] = { "moved-reworded", N_("Moved and Reworded") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_SPLIT] = { "split", N_("Split") },
  /* Translators: what became of clauses from one version of a text to the next. */
  [GLOSS_ROW_MERGED] = { "merged", N_("Merged") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_NEW] = { "new", N_("New") },
  /* Translators: what became of a clause from one version of a text to the next. */
  [GLOSS_ROW_DROPPED] = { "dropped", N_("Dropped") },
};

static GlossClause *
side_get (const Side *side,
          guint       index)
{
  return gloss_document_get_clause (side->document, side->first + index);
}

static void
side_init (Side          *side,
           GlossDocument *document,
           guint          first,
           guint          n)
{
  side->first = first;
  side->n = n;
  side->text = "";
  if (n == 0)
    return;

  side->document = g_object_ref (document);
  if (n > 1)
    {
      g_autoptr (GString) text = g_string_new (gloss_clause_get_text (side_get (side, 0)));

      for (guint i = 1; i < n; i++)
        {
          g_string_append_c (text, '\n');
          g_string_append (text, gloss_clause_get_text (side_get (side, i)));
        }
      side->joined = g_string_free (g_steal_pointer (&text), FALSE);
    }
  side->text = side->joined != NULL ? side->joined : gloss_clause_get_text (side_get (side, 0));
  side->length = side->joined != NULL ? strlen (side->joined) : gloss_clause_get_length (side_get (side, 0));
}

static void
side_clear (Side *side)
{
  g_clear_object (&side->document);
  g_free (side->joined);
}

static void
gloss_comparison_row_finalize (GObject *object)
{
  GlossComparisonRow *self = GLOSS_COMPARISON_ROW (object);

  side_clear (&self->old_side);
  side_clear (&self->new_side);
  g_clear_pointer (&self->stretches, g_array_unref);

  G_OBJECT_CLASS (gloss_comparison_row_parent_class)->finalize (object);
}

static void
gloss_comparison_row_class_init (GlossComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_comparison_row_finalize;
}

static void
gloss_comparison_row_init (GlossComparisonRow *self)
{
}

/* Tells two texts apart whose first bytes, so many as @skips says, are a number: a change of it is no
 * rewording. FALSE where a change of the number would run into one of the words. */
static gboolean
compare_numbered (GlossComparisonRow *self,
                  const gsize         skips[2],
                  GlossTokenizer     *tokenizer,
                  GlossTokenizer     *kept,
                  guint               coarseness,
                  GlossRowDifference *difference)
{
  const Side *a = &self->old_side;
  const Side *b = &self->new_side;
  GlossDiffWords number_words;
  g_autoptr (GArray) numbers = gloss_diff_with_tokenizer (tokenizer, NULL, a->text, skips[0], b->text, skips[1],
                                                          0, &number_words);
  g_autoptr (GArray) rest = gloss_diff_with_tokenizer (tokenizer, kept, a->text + skips[0], a->length - skips[0],
                                                       b->text + skips[1], b->length - skips[1],
                                                       coarseness, &difference->words);
  GlossDiffStretch *last = &g_array_index (numbers, GlossDiffStretch, numbers->len - 1);

  if (last->op != GLOSS_DIFF_EQUAL && rest->len > 0 && g_array_index (rest, GlossDiffStretch, 0).op != GLOSS_DIFF_EQUAL)
    return FALSE;

  if (!gloss_wording_equal (a->text, skips[0], b->text, skips[1]))
    difference->n_numbering = numbers->len;
  difference->words.kept += number_words.kept + number_words.added;
  for (guint i = 0; i < numbers->len; i++)
    g_array_index (numbers, GlossDiffStretch, i).typographic =
      g_array_index (numbers, GlossDiffStretch, i).op != GLOSS_DIFF_EQUAL;
  for (guint i = 0; i < rest->len; i++)
    {
      GlossDiffStretch *stretch = &g_array_index (rest, GlossDiffStretch, i);

      stretch->old_start += (guint) skips[0];
      stretch->new_start += (guint) skips[1];
    }
  if (rest->len > 0 && last->op == GLOSS_DIFF_EQUAL && g_array_index (rest, GlossDiffStretch, 0).op == GLOSS_DIFF_EQUAL)
    {
      last->length += g_array_index (rest, GlossDiffStretch, 0).length;
      g_array_remove_index (rest, 0);
    }
  g_array_append_vals (numbers, rest->data, rest->len);
  difference->stretches = g_steal_pointer (&numbers);
  return TRUE;
}

GlossRowDifference
gloss_comparison_row_compare (GlossComparisonRow     *self,
                              const GlossAlignRow    *place,
                              const GlossAlignClause *old_clauses,
                              const GlossAlignClause *new_clauses,
                              GlossTokenizer         *tokenizer,
                              GlossTokenizer         *kept,
                              guint                   coarseness)
{
  const Side *a = &self->old_side;
  const Side *b = &self->new_side;
  gsize skips[2] = { 0, 0 };
  GlossRowDifference difference = { 0 };

  if (a->n == 1 && b->n == 1)
    {
      skips[0] = (gsize) (old_clauses[place->old_first].text - a->text);
      skips[1] = (gsize) (new_clauses[place->new_first].text - b->text);
    }
  if ((skips[0] == 0 && skips[1] == 0) ||
      !compare_numbered (self, skips, tokenizer, kept, coarseness, &difference))
    difference.stretches = gloss_diff_with_tokenizer (tokenizer, kept, a->text, a->length, b->text, b->length,
                                                      coarseness, &difference.words);

  return difference;
}

void
gloss_comparison_row_take (GlossComparisonRow *self,
                           GlossRowDifference *difference)
{
  g_clear_pointer (&self->stretches, g_array_unref);
  self->stretches = g_steal_pointer (&difference->stretches);
  self->n_numbering = difference->n_numbering;
}

GlossComparisonRow *
gloss_comparison_row_new (const GlossAlignRow    *place,
                          GlossDocument          *old_document,
                          GlossDocument          *new_document,
                          const GlossAlignClause *old_clauses,
                          const GlossAlignClause *new_clauses,
                          GlossTokenizer         *tokenizer,
                          GlossTokenizer         *kept,
                          GlossComparisonSummary *summary,
                          GlossDiffWords         *words)
{
  GlossComparisonRow *self = g_object_new (GLOSS_TYPE_COMPARISON_ROW, NULL);
  Side *a = &self->old_side;
  Side *b = &self->new_side;

  *words = (GlossDiffWords) { 0 };
  self->state = place->state;
  self->score = place->score;
  self->chosen = place->chosen;
  side_init (a, old_document, place->old_first, place->n_old);
  side_init (b, new_document, place->new_first, place->n_new);

  /* Most rows are one stretch, and keep no array for it. */
  if (a->n == 0)
    {
      self->whole = (GlossDiffStretch) { GLOSS_DIFF_ADDED, 0, 0, (guint) b->length, FALSE };
      words->added = gloss_tokenizer_count_words (tokenizer, b->text, b->length);
    }
  else if (b->n == 0)
    {
      self->whole = (GlossDiffStretch) { GLOSS_DIFF_REMOVED, 0, 0, (guint) a->length, FALSE };
      words->removed = gloss_tokenizer_count_words (tokenizer, a->text, a->length);
    }
  else if (a->length == b->length && memcmp (a->text, b->text, a->length) == 0)
    {
      self->whole = (GlossDiffStretch) { GLOSS_DIFF_EQUAL, 0, 0, (guint) a->length, FALSE };
      words->kept = gloss_tokenizer_count_words (tokenizer, b->text, b->length);
    }
  else
    {
      GlossRowDifference difference = gloss_comparison_row_compare (self, place, old_clauses, new_clauses,
                                                                    tokenizer, kept,
                                                                    GLOSS_DIFF_COARSENESS_DEFAULT);

      *words = difference.words;
      gloss_comparison_row_take (self, &difference);
    }

  summary->rows[self->state]++;
  summary->words_kept += words->kept;
  summary->words_removed += words->removed;
  summary->words_added += words->added;
  return self;
}

const char *
gloss_row_state_to_string (GlossRowState state)
{
  g_return_val_if_fail (state < GLOSS_N_ROW_STATES, NULL);

  return states[state].nick;
}

const char *
gloss_row_state_get_label (GlossRowState state)
{
  g_return_val_if_fail (state < GLOSS_N_ROW_STATES, NULL);

  return g_dgettext (GETTEXT_PACKAGE, states[state].label);
}

GlossRowState
gloss_comparison_row_get_state (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), GLOSS_ROW_UNCHANGED);

  return self->state;
}

gboolean
gloss_comparison_row_is_change (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), FALSE);

  return self->state != GLOSS_ROW_UNCHANGED && self->state != GLOSS_ROW_RENUMBERED;
}

gboolean
gloss_comparison_row_is_chosen (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), FALSE);

  return self->chosen;
}

gboolean
gloss_comparison_row_is_typographic (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), FALSE);

  if (self->stretches == NULL || (self->state != GLOSS_ROW_UNCHANGED && self->state != GLOSS_ROW_RENUMBERED &&
                                  self->state != GLOSS_ROW_MOVED))
    return FALSE;

  for (guint i = self->n_numbering; i < self->stretches->len; i++)
    if (g_array_index (self->stretches, GlossDiffStretch, i).op != GLOSS_DIFF_EQUAL)
      return TRUE;
  return FALSE;
}

guint
gloss_comparison_row_get_n_old (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), 0);

  return self->old_side.n;
}

guint
gloss_comparison_row_get_n_new (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), 0);

  return self->new_side.n;
}

GlossClause *
gloss_comparison_row_get_old (GlossComparisonRow *self,
                              guint               index)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (index < self->old_side.n, NULL);

  return side_get (&self->old_side, index);
}

GlossClause *
gloss_comparison_row_get_new (GlossComparisonRow *self,
                              guint               index)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (index < self->new_side.n, NULL);

  return side_get (&self->new_side, index);
}

guint
gloss_comparison_row_get_score (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), 0);

  return self->score;
}

const char *
gloss_comparison_row_get_old_text (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), NULL);

  return self->old_side.text;
}

const char *
gloss_comparison_row_get_new_text (GlossComparisonRow *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), NULL);

  return self->new_side.text;
}

const GlossDiffStretch *
gloss_comparison_row_get_stretches (GlossComparisonRow *self,
                                    guint              *n_stretches)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (n_stretches != NULL, NULL);

  if (self->stretches != NULL)
    {
      *n_stretches = self->stretches->len;
      return (const GlossDiffStretch *) (gpointer) self->stretches->data;
    }

  *n_stretches = self->whole.length > 0 ? 1 : 0;
  return &self->whole;
}

const char *
gloss_comparison_row_get_stretch_text (GlossComparisonRow     *self,
                                       const GlossDiffStretch *stretch)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (stretch != NULL, NULL);

  if (stretch->op == GLOSS_DIFF_ADDED)
    return self->new_side.text + stretch->new_start;
  return self->old_side.text + stretch->old_start;
}

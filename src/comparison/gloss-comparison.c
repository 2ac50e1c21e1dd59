/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison"

#include "config.h"

#include "comparison/gloss-comparison.h"

#include "comparison/gloss-comparison-bound.h"
#include "comparison/gloss-comparison-clauses.h"
#include "comparison/gloss-comparison-row-private.h"
#include "comparison/gloss-workers.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* How many rows are made between two looks at the cancellable, by one thread. */
#define ROWS_PER_PART 64

struct _GlossComparison
{
  GObject parent_instance;

  GlossDocument *old_document;
  GlossDocument *new_document;
  GPtrArray *rows;      /* GlossComparisonRow */
  guint *row_of_old;    /* by the position of the clause */
  guint *row_of_new;
  GlossComparisonSummary summary;
};

static void gloss_comparison_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossComparison, gloss_comparison, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      gloss_comparison_list_model_init))

/* The language whose words both texts are cut by. */
static const char *
choose_language (GlossDocument *old_document,
                 GlossDocument *new_document)
{
  const char *language = gloss_document_get_language (new_document);

  return g_str_equal (language, "und") ? gloss_document_get_language (old_document) : language;
}

/* Puts the choices of a reader into the clauses. */
static void
choose_clauses (GlossComparison  *self,
                GPtrArray        *pairings,
                GlossAlignClause *old_clauses,
                GlossAlignClause *new_clauses)
{
  for (guint i = 0; i < pairings->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (pairings, i);
      GlossClause *a = pairing->old_id != NULL ? gloss_document_find_clause (self->old_document, pairing->old_id) : NULL;
      GlossClause *b = pairing->new_id != NULL ? gloss_document_find_clause (self->new_document, pairing->new_id) : NULL;
      guint *a_chosen = a != NULL ? &old_clauses[gloss_clause_get_position (a)].chosen : NULL;
      guint *b_chosen = b != NULL ? &new_clauses[gloss_clause_get_position (b)].chosen : NULL;

      if ((pairing->old_id != NULL && (a == NULL || *a_chosen != 0)) ||
          (pairing->new_id != NULL && (b == NULL || *b_chosen != 0)))
        continue;
      if (a != NULL)
        *a_chosen = b != NULL ? gloss_clause_get_position (b) + 1 : GLOSS_ALIGN_ALONE;
      if (b != NULL)
        *b_chosen = a != NULL ? gloss_clause_get_position (a) + 1 : GLOSS_ALIGN_ALONE;
    }
}

/* What the makers of the rows share, and what each has of its own. */
typedef struct
{
  GlossComparison *comparison;
  const GArray *places;     /* GlossAlignRow */
  const GlossAlignClause *old_clauses;
  const GlossAlignClause *new_clauses;
  GlossComparisonRow **rows; /* by place; NULL until one is made */
  GlossDiffWords *words;    /* likewise */
  GlossTokenizer *kept;     /* only looked at */
  GlossProgress *progress;
  GCancellable *cancellable;
  GlossTokenizer *tokenizers[GLOSS_MAX_WORKERS];
  GlossComparisonSummary summaries[GLOSS_MAX_WORKERS];
} RowWork;

static void
make_rows_cb (guint    first,
              guint    end,
              guint    worker,
              gpointer user_data)
{
  RowWork *work = user_data;
  GlossComparison *self = work->comparison;

  if (g_cancellable_is_cancelled (work->cancellable))
    return;
  if (work->tokenizers[worker] == NULL)
    work->tokenizers[worker] = gloss_tokenizer_new (choose_language (self->old_document, self->new_document));
  if (worker == 0)
    gloss_progress_report (work->progress, GLOSS_ALIGN_PERCENT, 100, first, work->places->len);

  for (guint i = first; i < end; i++)
    work->rows[i] = gloss_comparison_row_new (&g_array_index (work->places, GlossAlignRow, i),
                                              self->old_document, self->new_document,
                                              work->old_clauses, work->new_clauses,
                                              work->tokenizers[worker], work->kept,
                                              &work->summaries[worker], &work->words[i]);
}

static void
add_summary (GlossComparisonSummary       *summary,
             const GlossComparisonSummary *part)
{
  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    summary->rows[state] += part->rows[state];
  summary->words_kept += part->words_kept;
  summary->words_removed += part->words_removed;
  summary->words_added += part->words_added;
}

/* FALSE only where it was cancelled. */
static gboolean
make_rows (GlossComparison         *self,
           const GArray            *places,
           const GlossAlignClause  *old_clauses,
           const GlossAlignClause  *new_clauses,
           GlossTokenizer          *kept,
           GlossProgress           *progress,
           GCancellable            *cancellable,
           GError                 **error)
{
  RowWork work = {
    .comparison = self,
    .places = places,
    .old_clauses = old_clauses,
    .new_clauses = new_clauses,
    .rows = g_new0 (GlossComparisonRow *, places->len + 1),
    .words = g_new0 (GlossDiffWords, places->len + 1),
    .kept = kept,
    .progress = progress,
    .cancellable = cancellable,
  };

  gloss_work (places->len, ROWS_PER_PART, make_rows_cb, &work);

  self->rows = g_ptr_array_new_full (places->len, g_object_unref);
  for (guint i = 0; i < places->len; i++)
    if (work.rows[i] != NULL)
      g_ptr_array_add (self->rows, work.rows[i]);
  for (guint worker = 0; worker < GLOSS_MAX_WORKERS; worker++)
    add_summary (&self->summary, &work.summaries[worker]);

  gloss_comparison_bound (&(GlossBoundRows) {
    .places = places,
    .old_clauses = old_clauses,
    .new_clauses = new_clauses,
    .language = choose_language (self->old_document, self->new_document),
    .tokenizers = work.tokenizers,
    .kept = kept,
    .cancellable = cancellable,
    .rows = work.rows,
    .words = work.words,
  }, &self->summary);
  for (guint worker = 0; worker < GLOSS_MAX_WORKERS; worker++)
    g_clear_pointer (&work.tokenizers[worker], gloss_tokenizer_free);
  g_free (work.rows);
  g_free (work.words);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The clauses of the documents as they are aligned. */
typedef struct
{
  GlossDocument *documents[2];
  GStringChunk *labels[2];
  GlossAlignClause *clauses[2];
  guint n_clauses[2];
} Sides;

static void
list_clauses_cb (guint    first,
                 guint    end,
                 guint    worker,
                 gpointer user_data)
{
  Sides *sides = user_data;

  for (guint i = first; i < end; i++)
    {
      sides->labels[i] = g_string_chunk_new (1024);
      sides->clauses[i] = gloss_comparison_list_clauses (sides->documents[i], sides->labels[i], &sides->n_clauses[i]);
    }
}

/* Both at the same time. */
static void
sides_init (Sides         *sides,
            GlossDocument *old_document,
            GlossDocument *new_document)
{
  *sides = (Sides) { .documents = { old_document, new_document } };
  gloss_work (2, 1, list_clauses_cb, sides);
}

static void
sides_clear (Sides *sides)
{
  for (guint i = 0; i < 2; i++)
    {
      g_string_chunk_free (sides->labels[i]);
      g_free (sides->clauses[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sides, sides_clear)

/* What one step needed is several times the texts, and the next would come on top of it. */
static void
give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static gboolean
fill (GlossComparison  *self,
      GPtrArray        *pairings,
      GlossProgress    *progress,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr (GlossTokenizer) tokenizer = NULL;
  g_auto (Sides) sides = { 0 };
  g_autoptr (GArray) places = NULL;
  const GlossAlignClause *old_clauses, *new_clauses;
  guint n_old, n_new;

  tokenizer = gloss_tokenizer_new (choose_language (self->old_document, self->new_document));
  sides_init (&sides, self->old_document, self->new_document);
  if (pairings != NULL)
    choose_clauses (self, pairings, sides.clauses[0], sides.clauses[1]);
  old_clauses = sides.clauses[0];
  new_clauses = sides.clauses[1];
  n_old = sides.n_clauses[0];
  n_new = sides.n_clauses[1];
  places = gloss_align (old_clauses, n_old, new_clauses, n_new, tokenizer, progress, cancellable, error);
  if (places == NULL)
    return FALSE;

  give_back ();
  if (!make_rows (self, places, old_clauses, new_clauses, tokenizer, progress, cancellable, error))
    return FALSE;

  self->row_of_old = g_new (guint, n_old);
  self->row_of_new = g_new (guint, n_new);
  for (guint i = 0; i < places->len; i++)
    {
      const GlossAlignRow *place = &g_array_index (places, GlossAlignRow, i);

      for (guint k = 0; k < place->n_old; k++)
        self->row_of_old[place->old_first + k] = i;
      for (guint k = 0; k < place->n_new; k++)
        self->row_of_new[place->new_first + k] = i;
    }

  gloss_progress_report (progress, 0, 100, 1, 1);
  return TRUE;
}

static GType
gloss_comparison_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_COMPARISON_ROW;
}

static guint
gloss_comparison_get_n_items (GListModel *model)
{
  return GLOSS_COMPARISON (model)->rows->len;
}

static gpointer
gloss_comparison_get_item (GListModel *model,
                           guint       position)
{
  GlossComparison *self = GLOSS_COMPARISON (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
gloss_comparison_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_comparison_get_item_type;
  iface->get_n_items = gloss_comparison_get_n_items;
  iface->get_item = gloss_comparison_get_item;
}

static void
gloss_comparison_finalize (GObject *object)
{
  GlossComparison *self = GLOSS_COMPARISON (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->row_of_old);
  g_free (self->row_of_new);
  g_clear_object (&self->old_document);
  g_clear_object (&self->new_document);

  G_OBJECT_CLASS (gloss_comparison_parent_class)->finalize (object);
}

static void
gloss_comparison_class_init (GlossComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_comparison_finalize;
}

static void
gloss_comparison_init (GlossComparison *self)
{
}

static GlossComparison *
compare (GlossDocument  *old_document,
         GlossDocument  *new_document,
         GPtrArray      *pairings,
         GlossProgress  *progress,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (GlossComparison) self = g_object_new (GLOSS_TYPE_COMPARISON, NULL);

  self->old_document = g_object_ref (old_document);
  self->new_document = g_object_ref (new_document);
  if (!fill (self, pairings, progress, cancellable, error))
    return NULL;

  give_back ();
  return g_steal_pointer (&self);
}

GlossComparison *
gloss_comparison_new (GlossDocument  *old_document,
                      GlossDocument  *new_document,
                      GCancellable   *cancellable,
                      GError        **error)
{
  return gloss_comparison_new_with_choices (old_document, new_document, NULL, cancellable, error);
}

GlossComparison *
gloss_comparison_new_with_choices (GlossDocument  *old_document,
                                   GlossDocument  *new_document,
                                   GPtrArray      *pairings,
                                   GCancellable   *cancellable,
                                   GError        **error)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (old_document), NULL);
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (new_document), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return compare (old_document, new_document, pairings, NULL, cancellable, error);
}

typedef struct
{
  GlossDocument *old_document;
  GlossDocument *new_document;
  GPtrArray *pairings;     /* or NULL */
  GlossProgress *progress; /* likewise */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->old_document);
  g_object_unref (request->new_document);
  g_clear_pointer (&request->pairings, g_ptr_array_unref);
  g_clear_pointer (&request->progress, gloss_progress_unref);
  g_free (request);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GlossComparison *comparison;

  comparison = compare (request->old_document, request->new_document, request->pairings,
                        request->progress, cancellable, &error);
  if (comparison != NULL)
    g_task_return_pointer (task, comparison, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
gloss_comparison_new_async (GlossDocument       *old_document,
                            GlossDocument       *new_document,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  gloss_comparison_new_with_choices_async (old_document, new_document, NULL, NULL, NULL,
                                           cancellable, callback, user_data);
}

/* Progress that is told later than the end would come to somebody who has gone. */
static void
completed_cb (GTask         *task,
              GParamSpec    *pspec,
              GlossProgress *progress)
{
  gloss_progress_end (progress);
}

void
gloss_comparison_new_with_choices_async (GlossDocument       *old_document,
                                         GlossDocument       *new_document,
                                         GPtrArray           *pairings,
                                         GlossProgressFunc    progress,
                                         gpointer             progress_data,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (GLOSS_IS_DOCUMENT (old_document));
  g_return_if_fail (GLOSS_IS_DOCUMENT (new_document));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  request = g_new0 (Request, 1);
  request->old_document = g_object_ref (old_document);
  request->new_document = g_object_ref (new_document);
  request->pairings = pairings != NULL ? gloss_pairings_copy (pairings) : NULL;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_comparison_new_async);
  if (progress != NULL)
    {
      request->progress = gloss_progress_new (progress, progress_data);
      g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), request->progress);
    }
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, compare_in_thread);
}

GlossComparison *
gloss_comparison_new_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GlossDocument *
gloss_comparison_get_old_document (GlossComparison *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), NULL);

  return self->old_document;
}

GlossDocument *
gloss_comparison_get_new_document (GlossComparison *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), NULL);

  return self->new_document;
}

guint
gloss_comparison_get_n_rows (GlossComparison *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), 0);

  return self->rows->len;
}

GlossComparisonRow *
gloss_comparison_get_row (GlossComparison *self,
                          guint            index)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, index);
}

GlossComparisonRow *
gloss_comparison_find_old (GlossComparison *self,
                           const char      *clause_id)
{
  GlossClause *clause;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (clause_id != NULL, NULL);

  clause = gloss_document_find_clause (self->old_document, clause_id);
  if (clause == NULL)
    return NULL;
  return g_ptr_array_index (self->rows, self->row_of_old[gloss_clause_get_position (clause)]);
}

GlossComparisonRow *
gloss_comparison_find_new (GlossComparison *self,
                           const char      *clause_id)
{
  GlossClause *clause;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (clause_id != NULL, NULL);

  clause = gloss_document_find_clause (self->new_document, clause_id);
  if (clause == NULL)
    return NULL;
  return g_ptr_array_index (self->rows, self->row_of_new[gloss_clause_get_position (clause)]);
}

const GlossComparisonSummary *
gloss_comparison_get_summary (GlossComparison *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), NULL);

  return &self->summary;
}

guint
gloss_comparison_count_chosen (GlossComparison *self)
{
  guint n_chosen = 0;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (self), 0);

  for (guint i = 0; i < gloss_comparison_get_n_rows (self); i++)
    n_chosen += gloss_comparison_row_is_chosen (gloss_comparison_get_row (self, i));

  return n_chosen;
}

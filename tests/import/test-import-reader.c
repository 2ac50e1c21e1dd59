/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-reader.h"

#include "import-fixture.h"
#include "import/gloss-import.h"

/* What is read on a thread of its own. */
typedef struct
{
  char             *data;
  GlossProgress    *progress;
  GCancellable     *cancellable;
  GlossImportBatch *batch;
  GError           *error;
} Job;

static gpointer
read_thread (gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossImportReader) reader = gloss_import_reader_new (library);

  job->batch = gloss_import_reader_read_data (reader, job->data, strlen (job->data), "notes.json", job->progress, 20, 60,
                                              job->cancellable, &job->error);
  return NULL;
}

static void
run (Job *job)
{
  g_thread_join (g_thread_new ("import", read_thread, job));
}

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->batch, gloss_import_batch_free);
  g_clear_pointer (&job->progress, gloss_progress_unref);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* What came from another thread, whose library is gone, is planned as what was read here. */
static void
test_handed_over (void)
{
  g_auto (Job) job = { .data = fixture_sample ("hypothesis-api.json") };
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  g_autoptr (GlossImportPlan) plan = gloss_import_plan_new (library, notebook);
  g_autoptr (GlossImportPlan) here = gloss_import_plan_new (library, notebook);
  g_autoptr (GError) error = NULL;

  run (&job);
  g_assert_no_error (job.error);
  g_assert_cmpstr (job.batch->file->format, ==, "Hypothesis");

  g_assert_true (gloss_import_plan_take (plan, g_steal_pointer (&job.batch), &error));
  g_assert_no_error (error);
  g_assert_true (gloss_import_plan_add (here, job.data, strlen (job.data), "notes.json", NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (gloss_import_plan_get_n_items (plan), ==, gloss_import_plan_get_n_items (here));
  g_assert_cmpuint (gloss_import_plan_get_n_items (plan), >, 0);
  for (guint i = 0; i < gloss_import_plan_get_n_items (plan); i++)
    {
      const GlossImportItem *item = gloss_import_plan_get_item (plan, i);
      const GlossImportItem *other = gloss_import_plan_get_item (here, i);

      g_assert_cmpstr (item->symbol, ==, other->symbol);
      g_assert_cmpint (item->state, ==, other->state);
      g_assert_cmpstr (gloss_annotation_get_text (item->annotation), ==, gloss_annotation_get_text (other->annotation));
      if (item->clause != NULL)
        g_assert_cmpstr (gloss_clause_get_citation (item->clause), ==, gloss_clause_get_citation (other->clause));
    }
}

static void
progress_cb (guint    percent,
             gpointer user_data)
{
  guint *last = user_data;

  *last = percent;
}

static void
test_progress (void)
{
  guint last = 0;
  g_auto (Job) job = { .data = fixture_sample ("hypothesis-api.json"), .progress = gloss_progress_new (progress_cb, &last) };

  run (&job);
  g_assert_no_error (job.error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (last, ==, 60);
  gloss_progress_end (job.progress);
}

static void
test_cancelled (void)
{
  g_auto (Job) job = { .data = fixture_sample ("hypothesis-api.json"), .cancellable = g_cancellable_new () };

  g_cancellable_cancel (job.cancellable);
  run (&job);
  g_assert_null (job.batch);
  g_assert_error (job.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_refused (void)
{
  g_auto (Job) job = { .data = g_strdup ("{\"shopping\":[\"bread\"]}") };

  run (&job);
  g_assert_null (job.batch);
  g_assert_error (job.error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_true (g_str_has_prefix (job.error->message, "notes.json: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-reader/handed-over", test_handed_over);
  g_test_add_func ("/import-reader/progress", test_progress);
  g_test_add_func ("/import-reader/cancelled", test_cancelled);
  g_test_add_func ("/import-reader/refused", test_refused);

  return g_test_run ();
}

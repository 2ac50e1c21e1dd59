/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-reading.h"

#include <glib/gstdio.h>

#include "import-fixture.h"

typedef struct
{
  GPtrArray *files;
  GError    *error;
  guint      percent;
  gboolean   done;
} Outcome;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->files = gloss_import_read_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static void
progress_cb (guint    percent,
             gpointer user_data)
{
  Outcome *outcome = user_data;

  g_assert_false (outcome->done);
  g_assert_cmpuint (percent, >=, outcome->percent);
  outcome->percent = percent;
}

static Outcome
read_files (GPtrArray    *files,
            GCancellable *cancellable)
{
  Outcome outcome = { NULL };

  gloss_import_read_async (files, progress_cb, &outcome, cancellable, read_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);

  return outcome;
}

static GFile *
sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);

  return g_file_new_for_path (path);
}

/* In their order, each with what it holds or why it was refused. */
static void
test_several (void)
{
  static const char *const names[] = { "other.json", "hypothesis-api.json", "no-such-file.json", "w3c-single.json" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Outcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (files, sample (names[i]));
  outcome = read_files (files, NULL);

  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.files->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const GlossImportReadFile *read = g_ptr_array_index (outcome.files, i);

      g_assert_cmpstr (read->name, ==, names[i]);
      g_assert_cmpint (read->batch != NULL, ==, i % 2 == 1);
      g_assert_cmpint (read->error != NULL, ==, i % 2 == 0);
      if (read->error != NULL)
        g_assert_null (strstr (read->error->message, names[i]));
    }

  g_ptr_array_unref (outcome.files);
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome;

  g_ptr_array_add (files, sample ("hypothesis-api.json"));
  g_cancellable_cancel (cancellable);
  outcome = read_files (files, cancellable);

  g_assert_null (outcome.files);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-reading/several", test_several);
  g_test_add_func ("/import-reading/cancelled", test_cancelled);

  return g_test_run ();
}

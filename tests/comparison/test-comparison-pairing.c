/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-comparison-pairing.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comparison-fixture.h"

static const char *const old_clauses[] = {
  "(1)", "Every State refrains from the use of force.",
  "(2)", "Bridges are built across the digital divide.",
  NULL
};
static const char *const new_clauses[] = {
  "(1)", "Every State refrains from the use of force.",
  "(2)", "Bridges are built across the digital divide.",
  NULL
};

typedef struct
{
  GlossComparisonPairing *pairing;
  GlossDocument          *old_document;
  GlossDocument          *new_document;
  char                   *folder;
  guint                   n_changes;
} Fixture;

static void
changed_cb (GlossComparisonPairing *pairing,
            Fixture                *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("pairings-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->pairing = gloss_comparison_pairing_new (fixture->folder);
  fixture->old_document = gloss_test_make_document ("OLD/1", "en", old_clauses);
  fixture->new_document = gloss_test_make_document ("NEW/1", "en", new_clauses);
  g_signal_connect (fixture->pairing, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->pairing);
  g_clear_object (&fixture->old_document);
  g_clear_object (&fixture->new_document);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* (transfer full): the comparison from @old_document to @new_document as @pairing has it. */
static GlossComparison *
compare (GlossComparisonPairing *pairing,
         GlossDocument          *old_document,
         GlossDocument          *new_document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairings = gloss_comparison_pairing_open (pairing, gloss_document_get_name (old_document),
                                                                  gloss_document_get_name (new_document), &error);
  GlossComparison *comparison;

  g_assert_no_error (error);
  comparison = gloss_comparison_new_with_choices (old_document, new_document, pairings, NULL, &error);
  g_assert_no_error (error);
  return comparison;
}

/* The rows as "1=1 2= =2*": the numbers of the clauses, "*" where it was chosen. */
static void
assert_rows (Fixture    *fixture,
             gboolean    turned,
             const char *expected)
{
  g_autoptr (GlossComparison) comparison =
      turned ? compare (fixture->pairing, fixture->new_document, fixture->old_document)
             : compare (fixture->pairing, fixture->old_document, fixture->new_document);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      for (guint k = 0; k < gloss_comparison_row_get_n_old (row); k++)
        g_string_append (shown, gloss_clause_get_id (gloss_comparison_row_get_old (row, k)) + strlen ("clause_"));
      g_string_append_c (shown, '=');
      for (guint k = 0; k < gloss_comparison_row_get_n_new (row); k++)
        g_string_append (shown, gloss_clause_get_id (gloss_comparison_row_get_new (row, k)) + strlen ("clause_"));
      g_string_append (shown, gloss_comparison_row_is_chosen (row) ? "* " : " ");
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static void
unpair_second (Fixture *fixture)
{
  g_autoptr (GlossComparison) comparison = compare (fixture->pairing, fixture->old_document, fixture->new_document);
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_comparison_pairing_unpair (fixture->pairing, gloss_comparison_find_new (comparison, "clause_2"), &error));
  g_assert_no_error (error);
}

/* What is chosen stands whichever is the old document, and in another run of the program. */
static void
test_both_ways (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_rows (fixture, FALSE, "1=1 2=2 ");
  unpair_second (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_rows (fixture, FALSE, "1=1 2=* =2* ");
  assert_rows (fixture, TRUE, "1=1 2=* =2* ");

  /* Now the other way round, as the comparison stands. */
  g_assert_true (gloss_comparison_pairing_pair (fixture->pairing, "clause_1", "clause_2", &error));
  g_assert_no_error (error);
  assert_rows (fixture, TRUE, "=1 1=2* 2=* ");
  assert_rows (fixture, FALSE, "1= 2=1* =2* ");

  g_assert_finalize_object (fixture->pairing);
  fixture->pairing = gloss_comparison_pairing_new (fixture->folder);
  assert_rows (fixture, FALSE, "1= 2=1* =2* ");
}

static gboolean
can_undo (Fixture *fixture)
{
  return gloss_comparison_pairing_peek_undo (fixture->pairing) != NULL;
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gloss_comparison_pairing_has_any (fixture->pairing));
  g_assert_false (can_undo (fixture));
  unpair_second (fixture);
  g_assert_true (gloss_comparison_pairing_has_any (fixture->pairing));
  g_assert_cmpstr (gloss_comparison_pairing_peek_undo (fixture->pairing)->label, ==, "Clauses unpaired");

  /* Both clauses are one step. */
  g_assert_true (gloss_comparison_pairing_undo (fixture->pairing, &error));
  g_assert_no_error (error);
  assert_rows (fixture, FALSE, "1=1 2=2 ");
  g_assert_false (can_undo (fixture));
  g_assert_true (gloss_comparison_pairing_redo (fixture->pairing, &error));
  assert_rows (fixture, FALSE, "1=1 2=* =2* ");

  /* Other documents have nothing to undo, and these no longer either. */
  g_clear_pointer (&error, g_error_free);
  {
    g_autoptr (GPtrArray) none = gloss_comparison_pairing_open (fixture->pairing, "A@en", "B@en", &error);

    g_assert_no_error (error);
    g_assert_cmpuint (none->len, ==, 0);
    g_assert_false (can_undo (fixture));
  }
  assert_rows (fixture, FALSE, "1=1 2=* =2* ");
}

static void
test_reset (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  unpair_second (fixture);
  comparison = compare (fixture->pairing, fixture->old_document, fixture->new_document);

  /* One of the two is free again; the other one still belongs to none. */
  g_assert_true (gloss_comparison_pairing_reset (fixture->pairing, gloss_comparison_find_old (comparison, "clause_2"), &error));
  assert_rows (fixture, FALSE, "1=1 2= =2* ");
  g_assert_true (gloss_comparison_pairing_reset_all (fixture->pairing, &error));
  g_assert_no_error (error);
  assert_rows (fixture, FALSE, "1=1 2=2 ");
  g_assert_true (gloss_comparison_pairing_undo (fixture->pairing, &error));
  assert_rows (fixture, FALSE, "1=1 2= =2* ");
}

/* In two windows: each is told of what the other one does, and undoes only its own. */
static void
test_two_of_the_same (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GlossComparisonPairing) other = gloss_comparison_pairing_new (fixture->folder);
  g_autoptr (GlossComparisonPairing) foreign = gloss_comparison_pairing_new (fixture->folder);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  Fixture elsewhere = { 0 };

  g_signal_connect (foreign, "changed", G_CALLBACK (changed_cb), &elsewhere);
  none = gloss_comparison_pairing_open (foreign, "OLD/1@en", "NEW/2@en", &error);
  g_assert_no_error (error);
  unpair_second (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  /* The same documents, the other way round. */
  g_clear_pointer (&none, g_ptr_array_unref);
  none = gloss_comparison_pairing_open (other, "NEW/1@en", "OLD/1@en", &error);
  g_assert_no_error (error);
  g_assert_true (gloss_comparison_pairing_pair (other, "clause_1", "clause_1", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_rows (fixture, FALSE, "1=1* 2=* =2* ");

  g_assert_true (gloss_comparison_pairing_undo (fixture->pairing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  assert_rows (fixture, FALSE, "1=1* 2=2 ");
  g_assert_false (can_undo (fixture));
  g_assert_true (gloss_comparison_pairing_undo (other, &error));
  g_assert_no_error (error);
  assert_rows (fixture, FALSE, "1=1 2=2 ");
  g_assert_cmpuint (elsewhere.n_changes, ==, 0);
}

/* Where nothing can be written, nothing has changed. */
static void
test_cannot_write (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "no-folder", NULL);
  g_autoptr (GlossComparisonPairing) pairing = gloss_comparison_pairing_new (file);
  g_autoptr (GPtrArray) pairings = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, "", -1, &error);
  g_assert_no_error (error);
  pairings = gloss_comparison_pairing_open (pairing, "OLD/1@en", "NEW/1@en", NULL);
  g_assert_cmpuint (pairings->len, ==, 0);

  g_signal_connect (pairing, "changed", G_CALLBACK (changed_cb), fixture);
  g_assert_false (gloss_comparison_pairing_pair (pairing, "clause_1", "clause_2", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_false (gloss_comparison_pairing_has_any (pairing));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/comparison-pairing/both-ways", Fixture, NULL, set_up, test_both_ways, tear_down);
  g_test_add ("/comparison-pairing/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/comparison-pairing/reset", Fixture, NULL, set_up, test_reset, tear_down);
  g_test_add ("/comparison-pairing/two-of-the-same", Fixture, NULL, set_up, test_two_of_the_same, tear_down);
  g_test_add ("/comparison-pairing/cannot-write", Fixture, NULL, set_up, test_cannot_write, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "document/gloss-document-builder.h"
#include "export/gloss-export-private.h"

/* More than are written at a time. */
#define N_CLAUSES 1000

static GlossDocument *
make_document (const char *symbol,
               guint       n_clauses,
               const char *seventh)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, symbol);
  for (guint i = 0; i < n_clauses; i++)
    {
      g_autofree char *text = g_strdup_printf ("Clause %u of the States %s agree on %u.", i,
                                               i % 7 == 0 ? seventh : "that", i * i);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) { .text = text });
    }

  return gloss_document_builder_end (builder);
}

static GlossComparison *
make_comparison (guint n_clauses)
{
  g_autoptr (GlossDocument) old_document = make_document ("A/1", n_clauses, "which");
  g_autoptr (GlossDocument) new_document = make_document ("A/2", n_clauses, "now here");
  g_autoptr (GError) error = NULL;
  GlossComparison *comparison = gloss_comparison_new (old_document, new_document, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

typedef struct
{
  GString *text;
  guint n_pieces;
  guint last; /* the piece that can't be taken; 0: all can */
} Taken;

static gboolean
take_cb (const char  *data,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  Taken *taken = user_data;

  g_assert_cmpuint (length, >, 0);
  taken->n_pieces++;
  if (taken->n_pieces == taken->last)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }
  g_string_append_len (taken->text, data, (gssize) length);
  return TRUE;
}

static void
test_order (void)
{
  static const GlossExportFormat formats[] = { GLOSS_EXPORT_TEXT, GLOSS_EXPORT_JSON, GLOSS_EXPORT_CSV, GLOSS_EXPORT_HTML };
  g_autoptr (GlossComparison) comparison = make_comparison (N_CLAUSES);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *expected = gloss_export_comparison (comparison, formats[i]);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      Taken taken = { .text = text };

      g_assert_true (gloss_export_comparison_to (comparison, formats[i], take_cb, &taken, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (text->str, ==, expected);
    }
}

static void
test_row_by_row (void)
{
  g_autoptr (GlossComparison) comparison = make_comparison (N_CLAUSES);
  g_autofree char *text = gloss_export_comparison (comparison, GLOSS_EXPORT_JSON);
  g_autoptr (GString) expected = g_string_new (NULL);

  gloss_export_json_writer.begin_comparison (expected, comparison);
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    gloss_export_json_writer.write_row (expected, comparison, gloss_comparison_get_row (comparison, i));
  gloss_export_json_writer.end_comparison (expected);
  g_assert_cmpstr (text, ==, expected->str);
}

static void
test_no_rows (void)
{
  g_autoptr (GlossComparison) comparison = make_comparison (0);
  g_autofree char *text = gloss_export_comparison (comparison, GLOSS_EXPORT_JSON);

  g_assert_true (g_str_has_suffix (text, "\"rows\":[\n]}\n"));
}

/* Wherever it fails: at the beginning, among the rows, at the end. */
static void
test_failure (void)
{
  g_autoptr (GlossComparison) comparison = make_comparison (N_CLAUSES);
  g_autoptr (GString) whole = g_string_new (NULL);
  Taken all = { .text = whole };

  g_assert_true (gloss_export_comparison_to (comparison, GLOSS_EXPORT_JSON, take_cb, &all, NULL));
  g_assert_cmpuint (all.n_pieces, >, 3);

  for (guint last = 1; last <= all.n_pieces; last++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      Taken taken = { .text = text, .last = last };

      g_assert_false (gloss_export_comparison_to (comparison, GLOSS_EXPORT_JSON, take_cb, &taken, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpuint (taken.n_pieces, ==, last);
      g_assert_true (g_str_has_prefix (whole->str, text->str));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-rows/order", test_order);
  g_test_add_func ("/export-rows/row-by-row", test_row_by_row);
  g_test_add_func ("/export-rows/no-rows", test_no_rows);
  g_test_add_func ("/export-rows/failure", test_failure);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-about-dialog.h"

#include <string.h>

#include "gloss-reader-test.h"

/* Every shipped text is named with its source, and the state of the transcription is counted. */
static void
test_texts (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autofree char *markup = gloss_about_describe_texts (library);
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  const char *text;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  text = gtk_label_get_text (GTK_LABEL (label));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);

      g_test_message ("%s", gloss_library_entry_get_name (entry));
      g_assert_nonnull (strstr (text, gloss_library_entry_get_symbol (entry)));
    }
  g_assert_nonnull (strstr (markup, "https://undocs.org/"));
  g_assert_nonnull (strstr (text, "clauses are confirmed word for word."));
  g_assert_nonnull (strstr (text, "clauses are transcribed and not confirmed yet."));
  g_assert_null (strstr (text, "0 clauses are confirmed word"));
}

/* The numbers are those of the clauses of A/66/359. */
static void
test_counts (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossDocument) document = gloss_library_load (library, "A/66/359@en", NULL);
  g_autofree char *markup = gloss_about_describe_texts (library);
  g_autofree char *expected = NULL;
  guint n_confirmed = 0;

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    n_confirmed += gloss_clause_get_confirmation (gloss_document_get_clause (document, i)) == GLOSS_CONFIRMATION_CONFIRMED;

  expected = g_strdup_printf ("%u clauses are confirmed word for word.", n_confirmed);
  g_assert_nonnull (strstr (markup, expected));
}

static void
test_present (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
  gloss_about_dialog_present (window, library);
  gloss_reader_test_settle ();
  g_assert_true (ADW_IS_ABOUT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/about-dialog/texts", test_texts);
  g_test_add_func ("/about-dialog/counts", test_counts);
  g_test_add_func ("/about-dialog/present", test_present);

  return gloss_ui_test_run ();
}

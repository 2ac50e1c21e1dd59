/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-documents-dialog.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

#define OLD_CODE "A/66/359@en"
#define NEW_CODE "A/69/723@en"
#define CHINESE_CODE "A/69/723@zh"

typedef struct
{
  GlossLibrary *library;
  GtkWidget    *window;
  AdwDialog    *dialog;
  char         *chosen; /* "OLD NEW", as was told last */
  guint         n_told;
} Fixture;

static gboolean
is_shown (gpointer dialog)
{
  return gloss_test_find (dialog, GTK_TYPE_DROP_DOWN) != NULL;
}

static void
chosen_cb (AdwDialog  *dialog,
           const char *old_name,
           const char *new_name,
           Fixture    *fixture)
{
  g_free (fixture->chosen);
  fixture->chosen = g_strdup_printf ("%s %s", old_name, new_name);
  fixture->n_told++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = gloss_comparison_documents_dialog_new (fixture->library, OLD_CODE, NEW_CODE);
  g_signal_connect (fixture->dialog, "chosen", G_CALLBACK (chosen_cb), fixture);
  adw_dialog_present (fixture->dialog, fixture->window);
  gloss_ui_test_wait (is_shown, fixture->dialog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
  g_free (fixture->chosen);
}

/* The labels on the screen, one after the other. */
static void
collect_labels (GtkWidget *root,
                GString   *text)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_labels (child, text);
}

/* Which document is which is said in full. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *found;

  collect_labels (GTK_WIDGET (fixture->dialog), text);
  found = strstr (text->str, "Old Document\nA/66/359\nEnglish");
  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found, "New Document\nA/69/723\nEnglish"));
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "documents.swap", NULL));
  g_assert_cmpstr (fixture->chosen, ==, NEW_CODE " " OLD_CODE);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  collect_labels (GTK_WIDGET (fixture->dialog), text);
  g_assert_nonnull (strstr (text->str, "Old Document\nA/69/723\n"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "documents.swap", NULL));
  g_assert_cmpstr (fixture->chosen, ==, OLD_CODE " " NEW_CODE);
}

/* The particulars are those of what is chosen now. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *drop_down = gloss_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->library)); i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->library), i);

      if (g_str_equal (gloss_library_entry_get_name (entry), CHINESE_CODE))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
    }

  g_assert_cmpstr (fixture->chosen, ==, CHINESE_CODE " " NEW_CODE);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  collect_labels (GTK_WIDGET (fixture->dialog), text);
  g_assert_nonnull (strstr (text->str, "Old Document\nA/69/723\nChinese"));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) g_test_add ("/comparison-documents-dialog/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("names", test_names);
  ADD ("swap", test_swap);
  ADD ("choose", test_choose);

#undef ADD

  return gloss_ui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-help-dialog.h"

#include <string.h>

#include "ui/gloss-help-topics.h"

#include "gloss-reader-test.h"

/* Every topic is whole, and no two are called alike. */
static void
test_topics (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (gloss_help_n_topics, >, 0);
  for (guint i = 0; i < gloss_help_n_topics; i++)
    {
      const GlossHelpTopic *topic = &gloss_help_topics[i];

      g_test_message ("%s", topic->id);
      g_assert_true (g_hash_table_add (ids, (gpointer) topic->id));
      g_assert_cmpstr (topic->title, !=, NULL);
      g_assert_cmpstr (topic->summary, !=, NULL);
      g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                              topic->icon_name) ||
                     g_str_has_prefix (topic->icon_name, "gloss-"));
      g_assert_nonnull (topic->sections[0].heading);
      for (guint j = 0; j < GLOSS_HELP_MAX_SECTIONS && topic->sections[j].heading != NULL; j++)
        g_assert_nonnull (topic->sections[j].paragraphs[0]);
    }
}

static guint
count_rows (GtkWidget *root)
{
  guint n_rows = ADW_IS_ACTION_ROW (root) && g_object_get_data (G_OBJECT (root), "topic") != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);

  return n_rows;
}

/* (transfer none) (nullable): a label that is shown below @root and begins with @text. */
static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (!gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_dialog (void)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = gloss_help_dialog_new ();
  GlossHelpDialog *self = GLOSS_HELP_DIALOG (dialog);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  gloss_reader_test_settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (dialog)), ==, gloss_help_n_topics);
  g_assert_null (gloss_help_dialog_get_topic (self));

  for (guint i = 0; i < gloss_help_n_topics; i++)
    {
      gloss_help_dialog_show_topic (self, gloss_help_topics[i].id);
      gloss_reader_test_settle ();
      g_assert_cmpstr (gloss_help_dialog_get_topic (self), ==, gloss_help_topics[i].id);
      g_assert_nonnull (find_label (GTK_WIDGET (dialog), gloss_help_topics[i].sections[0].paragraphs[0]));
    }

  /* Where the notes are is said by name. */
  gloss_help_dialog_show_topic (self, "keeping");
  gloss_reader_test_settle ();
  g_assert_nonnull (find_label (GTK_WIDGET (dialog), folder));

  gloss_help_dialog_show_topic (self, "no such topic");
  g_assert_null (gloss_help_dialog_get_topic (self));

  g_object_ref (dialog);
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (dialog);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/help-dialog/topics", test_topics);
  g_test_add_func ("/help-dialog/dialog", test_dialog);

  return gloss_ui_test_run ();
}

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

/* (transfer full) (element-type utf8): the accelerators in the window of keyboard shortcuts, as GTK writes them. */
static GHashTable *
read_shortcuts (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/io/github/glossator/Glossator/shortcuts-dialog.ui", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("name=\"accelerator\">([^<]+)<", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *shortcuts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_nonnull (bytes);
  g_regex_match (regex, g_bytes_get_data (bytes, NULL), 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *escaped = g_match_info_fetch (match, 1);
      g_auto (GStrv) parts = g_strsplit (escaped, "&lt;", -1);
      g_autofree char *half = g_strjoinv ("<", parts);
      g_auto (GStrv) ends = g_strsplit (half, "&gt;", -1);
      g_autofree char *accelerators = g_strjoinv (">", ends);
      g_auto (GStrv) each = g_strsplit (accelerators, " ", -1);

      for (guint i = 0; each[i] != NULL; i++)
        {
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (each[i], &key, &modifiers));
          g_hash_table_add (shortcuts, gtk_accelerator_name (key, modifiers));
        }
    }

  return shortcuts;
}

/* Each key that the help names is one that there is. */
static void
test_keys (void)
{
  g_autoptr (GHashTable) shortcuts = read_shortcuts ();
  g_autoptr (GRegex) regex = g_regex_new ("\\b(?:(?:Ctrl|Shift|Alt)\\+)+(?:[A-Z][a-z]*|[0-9]|F[0-9]+)\\b|\\bF[0-9]+\\b", 0, 0, NULL);
  guint n_keys = 0;

  for (guint i = 0; i < gloss_help_n_topics; i++)
    for (guint j = 0; j < GLOSS_HELP_MAX_SECTIONS; j++)
      for (guint k = 0; k < GLOSS_HELP_MAX_PARAGRAPHS; k++)
        {
          const char *text = gloss_help_topics[i].sections[j].paragraphs[k];
          g_autoptr (GMatchInfo) match = NULL;

          if (text == NULL)
            continue;

          g_regex_match (regex, text, 0, &match);
          for (; g_match_info_matches (match); g_match_info_next (match, NULL))
            {
              g_autofree char *shown = g_match_info_fetch (match, 0);
              g_auto (GStrv) parts = g_strsplit (shown, "+", -1);
              guint last = g_strv_length (parts) - 1;
              g_autoptr (GString) name = g_string_new (NULL);
              g_autofree char *accelerator = NULL;
              GdkModifierType modifiers;
              guint key;

              for (guint l = 0; l < last; l++)
                g_string_append_printf (name, "<%s>", g_str_equal (parts[l], "Ctrl") ? "Control" : parts[l]);
              g_string_append (name, parts[last]);
              g_test_message ("%s", shown);
              g_assert_true (gtk_accelerator_parse (name->str, &key, &modifiers));
              accelerator = gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
              g_assert_true (g_hash_table_contains (shortcuts, accelerator));
              n_keys++;
            }
        }

  g_assert_cmpuint (n_keys, >, 20);
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
  g_test_add_func ("/help-dialog/keys", test_keys);
  g_test_add_func ("/help-dialog/dialog", test_dialog);

  return gloss_ui_test_run ();
}

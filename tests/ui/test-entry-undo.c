/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-entry-undo.h"

#include "gloss-reader-test.h"

static gboolean
count_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   n_undone)
{
  (*(guint *) n_undone)++;
  return TRUE;
}

/* Presses Ctrl+Z in the text, as far as a program can: what binds the key there is asked first, then the
 * page around it. */
static void
press_undo (GtkWidget *text,
            GtkWidget *page)
{
  GtkWidget *asked[] = { text, page };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (asked[i]);

      for (guint j = 0; j < g_list_model_get_n_items (controllers); j++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, j);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;

          for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
              g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

              if (g_str_equal (trigger, "<Control>z") &&
                  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, asked[i],
                                                gtk_shortcut_get_arguments (shortcut)))
                return;
            }
        }
    }
}

/* Where nothing was written the page undoes; what was written is undone in the entry. */
static void
test_give_way (void)
{
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  guint n_undone = 0;

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>z"),
                                                          gtk_callback_action_new (count_cb, &n_undone, NULL)));
  gtk_widget_add_controller (page, keys);
  gtk_box_append (GTK_BOX (page), entry);

  gloss_entry_undo_give_way (GTK_EDITABLE (entry));
  press_undo (text, page);
  g_assert_cmpuint (n_undone, ==, 1);

  g_signal_emit_by_name (text, "insert-at-cursor", "peace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "peace");
  press_undo (text, page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpuint (n_undone, ==, 1);

  g_assert_finalize_object (page);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/entry-undo/give-way", test_give_way);

  return gloss_ui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-zoom.h"

#include "ui/gloss-appearance.h"

#include "gloss-ui-test.h"

static void
act (GtkApplication *application,
     const char     *action)
{
  g_action_activate (g_action_map_lookup_action (G_ACTION_MAP (application), action), NULL);
}

static gboolean
can (GtkApplication *application,
     const char     *action)
{
  return g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (application), action));
}

/* An action that would change nothing is not offered. */
static void
test_actions (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  GlossAppearance *appearance = gloss_appearance_get_default ();

  gloss_appearance_set_text_size (appearance, GLOSS_TEXT_SIZE_DEFAULT);
  gloss_zoom_add_actions (application);
  g_assert_true (can (application, "zoom-in"));
  g_assert_true (can (application, "zoom-out"));
  g_assert_false (can (application, "zoom-normal"));

  act (application, "zoom-in");
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 110);
  g_assert_true (can (application, "zoom-normal"));
  act (application, "zoom-normal");
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_DEFAULT);
  act (application, "zoom-out");
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 90);

  gloss_appearance_set_text_size (appearance, GLOSS_TEXT_SIZE_MAX);
  g_assert_false (can (application, "zoom-in"));
  gloss_appearance_set_text_size (appearance, GLOSS_TEXT_SIZE_MIN);
  g_assert_false (can (application, "zoom-out"));
  g_assert_true (can (application, "zoom-in"));
}

/* The row of the menu says the size, and goes along with it. */
static void
test_row (void)
{
  GlossAppearance *appearance = gloss_appearance_get_default ();
  g_autoptr (GtkWidget) row = NULL;
  GtkButton *size;

  gloss_appearance_set_text_size (appearance, GLOSS_TEXT_SIZE_DEFAULT);
  row = g_object_ref_sink (gloss_zoom_create_row ());
  size = GTK_BUTTON (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)));
  g_assert_cmpstr (gtk_button_get_label (size), ==, "100 %");
  gloss_appearance_set_text_size (appearance, 150);
  g_assert_cmpstr (gtk_button_get_label (size), ==, "150 %");

  g_assert_finalize_object (g_steal_pointer (&row));
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  return NULL;
}

/* Two fingers scale the size at which they began, within its bounds. */
static void
test_pinch (void)
{
  GlossAppearance *appearance = gloss_appearance_get_default ();
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkGesture *gesture;

  gloss_zoom_attach (box);
  gesture = find_controller (box, GTK_TYPE_GESTURE_ZOOM);
  g_assert_nonnull (gesture);

  gloss_appearance_set_text_size (appearance, 110);
  g_signal_emit_by_name (gesture, "begin", NULL);
  g_signal_emit_by_name (gesture, "scale-changed", 1.5);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 165);
  g_signal_emit_by_name (gesture, "scale-changed", 2.0);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 220);
  g_signal_emit_by_name (gesture, "scale-changed", 90.0);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_MAX);
  g_signal_emit_by_name (gesture, "scale-changed", 0.01);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_MIN);
}

/* Without Control the wheel scrolls. */
static void
test_wheel (void)
{
  GlossAppearance *appearance = gloss_appearance_get_default ();
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkEventController *controller;
  gboolean handled;

  gloss_zoom_attach (box);
  controller = find_controller (box, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  g_assert_nonnull (controller);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_CAPTURE);

  gloss_appearance_set_text_size (appearance, 110);
  g_signal_emit_by_name (controller, "scroll", 0.0, 3.0, &handled);
  g_assert_false (handled);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 110);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/zoom/actions", test_actions);
  g_test_add_func ("/zoom/row", test_row);
  g_test_add_func ("/zoom/pinch", test_pinch);
  g_test_add_func ("/zoom/wheel", test_wheel);

  return gloss_ui_test_run ();
}

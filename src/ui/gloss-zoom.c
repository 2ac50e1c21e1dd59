/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-zoom"

#include "config.h"

#include "ui/gloss-zoom.h"

#include <glib/gi18n.h>

#include "ui/gloss-appearance.h"

/* While two fingers move, the text is not set anew for less than this, in percent. */
#define PINCH_STEP 5

typedef struct
{
  double scrolled;     /* what touchpads sent of the next step */
  int    size_at_touch; /* in percent, when the fingers came down */
} Zoom;

/* (transfer full): as it is shown and said. */
static char *
format_size (void)
{
  /* Translators: the size of the text in percent. */
  return g_strdup_printf (_("%d %%"), gloss_appearance_get_text_size (gloss_appearance_get_default ()));
}

static void
announce (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autofree char *size = format_size ();
  g_autofree char *message = NULL;

  if (window == NULL)
    return;

  /* Translators: %s is a size in percent. */
  message = g_strdup_printf (_("Text size %s"), size);
  gtk_accessible_announce (GTK_ACCESSIBLE (window), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
zoom_in_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  gloss_appearance_zoom (gloss_appearance_get_default (), 1);
  announce (user_data);
}

static void
zoom_out_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  gloss_appearance_zoom (gloss_appearance_get_default (), -1);
  announce (user_data);
}

static void
zoom_normal_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  gloss_appearance_set_text_size (gloss_appearance_get_default (), GLOSS_TEXT_SIZE_DEFAULT);
  announce (user_data);
}

static void
enable (GtkApplication *application,
        const char     *name,
        gboolean        enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (application), name)), enabled);
}

static void
update_actions (GtkApplication *application)
{
  int size = gloss_appearance_get_text_size (gloss_appearance_get_default ());

  enable (application, "zoom-in", size < GLOSS_TEXT_SIZE_MAX);
  enable (application, "zoom-out", size > GLOSS_TEXT_SIZE_MIN);
  enable (application, "zoom-normal", size != GLOSS_TEXT_SIZE_DEFAULT);
}

void
gloss_zoom_add_actions (GtkApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-in", .activate = zoom_in_action },
    { .name = "zoom-out", .activate = zoom_out_action },
    { .name = "zoom-normal", .activate = zoom_normal_action },
  };

  g_return_if_fail (GTK_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  g_signal_connect_object (gloss_appearance_get_default (), "changed", G_CALLBACK (update_actions), application,
                           G_CONNECT_SWAPPED);
  update_actions (application);
}

/* A wheel turns by whole steps, a touchpad by parts of one. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           Zoom                     *zoom)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int steps;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    {
      zoom->scrolled = 0;
      return GDK_EVENT_PROPAGATE;
    }

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= 32;
  zoom->scrolled += dy;
  steps = (int) zoom->scrolled;
  if (steps != 0)
    {
      zoom->scrolled -= steps;
      gloss_appearance_zoom (gloss_appearance_get_default (), -steps);
    }

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                Zoom             *zoom)
{
  zoom->size_at_touch = gloss_appearance_get_text_size (gloss_appearance_get_default ());
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          Zoom           *zoom)
{
  int size = (int) (zoom->size_at_touch * scale / PINCH_STEP + 0.5) * PINCH_STEP;

  gloss_appearance_set_text_size (gloss_appearance_get_default (), size);
}

void
gloss_zoom_attach (GtkWidget *widget)
{
  GtkEventController *scroll, *pinch;
  Zoom *zoom;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  zoom = g_new0 (Zoom, 1);
  g_object_set_data_full (G_OBJECT (widget), "gloss-zoom", zoom, g_free);

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), zoom);
  gtk_widget_add_controller (widget, scroll);

  pinch = GTK_EVENT_CONTROLLER (gtk_gesture_zoom_new ());
  gtk_event_controller_set_propagation_phase (pinch, GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), zoom);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), zoom);
  gtk_widget_add_controller (widget, pinch);
}

static void
update_size (GtkButton *button)
{
  g_autofree char *size = format_size ();

  gtk_button_set_label (button, size);
}

static GtkWidget *
create_button (const char *icon,
               const char *action,
               const char *name)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label ("");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  if (icon != NULL)
    {
      gtk_widget_add_css_class (button, "circular");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }

  return button;
}

GtkWidget *
gloss_zoom_create_row (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *size = create_button (NULL, "app.zoom-normal", _("Normal Text Size"));

  gtk_widget_set_hexpand (size, TRUE);
  gtk_widget_add_css_class (size, "numeric");
  gtk_box_append (GTK_BOX (box), create_button ("zoom-out-symbolic", "app.zoom-out", _("Smaller Text")));
  gtk_box_append (GTK_BOX (box), size);
  gtk_box_append (GTK_BOX (box), create_button ("zoom-in-symbolic", "app.zoom-in", _("Larger Text")));

  g_signal_connect_object (gloss_appearance_get_default (), "changed", G_CALLBACK (update_size), size, G_CONNECT_SWAPPED);
  update_size (GTK_BUTTON (size));

  return box;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-session"

#include "config.h"

#include "ui/gloss-session.h"

#include "ui/gloss-window.h"

#define KEY "session"

struct _GlossSession
{
  GObject         parent_instance;

  GtkApplication *application; /* weak: it owns the session */
  GSettings      *settings;
  guint           pause_id;
  gboolean        ended;
};

G_DEFINE_FINAL_TYPE (GlossSession, gloss_session, G_TYPE_OBJECT)

void
gloss_session_save (GlossSession *self)
{
  GVariantBuilder builder;
  gboolean any = FALSE;

  g_return_if_fail (GLOSS_IS_SESSION (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->ended || self->application == NULL)
    return;

  /* The window that was used last comes first. */
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (GLOSS_IS_WINDOW (l->data))
      {
        g_autoptr (GVariant) state = gloss_window_dup_state (l->data);

        g_variant_builder_add_value (&builder, state);
        any = TRUE;
      }

  if (any)
    g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
  else
    g_variant_builder_clear (&builder);
}

static void
pause_cb (gpointer user_data)
{
  GlossSession *self = user_data;

  self->pause_id = 0;
  gloss_session_save (self);
}

static void
changed_cb (GlossSession *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->ended)
    self->pause_id = g_timeout_add_once (GLOSS_SESSION_PAUSE, pause_cb, self);
}

/* The last window is kept as it was, for the next start. */
static gboolean
close_request_cb (GlossSession *self,
                  GtkWindow    *window)
{
  guint n_windows = 0;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    n_windows += GLOSS_IS_WINDOW (l->data);

  if (n_windows == 1)
    gloss_session_save (self);
  else
    changed_cb (self);

  return GDK_EVENT_PROPAGATE;
}

static void
window_added_cb (GlossSession *self,
                 GtkWindow    *window)
{
  static const char *const signals[] = { "notify::default-width", "notify::default-height", "notify::maximized",
                                         "notify::is-active", "state-changed" };

  if (!GLOSS_IS_WINDOW (window))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (window, signals[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
}

static void
gloss_session_dispose (GObject *object)
{
  GlossSession *self = GLOSS_SESSION (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_weak_pointer (&self->application);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gloss_session_parent_class)->dispose (object);
}

static void
gloss_session_class_init (GlossSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_session_dispose;
}

static void
gloss_session_init (GlossSession *self)
{
  self->settings = g_settings_new ("io.github.glossator.Glossator");

  /* A place is written there when one has read on. */
  g_signal_connect_object (self->settings, "changed::reading-places", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GlossSession *
gloss_session_new (GtkApplication *application)
{
  GlossSession *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (GLOSS_TYPE_SESSION, NULL);
  g_set_weak_pointer (&self->application, application);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
gloss_session_restore (GlossSession *self)
{
  g_autoptr (GVariant) windows = NULL;

  g_return_val_if_fail (GLOSS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->application != NULL, FALSE);

  windows = g_settings_get_value (self->settings, KEY);

  /* The one that was used last is presented last. */
  for (gsize i = g_variant_n_children (windows); i > 0; i--)
    {
      g_autoptr (GVariant) state = g_variant_get_child_value (windows, i - 1);
      GlossWindow *window = gloss_window_new (GLOSS_APPLICATION (self->application));

      gloss_window_restore (window, state);
      gtk_window_present (GTK_WINDOW (window));
    }

  return g_variant_n_children (windows) > 0;
}

void
gloss_session_end (GlossSession *self)
{
  g_return_if_fail (GLOSS_IS_SESSION (self));

  gloss_session_save (self);
  self->ended = TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-application"

#include "config.h"

#include "ui/gloss-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "annotation/gloss-author.h"
#include "ui/gloss-about-dialog.h"
#include "ui/gloss-accessibility.h"
#include "ui/gloss-help-dialog.h"
#include "ui/gloss-preferences-dialog.h"
#include "ui/gloss-search-provider.h"
#include "ui/gloss-session.h"
#include "ui/gloss-welcome-dialog.h"
#include "ui/gloss-window.h"
#include "ui/gloss-writing.h"
#include "ui/gloss-zoom.h"

/* Milliseconds that a program which the session bus started waits for what is asked for next. */
#define SERVICE_PATIENCE 15000

struct _GlossApplication
{
  AdwApplication       parent_instance;

  GlossLibrary        *library;
  GlossNotebook       *notebook;
  GSettings           *settings;
  GlossSession        *session;
  GlossSearchProvider *search_provider;
  guint                signal_ids[3];
};

G_DEFINE_FINAL_TYPE (GlossApplication, gloss_application, ADW_TYPE_APPLICATION)

/* Writes what is being written in any window. */
static void
commit_windows (GlossApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (GLOSS_IS_WINDOW (l->data))
      gloss_window_commit (l->data);
}

static gpointer
copy_window (gconstpointer window,
             gpointer      user_data)
{
  return g_object_ref ((gpointer) window);
}

/* What is written in the dialogs of a window is written down as they go. */
static void
destroy_windows (GlossApplication *self)
{
  g_autolist (GtkWindow) windows =
      g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)), copy_window, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
}

static GlossWindow *
ensure_window (GlossApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (GLOSS_IS_WINDOW (window))
    return GLOSS_WINDOW (window);

  return gloss_window_new (self);
}

/* In a window with nothing to come: the document that was read last. */
static void
present_last (GlossWindow *window)
{
  gloss_window_open_last (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_application_quit (user_data);
}

/* The session of the desktop ends: nobody waits for what would be written later. */
static void
query_end_cb (GlossApplication *self)
{
  commit_windows (self);
  gloss_session_save (self->session);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gloss_about_dialog_present (GTK_WIDGET (gtk_application_get_active_window (user_data)),
                              GLOSS_APPLICATION (user_data)->library);
}

/* Asked for from outside there may be no window yet. */
static void
all_notes_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  GtkWindow *window;

  g_application_activate (user_data);
  window = gtk_application_get_active_window (user_data);
  if (GLOSS_IS_WINDOW (window))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.all-notes", NULL);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  adw_dialog_present (gloss_preferences_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  adw_dialog_present (gloss_help_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

/* The help goes, for what is chosen happens in the window. */
static void
welcome_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  AdwDialog *dialog;

  if (!GLOSS_IS_WINDOW (window))
    return;

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (GLOSS_IS_HELP_DIALOG (dialog))
    adw_dialog_close (dialog);
  gloss_welcome_dialog_present (GLOSS_WINDOW (window));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  /* Where there is no window yet, the first one is as the session has it. */
  if (gtk_application_get_active_window (user_data) == NULL)
    {
      g_application_activate (user_data);
      return;
    }

  commit_windows (user_data);
  present_last (gloss_window_new (user_data));
}

/* Where libadwaita has no AdwShortcutsDialog, which would have made this action. */
static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/glossator/Glossator/ui/help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_present (window);
}

static gboolean
unix_signal_cb (gpointer user_data)
{
  g_action_group_activate_action (user_data, "quit", NULL);
  return G_SOURCE_CONTINUE;
}

/* The development flavour looks like one. */
static void
mark_window_cb (GlossApplication *self,
                GtkWindow        *window)
{
  gtk_widget_add_css_class (GTK_WIDGET (window), "devel");
}

static void
update_author (GlossApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "author-name");

  gloss_author_set_name (name);
}

static void
set_accels (GlossApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[4];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "app.help", { "F1" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "app.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "app.zoom-normal", { "<Control>0", "<Control>KP_0" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "window.close", { "<Control>w" } },
    { "win.main-menu", { "F10" } },
    { "win.fullscreen", { "F11" } },
    { "win.add-document", { "<Control>o" } },
    { "win.all-notes", { "<Control><Shift>f" } },
    { "win.tags", { "<Control><Shift>t" } },
    { "win.export-notes", { "<Control>e" } },
    { "win.import-notes", { "<Control><Shift>i" } },
    { "win.compare-document", { "<Control>d" } },
    { "win.carry-over", { "<Control><Shift>o" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
gloss_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
    { .name = "new-window", .activate = new_window_action },
    { .name = "all-notes", .activate = all_notes_action },
    { .name = "help", .activate = help_action },
    { .name = "welcome", .activate = welcome_action },
    { .name = "preferences", .activate = preferences_action },
  };
  static const GActionEntry shortcuts[] = {
    { .name = "shortcuts", .activate = shortcuts_action },
  };
  GlossApplication *self = GLOSS_APPLICATION (application);

  G_APPLICATION_CLASS (gloss_application_parent_class)->startup (application);
  gloss_accessibility_install ();

  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SERVICE_PATIENCE);

  self->library = gloss_library_new ();
  self->notebook = gloss_notebook_new (NULL, GLOSS_STORE_SET_ASIDE);
  self->session = gloss_session_new (GTK_APPLICATION (self));

  self->settings = g_settings_new ("io.github.glossator.Glossator");
  g_signal_connect_object (self->settings, "changed::author-name", G_CALLBACK (update_author), self, G_CONNECT_SWAPPED);
  update_author (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gloss_zoom_add_actions (GTK_APPLICATION (self));
  if (!g_action_group_has_action (G_ACTION_GROUP (self), "shortcuts"))
    {
      const char *accels[] = { "<Control>question", NULL };

      g_action_map_add_action_entries (G_ACTION_MAP (self), shortcuts, G_N_ELEMENTS (shortcuts), self);
      gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.shortcuts", accels);
    }
  set_accels (self);

  /* The caret goes into the text of a clause without selecting all of it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
  if (g_str_has_suffix (APPLICATION_ID, ".Devel"))
    g_signal_connect (self, "window-added", G_CALLBACK (mark_window_cb), NULL);
  gtk_window_set_default_icon_name (APPLICATION_ID);

  self->signal_ids[0] = g_unix_signal_add (SIGTERM, unix_signal_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, unix_signal_cb, self);
  self->signal_ids[2] = g_unix_signal_add (SIGHUP, unix_signal_cb, self);
}

/* Once; who has opened a document before has found the way. */
static void
welcome (GlossApplication *self,
         GlossWindow      *window)
{
  if (g_settings_get_boolean (self->settings, "welcome-shown"))
    return;

  g_settings_set_boolean (self->settings, "welcome-shown", TRUE);
  gloss_welcome_dialog_present (window);
}

static gboolean
gloss_application_dbus_register (GApplication     *application,
                                 GDBusConnection  *connection,
                                 const char       *object_path,
                                 GError          **error)
{
  GlossApplication *self = GLOSS_APPLICATION (application);

  if (!G_APPLICATION_CLASS (gloss_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;

  self->search_provider = gloss_search_provider_new (self);
  return gloss_search_provider_export (self->search_provider, connection, object_path, error);
}

static void
gloss_application_dbus_unregister (GApplication    *application,
                                   GDBusConnection *connection,
                                   const char      *object_path)
{
  g_clear_object (&GLOSS_APPLICATION (application)->search_provider);

  G_APPLICATION_CLASS (gloss_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
gloss_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (!gloss_session_restore (GLOSS_APPLICATION (application)->session))
    {
      GlossWindow *first = gloss_window_new (GLOSS_APPLICATION (application));

      present_last (first);
      welcome (GLOSS_APPLICATION (application), first);
    }
}

static void
gloss_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  GlossWindow *window = ensure_window (GLOSS_APPLICATION (application));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (all, files[i]);
  gloss_window_open_files (window, all);
  gtk_window_present (GTK_WINDOW (window));
}

static int
gloss_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  GlossApplication *self = GLOSS_APPLICATION (application);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GlossWindow *window;
  gboolean shown = FALSE;

  if (arguments[0] == NULL || arguments[1] == NULL)
    {
      g_application_activate (application);
      return 0;
    }

  window = ensure_window (self);
  for (guint i = 1; arguments[i] != NULL; i++)
    {
      GlossLibraryEntry *entry = gloss_library_find (self->library, arguments[i]);

      if (entry == NULL)
        {
          g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, arguments[i]));
          continue;
        }

      /* Each document has a window. */
      if (shown)
        window = gloss_window_new (self);
      gloss_window_open_document (window, gloss_library_entry_get_name (entry), NULL);
      gtk_window_present (GTK_WINDOW (window));
      shown = TRUE;
    }

  if (files->len > 0)
    {
      if (shown)
        window = gloss_window_new (self);
      gloss_window_open_files (window, files);
      gtk_window_present (GTK_WINDOW (window));
    }

  return 0;
}

static void
gloss_application_shutdown (GApplication *application)
{
  GlossApplication *self = GLOSS_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (self->session != NULL)
    gloss_session_end (self->session);
  commit_windows (self);
  gloss_writing_finish ();
  destroy_windows (self);
  if (self->notebook != NULL && !gloss_notebook_close (self->notebook, &error))
    g_message ("%s", error->message);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);

  G_APPLICATION_CLASS (gloss_application_parent_class)->shutdown (application);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->notebook);
  g_clear_object (&self->library);
}

static void
gloss_application_class_init (GlossApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->dbus_register = gloss_application_dbus_register;
  application_class->dbus_unregister = gloss_application_dbus_unregister;
  application_class->startup = gloss_application_startup;
  application_class->activate = gloss_application_activate;
  application_class->open = gloss_application_open;
  application_class->command_line = gloss_application_command_line;
  application_class->shutdown = gloss_application_shutdown;
}

static void
gloss_application_init (GlossApplication *self)
{
  /* Translators: what can follow the name of the program on the command line. */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[DOCUMENT...]"));
  g_application_set_version (G_APPLICATION (self), PACKAGE_VERSION);
}

GlossApplication *
gloss_application_new (void)
{
  return g_object_new (GLOSS_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "register-session", TRUE,
                       "resource-base-path", "/io/github/glossator/Glossator",
                       NULL);
}

GlossLibrary *
gloss_application_get_library (GlossApplication *self)
{
  g_return_val_if_fail (GLOSS_IS_APPLICATION (self), NULL);

  return self->library;
}

GlossNotebook *
gloss_application_get_notebook (GlossApplication *self)
{
  g_return_val_if_fail (GLOSS_IS_APPLICATION (self), NULL);

  return self->notebook;
}

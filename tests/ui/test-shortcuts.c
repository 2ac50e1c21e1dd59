/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "ui/gloss-application.h"

#include "gloss-ui-test.h"

/* The titles and keys that one of the two files lists, a line each. */
typedef struct
{
  GString *lines;
  char    *property;
  char    *title;
} Listing;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Listing *listing = user_data;

  g_clear_pointer (&listing->property, g_free);
  if (g_str_equal (element, "property"))
    for (guint i = 0; names[i] != NULL; i++)
      if (g_str_equal (names[i], "name"))
        listing->property = g_strdup (values[i]);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Listing *listing = user_data;

  if (g_strcmp0 (listing->property, "title") == 0)
    g_set_str (&listing->title, text);
  else if (g_strcmp0 (listing->property, "accelerator") == 0)
    g_string_append_printf (listing->lines, "%s: %s\n", listing->title, text);
  g_clear_pointer (&listing->property, g_free);
}

/* (transfer full) */
static char *
list_shortcuts (const char *resource)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  Listing listing = { .lines = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &listing, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, &error);

  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_free (listing.title);
  g_free (listing.property);

  return g_string_free_and_steal (listing.lines);
}

/* One is shown by libadwaita 1.8 or newer, the other before. */
static void
test_both_agree (void)
{
  g_autofree char *dialog = list_shortcuts ("/io/github/glossator/Glossator/shortcuts-dialog.ui");
  g_autofree char *window = list_shortcuts ("/io/github/glossator/Glossator/ui/help-overlay.ui");

  g_assert_cmpstr (dialog, !=, "");
  g_assert_cmpstr (dialog, ==, window);
}

/* Every key that is listed is one. */
static void
test_keys (void)
{
  g_autofree char *listing = list_shortcuts ("/io/github/glossator/Glossator/shortcuts-dialog.ui");
  g_auto (GStrv) lines = g_strsplit (listing, "\n", -1);

  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) keys = g_strsplit (strchr (lines[i], ':') + 2, " ", -1);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_test_message ("%s", keys[j]);
          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
        }
    }
}

/* The keys of one resource: each trigger of a GtkShortcut, in the file as it stands. */
typedef struct
{
  GPtrArray *triggers;
  char      *property;
} Triggers;

static void
trigger_start_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Triggers *triggers = user_data;

  g_clear_pointer (&triggers->property, g_free);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (element, "property") && g_str_equal (names[i], "name"))
      triggers->property = g_strdup (values[i]);
}

static void
trigger_text_cb (GMarkupParseContext  *context,
                 const char           *text,
                 gsize                 length,
                 gpointer              user_data,
                 GError              **error)
{
  Triggers *triggers = user_data;

  if (g_strcmp0 (triggers->property, "trigger") == 0)
    g_ptr_array_add (triggers->triggers, g_strdup (text));
  g_clear_pointer (&triggers->property, g_free);
}

static void
add_triggers (const char *resource,
              GPtrArray  *all)
{
  static const GMarkupParser parser = { .start_element = trigger_start_cb, .text = trigger_text_cb };
  Triggers triggers = { .triggers = all };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &triggers, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, &error);

  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_free (triggers.property);
}

/* TRUE when one of the keys in @trigger, which "|" separates, is in @listed. */
static gboolean
is_listed (const char *trigger,
           GHashTable *listed)
{
  g_auto (GStrv) keys = g_strsplit (trigger, "|", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;

      g_assert_true (gtk_accelerator_parse (keys[i], &key, &modifiers));
      name = gtk_accelerator_name (key, modifiers);
      if (g_hash_table_contains (listed, name))
        return TRUE;
    }

  return FALSE;
}

/* (transfer none): the one of this process, with its keys. */
static GtkApplication *
get_application (void)
{
  static GlossApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = gloss_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return GTK_APPLICATION (application);
}

/* No key that does something is left out: those of the application, and those that stand in the
 * files of the widgets. Of several keys for one action, one is enough. */
static void
test_all_listed (void)
{
  GtkApplication *application = get_application ();
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *listing = list_shortcuts ("/io/github/glossator/Glossator/shortcuts-dialog.ui");
  g_auto (GStrv) lines = g_strsplit (listing, "\n", -1);
  g_auto (GStrv) actions = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) keys = g_strsplit (strchr (lines[i], ':') + 2, " ", -1);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
          g_hash_table_add (listed, gtk_accelerator_name (key, modifiers));
        }
    }

  actions = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      g_ptr_array_add (triggers, g_strjoinv ("|", accels));
    }

  files = g_resources_enumerate_children ("/io/github/glossator/Glossator/ui", 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ui"))
      {
        g_autofree char *path = g_strconcat ("/io/github/glossator/Glossator/ui/", files[i], NULL);

        add_triggers (path, triggers);
      }

  g_assert_cmpuint (triggers->len, >, g_strv_length (actions));
  for (guint i = 0; i < triggers->len; i++)
    {
      const char *trigger = g_ptr_array_index (triggers, i);

      if (*trigger != '\0' && !is_listed (trigger, listed))
        {
          g_test_message ("not listed: %s", trigger);
          g_test_fail ();
        }
    }
}

/* What these mean everywhere on the desktop, they mean here. */
static void
test_usual_keys (void)
{
  static const struct
  {
    const char *key;
    const char *action;
  } usual[] = {
    { "F1", "app.help" },
    { "F10", "win.main-menu" },
    { "<Control>comma", "app.preferences" },
    { "<Control>question", "app.shortcuts" },
    { "<Control>q", "app.quit" },
    { "<Control>w", "window.close" },
    { "<Control>plus", "app.zoom-in" },
    { "<Control>minus", "app.zoom-out" },
    { "<Control>0", "app.zoom-normal" },
  };
  GtkApplication *application = get_application ();

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, usual[i].key);

      g_test_message ("%s", usual[i].key);
      g_assert_true (g_strv_contains ((const char *const *) actions, usual[i].action));
    }
}

/* The window that lists them can be made. */
static void
test_window (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/glossator/Glossator/ui/help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_nonnull (window);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/shortcuts/both-agree", test_both_agree);
  g_test_add_func ("/shortcuts/keys", test_keys);
  g_test_add_func ("/shortcuts/window", test_window);
  g_test_add_func ("/shortcuts/all-listed", test_all_listed);
  g_test_add_func ("/shortcuts/usual-keys", test_usual_keys);

  return gloss_ui_test_run ();
}

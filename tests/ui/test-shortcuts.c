/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <string.h>

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

  return gloss_ui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-preferences-dialog.h"

#include "ui/gloss-appearance.h"

#include "gloss-reader-test.h"

typedef struct
{
  GSettings *settings;
  GtkWidget *window;
  AdwDialog *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const keys[] = { "color-scheme", "colorblind-palette", "text-size", "text-font", "line-length",
                                      "author-name" };

  fixture->settings = g_settings_new ("io.github.glossator.Glossator");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  fixture->dialog = gloss_preferences_dialog_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_dialog_present (fixture->dialog, fixture->window);
  gloss_reader_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->dialog);
  adw_dialog_force_close (fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->dialog);
  g_object_unref (fixture->settings);
}

/* (transfer none): the row that is called @title. */
static gpointer
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
row (Fixture    *fixture,
     const char *title)
{
  gpointer found = find_row (GTK_WIDGET (fixture->dialog), title);

  g_assert_nonnull (found);
  return found;
}

static void
assert_string (Fixture    *fixture,
               const char *key,
               const char *value)
{
  g_autofree char *found = g_settings_get_string (fixture->settings, key);

  g_assert_cmpstr (found, ==, value);
}

/* What is chosen is in the settings at once. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  adw_combo_row_set_selected (row (fixture, "St_yle"), 2);
  assert_string (fixture, "color-scheme", "dark");
  adw_combo_row_set_selected (row (fixture, "St_yle"), 0);
  assert_string (fixture, "color-scheme", "follow");

  adw_switch_row_set_active (row (fixture, "Colors for _Color-Blind Readers"), TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "colorblind-palette"));

  adw_spin_row_set_value (row (fixture, "_Size in Percent"), 175);
  g_assert_cmpint (gloss_appearance_get_text_size (gloss_appearance_get_default ()), ==, 175);
  adw_spin_row_set_value (row (fixture, "_Size in Percent"), 1000);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, GLOSS_TEXT_SIZE_MAX);

  adw_combo_row_set_selected (row (fixture, "_Typeface"), 1);
  assert_string (fixture, "text-font", "serif");

  adw_spin_row_set_value (row (fixture, "_Line Length in Characters"), 66);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "line-length"), ==, 66);

  gtk_editable_set_text (row (fixture, "_Name"), "Zoë & co.");
  assert_string (fixture, "author-name", "Zoë & co.");
}

/* What is set elsewhere, as by zooming, is shown. */
static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_settings_set_string (fixture->settings, "color-scheme", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (row (fixture, "St_yle")), ==, 1);

  gloss_appearance_set_text_size (gloss_appearance_get_default (), 90);
  gloss_appearance_zoom (gloss_appearance_get_default (), -1);
  g_assert_cmpfloat (adw_spin_row_get_value (row (fixture, "_Size in Percent")), ==, 80);

  g_settings_set_string (fixture->settings, "author-name", "A. Person");
  g_assert_cmpstr (gtk_editable_get_text (row (fixture, "_Name")), ==, "A. Person");
}

/* The rows offer exactly what the keys can hold. */
static void
test_ranges (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *title;
    const char *key;
  } rows[] = { { "_Size in Percent", "text-size" }, { "_Line Length in Characters", "line-length" } };
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (fixture->settings, "settings-schema", &schema, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, rows[i].key);
      g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
      g_autoptr (GVariant) bounds = NULL;
      GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row (fixture, rows[i].title));
      int lower, upper;

      g_variant_get (range, "(&sv)", NULL, &bounds);
      g_variant_get (bounds, "(ii)", &lower, &upper);
      g_assert_cmpfloat (gtk_adjustment_get_lower (adjustment), ==, lower);
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, upper);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/preferences-dialog/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/preferences-dialog/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/preferences-dialog/ranges", Fixture, NULL, set_up, test_ranges, tear_down);

  return gloss_ui_test_run ();
}

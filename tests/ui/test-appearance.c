/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-appearance.h"

#include "gloss-ui-test.h"

typedef struct
{
  GSettings       *settings;
  GlossAppearance *appearance;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const keys[] = { "color-scheme", "text-size", "text-font", "line-length" };

  fixture->settings = g_settings_new ("io.github.glossator.Glossator");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->appearance = gloss_appearance_get_default ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->settings);
}

static void
test_style (Fixture       *fixture,
            gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  g_settings_set_string (fixture->settings, "color-scheme", "dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  g_settings_set_string (fixture->settings, "color-scheme", "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  g_settings_set_string (fixture->settings, "color-scheme", "follow");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GlossAppearance *appearance = fixture->appearance;

  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_DEFAULT);
  gloss_appearance_zoom (appearance, 1);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 110);
  gloss_appearance_zoom (appearance, -2);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 90);

  /* From a size between two steps, to the nearer side. */
  gloss_appearance_set_text_size (appearance, 120);
  gloss_appearance_zoom (appearance, 1);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 125);
  gloss_appearance_set_text_size (appearance, 120);
  gloss_appearance_zoom (appearance, -1);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, 110);

  gloss_appearance_zoom (appearance, 1000);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_MAX);
  gloss_appearance_zoom (appearance, -1000);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_MIN);
  gloss_appearance_set_text_size (appearance, 10000);
  g_assert_cmpint (gloss_appearance_get_text_size (appearance), ==, GLOSS_TEXT_SIZE_MAX);
}

static int
measure (GtkWidget *label)
{
  int width;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static gboolean
is_wider (gpointer data)
{
  GtkWidget **labels = data;

  return measure (labels[0]) >= 2 * measure (labels[1]) - 2;
}

/* The text of documents grows, and no other. */
static void
test_size_of_text (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *labels[] = { gtk_label_new ("To keep the peace"), gtk_label_new ("To keep the peace") };

  gtk_widget_add_css_class (labels[0], "document-text");
  gtk_box_append (GTK_BOX (box), labels[0]);
  gtk_box_append (GTK_BOX (box), labels[1]);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpint (measure (labels[0]), ==, measure (labels[1]));

  gloss_appearance_set_text_size (fixture->appearance, 200);
  gloss_ui_test_wait (is_wider, labels);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A line of the length that is set has about that many characters. */
static void
test_column (Fixture       *fixture,
             gconstpointer  data)
{
  static const char words[] = "Each State pledges to comply with the Charter of the United Nations in good faith,";
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (words));
  int narrow, wide, line;

  g_settings_set_int (fixture->settings, "line-length", 40);
  narrow = gloss_appearance_measure_column (fixture->appearance, label);
  g_settings_set_int (fixture->settings, "line-length", (int) strlen (words));
  wide = gloss_appearance_measure_column (fixture->appearance, label);
  g_assert_cmpint (wide, >, narrow);

  line = measure (label);
  g_assert_cmpint (wide, >, line * 9 / 10);
  g_assert_cmpint (wide, <, line * 3 / 2);

  gloss_appearance_set_text_size (fixture->appearance, 200);
  g_assert_cmpint (gloss_appearance_measure_column (fixture->appearance, label), >, wide * 17 / 10);
}

static void
test_clamp (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AdwClampScrollable) clamp = ADW_CLAMP_SCROLLABLE (g_object_ref_sink (adw_clamp_scrollable_new ()));
  int width;

  gloss_appearance_bind_clamp (fixture->appearance, clamp, 2);
  width = adw_clamp_scrollable_get_maximum_size (clamp);
  g_assert_cmpint (width, ==, 2 * gloss_appearance_measure_column (fixture->appearance, GTK_WIDGET (clamp)));

  g_settings_set_int (fixture->settings, "line-length", 120);
  g_assert_cmpint (adw_clamp_scrollable_get_maximum_size (clamp), >, width);
  g_settings_set_string (fixture->settings, "text-font", "serif");
  g_assert_cmpint (adw_clamp_scrollable_get_maximum_size (clamp), ==,
                   2 * gloss_appearance_measure_column (fixture->appearance, GTK_WIDGET (clamp)));

  g_assert_finalize_object (g_steal_pointer (&clamp));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/appearance/style", Fixture, NULL, set_up, test_style, tear_down);
  g_test_add ("/appearance/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/appearance/size-of-text", Fixture, NULL, set_up, test_size_of_text, tear_down);
  g_test_add ("/appearance/column", Fixture, NULL, set_up, test_column, tear_down);
  g_test_add ("/appearance/clamp", Fixture, NULL, set_up, test_clamp, tear_down);

  return gloss_ui_test_run ();
}

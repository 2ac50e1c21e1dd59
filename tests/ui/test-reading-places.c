/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-reading-places.h"

#include "gloss-ui-test.h"

static void
assert_place (GSettings  *settings,
              const char *document,
              const char *top_id,
              const char *selected_id)
{
  g_auto (GlossReadingPlace) place = { NULL, NULL };

  g_assert_true (gloss_reading_places_load (settings, document, &place));
  g_assert_cmpstr (place.top_id, ==, top_id);
  g_assert_cmpstr (place.selected_id, ==, selected_id);
}

static void
test_save_and_load (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.glossator.Glossator");
  g_auto (GlossReadingPlace) place = { NULL, NULL };

  g_settings_reset (settings, "reading-places");
  g_assert_false (gloss_reading_places_load (settings, "A/1@en", &place));
  g_assert_cmpstr (place.top_id, ==, "");

  gloss_reading_places_save (settings, "A/1@en", "para_1", "para_2");
  gloss_reading_places_save (settings, "A/2@en", "para_3", NULL);
  gloss_reading_places_save (settings, "A/1@en", "para_4", "para_5");
  assert_place (settings, "A/1@en", "para_4", "para_5");
  assert_place (settings, "A/2@en", "para_3", "");
}

/* Those that were read longest ago are forgotten. */
static void
test_bound (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.glossator.Glossator");
  g_autoptr (GVariant) places = NULL;
  g_auto (GlossReadingPlace) place = { NULL, NULL };

  for (guint i = 0; i < GLOSS_READING_PLACES_MAX + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("A/%u", i);

      gloss_reading_places_save (settings, name, "top", NULL);
    }

  places = g_settings_get_value (settings, "reading-places");
  g_assert_cmpuint (g_variant_n_children (places), ==, GLOSS_READING_PLACES_MAX);
  g_assert_false (gloss_reading_places_load (settings, "A/0", &place));
  assert_place (settings, "A/204", "top", "");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/reading-places/save-and-load", test_save_and_load);
  g_test_add_func ("/reading-places/bound", test_bound);

  return gloss_ui_test_run ();
}

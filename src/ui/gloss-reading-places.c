/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-reading-places.h"

#define KEY "reading-places"

void
gloss_reading_place_clear (GlossReadingPlace *place)
{
  g_clear_pointer (&place->top_id, g_free);
  g_clear_pointer (&place->selected_id, g_free);
}

gboolean
gloss_reading_places_load (GSettings         *settings,
                           const char        *document,
                           GlossReadingPlace *place)
{
  g_autoptr (GVariant) places = g_settings_get_value (settings, KEY);
  const char *name, *top_id, *selected_id;
  GVariantIter iter;

  *place = (GlossReadingPlace) { NULL, NULL };

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &name, &top_id, &selected_id))
    if (g_str_equal (name, document))
      {
        place->top_id = g_strdup (top_id);
        place->selected_id = g_strdup (selected_id);
        return TRUE;
      }

  place->top_id = g_strdup ("");
  place->selected_id = g_strdup ("");
  return FALSE;
}

void
gloss_reading_places_save (GSettings  *settings,
                           const char *document,
                           const char *top_id,
                           const char *selected_id)
{
  g_autoptr (GVariant) places = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  const char *name, *old_top_id, *old_selected_id;
  GVariantIter iter;
  guint n_places = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  g_variant_builder_add (&builder, "(sss)", document,
                         top_id != NULL ? top_id : "", selected_id != NULL ? selected_id : "");

  g_variant_iter_init (&iter, places);
  while (n_places < GLOSS_READING_PLACES_MAX &&
         g_variant_iter_next (&iter, "(&s&s&s)", &name, &old_top_id, &old_selected_id))
    if (!g_str_equal (name, document))
      {
        g_variant_builder_add (&builder, "(sss)", name, old_top_id, old_selected_id);
        n_places++;
      }

  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

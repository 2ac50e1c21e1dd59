/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-appearance"

#include "config.h"

#include "ui/gloss-appearance.h"

#include <stdlib.h>

#include "ui/gloss-style.h"

/* As style.css says of .clause-text, in relation to the font of the interface. */
#define TEXT_SCALE 1.07

/* What stands beside the words of a clause: its label in ems, then the gaps in pixels. */
#define LABEL_WIDTH 2.2
#define GAPS 56

struct _GlossAppearance
{
  GObject         parent_instance;

  GSettings      *settings;
  GtkCssProvider *provider;
};

G_DEFINE_FINAL_TYPE (GlossAppearance, gloss_appearance, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const int zoom_levels[] = { GLOSS_TEXT_SIZE_MIN, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250,
                                   GLOSS_TEXT_SIZE_MAX };

static gboolean
is_serif (GlossAppearance *self)
{
  g_autofree char *font = g_settings_get_string (self->settings, "text-font");

  return g_str_equal (font, "serif");
}

static void
update_style (GlossAppearance *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

static void
emit_changed (GlossAppearance *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What style.css can't know, for it is the same in each style: how pale words may be and still be
 * read, and in which shade of a color a line is seen. */
static void
append_colors (GString *css)
{
  GlossMarkScheme scheme = gloss_style_get_scheme ();
  gboolean contrast = scheme == GLOSS_SCHEME_LIGHT_CONTRAST || scheme == GLOSS_SCHEME_DARK_CONTRAST;

  g_string_append_printf (css, ":root { --dim-opacity: %d%%; }\n", contrast ? 90 : 75);
  for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
    g_string_append_printf (css, ".%s { --mark-line: #%06x; }\n", gloss_style_get_color_class (color),
                            gloss_text_marks_get_line (color, scheme));
}

static void
update_css (GlossAppearance *self)
{
  g_autoptr (GString) css = g_string_new (NULL);

  append_colors (css);

  g_string_append_printf (css, ".document-text { font-size: %d%%; }\n", gloss_appearance_get_text_size (self));
  if (is_serif (self))
    g_string_append (css, ".document-text .clause-text, .document-text .clause-label, .document-text comparisonrow { font-family: serif; }\n");
  gtk_css_provider_load_from_string (self->provider, css->str);

  emit_changed (self);
}

static void
gloss_appearance_finalize (GObject *object)
{
  GlossAppearance *self = GLOSS_APPEARANCE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (gloss_appearance_parent_class)->finalize (object);
}

static void
gloss_appearance_class_init (GlossAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_appearance_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_appearance_init (GlossAppearance *self)
{
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->settings = g_settings_new ("io.github.glossator.Glossator");
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-size", G_CALLBACK (update_css), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-font", G_CALLBACK (update_css), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::line-length", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_css), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_css), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings, "notify::gtk-font-name", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings, "notify::gtk-xft-dpi", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  update_style (self);
  update_css (self);
}

GlossAppearance *
gloss_appearance_get_default (void)
{
  static GlossAppearance *instance;

  if (instance == NULL)
    instance = g_object_new (GLOSS_TYPE_APPEARANCE, NULL);

  return instance;
}

int
gloss_appearance_get_text_size (GlossAppearance *self)
{
  g_return_val_if_fail (GLOSS_IS_APPEARANCE (self), GLOSS_TEXT_SIZE_DEFAULT);

  return g_settings_get_int (self->settings, "text-size");
}

void
gloss_appearance_set_text_size (GlossAppearance *self,
                                int              percent)
{
  g_return_if_fail (GLOSS_IS_APPEARANCE (self));

  g_settings_set_int (self->settings, "text-size", CLAMP (percent, GLOSS_TEXT_SIZE_MIN, GLOSS_TEXT_SIZE_MAX));
}

void
gloss_appearance_zoom (GlossAppearance *self,
                       int              steps)
{
  int size;

  g_return_if_fail (GLOSS_IS_APPEARANCE (self));

  size = gloss_appearance_get_text_size (self);
  for (int i = 0; i < abs (steps); i++)
    {
      int next = size;

      if (steps > 0)
        for (guint j = G_N_ELEMENTS (zoom_levels); j > 0 && zoom_levels[j - 1] > size; j--)
          next = zoom_levels[j - 1];
      else
        for (guint j = 0; j < G_N_ELEMENTS (zoom_levels) && zoom_levels[j] < size; j++)
          next = zoom_levels[j];
      size = next;
    }

  gloss_appearance_set_text_size (self, size);
}

int
gloss_appearance_measure_column (GlossAppearance *self,
                                 GtkWidget       *widget)
{
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *font_name = NULL;
  PangoFontMetrics *metrics;
  PangoContext *context;
  double scale, em, character;

  g_return_val_if_fail (GLOSS_IS_APPEARANCE (self), 0);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  /* The font is put together from the settings, for the style of a widget is not up to date until
   * the next frame. Absolute sizes are in pixels, others in points. */
  g_object_get (gtk_widget_get_settings (widget), "gtk-font-name", &font_name, NULL);
  font = pango_font_description_from_string (font_name);
  scale = TEXT_SCALE * gloss_appearance_get_text_size (self) / 100;
  em = (double) pango_font_description_get_size (font) / PANGO_SCALE * scale;
  context = gtk_widget_get_pango_context (widget);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, em * PANGO_SCALE);
  else
    {
      pango_font_description_set_size (font, (int) (em * PANGO_SCALE));
      em *= pango_cairo_context_get_resolution (context) / 72;
    }
  if (is_serif (self))
    pango_font_description_set_family (font, "serif");

  metrics = pango_context_get_metrics (context, font, NULL);
  character = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);

  return (int) (g_settings_get_int (self->settings, "line-length") * character + LABEL_WIDTH * em) + GAPS;
}

static void
update_clamp (GlossAppearance    *self,
              AdwClampScrollable *clamp)
{
  int n_columns = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (clamp), "gloss-columns"));
  int width = n_columns * gloss_appearance_measure_column (self, GTK_WIDGET (clamp));

  adw_clamp_scrollable_set_unit (clamp, ADW_LENGTH_UNIT_PX);
  adw_clamp_scrollable_set_maximum_size (clamp, width);
  adw_clamp_scrollable_set_tightening_threshold (clamp, width);
}

void
gloss_appearance_bind_clamp (GlossAppearance    *self,
                             AdwClampScrollable *clamp,
                             guint               n_columns)
{
  g_return_if_fail (GLOSS_IS_APPEARANCE (self));
  g_return_if_fail (ADW_IS_CLAMP_SCROLLABLE (clamp));

  g_object_set_data (G_OBJECT (clamp), "gloss-columns", GUINT_TO_POINTER (n_columns));
  g_signal_handlers_disconnect_by_func (self, update_clamp, clamp);
  g_signal_handlers_disconnect_by_func (self, update_clamp, clamp);
  g_signal_connect_object (self, "changed", G_CALLBACK (update_clamp), clamp, 0);
  update_clamp (self, clamp);
}

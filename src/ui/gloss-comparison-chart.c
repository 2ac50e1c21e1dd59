/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-chart"

#include "config.h"

#include "ui/gloss-comparison-chart.h"

#include <glib/gi18n.h>

#include "ui/gloss-style.h"

#define BAR_HEIGHT 8

struct _GlossComparisonChart
{
  GtkBox        parent_instance;

  /* The columns of both tables stand below each other, and are as narrow as their words allow. */
  GtkSizeGroup *names;
  GtkSizeGroup *counts;
};

G_DEFINE_FINAL_TYPE (GlossComparisonChart, gloss_comparison_chart, GTK_TYPE_BOX)

/* What a bar shows. */
typedef struct
{
  GlossPalette palette;
  GlossTone    tone;
  double       share; /* of the longest bar */
} Bar;

static void
draw_bar (GtkDrawingArea *area,
          cairo_t        *cr,
          int             width,
          int             height,
          gpointer        user_data)
{
  Bar *bar = user_data;
  GdkRGBA color = gloss_palette_get_line (bar->palette, gloss_style_get_scheme (), bar->tone);
  double length = MAX (width * bar->share, 2);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL ? width - length : 0,
                   (height - BAR_HEIGHT) / 2.0, length, BAR_HEIGHT);
  cairo_fill (cr);
}

static GtkWidget *
make_box (GtkAccessibleRole role,
          GtkOrientation    orientation,
          int               spacing)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role", role,
                       "orientation", orientation,
                       "spacing", spacing,
                       NULL);
}

static GtkWidget *
make_label (GtkAccessibleRole  role,
            const char        *text)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "accessible-role", role,
                       "label", text,
                       "xalign", role == GTK_ACCESSIBLE_ROLE_CELL ? 1.0 : 0.0,
                       "max-width-chars", 16,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "wrap", TRUE,
                       NULL);
}

/* A table with a heading above it, which names it. */
static GtkWidget *
add_table (GlossComparisonChart *self,
           const char           *title)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *table = make_box (GTK_ACCESSIBLE_ROLE_TABLE, GTK_ORIENTATION_VERTICAL, 6);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), table);
  return table;
}

static void
add_row (GlossComparisonChart *self,
         GtkWidget            *table,
         const char           *name,
         guint                 value,
         guint                 longest,
         GlossPalette          palette,
         GlossTone             tone)
{
  GtkWidget *row = make_box (GTK_ACCESSIBLE_ROLE_ROW, GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *number = g_strdup_printf ("%u", value);
  g_autofree char *spoken = g_strdup_printf ("%s: %u", name, value);
  GtkWidget *header = make_label (GTK_ACCESSIBLE_ROLE_ROW_HEADER, name);
  GtkWidget *count = make_label (GTK_ACCESSIBLE_ROLE_CELL, number);
  Bar *bar = g_new (Bar, 1);

  *bar = (Bar) { palette, tone, (double) value / MAX (longest, 1) };
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_bar, bar, g_free);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 24);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BAR_HEIGHT);
  gtk_widget_set_hexpand (area, TRUE);
  gtk_widget_add_css_class (count, "numeric");

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_size_group_add_widget (self->names, header);
  gtk_size_group_add_widget (self->counts, count);
  gtk_box_append (GTK_BOX (row), header);
  gtk_box_append (GTK_BOX (row), area);
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (GTK_BOX (table), row);
}

static void
gloss_comparison_chart_finalize (GObject *object)
{
  GlossComparisonChart *self = GLOSS_COMPARISON_CHART (object);

  g_clear_object (&self->names);
  g_clear_object (&self->counts);

  G_OBJECT_CLASS (gloss_comparison_chart_parent_class)->finalize (object);
}

static void
gloss_comparison_chart_class_init (GlossComparisonChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_comparison_chart_finalize;
}

static void
gloss_comparison_chart_init (GlossComparisonChart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->counts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

void
gloss_comparison_chart_show (GlossComparisonChart *self,
                             GlossComparison      *comparison,
                             GlossPalette          palette)
{
  const GlossComparisonSummary *summary;
  GtkWidget *table;
  guint longest = 0;

  g_return_if_fail (GLOSS_IS_COMPARISON_CHART (self));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_box_remove (GTK_BOX (self), child);
  if (comparison == NULL)
    return;

  summary = gloss_comparison_get_summary (comparison);
  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    longest = MAX (longest, summary->rows[state]);

  table = add_table (self, _("Clauses"));
  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    if (summary->rows[state] > 0)
      add_row (self, table, gloss_row_state_get_label (state), summary->rows[state], longest, palette,
               gloss_palette_get_tone (state));

  longest = MAX (summary->words_kept, MAX (summary->words_removed, summary->words_added));
  table = add_table (self, _("Words"));
  /* Translators: of words: those that both texts have */
  add_row (self, table, _("Kept"), summary->words_kept, longest, palette, GLOSS_TONE_NEUTRAL);
  /* Translators: of words */
  add_row (self, table, _("Removed"), summary->words_removed, longest, palette, GLOSS_TONE_REMOVED);
  /* Translators: of words */
  add_row (self, table, _("Added"), summary->words_added, longest, palette, GLOSS_TONE_ADDED);
}

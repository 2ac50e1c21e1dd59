/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tag-row"

#include "config.h"

#include "ui/gloss-tag-row.h"

#include <glib/gi18n.h>

#include "annotation/gloss-tag.h"
#include "ui/gloss-style.h"

/* The deepest level that still moves the name; the style sheet knows by how much. */
#define MAX_DEPTH 4

struct _GlossTagRow
{
  GtkWidget      parent_instance;

  GtkWidget     *icon;
  GtkLabel      *name;
  GtkLabel      *description;
  GtkLabel      *count;

  GtkListItem   *item;
  GlossTagEntry *entry;
  GSignalGroup  *entry_signals;
  gboolean       whole;
  const char    *color_class;
  const char    *depth_class;
};

G_DEFINE_FINAL_TYPE (GlossTagRow, gloss_tag_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MENU_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
replace_class (GtkWidget   *widget,
               const char **kept,
               const char  *css_class)
{
  if (*kept != NULL)
    gtk_widget_remove_css_class (widget, *kept);
  *kept = css_class;
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
}

static const char *
get_depth_class (guint depth)
{
  static const char *const classes[MAX_DEPTH + 1] = { NULL, "depth-1", "depth-2", "depth-3", "depth-4" };

  return classes[MIN (depth, MAX_DEPTH)];
}

static void
update (GlossTagRow *self)
{
  GlossVocabulary *vocabulary = gloss_vocabulary_get_default ();
  const char *tag = self->entry != NULL ? gloss_tag_entry_get_name (self->entry) : NULL;
  g_autofree char *count = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *color_name = NULL;
  g_autoptr (GString) accessible = NULL;
  const char *description;
  gboolean has_color;
  GlossColor color;
  guint n_notes;

  if (tag == NULL)
    return;

  description = gloss_vocabulary_get_tag_description (vocabulary, tag);
  has_color = gloss_vocabulary_get_tag_color (vocabulary, tag, &color);
  color_name = has_color ? gloss_vocabulary_describe_color (vocabulary, color) : NULL;
  n_notes = gloss_tag_entry_get_n_within (self->entry);
  count = g_strdup_printf ("%u", n_notes);
  notes = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);

  gtk_label_set_text (self->name, self->whole ? tag : gloss_tag_get_leaf (tag));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), tag);
  gtk_label_set_text (self->description, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description), *description != '\0');
  gtk_label_set_text (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), notes);
  gtk_widget_set_tooltip_text (self->icon, color_name);
  replace_class (self->icon, &self->color_class, has_color ? gloss_style_get_color_class (color) : NULL);
  replace_class (self->icon, &self->depth_class,
                 self->whole ? NULL : get_depth_class (gloss_tag_entry_get_depth (self->entry)));

  accessible = g_string_new (tag);
  g_string_append_printf (accessible, "; %s", notes);
  if (color_name != NULL)
    g_string_append_printf (accessible, "; %s", color_name);
  if (*description != '\0')
    g_string_append_printf (accessible, "; %s", description);
  gtk_list_item_set_accessible_label (self->item, accessible->str);
}

static void
clicked_cb (GlossTagRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MENU_CLICKED], 0);
}

static void
gloss_tag_row_dispose (GObject *object)
{
  GlossTagRow *self = GLOSS_TAG_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->entry_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_TAG_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (gloss_tag_row_parent_class)->dispose (object);
}

static void
gloss_tag_row_class_init (GlossTagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_tag_row_dispose;

  signals[SIGNAL_MENU_CLICKED] =
      g_signal_new ("menu-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossTagRow, icon);
  gtk_widget_class_bind_template_child (widget_class, GlossTagRow, name);
  gtk_widget_class_bind_template_child (widget_class, GlossTagRow, description);
  gtk_widget_class_bind_template_child (widget_class, GlossTagRow, count);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
gloss_tag_row_init (GlossTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->entry_signals = g_signal_group_new (GLOSS_TYPE_TAG_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify", G_CALLBACK (update), self);
  g_signal_connect_object (gloss_vocabulary_get_default (), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gloss_tag_row_new (void)
{
  return g_object_new (GLOSS_TYPE_TAG_ROW, NULL);
}

void
gloss_tag_row_set_entry (GlossTagRow   *self,
                         GtkListItem   *item,
                         GlossTagEntry *entry,
                         gboolean       whole)
{
  g_return_if_fail (GLOSS_IS_TAG_ROW (self));

  self->item = item;
  self->whole = whole;
  g_set_object (&self->entry, entry);
  g_signal_group_set_target (self->entry_signals, entry);
  update (self);
}

GlossTagEntry *
gloss_tag_row_get_entry (GlossTagRow *self)
{
  g_return_val_if_fail (GLOSS_IS_TAG_ROW (self), NULL);

  return self->entry;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-filter-bar"

#include "config.h"

#include "ui/gloss-note-filter-bar.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* Letters of a choice that are shown in the bar; the list shows it all. */
#define MAX_BUTTON_CHARS 14
#define MAX_LIST_CHARS 48

typedef enum
{
  MENU_TAG,
  MENU_COLOR,
  MENU_DOCUMENT,
  MENU_AUTHOR,
  MENU_DATE,
  MENU_STATE,
  N_MENUS,
} Menu;

/* One list: the first item is any. */
typedef struct
{
  GtkDropDown *drop_down;
  GPtrArray   *values; /* element-type utf8; NULL for any */
} Choice;

struct _GlossNoteFilterBar
{
  GtkBox   parent_instance;

  Choice   choices[N_MENUS];
  char    *since;
  gboolean filling; /* what changes now is not the user's choice */
};

G_DEFINE_FINAL_TYPE (GlossNoteFilterBar, gloss_note_filter_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *any;
  gboolean    searchable;
} menus[N_MENUS] = {
  [MENU_TAG] = { N_("Tag"), N_("Any Tag"), TRUE },
  [MENU_COLOR] = { N_("Colour"), N_("Any Colour"), FALSE },
  [MENU_DOCUMENT] = { N_("Document"), N_("Any Document"), TRUE },
  [MENU_AUTHOR] = { N_("Author"), N_("Any Author"), TRUE },
  [MENU_DATE] = { N_("Date"), N_("Any Date"), FALSE },
  [MENU_STATE] = { N_("Place"), N_("Any Place"), FALSE },
};

/* By the number of days before today. */
static const struct
{
  const char *value;
  const char *label;
} dates[] = {
  { "0", N_("Today") },
  { "6", N_("Last 7 Days") },
  { "29", N_("Last 30 Days") },
  { "364", N_("Last 12 Months") },
};

static const struct
{
  GlossPlacementState state;
  const char         *label;
} states[] = {
  { GLOSS_PLACEMENT_PLACED, N_("In Its Place") },
  { GLOSS_PLACEMENT_CHANGED, N_("Wording Changed") },
  { GLOSS_PLACEMENT_AMBIGUOUS, N_("To Be Placed") },
  { GLOSS_PLACEMENT_NOT_FOUND, N_("Not Found") },
};

static const char *
get_value (GlossNoteFilterBar *self,
           Menu                menu)
{
  Choice *choice = &self->choices[menu];
  guint selected = gtk_drop_down_get_selected (choice->drop_down);

  return selected < choice->values->len ? g_ptr_array_index (choice->values, selected) : NULL;
}

/* @values (transfer full), @labels: without the item for any; they may be the same. */
static void
fill (GlossNoteFilterBar *self,
      Menu                menu,
      GPtrArray          *values,
      GPtrArray          *labels)
{
  Choice *choice = &self->choices[menu];
  g_autofree char *chosen = g_strdup (get_value (self, menu));
  GtkStringList *list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, _(menus[menu].any));
  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (labels, i));
  g_ptr_array_insert (values, 0, NULL);
  for (guint i = 1; i < values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (values, i), chosen) == 0)
      selected = i;

  self->filling = TRUE;
  g_ptr_array_unref (choice->values);
  choice->values = values;
  gtk_drop_down_set_model (choice->drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice->drop_down, selected);
  self->filling = FALSE;
  g_object_unref (list);

  if (chosen != NULL && selected == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
update_since (GlossNoteFilterBar *self)
{
  const char *days = get_value (self, MENU_DATE);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) day = NULL;

  g_clear_pointer (&self->since, g_free);
  if (days == NULL)
    return;

  midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                    g_date_time_get_day_of_month (now), 0, 0, 0);
  day = midnight != NULL ? g_date_time_add_days (midnight, -atoi (days)) : NULL;
  self->since = day != NULL ? g_date_time_format_iso8601 (day) : NULL;
}

static void
selected_cb (GlossNoteFilterBar *self)
{
  if (self->filling)
    return;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  max_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (max_chars));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static GtkListItemFactory *
create_factory (int max_chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (max_chars));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static void
add_menu (GlossNoteFilterBar *self,
          Menu                menu)
{
  Choice *choice = &self->choices[menu];
  g_autoptr (GtkListItemFactory) factory = create_factory (MAX_BUTTON_CHARS);
  g_autoptr (GtkListItemFactory) list_factory = create_factory (MAX_LIST_CHARS);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const char *name = _(menus[menu].name);

  choice->values = g_ptr_array_new_with_free_func (g_free);
  choice->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_expression (choice->drop_down, expression);
  gtk_drop_down_set_factory (choice->drop_down, factory);
  gtk_drop_down_set_list_factory (choice->drop_down, list_factory);
  gtk_drop_down_set_enable_search (choice->drop_down, menus[menu].searchable);
  gtk_drop_down_set_search_match_mode (choice->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_set_hexpand (GTK_WIDGET (choice->drop_down), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice->drop_down), name);
  g_signal_connect_object (choice->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (choice->drop_down));
}

static void
fill_fixed (GlossNoteFilterBar *self)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
    {
      g_ptr_array_add (values, g_strdup_printf ("%d", color));
      g_ptr_array_add (labels, (char *) gloss_color_get_label (color));
    }
  fill (self, MENU_COLOR, values, labels);

  values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (labels, 0);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_ptr_array_add (values, g_strdup (dates[i].value));
      g_ptr_array_add (labels, (char *) _(dates[i].label));
    }
  fill (self, MENU_DATE, values, labels);

  values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (labels, 0);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_ptr_array_add (values, g_strdup_printf ("%d", states[i].state));
      g_ptr_array_add (labels, (char *) _(states[i].label));
    }
  fill (self, MENU_STATE, values, labels);
}

static void
gloss_note_filter_bar_finalize (GObject *object)
{
  GlossNoteFilterBar *self = GLOSS_NOTE_FILTER_BAR (object);

  for (guint i = 0; i < N_MENUS; i++)
    g_ptr_array_unref (self->choices[i].values);
  g_free (self->since);

  G_OBJECT_CLASS (gloss_note_filter_bar_parent_class)->finalize (object);
}

static void
gloss_note_filter_bar_class_init (GlossNoteFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_note_filter_bar_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_note_filter_bar_init (GlossNoteFilterBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (guint i = 0; i < N_MENUS; i++)
    add_menu (self, i);
  fill_fixed (self);
}

GtkWidget *
gloss_note_filter_bar_new (void)
{
  return g_object_new (GLOSS_TYPE_NOTE_FILTER_BAR, NULL);
}

/* Adds @value to the set @values (utf8). */
static void
offer (GHashTable *values,
       const char *value)
{
  if (value != NULL && *value != '\0' && !g_hash_table_contains (values, value))
    g_hash_table_add (values, g_strdup (value));
}

/* A nested tag offers those in which it lies, too. */
static void
offer_tag (GHashTable *values,
           const char *tag)
{
  if (g_hash_table_contains (values, tag))
    return;

  offer (values, tag);
  for (const char *slash = strchr (tag, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *parent = g_strndup (tag, (gsize) (slash - tag));

      offer (values, parent);
    }
}

/* (transfer full) (element-type utf8): in the order of the alphabet. */
static GPtrArray *
sort_values (GHashTable *values)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_ptr_array_add (sorted, g_strdup (value));
  g_ptr_array_sort_values (sorted, (GCompareFunc) g_utf8_collate);

  return sorted;
}

void
gloss_note_filter_bar_set_offers (GlossNoteFilterBar *self,
                                  GListModel         *annotations,
                                  GlossNotePlaces    *places)
{
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *values;
  guint n_annotations;

  g_return_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self));
  g_return_if_fail (G_IS_LIST_MODEL (annotations));
  g_return_if_fail (GLOSS_IS_NOTE_PLACES (places));

  n_annotations = g_list_model_get_n_items (annotations);
  for (guint i = 0; i < n_annotations; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (annotations, i);
      const char * const *own = gloss_annotation_get_tags (annotation);

      for (guint j = 0; own[j] != NULL; j++)
        offer_tag (tags, own[j]);
      offer (symbols, gloss_note_places_get_symbol (places, annotation));
      offer (authors, gloss_annotation_get_author (annotation));
    }

  values = sort_values (tags);
  fill (self, MENU_TAG, values, values);
  values = sort_values (authors);
  fill (self, MENU_AUTHOR, values, values);
  values = sort_values (symbols);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (headings, gloss_note_places_dup_heading (places, g_ptr_array_index (values, i)));
  fill (self, MENU_DOCUMENT, values, headings);
}

void
gloss_note_filter_bar_get_criteria (GlossNoteFilterBar *self,
                                    GlossNoteCriteria  *criteria)
{
  const char *color, *state;

  g_return_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self));
  g_return_if_fail (criteria != NULL);

  update_since (self);
  color = get_value (self, MENU_COLOR);
  state = get_value (self, MENU_STATE);
  criteria->note.tag = get_value (self, MENU_TAG);
  criteria->symbol = get_value (self, MENU_DOCUMENT);
  criteria->note.author = get_value (self, MENU_AUTHOR);
  criteria->note.since = self->since;
  criteria->note.color = color != NULL ? atoi (color) : -1;
  criteria->state = state != NULL ? atoi (state) : -1;
}

guint
gloss_note_filter_bar_count (GlossNoteFilterBar *self)
{
  guint n = 0;

  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self), 0);

  for (guint i = 0; i < N_MENUS; i++)
    n += get_value (self, i) != NULL;

  return n;
}

void
gloss_note_filter_bar_reset (GlossNoteFilterBar *self)
{
  g_return_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self));

  self->filling = TRUE;
  for (guint i = 0; i < N_MENUS; i++)
    gtk_drop_down_set_selected (self->choices[i].drop_down, 0);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
gloss_note_filter_bar_choose_tag (GlossNoteFilterBar *self,
                                  const char         *tag)
{
  GPtrArray *values;

  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  values = self->choices[MENU_TAG].values;
  for (guint i = 1; i < values->len; i++)
    if (g_str_equal (g_ptr_array_index (values, i), tag))
      {
        self->filling = TRUE;
        for (guint j = 0; j < N_MENUS; j++)
          gtk_drop_down_set_selected (self->choices[j].drop_down, j == MENU_TAG ? i : 0);
        self->filling = FALSE;
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
        return TRUE;
      }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-filter-bar"

#include "config.h"

#include "ui/gloss-note-filter-bar.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-note-filter-choice.h"
#include "ui/gloss-note-filter-date.h"

typedef enum
{
  MENU_TAG,
  MENU_COLOR,
  MENU_DOCUMENT,
  MENU_AUTHOR,
  MENU_STATE,
  N_MENUS,
} Menu;

struct _GlossNoteFilterBar
{
  GtkWidget              parent_instance;

  GlossNoteFilterChoice *choices[N_MENUS];
  GlossNoteFilterDate   *date;
  char                  *since;
  char                  *until;
  gboolean               setting; /* what changes now is said once, when all of it has */
};

G_DEFINE_FINAL_TYPE (GlossNoteFilterBar, gloss_note_filter_bar, GTK_TYPE_WIDGET)

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
  [MENU_COLOR] = { N_("Color"), N_("Any Color"), FALSE },
  [MENU_DOCUMENT] = { N_("Document"), N_("Any Document"), TRUE },
  [MENU_AUTHOR] = { N_("Author"), N_("Any Author"), TRUE },
  [MENU_STATE] = { N_("Place"), N_("Any Place"), FALSE },
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

static void
changed_cb (GlossNoteFilterBar *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add (GlossNoteFilterBar *self,
     GtkWidget          *widget)
{
  g_signal_connect_object (widget, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

/* Colours are chosen by what they mean. */
static void
offer_colors (GlossNoteFilterBar *self)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
    {
      g_ptr_array_add (values, g_strdup (gloss_color_to_string (color)));
      g_ptr_array_add (labels, gloss_vocabulary_describe_color (gloss_vocabulary_get_default (), color));
    }
  gloss_note_filter_choice_offer (self->choices[MENU_COLOR], values, labels);
}

static void
offer_states (GlossNoteFilterBar *self)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_ptr_array_add (values, g_strdup_printf ("%d", states[i].state));
      g_ptr_array_add (labels, (char *) _(states[i].label));
    }
  gloss_note_filter_choice_offer (self->choices[MENU_STATE], values, labels);
}

static void
gloss_note_filter_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gloss_note_filter_bar_parent_class)->dispose (object);
}

static void
gloss_note_filter_bar_finalize (GObject *object)
{
  GlossNoteFilterBar *self = GLOSS_NOTE_FILTER_BAR (object);

  g_free (self->since);
  g_free (self->until);

  G_OBJECT_CLASS (gloss_note_filter_bar_parent_class)->finalize (object);
}

static void
gloss_note_filter_bar_class_init (GlossNoteFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_note_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = gloss_note_filter_bar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), ADW_TYPE_WRAP_LAYOUT);

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_note_filter_bar_init (GlossNoteFilterBar *self)
{
  AdwWrapLayout *layout = ADW_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  adw_wrap_layout_set_child_spacing (layout, 6);
  adw_wrap_layout_set_line_spacing (layout, 6);
  self->setting = TRUE;
  for (guint i = 0; i < N_MENUS; i++)
    {
      self->choices[i] = GLOSS_NOTE_FILTER_CHOICE (gloss_note_filter_choice_new (_(menus[i].name), _(menus[i].any),
                                                                                 menus[i].searchable));
      if (i == MENU_STATE)
        {
          self->date = GLOSS_NOTE_FILTER_DATE (gloss_note_filter_date_new ());
          add (self, GTK_WIDGET (self->date));
        }
      add (self, GTK_WIDGET (self->choices[i]));
    }
  offer_colors (self);
  offer_states (self);
  self->setting = FALSE;

  g_signal_connect_object (gloss_vocabulary_get_default (), "changed", G_CALLBACK (offer_colors), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gloss_note_filter_bar_new (void)
{
  return g_object_new (GLOSS_TYPE_NOTE_FILTER_BAR, NULL);
}

void
gloss_note_filter_bar_set_orientation (GlossNoteFilterBar *self,
                                       GtkOrientation      orientation)
{
  g_return_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), orientation);
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
  gloss_note_filter_choice_offer (self->choices[MENU_TAG], values, values);
  values = sort_values (authors);
  gloss_note_filter_choice_offer (self->choices[MENU_AUTHOR], values, values);
  values = sort_values (symbols);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (headings, gloss_note_places_dup_heading (places, g_ptr_array_index (values, i)));
  gloss_note_filter_choice_offer (self->choices[MENU_DOCUMENT], values, headings);
}

void
gloss_note_filter_bar_get_criteria (GlossNoteFilterBar *self,
                                    GlossNoteCriteria  *criteria)
{
  const char *color, *state;
  GlossColor chosen;

  g_return_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self));
  g_return_if_fail (criteria != NULL);

  g_free (self->since);
  g_free (self->until);
  self->since = gloss_note_filter_date_dup_since (self->date);
  self->until = gloss_note_filter_date_dup_until (self->date);

  color = gloss_note_filter_choice_get_value (self->choices[MENU_COLOR]);
  state = gloss_note_filter_choice_get_value (self->choices[MENU_STATE]);
  criteria->note.tag = gloss_note_filter_choice_get_value (self->choices[MENU_TAG]);
  criteria->note.author = gloss_note_filter_choice_get_value (self->choices[MENU_AUTHOR]);
  criteria->note.since = self->since;
  criteria->note.until = self->until;
  criteria->note.color = color != NULL && gloss_color_from_string (color, &chosen) ? (int) chosen : -1;
  criteria->symbol = gloss_note_filter_choice_get_value (self->choices[MENU_DOCUMENT]);
  criteria->state = state != NULL ? atoi (state) : -1;
}

guint
gloss_note_filter_bar_count (GlossNoteFilterBar *self)
{
  guint n;

  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self), 0);

  n = gloss_note_filter_date_is_set (self->date);
  for (guint i = 0; i < N_MENUS; i++)
    n += gloss_note_filter_choice_get_value (self->choices[i]) != NULL;

  return n;
}

/* With @tag (nullable) alone; FALSE where it is not offered. */
static gboolean
choose_only (GlossNoteFilterBar *self,
             const char         *tag)
{
  if (!gloss_note_filter_choice_set_value (self->choices[MENU_TAG], tag))
    return FALSE;

  self->setting = TRUE;
  for (guint i = 0; i < N_MENUS; i++)
    if (i != MENU_TAG)
      gloss_note_filter_choice_set_value (self->choices[i], NULL);
  gloss_note_filter_date_reset (self->date);
  self->setting = FALSE;

  changed_cb (self);
  return TRUE;
}

void
gloss_note_filter_bar_reset (GlossNoteFilterBar *self)
{
  g_return_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self));

  choose_only (self, NULL);
}

gboolean
gloss_note_filter_bar_choose_tag (GlossNoteFilterBar *self,
                                  const char         *tag)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_BAR (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  return choose_only (self, tag);
}

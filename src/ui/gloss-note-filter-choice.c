/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-filter-choice"

#include "config.h"

#include "ui/gloss-note-filter-choice.h"

#include <glib/gi18n.h>

#include "ui/gloss-string-factory.h"

/* Letters of a choice that are shown in the button; the list shows it all. */
#define MAX_BUTTON_CHARS 14
#define MAX_LIST_CHARS 48

struct _GlossNoteFilterChoice
{
  AdwBin       parent_instance;

  GtkDropDown *drop_down;
  GPtrArray   *values; /* element-type utf8; the first is NULL */
  char        *name;
  char        *any;
  gboolean     filling; /* what changes now is not the reader's choice */
};

G_DEFINE_FINAL_TYPE (GlossNoteFilterChoice, gloss_note_filter_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* GTK calls the list by what is chosen, which does not tell a tag from an author. */
static void
update_name (GlossNoteFilterChoice *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->drop_down);
  g_autofree char *name = NULL;

  if (chosen != NULL && gtk_drop_down_get_selected (self->drop_down) > 0)
    /* Translators: what a list chooses, such as the tag, and what is chosen in it. */
    name = g_strdup_printf (C_("filter", "%s: %s"), self->name, gtk_string_object_get_string (chosen));
  else
    name = g_strdup (self->any);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
selected_cb (GlossNoteFilterChoice *self)
{
  if (self->any != NULL)
    update_name (self);
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
gloss_note_filter_choice_finalize (GObject *object)
{
  GlossNoteFilterChoice *self = GLOSS_NOTE_FILTER_CHOICE (object);

  g_ptr_array_unref (self->values);
  g_free (self->name);
  g_free (self->any);

  G_OBJECT_CLASS (gloss_note_filter_choice_parent_class)->finalize (object);
}

static void
gloss_note_filter_choice_class_init (GlossNoteFilterChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_note_filter_choice_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_note_filter_choice_init (GlossNoteFilterChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = gloss_string_factory_new (MAX_BUTTON_CHARS);
  g_autoptr (GtkListItemFactory) list_factory = gloss_string_factory_new (MAX_LIST_CHARS);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->values = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_expression (self->drop_down, expression);
  gtk_drop_down_set_factory (self->drop_down, factory);
  gtk_drop_down_set_list_factory (self->drop_down, list_factory);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

GtkWidget *
gloss_note_filter_choice_new (const char *name,
                              const char *any,
                              gboolean    searchable)
{
  GlossNoteFilterChoice *self;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (any != NULL, NULL);

  self = g_object_new (GLOSS_TYPE_NOTE_FILTER_CHOICE, NULL);
  self->name = g_strdup (name);
  self->any = g_strdup (any);
  gtk_drop_down_set_enable_search (self->drop_down, searchable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), name);
  gloss_note_filter_choice_offer (self, g_ptr_array_new_with_free_func (g_free), none);

  return GTK_WIDGET (self);
}

void
gloss_note_filter_choice_offer (GlossNoteFilterChoice *self,
                                GPtrArray             *values,
                                GPtrArray             *labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *chosen = NULL;

  g_return_if_fail (GLOSS_IS_NOTE_FILTER_CHOICE (self));
  g_return_if_fail (values != NULL);
  g_return_if_fail (labels != NULL);

  chosen = g_strdup (gloss_note_filter_choice_get_value (self));
  gtk_string_list_append (list, self->any);
  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (labels, i));
  g_ptr_array_insert (values, 0, NULL);

  self->filling = TRUE;
  g_ptr_array_unref (self->values);
  self->values = values;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
  self->filling = FALSE;

  if (!gloss_note_filter_choice_set_value (self, chosen))
    {
      gloss_note_filter_choice_set_value (self, NULL);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
}

const char *
gloss_note_filter_choice_get_value (GlossNoteFilterChoice *self)
{
  guint selected;

  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);
  return selected < self->values->len ? g_ptr_array_index (self->values, selected) : NULL;
}

gboolean
gloss_note_filter_choice_set_value (GlossNoteFilterChoice *self,
                                    const char            *value)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_CHOICE (self), FALSE);

  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->values, i), value) == 0)
      {
        self->filling = TRUE;
        gtk_drop_down_set_selected (self->drop_down, i);
        self->filling = FALSE;
        return TRUE;
      }

  return FALSE;
}

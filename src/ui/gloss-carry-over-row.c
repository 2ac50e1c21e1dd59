/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-carry-over-row"

#include "config.h"

#include "ui/gloss-carry-over-row.h"

#include <glib/gi18n.h>

#include "ui/gloss-language.h"

struct _GlossCarryChoice
{
  GObject         parent_instance;

  GlossCarryItem *item;
  gboolean        chosen;
};

G_DEFINE_FINAL_TYPE (GlossCarryChoice, gloss_carry_choice, G_TYPE_OBJECT)

enum
{
  PROP_CHOSEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
gloss_carry_choice_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, GLOSS_CARRY_CHOICE (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_carry_choice_class_init (GlossCarryChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = gloss_carry_choice_get_property;

  properties[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
gloss_carry_choice_init (GlossCarryChoice *self)
{
}

GlossCarryChoice *
gloss_carry_choice_new (GlossCarryItem *item)
{
  GlossCarryChoice *self = g_object_new (GLOSS_TYPE_CARRY_CHOICE, NULL);

  self->item = item;
  self->chosen = gloss_carry_item_can_carry (item);
  return self;
}

GlossCarryItem *
gloss_carry_choice_get_item (GlossCarryChoice *self)
{
  return self->item;
}

gboolean
gloss_carry_choice_get_chosen (GlossCarryChoice *self)
{
  return self->chosen;
}

void
gloss_carry_choice_set_chosen (GlossCarryChoice *self,
                               gboolean          chosen)
{
  chosen = chosen && gloss_carry_item_can_carry (self->item);
  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

struct _GlossCarryOverRow
{
  GtkWidget         parent_instance;

  GtkCheckButton   *check_button;
  GtkLabel         *state_label;
  GtkLabel         *note_label;
  GtkLabel         *old_place;
  GtkLabel         *old_words;
  GtkLabel         *new_place;
  GtkLabel         *new_words;
  GtkDropDown      *drop_down;

  GtkListItem      *item;
  GlossCarryChoice *choice;
  GlossComparison  *comparison;
  GSignalGroup     *choice_signals;
  gboolean          updating;
};

G_DEFINE_FINAL_TYPE (GlossCarryOverRow, gloss_carry_over_row, GTK_TYPE_WIDGET)

static const char *
describe_state (const GlossCarryItem *item)
{
  if (item->carried != NULL)
    /* Translators: of a note that was carried over to the new text before. */
    return _("Carried over already");

  switch (item->state)
    {
    case GLOSS_PLACEMENT_PLACED:
      /* Translators: of a note whose words stand in the new text as they were. */
      return _("Placed");
    case GLOSS_PLACEMENT_CHANGED:
      return _("Wording changed: to be confirmed");
    case GLOSS_PLACEMENT_AMBIGUOUS:
      return _("To be chosen: several places, or words in another clause");
    case GLOSS_PLACEMENT_NOT_FOUND:
    default:
      return _("Not found in the new text: it stays with the old one");
    }
}

static char *
dup_citation (GlossAnchor   *anchor,
              GlossDocument *document)
{
  const char *id = gloss_anchor_get_data (anchor)->clause_id;
  GlossClause *clause = id != NULL ? gloss_document_find_clause (document, id) : NULL;

  return g_strdup (clause != NULL ? gloss_clause_get_citation (clause) : gloss_document_get_symbol (document));
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_new_place (GlossCarryOverRow *self)
{
  GlossDocument *document = gloss_comparison_get_new_document (self->comparison);
  const GlossCarryItem *item = self->choice != NULL ? gloss_carry_choice_get_item (self->choice) : NULL;
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;

  if (item->anchor != NULL)
    {
      place = dup_citation (item->anchor, document);
      words = gloss_anchor_dup_quotation (item->anchor, document);
    }

  set_label (self->new_place, place != NULL ? place : "");
  set_label (self->new_words, words != NULL ? words : "");
  gloss_language_apply_in_list (gloss_document_get_language (document), self->new_words, NULL);
}

static void
update_check (GlossCarryOverRow *self)
{
  const GlossCarryItem *item = gloss_carry_choice_get_item (self->choice);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check_button, gloss_carry_choice_get_chosen (self->choice));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), gloss_carry_item_can_carry (item));
  self->updating = FALSE;
}

/* The words alone are the same in all of them. */
static char *
describe_candidate (GlossAnchor   *candidate,
                    GlossDocument *document)
{
  const GlossAnchorData *data = gloss_anchor_get_data (candidate);
  g_autofree char *citation = dup_citation (candidate, document);
  g_autoptr (GString) words = g_string_new (NULL);

  if (data->exact == NULL)
    return g_steal_pointer (&citation);

  if (data->prefix != NULL && g_utf8_strlen (data->prefix, -1) >= GLOSS_ANCHOR_CONTEXT_CHARS)
    g_string_append (words, "…");
  g_string_append_printf (words, "%s%s%s", data->prefix != NULL ? data->prefix : "", data->exact,
                          data->suffix != NULL ? data->suffix : "");
  if (data->suffix != NULL && g_utf8_strlen (data->suffix, -1) >= GLOSS_ANCHOR_CONTEXT_CHARS)
    g_string_append (words, "…");
  g_strdelimit (words->str, "\n", ' ');
  return g_strdup_printf (_("%s: %s"), citation, words->str);
}

static void
fill_candidates (GlossCarryOverRow *self)
{
  GlossDocument *document = gloss_comparison_get_new_document (self->comparison);
  const GlossCarryItem *item = gloss_carry_choice_get_item (self->choice);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const[]) { _("Choose a Place"), NULL });
  guint selected = 0;

  for (guint i = 0; i < item->candidates->len; i++)
    {
      GlossAnchor *candidate = g_ptr_array_index (item->candidates, i);
      g_autofree char *description = describe_candidate (candidate, document);

      gtk_string_list_append (list, description);
      if (item->anchor != NULL && gloss_anchor_equal (item->anchor, candidate))
        selected = i + 1;
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->drop_down, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), item->candidates->len > 0 && item->carried == NULL);
  self->updating = FALSE;
}

static void
update_accessible_label (GlossCarryOverRow *self)
{
  g_autofree char *name = g_strdup_printf ("%s; %s; %s; %s", gtk_label_get_text (self->state_label),
                                           gtk_label_get_text (self->old_place), gtk_label_get_text (self->new_place),
                                           gtk_label_get_text (self->note_label));

  gtk_list_item_set_accessible_label (self->item, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (GlossCarryOverRow *self)
{
  const GlossCarryItem *item = gloss_carry_choice_get_item (self->choice);
  GlossDocument *document = gloss_comparison_get_old_document (self->comparison);
  GlossAnchor *anchor = gloss_annotation_get_anchor (item->annotation);
  g_autofree char *old_place = item->old_clause != NULL ? g_strdup (gloss_clause_get_citation (item->old_clause))
                                                        : dup_citation (anchor, document);
  g_autofree char *old_words = gloss_anchor_dup_quotation (anchor, document);

  gtk_label_set_text (self->state_label, describe_state (item));
  set_label (self->note_label, gloss_annotation_get_note (item->annotation));
  set_label (self->old_place, old_place);
  set_label (self->old_words, old_words);
  gloss_language_apply_in_list (gloss_document_get_language (document), self->old_words, NULL);
  show_new_place (self);
  fill_candidates (self);
  update_check (self);
  update_accessible_label (self);
}

static void
toggled_cb (GlossCarryOverRow *self)
{
  if (!self->updating && self->choice != NULL)
    gloss_carry_choice_set_chosen (self->choice, gtk_check_button_get_active (self->check_button));
}

/* Who chooses a place wants the note there; who takes the choice back does not. */
static void
selected_cb (GlossCarryOverRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->updating || self->choice == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == 0)
    gloss_carry_choice_set_chosen (self->choice, FALSE);
  gloss_carry_item_choose (gloss_carry_choice_get_item (self->choice),
                           selected > 0 ? selected - 1 : GLOSS_CARRY_NO_CANDIDATE);
  if (selected > 0)
    gloss_carry_choice_set_chosen (self->choice, TRUE);
  show_new_place (self);
  update_check (self);
  update_accessible_label (self);
}

static void
gloss_carry_over_row_dispose (GObject *object)
{
  GlossCarryOverRow *self = GLOSS_CARRY_OVER_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->choice_signals);
  g_clear_object (&self->choice);
  g_clear_object (&self->comparison);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_CARRY_OVER_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gloss_carry_over_row_parent_class)->dispose (object);
}

static void
gloss_carry_over_row_class_init (GlossCarryOverRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_carry_over_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-carry-over-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, check_button);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, old_place);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, old_words);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, new_place);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, new_words);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverRow, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
gloss_carry_over_row_init (GlossCarryOverRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->choice_signals = g_signal_group_new (GLOSS_TYPE_CARRY_CHOICE);
  g_signal_group_connect_swapped (self->choice_signals, "notify::chosen", G_CALLBACK (update_check), self);
}

GtkWidget *
gloss_carry_over_row_new (void)
{
  return g_object_new (GLOSS_TYPE_CARRY_OVER_ROW, NULL);
}

void
gloss_carry_over_row_bind (GlossCarryOverRow *self,
                           GtkListItem       *item,
                           GlossCarryChoice  *choice,
                           GlossComparison   *comparison)
{
  g_return_if_fail (GLOSS_IS_CARRY_OVER_ROW (self));

  self->item = item;
  g_signal_group_set_target (self->choice_signals, choice);
  g_set_object (&self->choice, choice);
  g_set_object (&self->comparison, comparison);
  if (choice != NULL)
    update (self);
}

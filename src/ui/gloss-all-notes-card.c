/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-card"

#include "config.h"

#include "ui/gloss-all-notes-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-date.h"
#include "ui/gloss-language.h"
#include "ui/gloss-match-excerpt.h"
#include "ui/gloss-placing-button.h"
#include "ui/gloss-style.h"
#include "ui/gloss-tag-style.h"

/* Code points before the first match that still fit what a card shows of a text. */
#define QUOTATION_LEAD 80
#define TEXT_LEAD 240

struct _GlossAllNotesCard
{
  GtkWidget        parent_instance;

  GtkCheckButton  *check;
  GtkLabel        *citation;
  GtkLabel        *remark;
  GtkLabel        *quotation;
  GtkButton       *place_button;
  GtkLabel        *text;
  AdwWrapBox      *tags;
  GtkLabel        *particulars;

  GtkListItem     *item;
  GlossAnnotation *annotation;
  GlossNotePlaces *places;
  char            *search;
  GSignalGroup    *annotation_signals;
  GSignalGroup    *item_signals;
  const char      *color_class;
};

G_DEFINE_FINAL_TYPE (GlossAllNotesCard, gloss_all_notes_card, GTK_TYPE_WIDGET)

/* Shows @text, with the words marked that were looked for. @language (nullable): of the text. */
static void
set_text (GlossAllNotesCard *self,
          GtkLabel         *label,
          const char       *text,
          guint             lead_chars,
          gboolean          searched,
          const char       *language)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GlossTextMark));
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *excerpt = gloss_match_excerpt (valid, searched ? self->search : NULL, lead_chars, marks);
  g_autoptr (PangoAttrList) attributes =
      gloss_text_marks_to_attributes ((const GlossTextMark *) marks->data, marks->len, gloss_style_get_scheme ());

  gtk_label_set_text (label, excerpt);
  gtk_widget_set_visible (GTK_WIDGET (label), *excerpt != '\0');
  if (language != NULL)
    gloss_language_apply_in_list (language, label, attributes);
  else
    gtk_label_set_attributes (label, attributes);
}

/* (transfer full): what the note stands on. */
static char *
dup_quotation (GlossAllNotesCard *self)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (self->annotation);
  GlossPlacedNote *placed;
  GlossClause *clause;

  if (gloss_anchor_has_phrase (anchor))
    return gloss_anchor_dup_quotation (anchor, NULL);

  placed = gloss_note_places_get_placed (self->places, self->annotation);
  clause = placed != NULL ? gloss_placed_note_get_placement (placed)->clause : NULL;
  return g_strdup (clause != NULL ? gloss_clause_get_text (clause) : "");
}

static void
update_words (GlossAllNotesCard *self)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (self->annotation);
  const char *language = gloss_anchor_get_data (anchor)->language;
  const char * const *tags = gloss_annotation_get_tags (self->annotation);
  g_autofree char *quotation = dup_quotation (self);
  GtkWidget *child;

  /* The words of a clause that only bears a note are not those that are searched. */
  set_text (self, self->quotation, quotation, QUOTATION_LEAD, gloss_anchor_has_phrase (anchor),
            language != NULL ? language : "");
  set_text (self, self->text, gloss_annotation_get_note (self->annotation), TEXT_LEAD, TRUE, NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      set_text (self, GTK_LABEL (label), tags[i], G_MAXUINT, TRUE, NULL);
      gloss_tag_style_set_up (GTK_LABEL (label));
      adw_wrap_box_append (self->tags, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags[0] != NULL);
}

static void
update_place (GlossAllNotesCard *self)
{
  GlossPlacedNote *placed = gloss_note_places_get_placed (self->places, self->annotation);
  g_autofree char *citation = gloss_note_places_dup_citation (self->places, self->annotation);
  const char *remark = placed != NULL ? gloss_placed_note_get_remark (placed)
                                      /* Translators: said of a note. */
                                      : _("Its document is not among the documents");

  gtk_label_set_text (self->citation, citation);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gloss_placing_button_update (self->place_button, placed);
}

/* What the colour means, author and date: "Position · A. Person · 13 January 2015, 09:00". */
static void
update_particulars (GlossAllNotesCard *self)
{
  GlossColor color = gloss_annotation_get_color (self->annotation);
  const char *author = gloss_annotation_get_author (self->annotation);
  g_autofree char *time = gloss_date_format_time (gloss_annotation_get_modified (self->annotation));
  g_autoptr (GString) text = g_string_new (gloss_vocabulary_get_color_name (gloss_vocabulary_get_default (), color));

  if (*author != '\0')
    g_string_append_printf (text, " · %s", author);
  if (*time != '\0')
    g_string_append_printf (text, " · %s", time);
  gtk_label_set_text (self->particulars, text->str);

  if (self->color_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->color_class);
  self->color_class = gloss_style_get_color_class (color);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->color_class);
}

/* What a screen reader says of the row. */
static void
update_accessible_label (GlossAllNotesCard *self)
{
  const char *note = gloss_annotation_get_note (self->annotation);
  g_autofree char *quotation = dup_quotation (self);
  g_autofree char *tags = g_strjoinv (", ", (char **) gloss_annotation_get_tags (self->annotation));
  g_autofree char *color = gloss_vocabulary_describe_color (gloss_vocabulary_get_default (),
                                                            gloss_annotation_get_color (self->annotation));
  g_autoptr (GString) name = g_string_new (gtk_label_get_text (self->citation));

  if (gtk_widget_get_visible (GTK_WIDGET (self->remark)))
    g_string_append_printf (name, "; %s", gtk_label_get_text (self->remark));
  g_string_append_printf (name, ": %s", *note != '\0' ? note : quotation);
  if (*tags != '\0')
    {
      g_string_append (name, "; ");
      /* Translators: said of a note; %s is a list of tags. */
      g_string_append_printf (name, _("tags: %s"), tags);
    }
  g_string_append_printf (name, "; %s", color);

  gtk_list_item_set_accessible_label (self->item, name->str);
}

static void
check_toggled_cb (GlossAllNotesCard *self)
{
  if (self->item == NULL || gtk_check_button_get_active (self->check) == gtk_list_item_get_selected (self->item))
    return;

  /* Beside what is selected already. */
  gtk_widget_activate_action (GTK_WIDGET (self), "list.select-item", "(ubb)",
                              gtk_list_item_get_position (self->item), TRUE, FALSE);
}

static void
selected_changed_cb (GlossAllNotesCard *self)
{
  if (self->item != NULL)
    gtk_check_button_set_active (self->check, gtk_list_item_get_selected (self->item));
}

static void
gloss_all_notes_card_dispose (GObject *object)
{
  GlossAllNotesCard *self = GLOSS_ALL_NOTES_CARD (object);
  GtkWidget *child;

  self->item = NULL;
  g_clear_object (&self->annotation_signals);
  g_clear_object (&self->item_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_ALL_NOTES_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->annotation);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (gloss_all_notes_card_parent_class)->dispose (object);
}

static void
gloss_all_notes_card_finalize (GObject *object)
{
  g_free (GLOSS_ALL_NOTES_CARD (object)->search);

  G_OBJECT_CLASS (gloss_all_notes_card_parent_class)->finalize (object);
}

static void
gloss_all_notes_card_class_init (GlossAllNotesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_all_notes_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = gloss_all_notes_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-all-notes-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, check);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, citation);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, remark);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, quotation);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, place_button);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, text);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, tags);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesCard, particulars);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
}

static void
gloss_all_notes_card_init (GlossAllNotesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->annotation_signals = g_signal_group_new (GLOSS_TYPE_ANNOTATION);
  g_signal_group_connect_swapped (self->annotation_signals, "notify", G_CALLBACK (gloss_all_notes_card_update), self);
  self->item_signals = g_signal_group_new (GTK_TYPE_LIST_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::selected", G_CALLBACK (selected_changed_cb), self);
}

GlossAllNotesCard *
gloss_all_notes_card_new (void)
{
  return g_object_new (GLOSS_TYPE_ALL_NOTES_CARD, NULL);
}

void
gloss_all_notes_card_show (GlossAllNotesCard *self,
                           GtkListItem       *item,
                           GlossAnnotation   *annotation,
                           GlossNotePlaces   *places,
                           const char        *search)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_CARD (self));

  self->item = item;
  g_set_object (&self->annotation, annotation);
  g_set_object (&self->places, places);
  g_set_str (&self->search, search);
  g_signal_group_set_target (self->annotation_signals, annotation);
  g_signal_group_set_target (self->item_signals, item);

  selected_changed_cb (self);
  gloss_all_notes_card_update (self);
}

void
gloss_all_notes_card_clear (GlossAllNotesCard *self)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_CARD (self));

  self->item = NULL;
  g_signal_group_set_target (self->annotation_signals, NULL);
  g_signal_group_set_target (self->item_signals, NULL);
  g_clear_object (&self->annotation);
}

void
gloss_all_notes_card_mark (GlossAllNotesCard *self,
                           const char        *search)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_CARD (self));

  if (g_set_str (&self->search, search) && self->annotation != NULL)
    update_words (self);
}

void
gloss_all_notes_card_update (GlossAllNotesCard *self)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_CARD (self));

  if (self->annotation == NULL)
    return;

  update_place (self);
  update_words (self);
  update_particulars (self);
  update_accessible_label (self);
}

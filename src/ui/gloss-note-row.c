/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-row"

#include "config.h"

#include "ui/gloss-note-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "annotation/gloss-carry-over.h"
#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-date.h"
#include "ui/gloss-language.h"
#include "ui/gloss-placing-button.h"
#include "ui/gloss-style.h"
#include "ui/gloss-tag-style.h"

struct _GlossNoteRow
{
  GtkWidget        parent_instance;

  GtkLabel        *citation;
  GtkLabel        *remark;
  GtkWidget       *confirm_button;
  GtkLabel        *quotation;
  GtkButton       *place_button;
  GtkLabel        *text;
  AdwWrapBox      *tags;
  GtkLabel        *time;
  GlossNoteEditor *editor; /* or NULL */

  GtkListItem     *item;
  GlossPlacedNote *note;
  GSignalGroup    *note_signals;
  GSignalGroup    *annotation_signals;
  const char      *color_class;
};

G_DEFINE_FINAL_TYPE (GlossNoteRow, gloss_note_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REMOVE_CLICKED,
  SIGNAL_CONFIRM_CLICKED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full): the words that the note stands on, as its list shows them. */
static char *
dup_quotation (GlossPlacedNote *note)
{
  GlossAnchor *anchor = gloss_placed_note_get_anchor (note);
  const GlossPlacement *placement = gloss_placed_note_get_placement (note);

  if (gloss_anchor_has_phrase (anchor))
    {
      g_autofree char *phrase = gloss_anchor_dup_quotation (anchor, NULL);

      /* Translators: a quotation; use the quotation marks of your language. */
      return g_strdup_printf (_("“%s”"), phrase);
    }

  if (placement->clause != NULL)
    return g_strdup (gloss_clause_get_text (placement->clause));
  if (gloss_anchor_get_data (anchor)->clause_id == NULL)
    /* Translators: of a note that is on no clause of its document, but on all of it. */
    return g_strdup (_("On the whole document"));

  return g_strdup ("");
}

static void
update_place (GlossNoteRow *self)
{
  GlossAnchor *anchor = gloss_placed_note_get_anchor (self->note);
  const char *remark = gloss_placed_note_get_remark (self->note);
  g_autofree char *citation = gloss_placed_note_dup_citation (self->note);
  g_autofree char *quotation = dup_quotation (self->note);

  gtk_label_set_text (self->citation, citation);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gloss_placing_button_update (self->place_button, self->note);
  gtk_widget_set_visible (self->confirm_button,
                          gloss_annotation_is_to_confirm (gloss_placed_note_get_annotation (self->note)));
  gtk_label_set_text (self->quotation, quotation);
  gtk_widget_set_visible (GTK_WIDGET (self->quotation), *quotation != '\0');
  gloss_language_apply (gloss_anchor_get_data (anchor)->language, self->quotation, NULL);
}

static void
update_color (GlossNoteRow *self)
{
  GlossColor color = gloss_annotation_get_color (gloss_placed_note_get_annotation (self->note));

  if (self->color_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->color_class);
  self->color_class = gloss_style_get_color_class (color);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->color_class);
}

static void
update_tags (GlossNoteRow *self)
{
  const char * const *tags = gloss_annotation_get_tags (gloss_placed_note_get_annotation (self->note));

  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (tags[i]);

      gloss_tag_style_set_up (GTK_LABEL (label));
      gloss_tag_style_apply (label, tags[i]);
      adw_wrap_box_append (self->tags, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags[0] != NULL && self->editor == NULL);
}

static void
update_text (GlossNoteRow *self)
{
  const char *note = gloss_annotation_get_note (gloss_placed_note_get_annotation (self->note));

  gtk_label_set_text (self->text, note);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *note != '\0' && self->editor == NULL);
}

static void
update_time (GlossNoteRow *self)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (self->note);
  g_autofree char *time = gloss_date_format_time (gloss_annotation_get_modified (annotation));

  gtk_label_set_text (self->time, time);
  gtk_widget_set_visible (GTK_WIDGET (self->time), *time != '\0');
}

/* What a screen reader says of the row. */
static void
update_accessible_label (GlossNoteRow *self)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (self->note);
  const char *note = gloss_annotation_get_note (annotation);
  const char *remark = gloss_placed_note_get_remark (self->note);
  g_autofree char *citation = gloss_placed_note_dup_citation (self->note);
  g_autofree char *color = gloss_vocabulary_describe_color (gloss_vocabulary_get_default (),
                                                            gloss_annotation_get_color (annotation));
  g_autofree char *tags = g_strjoinv (", ", (char **) gloss_annotation_get_tags (annotation));
  g_autoptr (GString) name = g_string_new (citation);

  if (remark != NULL)
    g_string_append_printf (name, "; %s", remark);
  if (*note != '\0')
    g_string_append_printf (name, ": %s", note);
  else if (gloss_anchor_has_phrase (gloss_placed_note_get_anchor (self->note)))
    {
      g_autofree char *quotation = dup_quotation (self->note);

      g_string_append_printf (name, ": %s", quotation);
    }
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
update (GlossNoteRow *self)
{
  update_place (self);
  update_color (self);
  update_tags (self);
  update_text (self);
  update_time (self);
  update_accessible_label (self);
}

/* A note that was begun becomes another annotation when it is written. */
static void
annotation_changed_cb (GlossNoteRow *self)
{
  g_signal_group_set_target (self->annotation_signals, gloss_placed_note_get_annotation (self->note));
  update (self);
}

static void
remove_clicked_cb (GlossNoteRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE_CLICKED], 0);
}

static void
confirm_clicked_cb (GlossNoteRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRM_CLICKED], 0);
}

static void
editor_left_cb (GlossNoteRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
gloss_note_row_dispose (GObject *object)
{
  GlossNoteRow *self = GLOSS_NOTE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->note_signals);
  g_clear_object (&self->annotation_signals);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_NOTE_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (gloss_note_row_parent_class)->dispose (object);
}

static void
gloss_note_row_class_init (GlossNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_note_row_dispose;

  signals[SIGNAL_REMOVE_CLICKED] =
      g_signal_new ("remove-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_CONFIRM_CLICKED] =
      g_signal_new ("confirm-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, citation);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, remark);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, quotation);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, place_button);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, tags);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, time);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteRow, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
gloss_note_row_init (GlossNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->note_signals = g_signal_group_new (GLOSS_TYPE_PLACED_NOTE);
  g_signal_group_connect_swapped (self->note_signals, "notify::annotation", G_CALLBACK (annotation_changed_cb), self);
  g_signal_group_connect_swapped (self->note_signals, "notify::placement", G_CALLBACK (update), self);

  self->annotation_signals = g_signal_group_new (GLOSS_TYPE_ANNOTATION);
  g_signal_group_connect_swapped (self->annotation_signals, "notify", G_CALLBACK (update), self);
}

GtkWidget *
gloss_note_row_new (void)
{
  return g_object_new (GLOSS_TYPE_NOTE_ROW, NULL);
}

void
gloss_note_row_set_note (GlossNoteRow    *self,
                         GtkListItem     *item,
                         GlossPlacedNote *note)
{
  g_return_if_fail (GLOSS_IS_NOTE_ROW (self));

  gloss_note_row_set_editor (self, NULL);
  self->item = item;
  g_set_object (&self->note, note);
  g_signal_group_set_target (self->note_signals, note);
  if (note != NULL)
    annotation_changed_cb (self);
  else
    g_signal_group_set_target (self->annotation_signals, NULL);
}

GlossPlacedNote *
gloss_note_row_get_note (GlossNoteRow *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_ROW (self), NULL);

  return self->note;
}

void
gloss_note_row_set_editor (GlossNoteRow    *self,
                           GlossNoteEditor *editor)
{
  g_return_if_fail (GLOSS_IS_NOTE_ROW (self));

  if (self->editor == editor)
    return;

  if (self->editor != NULL)
    {
      gloss_note_editor_commit (self->editor);
      gtk_widget_unparent (GTK_WIDGET (self->editor));
    }

  self->editor = editor;
  if (editor != NULL)
    {
      g_signal_connect_object (editor, "left", G_CALLBACK (editor_left_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_insert_before (GTK_WIDGET (editor), GTK_WIDGET (self), GTK_WIDGET (self->time));
    }

  if (self->note != NULL)
    {
      update_tags (self);
      update_text (self);
    }
}

GlossNoteEditor *
gloss_note_row_get_editor (GlossNoteRow *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_ROW (self), NULL);

  return self->editor;
}

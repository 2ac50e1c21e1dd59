/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-change-note-dialog"

#include "config.h"

#include "ui/gloss-change-note-dialog.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-sides.h"
#include "ui/gloss-change-wording.h"
#include "ui/gloss-color-picker.h"
#include "ui/gloss-tag-editor.h"

/* Milliseconds without typing after which the text is written. */
#define PAUSE 400

struct _GlossChangeNoteDialog
{
  AdwDialog             parent_instance;

  AdwWindowTitle       *window_title;
  GtkLabel             *place_label;
  GtkWidget            *old_box;
  GtkWidget            *new_box;
  GtkTextView          *old_view;
  GtkTextView          *new_view;
  GtkListBox           *list_box;
  GtkLabel             *editor_heading;
  GtkTextView          *text_view;
  GtkBox               *tag_place;
  GlossTagEditor       *tag_editor;
  GlossColorPicker     *color_picker;
  GtkWidget            *another_button;

  GlossComparison      *comparison;
  GlossComparisonRow   *row;
  GlossRowNotes        *notes;
  GlossNotebook        *notebook;

  GlossAnnotation      *annotation; /* NULL: nothing of the new note is written yet */
  GlossAnnotationStore *store;      /* of the annotation */
  GlossColor            color;
  guint                 pause_id;
  guint                 focus_id;   /* an idle source */
  gboolean              showing;    /* what changes in the editor is not the writer's doing */
};

G_DEFINE_FINAL_TYPE (GlossChangeNoteDialog, gloss_change_note_dialog, ADW_TYPE_DIALOG)

enum
{
  STORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_stored (GlossChangeNoteDialog *self)
{
  g_signal_emit (self, signals[STORED], 0, self->store);
}

/* Anchors */

typedef GlossClause *(*GetClause) (GlossComparisonRow *row, guint index);

/* (transfer full): on the words that are selected in @view, as far as they are in one clause; else
 * on the whole of the first clause. */
static GlossAnchor *
make_side (GlossChangeNoteDialog *self,
           GtkTextView           *view,
           GlossDocument         *document,
           guint                  n_clauses,
           GetClause              get_clause)
{
  GtkTextIter start, end;
  guint offset = 0;

  if (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end))
    for (guint i = 0; i < n_clauses; i++)
      {
        GlossClause *clause = get_clause (self->row, i);
        guint n_chars = gloss_clause_get_n_chars (clause);
        guint from = MAX ((guint) gtk_text_iter_get_offset (&start), offset);
        guint to = MIN ((guint) gtk_text_iter_get_offset (&end), offset + n_chars);

        if (from < to)
          return gloss_anchor_new_for_phrase (document, clause, from - offset, to - offset);
        offset += n_chars + 1;
      }

  return gloss_anchor_new_for_clause (document, get_clause (self->row, 0));
}

/* (transfer full): a new annotation on what the row has: both sides, or one. */
static GlossAnnotation *
make_annotation (GlossChangeNoteDialog *self,
                 const char            *text,
                 const char * const    *tags)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (self->comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (self->comparison);
  guint n_old = gloss_comparison_row_get_n_old (self->row);
  guint n_new = gloss_comparison_row_get_n_new (self->row);
  g_autoptr (GlossAnchor) old_side = NULL;
  g_autoptr (GlossAnchor) new_side = NULL;

  if (n_old > 0)
    old_side = make_side (self, self->old_view, old_document, n_old, gloss_comparison_row_get_old);
  if (n_new > 0)
    new_side = make_side (self, self->new_view, new_document, n_new, gloss_comparison_row_get_new);

  if (old_side != NULL && new_side != NULL && !gloss_anchor_same_text (old_side, new_side))
    return gloss_annotation_new_on_change (new_side, old_side, text, tags, self->color, NULL);

  return gloss_annotation_new (new_side != NULL ? new_side : old_side, text, tags, self->color, NULL);
}

/* (transfer none) (nullable): where a new note on the row is kept; else what is said of it. */
static GlossAnnotationStore *
find_store (GlossChangeNoteDialog *self)
{
  GlossDocument *document = gloss_comparison_row_get_n_new (self->row) > 0
                              ? gloss_comparison_get_new_document (self->comparison)
                              : gloss_comparison_get_old_document (self->comparison);
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (self->notebook, gloss_document_get_symbol (document), &error);

  if (store == NULL)
    {
      gtk_label_set_text (self->editor_heading, error->message);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  return store;
}

/* The notes that are there */

static void remove_clicked_cb (GlossChangeNoteDialog *self,
                               GtkWidget             *button);

static GtkWidget *
create_row (GlossChangeNoteDialog *self,
            GlossAnnotation       *annotation)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *place = gloss_row_notes_dup_place (self->notes, annotation);
  g_autofree char *tags = g_strjoinv (", ", (char **) gloss_annotation_get_tags (annotation));
  const char *note = gloss_annotation_get_note (annotation);
  const char *words = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->exact;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *note != '\0' ? note : *tags != '\0' ? tags : words != NULL ? words : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove Note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Note"), -1);
  g_object_set_data_full (G_OBJECT (row), "annotation", g_object_ref (annotation), g_object_unref);
  g_object_set_data (G_OBJECT (button), "annotation", annotation);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* The note that is being written stands in the editor alone. */
static void
update_list (GlossChangeNoteDialog *self)
{
  GPtrArray *notes = gloss_row_notes_get (self->notes, self->row);
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->list_box);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (g_ptr_array_index (notes, i) != self->annotation)
      {
        gtk_list_box_append (self->list_box, create_row (self, g_ptr_array_index (notes, i)));
        any = TRUE;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->list_box), any);
}

/* The editor */

/* The caret stays where it is when the text is the same. */
static void
show_text (GlossChangeNoteDialog *self,
           const char            *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
show_annotation (GlossChangeNoteDialog *self)
{
  g_autofree char *place = NULL;

  self->showing = TRUE;
  if (self->annotation != NULL)
    {
      place = gloss_row_notes_dup_place (self->notes, self->annotation);
      self->color = gloss_annotation_get_color (self->annotation);
      show_text (self, gloss_annotation_get_note (self->annotation));
      gloss_tag_editor_set_tags (self->tag_editor, gloss_annotation_get_tags (self->annotation));
    }
  else
    {
      show_text (self, "");
      gloss_tag_editor_set_tags (self->tag_editor, (const char *const[]) { NULL });
    }
  gloss_color_picker_set_color (self->color_picker, self->color);
  gtk_label_set_text (self->editor_heading, place != NULL ? place : _("New note; select words above to write on them"));
  gtk_widget_set_visible (self->another_button, self->annotation != NULL);
  self->showing = FALSE;

  update_list (self);
}

/* FALSE where it can't be kept at all. */
static gboolean
keep (GlossChangeNoteDialog *self,
      const char            *text,
      const char * const    *tags)
{
  GlossAnnotationStore *store = find_store (self);
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_autofree char *place = NULL;

  if (store == NULL)
    return FALSE;

  /* What can't be written, the store says by its "problem"; it has it in memory. */
  annotation = make_annotation (self, text, tags);
  self->showing = TRUE;
  g_set_object (&self->annotation, annotation);
  g_set_object (&self->store, store);
  gloss_annotation_store_add (store, annotation, NULL);
  self->showing = FALSE;

  place = gloss_row_notes_dup_place (self->notes, annotation);
  gtk_label_set_text (self->editor_heading, place);
  gtk_widget_set_visible (self->another_button, TRUE);
  tell_stored (self);
  return TRUE;
}

static gboolean
has_annotation (GlossChangeNoteDialog *self)
{
  return self->annotation != NULL &&
         gloss_annotation_store_find (self->store, gloss_annotation_get_id (self->annotation)) == self->annotation;
}

static void
write_text (GlossChangeNoteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  if (has_annotation (self))
    {
      if (g_str_equal (text, gloss_annotation_get_note (self->annotation)))
        return;
      self->showing = TRUE;
      gloss_annotation_store_set_note (self->store, self->annotation, text, NULL);
      self->showing = FALSE;
      tell_stored (self);
    }
  else if (*text != '\0')
    /* Also where the note went while it was being written: what was typed is not lost. */
    keep (self, text, gloss_tag_editor_get_tags (self->tag_editor));
}

static void
pause_cb (gpointer user_data)
{
  GlossChangeNoteDialog *self = user_data;

  self->pause_id = 0;
  write_text (self);
}

static void
text_changed_cb (GlossChangeNoteDialog *self)
{
  if (self->showing)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (PAUSE, pause_cb, self);
}

static void
tags_changed_cb (GlossChangeNoteDialog *self)
{
  g_auto (GStrv) tags = NULL;

  if (self->showing)
    return;

  tags = g_strdupv ((char **) gloss_tag_editor_get_tags (self->tag_editor));
  write_text (self);
  if (!has_annotation (self))
    {
      if (tags[0] != NULL)
        keep (self, "", (const char * const *) tags);
      return;
    }

  self->showing = TRUE;
  gloss_annotation_store_set_tags (self->store, self->annotation, (const char * const *) tags, NULL);
  gloss_tag_editor_set_tags (self->tag_editor, gloss_annotation_get_tags (self->annotation));
  self->showing = FALSE;
  tell_stored (self);
}

static void
color_picked_cb (GlossChangeNoteDialog *self,
                 int                    color)
{
  self->color = color;
  gloss_color_picker_set_color (self->color_picker, color);
  if (!has_annotation (self))
    return;

  self->showing = TRUE;
  gloss_annotation_store_set_color (self->store, self->annotation, color, NULL);
  self->showing = FALSE;
  tell_stored (self);
}

static void
edit (GlossChangeNoteDialog *self,
      GlossAnnotation       *annotation)
{
  GlossAnnotationStore *store = NULL;

  gloss_change_note_dialog_commit (self);
  if (annotation != NULL)
    store = gloss_row_notes_get_store (self->notes, annotation);
  if (store == NULL)
    annotation = NULL;
  g_set_object (&self->store, store);
  g_set_object (&self->annotation, annotation);
  show_annotation (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
another_clicked_cb (GlossChangeNoteDialog *self)
{
  edit (self, NULL);
}

static void
row_activated_cb (GlossChangeNoteDialog *self,
                  GtkListBoxRow         *row)
{
  g_autoptr (GlossAnnotation) annotation = g_object_ref (g_object_get_data (G_OBJECT (row), "annotation"));

  edit (self, annotation);
}

static void
remove_clicked_cb (GlossChangeNoteDialog *self,
                   GtkWidget             *button)
{
  g_autoptr (GlossAnnotation) annotation = g_object_ref (g_object_get_data (G_OBJECT (button), "annotation"));
  GlossAnnotationStore *store = gloss_row_notes_get_store (self->notes, annotation);

  /* The focus must not go with the row. */
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  if (store == NULL)
    return;

  gloss_annotation_store_remove (store, annotation, NULL);
  g_signal_emit (self, signals[STORED], 0, store);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Note removed"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
notes_changed_cb (GlossChangeNoteDialog *self)
{
  if (self->showing)
    return;

  /* Undone, or changed elsewhere: what the writer has typed since is not written over. */
  if (self->annotation != NULL && self->pause_id == 0)
    {
      if (!has_annotation (self))
        {
          g_clear_object (&self->annotation);
          g_clear_object (&self->store);
        }
      show_annotation (self);
    }
  else
    update_list (self);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
focus_cb (gpointer user_data)
{
  GlossChangeNoteDialog *self = user_data;

  self->focus_id = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* In a narrow window the dialog becomes a sheet when it is mapped, which forgets where the focus was
 * to be. */
static void
gloss_change_note_dialog_map (GtkWidget *widget)
{
  GlossChangeNoteDialog *self = GLOSS_CHANGE_NOTE_DIALOG (widget);

  GTK_WIDGET_CLASS (gloss_change_note_dialog_parent_class)->map (widget);

  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (focus_cb, self);
}

static void
gloss_change_note_dialog_unmap (GtkWidget *widget)
{
  gloss_change_note_dialog_commit (GLOSS_CHANGE_NOTE_DIALOG (widget));

  GTK_WIDGET_CLASS (gloss_change_note_dialog_parent_class)->unmap (widget);
}

static void
gloss_change_note_dialog_dispose (GObject *object)
{
  GlossChangeNoteDialog *self = GLOSS_CHANGE_NOTE_DIALOG (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_CHANGE_NOTE_DIALOG);
  g_clear_object (&self->annotation);
  g_clear_object (&self->store);
  g_clear_object (&self->comparison);
  g_clear_object (&self->row);
  g_clear_object (&self->notes);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_change_note_dialog_parent_class)->dispose (object);
}

static void
gloss_change_note_dialog_class_init (GlossChangeNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_change_note_dialog_dispose;
  widget_class->map = gloss_change_note_dialog_map;
  widget_class->unmap = gloss_change_note_dialog_unmap;

  signals[STORED] =
    g_signal_new ("stored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, GLOSS_TYPE_ANNOTATION_STORE);

  gtk_widget_class_install_action (widget_class, "change-note.close", NULL, close_action);

  g_type_ensure (GLOSS_TYPE_COLOR_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-change-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, old_box);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, new_box);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, old_view);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, new_view);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, editor_heading);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, tag_place);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, color_picker);
  gtk_widget_class_bind_template_child (widget_class, GlossChangeNoteDialog, another_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, color_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_clicked_cb);
}

static void
gloss_change_note_dialog_init (GlossChangeNoteDialog *self)
{
  self->color = GLOSS_COLOR_YELLOW;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static const char *
get_citation (GlossComparisonRow *row,
              guint               n_clauses,
              GetClause           get_clause)
{
  return n_clauses > 0 ? gloss_clause_get_citation (get_clause (row, 0)) : NULL;
}

static void
show_row (GlossChangeNoteDialog *self)
{
  guint n_old = gloss_comparison_row_get_n_old (self->row);
  guint n_new = gloss_comparison_row_get_n_new (self->row);
  const char *old_citation = get_citation (self->row, n_old, gloss_comparison_row_get_old);
  const char *new_citation = get_citation (self->row, n_new, gloss_comparison_row_get_new);
  g_autofree char *place = NULL;

  if (old_citation != NULL && new_citation != NULL)
    place = g_strdup_printf (_("%s → %s"), old_citation, new_citation);

  adw_window_title_set_subtitle (self->window_title,
                                 gloss_row_state_get_label (gloss_comparison_row_get_state (self->row)));
  gtk_label_set_text (self->place_label, place != NULL ? place : new_citation != NULL ? new_citation : old_citation);
  gloss_change_wording_show (self->old_view, self->row, gloss_comparison_get_old_document (self->comparison), FALSE);
  gloss_change_wording_show (self->new_view, self->row, gloss_comparison_get_new_document (self->comparison), TRUE);
  gtk_widget_set_visible (self->old_box, n_old > 0);
  gtk_widget_set_visible (self->new_box, n_new > 0);
}

AdwDialog *
gloss_change_note_dialog_new (GlossComparison    *comparison,
                              GlossComparisonRow *row,
                              GlossRowNotes      *notes,
                              GlossNotebook      *notebook)
{
  GlossChangeNoteDialog *self;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);
  g_return_val_if_fail (GLOSS_IS_ROW_NOTES (notes), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_CHANGE_NOTE_DIALOG, NULL);
  self->comparison = g_object_ref (comparison);
  self->row = g_object_ref (row);
  self->notes = g_object_ref (notes);
  self->notebook = g_object_ref (notebook);

  self->tag_editor = GLOSS_TAG_EDITOR (gloss_tag_editor_new (notebook));
  gtk_box_append (self->tag_place, GTK_WIDGET (self->tag_editor));
  g_signal_connect_object (self->tag_editor, "tags-changed", G_CALLBACK (tags_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notes, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);

  show_row (self);
  show_annotation (self);

  return ADW_DIALOG (self);
}

void
gloss_change_note_dialog_commit (GlossChangeNoteDialog *self)
{
  g_return_if_fail (GLOSS_IS_CHANGE_NOTE_DIALOG (self));

  gloss_tag_editor_commit (self->tag_editor);
  write_text (self);
}

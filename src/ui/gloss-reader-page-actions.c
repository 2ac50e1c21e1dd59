/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-clause-text.h"
#include "ui/gloss-note-changes.h"
#include "ui/gloss-print-document.h"
#include "ui/gloss-print-job.h"
#include "ui/gloss-toast.h"

GlossAnnotationStore *
gloss_reader_page_get_store (GlossReaderPage *self)
{
  GlossPlacedNotes *notes = self->notes != NULL ? self->notes : self->placing;

  return notes != NULL ? gloss_placed_notes_get_store (notes) : NULL;
}

GlossAnnotationStore *
gloss_reader_page_get_undo_store (GlossReaderPage *self)
{
  return self->notes != NULL ? gloss_placed_notes_get_changed_store (self->notes) : NULL;
}

void
gloss_reader_page_say (GlossReaderPage *self,
                       const char      *text)
{
  gloss_toast_add (GTK_WIDGET (self), adw_toast_new (text));
}

void
gloss_reader_page_dismiss_toast (GlossReaderPage *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

/* Undoes or redoes, with what may have been done in other documents in the same step, and says
 * what that was. */
static void
step (GlossReaderPage *self,
      gboolean         forwards)
{
  GlossAnnotationStore *store;
  GlossNoteChanges *changes;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made;

  gloss_notes_pane_commit (self->notes_pane);
  store = gloss_reader_page_get_undo_store (self);
  if (store == NULL)
    return;

  changes = gloss_note_changes_get (self->notebook);
  made = forwards ? gloss_note_changes_redo_in (changes, store, &label, &error)
                  : gloss_note_changes_undo_in (changes, store, &label, &error);
  if (label == NULL)
    return;

  if (!made)
    message = g_strdup (error->message);
  else if (forwards)
    /* Translators: %s is what was redone: “Remove Note”. */
    message = g_strdup_printf (_("Redone: %s"), label);
  else
    /* Translators: %s is what was undone: “Remove Note”. */
    message = g_strdup_printf (_("Undone: %s"), label);

  gloss_reader_page_dismiss_toast (self);
  self->toast = adw_toast_new (message);
  g_object_add_weak_pointer (G_OBJECT (self->toast), (gpointer *) &self->toast);
  adw_toast_set_timeout (self->toast, 2);
  gloss_toast_add (GTK_WIDGET (self), self->toast);
}

static void
undo (GlossReaderPage *self)
{
  step (self, FALSE);
}

void
gloss_reader_page_offer_undo (GlossReaderPage *self)
{
  AdwToast *toast = adw_toast_new (_("Note removed"));

  gloss_reader_page_dismiss_toast (self);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  gloss_toast_add (GTK_WIDGET (self), toast);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  g_autofree char *text = NULL;
  GlossClause *clause;
  guint start, end;

  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    text = gloss_clause_text_copy_phrase (clause, start, end);
  else if (!gtk_bitset_is_empty (selection))
    text = gloss_clause_text_copy (gloss_reader_view_get_document (self->view), selection);
  else
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gloss_reader_page_say (self, _("Copied with citation"));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  g_autofree char *phrase = NULL;
  GlossClause *clause = gloss_reader_view_get_top_clause (self->view);
  guint from = clause != NULL ? gloss_clause_get_position (clause) : 0;
  guint start, end;

  if (self->document == NULL)
    return;

  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    phrase = g_utf8_substring (gloss_clause_get_text (clause), start, end);
  if (!gtk_bitset_is_empty (selection))
    {
      GlossClause *selected = gloss_document_get_clause (gloss_reader_view_get_document (self->view),
                                                         gtk_bitset_get_minimum (selection));

      clause = gloss_document_find_clause (self->document, gloss_clause_get_id (selected));
      from = clause != NULL ? gloss_clause_get_position (clause) : from;
    }

  gloss_find_bar_open (self->find_bar, from, phrase);
}

static void
find_step_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gloss_find_bar_step (GLOSS_READER_PAGE (widget)->find_bar, g_str_equal (action_name, "reader.find-next") ? 1 : -1);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (GLOSS_READER_PAGE (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (GLOSS_READER_PAGE (widget), TRUE);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->document != NULL)
    gloss_print_job_run (gloss_print_document (self->document, self->notes), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

void
gloss_reader_page_install_actions (GtkWidgetClass *widget_class)
{
  gloss_reader_page_install_marks (widget_class);
  gtk_widget_class_install_action (widget_class, "reader.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "reader.find-next", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "reader.find-previous", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "reader.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "reader.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "reader.print", NULL, print_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-clause-text.h"
#include "ui/gloss-print-document.h"
#include "ui/gloss-print-job.h"

GlossAnnotationStore *
gloss_reader_page_get_store (GlossReaderPage *self)
{
  return self->notes != NULL ? gloss_placed_notes_get_store (self->notes) : NULL;
}

GlossAnnotationStore *
gloss_reader_page_get_undo_store (GlossReaderPage *self)
{
  return self->notes != NULL ? gloss_placed_notes_get_changed_store (self->notes) : NULL;
}

GlossColor
gloss_reader_page_get_color (GlossReaderPage *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "highlight-color");
  GlossColor color = GLOSS_COLOR_YELLOW;

  gloss_color_from_string (name, &color);
  return color;
}

static void
add_toast (GlossReaderPage *self,
           AdwToast        *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

void
gloss_reader_page_say (GlossReaderPage *self,
                       const char      *text)
{
  add_toast (self, adw_toast_new (text));
}

void
gloss_reader_page_dismiss_toast (GlossReaderPage *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

static void
undo (GlossReaderPage *self)
{
  GlossAnnotationStore *store;

  gloss_notes_pane_commit (self->notes_pane);
  store = gloss_reader_page_get_undo_store (self);
  if (store != NULL)
    gloss_annotation_store_undo (store, NULL);
}

void
gloss_reader_page_offer_undo (GlossReaderPage *self)
{
  AdwToast *toast = adw_toast_new (_("Note removed"));

  gloss_reader_page_dismiss_toast (self);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  add_toast (self, toast);
}

/* (transfer full) (nullable): where a new note goes: on the selected phrase, else on the first
 * selected clause. */
static GlossAnchor *
create_anchor (GlossReaderPage *self)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossDocument *document = gloss_reader_view_get_document (self->view);
  GlossClause *clause;
  guint start, end;

  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    return gloss_anchor_new_for_phrase (document, clause, start, end);

  if (gtk_bitset_is_empty (selection))
    return NULL;

  clause = gloss_document_get_clause (document, gtk_bitset_get_minimum (selection));
  return gloss_anchor_new_for_clause (document, clause);
}

void
gloss_reader_page_write_note (GlossReaderPage *self)
{
  g_autoptr (GlossAnchor) anchor = self->notes != NULL ? create_anchor (self) : NULL;
  GlossColor color = gloss_reader_page_get_color (self);
  GlossPlacedNote *note;

  if (anchor == NULL)
    return;

  /* A phrase that was chosen stays marked, whether or not something is written on it. */
  gloss_notes_pane_commit (self->notes_pane);
  note = gloss_anchor_has_phrase (anchor) ? gloss_placed_notes_add (self->notes, anchor, color)
                                          : gloss_placed_notes_begin (self->notes, anchor, color);
  gloss_reader_view_clear_phrase (self->view);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  if (note != NULL)
    gloss_notes_pane_show_note (self->notes_pane, note, TRUE);
}

static void
highlight (GlossReaderPage *self,
           GlossColor       color)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossDocument *document = gloss_reader_view_get_document (self->view);
  GlossClause *clause;
  guint start, end;

  if (self->notes == NULL)
    return;

  gloss_notes_pane_commit (self->notes_pane);
  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    {
      g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_phrase (document, clause, start, end);

      gloss_placed_notes_add (self->notes, anchor, color);
    }
  else
    /* Without a phrase, all the words of each selected clause. */
    for (guint i = 0; i < gtk_bitset_get_size (selection); i++)
      {
        g_autoptr (GlossAnchor) anchor = NULL;

        clause = gloss_document_get_clause (document, gtk_bitset_get_nth (selection, i));
        if (gloss_clause_get_n_chars (clause) == 0)
          continue;

        anchor = gloss_anchor_new_for_phrase (document, clause, 0, gloss_clause_get_n_chars (clause));
        gloss_placed_notes_add (self->notes, anchor, color);
      }

  gloss_reader_view_clear_phrase (self->view);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Highlighted"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
new_note_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gloss_reader_page_write_note (GLOSS_READER_PAGE (widget));
}

static void
highlight_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);

  highlight (self, gloss_reader_page_get_color (self));
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
  GlossAnnotationStore *store;

  gloss_notes_pane_commit (GLOSS_READER_PAGE (widget)->notes_pane);
  store = gloss_reader_page_get_undo_store (GLOSS_READER_PAGE (widget));
  if (store != NULL)
    gloss_annotation_store_redo (store, NULL);
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
  gtk_widget_class_install_action (widget_class, "reader.new-note", NULL, new_note_action);
  gtk_widget_class_install_action (widget_class, "reader.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "reader.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "reader.find-next", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "reader.find-previous", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "reader.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "reader.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "reader.print", NULL, print_action);
}

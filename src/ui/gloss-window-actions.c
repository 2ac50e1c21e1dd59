/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "annotation/gloss-change-notes.h"
#include "ui/gloss-comparison-notes.h"
#include "ui/gloss-comparison-view.h"
#include "ui/gloss-document-dialog.h"
#include "ui/gloss-export-dialog.h"

void
gloss_window_report (GlossWindow  *self,
                     const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Document Can’t Be Opened"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

GlossLibraryEntry *
gloss_window_get_entry (GlossWindow *self)
{
  GlossDocument *document = gloss_reader_page_get_document (self->reader_page);
  const char *key = gloss_reader_page_get_key (self->reader_page);

  if (document == NULL || !g_str_equal (key, gloss_document_get_name (document)))
    return NULL;

  return gloss_library_find (self->library, key);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GlossWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  GlossLibraryEntry *entry;

  if (file == NULL || self->library == NULL)
    return;

  entry = gloss_library_add (self->library, file, &error);
  if (entry != NULL)
    gloss_window_open_document (self, gloss_library_entry_get_name (entry), NULL);
  else
    gloss_window_report (self, error);
}

static void
add_document_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (documents, _("Akoma Ntoso and Plain Text"));
  gtk_file_filter_add_suffix (documents, "akn");
  gtk_file_filter_add_suffix (documents, "xml");
  gtk_file_filter_add_suffix (documents, "txt");
  gtk_file_filter_add_mime_type (documents, "application/akn+xml");
  gtk_file_filter_add_mime_type (documents, "text/plain");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, documents);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Add Document"));
  gtk_file_dialog_set_accept_label (dialog, _("_Add"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
document_particulars_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  GlossDocument *document = gloss_reader_page_get_document (GLOSS_WINDOW (widget)->reader_page);

  if (document != NULL)
    adw_dialog_present (gloss_document_dialog_new (document), widget);
}

static void
remove_document_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);
  g_autoptr (GlossLibraryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  AdwToast *toast;

  g_set_object (&entry, gloss_window_get_entry (self));
  if (entry == NULL)
    return;

  gloss_window_commit (self);
  if (gloss_library_remove (self->library, entry, &error))
    {
      /* Translators: %s is the title of a document. */
      message = g_strdup_printf (_("“%s” removed; its notes are kept"), gloss_library_entry_get_short_title (entry));
      g_settings_reset (self->settings, "last-document");
      gloss_window_open_last (self);
    }
  else
    message = g_strdup (error->message);

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  gloss_window_add_toast (self, toast);
}

static void
clause_activated_cb (GlossWindow   *self,
                     GlossDocument *document,
                     GlossClause   *clause)
{
  gloss_window_open_document (self, gloss_document_get_name (document), gloss_clause_get_id (clause));
}

/* Shows the comparison of two documents of the library, on the page that is there or a new one. */
static void
compare (GlossWindow *self,
         const char  *old_name,
         const char  *new_name)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation_view, "comparison");

  if (page != NULL)
    adw_navigation_view_pop_to_page (self->navigation_view, page);
  else
    {
      page = ADW_NAVIGATION_PAGE (gloss_comparison_view_new (self->library));
      gloss_comparison_notes_attach (GLOSS_COMPARISON_VIEW (page), self->notebook);
      g_signal_connect_object (page, "clause-activated", G_CALLBACK (clause_activated_cb), self, G_CONNECT_SWAPPED);
      gloss_window_push_page (self, page);
    }

  gloss_comparison_view_compare (GLOSS_COMPARISON_VIEW (page), old_name, new_name);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *old_name, *new_name;

  g_variant_get (parameter, "(&s&s)", &old_name, &new_name);
  compare (GLOSS_WINDOW (widget), old_name, new_name);
}

/* The document that is most likely meant: another one of the same language, the one before @entry
 * if there is one. On the page another can be chosen. */
GlossLibraryEntry *
gloss_window_guess_counterpart (GlossWindow       *self,
                                GlossLibraryEntry *entry)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->library));
  GlossLibraryEntry *found = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GlossLibraryEntry) other = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (other == entry)
        passed = TRUE;
      else if (g_str_equal (gloss_library_entry_get_language (other), gloss_library_entry_get_language (entry)) &&
               (found == NULL || !passed))
        found = other;
    }

  return found != NULL ? found : entry;
}

static void
compare_document_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);
  GlossLibraryEntry *entry = gloss_window_get_entry (self);
  GlossLibraryEntry *other = entry != NULL ? gloss_window_guess_counterpart (self, entry) : NULL;

  if (entry == NULL)
    return;

  /* The older one is the old one. */
  if (strcmp (gloss_library_entry_get_date (entry), gloss_library_entry_get_date (other)) < 0)
    compare (self, gloss_library_entry_get_name (entry), gloss_library_entry_get_name (other));
  else
    compare (self, gloss_library_entry_get_name (other), gloss_library_entry_get_name (entry));
}

static void
all_notes_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gloss_window_show_all_notes (GLOSS_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (GLOSS_WINDOW (widget)->all_notes_page), "all-notes.search", NULL);
}

static void
add_items (GPtrArray  *items,
           GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
}

/* @store (nullable): it can't be opened, but notes on changes may be with other documents. */
static void
export_notes (GlossWindow          *self,
              GlossDocument        *document,
              GlossAnnotationStore *store)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GlossChangeNotes) changes = gloss_change_notes_new (self->notebook, gloss_document_get_symbol (document));

  if (store != NULL)
    add_items (annotations, G_LIST_MODEL (store));
  add_items (annotations, G_LIST_MODEL (changes));

  if (annotations->len == 0)
    {
      gloss_window_add_toast (self, adw_toast_new (_("There are no notes on this document yet")));
      return;
    }

  g_ptr_array_add (documents, g_object_ref (document));
  adw_dialog_present (ADW_DIALOG (gloss_export_dialog_new_for_notes (annotations, self->library, documents)),
                      GTK_WIDGET (self));
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlossWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store_finish (GLOSS_NOTEBOOK (source), result, &error);
  GlossDocument *document = gloss_reader_page_get_document (self->reader_page);

  /* Meanwhile the window was closed, or another document is read. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || document == NULL ||
      (store != NULL && !g_str_equal (gloss_annotation_store_get_symbol (store), gloss_document_get_symbol (document))))
    return;

  export_notes (self, document, store);
}

static void
export_notes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);
  GlossDocument *document = gloss_reader_page_get_document (self->reader_page);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  /* Where all notes are listed, what is selected there is meant. */
  if (page != NULL && page == self->all_notes_page)
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "all-notes.export", NULL);
      return;
    }
  if (GLOSS_IS_COMPARISON_VIEW (page))
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "comparison.export", NULL);
      return;
    }
  if (document == NULL)
    return;

  gloss_window_commit (self);
  if (gloss_notebook_is_quick (self->notebook, gloss_document_get_symbol (document)))
    export_notes (self, document,
                  gloss_notebook_get_store (self->notebook, gloss_document_get_symbol (document), NULL));
  else
    gloss_notebook_get_store_async (self->notebook, gloss_document_get_symbol (document), self->cancellable, NULL, NULL,
                                    store_cb, g_object_ref (self));
}

static void
import_notes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gloss_window_import_notes (GLOSS_WINDOW (widget));
}

static void
place_note_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gloss_window_place_note (GLOSS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_uri (g_variant_get_string (parameter, NULL)));
  gloss_window_open_files (GLOSS_WINDOW (widget), files);
}

static void
carry_over_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gloss_window_carry_over (GLOSS_WINDOW (widget));
}

static void
pop_up_menu (GlossWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->menu_button, pop_up_menu, self);
  gtk_menu_button_popup (self->menu_button);
}

/* Where there is room for one side only, the menu is with the documents. */
static void
main_menu_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->menu_button)))
    pop_up_menu (self);
  else
    g_signal_connect_object (self->menu_button, "map", G_CALLBACK (pop_up_menu), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Each page has an action of its own for that. */
static void
find_on_page (GlossWindow *self)
{
  static const char *const actions[] = { "reader.find", "comparison.look-up", "all-notes.search", "tags.search" };
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  g_signal_handlers_disconnect_by_func (self->content_page, find_on_page, self);
  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (actions); i++)
    if (gtk_widget_activate_action (GTK_WIDGET (page), actions[i], NULL))
      break;
}

/* From the list of documents. Where there is room for nothing else, the page comes first: as long as it slides in, the focus
 * does not stay where it is put. */
static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);

  if (adw_navigation_split_view_get_collapsed (self->split_view) &&
      !adw_navigation_split_view_get_show_content (self->split_view))
    {
      g_signal_connect_object (self->content_page, "shown", G_CALLBACK (find_on_page), self, G_CONNECT_SWAPPED);
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
    }
  else
    find_on_page (self);
}

void
gloss_window_update_actions (GlossWindow *self)
{
  GlossDocument *document = gloss_reader_page_get_document (self->reader_page);
  GlossLibraryEntry *entry = gloss_window_get_entry (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-document", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.carry-over", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.document-particulars", document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-notes", document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-document",
                                 entry != NULL && gloss_library_entry_get_added (entry));
}

/* Not on a page that nobody sees, where there is room for the list of documents only. */
static gboolean
go_back_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  GlossWindow *self = GLOSS_WINDOW (widget);

  if (adw_navigation_split_view_get_collapsed (self->split_view) &&
      !adw_navigation_split_view_get_show_content (self->split_view))
    return FALSE;

  return adw_navigation_view_pop (self->navigation_view);
}

void
gloss_window_install_actions (GtkWidgetClass *widget_class)
{
  gloss_window_install_tag_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.add-document", NULL, add_document_action);
  gtk_widget_class_install_action (widget_class, "win.all-notes", NULL, all_notes_action);
  gtk_widget_class_install_action (widget_class, "win.carry-over", NULL, carry_over_action);
  gtk_widget_class_install_action (widget_class, "win.compare", "(ss)", compare_action);
  gtk_widget_class_install_action (widget_class, "win.compare-document", NULL, compare_document_action);
  gtk_widget_class_install_action (widget_class, "win.export-notes", NULL, export_notes_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_action (widget_class, "win.import-notes", NULL, import_notes_action);
  gtk_widget_class_install_action (widget_class, "win.main-menu", NULL, main_menu_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.place-note", "s", place_note_action);
  gtk_widget_class_install_action (widget_class, "win.document-particulars", NULL, document_particulars_action);
  gtk_widget_class_install_action (widget_class, "win.remove-document", NULL, remove_document_action);

  /* The navigation view has this key where one reads from left to right, and the other arrow elsewhere;
   * but whoever learned the one finds the way back everywhere, from the list of documents as well. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, go_back_cb, NULL);
}

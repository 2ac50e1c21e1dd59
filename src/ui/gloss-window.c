/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-all-notes-page.h"
#include "ui/gloss-comparison-view.h"
#include "ui/gloss-document-list.h"
#include "ui/gloss-recent-files.h"
#include "ui/gloss-store-banner.h"
#include "ui/gloss-toast.h"
#include "ui/gloss-zoom.h"

/* What is opened when nothing was read yet. */
#define FIRST_DOCUMENT "A/69/723@en"

G_DEFINE_FINAL_TYPE (GlossWindow, gloss_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  SIGNAL_STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_state_changed (GlossWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

/* TRUE when a document is remembered by the URI of its file. */
static gboolean
is_uri (const char *key)
{
  return g_uri_is_valid (key, G_URI_FLAGS_NONE, NULL);
}

static gboolean
is_in_stack (GlossWindow *self,
             const char  *tag)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation_view);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (g_strcmp0 (adw_navigation_page_get_tag (page), tag) == 0)
        return TRUE;
    }

  return FALSE;
}

/* From the list of all notes one goes on to the text, and back from there to the list, whichever
 * of the two was first. From everything else one goes back to the text. */
static void
show_reader (GlossWindow *self)
{
  static const char *const list[] = { "all-notes" };
  static const char *const reader[] = { "reader" };
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->navigation_view);

  if (GLOSS_IS_COMPARISON_VIEW (visible))
    {
      /* Who reads a clause there comes back to the same place of the comparison. */
      adw_navigation_view_replace (self->navigation_view, &visible, 1);
      adw_navigation_view_push_by_tag (self->navigation_view, "reader");
    }
  else if (visible != NULL && visible == self->all_notes_page)
    {
      adw_navigation_view_replace_with_tags (self->navigation_view, list, G_N_ELEMENTS (list));
      adw_navigation_view_push_by_tag (self->navigation_view, "reader");
    }
  else if (is_in_stack (self, "reader"))
    adw_navigation_view_pop_to_tag (self->navigation_view, "reader");
  else
    adw_navigation_view_replace_with_tags (self->navigation_view, reader, G_N_ELEMENTS (reader));

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
gloss_window_show_document (GlossWindow   *self,
                            GlossDocument *document,
                            const char    *key,
                            const char    *clause_id)
{
  GlossLibraryEntry *entry = is_uri (key) ? NULL : gloss_library_find (self->library, key);

  if (g_strcmp0 (key, gloss_reader_page_get_key (self->reader_page)) != 0)
    {
      gloss_window_restore_place (self, key);
      gloss_reader_page_open (self->reader_page, document, key, self->notebook);
      if (is_uri (key))
        gloss_recent_files_add (gtk_recent_manager_get_default (), key, gloss_document_get_short_title (document));
    }
  if (clause_id != NULL)
    gloss_reader_page_show_clause (self->reader_page, clause_id);

  gloss_document_list_set_selected (self->document_list, entry != NULL ? gloss_library_entry_get_name (entry) : NULL);
  g_settings_set_string (self->settings, "last-document", key);
  gloss_window_update_actions (self);
  show_reader (self);
  gloss_window_restore_page (self);
  emit_state_changed (self);
}

void
gloss_window_ensure_document (GlossWindow *self)
{
  g_autoptr (GlossDocument) document = NULL;

  if (gloss_reader_page_get_document (self->reader_page) != NULL)
    return;

  document = gloss_library_load (self->library, FIRST_DOCUMENT, NULL);
  if (document != NULL)
    gloss_window_show_document (self, document, FIRST_DOCUMENT, NULL);
}

static void
document_activated_cb (GlossWindow *self,
                       const char  *name)
{
  gloss_window_open_document (self, name, NULL);
}

static void
title_changed_cb (GlossWindow *self)
{
  const char *title = adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self->reader_page));

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_navigation_page_set_title (self->content_page, title);
}

static void
update_library (GlossWindow *self)
{
  GPtrArray *problems = gloss_library_get_problems (self->library);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->compare_button,
                          gloss_library_find (self->library, "A/66/359@en") != NULL &&
                            gloss_library_find (self->library, "A/69/723@en") != NULL);

  if (problems->len > 0)
    {
      title = g_strdup_printf (ngettext ("%u document can’t be read", "%u documents can’t be read", problems->len),
                               problems->len);
      gloss_store_banner_say (self->library_banner, title, adw_banner_get_button_label (self->library_banner));
    }
  else
    adw_banner_set_revealed (self->library_banner, FALSE);
}

static void
library_problems_cb (GlossWindow *self)
{
  GPtrArray *problems = gloss_library_get_problems (self->library);
  AdwDialog *dialog = adw_alert_dialog_new (_("Documents That Can’t Be Read"), NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (problems, i));

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Who comes back to the window sees what was written elsewhere meanwhile. */
static void
active_changed_cb (GlossWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    {
      gloss_reader_page_refresh (self->reader_page);
      if (self->all_notes_page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->all_notes_page)))
        gloss_all_notes_page_refresh (GLOSS_ALL_NOTES_PAGE (self->all_notes_page));
    }
}

static gboolean
gloss_window_close_request (GtkWindow *window)
{
  gloss_window_commit (GLOSS_WINDOW (window));

  return GTK_WINDOW_CLASS (gloss_window_parent_class)->close_request (window);
}

static void
gloss_window_dispose (GObject *object)
{
  GlossWindow *self = GLOSS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->all_notes_page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_WINDOW);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->state, g_variant_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_window_parent_class)->dispose (object);
}

static void
gloss_window_class_init (GlossWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gloss_window_close_request;

  signals[SIGNAL_STATE_CHANGED] =
      g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gloss_window_install_actions (widget_class);

  g_type_ensure (GLOSS_TYPE_DOCUMENT_LIST);
  g_type_ensure (GLOSS_TYPE_READER_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, library_banner);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, document_list);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GlossWindow, reader_page);
  gtk_widget_class_bind_template_callback (widget_class, document_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, library_problems_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

/* A new window is as large as the last one that was resized, and goes its own way from then on. */
static void
bind_size (GlossWindow *self)
{
  static const struct
  {
    const char *key;
    const char *property;
  } sizes[] = {
    { "window-width", "default-width" },
    { "window-height", "default-height" },
    { "window-maximized", "maximized" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_settings_bind (self->settings, sizes[i].key, self, sizes[i].property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}

static void
gloss_window_init (GlossWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("io.github.glossator.Glossator");

  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_toast_wrap (self->toast_overlay);
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (gtk_menu_button_get_popover (self->menu_button)),
                              gloss_zoom_create_row (), "zoom");
  gloss_recent_files_bind (gtk_recent_manager_get_default (), self->recent_section);
  gloss_zoom_attach (GTK_WIDGET (self->navigation_view));

  g_signal_connect_object (self->navigation_view, "notify::visible-page", G_CALLBACK (emit_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader_page, "notify::beside", G_CALLBACK (emit_state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  gloss_window_accept_drops (self);
  bind_size (self);
}

GlossWindow *
gloss_window_new (GlossApplication *application)
{
  GlossWindow *self;

  g_return_val_if_fail (GLOSS_IS_APPLICATION (application), NULL);

  self = g_object_new (GLOSS_TYPE_WINDOW, "application", application, NULL);
  self->library = g_object_ref (gloss_application_get_library (application));
  self->notebook = g_object_ref (gloss_application_get_notebook (application));

  gloss_document_list_set_library (self->document_list, self->library);
  gloss_reader_page_set_library (self->reader_page, self->library);
  g_signal_connect_object (self->library, "items-changed", G_CALLBACK (update_library), self, G_CONNECT_SWAPPED);
  update_library (self);
  gloss_window_update_actions (self);

  return self;
}

void
gloss_window_open_document (GlossWindow *self,
                            const char  *name,
                            const char  *clause_id)
{
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GLOSS_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  document = gloss_library_load (self->library, name, &error);
  if (document != NULL)
    {
      gloss_window_show_document (self, document, gloss_document_get_name (document), clause_id);
      return;
    }

  gloss_window_report (self, error);
  gloss_window_ensure_document (self);
}

void
gloss_window_open_key (GlossWindow *self,
                       const char  *key)
{
  GlossLibraryEntry *entry;

  if (is_uri (key))
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (files, g_file_new_for_uri (key));
      gloss_window_open_files (self, files);
      return;
    }

  /* A document may have been removed since. */
  entry = gloss_library_find (self->library, key);
  gloss_window_open_document (self, entry != NULL ? gloss_library_entry_get_name (entry) : FIRST_DOCUMENT, NULL);
}

void
gloss_window_open_last (GlossWindow *self)
{
  g_autofree char *key = NULL;

  g_return_if_fail (GLOSS_IS_WINDOW (self));

  key = g_settings_get_string (self->settings, "last-document");
  gloss_window_open_key (self, key);
}

void
gloss_window_commit (GlossWindow *self)
{
  g_return_if_fail (GLOSS_IS_WINDOW (self));

  gloss_reader_page_commit (self->reader_page);
}

void
gloss_window_push_page (GlossWindow       *self,
                        AdwNavigationPage *page)
{
  g_return_if_fail (GLOSS_IS_WINDOW (self));

  gloss_window_commit (self);
  adw_navigation_view_push (self->navigation_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
gloss_window_show_kept_page (GlossWindow       *self,
                             AdwNavigationPage *page)
{
  const char *tag = adw_navigation_page_get_tag (page);

  /* What is added stays when one goes back from it, with what is selected and looked for. */
  gloss_window_commit (self);
  if (adw_navigation_view_find_page (self->navigation_view, tag) == NULL)
    adw_navigation_view_add (self->navigation_view, page);

  if (is_in_stack (self, tag))
    adw_navigation_view_pop_to_tag (self->navigation_view, tag);
  else
    adw_navigation_view_push (self->navigation_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
gloss_window_show_all_notes (GlossWindow *self)
{
  g_return_if_fail (GLOSS_IS_WINDOW (self));

  if (self->all_notes_page == NULL)
    {
      self->all_notes_page = ADW_NAVIGATION_PAGE (gloss_all_notes_page_new (self->library, self->notebook));
      g_signal_connect_object (self->all_notes_page, "note-activated", G_CALLBACK (gloss_window_open_note), self,
                               G_CONNECT_SWAPPED);
    }

  gloss_window_show_kept_page (self, self->all_notes_page);
}

void
gloss_window_search_notes (GlossWindow *self,
                           const char  *search)
{
  gloss_window_show_all_notes (self);
  gloss_all_notes_page_set_search (GLOSS_ALL_NOTES_PAGE (self->all_notes_page), search);
}

/* A document that the library does not have may be the one that is read. */
void
gloss_window_open_note (GlossWindow     *self,
                        GlossAnnotation *annotation,
                        GlossDocument   *document)
{
  const GlossAnchorData *data;
  GlossDocument *read;

  g_return_if_fail (GLOSS_IS_WINDOW (self));
  g_return_if_fail (GLOSS_IS_ANNOTATION (annotation));

  data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  read = gloss_reader_page_get_document (self->reader_page);
  if (document != NULL)
    gloss_window_open_document (self, gloss_document_get_name (document), NULL);
  else if (read != NULL && g_strcmp0 (data->symbol, gloss_document_get_symbol (read)) == 0)
    show_reader (self);
  else
    {
      AdwToast *toast = adw_toast_new (_("The document of this note is not among the documents"));

      gloss_window_add_toast (self, toast);
      return;
    }

  gloss_reader_page_show_annotation (self->reader_page, annotation);
}

void
gloss_window_write_note (GlossWindow *self)
{
  g_return_if_fail (GLOSS_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self->reader_page), "reader.new-note", NULL);
}

void
gloss_window_add_toast (GlossWindow *self,
                        AdwToast    *toast)
{
  g_return_if_fail (GLOSS_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

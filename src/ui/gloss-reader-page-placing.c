/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include <glib/gi18n.h>

/* There is one at a time. */
#define BAR_KEY "gloss-placing-bar"

static void
end_placing (GlossReaderPage *self)
{
  GlossPlacingBar *bar = g_object_get_data (G_OBJECT (self), BAR_KEY);

  if (bar != NULL)
    gloss_placing_bar_close (bar);
}

static void
closed_cb (GlossReaderPage *self,
           gboolean         placed,
           GlossPlacingBar *bar)
{
  g_signal_handlers_disconnect_by_func (self, end_placing, NULL);
  g_object_set_data (G_OBJECT (self), BAR_KEY, NULL);
  adw_toolbar_view_remove (ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self))),
                           GTK_WIDGET (bar));
  gloss_reader_view_grab_text_focus (self->view);
}

GlossPlacingBar *
gloss_reader_page_begin_placing (GlossReaderPage *self,
                                 GlossAnnotation *annotation)
{
  GlossAnnotationStore *store;
  GtkWidget *bar;

  g_return_val_if_fail (GLOSS_IS_READER_PAGE (self), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  end_placing (self);
  store = gloss_reader_page_get_store (self);
  if (store == NULL || gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) != annotation)
    return NULL;

  gloss_notes_pane_commit (self->notes_pane);
  bar = gloss_placing_bar_new (self->view, self->document, store, annotation);
  g_signal_connect_object (bar, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::document", G_CALLBACK (end_placing), NULL);
  g_object_set_data (G_OBJECT (self), BAR_KEY, bar);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self))), bar);

  /* Where the notes lie over the text, the text is what is needed now. */
  if (self->collapsed)
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gloss_reader_view_grab_text_focus (self->view);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           _("Select the words that this note is about, then press Enter. Escape leaves it as it is."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  return GLOSS_PLACING_BAR (bar);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include "ui/gloss-store-banner.h"

static void
update_problem (GlossReaderPage *self)
{
  gloss_store_banner_update (self->banner, gloss_reader_page_get_store (self));
}

/* A toast that offers to undo a removal says nothing true any more when something else changed. */
static void
changed_cb (GlossReaderPage *self)
{
  gloss_reader_page_update_undo (self);
  gloss_reader_page_dismiss_toast (self);
}

static void
open_others_cb (gpointer user_data)
{
  GlossReaderPage *self = user_data;

  /* Of one that can't be read, its own document says why. */
  self->open_id = 0;
  gloss_notebook_open_all_async (self->notebook, NULL, NULL, NULL, NULL, NULL);
}

/* The notes on changes that other documents keep, which are opened when the text is there. */
static void
show_changes (GlossReaderPage *self)
{
  if (self->notes == NULL || self->notebook == NULL)
    return;

  gloss_placed_notes_show_changes (self->notes, self->notebook, self->library);
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (gloss_reader_page_update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "clause-changed", G_CALLBACK (gloss_reader_page_update_undo), self,
                           G_CONNECT_SWAPPED);
  if (self->open_id == 0)
    self->open_id = g_idle_add_once (open_others_cb, self);
}

static void
show_awaited (GlossReaderPage *self)
{
  g_autoptr (GlossAnnotation) awaited = g_steal_pointer (&self->awaited);

  if (awaited != NULL)
    gloss_reader_page_show_annotation (self, awaited);
}

/* The text is there already, and may have been scrolled. */
static void
show_placed (GlossReaderPage *self)
{
  gloss_notes_pane_set_notes (self->notes_pane, self->notes, self->notebook);
  gloss_reader_view_set_notes (self->view, self->notes);
  gloss_reader_page_update_title (self);
  gloss_reader_page_update_undo (self);
  show_awaited (self);
}

static void
progress_cb (GlossReaderPage *self)
{
  double progress = gloss_placed_notes_get_progress (self->placing);

  gloss_loading_bar_set_progress (self->loading_bar, progress);
  if (progress < 1)
    return;

  g_signal_handlers_disconnect_by_data (self->placing, self);
  self->notes = g_steal_pointer (&self->placing);
  show_changes (self);
  show_placed (self);
}

static void
stop_placing (GlossReaderPage *self)
{
  if (self->placing == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->placing, self);
  g_clear_object (&self->placing);
  gloss_loading_bar_set_progress (self->loading_bar, 1);
}

void
gloss_reader_page_take_store (GlossReaderPage      *self,
                              GlossAnnotationStore *store)
{
  g_autoptr (GlossPlacedNotes) notes = NULL;

  stop_placing (self);
  g_clear_object (&self->notes);
  if (store == NULL)
    return;

  notes = self->rows != NULL ? gloss_placed_notes_new_parallel (self->rows, store)
                             : gloss_placed_notes_new (self->document, store);
  if (gloss_placed_notes_get_progress (notes) < 1)
    {
      self->placing = g_steal_pointer (&notes);
      g_signal_connect_object (self->placing, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
      progress_cb (self);
      return;
    }

  self->notes = g_steal_pointer (&notes);
  show_changes (self);
}

/* @problem: why there is no @store. */
static void
follow_store (GlossReaderPage      *self,
            GlossAnnotationStore *store,
            const char           *problem)
{
  if (store != NULL)
    {
      g_signal_connect_object (store, "notify::problem", G_CALLBACK (update_problem), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "notify::can-undo", G_CALLBACK (gloss_reader_page_update_undo), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "notify::can-redo", G_CALLBACK (gloss_reader_page_update_undo), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }

  gloss_reader_page_update_undo (self);
  update_problem (self);
  if (problem != NULL)
    gloss_store_banner_say (self->banner, problem, NULL);
}

static void
loaded_cb (GlossReaderPage      *self,
           GlossAnnotationStore *store,
           const char           *problem)
{
  gloss_reader_page_take_store (self, store);
  follow_store (self, store, problem);
  if (self->notes != NULL)
    show_placed (self);
}

static void
banner_cb (GlossReaderPage *self)
{
  gloss_store_banner_activate (gloss_reader_page_get_store (self));
}

void
gloss_reader_page_bind_notes_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
}

void
gloss_reader_page_open_notes (GlossReaderPage *self)
{
  const char *symbol = gloss_document_get_symbol (self->document);
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store;

  if (gloss_notebook_is_quick (self->notebook, symbol))
    {
      store = gloss_notebook_get_store (self->notebook, symbol, &error);
      gloss_reader_page_show_texts (self, store);
      follow_store (self, store, store == NULL ? error->message : NULL);
      return;
    }

  gloss_reader_page_show_texts (self, NULL);
  follow_store (self, NULL, NULL);
  gloss_loading_bar_open_store (self->loading_bar, self->notebook, symbol);
}

void
gloss_reader_page_close_notes (GlossReaderPage *self)
{
  GlossAnnotationStore *store = gloss_reader_page_get_store (self);

  gloss_loading_bar_stop (self->loading_bar);
  if (store != NULL)
    g_signal_handlers_disconnect_by_data (store, self);
  stop_placing (self);
  g_clear_object (&self->awaited);
}

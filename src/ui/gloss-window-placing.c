/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-note-changes.h"
#include "ui/gloss-placing-dialog.h"

/* Giving a note the place that could not be found by itself. */

/* A note that is to be placed. Reference-counted: each that asks for its place holds it. */
typedef struct
{
  GlossWindow          *window; /* which holds whatever asks */
  GlossAnnotationStore *store;
  GlossAnnotation      *annotation;
  GlossDocument        *document;
} Placing;

static void
clear_placing (gpointer data)
{
  Placing *placing = data;

  g_clear_object (&placing->store);
  g_clear_object (&placing->annotation);
  g_clear_object (&placing->document);
}

static void
release_placing (gpointer  data,
                 GClosure *closure)
{
  g_rc_box_release_full (data, clear_placing);
}

static void
connect (gpointer    instance,
         const char *signal,
         GCallback   callback,
         Placing    *placing)
{
  g_signal_connect_data (instance, signal, callback, g_rc_box_acquire (placing), release_placing, G_CONNECT_SWAPPED);
}

/* (transfer none) (nullable): the note with that id, whatever document it is on. */
static GlossAnnotation *
find_annotation (GlossWindow           *self,
                 const char            *id,
                 GlossAnnotationStore **store)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notebook)); i++)
    {
      g_autoptr (GlossAnnotationStore) candidate = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);
      GlossAnnotation *annotation = gloss_annotation_store_find (candidate, id);

      if (annotation != NULL)
        {
          *store = candidate;
          return annotation;
        }
    }

  return NULL;
}

/* (transfer full) (nullable): the text that is read, where the note is on that; else the one of the
 * library in the language of the note. */
static GlossDocument *
load_document (GlossWindow          *self,
               GlossAnnotationStore *store,
               GlossAnnotation      *annotation)
{
  const char *symbol = gloss_annotation_store_get_symbol (store);
  const char *language = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->language;
  GlossDocument *read = gloss_reader_page_get_document (self->reader_page);
  g_autofree char *name = NULL;

  if (read != NULL && g_str_equal (gloss_document_get_symbol (read), symbol) &&
      (language == NULL || g_str_equal (gloss_document_get_language (read), language)))
    return g_object_ref (read);

  name = language != NULL ? g_strdup_printf ("%s@%s", symbol, language) : g_strdup (symbol);
  if (gloss_library_find (self->library, name) == NULL)
    g_set_str (&name, symbol);

  return gloss_library_find (self->library, name) != NULL ? gloss_library_load (self->library, name, NULL) : NULL;
}

static void
add_toast (GlossWindow *self,
           AdwToast    *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  gloss_window_add_toast (self, toast);
}

static void
undo_cb (Placing *placing)
{
  g_autoptr (GError) error = NULL;

  if (!gloss_note_changes_undo_in (gloss_note_changes_get (placing->window->notebook), placing->store, NULL, &error))
    add_toast (placing->window, adw_toast_new (error->message));
}

/* The offer holds as long as this is the last change of its document. */
static void
placed_cb (Placing *placing)
{
  AdwToast *toast = adw_toast_new (_("Note placed"));

  adw_toast_set_button_label (toast, _("_Undo"));
  connect (toast, "button-clicked", G_CALLBACK (undo_cb), placing);
  g_signal_connect_object (placing->store, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  g_signal_connect_object (placing->store, "items-changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  add_toast (placing->window, toast);
}

static void
bar_closed_cb (Placing  *placing,
               gboolean  placed)
{
  if (placed)
    placed_cb (placing);
}

static void
select_requested_cb (Placing *placing)
{
  GlossReaderPage *page = placing->window->reader_page;
  gboolean is_read = placing->document == gloss_reader_page_get_document (page);
  const char *key = is_read ? gloss_reader_page_get_key (page) : gloss_document_get_name (placing->document);
  GlossPlacingBar *bar;

  gloss_window_show_document (placing->window, placing->document, key, NULL);
  bar = gloss_reader_page_begin_placing (page, placing->annotation);
  if (bar != NULL)
    connect (bar, "closed", G_CALLBACK (bar_closed_cb), placing);
}

void
gloss_window_place_note (GlossWindow *self,
                         const char  *id)
{
  GlossPlacingDialog *dialog;
  Placing *placing;
  GlossAnnotationStore *store;
  GlossAnnotation *annotation;
  g_autoptr (GlossDocument) document = NULL;

  g_return_if_fail (GLOSS_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  gloss_window_commit (self);
  annotation = find_annotation (self, id, &store);
  if (annotation == NULL)
    return;

  document = load_document (self, store, annotation);
  if (document == NULL)
    {
      add_toast (self, adw_toast_new (_("The document of this note is not among the documents")));
      return;
    }

  placing = g_rc_box_new0 (Placing);
  placing->window = self;
  placing->store = g_object_ref (store);
  placing->annotation = g_object_ref (annotation);
  placing->document = g_steal_pointer (&document);

  dialog = gloss_placing_dialog_new (placing->document, store, annotation);
  connect (dialog, "placed", G_CALLBACK (placed_cb), placing);
  connect (dialog, "select-requested", G_CALLBACK (select_requested_cb), placing);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  release_placing (placing, NULL);
}

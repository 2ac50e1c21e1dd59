/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-language.h"

/* (transfer full) (element-type GlossLibraryEntry): the document in its other languages. */
static GPtrArray *
find_others (GlossReaderPage *self)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_entries = self->library != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->library)) : 0;

  for (guint i = 0; self->document != NULL && i < n_entries; i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (g_str_equal (gloss_library_entry_get_symbol (entry), gloss_document_get_symbol (self->document)) &&
          g_ascii_strcasecmp (gloss_library_entry_get_language (entry), gloss_document_get_language (self->document)) != 0)
        g_ptr_array_add (others, g_steal_pointer (&entry));
    }

  return others;
}

/* @label: (transfer none): may have an underline, as a language's name never does. */
static void
append_language (GlossReaderPage *self,
                 const char      *label,
                 const char      *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "reader.beside", "s", name);
  g_menu_append_item (self->languages_menu, item);
}

/* (transfer full): "English and Chinese". */
static char *
join_languages (const char *first,
                const char *second)
{
  g_autofree char *first_name = gloss_language_dup_name (first);
  g_autofree char *second_name = gloss_language_dup_name (second);

  /* Translators: two languages that are read side by side. */
  return g_strdup_printf (_("%s and %s"), first_name, second_name);
}

void
gloss_reader_page_update_languages (GlossReaderPage *self)
{
  g_autoptr (GPtrArray) others = find_others (self);
  const char *beside = gloss_reader_page_get_beside (self);
  gboolean found = *beside == '\0';

  g_menu_remove_all (self->languages_menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.parallel", others->len > 0);
  if (others->len > 0)
    {
      g_autofree char *language = gloss_language_dup_name (gloss_document_get_language (self->document));
      /* Translators: %s is a language; the other way is to read two side by side. */
      g_autofree char *label = g_strdup_printf (_("%s Only"), language);

      append_language (self, label, "");
    }
  for (guint i = 0; i < others->len; i++)
    {
      GlossLibraryEntry *entry = g_ptr_array_index (others, i);
      g_autofree char *label = join_languages (gloss_document_get_language (self->document),
                                               gloss_library_entry_get_language (entry));

      append_language (self, label, gloss_library_entry_get_name (entry));
      found = found || g_str_equal (gloss_library_entry_get_name (entry), beside);
    }

  /* What was taken out of the library is not read any longer. */
  if (!found)
    gloss_reader_page_set_beside (self, "");
}

char *
gloss_reader_page_dup_languages (GlossReaderPage *self)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);

  if (self->rows != NULL && gtk_bitset_is_empty (selection))
    return join_languages (
        gloss_document_get_language (gloss_parallel_rows_get_document (self->rows, GLOSS_PARALLEL_FIRST)),
        gloss_document_get_language (gloss_parallel_rows_get_document (self->rows, GLOSS_PARALLEL_SECOND)));

  return gloss_language_dup_name (gloss_document_get_language (gloss_reader_view_get_document (self->view)));
}

const char *
gloss_reader_page_get_beside (GlossReaderPage *self)
{
  return self->rows != NULL
             ? gloss_document_get_name (gloss_parallel_rows_get_document (self->rows, GLOSS_PARALLEL_SECOND))
             : "";
}

/* @document (nullable) */
static void
read_beside (GlossReaderPage *self,
             GlossDocument   *document)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_auto (GlossReadingPlace) place = { NULL, NULL };
  gboolean seen = gloss_reader_view_sees_selection (self->view) && gloss_reader_page_get_place (self, &place);

  /* What is being written is on a clause of the text as it was shown until now. */
  gloss_reader_page_commit (self);
  g_set_object (&store, gloss_reader_page_get_store (self));

  g_clear_object (&self->rows);
  if (document != NULL)
    self->rows = gloss_parallel_rows_new (self->document, document);
  gloss_reader_page_show_texts (self, store);

  /* The rows have other heights. With the same clause at the top, the chosen one might be far below the screen. */
  if (seen)
    {
      GlossClause *selected = gloss_document_find_clause (self->document, place.selected_id);

      gloss_reader_view_restore (self->view, selected, selected);
    }
  g_object_notify (G_OBJECT (self), "beside");
}

void
gloss_reader_page_set_beside (GlossReaderPage *self,
                              const char      *name)
{
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL || g_strcmp0 (name, gloss_reader_page_get_beside (self)) == 0)
    return;

  if (name != NULL && *name != '\0')
    {
      document = self->library != NULL ? gloss_library_load (self->library, name, &error) : NULL;
      if (document == NULL)
        {
          if (error != NULL)
            gloss_reader_page_say (self, error->message);
          return;
        }
    }

  read_beside (self, document);
}

/* The one key: the first of the other languages beside the document, or none again. */
static void
parallel_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  g_autoptr (GPtrArray) others = find_others (self);
  g_autofree char *languages = NULL;

  if (others->len == 0)
    return;

  gloss_reader_page_set_beside (self, self->rows == NULL ? gloss_library_entry_get_name (g_ptr_array_index (others, 0))
                                                         : "");
  languages = gloss_reader_page_dup_languages (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), languages, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
gloss_reader_page_set_library (GlossReaderPage *self,
                               GlossLibrary    *library)
{
  g_return_if_fail (GLOSS_IS_READER_PAGE (self));
  g_return_if_fail (GLOSS_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (gloss_reader_page_update_languages), self,
                           G_CONNECT_SWAPPED);
  gloss_reader_page_update_languages (self);
}

void
gloss_reader_page_install_parallel (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.parallel", NULL, parallel_action);
  gtk_widget_class_install_property_action (widget_class, "reader.beside", "beside");
}

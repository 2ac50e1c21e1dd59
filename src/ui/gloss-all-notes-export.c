/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-page"

#include "config.h"

#include "ui/gloss-all-notes-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-export-dialog.h"

/* What of all notes can be exported: those selected, those shown, all, and those on one document. */

/* @label: (transfer full) */
static void
add_choice (GlossExportDialog *dialog,
            char              *label,
            GPtrArray         *annotations)
{
  if (annotations->len > 0)
    gloss_export_dialog_add_choice (dialog, label, annotations);
  g_free (label);
}

/* One choice for each document, in the order in which the notes come. */
static void
add_documents (GlossAllNotesPage *self,
               GlossExportDialog *dialog,
               GPtrArray         *annotations)
{
  g_autoptr (GHashTable) by_symbol = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) symbols = g_ptr_array_new ();

  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (annotations, i);
      const char *symbol = gloss_note_places_get_symbol (self->places, annotation);
      GPtrArray *own = g_hash_table_lookup (by_symbol, symbol);

      if (own == NULL)
        {
          char *key = g_strdup (symbol);

          own = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (by_symbol, key, own);
          g_ptr_array_add (symbols, key);
        }
      g_ptr_array_add (own, g_object_ref (annotation));
    }

  for (guint i = 0; i < symbols->len && symbols->len > 1; i++)
    {
      const char *symbol = g_ptr_array_index (symbols, i);
      GPtrArray *own = g_hash_table_lookup (by_symbol, symbol);
      g_autofree char *heading = gloss_note_places_dup_heading (self->places, symbol);

      /* Translators: the name of a document, and how many notes are on it. */
      add_choice (dialog, g_strdup_printf (_("%s (%u)"), heading, own->len), own);
    }
}

void
gloss_all_notes_page_export (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (widget);
  GlossExportDialog *dialog = gloss_export_dialog_new_for_notes (NULL, self->library, NULL);
  g_autoptr (GPtrArray) selected = gloss_all_notes_page_dup_selected (self);
  g_autoptr (GPtrArray) shown = gloss_all_notes_page_dup_shown (self);
  g_autoptr (GPtrArray) all = gloss_note_list_dup_all (self->list);
  GlossExportOrder order = GLOSS_EXPORT_BY_PLACE;

  gloss_export_order_from_string (self->sort, &order);
  gloss_export_dialog_set_order (dialog, order);

  add_choice (dialog, g_strdup_printf (ngettext ("%u selected note", "%u selected notes", selected->len), selected->len),
              selected);
  if (gloss_note_list_is_filtered (self->list))
    add_choice (dialog, g_strdup_printf (ngettext ("%u note that is shown", "%u notes that are shown", shown->len), shown->len),
                shown);
  add_choice (dialog, g_strdup_printf (ngettext ("%u note in all", "All %u notes", all->len), all->len), all);
  add_documents (self, dialog, all);

  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

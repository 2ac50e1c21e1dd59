/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-page"

#include "config.h"

#include "ui/gloss-all-notes-page-private.h"

/* Which notes are selected. A selection of GTK is one of positions and forgets those that change;
 * here a note stays selected while it is sorted, filtered and searched for. */

static void
select_again (GlossAllNotesPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GtkBitset) positions = NULL;
  g_autoptr (GtkBitset) all = NULL;

  if (g_hash_table_size (self->selected) == 0)
    return;

  positions = gtk_bitset_new_empty ();
  all = gtk_bitset_new_range (0, n_shown);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (g_hash_table_contains (self->selected, annotation))
        gtk_bitset_add (positions, i);
    }

  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), positions, all);
  self->selecting = FALSE;
  gloss_all_notes_page_update_actions (self);
}

static void
selection_changed_cb (GlossAllNotesPage *self)
{
  g_autoptr (GPtrArray) selected = NULL;

  if (self->selecting)
    return;

  selected = gloss_all_notes_page_dup_selected (self);
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (self->selected, g_object_ref (g_ptr_array_index (selected, i)));
  self->to_focus = 2;
  gloss_all_notes_page_update_actions (self);
}

void
gloss_all_notes_page_keep_selection (GlossAllNotesPage *self)
{
  /* After the list view, which must know what changed before it hears what is selected. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (select_again), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static GPtrArray *
dup_items (GlossAllNotesPage *self,
           GtkBitset         *positions)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), position));

  return items;
}

GPtrArray *
gloss_all_notes_page_dup_selected (GlossAllNotesPage *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (GLOSS_IS_ALL_NOTES_PAGE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  return dup_items (self, selected);
}

GPtrArray *
gloss_all_notes_page_dup_shown (GlossAllNotesPage *self)
{
  g_autoptr (GtkBitset) all = NULL;

  g_return_val_if_fail (GLOSS_IS_ALL_NOTES_PAGE (self), NULL);

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  return dup_items (self, all);
}

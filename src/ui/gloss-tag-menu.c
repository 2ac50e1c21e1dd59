/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-tag-menu.h"

#include <glib/gi18n.h>

#include "ui/gloss-placed-note.h"

/* (transfer full) (element-type utf8): the tags of the notes, by name. */
static GPtrArray *
dup_tags (GListModel *notes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  guint n_notes = notes != NULL ? g_list_model_get_n_items (notes) : 0;

  for (guint i = 0; i < n_notes; i++)
    {
      g_autoptr (GlossPlacedNote) note = g_list_model_get_item (notes, i);
      const char * const *own = gloss_annotation_get_tags (gloss_placed_note_get_annotation (note));

      for (guint j = 0; own[j] != NULL; j++)
        if (!g_hash_table_contains (seen, own[j]))
          {
            char *tag = g_strdup (own[j]);

            g_ptr_array_add (tags, tag);
            g_hash_table_add (seen, tag);
          }
    }

  g_ptr_array_sort_values (tags, (GCompareFunc) g_utf8_collate);
  return tags;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *tag)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "notes.tag", "s", tag);
  g_menu_append_item (menu, item);
}

GMenuModel *
gloss_tag_menu_new (GListModel *notes)
{
  g_autoptr (GPtrArray) tags = dup_tags (notes);
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_item (menu, _("Any Tag"), "");
  for (guint i = 0; i < tags->len; i++)
    {
      /* An underscore is no mnemonic here. */
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (tags, i), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append_item (section, label, g_ptr_array_index (tags, i));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

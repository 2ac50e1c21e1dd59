/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-tag-rename.h"

#include "annotation/gloss-tag.h"

/* (transfer full) (element-type GlossAnnotation): held, for what changes may change its place. */
static GPtrArray *
dup_tagged (GListModel *store,
            const char *tag)
{
  GPtrArray *tagged = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_annotations = g_list_model_get_n_items (store);

  for (guint i = 0; i < n_annotations; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (store, i);
      const char * const *tags = gloss_annotation_get_tags (annotation);

      for (guint j = 0; tags[j] != NULL; j++)
        if (gloss_tag_is_within (tags[j], tag))
          {
            g_ptr_array_add (tagged, g_steal_pointer (&annotation));
            break;
          }
    }

  return tagged;
}

guint
gloss_tag_rename (GListModel  *stores,
                  const char  *tag,
                  const char  *new_name,
                  const char  *label,
                  GPtrArray  **changed_stores)
{
  guint n_notes = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (stores), 0);
  g_return_val_if_fail (tag != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  *changed_stores = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_strcmp0 (tag, new_name) == 0)
    return 0;

  for (guint i = 0; i < g_list_model_get_n_items (stores); i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (stores, i);
      g_autoptr (GPtrArray) tagged = dup_tagged (G_LIST_MODEL (store), tag);
      guint n_before = n_notes;

      if (tagged->len == 0)
        continue;

      gloss_annotation_store_begin_group (store, label);
      for (guint j = 0; j < tagged->len; j++)
        {
          GlossAnnotation *annotation = g_ptr_array_index (tagged, j);
          g_auto (GStrv) tags = gloss_tags_dup_moved (gloss_annotation_get_tags (annotation), tag, new_name);

          /* Another process may have changed it since, or removed it. */
          if (tags != NULL && gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) == annotation)
            {
              gloss_annotation_store_set_tags (store, annotation, (const char * const *) tags, NULL);
              n_notes++;
            }
        }
      gloss_annotation_store_end_group (store, NULL);
      if (n_notes > n_before)
        g_ptr_array_add (*changed_stores, g_steal_pointer (&store));
    }

  return n_notes;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-store-banner"

#include "config.h"

#include "ui/gloss-store-banner.h"

#include <glib/gi18n.h>

void
gloss_store_banner_update (AdwBanner            *banner,
                           GlossAnnotationStore *store)
{
  const char *problem = store != NULL ? gloss_annotation_store_get_problem (store) : NULL;
  gboolean can_dismiss = store != NULL && gloss_annotation_store_can_dismiss (store);

  g_return_if_fail (ADW_IS_BANNER (banner));

  /* A banner that goes keeps its words until it is gone. */
  if (problem != NULL)
    {
      adw_banner_set_button_label (banner, can_dismiss ? _("_Close") : _("_Retry"));
      if (!adw_banner_get_revealed (banner) || !g_str_equal (adw_banner_get_title (banner), problem))
        gtk_accessible_announce (GTK_ACCESSIBLE (banner), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      adw_banner_set_title (banner, problem);
    }
  adw_banner_set_revealed (banner, problem != NULL);
}

GlossAnnotationStore *
gloss_store_banner_find (GListModel *stores)
{
  guint n_stores = g_list_model_get_n_items (stores);

  for (guint i = 0; i < n_stores; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (stores, i);

      if (gloss_annotation_store_get_problem (store) != NULL)
        return store;
    }

  return NULL;
}

void
gloss_store_banner_activate (GlossAnnotationStore *store)
{
  if (store == NULL)
    return;

  /* What is wrong still, the store says itself. */
  if (gloss_annotation_store_can_dismiss (store))
    gloss_annotation_store_dismiss (store);
  else
    gloss_annotation_store_flush (store, NULL);
}

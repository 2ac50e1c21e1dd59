/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-store-banner"

#include "config.h"

#include "ui/gloss-store-banner.h"

#include <glib/gi18n.h>

static void
announce (AdwBanner *banner)
{
  if (adw_banner_get_revealed (banner) && gtk_widget_get_mapped (GTK_WIDGET (banner)))
    gtk_accessible_announce (GTK_ACCESSIBLE (banner), adw_banner_get_title (banner),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
announce_late_cb (gpointer user_data)
{
  g_autoptr (AdwBanner) banner = user_data;

  announce (banner);
}

/* A screen reader gets to know a new window some time after it is shown, and hears nothing of it before. */
static void
map_cb (AdwBanner *banner)
{
  g_signal_handlers_disconnect_by_func (banner, map_cb, NULL);
  g_timeout_add_seconds_once (1, announce_late_cb, g_object_ref (banner));
}

void
gloss_store_banner_say (AdwBanner  *banner,
                        const char *problem,
                        const char *button_label)
{
  gboolean said;

  g_return_if_fail (ADW_IS_BANNER (banner));
  g_return_if_fail (problem != NULL);

  said = adw_banner_get_revealed (banner) && g_str_equal (adw_banner_get_title (banner), problem);
  adw_banner_set_title (banner, problem);
  adw_banner_set_button_label (banner, button_label);
  adw_banner_set_revealed (banner, TRUE);
  if (said)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (banner)))
    announce (banner);
  else
    g_signal_connect_after (banner, "map", G_CALLBACK (map_cb), NULL);
}

void
gloss_store_banner_update (AdwBanner            *banner,
                           GlossAnnotationStore *store)
{
  const char *problem = store != NULL ? gloss_annotation_store_get_problem (store) : NULL;
  gboolean can_dismiss = store != NULL && gloss_annotation_store_can_dismiss (store);

  g_return_if_fail (ADW_IS_BANNER (banner));

  /* A banner that goes keeps its words until it is gone. */
  if (problem != NULL)
    gloss_store_banner_say (banner, problem, can_dismiss ? _("_Close") : _("_Retry"));
  else
    adw_banner_set_revealed (banner, FALSE);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-recent-files"

#include "config.h"

#include "ui/gloss-recent-files.h"

#include <glib/gi18n.h>

/* The name by which the manager knows what was opened with this program. */
#define PROGRAM "glossator"

void
gloss_recent_files_add (GtkRecentManager *manager,
                        const char       *uri,
                        const char       *title)
{
  g_autofree char *type = g_content_type_guess (uri, NULL, 0, NULL);
  g_autofree char *mime_type = g_content_type_get_mime_type (type);
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = mime_type != NULL ? mime_type : (char *) "text/plain",
    .app_name = (char *) PROGRAM,
    .app_exec = (char *) PROGRAM " %u",
  };

  gtk_recent_manager_add_full (manager, uri, &data);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified (*(GtkRecentInfo **) b),
                              gtk_recent_info_get_modified (*(GtkRecentInfo **) a));
}

/* An underline in a file's name is no mnemonic. */
static char *
escape_mnemonics (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
update (GtkRecentManager *manager,
        GMenu            *menu)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (manager);
  g_autoptr (GMenu) recent = g_menu_new ();

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, PROGRAM) && gtk_recent_info_exists (l->data))
      g_ptr_array_add (infos, gtk_recent_info_ref (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (infos, compare_times);

  g_menu_remove_all (menu);
  if (infos->len == 0)
    return;

  for (guint i = 0; i < MIN (infos->len, GLOSS_RECENT_FILES_MAX); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (infos, i);
      g_autofree char *label = escape_mnemonics (gtk_recent_info_get_display_name (info));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (recent, item);
    }
  g_menu_append_submenu (menu, _("Open _Recent"), G_MENU_MODEL (recent));
}

void
gloss_recent_files_bind (GtkRecentManager *manager,
                         GMenu            *menu)
{
  g_signal_connect_object (manager, "changed", G_CALLBACK (update), menu, 0);
  update (manager, menu);
}

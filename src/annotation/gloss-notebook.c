/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-notebook.h"

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-journal.h"
#include "annotation/gloss-json-text.h"
#include "annotation/gloss-notebook-private.h"
#include "annotation/gloss-store-file.h"
#include "annotation/gloss-store-name.h"

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossNotebook, gloss_notebook, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef struct
{
  const char *tag;
  guint       n_uses;
} TagCount;

static GType
gloss_notebook_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_ANNOTATION_STORE;
}

static guint
gloss_notebook_get_n_items (GListModel *model)
{
  return GLOSS_NOTEBOOK (model)->stores->len;
}

static gpointer
gloss_notebook_get_item (GListModel *model,
                         guint       position)
{
  GPtrArray *stores = GLOSS_NOTEBOOK (model)->stores;

  return position < stores->len ? g_object_ref (g_ptr_array_index (stores, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_notebook_get_item_type;
  iface->get_n_items = gloss_notebook_get_n_items;
  iface->get_item = gloss_notebook_get_item;
}

static void
gloss_notebook_finalize (GObject *object)
{
  GlossNotebook *self = GLOSS_NOTEBOOK (object);

  g_clear_pointer (&self->stores, g_ptr_array_unref);
  g_clear_pointer (&self->loading, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (gloss_notebook_parent_class)->finalize (object);
}

static void
gloss_notebook_class_init (GlossNotebookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_notebook_finalize;
}

static void
gloss_notebook_init (GlossNotebook *self)
{
  self->stores = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = g_hash_table_new (g_str_hash, g_str_equal);
  self->cancellable = g_cancellable_new ();
}

GlossNotebook *
gloss_notebook_new (const char     *folder,
                    GlossStoreMode  mode)
{
  GlossNotebook *self = g_object_new (GLOSS_TYPE_NOTEBOOK, NULL);

  self->mode = mode;
  self->folder = folder != NULL ? g_strdup (folder)
                                : g_build_filename (g_get_user_data_dir (), "glossator", "annotations", NULL);

  return self;
}

/* TRUE where the store of @symbol is, at @position; else it would stand there. */
static gboolean
find_position (GlossNotebook *self,
               const char    *symbol,
               guint         *position)
{
  guint low = 0;
  guint high = self->stores->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = g_strcmp0 (gloss_annotation_store_get_symbol (g_ptr_array_index (self->stores, middle)), symbol);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *position = low;
  return FALSE;
}

GlossAnnotationStore *
gloss_notebook_find_open (GlossNotebook *self,
                          const char    *symbol)
{
  guint position;

  return find_position (self, symbol, &position) ? g_ptr_array_index (self->stores, position) : NULL;
}

GlossAnnotationStore *
gloss_notebook_take_store (GlossNotebook        *self,
                           GlossAnnotationStore *store)
{
  guint position;

  if (find_position (self, gloss_annotation_store_get_symbol (store), &position))
    {
      g_object_unref (store);
      return g_ptr_array_index (self->stores, position);
    }

  g_ptr_array_insert (self->stores, position, store);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);

  return store;
}

GlossAnnotationStore *
gloss_notebook_get_store (GlossNotebook  *self,
                          const char     *symbol,
                          GError        **error)
{
  GlossAnnotationStore *store;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  store = gloss_notebook_find_open (self, symbol);
  if (store != NULL)
    return store;

  store = gloss_annotation_store_open (self->folder, symbol, self->mode, error);
  return store != NULL ? gloss_notebook_take_store (self, store) : NULL;
}

char *
gloss_notebook_make_path (GlossNotebook *self,
                          const char    *name,
                          const char    *suffix)
{
  return g_strconcat (self->folder, G_DIR_SEPARATOR_S, name, suffix, NULL);
}

/* (transfer full) (nullable): the symbol that the files of a name which ends in a digest name. */
static char *
read_symbol (GlossNotebook *self,
             const char    *name)
{
  g_autofree char *path = gloss_notebook_make_path (self, name, ".json");
  g_autofree char *journal = gloss_notebook_make_path (self, name, ".journal");
  g_autofree char *data = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *again = NULL;
  GlossJsonText collection;
  gsize length;

  if (gloss_store_file_read (path, &data, &length, NULL, NULL) &&
      gloss_json_text_check (data, length, &collection, NULL))
    symbol = gloss_json_text_dup_member (&collection, "label");
  if (symbol == NULL)
    symbol = gloss_journal_read_symbol (journal);
  if (symbol == NULL)
    return NULL;

  again = gloss_store_name_escape (symbol);
  return g_str_equal (again, name) ? g_steal_pointer (&symbol) : NULL;
}

char *
gloss_notebook_get_symbol_of_file (GlossNotebook *self,
                                   const char    *file_name)
{
  static const char *const suffixes[] = { ".json", ".journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (file_name, suffixes[i]))
        {
          g_autofree char *name = g_strndup (file_name, strlen (file_name) - strlen (suffixes[i]));

          return gloss_store_name_is_digest (name) ? read_symbol (self, name) : gloss_store_name_unescape (name);
        }
    }

  return NULL;
}

GPtrArray *
gloss_notebook_list_symbols (GlossNotebook  *self,
                             GError        **error)
{
  g_autoptr (GPtrArray) symbols = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, &local_error);
  const char *file_name;

  if (folder == NULL)
    {
      /* Nobody has written a note yet. */
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&symbols);

      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  while ((file_name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *symbol = gloss_notebook_get_symbol_of_file (self, file_name);

      if (symbol == NULL || g_hash_table_contains (seen, symbol))
        continue;

      g_hash_table_add (seen, symbol);
      g_ptr_array_add (symbols, g_steal_pointer (&symbol));
    }

  return g_steal_pointer (&symbols);
}

gboolean
gloss_notebook_open_all (GlossNotebook  *self,
                         GError        **error)
{
  g_autoptr (GError) first_error = NULL;
  g_autoptr (GPtrArray) symbols = NULL;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), FALSE);

  symbols = gloss_notebook_list_symbols (self, error);
  if (symbols == NULL)
    return FALSE;

  for (guint i = 0; i < symbols->len; i++)
    gloss_notebook_get_store (self, g_ptr_array_index (symbols, i), first_error == NULL ? &first_error : NULL);

  if (first_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const TagCount *left = a;
  const TagCount *right = b;

  if (left->n_uses != right->n_uses)
    return left->n_uses > right->n_uses ? -1 : 1;

  return g_utf8_collate (left->tag, right->tag);
}

GPtrArray *
gloss_notebook_dup_tags (GlossNotebook *self)
{
  g_autoptr (GHashTable) uses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (TagCount));
  GPtrArray *result = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer tag;
  gpointer n_uses;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), result);

  for (guint i = 0; i < self->stores->len; i++)
    {
      GListModel *store = g_ptr_array_index (self->stores, i);

      for (guint j = 0; j < g_list_model_get_n_items (store); j++)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (store, j);
          const char * const *tags = gloss_annotation_get_tags (annotation);

          for (guint k = 0; tags[k] != NULL; k++)
            {
              guint n = GPOINTER_TO_UINT (g_hash_table_lookup (uses, tags[k]));

              g_hash_table_insert (uses, (char *) tags[k], GUINT_TO_POINTER (n + 1));
            }
        }
    }

  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &tag, &n_uses))
    {
      TagCount count = { tag, GPOINTER_TO_UINT (n_uses) };

      g_array_append_val (counts, count);
    }

  g_array_sort (counts, compare_counts);
  for (guint i = 0; i < counts->len; i++)
    g_ptr_array_add (result, g_strdup (g_array_index (counts, TagCount, i).tag));

  return result;
}

gboolean
gloss_notebook_close (GlossNotebook  *self,
                      GError        **error)
{
  g_autoptr (GError) first_error = NULL;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), FALSE);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  for (guint i = 0; i < self->stores->len; i++)
    gloss_annotation_store_close (g_ptr_array_index (self->stores, i), first_error == NULL ? &first_error : NULL);

  if (first_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

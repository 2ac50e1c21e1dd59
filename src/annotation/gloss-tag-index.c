/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-tag-index.h"

#include <string.h>

#include "annotation/gloss-tag.h"

struct _GlossTagEntry
{
  GObject  parent_instance;

  char    *name;
  char    *folded;
  GStrv    parts;
  guint    n_notes;
  guint    n_within;
};

G_DEFINE_FINAL_TYPE (GlossTagEntry, gloss_tag_entry, G_TYPE_OBJECT)

struct _GlossTagIndex
{
  GObject          parent_instance;

  GListModel      *stores;     /* not held: whoever has the stores has the index */
  GlossVocabulary *vocabulary; /* (nullable) */
  GPtrArray       *entries;    /* the model */
  GHashTable      *by_name;
  gboolean         outdated;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossTagIndex, gloss_tag_index, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_N_NOTES = 1,
  PROP_N_WITHIN,
  N_PROPS,
};

enum
{
  SIGNAL_OUTDATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

typedef struct
{
  guint n_notes;
  guint n_within;
} Count;

static void
gloss_tag_entry_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GlossTagEntry *self = GLOSS_TAG_ENTRY (object);

  switch (property_id)
    {
    case PROP_N_NOTES:
      g_value_set_uint (value, self->n_notes);
      break;
    case PROP_N_WITHIN:
      g_value_set_uint (value, self->n_within);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_tag_entry_finalize (GObject *object)
{
  GlossTagEntry *self = GLOSS_TAG_ENTRY (object);

  g_free (self->name);
  g_free (self->folded);
  g_strfreev (self->parts);

  G_OBJECT_CLASS (gloss_tag_entry_parent_class)->finalize (object);
}

static void
gloss_tag_entry_class_init (GlossTagEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gloss_tag_entry_finalize;
  object_class->get_property = gloss_tag_entry_get_property;

  properties[PROP_N_NOTES] =
      g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_WITHIN] =
      g_param_spec_uint ("n-within", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gloss_tag_entry_init (GlossTagEntry *self)
{
}

/* (transfer full): the names on the way to @tag: "law", "water" of "law/water". */
static GStrv
split (const char *tag)
{
  g_autofree char *parent = gloss_tag_dup_parent (tag);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (parent != NULL)
    {
      g_auto (GStrv) before = split (parent);

      g_strv_builder_addv (builder, (const char **) before);
    }
  g_strv_builder_add (builder, gloss_tag_get_leaf (tag));

  return g_strv_builder_end (builder);
}

static GlossTagEntry *
entry_new (const char *name)
{
  GlossTagEntry *self = g_object_new (GLOSS_TYPE_TAG_ENTRY, NULL);

  self->name = g_strdup (name);
  self->folded = gloss_search_text_fold (name);
  self->parts = split (name);

  return self;
}

static void
entry_set_count (GlossTagEntry *self,
                 const Count   *count)
{
  if (self->n_notes != count->n_notes)
    {
      self->n_notes = count->n_notes;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NOTES]);
    }
  if (self->n_within != count->n_within)
    {
      self->n_within = count->n_within;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WITHIN]);
    }
}

/* By name, a tag before those that are nested in it. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const GlossTagEntry *left = a;
  const GlossTagEntry *right = b;
  guint i;

  for (i = 0; left->parts[i] != NULL && right->parts[i] != NULL; i++)
    {
      int order = g_utf8_collate (left->parts[i], right->parts[i]);

      /* What the language holds for the same are two tags nonetheless, each with its own. */
      if (order == 0)
        order = strcmp (left->parts[i], right->parts[i]);
      if (order != 0)
        return order;
    }

  if (left->parts[i] != NULL || right->parts[i] != NULL)
    return left->parts[i] != NULL ? 1 : -1;

  return strcmp (left->name, right->name);
}

static Count *
ensure_count (GHashTable *counts,
              const char *tag)
{
  Count *count = g_hash_table_lookup (counts, tag);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, g_strdup (tag), count);
    }

  return count;
}

/* Makes @tag known, and those in which it is nested. */
static void
add_tag (GHashTable *counts,
         const char *tag)
{
  g_autofree char *parent = gloss_tag_dup_parent (tag);

  ensure_count (counts, tag);
  if (parent != NULL)
    add_tag (counts, parent);
}

/* Whether one of the first @n_tags of @tags lies in @ancestor: then the note is counted there. */
static gboolean
is_counted (const char * const *tags,
            guint               n_tags,
            const char         *ancestor)
{
  for (guint i = 0; i < n_tags; i++)
    if (gloss_tag_is_within (tags[i], ancestor))
      return TRUE;

  return FALSE;
}

static void
count_note (GHashTable      *counts,
            GlossAnnotation *annotation)
{
  const char * const *tags = gloss_annotation_get_tags (annotation);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *ancestor = g_strdup (tags[i]);

      ensure_count (counts, tags[i])->n_notes++;
      while (ancestor != NULL)
        {
          char *parent = gloss_tag_dup_parent (ancestor);

          if (!is_counted (tags, i, ancestor))
            ensure_count (counts, ancestor)->n_within++;
          g_free (ancestor);
          ancestor = parent;
        }
    }
}

/* (transfer full) (element-type utf8 Count) */
static GHashTable *
count_all (GlossTagIndex *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; self->stores != NULL && i < g_list_model_get_n_items (self->stores); i++)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (self->stores, i);
      guint n_annotations = g_list_model_get_n_items (store);

      for (guint j = 0; j < n_annotations; j++)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (store, j);

          count_note (counts, annotation);
        }
    }

  if (self->vocabulary != NULL)
    {
      g_autoptr (GPtrArray) tags = gloss_vocabulary_dup_tags (self->vocabulary);

      for (guint i = 0; i < tags->len; i++)
        add_tag (counts, g_ptr_array_index (tags, i));
    }

  return counts;
}

static void
notes_changed_cb (GlossTagIndex *self)
{
  if (self->outdated)
    return;

  self->outdated = TRUE;
  g_signal_emit (self, signals[SIGNAL_OUTDATED], 0);
}

static void
stores_changed_cb (GlossTagIndex *self,
                   guint          position,
                   guint          n_removed,
                   guint          n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (self->stores, i);

      g_signal_connect_object (store, "items-changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
    }

  notes_changed_cb (self);
}

static GType
gloss_tag_index_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_TAG_ENTRY;
}

static guint
gloss_tag_index_get_n_items (GListModel *model)
{
  return GLOSS_TAG_INDEX (model)->entries->len;
}

static gpointer
gloss_tag_index_get_item (GListModel *model,
                          guint       position)
{
  GPtrArray *entries = GLOSS_TAG_INDEX (model)->entries;

  return position < entries->len ? g_object_ref (g_ptr_array_index (entries, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_tag_index_get_item_type;
  iface->get_n_items = gloss_tag_index_get_n_items;
  iface->get_item = gloss_tag_index_get_item;
}

static void
gloss_tag_index_finalize (GObject *object)
{
  GlossTagIndex *self = GLOSS_TAG_INDEX (object);

  g_clear_weak_pointer (&self->stores);
  g_clear_object (&self->vocabulary);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (gloss_tag_index_parent_class)->finalize (object);
}

static void
gloss_tag_index_class_init (GlossTagIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_tag_index_finalize;

  signals[SIGNAL_OUTDATED] =
      g_signal_new ("outdated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_tag_index_init (GlossTagIndex *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->outdated = TRUE;
}

GlossTagIndex *
gloss_tag_index_new (GListModel      *stores,
                     GlossVocabulary *vocabulary)
{
  GlossTagIndex *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (stores), NULL);

  self = g_object_new (GLOSS_TYPE_TAG_INDEX, NULL);
  g_set_weak_pointer (&self->stores, stores);
  g_signal_connect_object (stores, "items-changed", G_CALLBACK (stores_changed_cb), self, G_CONNECT_SWAPPED);
  stores_changed_cb (self, 0, 0, g_list_model_get_n_items (stores));

  if (g_set_object (&self->vocabulary, vocabulary))
    g_signal_connect_object (vocabulary, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

GlossTagIndex *
gloss_tag_index_get (GlossNotebook *notebook)
{
  GlossTagIndex *self;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_get_data (G_OBJECT (notebook), "gloss-tag-index");
  if (self == NULL)
    {
      self = gloss_tag_index_new (G_LIST_MODEL (notebook), gloss_vocabulary_get_default ());
      g_object_set_data_full (G_OBJECT (notebook), "gloss-tag-index", self, g_object_unref);
    }

  return self;
}

/* TRUE when both are the same entries in the same order. */
static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

void
gloss_tag_index_update (GlossTagIndex *self)
{
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GPtrArray) old_entries = NULL;
  GHashTableIter iter;
  gpointer tag, count;

  g_return_if_fail (GLOSS_IS_TAG_INDEX (self));

  if (!self->outdated)
    return;

  self->outdated = FALSE;
  counts = count_all (self);
  old_entries = g_steal_pointer (&self->entries);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, &count))
    {
      GlossTagEntry *entry = g_hash_table_lookup (self->by_name, tag);

      entry = entry != NULL ? g_object_ref (entry) : entry_new (tag);
      entry_set_count (entry, count);
      g_ptr_array_add (self->entries, entry);
    }
  g_ptr_array_sort_values (self->entries, compare_entries);

  if (are_same (old_entries, self->entries))
    return;

  g_hash_table_remove_all (self->by_name);
  for (guint i = 0; i < self->entries->len; i++)
    {
      GlossTagEntry *entry = g_ptr_array_index (self->entries, i);

      g_hash_table_insert (self->by_name, entry->name, entry);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old_entries->len, self->entries->len);
}

GlossTagEntry *
gloss_tag_index_find (GlossTagIndex *self,
                      const char    *tag)
{
  g_return_val_if_fail (GLOSS_IS_TAG_INDEX (self), NULL);
  g_return_val_if_fail (tag != NULL, NULL);

  gloss_tag_index_update (self);
  return g_hash_table_lookup (self->by_name, tag);
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const GlossTagEntry *left = a;
  const GlossTagEntry *right = b;

  if (left->n_within != right->n_within)
    return left->n_within > right->n_within ? -1 : 1;

  return compare_entries (a, b);
}

GPtrArray *
gloss_tag_index_suggest (GlossTagIndex      *self,
                         const char         *text,
                         const char * const *without,
                         guint               max_tags)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *needle = NULL;

  g_return_val_if_fail (GLOSS_IS_TAG_INDEX (self), tags);
  g_return_val_if_fail (text != NULL, tags);

  gloss_tag_index_update (self);
  needle = g_strstrip (gloss_search_text_fold (text));
  for (guint i = 0; i < self->entries->len; i++)
    {
      GlossTagEntry *entry = g_ptr_array_index (self->entries, i);

      if (strstr (entry->folded, needle) != NULL && (without == NULL || !g_strv_contains (without, entry->name)))
        g_ptr_array_add (found, entry);
    }

  g_ptr_array_sort_values (found, compare_uses);
  for (guint i = 0; i < MIN (found->len, max_tags); i++)
    g_ptr_array_add (tags, g_strdup (((GlossTagEntry *) g_ptr_array_index (found, i))->name));

  return tags;
}

const char *
gloss_tag_entry_get_name (GlossTagEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_TAG_ENTRY (self), NULL);

  return self->name;
}

guint
gloss_tag_entry_get_n_notes (GlossTagEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_TAG_ENTRY (self), 0);

  return self->n_notes;
}

guint
gloss_tag_entry_get_n_within (GlossTagEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_TAG_ENTRY (self), 0);

  return self->n_within;
}

guint
gloss_tag_entry_get_depth (GlossTagEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_TAG_ENTRY (self), 0);

  return g_strv_length (self->parts) - 1;
}

gboolean
gloss_tag_entry_matches (GlossTagEntry          *self,
                         const GlossSearchWords *words)
{
  g_return_val_if_fail (GLOSS_IS_TAG_ENTRY (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  return gloss_search_words_match (words, self->folded);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-change-notes.h"

#include "annotation/gloss-annotation-sides.h"

struct _GlossChangeNotes
{
  GObject        parent_instance;

  GlossNotebook *notebook;
  char          *symbol;
  GPtrArray     *annotations; /* element-type GlossAnnotation: the model */
  GHashTable    *stores;      /* GlossAnnotation -> GlossAnnotationStore, borrowed from the notebook */
  GHashTable    *watched;     /* the stores that are listened to; borrowed likewise */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossChangeNotes, gloss_change_notes, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (GlossChangeNotes *self,
           GlossAnnotation  *annotation)
{
  g_autoptr (GlossAnchor) old_side = gloss_annotation_dup_old_side (annotation);

  return old_side != NULL && g_strcmp0 (gloss_anchor_get_data (old_side)->symbol, self->symbol) == 0;
}

static void
add (GlossChangeNotes     *self,
     GlossAnnotationStore *store,
     GlossAnnotation      *annotation)
{
  if (g_hash_table_contains (self->stores, annotation) || !is_wanted (self, annotation))
    return;

  g_ptr_array_add (self->annotations, g_object_ref (annotation));
  g_hash_table_insert (self->stores, annotation, store);
  g_list_model_items_changed (G_LIST_MODEL (self), self->annotations->len - 1, 0, 1);
}

static void
remove_at (GlossChangeNotes *self,
           guint             position)
{
  g_hash_table_remove (self->stores, g_ptr_array_index (self->annotations, position));
  g_ptr_array_remove_index (self->annotations, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
annotations_changed_cb (GlossChangeNotes *self,
                        guint             position,
                        guint             n_removed,
                        guint             n_added,
                        GListModel       *list)
{
  GlossAnnotationStore *store = GLOSS_ANNOTATION_STORE (list);

  /* These are few, whatever the store holds. */
  for (guint i = self->annotations->len; n_removed > 0 && i > 0; i--)
    {
      GlossAnnotation *annotation = g_ptr_array_index (self->annotations, i - 1);

      if (g_hash_table_lookup (self->stores, annotation) == store &&
          gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) != annotation)
        remove_at (self, i - 1);
    }

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (list, position + i);

      add (self, store, annotation);
    }
}

static void
annotation_changed_cb (GlossChangeNotes     *self,
                       GlossAnnotation      *annotation,
                       GlossAnnotationStore *store)
{
  gboolean wanted = is_wanted (self, annotation);
  guint position;

  if (!g_hash_table_contains (self->stores, annotation))
    add (self, store, annotation);
  else if (wanted)
    g_signal_emit (self, signals[CHANGED], 0, annotation);
  else if (g_ptr_array_find (self->annotations, annotation, &position))
    remove_at (self, position);
}

static void
stores_changed_cb (GlossChangeNotes *self,
                   guint             position,
                   guint             n_removed,
                   guint             n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      if (g_strcmp0 (gloss_annotation_store_get_symbol (store), self->symbol) == 0 ||
          !g_hash_table_add (self->watched, store))
        continue;

      g_signal_connect_object (store, "items-changed", G_CALLBACK (annotations_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "changed", G_CALLBACK (annotation_changed_cb), self, G_CONNECT_SWAPPED);
      annotations_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), G_LIST_MODEL (store));
    }
}

static GType
gloss_change_notes_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_ANNOTATION;
}

static guint
gloss_change_notes_get_n_items (GListModel *model)
{
  return GLOSS_CHANGE_NOTES (model)->annotations->len;
}

static gpointer
gloss_change_notes_get_item (GListModel *model,
                             guint       position)
{
  GPtrArray *annotations = GLOSS_CHANGE_NOTES (model)->annotations;

  return position < annotations->len ? g_object_ref (g_ptr_array_index (annotations, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_change_notes_get_item_type;
  iface->get_n_items = gloss_change_notes_get_n_items;
  iface->get_item = gloss_change_notes_get_item;
}

static void
gloss_change_notes_dispose (GObject *object)
{
  GlossChangeNotes *self = GLOSS_CHANGE_NOTES (object);

  g_hash_table_remove_all (self->stores);
  g_hash_table_remove_all (self->watched);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_change_notes_parent_class)->dispose (object);
}

static void
gloss_change_notes_finalize (GObject *object)
{
  GlossChangeNotes *self = GLOSS_CHANGE_NOTES (object);

  g_hash_table_unref (self->stores);
  g_hash_table_unref (self->watched);
  g_ptr_array_unref (self->annotations);
  g_free (self->symbol);

  G_OBJECT_CLASS (gloss_change_notes_parent_class)->finalize (object);
}

static void
gloss_change_notes_class_init (GlossChangeNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_change_notes_dispose;
  object_class->finalize = gloss_change_notes_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, GLOSS_TYPE_ANNOTATION);
}

static void
gloss_change_notes_init (GlossChangeNotes *self)
{
  self->annotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->stores = g_hash_table_new (NULL, NULL);
  self->watched = g_hash_table_new (NULL, NULL);
}

GlossChangeNotes *
gloss_change_notes_new (GlossNotebook *notebook,
                        const char    *symbol)
{
  GlossChangeNotes *self;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  self = g_object_new (GLOSS_TYPE_CHANGE_NOTES, NULL);
  self->notebook = g_object_ref (notebook);
  self->symbol = g_strdup (symbol);
  g_signal_connect_object (notebook, "items-changed", G_CALLBACK (stores_changed_cb), self, G_CONNECT_SWAPPED);
  stores_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (notebook)));

  return self;
}

GlossAnnotationStore *
gloss_change_notes_get_store (GlossChangeNotes *self,
                              GlossAnnotation  *annotation)
{
  g_return_val_if_fail (GLOSS_IS_CHANGE_NOTES (self), NULL);

  return g_hash_table_lookup (self->stores, annotation);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-store.h"

#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-annotation-store-private.h"
#include "annotation/gloss-timestamp.h"

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossAnnotationStore, gloss_annotation_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_0,
  PROP_SYMBOL,
  PROP_PROBLEM,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
gloss_annotation_store_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_ANNOTATION;
}

static guint
gloss_annotation_store_get_n_items (GListModel *model)
{
  return gloss_store_contents_get_n (GLOSS_ANNOTATION_STORE (model)->contents);
}

static gpointer
gloss_annotation_store_get_item (GListModel *model,
                                 guint       position)
{
  GlossAnnotation *annotation = gloss_store_contents_get (GLOSS_ANNOTATION_STORE (model)->contents, position);

  return annotation != NULL ? g_object_ref (annotation) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_annotation_store_get_item_type;
  iface->get_n_items = gloss_annotation_store_get_n_items;
  iface->get_item = gloss_annotation_store_get_item;
}

static const char *
get_label (GlossChange *change)
{
  return change != NULL ? gloss_change_get_label (change) : NULL;
}

static void
gloss_annotation_store_dispose (GObject *object)
{
  GlossAnnotationStore *self = GLOSS_ANNOTATION_STORE (object);

  /* Whoever forgot to close it has lost nothing but what could not be written. */
  if (self->pending != NULL && g_hash_table_size (self->pending) > 0)
    gloss_annotation_store_flush (self, NULL);

  gloss_store_unwatch (self);

  G_OBJECT_CLASS (gloss_annotation_store_parent_class)->dispose (object);
}

static void
gloss_annotation_store_finalize (GObject *object)
{
  GlossAnnotationStore *self = GLOSS_ANNOTATION_STORE (object);

  g_clear_pointer (&self->symbol, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->contents, gloss_store_contents_free);
  g_clear_pointer (&self->journal, gloss_journal_free);
  g_clear_pointer (&self->undo_stack, gloss_undo_stack_free);
  g_clear_pointer (&self->group, gloss_change_free);
  g_clear_error (&self->begin_error);

  G_OBJECT_CLASS (gloss_annotation_store_parent_class)->finalize (object);
}

static void
gloss_annotation_store_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  GlossAnnotationStore *self = GLOSS_ANNOTATION_STORE (object);

  switch (prop_id)
    {
    case PROP_SYMBOL:
      g_value_set_string (value, self->symbol);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, gloss_annotation_store_get_problem (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, gloss_undo_stack_peek_undo (self->undo_stack) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, gloss_undo_stack_peek_redo (self->undo_stack) != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, get_label (gloss_undo_stack_peek_undo (self->undo_stack)));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, get_label (gloss_undo_stack_peek_redo (self->undo_stack)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_annotation_store_class_init (GlossAnnotationStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gloss_annotation_store_dispose;
  object_class->finalize = gloss_annotation_store_finalize;
  object_class->get_property = gloss_annotation_store_get_property;

  properties[PROP_SYMBOL] = g_param_spec_string ("symbol", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, GLOSS_TYPE_ANNOTATION);
}

static void
gloss_annotation_store_init (GlossAnnotationStore *self)
{
  self->contents = gloss_store_contents_new ();
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->undo_stack = gloss_undo_stack_new ();
  self->notices = g_ptr_array_new_with_free_func (g_free);
}

void
gloss_store_notify_undo (GlossAnnotationStore *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
gloss_store_set_fault (GlossAnnotationStore *self,
                       const char           *fault)
{
  if (!g_set_str (&self->fault, fault))
    return;

  gloss_store_update_retry (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
gloss_store_add_notice (GlossAnnotationStore *self,
                        const char           *notice)
{
  if (g_ptr_array_find_with_equal_func (self->notices, notice, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->notices, g_strdup (notice));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
gloss_store_emit_changed (GlossAnnotationStore *self,
                          GlossAnnotation      *annotation)
{
  g_signal_emit (self, signals[CHANGED], 0, annotation);
}

void
gloss_store_insert (GlossAnnotationStore *self,
                    GlossAnnotation      *annotation)
{
  gloss_store_contents_add (self->contents, annotation);
  g_list_model_items_changed (G_LIST_MODEL (self), gloss_store_contents_get_n (self->contents) - 1, 0, 1);
}

void
gloss_store_take_out (GlossAnnotationStore *self,
                      const char           *id,
                      const char           *time)
{
  guint position;

  if (gloss_store_contents_remove (self->contents, id, time, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

gboolean
gloss_annotation_store_add (GlossAnnotationStore  *self,
                            GlossAnnotation       *annotation,
                            GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_annotation_store_find (self, gloss_annotation_get_id (annotation)) == NULL, FALSE);

  return gloss_store_make_change (self, gloss_change_new (GLOSS_CHANGE_ADD, annotation), error);
}

gboolean
gloss_annotation_store_remove (GlossAnnotationStore  *self,
                               GlossAnnotation       *annotation,
                               GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_store_has (self, annotation), FALSE);

  return gloss_store_make_change (self, gloss_change_new (GLOSS_CHANGE_REMOVE, annotation), error);
}

gboolean
gloss_annotation_store_set_note (GlossAnnotationStore  *self,
                                 GlossAnnotation       *annotation,
                                 const char            *note,
                                 GError               **error)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_store_has (self, annotation), FALSE);

  change = gloss_change_new (GLOSS_CHANGE_NOTE, annotation);
  g_free (change->after.note);
  change->after.note = g_utf8_make_valid (note != NULL ? note : "", -1);

  return gloss_store_make_change (self, change, error);
}

gboolean
gloss_annotation_store_set_tags (GlossAnnotationStore  *self,
                                 GlossAnnotation       *annotation,
                                 const char * const    *tags,
                                 GError               **error)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_store_has (self, annotation), FALSE);

  change = gloss_change_new (GLOSS_CHANGE_TAGS, annotation);
  g_strfreev (change->after.tags);
  change->after.tags = gloss_tags_normalize (tags);

  return gloss_store_make_change (self, change, error);
}

gboolean
gloss_annotation_store_set_color (GlossAnnotationStore  *self,
                                  GlossAnnotation       *annotation,
                                  GlossColor             color,
                                  GError               **error)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_store_has (self, annotation), FALSE);
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, FALSE);

  change = gloss_change_new (GLOSS_CHANGE_COLOR, annotation);
  change->after.color = color;

  return gloss_store_make_change (self, change, error);
}

gboolean
gloss_annotation_store_set_anchor (GlossAnnotationStore  *self,
                                   GlossAnnotation       *annotation,
                                   GlossAnchor           *anchor,
                                   GError               **error)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_store_has (self, annotation), FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  change = gloss_change_new (GLOSS_CHANGE_ANCHOR, annotation);
  gloss_anchor_unref (change->after.anchor);
  change->after.anchor = gloss_anchor_ref (anchor);

  return gloss_store_make_change (self, change, error);
}

gboolean
gloss_annotation_store_replace (GlossAnnotationStore  *self,
                                GlossAnnotation       *annotation,
                                GlossAnnotation       *by,
                                GError               **error)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (by), FALSE);
  g_return_val_if_fail (gloss_store_has (self, annotation), FALSE);
  g_return_val_if_fail (g_str_equal (gloss_annotation_get_id (annotation), gloss_annotation_get_id (by)), FALSE);

  change = gloss_change_new (GLOSS_CHANGE_WHOLE, annotation);
  g_set_object (&change->after.whole, by);

  return gloss_store_make_change (self, change, error);
}

const char *
gloss_annotation_store_get_symbol (GlossAnnotationStore *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), NULL);

  return self->symbol;
}

const char *
gloss_annotation_store_get_problem (GlossAnnotationStore *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), NULL);

  if (self->fault != NULL)
    return self->fault;

  return self->notices->len > 0 ? g_ptr_array_index (self->notices, 0) : NULL;
}

gboolean
gloss_annotation_store_can_dismiss (GlossAnnotationStore *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);

  return self->fault == NULL && self->notices->len > 0;
}

void
gloss_annotation_store_dismiss (GlossAnnotationStore *self)
{
  g_return_if_fail (GLOSS_IS_ANNOTATION_STORE (self));

  if (!gloss_annotation_store_can_dismiss (self))
    return;

  g_ptr_array_remove_index (self->notices, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

GlossAnnotation *
gloss_annotation_store_find (GlossAnnotationStore *self,
                             const char           *id)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return gloss_store_contents_find (self->contents, id);
}

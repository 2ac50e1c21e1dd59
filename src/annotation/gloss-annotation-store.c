/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-store.h"

#include <glib/gi18n-lib.h>

#include "annotation/gloss-annotation-json.h"
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
  return GLOSS_ANNOTATION_STORE (model)->contents->annotations->len;
}

static gpointer
gloss_annotation_store_get_item (GListModel *model,
                                 guint       position)
{
  GPtrArray *annotations = GLOSS_ANNOTATION_STORE (model)->contents->annotations;

  return position < annotations->len ? g_object_ref (g_ptr_array_index (annotations, position)) : NULL;
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
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->contents, gloss_store_contents_free);
  g_clear_pointer (&self->journal, gloss_journal_free);
  g_clear_pointer (&self->undo_stack, gloss_undo_stack_free);

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
}

static void
notify_undo (GlossAnnotationStore *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
gloss_store_set_fault (GlossAnnotationStore *self,
                       const char           *fault)
{
  if (g_set_str (&self->fault, fault))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
gloss_store_set_notice (GlossAnnotationStore *self,
                        const char           *notice)
{
  if (g_set_str (&self->notice, notice))
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
  g_list_model_items_changed (G_LIST_MODEL (self), self->contents->annotations->len - 1, 0, 1);
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

static gboolean
is_here (GlossAnnotationStore *self,
         GlossAnnotation      *annotation)
{
  return g_hash_table_lookup (self->contents->by_id, gloss_annotation_get_id (annotation)) == annotation;
}

static gboolean
fail_changed_elsewhere (GError **error)
{
  g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_CONFLICT,
                       _("The note was changed elsewhere in the meantime, and stays as it is"));
  return FALSE;
}

static gboolean
insert (GlossAnnotationStore  *self,
        GlossChange           *change,
        gboolean               again,
        GError               **error)
{
  const char *id = gloss_annotation_get_id (change->annotation);

  if (g_hash_table_contains (self->contents->by_id, id))
    return fail_changed_elsewhere (error);

  /* So that it is later than its removal. */
  if (again)
    gloss_annotation_touch (change->annotation);
  gloss_pending_add (self->pending, id, NULL);
  gloss_store_insert (self, change->annotation);

  return TRUE;
}

static gboolean
take_out (GlossAnnotationStore  *self,
          GlossChange           *change,
          const char            *seen_modified,
          GError               **error)
{
  const char *modified = gloss_annotation_get_modified (change->annotation);
  g_autofree char *time = NULL;

  if (!is_here (self, change->annotation))
    return TRUE;
  if (!g_str_equal (modified, seen_modified))
    return fail_changed_elsewhere (error);

  time = gloss_timestamp_after (modified);
  gloss_pending_add (self->pending, gloss_annotation_get_id (change->annotation), modified);
  gloss_store_take_out (self, gloss_annotation_get_id (change->annotation), time);

  return TRUE;
}

/* @seen: what it was when the user decided. */
static void
set_side (GlossAnnotationStore  *self,
          GlossChange           *change,
          const GlossChangeSide *seen,
          const GlossChangeSide *to)
{
  GlossAnnotation *annotation = change->annotation;
  g_autofree char *modified = g_strdup (gloss_annotation_get_modified (annotation));
  GlossChangeSide now = { NULL, };

  gloss_change_side_read (&now, change->kind, annotation);
  if (!gloss_change_side_equal (&now, seen, change->kind) && !gloss_change_side_equal (&now, to, change->kind))
    {
      g_autoptr (GlossAnnotation) copy = gloss_annotation_copy_for_conflict (annotation);

      if (!g_hash_table_contains (self->contents->by_id, gloss_annotation_get_id (copy)))
        {
          gloss_pending_add (self->pending, gloss_annotation_get_id (copy), NULL);
          gloss_store_insert (self, copy);
        }
      gloss_store_report_conflict (self);
    }
  gloss_change_side_clear (&now);

  gloss_pending_add (self->pending, gloss_annotation_get_id (annotation), is_here (self, annotation) ? modified : NULL);

  switch (change->kind)
    {
    case GLOSS_CHANGE_NOTE:
      gloss_annotation_set_note (annotation, to->note);
      break;
    case GLOSS_CHANGE_TAGS:
      gloss_annotation_set_tags (annotation, (const char * const *) to->tags);
      break;
    case GLOSS_CHANGE_COLOR:
      gloss_annotation_set_color (annotation, to->color);
      break;
    case GLOSS_CHANGE_ANCHOR:
      gloss_annotation_set_anchor (annotation, to->anchor);
      break;
    case GLOSS_CHANGE_ADD:
    case GLOSS_CHANGE_REMOVE:
    default:
      g_assert_not_reached ();
    }

  if (is_here (self, annotation))
    gloss_store_emit_changed (self, annotation);
  else if (!g_hash_table_contains (self->contents->by_id, gloss_annotation_get_id (annotation)))
    gloss_store_insert (self, annotation); /* removed elsewhere: who changes it wants to have it */
}

/* Makes the change, or takes it back, and writes what comes of it. @done: (out) FALSE where it was
 * not made because of what happened elsewhere. */
static gboolean
make_change (GlossAnnotationStore  *self,
             GlossChange           *change,
             gboolean               forwards,
             gboolean               again,
             gboolean              *done,
             GError               **error)
{
  const GlossChangeSide *to = forwards ? &change->after : &change->before;
  g_autoptr (GlossAnnotation) held = g_object_ref (change->annotation);
  g_autofree char *seen_modified = g_strdup (gloss_annotation_get_modified (held));
  g_autoptr (GError) conflict = NULL;
  GlossChangeSide seen = { NULL, };
  gboolean written;

  gloss_change_side_read (&seen, change->kind, held);
  gloss_store_begin (self);

  *done = TRUE;
  if (change->kind != GLOSS_CHANGE_ADD && change->kind != GLOSS_CHANGE_REMOVE)
    set_side (self, change, &seen, to);
  else if ((change->kind == GLOSS_CHANGE_ADD) == forwards)
    *done = insert (self, change, again, &conflict);
  else
    *done = take_out (self, change, seen_modified, &conflict);

  gloss_change_side_clear (&seen);
  written = gloss_store_end (self, conflict == NULL ? error : NULL);
  if (conflict != NULL)
    g_propagate_error (error, g_steal_pointer (&conflict));

  return written && *done;
}

/* Takes over @change. */
static gboolean
make_new_change (GlossAnnotationStore  *self,
                 GlossChange           *new_change,
                 GError               **error)
{
  g_autoptr (GlossChange) change = new_change;
  gboolean is_side = change->kind != GLOSS_CHANGE_ADD && change->kind != GLOSS_CHANGE_REMOVE;
  gboolean done;
  gboolean written;

  if (is_side && gloss_change_side_equal (&change->before, &change->after, change->kind))
    return g_hash_table_size (self->pending) == 0 || gloss_annotation_store_flush (self, error);

  written = make_change (self, change, TRUE, FALSE, &done, error);
  if (done)
    {
      gloss_undo_stack_push (self->undo_stack, g_steal_pointer (&change), g_get_monotonic_time ());
      notify_undo (self);
    }

  return written;
}

gboolean
gloss_annotation_store_add (GlossAnnotationStore  *self,
                            GlossAnnotation       *annotation,
                            GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (gloss_annotation_store_find (self, gloss_annotation_get_id (annotation)) == NULL, FALSE);

  return make_new_change (self, gloss_change_new (GLOSS_CHANGE_ADD, annotation), error);
}

gboolean
gloss_annotation_store_remove (GlossAnnotationStore  *self,
                               GlossAnnotation       *annotation,
                               GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (is_here (self, annotation), FALSE);

  return make_new_change (self, gloss_change_new (GLOSS_CHANGE_REMOVE, annotation), error);
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
  g_return_val_if_fail (is_here (self, annotation), FALSE);

  change = gloss_change_new (GLOSS_CHANGE_NOTE, annotation);
  g_free (change->after.note);
  change->after.note = g_utf8_make_valid (note != NULL ? note : "", -1);

  return make_new_change (self, change, error);
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
  g_return_val_if_fail (is_here (self, annotation), FALSE);

  change = gloss_change_new (GLOSS_CHANGE_TAGS, annotation);
  g_strfreev (change->after.tags);
  change->after.tags = gloss_tags_normalize (tags);

  return make_new_change (self, change, error);
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
  g_return_val_if_fail (is_here (self, annotation), FALSE);
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, FALSE);

  change = gloss_change_new (GLOSS_CHANGE_COLOR, annotation);
  change->after.color = color;

  return make_new_change (self, change, error);
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
  g_return_val_if_fail (is_here (self, annotation), FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  change = gloss_change_new (GLOSS_CHANGE_ANCHOR, annotation);
  gloss_anchor_unref (change->after.anchor);
  change->after.anchor = gloss_anchor_ref (anchor);

  return make_new_change (self, change, error);
}

/* TRUE when the annotation is as the change left it (@forwards: as it found it), so that going
 * back overwrites nothing that somebody else wrote. */
static gboolean
can_be_made (GlossAnnotationStore *self,
             GlossChange          *change,
             gboolean              forwards)
{
  gboolean here = is_here (self, change->annotation);
  GlossChangeSide now = { NULL, };
  gboolean same;

  if (change->kind == GLOSS_CHANGE_ADD)
    return here != forwards;
  if (change->kind == GLOSS_CHANGE_REMOVE)
    return here == forwards;

  gloss_change_side_read (&now, change->kind, change->annotation);
  same = gloss_change_side_equal (&now, forwards ? &change->before : &change->after, change->kind);
  gloss_change_side_clear (&now);

  return here && same;
}

gboolean
gloss_annotation_store_undo (GlossAnnotationStore  *self,
                             GError               **error)
{
  GlossChange *change;
  gboolean done = FALSE;
  gboolean written;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);

  change = gloss_undo_stack_peek_undo (self->undo_stack);
  if (change == NULL)
    return TRUE;

  if (can_be_made (self, change, FALSE))
    written = make_change (self, change, FALSE, TRUE, &done, error);
  else
    written = fail_changed_elsewhere (error);

  if (done)
    gloss_undo_stack_undone (self->undo_stack);
  else
    gloss_undo_stack_drop_undo (self->undo_stack);
  notify_undo (self);

  return written;
}

gboolean
gloss_annotation_store_redo (GlossAnnotationStore  *self,
                             GError               **error)
{
  GlossChange *change;
  gboolean done = FALSE;
  gboolean written;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);

  change = gloss_undo_stack_peek_redo (self->undo_stack);
  if (change == NULL)
    return TRUE;

  if (can_be_made (self, change, TRUE))
    written = make_change (self, change, TRUE, TRUE, &done, error);
  else
    written = fail_changed_elsewhere (error);

  if (done)
    gloss_undo_stack_redone (self->undo_stack);
  else
    gloss_undo_stack_drop_redo (self->undo_stack);
  notify_undo (self);

  return written;
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

  return self->fault != NULL ? self->fault : self->notice;
}

GlossAnnotation *
gloss_annotation_store_find (GlossAnnotationStore *self,
                             const char           *id)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->contents->by_id, id);
}

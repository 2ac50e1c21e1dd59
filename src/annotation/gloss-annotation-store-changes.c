/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-store.h"

#include <glib/gi18n-lib.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-annotation-store-private.h"
#include "annotation/gloss-timestamp.h"

gboolean
gloss_store_has (GlossAnnotationStore *self,
                 GlossAnnotation      *annotation)
{
  return gloss_store_contents_find (self->contents, gloss_annotation_get_id (annotation)) == annotation;
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

  if (gloss_store_contents_find (self->contents, id) != NULL)
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

  if (!gloss_store_has (self, change->annotation))
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

      if (gloss_store_contents_find (self->contents, gloss_annotation_get_id (copy)) == NULL)
        {
          gloss_pending_add (self->pending, gloss_annotation_get_id (copy), NULL);
          gloss_store_insert (self, copy);
        }
      gloss_store_report_conflict (self);
    }
  gloss_change_side_clear (&now);

  gloss_pending_add (self->pending, gloss_annotation_get_id (annotation), gloss_store_has (self, annotation) ? modified : NULL);

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
    case GLOSS_CHANGE_WHOLE:
      gloss_annotation_become (annotation, to->whole);
      /* What was before is the later change now. */
      if (gloss_timestamp_compare (gloss_annotation_get_modified (annotation), modified) <= 0)
        gloss_annotation_touch_after (annotation, modified);
      break;
    case GLOSS_CHANGE_ADD:
    case GLOSS_CHANGE_REMOVE:
    case GLOSS_CHANGE_GROUP:
    default:
      g_assert_not_reached ();
    }

  if (gloss_store_has (self, annotation))
    gloss_store_emit_changed (self, annotation);
  else if (gloss_store_contents_find (self->contents, gloss_annotation_get_id (annotation)) == NULL)
    gloss_store_insert (self, annotation); /* removed elsewhere: who changes it wants to have it */
}

/* TRUE when the annotation is as the change left it (@forwards: as it found it), so that going
 * back overwrites nothing that somebody else wrote. */
static gboolean
can_be_made (GlossAnnotationStore *self,
             GlossChange          *change,
             gboolean              forwards)
{
  gboolean here = change->annotation != NULL && gloss_store_has (self, change->annotation);
  GlossChangeSide now = { NULL, };
  gboolean same;

  /* As far as each of its changes can. */
  if (change->kind == GLOSS_CHANGE_GROUP)
    return TRUE;
  if (change->kind == GLOSS_CHANGE_ADD)
    return here != forwards;
  if (change->kind == GLOSS_CHANGE_REMOVE)
    return here == forwards;

  gloss_change_side_read (&now, change->kind, change->annotation);
  same = gloss_change_side_equal (&now, forwards ? &change->before : &change->after, change->kind);
  gloss_change_side_clear (&now);

  return here && same;
}

/* Makes the change, or takes it back, and writes what comes of it. @seen_modified: (nullable) of the
 * annotation when the user decided; NULL for now. @done: (out) FALSE where it was not made because
 * of what happened elsewhere. */
static gboolean
make_change (GlossAnnotationStore  *self,
             GlossChange           *change,
             gboolean               forwards,
             gboolean               again,
             const char            *seen_modified,
             gboolean              *done,
             GError               **error)
{
  const GlossChangeSide *to = forwards ? &change->after : &change->before;
  g_autoptr (GlossAnnotation) held = g_object_ref (change->annotation);
  g_autofree char *modified = g_strdup (gloss_annotation_get_modified (held));
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
    *done = take_out (self, change, seen_modified != NULL ? seen_modified : modified, &conflict);

  gloss_change_side_clear (&seen);
  written = gloss_store_end (self, conflict == NULL ? error : NULL);
  if (conflict != NULL)
    g_propagate_error (error, g_steal_pointer (&conflict));

  return written && *done;
}

/* Makes the changes of a group, or takes them back in the opposite order: those that can be, and
 * an error says that there are others. They are written together. */
static gboolean
make_group (GlossAnnotationStore  *self,
            GlossChange           *group,
            gboolean               forwards,
            gboolean              *done,
            GError               **error)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) changed_here = g_hash_table_new (NULL, NULL);
  guint n_changes = group->changes->len;
  gboolean all_made = TRUE;
  gboolean written;

  for (guint i = 0; i < n_changes; i++)
    {
      GlossChange *change = g_ptr_array_index (group->changes, i);

      g_ptr_array_add (seen, g_strdup (gloss_annotation_get_modified (change->annotation)));
    }

  *done = FALSE;
  gloss_store_begin (self);

  for (guint i = 0; i < n_changes; i++)
    {
      guint at = forwards ? i : n_changes - 1 - i;
      GlossChange *change = g_ptr_array_index (group->changes, at);
      gboolean first = g_hash_table_add (changed_here, change->annotation);
      gboolean made = FALSE;

      if (can_be_made (self, change, forwards))
        make_change (self, change, forwards, TRUE, first ? g_ptr_array_index (seen, at) : NULL, &made, NULL);
      *done |= made;
      all_made &= made;
    }

  written = gloss_store_end (self, error);
  if (written && !all_made)
    return fail_changed_elsewhere (error);

  return written;
}

gboolean
gloss_store_make_change (GlossAnnotationStore  *self,
                         GlossChange           *new_change,
                         GError               **error)
{
  g_autoptr (GlossChange) change = new_change;
  gboolean is_side = change->kind != GLOSS_CHANGE_ADD && change->kind != GLOSS_CHANGE_REMOVE;
  gboolean done;
  gboolean written;

  if (is_side && gloss_change_side_equal (&change->before, &change->after, change->kind))
    return g_hash_table_size (self->pending) == 0 || gloss_annotation_store_flush (self, error);

  written = make_change (self, change, TRUE, FALSE, NULL, &done, error);
  if (done && self->group != NULL)
    {
      g_ptr_array_add (self->group->changes, g_steal_pointer (&change));
    }
  else if (done)
    {
      gloss_undo_stack_push (self->undo_stack, g_steal_pointer (&change), g_get_monotonic_time ());
      gloss_store_notify_undo (self);
    }

  return written;
}

/* Makes or takes back the change or the group. */
static gboolean
make_step (GlossAnnotationStore  *self,
           GlossChange           *change,
           gboolean               forwards,
           gboolean              *done,
           GError               **error)
{
  *done = FALSE;
  if (change->kind == GLOSS_CHANGE_GROUP)
    return make_group (self, change, forwards, done, error);
  if (can_be_made (self, change, forwards))
    return make_change (self, change, forwards, TRUE, NULL, done, error);

  return fail_changed_elsewhere (error);
}

gboolean
gloss_annotation_store_undo (GlossAnnotationStore  *self,
                             GError               **error)
{
  GlossChange *change;
  gboolean done;
  gboolean written;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);

  change = gloss_undo_stack_peek_undo (self->undo_stack);
  if (change == NULL)
    return TRUE;

  written = make_step (self, change, FALSE, &done, error);
  if (done)
    gloss_undo_stack_undone (self->undo_stack);
  else
    gloss_undo_stack_drop_undo (self->undo_stack);
  gloss_store_notify_undo (self);

  return written;
}

gboolean
gloss_annotation_store_redo (GlossAnnotationStore  *self,
                             GError               **error)
{
  GlossChange *change;
  gboolean done;
  gboolean written;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);

  change = gloss_undo_stack_peek_redo (self->undo_stack);
  if (change == NULL)
    return TRUE;

  written = make_step (self, change, TRUE, &done, error);
  if (done)
    gloss_undo_stack_redone (self->undo_stack);
  else
    gloss_undo_stack_drop_redo (self->undo_stack);
  gloss_store_notify_undo (self);

  return written;
}

void
gloss_annotation_store_begin_group (GlossAnnotationStore *self,
                                    const char           *label)
{
  g_return_if_fail (GLOSS_IS_ANNOTATION_STORE (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (self->group == NULL);

  self->group = gloss_change_new_group (label);
  gloss_store_begin (self);
}

gboolean
gloss_annotation_store_end_group (GlossAnnotationStore  *self,
                                  GError               **error)
{
  g_autoptr (GlossChange) group = NULL;
  gboolean written;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (self->group != NULL, FALSE);

  group = g_steal_pointer (&self->group);
  written = gloss_store_end (self, error);

  if (group->changes->len > 0)
    {
      gloss_undo_stack_push (self->undo_stack, g_steal_pointer (&group), g_get_monotonic_time ());
      gloss_store_notify_undo (self);
    }

  return written;
}

void
gloss_annotation_store_mark_step (GlossAnnotationStore *self,
                                  guint                 n_changes,
                                  guint                 step)
{
  g_return_if_fail (GLOSS_IS_ANNOTATION_STORE (self));
  g_return_if_fail (step != 0);

  gloss_undo_stack_mark (self->undo_stack, n_changes, step);
}

guint
gloss_annotation_store_get_undo_step (GlossAnnotationStore *self)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), 0);

  change = gloss_undo_stack_peek_undo (self->undo_stack);
  return change != NULL ? change->step : 0;
}

guint
gloss_annotation_store_get_redo_step (GlossAnnotationStore *self)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), 0);

  change = gloss_undo_stack_peek_redo (self->undo_stack);
  return change != NULL ? change->step : 0;
}

gint64
gloss_annotation_store_get_undo_time (GlossAnnotationStore *self)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), 0);

  change = gloss_undo_stack_peek_undo (self->undo_stack);
  return change != NULL ? change->time_us : 0;
}

gint64
gloss_annotation_store_get_redo_time (GlossAnnotationStore *self)
{
  GlossChange *change;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), 0);

  change = gloss_undo_stack_peek_redo (self->undo_stack);
  return change != NULL ? change->time_us : 0;
}

gboolean
gloss_annotation_store_has_step (GlossAnnotationStore *self,
                                 guint                 step,
                                 gboolean              undone)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);

  return gloss_undo_stack_has_step (self->undo_stack, step, undone);
}

/* Each part that is raised leaves the stack, made or forgotten; so this ends. */
static gboolean
make_parts (GlossAnnotationStore *self,
            guint                 step,
            gboolean (*raise_part) (GlossUndoStack *stack, guint step),
            gboolean (*make) (GlossAnnotationStore *self, GError **error),
            GError              **error)
{
  g_autoptr (GError) first_error = NULL;
  gboolean all_made = TRUE;

  while (raise_part (self->undo_stack, step))
    all_made &= make (self, first_error == NULL ? &first_error : NULL);

  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));

  return all_made;
}

gboolean
gloss_annotation_store_undo_step (GlossAnnotationStore  *self,
                                  guint                  step,
                                  GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (step != 0, FALSE);

  return make_parts (self, step, gloss_undo_stack_raise_undo, gloss_annotation_store_undo, error);
}

gboolean
gloss_annotation_store_redo_step (GlossAnnotationStore  *self,
                                  guint                  step,
                                  GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);
  g_return_val_if_fail (step != 0, FALSE);

  return make_parts (self, step, gloss_undo_stack_raise_redo, gloss_annotation_store_redo, error);
}

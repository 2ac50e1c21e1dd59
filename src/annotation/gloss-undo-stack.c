/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-undo-stack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-store-contents.h"

/* More than anybody goes back; removed annotations must not be held for ever. */
#define MAX_CHANGES 1000

struct _GlossUndoStack
{
  GPtrArray *done;   /* element-type GlossChange, the last one next */
  GPtrArray *undone;
};

GlossChange *
gloss_change_new (GlossChangeKind  kind,
                  GlossAnnotation *annotation)
{
  GlossChange *change = g_new0 (GlossChange, 1);

  change->kind = kind;
  change->annotation = g_object_ref (annotation);
  gloss_change_side_read (&change->before, kind, annotation);
  gloss_change_side_read (&change->after, kind, annotation);

  return change;
}

GlossChange *
gloss_change_new_group (const char *label)
{
  GlossChange *change = g_new0 (GlossChange, 1);

  change->kind = GLOSS_CHANGE_GROUP;
  change->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_change_free);
  change->label = g_strdup (label);

  return change;
}

void
gloss_change_side_clear (GlossChangeSide *side)
{
  g_clear_pointer (&side->note, g_free);
  g_clear_pointer (&side->tags, g_strfreev);
  g_clear_pointer (&side->anchor, gloss_anchor_unref);
  g_clear_object (&side->whole);
}

static GlossAnnotation *
copy (GlossAnnotation *annotation)
{
  const char *text = gloss_annotation_get_text (annotation);

  return gloss_annotation_new_from_text (text, strlen (text), NULL);
}

void
gloss_change_side_read (GlossChangeSide *side,
                        GlossChangeKind  kind,
                        GlossAnnotation *annotation)
{
  gloss_change_side_clear (side);

  switch (kind)
    {
    case GLOSS_CHANGE_NOTE:
      side->note = g_strdup (gloss_annotation_get_note (annotation));
      break;
    case GLOSS_CHANGE_TAGS:
      side->tags = g_strdupv ((char **) gloss_annotation_get_tags (annotation));
      break;
    case GLOSS_CHANGE_COLOR:
      side->color = gloss_annotation_get_color (annotation);
      break;
    case GLOSS_CHANGE_ANCHOR:
      side->anchor = gloss_anchor_ref (gloss_annotation_get_anchor (annotation));
      break;
    case GLOSS_CHANGE_WHOLE:
      side->whole = copy (annotation);
      break;
    case GLOSS_CHANGE_ADD:
    case GLOSS_CHANGE_REMOVE:
    case GLOSS_CHANGE_GROUP:
    default:
      break;
    }
}

gboolean
gloss_change_side_equal (const GlossChangeSide *a,
                         const GlossChangeSide *b,
                         GlossChangeKind        kind)
{
  switch (kind)
    {
    case GLOSS_CHANGE_NOTE:
      return g_str_equal (a->note, b->note);
    case GLOSS_CHANGE_TAGS:
      return g_strv_equal ((const char * const *) a->tags, (const char * const *) b->tags);
    case GLOSS_CHANGE_COLOR:
      return a->color == b->color;
    case GLOSS_CHANGE_ANCHOR:
      return gloss_anchor_equal (a->anchor, b->anchor);
    case GLOSS_CHANGE_WHOLE:
      return gloss_annotation_same_content (a->whole, b->whole);
    case GLOSS_CHANGE_ADD:
    case GLOSS_CHANGE_REMOVE:
    case GLOSS_CHANGE_GROUP:
    default:
      return TRUE;
    }
}

void
gloss_change_free (GlossChange *change)
{
  g_clear_object (&change->annotation);
  gloss_change_side_clear (&change->before);
  gloss_change_side_clear (&change->after);
  g_clear_pointer (&change->changes, g_ptr_array_unref);
  g_free (change->label);
  g_free (change);
}

const char *
gloss_change_get_label (GlossChange *change)
{
  switch (change->kind)
    {
    case GLOSS_CHANGE_ADD:
      /* Translators: what can be undone or redone, as in “Undo: Add Note” */
      return _("Add Note");
    case GLOSS_CHANGE_REMOVE:
      return _("Remove Note");
    case GLOSS_CHANGE_NOTE:
      return _("Edit Note");
    case GLOSS_CHANGE_TAGS:
      return _("Change Tags");
    case GLOSS_CHANGE_COLOR:
      return _("Change Color");
    case GLOSS_CHANGE_ANCHOR:
      return _("Move Note");
    case GLOSS_CHANGE_WHOLE:
      return _("Replace Note");
    case GLOSS_CHANGE_GROUP:
      return change->label;
    default:
      g_return_val_if_reached ("");
    }
}

GlossUndoStack *
gloss_undo_stack_new (void)
{
  GlossUndoStack *self = g_new0 (GlossUndoStack, 1);

  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_change_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_change_free);

  return self;
}

void
gloss_undo_stack_free (GlossUndoStack *self)
{
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_free (self);
}

static GlossChange *
peek (GPtrArray *changes)
{
  return changes->len > 0 ? g_ptr_array_index (changes, changes->len - 1) : NULL;
}

static void
move (GPtrArray *from,
      GPtrArray *to)
{
  GlossChange *change;

  g_return_if_fail (from->len > 0);

  change = g_ptr_array_steal_index (from, from->len - 1);
  change->closed = TRUE;
  g_ptr_array_add (to, change);
}

/* TRUE when @next goes on with the editing that @last began. */
static gboolean
is_same_editing (const GlossChange *last,
                 const GlossChange *next,
                 gint64             time_us)
{
  return last != NULL && !last->closed &&
         last->kind == GLOSS_CHANGE_NOTE && next->kind == GLOSS_CHANGE_NOTE &&
         last->annotation == next->annotation &&
         g_str_equal (last->after.note, next->before.note) &&
         time_us - last->time_us < GLOSS_UNDO_PAUSE_US;
}

void
gloss_undo_stack_push (GlossUndoStack *self,
                       GlossChange    *change,
                       gint64          time_us)
{
  GlossChange *last = peek (self->done);

  g_ptr_array_set_size (self->undone, 0);
  change->time_us = time_us;

  if (is_same_editing (last, change, time_us))
    {
      g_set_str (&last->after.note, change->after.note);
      last->time_us = time_us;
      gloss_change_free (change);

      /* Typed, and deleted again: there is nothing to take back. */
      if (g_str_equal (last->before.note, last->after.note))
        g_ptr_array_remove_index (self->done, self->done->len - 1);
      return;
    }

  if (last != NULL)
    last->closed = TRUE;
  g_ptr_array_add (self->done, change);
  if (self->done->len > MAX_CHANGES)
    g_ptr_array_remove_index (self->done, 0);
}

GlossChange *
gloss_undo_stack_peek_undo (GlossUndoStack *self)
{
  return peek (self->done);
}

GlossChange *
gloss_undo_stack_peek_redo (GlossUndoStack *self)
{
  return peek (self->undone);
}

void
gloss_undo_stack_undone (GlossUndoStack *self)
{
  GlossChange *under;

  move (self->done, self->undone);

  under = peek (self->done);
  if (under != NULL)
    under->closed = TRUE;
}

void
gloss_undo_stack_redone (GlossUndoStack *self)
{
  move (self->undone, self->done);
}

void
gloss_undo_stack_drop_undo (GlossUndoStack *self)
{
  g_return_if_fail (self->done->len > 0);

  g_ptr_array_remove_index (self->done, self->done->len - 1);
}

void
gloss_undo_stack_drop_redo (GlossUndoStack *self)
{
  g_return_if_fail (self->undone->len > 0);

  g_ptr_array_remove_index (self->undone, self->undone->len - 1);
}

void
gloss_undo_stack_mark (GlossUndoStack *self,
                       guint           n_changes,
                       guint           step)
{
  guint n_done = self->done->len;

  for (guint i = n_done - MIN (n_changes, n_done); i < n_done; i++)
    {
      GlossChange *change = g_ptr_array_index (self->done, i);

      change->step = step;
      change->closed = TRUE;
    }
}

static gboolean
find_step (GPtrArray *changes,
           guint      step,
           guint     *position)
{
  for (guint i = changes->len; i > 0; i--)
    {
      const GlossChange *change = g_ptr_array_index (changes, i - 1);

      if (change->step == step)
        {
          *position = i - 1;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
raise_step (GPtrArray *changes,
            guint      step)
{
  guint position;
  GlossChange *change;

  if (!find_step (changes, step, &position))
    return FALSE;

  change = g_ptr_array_steal_index (changes, position);
  if (changes->len > 0)
    peek (changes)->closed = TRUE;
  g_ptr_array_add (changes, change);
  return TRUE;
}

gboolean
gloss_undo_stack_raise_undo (GlossUndoStack *self,
                             guint           step)
{
  return raise_step (self->done, step);
}

gboolean
gloss_undo_stack_raise_redo (GlossUndoStack *self,
                             guint           step)
{
  return raise_step (self->undone, step);
}

gboolean
gloss_undo_stack_has_step (GlossUndoStack *self,
                           guint           step,
                           gboolean        undone)
{
  guint position;

  return find_step (undone ? self->undone : self->done, step, &position);
}

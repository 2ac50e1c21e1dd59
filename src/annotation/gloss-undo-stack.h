/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * GlossUndoStack:
 *
 * The changes of a store that can be taken back, and those that were. It makes no change itself.
 * Not for use from several threads at once.
 */

typedef enum
{
  GLOSS_CHANGE_ADD,
  GLOSS_CHANGE_REMOVE,
  GLOSS_CHANGE_NOTE,
  GLOSS_CHANGE_TAGS,
  GLOSS_CHANGE_COLOR,
  GLOSS_CHANGE_ANCHOR,
  GLOSS_CHANGE_WHOLE, /* it became another version of itself */
  GLOSS_CHANGE_GROUP, /* several changes that are one step */
} GlossChangeKind;

/* One side of a change: only what the kind of the change is about is set. */
typedef struct
{
  char            *note;
  GStrv            tags;
  GlossAnchor     *anchor;
  GlossColor       color;
  GlossAnnotation *whole;  /* a version that is in no store */
} GlossChangeSide;

typedef struct
{
  GlossChangeKind  kind;
  GlossAnnotation *annotation; /* NULL: a group */
  GlossChangeSide  before;
  GlossChangeSide  after;
  GPtrArray       *changes;    /* element-type GlossChange: of a group, in their order */
  char            *label;      /* of a group */
  gint64           time_us;
  gboolean         closed; /* nothing is merged into it any more */
  guint            step;   /* of which larger step it is a part; 0: of none */
} GlossChange;

/* (transfer full): @before and @after are what the annotation is now. */
GlossChange    *gloss_change_new           (GlossChangeKind  kind,
                                            GlossAnnotation *annotation);

/* (transfer full): a group without changes yet. @label: translated. */
GlossChange    *gloss_change_new_group     (const char      *label);
void            gloss_change_free          (GlossChange     *change);
void            gloss_change_side_read     (GlossChangeSide *side,
                                            GlossChangeKind  kind,
                                            GlossAnnotation *annotation);
void            gloss_change_side_clear    (GlossChangeSide *side);
gboolean        gloss_change_side_equal    (const GlossChangeSide *a,
                                            const GlossChangeSide *b,
                                            GlossChangeKind        kind);

/* (transfer none): "Remove Note", translated, for "Undo: Remove Note". */
const char     *gloss_change_get_label     (GlossChange     *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossChange, gloss_change_free)

typedef struct _GlossUndoStack GlossUndoStack;

/* A note that is set again within this time of the last time is one editing. */
#define GLOSS_UNDO_PAUSE_US (5 * G_USEC_PER_SEC)

GlossUndoStack *gloss_undo_stack_new       (void);
void            gloss_undo_stack_free      (GlossUndoStack  *self);

/* @change was made, at @time_us of the monotonic clock. Takes it over. */
void            gloss_undo_stack_push      (GlossUndoStack  *self,
                                            GlossChange     *change,
                                            gint64           time_us);

/* (transfer none) (nullable): the change that is to be taken back, or made again, next. */
GlossChange    *gloss_undo_stack_peek_undo (GlossUndoStack  *self);
GlossChange    *gloss_undo_stack_peek_redo (GlossUndoStack  *self);

/* That change was taken back, was made again. */
void            gloss_undo_stack_undone    (GlossUndoStack  *self);
void            gloss_undo_stack_redone    (GlossUndoStack  *self);

/* Says of the last @n_changes changes that they are parts of the step @step. */
void            gloss_undo_stack_mark      (GlossUndoStack  *self,
                                            guint            n_changes,
                                            guint            step);

/* Lets the last part of @step be taken back, or made again, next. FALSE where there is none. */
gboolean        gloss_undo_stack_raise_undo (GlossUndoStack *self,
                                             guint           step);
gboolean        gloss_undo_stack_raise_redo (GlossUndoStack *self,
                                             guint           step);

/* TRUE when a part of @step could be taken back (@undone: made again). */
gboolean        gloss_undo_stack_has_step  (GlossUndoStack  *self,
                                            guint            step,
                                            gboolean         undone);

/* That change can't be: it is forgotten. */
void            gloss_undo_stack_drop_undo (GlossUndoStack  *self);
void            gloss_undo_stack_drop_redo (GlossUndoStack  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossUndoStack, gloss_undo_stack_free)

G_END_DECLS

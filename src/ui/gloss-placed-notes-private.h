/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-change-notes.h"
#include "ui/gloss-clause-index.h"
#include "ui/gloss-placed-notes.h"

G_BEGIN_DECLS

/* What the notes of a document and those on its changes share. */

struct _GlossPlacedNotes
{
  GObject               parent_instance;

  GlossDocument        *document;
  GlossParallelRows    *rows; /* NULL: "document" alone is read */
  GlossAnnotationStore *store;

  GPtrArray            *annotations; /* what the store held when it was last looked at */
  GPtrArray            *notes;       /* the model: sorted */
  GHashTable           *by_annotation;
  GlossClauseIndex     *by_clause;
  GlossChangeNotes     *changes;     /* (nullable): notes on changes that other stores hold */
  GPtrArray            *on_changes;  /* what that held when it was last looked at */
  GlossLibrary         *library;     /* (nullable): where the other texts of changes are */
  GlossAnnotationStore *changed_store; /* (nullable): in which something was changed here last */
  GlossPlacedNote      *begun;       /* in "notes" but not in the store; or NULL */
  guint                 n_filled;    /* of "annotations" and "on_changes", so many are in "notes" */
  guint                 fill_id;     /* an idle source, while they are not all */
  gboolean              stale;       /* the store changed meanwhile */
};

/* (transfer full): not in the model yet. */
GlossPlacedNote      *gloss_placed_notes_create_note        (GlossPlacedNotes *self,
                                                             GlossAnnotation  *annotation);

/* Finds the place of @note again. */
void                  gloss_placed_notes_place              (GlossPlacedNotes *self,
                                                             GlossPlacedNote  *note);

/* Puts @note into the model. */
void                  gloss_placed_notes_insert             (GlossPlacedNotes *self,
                                                             GlossPlacedNote  *note);

/* Puts @note, which stands at @position, where it belongs since its annotation changed. */
void                  gloss_placed_notes_put_in_order       (GlossPlacedNotes *self,
                                                             GlossPlacedNote  *note,
                                                             guint             position);
void                  gloss_placed_notes_emit_clause_changed (GlossPlacedNotes *self,
                                                             GlossPlacedNote  *note);

/* gloss-placed-notes-fill.c: takes up what the store holds, now or, where it is very
 * much, while nothing else is to be done. */
void                  gloss_placed_notes_begin_filling      (GlossPlacedNotes *self);

/* Makes the notes anew of what "annotations" holds, keeping those that are there. */
void                  gloss_placed_notes_fill               (GlossPlacedNotes *self);

/* One more annotation, one less, or one that was changed. */
void                  gloss_placed_notes_add_annotation     (GlossPlacedNotes *self,
                                                             GlossAnnotation  *annotation);
void                  gloss_placed_notes_remove_annotation  (GlossPlacedNotes *self,
                                                             GlossAnnotation  *annotation);
void                  gloss_placed_notes_update_annotation  (GlossPlacedNotes *self,
                                                             GlossAnnotation  *annotation);

/* (transfer full): what @annotation was, under an id of its own, with another text and tags. */
GlossAnnotation      *gloss_placed_notes_write_anew         (GlossAnnotation    *annotation,
                                                             const char         *text,
                                                             const char * const *tags);

/* (transfer none): the store that has the note, in which something is about to be changed. */
GlossAnnotationStore *gloss_placed_notes_use_store          (GlossPlacedNotes *self,
                                                             GlossAnnotation  *annotation);

G_END_DECLS

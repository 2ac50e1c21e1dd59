/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-exporter.h"
#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * GlossNoteOrder:
 *
 * The notes of all documents in an order, made for very many of them: where each stands is found
 * once, and when a few change, the others are not sorted again.
 */
typedef struct _GlossNoteOrder GlossNoteOrder;

typedef struct
{
  GlossAnnotation *annotation;
  guint64          key;     /* of the place: gloss_note_places_get_key () */
  guint            section; /* counted from 0 in the order in which the notes are now; by date, all are in one */

  /* For the order alone. */
  gboolean         valid;   /* the key is */
  gboolean         there;   /* it is in the model still */
} GlossNoteEntry;

/* (transfer full): @annotations: a GListModel of GlossAnnotation. By place at first. */
GlossNoteOrder *gloss_note_order_new         (GListModel       *annotations,
                                              GlossNotePlaces  *places);
void            gloss_note_order_free        (GlossNoteOrder   *self);

/* (transfer none) (element-type GlossNoteEntry): another array after each of the calls below that
 * sort. An entry lives until its note is gone and gloss_note_order_forget_gone () is called. */
GPtrArray      *gloss_note_order_get_entries (GlossNoteOrder   *self);

/* Sorts anew; FALSE where it is in that order already. On one place, what was written first comes
 * first; one tag and one time are in the order of the places. */
gboolean        gloss_note_order_set         (GlossNoteOrder   *self,
                                              GlossExportOrder  by);

/* Looks again at which notes there are, and sorts them. */
void            gloss_note_order_update      (GlossNoteOrder   *self);
void            gloss_note_order_forget_gone (GlossNoteOrder   *self);

/* @annotation changed: its place is to be found anew at the next update. NULL: all places are. */
void            gloss_note_order_invalidate  (GlossNoteOrder   *self,
                                              GlossAnnotation  *annotation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossNoteOrder, gloss_note_order_free)

G_END_DECLS

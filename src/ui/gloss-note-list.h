/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "export/gloss-exporter.h"
#include "ui/gloss-note-filter.h"

G_BEGIN_DECLS

/**
 * GlossNoteList:
 *
 * The notes of all documents, sorted, and those of them that are asked for: a GListModel of
 * GlossAnnotation with sections, documents or tags. It is made for very many notes. They are sorted
 * when they change and never while somebody types; what is asked for is looked for at once, as long
 * as nobody notices, and the rest of it while nothing else is to be done.
 *
 * Properties: "pending" (boolean): some notes are still to be looked at.
 *
 * Signals: "renewed": something else was asked for, and what was found of it stands first in the
 * list, with all that was shown before below it until the handlers return: a view that turns to the
 * beginning now keeps its rows.
 */

#define GLOSS_TYPE_NOTE_LIST (gloss_note_list_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteList, gloss_note_list, GLOSS, NOTE_LIST, GObject)

/* (transfer full): @annotations: a GListModel of GlossAnnotation. What changes in it, or in one of
 * them, is seen at the next gloss_note_list_update (). */
GlossNoteList *gloss_note_list_new         (GListModel       *annotations,
                                            GlossNotePlaces  *places);

/* Looks again at which notes there are and where they stand. */
void           gloss_note_list_update      (GlossNoteList    *self);

/* @annotation changed: its place is to be found anew at the next update. NULL: all of them. */
void           gloss_note_list_invalidate  (GlossNoteList    *self,
                                            GlossAnnotation  *annotation);

/* The order of places is that of gloss_note_places_get_key (). */
void           gloss_note_list_set_order   (GlossNoteList    *self,
                                            GlossExportOrder  order);

/* @filter: (transfer full) */
void           gloss_note_list_set_filter  (GlossNoteList    *self,
                                            GlossNoteFilter  *filter);

gboolean       gloss_note_list_is_filtered (GlossNoteList    *self);
gboolean       gloss_note_list_is_pending  (GlossNoteList    *self);

/* How many notes there are, shown or not. */
guint          gloss_note_list_get_n_all   (GlossNoteList    *self);

/* (transfer full) (element-type GlossAnnotation): all notes, shown or not, in their order. */
GPtrArray     *gloss_note_list_dup_all     (GlossNoteList    *self);

G_END_DECLS

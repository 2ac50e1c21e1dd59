/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GlossNoteFilterDate:
 *
 * A button that says of which time notes are shown, and a popover in which that is chosen: the last
 * days, or from one day to another, either of which may be open.
 *
 * Signals: "changed": another time is chosen.
 */

#define GLOSS_TYPE_NOTE_FILTER_DATE (gloss_note_filter_date_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteFilterDate, gloss_note_filter_date, GLOSS, NOTE_FILTER_DATE, AdwBin)

GtkWidget *gloss_note_filter_date_new       (void);

/* (transfer full) (nullable): ISO 8601, when it begins and when it is over; NULL: open. */
char      *gloss_note_filter_date_dup_since (GlossNoteFilterDate *self);
char      *gloss_note_filter_date_dup_until (GlossNoteFilterDate *self);

/* As if the reader had typed the days, "2015-01-13"; "" for open. */
void       gloss_note_filter_date_set_days  (GlossNoteFilterDate *self,
                                             const char          *from,
                                             const char          *to);

gboolean   gloss_note_filter_date_is_set    (GlossNoteFilterDate *self);
void       gloss_note_filter_date_reset     (GlossNoteFilterDate *self);

G_END_DECLS

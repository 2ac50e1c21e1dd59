/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * Orders for lists of GlossAnnotation. They work by keys that GTK computes once for each note, so
 * that a hundred thousand are sorted while nobody waits.
 */

/* (transfer full): through all documents, in each by its text. */
GtkSorter  *gloss_note_order_by_place    (GlossNotePlaces *places);

/* (transfer full): by document alone, for sections. */
GtkSorter  *gloss_note_order_by_document (GlossNotePlaces *places);

/* (transfer full): what was changed last comes first. */
GtkSorter  *gloss_note_order_by_date     (void);

/* (transfer full): by the first tag in the order of the alphabet; what has none comes last. */
GtkSorter  *gloss_note_order_by_tag      (void);

/* That tag; "" where there is none. */
const char *gloss_note_order_get_tag     (GlossAnnotation *annotation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-placed-notes.h"
#include "ui/gloss-printout.h"

G_BEGIN_DECLS

/* (transfer full): @document as it is printed, the notes in the margin beside their clauses, each
 * phrase that bears one marked. @notes: (nullable): NULL, or without any: the text alone, as wide
 * as the page. Notes on the whole document stand at the head, those without a place at the end. */
GlossPrintout *gloss_print_document (GlossDocument    *document,
                                     GlossPlacedNotes *notes);

G_END_DECLS

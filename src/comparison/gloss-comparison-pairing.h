/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"
#include "comparison/gloss-pairing-store.h"

G_BEGIN_DECLS

/**
 * GlossComparisonPairing:
 *
 * A reader's own pairings of the clauses of two documents, as a comparison of them meets them. They
 * are one and the same whichever of the two is the old one, and are kept on disk. Several may be of
 * the same documents, as in two windows: each undoes only what was done by itself. For the main thread.
 *
 * Signals: "changed": the pairings are others, by this one or by another one of the same documents, so that these
 * have to be compared anew.
 */

#define GLOSS_TYPE_COMPARISON_PAIRING (gloss_comparison_pairing_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonPairing, gloss_comparison_pairing, GLOSS, COMPARISON_PAIRING, GObject)

/* (transfer full). @folder (nullable): as for gloss_pairing_store_new (). */
GlossComparisonPairing *gloss_comparison_pairing_new       (const char              *folder);

/* (transfer full) (element-type GlossPairing): what was chosen for the two documents, for a
 * comparison from the one to the other. With an error (as gloss_pairing_store_load ()) too it is an
 * array: of what is known without the file. What was done for other documents can't be undone any
 * more then. */
GPtrArray              *gloss_comparison_pairing_open      (GlossComparisonPairing  *self,
                                                            const char              *old_name,
                                                            const char              *new_name,
                                                            GError                 **error);

/* The same, once, of what is stored for the user: for those who change nothing. */
GPtrArray              *gloss_comparison_pairing_load      (GlossDocument           *old_document,
                                                            GlossDocument           *new_document,
                                                            GError                 **error);

/* The clauses of @row belong to none. Each of these is one step, and where it fails, nothing has
 * changed. */
gboolean                gloss_comparison_pairing_unpair    (GlossComparisonPairing  *self,
                                                            GlossComparisonRow      *row,
                                                            GError                 **error);
gboolean                gloss_comparison_pairing_pair      (GlossComparisonPairing  *self,
                                                            const char              *old_id,
                                                            const char              *new_id,
                                                            GError                 **error);

/* Forgets what was chosen for the clauses of @row, or all that was chosen. */
gboolean                gloss_comparison_pairing_reset     (GlossComparisonPairing  *self,
                                                            GlossComparisonRow      *row,
                                                            GError                 **error);
gboolean                gloss_comparison_pairing_reset_all (GlossComparisonPairing  *self,
                                                            GError                 **error);
gboolean                gloss_comparison_pairing_undo      (GlossComparisonPairing  *self,
                                                            GError                 **error);
gboolean                gloss_comparison_pairing_redo      (GlossComparisonPairing  *self,
                                                            GError                 **error);

gboolean                gloss_comparison_pairing_has_any   (GlossComparisonPairing  *self);

/* (transfer none) (nullable): what would be undone, or made again, next; until the next change. */
const GlossPairingStep *gloss_comparison_pairing_peek_undo (GlossComparisonPairing *self);
const GlossPairingStep *gloss_comparison_pairing_peek_redo (GlossComparisonPairing *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparison/gloss-pairing.h"

G_BEGIN_DECLS

/**
 * GlossPairingStore:
 *
 * The pairings that a reader chose for one document and another, on disk: a small JSON file for
 * each two documents, {"type":"GlossatorPairings","version":1,"old":NAME,"new":NAME,
 * "pairings":[{"old":ID,"new":ID},{"old":ID},{"new":ID}]}. What else is in the file is kept as it
 * came. The file is replaced whole, when its new contents are safe on disk, or not at all; each
 * change is made to what the file holds at that moment. For one thread at a time.
 */
typedef struct _GlossPairingStore GlossPairingStore;

typedef enum
{
  GLOSS_PAIRING_STORE_ERROR_DAMAGED, /* the file was no such file, and is set aside */
  GLOSS_PAIRING_STORE_ERROR_VERSION, /* a newer program wrote it; it is left alone */
} GlossPairingStoreError;

#define GLOSS_PAIRING_STORE_ERROR (gloss_pairing_store_error_quark ())
GQuark gloss_pairing_store_error_quark (void);

/* (transfer full): nothing is read yet. @folder: (nullable): NULL for "comparisons" in the user's
 * data folder of Glossator. The names are those of gloss_document_get_name (). */
GlossPairingStore *gloss_pairing_store_new          (const char         *folder,
                                                     const char         *old_name,
                                                     const char         *new_name);
void               gloss_pairing_store_free         (GlossPairingStore  *self);

/* Reads the file; without one there are no pairings. One that is damaged is renamed, never
 * overwritten: that is an error (GLOSS_PAIRING_STORE_ERROR_DAMAGED, the message names the new
 * file), but the store is empty then and can be used. After any other error (also G_FILE_ERROR and
 * G_IO_ERROR) the pairings are as before. */
gboolean           gloss_pairing_store_load         (GlossPairingStore  *self,
                                                     GError            **error);

/* (transfer none) (element-type GlossPairing): until the next change. */
GPtrArray         *gloss_pairing_store_get_pairings (GlossPairingStore  *self);

/* As gloss_pairings_choose () and gloss_pairings_forget (); and to forget all. When they fail,
 * nothing has changed, neither here nor in the file. */
gboolean           gloss_pairing_store_choose       (GlossPairingStore  *self,
                                                     const char         *old_id,
                                                     const char         *new_id,
                                                     GError            **error);
gboolean           gloss_pairing_store_forget       (GlossPairingStore  *self,
                                                     const char         *old_id,
                                                     const char         *new_id,
                                                     GError            **error);
gboolean           gloss_pairing_store_reset        (GlossPairingStore  *self,
                                                     GError            **error);

/* @pairings (element-type GlossPairing) instead of all that there are: several choices in one step.
 * To change what the file holds now, load it first and change a copy. */
gboolean           gloss_pairing_store_set          (GlossPairingStore  *self,
                                                     GPtrArray          *pairings,
                                                     GError            **error);

/* Goes back to the pairings before the last change that this store made, or forth again, as long as
 * nothing else was changed since. */
gboolean           gloss_pairing_store_can_undo     (GlossPairingStore  *self);
gboolean           gloss_pairing_store_undo         (GlossPairingStore  *self,
                                                     GError            **error);
gboolean           gloss_pairing_store_can_redo     (GlossPairingStore  *self);
gboolean           gloss_pairing_store_redo         (GlossPairingStore  *self,
                                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossPairingStore, gloss_pairing_store_free)

G_END_DECLS

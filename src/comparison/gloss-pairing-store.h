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

/* @pairings (element-type GlossPairing) instead of all that there are, as one step that can be
 * undone; nothing happens where they are the same. @label: in words what it is, for the user. To
 * change what the file holds now, load it first and change a copy. When it fails, nothing has
 * changed, neither here nor in the file. */
gboolean           gloss_pairing_store_set          (GlossPairingStore  *self,
                                                     GPtrArray          *pairings,
                                                     const char         *label,
                                                     GError            **error);

/* A change that this store made. */
typedef struct
{
  char      *label;
  gint64     time_us; /* when it was made, on the monotonic clock */
  GPtrArray *before;  /* (element-type GlossPairing): what there was then */
  GPtrArray *after;   /* and what it became */
} GlossPairingStep;

/* (transfer none) (nullable): what would be undone, or made again, next; until the next change. */
const GlossPairingStep *gloss_pairing_store_peek_undo (GlossPairingStore *self);
const GlossPairingStep *gloss_pairing_store_peek_redo (GlossPairingStore *self);

/* Takes back the last change, or makes it again; there must be one. What others have chosen in the file since
 * then stands: also where it is of the same clauses. */
gboolean           gloss_pairing_store_undo         (GlossPairingStore  *self,
                                                     GError            **error);
gboolean           gloss_pairing_store_redo         (GlossPairingStore  *self,
                                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossPairingStore, gloss_pairing_store_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Where reading stopped in each document: kept as ids of clauses, never as pixels, in the key
 * "reading-places" of the settings, for the documents that were read last.
 */

#define GLOSS_READING_PLACES_MAX 200

typedef struct
{
  char *top_id;      /* of the clause at the top of the view; "" where not known */
  char *selected_id; /* of the selected clause; "" where there is none */
} GlossReadingPlace;

void     gloss_reading_place_clear (GlossReadingPlace *place);

/* FALSE: nothing is known of @document; @place is then cleared all the same. */
gboolean gloss_reading_places_load (GSettings         *settings,
                                    const char        *document,
                                    GlossReadingPlace *place);

/* The ids are NULL or "" where there are none. */
void     gloss_reading_places_save (GSettings         *settings,
                                    const char        *document,
                                    const char        *top_id,
                                    const char        *selected_id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlossReadingPlace, gloss_reading_place_clear)

G_END_DECLS

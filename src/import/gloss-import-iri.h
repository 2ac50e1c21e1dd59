/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What the addresses of documents tell. Pure functions: any thread.
 */

/* (transfer full) (nullable): the document symbol, "A/69/723", in an address that names one: of
 * the sites of the United Nations, in any of their forms, or urn:glossator. @language: (out)
 * (optional) (nullable) (transfer full): BCP 47, where the address says it. */
char    *gloss_import_iri_dup_symbol (const char  *iri,
                                      char       **language);

/* TRUE where @iri has a scheme and no white space: it names the same thing wherever it stands. */
gboolean gloss_import_iri_is_absolute (const char *iri);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-application.h"

G_BEGIN_DECLS

/**
 * GlossSearchProvider:
 *
 * Answers the desktop where something is searched there: org.gnome.Shell.SearchProvider2 at
 * "SearchProvider" below the path of the application. What it finds are clauses and notes, each
 * with its citation.
 */

#define GLOSS_TYPE_SEARCH_PROVIDER (gloss_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (GlossSearchProvider, gloss_search_provider, GLOSS, SEARCH_PROVIDER, GObject)

/* (transfer full): it does not keep @application alive. */
GlossSearchProvider *gloss_search_provider_new      (GlossApplication     *application);

/* Answers on @connection from now on; @path: of the application. */
gboolean             gloss_search_provider_export   (GlossSearchProvider  *self,
                                                     GDBusConnection      *connection,
                                                     const char           *path,
                                                     GError              **error);
void                 gloss_search_provider_unexport (GlossSearchProvider  *self);

G_END_DECLS

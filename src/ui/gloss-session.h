/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-application.h"

G_BEGIN_DECLS

/**
 * GlossSession:
 *
 * Keeps in the key "session" of the settings which windows are open and what they show, so that
 * the next start finds them as they were left, however the program ended. Where all windows were
 * closed, it is the one that was closed last.
 */

#define GLOSS_TYPE_SESSION (gloss_session_get_type ())
G_DECLARE_FINAL_TYPE (GlossSession, gloss_session, GLOSS, SESSION, GObject)

/* Milliseconds without a change after which the session is written. */
#define GLOSS_SESSION_PAUSE 500

/* (transfer full): for the windows of @application, which are all made later. */
GlossSession *gloss_session_new     (GtkApplication   *application);

/* Opens the windows of the last session. FALSE: there is nothing to restore. */
gboolean      gloss_session_restore (GlossSession     *self);

/* Writes what is open now. */
void          gloss_session_save    (GlossSession     *self);

/* Writes what is open now, and nothing more after that: the program ends. */
void          gloss_session_end     (GlossSession     *self);

G_END_DECLS

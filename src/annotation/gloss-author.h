/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Who writes the notes of this program: the name that the user chose, else that of the account.
 * It belongs to the thread that makes annotations.
 */

/* (transfer none): the author of new annotations; never NULL or blank. */
const char *gloss_author_get_name         (void);

/* @name (nullable): NULL or a blank name stands for that of the account. */
void        gloss_author_set_name         (const char *name);

/* (transfer none): the real name that the system knows of the user, else the name of the account. */
const char *gloss_author_get_account_name (void);

G_END_DECLS

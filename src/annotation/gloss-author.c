/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-author.h"

static char *chosen_name;

const char *
gloss_author_get_name (void)
{
  return chosen_name != NULL ? chosen_name : gloss_author_get_account_name ();
}

void
gloss_author_set_name (const char *name)
{
  g_autofree char *trimmed = name != NULL ? g_strstrip (g_utf8_make_valid (name, -1)) : NULL;

  g_set_str (&chosen_name, trimmed != NULL && *trimmed != '\0' ? trimmed : NULL);
}

const char *
gloss_author_get_account_name (void)
{
  const char *name = g_get_real_name ();

  /* So GLib calls somebody whose real name the system does not know. */
  return *name == '\0' || g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

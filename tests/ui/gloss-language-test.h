/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gi18n.h>
#include <locale.h>

#include "gloss-ui-test.h"

/* The window in another language than that of the machine. */

/* Few machines have the locales of all languages; the C library makes one in a moment, in @folder. */
static inline gboolean
language_test_make_locale (const char *folder,
                           const char *locale)
{
  g_autofree char *source = g_strndup (locale, strcspn (locale, "."));
  g_autofree char *path = g_build_filename (folder, locale, NULL);
  const char *const command[] = { "localedef", "-i", source, "-f", "UTF-8", path, NULL };

  /* It complains of what the locale lacks, and makes it nevertheless. */
  if (!g_spawn_sync (NULL, (char **) command, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, NULL))
    return FALSE;

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Chooses the locale, as "ar_EG.UTF-8", and the catalog of its language, before GTK starts. FALSE: this
 * machine can't, and a line for the test runner says so. */
static inline gboolean
language_test_choose (const char *locale)
{
  g_autofree char *folder = g_dir_make_tmp ("glossator-locale-XXXXXX", NULL);
  g_autofree char *language = g_strndup (locale, strcspn (locale, "."));
  const char *catalogs = g_getenv ("GLOSSATOR_LOCALEDIR");
  gboolean made;

  g_assert_nonnull (folder);
  g_assert_nonnull (catalogs);
  made = language_test_make_locale (folder, locale);
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LC_ALL", locale, TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  made = made && setlocale (LC_ALL, "") != NULL; /* keeps what it read */
  gloss_ui_test_remove_folder (folder);
  if (!made)
    {
      g_print ("1..0 # SKIP the locale %s can't be made here\n", locale);
      return FALSE;
    }

  bindtextdomain (GETTEXT_PACKAGE, catalogs);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return TRUE;
}

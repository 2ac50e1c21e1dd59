/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Opens files in LibreOffice, where it is installed, to see what another program makes of them. */

static inline void
fixture_remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                                                    NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    fixture_remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

/* (transfer full) (nullable): the Word document @file as LibreOffice reads it, saved as the flat XML
 * of OpenDocument. NULL, and the test skipped, without LibreOffice; a document that it can't convert
 * fails the test. */
static inline char *
fixture_convert_to_fodt (GBytes *file)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                                        G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *folder_path = NULL;
  g_autofree char *path = NULL;
  g_autofree char *result = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  /* The test's own strictness is not for other programs. */
  static const char *const strict[] = {
    "G_DEBUG", "MALLOC_CHECK_", "MALLOC_PERTURB_", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
  };

  if (program == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return NULL;
    }

  folder_path = g_dir_make_tmp ("gloss-office-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_file_new_for_path (folder_path);
  path = g_build_filename (folder_path, "document.docx", NULL);
  result = g_build_filename (folder_path, "document.fodt", NULL);
  profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder_path);
  g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (strict); i++)
    g_subprocess_launcher_unsetenv (launcher, strict[i]);
  g_subprocess_launcher_setenv (launcher, "HOME", folder_path, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, profile, "--headless", "--norestore",
                                         "--convert-to", "fodt", "--outdir", folder_path, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process) || !g_file_get_contents (result, &content, NULL, NULL))
    g_error ("LibreOffice did not convert the document: %s", said);

  fixture_remove_tree (folder);
  return content;
}

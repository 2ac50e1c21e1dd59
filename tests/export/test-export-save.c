/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-exporter.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("gloss-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "notes.md", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* As gloss_export_save (). */
static gboolean
save_text (GFile         *file,
           const char    *text,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));

  return gloss_export_save (file, content, cancellable, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

/* From here on no file of this process grows beyond @bytes: a full disk for those who write. */
static void
limit_files (rlim_t         bytes,
             struct rlimit *before)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, before), ==, 0);
  limit = *before;
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
save_limited (Fixture     *fixture,
              const char  *text,
              GError     **error)
{
  struct rlimit before;
  gboolean saved;

  limit_files (4096, &before);
  saved = save_text (fixture->file, text, NULL, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  return saved;
}

/* Bytes are written as they are, those that are 0 too. */
static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("PK\0\xff\0", 5);
  g_autofree char *written = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_export_save (fixture->file, content, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &written, &length, &error));
  g_assert_cmpmem (written, length, "PK\0\xff\0", 5);
}

static void
test_new_file (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save_text (fixture->file, "a\n", NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "a\n");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "something longer", -1, NULL));
  g_assert_true (save_text (fixture->file, "b", NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "b");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_new_file_too_large (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (save_limited (fixture, text, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_replacement_too_large (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_false (save_limited (fixture, text, &error));
  g_assert_nonnull (error);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link_followed (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);

  g_assert_false (save_limited (fixture, text, &error));
  g_clear_error (&error);
  assert_content (target, "old");

  g_assert_true (save_text (fixture->file, "new", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_content (target, "new");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->file, "below");
  g_autoptr (GError) error = NULL;

  g_assert_false (save_text (file, "a", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);

  /* A folder in place of the file. */
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (save_text (fixture->file, "a", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_false (save_text (fixture->file, "new", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, "old");
}

static void
test_device (void)
{
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  g_assert_true (save_text (null, "a", NULL, &error));
  g_assert_no_error (error);

  if (!g_file_query_exists (full, NULL))
    {
      g_test_skip ("This system has no /dev/full");
      return;
    }

  g_assert_false (save_text (full, "a", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/export-save/new-file", test_new_file);
  add ("/export-save/bytes", test_bytes);
  add ("/export-save/replaced", test_replaced);
  add ("/export-save/new-file-too-large", test_new_file_too_large);
  add ("/export-save/replacement-too-large", test_replacement_too_large);
  add ("/export-save/link-followed", test_link_followed);
  add ("/export-save/no-folder", test_no_folder);
  add ("/export-save/cancelled", test_cancelled);
  g_test_add_func ("/export-save/device", test_device);

  return g_test_run ();
}

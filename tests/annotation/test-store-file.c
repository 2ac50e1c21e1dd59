/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-store-file.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_read (const char *path,
             const char *expected,
             gsize       expected_length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  GlossFileStamp stamp;
  GlossFileStamp now = gloss_file_stamp_get (path);
  gsize length;

  gloss_store_file_read (path, &data, &length, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (data, length, expected, expected_length);
  g_assert_cmpint (data[length], ==, '\0');
  g_assert_true (gloss_file_stamp_equal (&stamp, &now));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->parent, "file", NULL);
  g_autoptr (GError) error = NULL;
  GlossFileStamp first;
  GlossFileStamp second;
  struct stat info;

  gloss_store_file_replace (path, "one\0two", 7, &first, &error);
  g_assert_no_error (error);
  assert_read (path, "one\0two", 7);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  gloss_store_file_replace (path, "", 0, &second, &error);
  g_assert_no_error (error);
  assert_read (path, "", 0);
  g_assert_false (gloss_file_stamp_equal (&first, &second));
  g_assert_cmpuint (count_files (fixture->parent), ==, 1);
}

/* What a crash left behind is no obstacle, even where it is a trap. */
static void
test_leftover (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->parent, "file", NULL);
  g_autofree char *leftover = g_build_filename (fixture->parent, ".file.new", NULL);
  g_autofree char *victim = g_build_filename (fixture->parent, "victim", NULL);
  g_autoptr (GError) error = NULL;
  GlossFileStamp stamp;

  fixture_write (fixture, victim, "untouched", -1);
  g_assert_cmpint (symlink (victim, leftover), ==, 0);

  gloss_store_file_replace (path, "new", 3, &stamp, &error);
  g_assert_no_error (error);
  assert_read (path, "new", 3);
  assert_read (victim, "untouched", 9);
}

static void
test_replace_no_space (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->parent, "file", NULL);
  g_autofree char *large = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  GlossFileStamp stamp;
  struct rlimit old;
  gboolean replaced;

  gloss_store_file_replace (path, "old", 3, &stamp, &error);
  g_assert_no_error (error);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 4096, old.rlim_max }), ==, 0);
  replaced = gloss_store_file_replace (path, large, 10000, &stamp, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (replaced);
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  assert_read (path, "old", 3);
  g_assert_cmpuint (count_files (fixture->parent), ==, 1);
}

static void
test_read_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->parent, "missing", NULL);
  g_autofree char *under_file = g_build_filename (fixture->parent, "file", "below", NULL);
  g_autofree char *file = g_build_filename (fixture->parent, "file", NULL);
  g_autofree char *pipe_path = g_build_filename (fixture->parent, "pipe", NULL);
  g_autofree char *buffer = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fixture_write (fixture, file, "x", 1);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);

  g_assert_false (gloss_store_file_read (missing, &buffer, &length, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);

  g_assert_false (gloss_store_file_read (fixture->parent, &buffer, &length, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (gloss_store_file_read (under_file, &buffer, &length, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (gloss_store_file_read (pipe_path, &buffer, &length, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_null (buffer);
}

static void
test_aside (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->parent, "file", NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* More than one in the same second: each has a name of its own. */
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      char *aside;

      fixture_write (fixture, path, i % 2 == 0 ? "even" : "odd", -1);
      aside = i % 2 == 0 ? gloss_store_file_set_aside (path, &error) : gloss_store_file_copy_aside (path, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (aside, path));
      g_assert_nonnull (strstr (aside, "file.damaged-"));
      assert_read (aside, i % 2 == 0 ? "even" : "odd", i % 2 == 0 ? 4 : 3);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, i % 2 != 0);
      g_assert_true (g_hash_table_add (names, aside));
    }
}

static void
test_make_folder (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "a", "b", NULL);
  g_autofree char *file = g_build_filename (fixture->parent, "file", NULL);
  g_autofree char *under_file = g_build_filename (file, "below", NULL);
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (gloss_store_file_make_folder (deep, &error));
  g_assert_true (gloss_store_file_make_folder (deep, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (deep, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  fixture_write (fixture, file, "x", 1);
  g_assert_false (gloss_store_file_make_folder (under_file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

static void
test_stamp (Fixture       *fixture,
            gconstpointer  data)
{
  GlossFileStamp none = gloss_file_stamp_get (fixture->file);
  GlossFileStamp nothing = { 0, };
  GlossFileStamp first;
  GlossFileStamp second;

  g_assert_true (gloss_file_stamp_equal (&none, &nothing));
  fixture_write (fixture, fixture->file, "a", 1);
  first = gloss_file_stamp_get (fixture->file);
  fixture_write (fixture, fixture->file, "b", 1);
  second = gloss_file_stamp_get (fixture->file);
  g_assert_false (gloss_file_stamp_equal (&none, &first));
  g_assert_false (gloss_file_stamp_equal (&first, &second));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/store-file/replace", test_replace);
  fixture_add ("/store-file/leftover", test_leftover);
  fixture_add ("/store-file/replace-no-space", test_replace_no_space);
  fixture_add ("/store-file/read-errors", test_read_errors);
  fixture_add ("/store-file/aside", test_aside);
  fixture_add ("/store-file/make-folder", test_make_folder);
  fixture_add ("/store-file/stamp", test_stamp);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-vocabulary-file.h"

#include <fcntl.h>
#include <sys/file.h>

#include "annotation/gloss-annotation-json.h"
#include "vocabulary-fixture.h"

static void
test_lock (VocabularyFixture *fixture,
           gconstpointer      data)
{
  g_autofree char *lock_path = g_build_filename (fixture->folder, ".vocabulary.json.lock", NULL);
  g_autoptr (GError) error = NULL;
  int fd = gloss_vocabulary_file_lock (fixture->file, &error);
  g_autofd int other = -1;

  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);

  other = open (lock_path, O_RDWR);
  g_assert_cmpint (flock (other, LOCK_EX | LOCK_NB), !=, 0);
  g_clear_fd (&fd, &error);
  g_assert_no_error (error);
  g_assert_cmpint (flock (other, LOCK_EX | LOCK_NB), ==, 0);
}

static void
test_write_and_read (VocabularyFixture *fixture,
                     gconstpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *absent = NULL;
  g_autofree char *written = NULL;
  g_autofree char *read = NULL;
  GlossFileStamp none, stamp, again;

  absent = gloss_vocabulary_file_read (fixture->file, &none, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (absent, ==, "{}");

  gloss_vocabulary_file_write (fixture->file, "{\"x\":1.0}", &stamp, &written, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, "{\"x\":1.0,\"type\":\"GlossatorVocabulary\",\"version\":1}");
  g_assert_false (gloss_file_stamp_equal (&none, &stamp));

  read = gloss_vocabulary_file_read (fixture->file, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, written);
  g_assert_true (gloss_file_stamp_equal (&stamp, &again));
}

static void
test_set_aside (VocabularyFixture *fixture,
                gconstpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  GlossFileStamp stamp;

  vocabulary_fixture_write (fixture, "{\"tags\":");
  g_assert_null (gloss_vocabulary_file_read (fixture->file, &stamp, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_clear_error (&error);

  text = gloss_vocabulary_file_read_or_set_aside (fixture->file, &stamp, &aside, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "{}");
  g_assert_nonnull (aside);
  g_file_get_contents (aside, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, "{\"tags\":");
}

static void
test_version (VocabularyFixture *fixture,
              gconstpointer      data)
{
  static const char *const texts[] = { "{\"version\":2}", "{\"version\":\"two\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *aside = NULL;
      GlossFileStamp stamp;

      vocabulary_fixture_write (fixture, texts[i]);
      g_assert_null (gloss_vocabulary_file_read_or_set_aside (fixture->file, &stamp, &aside, &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION);
      g_assert_null (aside);
      g_assert_true (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  vocabulary_fixture_add ("/vocabulary-file/lock", test_lock);
  vocabulary_fixture_add ("/vocabulary-file/write-and-read", test_write_and_read);
  vocabulary_fixture_add ("/vocabulary-file/set-aside", test_set_aside);
  vocabulary_fixture_add ("/vocabulary-file/version", test_version);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-vocabulary.h"

#include <string.h>
#include <unistd.h>

#include "vocabulary-fixture.h"

static void
count_cb (GlossVocabulary *vocabulary,
          guint           *n_changes)
{
  (*n_changes)++;
}

static void
test_defaults (VocabularyFixture *fixture,
               gconstpointer      data)
{
  static const char *const names[] = { "Position", "Question", "Agree", "Object", "Background", "Other" };
  g_autoptr (GlossVocabulary) vocabulary = gloss_vocabulary_new (fixture->folder);
  g_autofree char *described = gloss_vocabulary_describe_color (vocabulary, GLOSS_COLOR_GREEN);
  GlossColor color;

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, i), ==, names[i]);
  g_assert_cmpstr (described, ==, "Question (Green)");
  g_assert_false (gloss_vocabulary_get_tag_color (vocabulary, "law", &color));
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "law"), ==, "");
  g_assert_null (gloss_vocabulary_get_record (vocabulary, "law"));
  g_assert_null (gloss_vocabulary_get_problem (vocabulary));

  /* Who only reads writes nothing. */
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

static void
test_names (VocabularyFixture *fixture,
            gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = gloss_vocabulary_new (fixture->folder);
  g_autoptr (GlossVocabulary) again = NULL;
  g_autoptr (GlossVocabulary) reset = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect (vocabulary, "changed", G_CALLBACK (count_cb), &n_changes);
  gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_RED, " 反对 “never” \\ ", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_RED), ==, "反对 “never” \\");

  /* The same again is no change. */
  gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_RED, "反对 “never” \\", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);

  again = gloss_vocabulary_new (fixture->folder);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (again, GLOSS_COLOR_RED), ==, "反对 “never” \\");
  g_assert_cmpstr (gloss_vocabulary_get_color_name (again, GLOSS_COLOR_BLUE), ==, "Agree");

  gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_RED, " \t", &error);
  g_assert_no_error (error);
  reset = gloss_vocabulary_new (fixture->folder);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (reset, GLOSS_COLOR_RED), ==, "Object");
}

/* What this version does not know is kept, to the letter. */
static void
test_unknown_kept (VocabularyFixture *fixture,
                   gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  vocabulary_fixture_write (fixture, "{ \"later\": [1.10, 12345678901234567890],\n"
                                     "  \"colors\": { \"orange\": \"Later\", \"yellow\": 7 },\n"
                                     "  \"tags\": { \"law\": { \"icon\": \"\\u00e9\" }, \"odd\": 3 } }");
  vocabulary = gloss_vocabulary_new (fixture->folder);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_YELLOW), ==, "Position");

  g_hash_table_insert (records, "peace", "{\"color\":\"blue\"}");
  gloss_vocabulary_set_records (vocabulary, records, &error);
  g_assert_no_error (error);
  gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_GREEN, "Ask", &error);
  g_assert_no_error (error);

  text = vocabulary_fixture_read (fixture);
  g_assert_cmpstr (text, ==,
                   "{\"later\":[1.10,12345678901234567890],"
                   "\"colors\":{\"orange\":\"Later\",\"yellow\":7,\"green\":\"Ask\"},"
                   "\"tags\":{\"law\":{\"icon\":\"\\u00e9\"},\"odd\":3,\"peace\":{\"color\":\"blue\"}},"
                   "\"type\":\"GlossatorVocabulary\",\"version\":1}\n");
}

/* What another process set stays, and is taken in. */
static void
test_two_at_once (VocabularyFixture *fixture,
                  gconstpointer      data)
{
  g_autoptr (GlossVocabulary) one = gloss_vocabulary_new (fixture->folder);
  g_autoptr (GlossVocabulary) other = gloss_vocabulary_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  gloss_vocabulary_set_color_name (one, GLOSS_COLOR_RED, "No", &error);
  g_assert_no_error (error);
  gloss_vocabulary_set_color_name (other, GLOSS_COLOR_BLUE, "Yes", &error);
  g_assert_no_error (error);

  g_assert_cmpstr (gloss_vocabulary_get_color_name (other, GLOSS_COLOR_RED), ==, "No");
  gloss_vocabulary_refresh (one);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (one, GLOSS_COLOR_RED), ==, "No");
  g_assert_cmpstr (gloss_vocabulary_get_color_name (one, GLOSS_COLOR_BLUE), ==, "Yes");
}

/* Nobody asks, and it is seen nonetheless. */
static void
test_observed (VocabularyFixture *fixture,
               gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  vocabulary_fixture_write (fixture, "{}");
  vocabulary = gloss_vocabulary_new (fixture->folder);
  vocabulary_fixture_write (fixture, "{\"colors\":{\"gray\":\"Misc\"}}");

  while (strcmp (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_GRAY), "Misc") != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

static char *
find_aside (VocabularyFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (strstr (name, ".damaged-") != NULL)
      return g_build_filename (fixture->folder, name, NULL);

  return NULL;
}

static void
test_damaged (VocabularyFixture *fixture,
              gconstpointer      data)
{
  static const char *const texts[] = {
    "", "{", "[]", "{\"colors\":[]}", "{\"tags\":\"a\"}", "{\"type\":\"GlossatorPairings\"}", "{\"colors\":{\"red\":\"\xff\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GlossVocabulary) vocabulary = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *aside = NULL;
      g_autofree char *kept = NULL;

      vocabulary_fixture_write (fixture, texts[i]);
      vocabulary = gloss_vocabulary_new (fixture->folder);
      g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_RED), ==, "Object");

      aside = find_aside (fixture);
      g_assert_nonnull (aside);
      g_file_get_contents (aside, &kept, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (kept, ==, texts[i]);
      g_assert_nonnull (strstr (gloss_vocabulary_get_problem (vocabulary), aside));

      gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_RED, "No", &error);
      g_assert_no_error (error);
      g_remove (aside);
      g_remove (fixture->file);
    }
}

/* A file of a later version is neither read nor written over. */
static void
test_later_version (VocabularyFixture *fixture,
                    gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;

  vocabulary_fixture_write (fixture, "{\"version\":2,\"colors\":{\"red\":\"x\"}}");
  vocabulary = gloss_vocabulary_new (fixture->folder);
  g_assert_nonnull (gloss_vocabulary_get_problem (vocabulary));
  g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_RED), ==, "Object");

  g_assert_false (gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_RED, "No", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_RED), ==, "No");

  text = vocabulary_fixture_read (fixture);
  aside = find_aside (fixture);
  g_assert_cmpstr (text, ==, "{\"version\":2,\"colors\":{\"red\":\"x\"}}");
  g_assert_null (aside);
}

/* What can't be written is kept, said, and written when it can be. */
static void
test_unwritable (VocabularyFixture *fixture,
                 gconstpointer      data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "blocked", NULL);
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GlossVocabulary) again = NULL;
  g_autoptr (GError) error = NULL;

  /* The folder of the vocabulary is a file: even the superuser can't write into that. */
  g_file_set_contents (blocked, "x", 1, &error);
  g_assert_no_error (error);
  vocabulary = gloss_vocabulary_new (blocked);
  g_assert_false (gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_RED, "No", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (gloss_vocabulary_set_color_name (vocabulary, GLOSS_COLOR_BLUE, "Yes", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_RED), ==, "No");
  g_assert_nonnull (gloss_vocabulary_get_problem (vocabulary));

  g_remove (blocked);
  gloss_vocabulary_flush (vocabulary, &error);
  g_assert_no_error (error);
  g_assert_null (gloss_vocabulary_get_problem (vocabulary));

  again = gloss_vocabulary_new (blocked);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (again, GLOSS_COLOR_RED), ==, "No");
  g_assert_cmpstr (gloss_vocabulary_get_color_name (again, GLOSS_COLOR_BLUE), ==, "Yes");

  g_clear_object (&again);
  g_clear_object (&vocabulary);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (blocked, i == 0 ? "vocabulary.json" : ".vocabulary.json.lock", NULL);

      g_remove (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  vocabulary_fixture_add ("/vocabulary/defaults", test_defaults);
  vocabulary_fixture_add ("/vocabulary/names", test_names);
  vocabulary_fixture_add ("/vocabulary/unknown-kept", test_unknown_kept);
  vocabulary_fixture_add ("/vocabulary/two-at-once", test_two_at_once);
  vocabulary_fixture_add ("/vocabulary/observed", test_observed);
  vocabulary_fixture_add ("/vocabulary/damaged", test_damaged);
  vocabulary_fixture_add ("/vocabulary/later-version", test_later_version);
  vocabulary_fixture_add ("/vocabulary/unwritable", test_unwritable);

  return g_test_run ();
}

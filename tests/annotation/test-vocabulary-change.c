/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-vocabulary-change.h"

#include "vocabulary-fixture.h"

#define TAGS "{\"tags\":{\"law\":{\"color\":\"red\",\"x\":1.50},\"law/water\":{\"description\":\"Seas\"},\"lawyer\":{\"color\":\"gray\"},\"right\":{\"description\":\"Mine\"}}}"

/* All that is said of tags: "law=...;..." */
static char *
dump (GlossVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) tags = gloss_vocabulary_dup_tags (vocabulary);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    g_string_append_printf (out, "%s=%s;", (char *) g_ptr_array_index (tags, i),
                            gloss_vocabulary_get_record (vocabulary, g_ptr_array_index (tags, i)));

  return g_string_free_and_steal (out);
}

static void
assert_dump (GlossVocabulary *vocabulary,
             const char      *expected)
{
  g_autofree char *now = dump (vocabulary);

  g_assert_cmpstr (now, ==, expected);
}

static void
make (GlossVocabularyChange *change,
      GlossVocabulary       *vocabulary,
      gboolean               forwards)
{
  g_autoptr (GError) error = NULL;

  gloss_vocabulary_change_make (change, vocabulary, forwards, &error);
  g_assert_no_error (error);
}

/* Makes a renaming, takes it back, makes it again. */
static void
check_rename (VocabularyFixture *fixture,
              const char        *old_name,
              const char        *new_name,
              const char        *expected)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GlossVocabularyChange) change = NULL;
  g_autofree char *before = NULL;

  vocabulary_fixture_write (fixture, TAGS);
  vocabulary = gloss_vocabulary_new (fixture->folder);
  before = dump (vocabulary);
  change = gloss_vocabulary_change_new_rename (vocabulary, old_name, new_name);

  make (change, vocabulary, TRUE);
  assert_dump (vocabulary, expected);
  make (change, vocabulary, FALSE);
  assert_dump (vocabulary, before);
  make (change, vocabulary, TRUE);
  assert_dump (vocabulary, expected);
}

static void
test_rename (VocabularyFixture *fixture,
             gconstpointer      data)
{
  check_rename (fixture, "law", "lex",
                "lawyer={\"color\":\"gray\"};lex={\"color\":\"red\",\"x\":1.50};"
                "lex/water={\"description\":\"Seas\"};right={\"description\":\"Mine\"};");
}

static void
test_rename_into_itself (VocabularyFixture *fixture,
                         gconstpointer      data)
{
  check_rename (fixture, "law", "law/water",
                "law/water={\"color\":\"red\",\"x\":1.50};law/water/water={\"description\":\"Seas\"};"
                "lawyer={\"color\":\"gray\"};right={\"description\":\"Mine\"};");
}

/* What the other tag says of itself stays. */
static void
test_merge (VocabularyFixture *fixture,
            gconstpointer      data)
{
  check_rename (fixture, "law", "right",
                "lawyer={\"color\":\"gray\"};right={\"description\":\"Mine\"};"
                "right/water={\"description\":\"Seas\"};");
}

static void
test_delete (VocabularyFixture *fixture,
             gconstpointer      data)
{
  check_rename (fixture, "law", NULL, "lawyer={\"color\":\"gray\"};right={\"description\":\"Mine\"};");
}

static void
test_nothing (VocabularyFixture *fixture,
              gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GlossVocabularyChange) same = NULL;
  g_autoptr (GlossVocabularyChange) unknown = NULL;

  vocabulary_fixture_write (fixture, TAGS);
  vocabulary = gloss_vocabulary_new (fixture->folder);
  same = gloss_vocabulary_change_new_rename (vocabulary, "law", "law");
  unknown = gloss_vocabulary_change_new_rename (vocabulary, "peace", "war");

  g_assert_true (gloss_vocabulary_change_is_empty (same));
  g_assert_true (gloss_vocabulary_change_is_empty (unknown));
}

static void
test_describe (VocabularyFixture *fixture,
               gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GlossVocabularyChange) change = NULL;
  g_autoptr (GlossVocabularyChange) clear = NULL;
  GlossColor color = GLOSS_COLOR_BLUE;

  vocabulary_fixture_write (fixture, TAGS);
  vocabulary = gloss_vocabulary_new (fixture->folder);

  change = gloss_vocabulary_change_new_describe (vocabulary, "law", &color, "What binds");
  make (change, vocabulary, TRUE);
  g_assert_true (gloss_vocabulary_get_tag_color (vocabulary, "law", &color));
  g_assert_cmpint (color, ==, GLOSS_COLOR_BLUE);
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "law"), ==, "What binds");
  /* A field that is not known. */
  g_assert_cmpstr (gloss_vocabulary_get_record (vocabulary, "law"), ==,
                   "{\"color\":\"blue\",\"x\":1.50,\"description\":\"What binds\"}");

  make (change, vocabulary, FALSE);
  g_assert_true (gloss_vocabulary_get_tag_color (vocabulary, "law", &color));
  g_assert_cmpint (color, ==, GLOSS_COLOR_RED);
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "law"), ==, "");

  clear = gloss_vocabulary_change_new_describe (vocabulary, "right", NULL, "");
  make (clear, vocabulary, TRUE);
  g_assert_null (gloss_vocabulary_get_record (vocabulary, "right"));
}

/* Taking back overwrites nothing that was set since. */
static void
test_changed_since (VocabularyFixture *fixture,
                    gconstpointer      data)
{
  g_autoptr (GlossVocabulary) vocabulary = NULL;
  g_autoptr (GlossVocabularyChange) rename = NULL;
  g_autoptr (GlossVocabularyChange) describe = NULL;

  vocabulary_fixture_write (fixture, TAGS);
  vocabulary = gloss_vocabulary_new (fixture->folder);
  rename = gloss_vocabulary_change_new_rename (vocabulary, "law", "lex");
  make (rename, vocabulary, TRUE);
  describe = gloss_vocabulary_change_new_describe (vocabulary, "lex", NULL, "Later");
  make (describe, vocabulary, TRUE);

  make (rename, vocabulary, FALSE);
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "lex"), ==, "Later");
  g_assert_cmpstr (gloss_vocabulary_get_record (vocabulary, "law"), ==, "{\"color\":\"red\",\"x\":1.50}");
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "law/water"), ==, "Seas");
  g_assert_null (gloss_vocabulary_get_record (vocabulary, "lex/water"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  vocabulary_fixture_add ("/vocabulary-change/rename", test_rename);
  vocabulary_fixture_add ("/vocabulary-change/rename-into-itself", test_rename_into_itself);
  vocabulary_fixture_add ("/vocabulary-change/merge", test_merge);
  vocabulary_fixture_add ("/vocabulary-change/delete", test_delete);
  vocabulary_fixture_add ("/vocabulary-change/nothing", test_nothing);
  vocabulary_fixture_add ("/vocabulary-change/describe", test_describe);
  vocabulary_fixture_add ("/vocabulary-change/changed-since", test_changed_since);

  return g_test_run ();
}

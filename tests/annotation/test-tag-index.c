/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-tag-index.h"

#include "tag-fixture.h"

/* All of the index: name, notes, notes within, depth. */
static void
assert_index (GlossTagIndex *index,
              const char    *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_tag_index_update (index);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr (GlossTagEntry) entry = g_list_model_get_item (G_LIST_MODEL (index), i);

      g_string_append_printf (out, "%s %u %u %u;", gloss_tag_entry_get_name (entry), gloss_tag_entry_get_n_notes (entry),
                              gloss_tag_entry_get_n_within (entry), gloss_tag_entry_get_depth (entry));
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
assert_suggestions (GlossTagIndex *index,
                    const char    *text,
                    const char    *without,
                    guint          max_tags,
                    const char    *expected)
{
  g_auto (GStrv) names = g_strsplit (without, "|", -1);
  g_autoptr (GPtrArray) tags = gloss_tag_index_suggest (index, text, (const char * const *) names, max_tags);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    g_string_append_printf (out, "%s;", (char *) g_ptr_array_index (tags, i));
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GlossTagIndex) index = NULL;

  tag_fixture_add (notebook, "A", "law|peace");
  tag_fixture_add (notebook, "A", "law/water/sea|law/water");
  tag_fixture_add (notebook, "B", "law/water/sea|law/air");
  tag_fixture_add (notebook, "B", "lawyer");
  tag_fixture_add (notebook, "B", "法/水");

  index = gloss_tag_index_new (G_LIST_MODEL (notebook), NULL);
  assert_index (index, "law 1 3 0;law/air 1 1 1;law/water 1 2 1;law/water/sea 2 2 2;lawyer 1 1 0;peace 1 1 0;"
                       "法 0 1 0;法/水 1 1 1;");
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       n_removed,
          guint       n_added,
          guint      *n_signals)
{
  (*n_signals)++;
}

static void
outdated_cb (GlossTagIndex *index,
             guint         *n_signals)
{
  (*n_signals)++;
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  GlossAnnotation *annotation = tag_fixture_add (notebook, "A", "law");
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, "A", NULL);
  g_autoptr (GlossTagIndex) index = gloss_tag_index_new (G_LIST_MODEL (notebook), NULL);
  g_autoptr (GlossTagEntry) entry = NULL;
  guint n_changes = 0, n_outdated = 0;

  assert_index (index, "law 1 1 0;");
  g_set_object (&entry, gloss_tag_index_find (index, "law"));
  g_signal_connect (index, "items-changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect (index, "outdated", G_CALLBACK (outdated_cb), &n_outdated);

  /* The same tags: only the number is another one. */
  tag_fixture_add (notebook, "A", "law");
  tag_fixture_add (notebook, "B", "law");
  g_assert_cmpuint (n_outdated, ==, 1);
  assert_index (index, "law 3 3 0;");
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (gloss_tag_index_find (index, "law") == entry);

  gloss_annotation_store_set_tags (store, annotation, (const char * const[]) { "war", NULL }, NULL);
  g_assert_cmpuint (n_outdated, ==, 2);
  assert_index (index, "law 2 2 0;war 1 1 0;");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (gloss_tag_index_find (index, "law") == entry);
  g_assert_null (gloss_tag_index_find (index, "peace"));

  gloss_annotation_store_remove (store, annotation, NULL);
  assert_index (index, "law 2 2 0;");
}

/* A tag of which the reader said something is there before it is used. */
static void
test_vocabulary (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GlossVocabulary) vocabulary = gloss_vocabulary_new (fixture->parent);
  g_autoptr (GlossTagIndex) index = gloss_tag_index_new (G_LIST_MODEL (notebook), vocabulary);
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);

  tag_fixture_add (notebook, "A", "peace");
  assert_index (index, "peace 1 1 0;");

  g_hash_table_insert (records, "law/water", "{\"color\":\"blue\"}");
  g_assert_true (gloss_vocabulary_set_records (vocabulary, records, NULL));
  assert_index (index, "law 0 0 0;law/water 0 0 1;peace 1 1 0;");
}

static void
test_suggest (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GlossTagIndex) index = gloss_tag_index_new (G_LIST_MODEL (notebook), NULL);

  tag_fixture_add (notebook, "A", "law|peace|互联网治理");
  tag_fixture_add (notebook, "A", "law/water|peace|互联网治理|Éthique");
  tag_fixture_add (notebook, "A", "law/air|peace|outlaw");
  tag_fixture_add (notebook, "A", "ＬＡＷ|网络");

  /* The most used first; also within a word. */
  assert_suggestions (index, "law", "", 10, "law;ＬＡＷ;law/air;law/water;outlaw;");
  assert_suggestions (index, "law", "law/air|outlaw", 2, "law;ＬＡＷ;");
  assert_suggestions (index, "law/", "", 10, "law/air;law/water;");
  assert_suggestions (index, " LAW/W", "", 10, "law/water;");
  assert_suggestions (index, "网", "", 10, "互联网治理;网络;");
  assert_suggestions (index, "治理", "", 10, "互联网治理;");
  assert_suggestions (index, "ethi", "", 10, "Éthique;");
  assert_suggestions (index, "war", "", 10, "");
  assert_suggestions (index, "", "", 2, "law;peace;");
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  GlossNotebook *notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GlossTagIndex) index = g_object_ref (gloss_tag_index_get (notebook));

  g_assert_true (gloss_tag_index_get (notebook) == index);
  tag_fixture_add (notebook, "A", "law");
  assert_index (index, "law 1 1 0;");

  /* Without its notebook there is nothing to count. */
  g_assert_finalize_object (notebook);
  assert_index (index, "law 1 1 0;");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/tag-index/counts", test_counts);
  fixture_add ("/tag-index/follows", test_follows);
  fixture_add ("/tag-index/vocabulary", test_vocabulary);
  fixture_add ("/tag-index/suggest", test_suggest);
  fixture_add ("/tag-index/shared", test_shared);

  return g_test_run ();
}

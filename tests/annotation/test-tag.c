/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-tag.h"

static void
test_within (void)
{
  g_assert_true (gloss_tag_is_within ("law", "law"));
  g_assert_true (gloss_tag_is_within ("law/water", "law"));
  g_assert_true (gloss_tag_is_within ("law/water/sea", "law/water"));
  g_assert_false (gloss_tag_is_within ("lawyer", "law"));
  g_assert_false (gloss_tag_is_within ("law", "law/water"));
  g_assert_true (gloss_tag_is_within ("法/水", "法"));
  g_assert_false (gloss_tag_is_within ("法律", "法"));
}

static void
assert_parts (const char *tag,
              const char *expected_parent,
              const char *expected_leaf)
{
  g_autofree char *parent = gloss_tag_dup_parent (tag);

  g_assert_cmpstr (parent, ==, expected_parent);
  g_assert_cmpstr (gloss_tag_get_leaf (tag), ==, expected_leaf);
}

static void
test_parts (void)
{
  assert_parts ("law", NULL, "law");
  assert_parts ("law/water", "law", "water");
  assert_parts ("law/water/sea", "law/water", "sea");
  assert_parts ("法/水", "法", "水");
  assert_parts ("law//water", "law", "water");
  assert_parts ("/law", NULL, "/law");
  assert_parts ("law/", NULL, "law/");
  assert_parts ("/", NULL, "/");
  assert_parts ("//", NULL, "//");
}

static void
assert_moved (const char *tags,
              const char *old_name,
              const char *new_name,
              const char *expected)
{
  g_auto (GStrv) before = g_strsplit (tags, "|", -1);
  g_auto (GStrv) after = gloss_tags_dup_moved ((const char * const *) before, old_name, new_name);
  g_autofree char *joined = after != NULL ? g_strjoinv ("|", after) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_moved (void)
{
  assert_moved ("peace|law|war", "law", "right", "peace|right|war");
  assert_moved ("law/water|lawyer", "law", "right", "right/water|lawyer");
  assert_moved ("law", "law", "law/old", "law/old");
  assert_moved ("law/water", "law/water", "law", "law");
  assert_moved ("peace", "law", "right", NULL);
  assert_moved ("", "law", "right", NULL);
}

/* Renamed to a tag that is there, it is merged into that. */
static void
test_moved_onto_another (void)
{
  assert_moved ("right|law", "law", "right", "right");
  assert_moved ("law|peace|right", "law", "right", "right|peace");
  assert_moved ("law/water|right/water", "law", "right", "right/water");
}

static void
test_removed (void)
{
  assert_moved ("peace|law|law/water", "law", NULL, "peace");
  assert_moved ("law", "law", NULL, "");
  assert_moved ("peace", "law", NULL, NULL);
}

static void
assert_normal (const char *name,
               const char *expected)
{
  g_autofree char *tag = gloss_tag_normalize (name);

  g_assert_cmpstr (tag, ==, expected);
}

static void
test_normalize (void)
{
  assert_normal ("law", "law");
  assert_normal ("  law / water\t", "law/water");
  assert_normal ("/law//water/", "law/water");
  assert_normal ("　互联网治理　", "互联网治理");
  assert_normal ("internet governance", "internet governance");
  assert_normal (" / ", NULL);
  assert_normal ("", NULL);
  assert_normal ("law, water", NULL);
  assert_normal ("法，水", NULL);
  assert_normal ("law\xff", "law\357\277\275");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/tag/within", test_within);
  g_test_add_func ("/tag/parts", test_parts);
  g_test_add_func ("/tag/moved", test_moved);
  g_test_add_func ("/tag/moved-onto-another", test_moved_onto_another);
  g_test_add_func ("/tag/removed", test_removed);
  g_test_add_func ("/tag/normalize", test_normalize);

  return g_test_run ();
}

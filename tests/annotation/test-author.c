/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-author.h"

#include "annotation/gloss-annotation.h"

static void
test_account (void)
{
  gloss_author_set_name (NULL);
  g_assert_cmpstr (gloss_author_get_name (), ==, gloss_author_get_account_name ());
  g_assert_cmpstr (gloss_author_get_name (), !=, "");
  g_assert_cmpstr (gloss_author_get_name (), !=, "Unknown");
}

static void
test_chosen (void)
{
  gloss_author_set_name ("  Zoë O’Brien\t");
  g_assert_cmpstr (gloss_author_get_name (), ==, "Zoë O’Brien");

  /* A name that is nothing but blanks is none. */
  gloss_author_set_name (" \n ");
  g_assert_cmpstr (gloss_author_get_name (), ==, gloss_author_get_account_name ());

  gloss_author_set_name ("caf\xe9");
  g_assert_true (g_utf8_validate (gloss_author_get_name (), -1, NULL));
  gloss_author_set_name (NULL);
}

/* New annotations bear the name, unless they name their author themselves. */
static void
test_new_annotation (void)
{
  static const GlossAnchorData data = { .symbol = "A/1", .start = -1, .end = -1 };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);
  g_autoptr (GlossAnnotation) mine = NULL;
  g_autoptr (GlossAnnotation) theirs = NULL;

  gloss_author_set_name ("Delegation of Utopia");
  mine = gloss_annotation_new (anchor, NULL, NULL, GLOSS_COLOR_YELLOW, NULL);
  theirs = gloss_annotation_new (anchor, NULL, NULL, GLOSS_COLOR_YELLOW, "A. Person");
  gloss_author_set_name (NULL);

  g_assert_cmpstr (gloss_annotation_get_author (mine), ==, "Delegation of Utopia");
  g_assert_cmpstr (gloss_annotation_get_author (theirs), ==, "A. Person");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/author/account", test_account);
  g_test_add_func ("/author/chosen", test_chosen);
  g_test_add_func ("/author/new-annotation", test_new_annotation);

  return g_test_run ();
}

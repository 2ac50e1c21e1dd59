/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-clause.h"

static void
test_kinds (void)
{
  for (GlossClauseKind kind = GLOSS_CLAUSE_MASTHEAD; kind <= GLOSS_CLAUSE_SIGNATURE; kind++)
    {
      GlossClauseKind back;

      g_assert_true (gloss_clause_kind_from_string (gloss_clause_kind_to_string (kind), &back));
      g_assert_cmpint (back, ==, kind);
    }

  g_assert_cmpstr (gloss_clause_kind_to_string (GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH), ==, "preambular-paragraph");
}

static void
test_unknown_kind (void)
{
  GlossClauseKind kind = GLOSS_CLAUSE_NOTE;

  g_assert_false (gloss_clause_kind_from_string ("chapter", &kind));
  g_assert_false (gloss_clause_kind_from_string ("", &kind));
  g_assert_false (gloss_clause_kind_from_string ("Section", &kind));
  g_assert_cmpint (kind, ==, GLOSS_CLAUSE_NOTE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clause/kinds", test_kinds);
  g_test_add_func ("/clause/unknown-kind", test_unknown_kind);

  return g_test_run ();
}

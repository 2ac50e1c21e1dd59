/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-pairing.h"

static void
assert_pairings (GPtrArray  *pairings,
                 const char *expected)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < pairings->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (pairings, i);

      g_string_append_printf (shown, "%s=%s ", pairing->old_id != NULL ? pairing->old_id : "",
                              pairing->new_id != NULL ? pairing->new_id : "");
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

/* (transfer full): "a=1 b= =2 " as assert_pairings () shows it. */
static GPtrArray *
read_pairings (const char *shown)
{
  GPtrArray *pairings = gloss_pairings_new ();
  g_auto (GStrv) words = g_strsplit (shown, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) ids = g_strsplit (words[i], "=", 2);

      gloss_pairings_choose (pairings, *ids[0] != '\0' ? ids[0] : NULL, *ids[1] != '\0' ? ids[1] : NULL);
    }

  return pairings;
}

static void
test_choose (void)
{
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();

  assert_pairings (pairings, "");
  gloss_pairings_choose (pairings, "a", "1");
  gloss_pairings_choose (pairings, "b", NULL);
  gloss_pairings_choose (pairings, NULL, "2");
  assert_pairings (pairings, "a=1 b= =2 ");

  /* The same id of the other text is another clause. */
  gloss_pairings_choose (pairings, "1", "a");
  assert_pairings (pairings, "a=1 b= =2 1=a ");

  /* One that meets both of these replaces both. */
  gloss_pairings_choose (pairings, "b", "1");
  assert_pairings (pairings, "=2 1=a b=1 ");
}

static void
test_forget (void)
{
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();

  gloss_pairings_choose (pairings, "a", "1");
  gloss_pairings_choose (pairings, "b", NULL);
  g_assert_false (gloss_pairings_forget (pairings, "c", NULL));
  g_assert_false (gloss_pairings_forget (pairings, NULL, "b"));
  g_assert_false (gloss_pairings_forget (pairings, NULL, NULL));
  g_assert_true (gloss_pairings_forget (pairings, NULL, "1"));
  assert_pairings (pairings, "b= ");
}

static void
test_copy (void)
{
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();
  g_autoptr (GPtrArray) copy = NULL;

  gloss_pairings_choose (pairings, "a", "1");
  gloss_pairings_choose (pairings, NULL, "2");
  copy = gloss_pairings_copy (pairings);
  gloss_pairings_forget (pairings, "a", NULL);
  assert_pairings (pairings, "=2 ");
  assert_pairings (copy, "a=1 =2 ");
}

static void
test_equal (void)
{
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();
  g_autoptr (GPtrArray) copy = NULL;

  gloss_pairings_choose (pairings, "a", "1");
  gloss_pairings_choose (pairings, NULL, "2");
  copy = gloss_pairings_copy (pairings);
  g_assert_true (gloss_pairings_equal (pairings, copy));
  gloss_pairings_choose (copy, "b", "2");
  g_assert_false (gloss_pairings_equal (pairings, copy));
  gloss_pairings_forget (copy, "b", NULL);
  g_assert_false (gloss_pairings_equal (pairings, copy));
}

/* What is undone, or made again, beside what others have said since. */
static void
test_revise (void)
{
  static const struct
  {
    const char *current;
    const char *from;
    const char *to;
    const char *revised;
  } cases[] = {
    { "a=1 b=2 ", "a=1 b=2 ", "b=2 a=1 ", "b=2 a=1 " },
    { "", "", "a=1 ", "a=1 " },
    { "b=2 a=1 ", "a=1 ", "", "b=2 " },
    { "b=2 ", "", "a=1 ", "b=2 a=1 " },
    { "b=2 a=3 ", "a=1 ", "", "b=2 a=3 " },
    { "a=3 ", "a=1 ", "a=2 ", "a=3 " },
    { "c=2 ", "a=1 ", "a=2 ", "c=2 " },
    { "a= =1 b=2 ", "a= =1 ", "", "b=2 " },
    { "a=4 =1 ", "a= =1 ", "a=1 ", "a=4 " },
    { "a=1 b=2 ", "a=1 ", "a=1 c= ", "a=1 b=2 c= " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) current = read_pairings (cases[i].current);
      g_autoptr (GPtrArray) from = read_pairings (cases[i].from);
      g_autoptr (GPtrArray) to = read_pairings (cases[i].to);
      g_autoptr (GPtrArray) revised = gloss_pairings_revise (current, from, to);

      assert_pairings (revised, cases[i].revised);
      assert_pairings (current, cases[i].current);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pairing/choose", test_choose);
  g_test_add_func ("/pairing/forget", test_forget);
  g_test_add_func ("/pairing/copy", test_copy);
  g_test_add_func ("/pairing/equal", test_equal);
  g_test_add_func ("/pairing/revise", test_revise);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-excerpt.h"

#include <string.h>

static void
check_beginning (const char *text,
                 const char *match,
                 guint       n_chars,
                 const char *expected)
{
  g_assert_cmpstr (gloss_excerpt_find_beginning (text, strstr (text, match), n_chars), ==, expected);
}

/* No word is cut where words are separated, and nothing before the text is read. */
static void
test_beginning (void)
{
  check_beginning ("developments and telecommunications of rights", "rights", 20, "of rights");
  check_beginning ("of all rights", "rights", 7, "of all rights");
  check_beginning ("of all rights", "rights", 4, "all rights");
  check_beginning ("of all rights", "rights", 40, "of all rights");
  check_beginning ("rights", "rights", 40, "rights");
  check_beginning ("of rights", "rights", 0, "rights");
  check_beginning ("一二三四五六七八九十", "十", 2, "八九十");
  check_beginning ("e\314\201\314\202x", "x", 2, "x");
}

static void
check_end (const char *text,
           const char *match,
           guint       n_chars,
           const char *rest)
{
  g_assert_cmpstr (gloss_excerpt_find_end (strstr (text, match) + strlen (match), n_chars), ==, rest);
}

static void
test_end (void)
{
  check_end ("rights of developments", "rights", 8, " developments");
  check_end ("rights of all", "rights", 3, " all");
  check_end ("rights of all", "rights", 7, "");
  check_end ("rights of all", "rights", 40, "");
  check_end ("rights of all", "rights", 0, " of all");
  check_end ("rights", "rights", 5, "");
  check_end ("一二三四五六", "一", 2, "四五六");
  check_end ("xae\314\201\314\202b", "x", 2, "b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt/beginning", test_beginning);
  g_test_add_func ("/excerpt/end", test_end);

  return g_test_run ();
}

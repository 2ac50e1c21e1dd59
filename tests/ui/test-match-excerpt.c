/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-match-excerpt.h"

#include <string.h>

#include "ui/gloss-text-marks.h"

/* The excerpt with its marks in brackets, in the order in which they were found. */
static void
check (const char *text,
       const char *search,
       guint       lead_chars,
       const char *excerpt,
       const char *marked)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GlossTextMark));
  g_autofree char *result = gloss_match_excerpt (text, search, lead_chars, marks);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_cmpstr (result, ==, excerpt);
  for (guint i = 0; i < marks->len; i++)
    {
      const GlossTextMark *mark = &g_array_index (marks, GlossTextMark, i);

      g_assert_cmpint (mark->kind, ==, GLOSS_MARK_MATCH);
      g_assert_cmpuint (mark->end_byte, <=, strlen (result));
      g_string_append_printf (words, "[%.*s]", (int) (mark->end_byte - mark->start_byte), result + mark->start_byte);
    }
  g_assert_cmpstr (words->str, ==, marked);
}

static void
test_words (void)
{
  check ("The café of CAFÉS", "cafe", 80, "The café of CAFÉS", "[café][CAFÉ]");
  check ("one two three", "THREE one", 80, "one two three", "[three][one]");
  check ("one two", "", 0, "one two", "");
  check ("one two", NULL, 0, "one two", "");
  check ("one two", "  ", 0, "one two", "");
  check ("", "one", 0, "", "");
  check ("网络安全", "安全", 80, "网络安全", "[安全]");
}

static void
test_far_match (void)
{
  check ("To recognize that the rights of all", "rights", 12, "… the rights of all", "[rights]");
  check ("To recognize that the rights of all", "rights recognize", 12, "To recognize that the rights of all",
         "[rights][recognize]");
  check ("一二三四五六七八九十", "十", 4, "… 八九十", "[十]");
  check ("To recognize that the rights of all", "peace", 4, "To recognize that the rights of all", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match-excerpt/words", test_words);
  g_test_add_func ("/match-excerpt/far-match", test_far_match);

  return g_test_run ();
}

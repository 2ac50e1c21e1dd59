/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-offsets.h"

#include <string.h>

/* Outside of the BMP, in it, and in ASCII; then a phrase: "𝔘😀 é法 States". */
#define BEFORE "\360\235\224\230\360\237\230\200 \303\251\346\263\225 "
#define TEXT   BEFORE "States"

static void
test_phrase_behind_surrogates (void)
{
  const gsize bytes = strlen (BEFORE);
  const gsize chars = 6;
  const gsize utf16 = 8;

  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_UTF16, GLOSS_OFFSET_CHARS, utf16), ==, chars);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_UTF16, GLOSS_OFFSET_BYTES, utf16), ==, bytes);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_UTF16, chars), ==, utf16);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_BYTES, chars), ==, bytes);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_BYTES, GLOSS_OFFSET_UTF16, bytes), ==, utf16);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_BYTES, GLOSS_OFFSET_CHARS, bytes), ==, chars);
}

static void
test_inside_a_character (void)
{
  /* Between the halves of a pair, and between the bytes of a character. */
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_UTF16, GLOSS_OFFSET_CHARS, 3), ==, 1);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_BYTES, GLOSS_OFFSET_CHARS, 7), ==, 1);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_BYTES, GLOSS_OFFSET_BYTES, 7), ==, 4);
}

static void
test_ends (void)
{
  g_assert_cmpuint (gloss_offset_convert ("", GLOSS_OFFSET_UTF16, GLOSS_OFFSET_CHARS, 5), ==, 0);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_UTF16, GLOSS_OFFSET_CHARS, 0), ==, 0);
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_UTF16, GLOSS_OFFSET_BYTES, 14), ==, strlen (TEXT));
  g_assert_cmpuint (gloss_offset_convert (TEXT, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_UTF16, G_MAXSIZE), ==, 14);
}

static void
test_length (void)
{
  g_assert_cmpuint (gloss_offset_length (TEXT, GLOSS_OFFSET_BYTES), ==, strlen (TEXT));
  g_assert_cmpuint (gloss_offset_length (TEXT, GLOSS_OFFSET_CHARS), ==, 12);
  g_assert_cmpuint (gloss_offset_length (TEXT, GLOSS_OFFSET_UTF16), ==, 14);
  g_assert_cmpuint (gloss_offset_length ("", GLOSS_OFFSET_UTF16), ==, 0);
}

/* There and back is where it was, at the beginning of every character. */
static void
test_round_trip (void)
{
  const GlossOffsetUnit units[] = { GLOSS_OFFSET_BYTES, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_UTF16 };

  for (gsize chars = 0; chars <= 12; chars++)
    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
      {
        gsize there = gloss_offset_convert (TEXT, GLOSS_OFFSET_CHARS, units[i], chars);

        g_assert_cmpuint (gloss_offset_convert (TEXT, units[i], GLOSS_OFFSET_CHARS, there), ==, chars);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/offsets/phrase-behind-surrogates", test_phrase_behind_surrogates);
  g_test_add_func ("/offsets/inside-a-character", test_inside_a_character);
  g_test_add_func ("/offsets/ends", test_ends);
  g_test_add_func ("/offsets/length", test_length);
  g_test_add_func ("/offsets/round-trip", test_round_trip);

  return g_test_run ();
}

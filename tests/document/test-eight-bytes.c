/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-eight-bytes.h"

/* The eight bytes at all the places where @byte can stand among others, one place at a time. */
static void
assert_found (guchar  byte,
              guint64 (*find) (guint64 eight),
              gboolean expected)
{
  static const char others[] = { '\0', 'b', '\x7f', '/' };

  for (guint k = 0; k < G_N_ELEMENTS (others); k++)
    for (guint at = 0; at < 8; at++)
      {
        char bytes[8];
        guint64 mask;

        memset (bytes, others[k], 8);
        bytes[at] = (char) byte;
        mask = find (gloss_eight_load (bytes));
        g_assert_cmpuint (mask & ~GLOSS_EIGHT_HIGHS, ==, 0);
        g_assert_cmpint ((mask >> (8 * at) & 0x80) != 0, ==, expected);
      }
}

static guint64
find_slash (guint64 eight)
{
  return gloss_eight_find (eight, '/');
}

static guint64
find_high (guint64 eight)
{
  return gloss_eight_find (eight, 0xe2);
}

static guint64
find_digit (guint64 eight)
{
  return gloss_eight_find_range (eight, '0', '9');
}

static void
test_find (void)
{
  for (guint byte = 0; byte < 256; byte++)
    {
      assert_found ((guchar) byte, find_slash, byte == '/');
      assert_found ((guchar) byte, find_high, byte == 0xe2);
    }
}

static void
test_find_range (void)
{
  for (guint byte = 0; byte < 128; byte++)
    assert_found ((guchar) byte, find_digit, g_ascii_isdigit (byte));
}

/* The first byte of the text is the lowest of the mask, so that a shift to the left goes on in it. */
static void
test_order (void)
{
  g_assert_cmpuint (gloss_eight_find (gloss_eight_load ("x======="), 'x'), ==, 0x80);
  g_assert_cmpuint (gloss_eight_find (gloss_eight_load ("=x======"), 'x'), ==, 0x8000);
}

static void
test_count (void)
{
  g_assert_cmpuint (gloss_eight_count (0), ==, 0);
  g_assert_cmpuint (gloss_eight_count (GLOSS_EIGHT_HIGHS), ==, 8);
  g_assert_cmpuint (gloss_eight_count (gloss_eight_find (gloss_eight_load ("=x==x==x"), 'x')), ==, 3);
}

/* Wherever a text of any length differs from another. */
static void
test_hash (void)
{
  char bytes[100];

  for (gsize length = 0; length < sizeof bytes - 1; length++)
    {
      char shifted[108];
      guint64 hash;

      memset (bytes, 'a', sizeof bytes);
      memset (shifted, 'a', sizeof shifted);
      hash = gloss_eight_hash (bytes, length);
      for (gsize shift = 0; shift < 8; shift++)
        g_assert_cmpuint (gloss_eight_hash (shifted + shift, length), ==, hash);
      for (gsize at = 0; at < length; at++)
        {
          bytes[at] = 'b';
          g_assert_cmpuint (gloss_eight_hash (bytes, length), !=, hash);
          bytes[at] = 'a';
        }
      g_assert_cmpuint (gloss_eight_hash (bytes, length + 1), !=, hash);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/eight-bytes/find", test_find);
  g_test_add_func ("/eight-bytes/find-range", test_find_range);
  g_test_add_func ("/eight-bytes/order", test_order);
  g_test_add_func ("/eight-bytes/count", test_count);
  g_test_add_func ("/eight-bytes/hash", test_hash);

  return g_test_run ();
}

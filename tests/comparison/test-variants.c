/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-variants.h"

/* What @c stands for, as a string. */
static char *
expand (gunichar c)
{
  gunichar plain[GLOSS_VARIANT_MAX];
  guint n = gloss_variant_expand (c, plain);

  g_assert_cmpuint (gloss_variant_to_plain (c), ==, n > 0 ? plain[0] : 0);
  return g_ucs4_to_utf8 (plain, n, NULL, NULL, NULL);
}

static void
test_expand (void)
{
  static const struct
  {
    gunichar c;
    const char *plain;
  } cases[] = {
    { 'a', "a" }, { 0xE9, "é" }, { 0x56FD, "国" }, { 0x3002, "。" }, { 0xB2, "²" }, { 0x2460, "①" }, { 0x1F600, "😀" },
    { 0x2019, "'" }, { 0x201E, "\"" }, { 0x2032, "'" }, { 0x2033, "\"" }, { 0xFF02, "\"" }, { 0x300E, "'" },
    { 0x2014, "-" }, { 0xFF0D, "-" }, { 0x2E3A, "-" }, { 0x2011, "-" }, { 0x301C, "~" },
    { 0x2026, "..." }, { 0x2025, ".." }, { 0xFB01, "fi" }, { 0xFB03, "ffi" }, { 0x2167, "VIII" }, { 0x2173, "iv" },
    { 0x2474, "(1)" }, { 0x2487, "(20)" }, { 0x2488, "1." }, { 0x3220, "(一)" },
    { 0xFF21, "A" }, { 0xFF15, "5" }, { 0xFF76, "カ" }, { 0xFFE5, "¥" }, { 0xFF61, "。" },
    { 0x665, "5" }, { 0x6F5, "5" }, { 0x66B, "\331\253" },
    { 0x2F08, "人" }, { 0xF9D1, "六" }, { 0xFE8D, "ا" }, { 0xFE81, "\330\242" }, { 0xFEFB, "لا" },
    { 0xAD, "" }, { 0x200B, "" }, { 0x200F, "" }, { 0xFEFF, "" }, { 0x640, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = expand (cases[i].c);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

/* The quick looks tell of no variant that it is none, and what one stands for is a variant no more. */
static void
test_quick_looks (void)
{
  for (gunichar c = 1; c < 0x20000; c++)
    {
      char bytes[6];
      gunichar plain[GLOSS_VARIANT_MAX];
      guint n;

      if (!g_unichar_validate (c))
        continue;
      n = gloss_variant_expand (c, plain);
      g_unichar_to_utf8 (c, bytes);
      if (n == 1 && plain[0] == c)
        continue;
      g_assert_true (gloss_may_be_variant (c));
      g_assert_true (gloss_may_begin_variant (bytes[0]));
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (gloss_variant_to_plain (plain[i]), ==, plain[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/variants/expand", test_expand);
  g_test_add_func ("/variants/quick-looks", test_quick_looks);

  return g_test_run ();
}

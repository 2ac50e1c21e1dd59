/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-private.h"

#include <string.h>

static void
assert_block (const char *text,
              const char *prefix,
              const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_markdown_append_block (out, text, prefix);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
assert_inline (const char *text,
               const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_markdown_append_inline (out, text, strlen (text), "<br>");
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_plain (void)
{
  assert_block ("States should refrain, as before.", "", "States should refrain, as before.\n");
  assert_block ("各国应承诺：", "> ", "> 各国应承诺：\n");
  assert_block ("", "> ", "");
  assert_block (" \n\t\n", "", "");
}

static void
test_special (void)
{
  assert_inline ("*a* _b_ `c` [d](e) <f> #g |h| \\i ~j~ &amp; $k$ ^l^ {m}",
                 "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\#g \\|h\\| \\\\i \\~j\\~ \\&amp; \\$k\\$ \\^l\\^ \\{m\\}");
  assert_inline ("(8) 1986. a - b + c = d: e!", "(8) 1986. a - b + c = d: e!");
}

/* Inside of what GitHub takes for an address, escapes would show. */
static void
test_addresses (void)
{
  assert_inline ("see https://undocs.org/en/A_1?b&c, www.un.org.",
                 "see https\\://undocs.org/en/A\\_1?b\\&c, www\\.un.org.");
  assert_inline ("so: WWW.UN.org a://", "so: WWW\\.UN.org a\\://");
  assert_block ("www.un.org", "", "www\\.un.org\n");
}

static void
test_line_starts (void)
{
  assert_block ("- a", "", "\\- a\n");
  assert_block ("+ a", "", "\\+ a\n");
  assert_block ("=====", "", "\\=====\n");
  assert_block (":---:", "", "\\:---:\n");
  assert_block ("# a", "", "\\# a\n");
  assert_block ("> a", "", "\\> a\n");
  assert_block ("1. a", "", "1\\. a\n");
  assert_block ("2015) a", "", "2015\\) a\n");
  assert_block ("2015 a", "", "2015 a\n");
  assert_block ("12", "", "12\n");
  assert_block ("a - b 1. c", "", "a - b 1. c\n");

  /* A line within a paragraph can begin a list as well. */
  assert_block ("a\n- b\n3. c", "", "a  \n\\- b  \n3\\. c\n");
}

static void
test_blanks (void)
{
  /* Four spaces would make code, two at the end a line break. */
  assert_block ("    code", "", "&#32;   code\n");
  assert_block ("\tcode", "", "&#9;code\n");
  assert_block ("a  \nb\t", "", "a &#32;  \nb&#9;\n");
  assert_block ("x ", "", "x&#32;\n");
  assert_block (" ", "", "");
  assert_block (" x", "", "&#32;x\n");
}

static void
test_lines (void)
{
  assert_block ("a\nb\n\n\nc\n", "", "a  \nb\n\nc\n");
  assert_block ("a\r\nb\rc", "> ", "> a  \n> b  \n> c\n");
  assert_block ("\n\na\n\nb", "> ", "> a\n>\n> b\n");
  assert_inline ("a\nb\r\nc\rd\n", "a<br>b<br>c<br>d<br>");
}

static void
test_part_of_text (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_markdown_append_inline (out, "a\r\nb", 2, "/");
  g_assert_cmpstr (out->str, ==, "a/");
  gloss_markdown_append_inline (out, "*b*c", 2, "/");
  g_assert_cmpstr (out->str, ==, "a/\\*b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-markdown-escape/plain", test_plain);
  g_test_add_func ("/export-markdown-escape/special", test_special);
  g_test_add_func ("/export-markdown-escape/addresses", test_addresses);
  g_test_add_func ("/export-markdown-escape/line-starts", test_line_starts);
  g_test_add_func ("/export-markdown-escape/blanks", test_blanks);
  g_test_add_func ("/export-markdown-escape/lines", test_lines);
  g_test_add_func ("/export-markdown-escape/part-of-text", test_part_of_text);

  return g_test_run ();
}

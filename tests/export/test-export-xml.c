/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-private.h"

#include "export/export-fixture.h"

static void
test_text (void)
{
  static const char text[] = "a&b<c>\"'\r\n\t\x01\x7f\xef\xbf\xbf" "和😀 behind";
  g_autoptr (GString) out = g_string_new ("x");

  gloss_xml_append_text (out, text, strlen (text) - strlen (" behind"));
  g_assert_cmpstr (out->str, ==, "xa&amp;b&lt;c&gt;&quot;'&#13;\n\t\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd和😀");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-xml/text", test_text);

  return g_test_run ();
}

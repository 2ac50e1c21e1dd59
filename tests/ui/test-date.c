/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-date.h"

#include "gloss-ui-test.h"

static void
test_date (void)
{
  static const char *const cases[][2] = {
    { "2015-01-13", "13 January 2015" },
    { "2011-09-04", "4 September 2011" },
    { "", "" },
    { "2015-02-30", "2015-02-30" },
    { "13 January 2015", "13 January 2015" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = gloss_date_format (cases[i][0]);

      g_assert_cmpstr (date, ==, cases[i][1]);
    }
}

static void
test_time (void)
{
  g_autofree char *then = gloss_date_format_time ("2015-01-13T09:05:00.123Z");
  g_autofree char *never = gloss_date_format_time ("");

  g_assert_cmpstr (then, ==, "13 January 2015, 09:05");
  g_assert_cmpstr (never, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/date/date", test_date);
  g_test_add_func ("/date/time", test_time);

  return gloss_ui_test_run ();
}

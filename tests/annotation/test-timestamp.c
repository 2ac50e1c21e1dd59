/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-timestamp.h"

#include <string.h>

static void
test_increases (void)
{
  g_autofree char *stamp = gloss_timestamp_after (NULL);

  g_assert_cmpuint (strlen (stamp), ==, strlen ("2015-01-13T09:00:00.123Z"));
  g_assert_true (g_str_has_suffix (stamp, "Z"));

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *next = gloss_timestamp_after (stamp);

      g_assert_cmpint (gloss_timestamp_compare (next, stamp), >, 0);
      g_assert_cmpstr (next, >, stamp);
      g_set_str (&stamp, next);
    }
}

static void
test_after_future (void)
{
  g_autofree char *after = gloss_timestamp_after ("2999-12-31T23:59:59.999Z");
  g_autofree char *after_micro = gloss_timestamp_after ("2999-12-31T23:59:59.998700Z");
  g_autofree char *after_last = gloss_timestamp_after ("9999-12-31T23:59:59.999Z");

  g_assert_cmpstr (after, ==, "3000-01-01T00:00:00.000Z");
  g_assert_cmpstr (after_micro, ==, "2999-12-31T23:59:59.999Z");
  g_assert_nonnull (after_last);
}

static void
test_after_nonsense (void)
{
  g_autofree char *after = gloss_timestamp_after ("yesterday");

  g_assert_cmpint (gloss_timestamp_compare (after, "2020-01-01T00:00:00Z"), >, 0);
}

static void
test_compare (void)
{
  g_assert_cmpint (gloss_timestamp_compare ("2015-01-13T09:00:00Z", "2015-01-13T10:00:00+01:00"), ==, 0);
  g_assert_cmpint (gloss_timestamp_compare ("2015-01-13T09:00:00.001Z", "2015-01-13T09:00:00Z"), >, 0);
  g_assert_cmpint (gloss_timestamp_compare ("2015-01-13T09:00:00Z", "2015-01-13T09:00:00.000001Z"), <, 0);
  g_assert_cmpint (gloss_timestamp_compare (NULL, "2015-01-13T09:00:00Z"), <, 0);
  g_assert_cmpint (gloss_timestamp_compare ("2015-01-13T09:00:00Z", ""), >, 0);
  g_assert_cmpint (gloss_timestamp_compare ("2015-01-13T09:00:00.001Z", "2015-01-13T09:00:00.000Z"), >, 0);
  g_assert_cmpint (gloss_timestamp_compare ("2014-12-31T23:59:59.999Z", "2015-01-13T09:00:00.000Z"), <, 0);
  g_assert_cmpint (gloss_timestamp_compare ("zzz", "2015-01-13T09:00:00Z"), <, 0);
  g_assert_cmpint (gloss_timestamp_compare (NULL, NULL), ==, 0);
  g_assert_cmpint (gloss_timestamp_compare ("a", "b"), <, 0);
}

/* A day begins at midnight where the user is; summer time makes some days longer. */
static void
test_of_day (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    int         n_days;
    const char *expected;
  } cases[] = {
    { "UTC", "2015-01-13", 0, "2015-01-13T00:00:00.000Z" },
    { "UTC", "2015-01-31", 1, "2015-02-01T00:00:00.000Z" },
    { "UTC", "2015-01-01", -1, "2014-12-31T00:00:00.000Z" },
    { "Asia/Shanghai", "2015-01-13", 0, "2015-01-12T16:00:00.000Z" },
    { "Europe/Paris", "2026-03-29", 0, "2026-03-28T23:00:00.000Z" },
    { "Europe/Paris", "2026-03-29", 1, "2026-03-29T22:00:00.000Z" },
    { "UTC", "2015-02-29", 0, NULL },
    { "UTC", "2015-1-13", 0, NULL },
    { "UTC", "20150113", 0, NULL },
    { "UTC", "13.01.2015", 0, NULL },
    { "UTC", "", 0, NULL },
    { "UTC", "2015-01-13T09", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stamp = NULL;

      g_setenv ("TZ", cases[i].zone, TRUE);
      stamp = gloss_timestamp_of_day (cases[i].day, cases[i].n_days);
      g_assert_cmpstr (stamp, ==, cases[i].expected);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/timestamp/increases", test_increases);
  g_test_add_func ("/timestamp/after-future", test_after_future);
  g_test_add_func ("/timestamp/after-nonsense", test_after_nonsense);
  g_test_add_func ("/timestamp/compare", test_compare);
  g_test_add_func ("/timestamp/of-day", test_of_day);

  return g_test_run ();
}

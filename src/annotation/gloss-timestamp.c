/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-timestamp.h"

#include <string.h>

/* Microseconds since 1970; FALSE for what is no time. */
static gboolean
parse (const char *string,
       gint64     *time_us)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (string == NULL || *string == '\0')
    return FALSE;

  utc = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (string, utc);
  if (time == NULL)
    return FALSE;

  *time_us = g_date_time_to_unix_usec (time);
  return TRUE;
}

static char *
format (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (time_ms * 1000);
  g_autofree char *seconds = NULL;

  if (time == NULL)
    return NULL;

  seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (time) / 1000);
}

char *
gloss_timestamp_after (const char *previous)
{
  gint64 now_ms = g_get_real_time () / 1000;
  gint64 previous_us;
  char *stamp = NULL;

  if (parse (previous, &previous_us) && previous_us / 1000 >= now_ms)
    stamp = format (previous_us / 1000 + 1);

  /* There is nothing after the last millisecond of the year 9999. */
  return stamp != NULL ? stamp : format (now_ms);
}

/* As gloss_timestamp_after () writes them: these are in the order of their letters. */
static gboolean
is_canonical (const char *string)
{
  static const char pattern[] = "0000-00-00T00:00:00.000Z";
  gsize i;

  for (i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (string[i]) : string[i] != pattern[i])
      return FALSE;

  return string[i] == '\0';
}

int
gloss_timestamp_compare (const char *a,
                         const char *b)
{
  gint64 a_us;
  gint64 b_us;
  gboolean a_is_time, b_is_time;

  /* Lists compare very many, nearly all of them written here. */
  if (a != NULL && b != NULL && is_canonical (a) && is_canonical (b))
    return strcmp (a, b);

  a_is_time = parse (a, &a_us);
  b_is_time = parse (b, &b_us);
  if (a_is_time && b_is_time)
    return (a_us > b_us) - (a_us < b_us);
  if (a_is_time != b_is_time)
    return a_is_time ? 1 : -1;

  return g_strcmp0 (a, b);
}

char *
gloss_timestamp_of_day (const char *day,
                        int         n_days)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *midnight = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) later = NULL;

  g_return_val_if_fail (day != NULL, NULL);

  midnight = g_strconcat (day, "T00:00:00", NULL);
  time = strlen (day) == strlen ("2015-01-13") ? g_date_time_new_from_iso8601 (midnight, zone) : NULL;
  later = time != NULL ? g_date_time_add_days (time, n_days) : NULL;
  return later != NULL ? format (g_date_time_to_unix (later) * 1000) : NULL;
}

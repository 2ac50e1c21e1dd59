/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-date.h"

#include <glib/gi18n.h>

char *
gloss_date_format (const char *iso8601)
{
  g_autofree char *midnight = g_strconcat (iso8601, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (midnight, NULL);

  if (date == NULL)
    return g_strdup (iso8601);

  /* Translators: a date, as for strftime. */
  return g_date_time_format (date, _("%-d %B %Y"));
}

char *
gloss_date_format_time (const char *iso8601)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (iso8601, NULL);
  g_autoptr (GDateTime) time = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (time == NULL)
    return g_strdup ("");

  if (g_date_time_get_year (time) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now))
    /* Translators: a time of today, as for strftime. */
    return g_date_time_format (time, _("Today, %H:%M"));

  /* Translators: a day and time, as for strftime. */
  return g_date_time_format (time, _("%-d %B %Y, %H:%M"));
}

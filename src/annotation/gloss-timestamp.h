/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Times as annotations carry them: ISO 8601, "2015-01-13T09:00:00.123Z". Pure functions but for
 * the clock: any thread.
 */

/* (transfer full): now, in UTC to the millisecond, and later than @previous (nullable) in any
 * case: clocks are set back, and two changes may fall into one millisecond. */
char *gloss_timestamp_after   (const char *previous);

/* Less than, equal to or greater than 0: @a is earlier than, the same as, later than @b, in
 * whatever zone they are written. What is no time, NULL too, is earlier than any time. */
int   gloss_timestamp_compare (const char *a,
                               const char *b);

/* (transfer full) (nullable): when the day @day, "2015-01-13" in the zone of the user, and @n_days
 * more, begins; NULL where @day is no day. */
char *gloss_timestamp_of_day  (const char *day,
                               int         n_days);

G_END_DECLS

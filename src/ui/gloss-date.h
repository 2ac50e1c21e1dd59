/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as a reader writes them, in the language of the interface. */

/* (transfer full): @iso8601 is a date, "2015-01-13"; "" gives "", and what is no date is given back
 * as it is. */
char *gloss_date_format      (const char *iso8601);

/* (transfer full): @iso8601 is a time, "2015-01-13T09:00:00Z", of which the local one is given; ""
 * where it is none. */
char *gloss_date_format_time (const char *iso8601);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <string.h>

G_BEGIN_DECLS

/* Sorts @ids, guint32 below @end. By their bytes, the lowest first: most lists are short, and what
 * compares ids cannot be foreseen by the processor. */
static inline void
gloss_sort_ids (GArray *ids,
                guint32 end)
{
  guint n = ids->len;
  guint32 *from, *to;

  g_array_set_size (ids, 2 * n);
  from = (guint32 *) (gpointer) ids->data;
  to = from + n;
  for (guint shift = 0; shift < 32 && end >> shift != 0; shift += 8)
    {
      guint starts[257] = { 0 };

      for (guint i = 0; i < n; i++)
        starts[((from[i] >> shift) & 0xff) + 1]++;
      for (guint k = 1; k < 256; k++)
        starts[k] += starts[k - 1];
      for (guint i = 0; i < n; i++)
        to[starts[(from[i] >> shift) & 0xff]++] = from[i];
      {
        guint32 *sorted = to;

        to = from;
        from = sorted;
      }
    }
  if (from != (guint32 *) (gpointer) ids->data)
    memcpy (ids->data, from, n * sizeof (guint32));
  g_array_set_size (ids, n);
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-edit-point"

#include "config.h"

#include "comparison/gloss-edit-point.h"

#define MAX_DIFFERENCES GLOSS_EDIT_POINT_MAX_DIFFERENCES

void
gloss_edit_point_find (const guint32 *a,
                       guint          n_a,
                       const guint32 *b,
                       guint          n_b,
                       gint32        *room,
                       guint         *x_out,
                       guint         *y_out)
{
  int n = (int) n_a;
  int m = (int) n_b;
  int delta = n - m;
  /* Diagonal k is x - y; both arrays have room for MAX_DIFFERENCES + 1 on either side. */
  gint32 *forward = room + MAX_DIFFERENCES + 1;
  gint32 *backward = forward + 2 * MAX_DIFFERENCES + 3; /* by k - delta */
  int best = -1;

  *x_out = 0;
  *y_out = 0;
  forward[1] = 0;
  backward[-1] = n;

  for (int d = 0; d <= MAX_DIFFERENCES; d++)
    {
      for (int k = -d; k <= d; k += 2)
        {
          int x = k == -d || (k != d && forward[k - 1] < forward[k + 1]) ? forward[k + 1]
                                                                        : forward[k - 1] + 1;
          int y = x - k;

          while (x < n && y >= 0 && y < m && a[x] == b[y])
            x++, y++;
          forward[k] = x;

          if ((delta & 1) != 0 && ABS (k - delta) < d && x >= backward[k - delta] &&
              x <= n && y >= 0 && y <= m)
            {
              *x_out = (guint) x;
              *y_out = (guint) y;
              return;
            }
        }

      for (int k = -d; k <= d; k += 2)
        {
          int x = k == d || (k != -d && backward[k - 1] < backward[k + 1]) ? backward[k - 1]
                                                                          : backward[k + 1] - 1;
          int y = x - k - delta;

          while (x > 0 && y > 0 && y <= m && a[x - 1] == b[y - 1])
            x--, y--;
          backward[k] = x;

          if ((delta & 1) == 0 && ABS (k + delta) <= d && x <= forward[k + delta] &&
              x >= 0 && y >= 0 && y <= m)
            {
              *x_out = (guint) x;
              *y_out = (guint) y;
              return;
            }
        }
    }

  for (int k = -MAX_DIFFERENCES; k <= MAX_DIFFERENCES; k += 2)
    {
      int x = MIN (forward[k], n);
      int y = x - k;

      if (y >= 0 && y <= m && x + y > best)
        {
          best = x + y;
          *x_out = (guint) x;
          *y_out = (guint) y;
        }
    }
  for (int k = -MAX_DIFFERENCES; k <= MAX_DIFFERENCES; k += 2)
    {
      int x = MAX (backward[k], 0);
      int y = x - k - delta;

      if (y >= 0 && y <= m && n - x + m - y > best)
        {
          best = n - x + m - y;
          *x_out = (guint) x;
          *y_out = (guint) y;
        }
    }
}

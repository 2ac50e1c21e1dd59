/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-common-tokens"

#include "config.h"

#include "comparison/gloss-common-tokens.h"

#include <string.h>

/* Most clauses are no longer than so many tokens. */
#define FEW_TOKENS 512

/* The places of the first text are found by the last bits of their id. */
#define N_LISTS 128

typedef struct
{
  guint32 heads[N_LISTS]; /* a place and one, or 0 */
  guint32 *next;          /* by place; likewise */
} Places;

static void
find_places (Places        *places,
             const guint32 *ids,
             guint          n)
{
  memset (places->heads, 0, sizeof places->heads);
  for (guint i = 0; i < n; i++)
    {
      guint32 *head = &places->heads[ids[i] % N_LISTS];

      places->next[i] = *head;
      *head = i + 1;
    }
}

/* A column of the usual table of lengths, in bits, after Hyyrö, "Bit-parallel LCS-length computation
 * revisited" (2004): a bit is 0 where the length grows by one from the token above to this one. The
 * carry of the addition takes a match up to the next such place. */
guint
gloss_count_common_tokens (const guint32 *a_ids,
                           guint          n_a,
                           const guint32 *b_ids,
                           guint          n_b)
{
  guint n_blocks = (n_a + 63) / 64;
  guint64 few_blocks[2 * (FEW_TOKENS / 64)];
  guint32 few_places[FEW_TOKENS];
  g_autofree guint64 *many_blocks = n_a > FEW_TOKENS ? g_new (guint64, 2 * n_blocks) : NULL;
  g_autofree guint32 *many_places = n_a > FEW_TOKENS ? g_new (guint32, n_a) : NULL;
  guint64 *column = many_blocks != NULL ? many_blocks : few_blocks;
  guint64 *matches = column + n_blocks;
  Places places = { .next = many_places != NULL ? many_places : few_places };
  guint n_common = 0;

  find_places (&places, a_ids, n_a);
  memset (column, 0xFF, n_blocks * sizeof (guint64));
  memset (matches, 0, n_blocks * sizeof (guint64));
  for (guint j = 0; j < n_b; j++)
    {
      gboolean found = FALSE;
      guint64 carry = 0;

      for (guint32 place = places.heads[b_ids[j] % N_LISTS]; place > 0; place = places.next[place - 1])
        if (a_ids[place - 1] == b_ids[j])
          {
            matches[(place - 1) / 64] |= G_GUINT64_CONSTANT (1) << ((place - 1) % 64);
            found = TRUE;
          }
      if (!found)
        continue;

      for (guint block = 0; block < n_blocks; block++)
        {
          guint64 before = column[block];
          guint64 sum = before + (before & matches[block]);

          column[block] = sum + carry;
          carry = (sum < before) | (column[block] < sum);
          column[block] |= before & ~matches[block];
          matches[block] = 0;
        }
    }

  for (guint block = 0; block < n_blocks; block++)
    for (guint64 grown = ~column[block]; grown != 0; grown &= grown - 1)
      n_common++;

  return n_common;
}

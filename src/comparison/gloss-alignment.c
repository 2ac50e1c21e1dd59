/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-alignment"

#include "config.h"

#include "comparison/gloss-alignment.h"

#include "comparison/gloss-link.h"
#include "comparison/gloss-wording.h"

#include <string.h>

GArray *
gloss_align (const GlossAlignClause  *old_clauses,
             guint                    n_old,
             const GlossAlignClause  *new_clauses,
             guint                    n_new,
             GlossTokenizer          *tokenizer,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (GlossLink));
  g_autoptr (GHashTable) by_wording = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  /* Of equal wordings the last stands in the table. */
  for (guint i = 0; i < n_old; i++)
    {
      gint64 *hash = g_new (gint64, 1);

      *hash = (gint64) gloss_wording_hash (old_clauses[i].text, old_clauses[i].length);
      g_hash_table_insert (by_wording, hash, GUINT_TO_POINTER (i + 1));
    }
  for (guint j = 0; j < n_new; j++)
    {
      gint64 hash = (gint64) gloss_wording_hash (new_clauses[j].text, new_clauses[j].length);
      guint i = GPOINTER_TO_UINT (g_hash_table_lookup (by_wording, &hash));

      if (i > 0 && gloss_wording_equal (old_clauses[i - 1].text, old_clauses[i - 1].length,
                                        new_clauses[j].text, new_clauses[j].length))
        {
          GlossLink link = { i - 1, 1, j, 1, 1000, TRUE };

          g_array_append_val (links, link);
          g_hash_table_remove (by_wording, &hash);
        }
    }

  return gloss_links_to_rows (links, old_clauses, n_old, new_clauses, n_new);
}

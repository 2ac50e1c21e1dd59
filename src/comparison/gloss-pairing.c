/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-pairing"

#include "config.h"

#include "comparison/gloss-pairing.h"

static void
pairing_free (gpointer data)
{
  GlossPairing *pairing = data;

  g_free (pairing->old_id);
  g_free (pairing->new_id);
  g_free (pairing);
}

static void
append (GPtrArray  *pairings,
        const char *old_id,
        const char *new_id)
{
  GlossPairing *pairing = g_new (GlossPairing, 1);

  pairing->old_id = g_strdup (old_id);
  pairing->new_id = g_strdup (new_id);
  g_ptr_array_add (pairings, pairing);
}

GPtrArray *
gloss_pairings_new (void)
{
  return g_ptr_array_new_with_free_func (pairing_free);
}

GPtrArray *
gloss_pairings_copy (GPtrArray *pairings)
{
  GPtrArray *copy;

  g_return_val_if_fail (pairings != NULL, NULL);

  copy = gloss_pairings_new ();
  for (guint i = 0; i < pairings->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (pairings, i);

      append (copy, pairing->old_id, pairing->new_id);
    }

  return copy;
}

gboolean
gloss_pairings_equal (GPtrArray *a,
                      GPtrArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const GlossPairing *one = g_ptr_array_index (a, i);
      const GlossPairing *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->old_id, other->old_id) != 0 || g_strcmp0 (one->new_id, other->new_id) != 0)
        return FALSE;
    }

  return TRUE;
}

void
gloss_pairings_choose (GPtrArray  *pairings,
                       const char *old_id,
                       const char *new_id)
{
  g_return_if_fail (pairings != NULL);
  g_return_if_fail (old_id != NULL || new_id != NULL);

  gloss_pairings_forget (pairings, old_id, new_id);
  append (pairings, old_id, new_id);
}

gboolean
gloss_pairings_forget (GPtrArray  *pairings,
                       const char *old_id,
                       const char *new_id)
{
  gboolean found = FALSE;

  g_return_val_if_fail (pairings != NULL, FALSE);

  for (guint i = pairings->len; i-- > 0;)
    {
      const GlossPairing *pairing = g_ptr_array_index (pairings, i);

      if ((old_id != NULL && g_strcmp0 (pairing->old_id, old_id) == 0) ||
          (new_id != NULL && g_strcmp0 (pairing->new_id, new_id) == 0))
        {
          g_ptr_array_remove_index (pairings, i);
          found = TRUE;
        }
    }

  return found;
}

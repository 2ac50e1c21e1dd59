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

static gboolean
is_same (const GlossPairing *one,
         const GlossPairing *other)
{
  return g_strcmp0 (one->old_id, other->old_id) == 0 && g_strcmp0 (one->new_id, other->new_id) == 0;
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
    if (!is_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

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

static gboolean
contains (GPtrArray          *pairings,
          const GlossPairing *pairing)
{
  for (guint i = 0; i < pairings->len; i++)
    if (is_same (g_ptr_array_index (pairings, i), pairing))
      return TRUE;

  return FALSE;
}

/* Whether @pairings say anything of a clause of @pairing. */
static gboolean
speak_of (GPtrArray          *pairings,
          const GlossPairing *pairing)
{
  for (guint i = 0; i < pairings->len; i++)
    {
      const GlossPairing *said = g_ptr_array_index (pairings, i);

      if ((pairing->old_id != NULL && g_strcmp0 (said->old_id, pairing->old_id) == 0) ||
          (pairing->new_id != NULL && g_strcmp0 (said->new_id, pairing->new_id) == 0))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
gloss_pairings_revise (GPtrArray *current,
                       GPtrArray *from,
                       GPtrArray *to)
{
  GPtrArray *revised;

  g_return_val_if_fail (current != NULL && from != NULL && to != NULL, NULL);

  if (gloss_pairings_equal (current, from))
    return gloss_pairings_copy (to);

  revised = gloss_pairings_new ();
  for (guint i = 0; i < current->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (current, i);

      if (contains (to, pairing) || !contains (from, pairing))
        append (revised, pairing->old_id, pairing->new_id);
    }
  for (guint i = 0; i < to->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (to, i);

      if (!contains (from, pairing) && !speak_of (revised, pairing))
        append (revised, pairing->old_id, pairing->new_id);
    }

  return revised;
}

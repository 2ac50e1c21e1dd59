/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-pairing"

#include "config.h"

#include "ui/gloss-comparison-pairing.h"

#include "comparison/gloss-pairing-store.h"

struct _GlossComparisonPairing
{
  GObject            parent_instance;

  char              *folder;
  GlossPairingStore *store;     /* NULL until documents are compared */
  char              *first;     /* the two names, in the order of the file */
  char              *second;
  gboolean           turned;    /* the second one is the old one */
};

G_DEFINE_FINAL_TYPE (GlossComparisonPairing, gloss_comparison_pairing, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The file knows a first and a second document, the comparison an old and a new one. */
static void
choose (GlossComparisonPairing *self,
        GPtrArray              *pairings,
        const char             *old_id,
        const char             *new_id)
{
  if (self->turned)
    gloss_pairings_choose (pairings, new_id, old_id);
  else
    gloss_pairings_choose (pairings, old_id, new_id);
}

static void
forget (GlossComparisonPairing *self,
        GPtrArray              *pairings,
        const char             *old_id,
        const char             *new_id)
{
  if (self->turned)
    gloss_pairings_forget (pairings, new_id, old_id);
  else
    gloss_pairings_forget (pairings, old_id, new_id);
}

/* (transfer full) (nullable): what the file holds now, to be changed. */
static GPtrArray *
begin (GlossComparisonPairing  *self,
       GError                 **error)
{
  if (!gloss_pairing_store_load (self->store, error))
    return NULL;

  return gloss_pairings_copy (gloss_pairing_store_get_pairings (self->store));
}

static gboolean
end (GlossComparisonPairing *self,
     gboolean                done)
{
  if (done)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return done;
}

static void
gloss_comparison_pairing_finalize (GObject *object)
{
  GlossComparisonPairing *self = GLOSS_COMPARISON_PAIRING (object);

  g_clear_pointer (&self->store, gloss_pairing_store_free);
  g_free (self->folder);
  g_free (self->first);
  g_free (self->second);

  G_OBJECT_CLASS (gloss_comparison_pairing_parent_class)->finalize (object);
}

static void
gloss_comparison_pairing_class_init (GlossComparisonPairingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_comparison_pairing_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
gloss_comparison_pairing_init (GlossComparisonPairing *self)
{
}

GlossComparisonPairing *
gloss_comparison_pairing_new (const char *folder)
{
  GlossComparisonPairing *self = g_object_new (GLOSS_TYPE_COMPARISON_PAIRING, NULL);

  self->folder = g_strdup (folder);

  return self;
}

GPtrArray *
gloss_comparison_pairing_open (GlossComparisonPairing  *self,
                               const char              *old_name,
                               const char              *new_name,
                               GError                 **error)
{
  const char *first, *second;
  GPtrArray *kept, *pairings;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), NULL);
  g_return_val_if_fail (old_name != NULL && new_name != NULL, NULL);

  self->turned = g_strcmp0 (old_name, new_name) > 0;
  first = self->turned ? new_name : old_name;
  second = self->turned ? old_name : new_name;
  if (g_strcmp0 (first, self->first) != 0 || g_strcmp0 (second, self->second) != 0)
    {
      g_clear_pointer (&self->store, gloss_pairing_store_free);
      g_set_str (&self->first, first);
      g_set_str (&self->second, second);
      self->store = gloss_pairing_store_new (self->folder, first, second);
    }

  gloss_pairing_store_load (self->store, error);
  kept = gloss_pairing_store_get_pairings (self->store);
  pairings = gloss_pairings_new ();
  for (guint i = 0; i < kept->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (kept, i);

      choose (self, pairings, pairing->old_id, pairing->new_id);
    }

  return pairings;
}

gboolean
gloss_comparison_pairing_unpair (GlossComparisonPairing  *self,
                                 GlossComparisonRow      *row,
                                 GError                 **error)
{
  g_autoptr (GPtrArray) pairings = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), FALSE);

  pairings = begin (self, error);
  if (pairings == NULL)
    return FALSE;

  for (guint i = 0; i < gloss_comparison_row_get_n_old (row); i++)
    choose (self, pairings, gloss_clause_get_id (gloss_comparison_row_get_old (row, i)), NULL);
  for (guint i = 0; i < gloss_comparison_row_get_n_new (row); i++)
    choose (self, pairings, NULL, gloss_clause_get_id (gloss_comparison_row_get_new (row, i)));

  return end (self, gloss_pairing_store_set (self->store, pairings, error));
}

gboolean
gloss_comparison_pairing_pair (GlossComparisonPairing  *self,
                               const char              *old_id,
                               const char              *new_id,
                               GError                 **error)
{
  g_autoptr (GPtrArray) pairings = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (old_id != NULL && new_id != NULL, FALSE);

  pairings = begin (self, error);
  if (pairings == NULL)
    return FALSE;

  choose (self, pairings, old_id, new_id);
  return end (self, gloss_pairing_store_set (self->store, pairings, error));
}

gboolean
gloss_comparison_pairing_reset (GlossComparisonPairing  *self,
                                GlossComparisonRow      *row,
                                GError                 **error)
{
  g_autoptr (GPtrArray) pairings = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), FALSE);

  pairings = begin (self, error);
  if (pairings == NULL)
    return FALSE;

  for (guint i = 0; i < gloss_comparison_row_get_n_old (row); i++)
    forget (self, pairings, gloss_clause_get_id (gloss_comparison_row_get_old (row, i)), NULL);
  for (guint i = 0; i < gloss_comparison_row_get_n_new (row); i++)
    forget (self, pairings, NULL, gloss_clause_get_id (gloss_comparison_row_get_new (row, i)));

  return end (self, gloss_pairing_store_set (self->store, pairings, error));
}

gboolean
gloss_comparison_pairing_reset_all (GlossComparisonPairing  *self,
                                    GError                 **error)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);

  return end (self, gloss_pairing_store_reset (self->store, error));
}

gboolean
gloss_comparison_pairing_undo (GlossComparisonPairing  *self,
                               GError                 **error)
{
  g_return_val_if_fail (gloss_comparison_pairing_can_undo (self), FALSE);

  return end (self, gloss_pairing_store_undo (self->store, error));
}

gboolean
gloss_comparison_pairing_redo (GlossComparisonPairing  *self,
                               GError                 **error)
{
  g_return_val_if_fail (gloss_comparison_pairing_can_redo (self), FALSE);

  return end (self, gloss_pairing_store_redo (self->store, error));
}

gboolean
gloss_comparison_pairing_has_any (GlossComparisonPairing *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), FALSE);

  return self->store != NULL && gloss_pairing_store_get_pairings (self->store)->len > 0;
}

gboolean
gloss_comparison_pairing_can_undo (GlossComparisonPairing *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), FALSE);

  return self->store != NULL && gloss_pairing_store_can_undo (self->store);
}

gboolean
gloss_comparison_pairing_can_redo (GlossComparisonPairing *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), FALSE);

  return self->store != NULL && gloss_pairing_store_can_redo (self->store);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-pairing"

#include "config.h"

#include "comparison/gloss-comparison-pairing.h"

#include <glib/gi18n-lib.h>

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

/* All that there are: those of the same documents, in other windows, say the same. */
static GList *instances;

/* What is to be said of clauses. */
typedef void (*Change) (GPtrArray  *pairings,
                        const char *first_id,
                        const char *second_id);

static void
forget (GPtrArray  *pairings,
        const char *first_id,
        const char *second_id)
{
  gloss_pairings_forget (pairings, first_id, second_id);
}

/* The file knows a first and a second document, the comparison an old and a new one. */
static void
change (GlossComparisonPairing *self,
        GPtrArray              *pairings,
        Change                  what,
        const char             *old_id,
        const char             *new_id)
{
  if (self->turned)
    what (pairings, new_id, old_id);
  else
    what (pairings, old_id, new_id);
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

static gpointer
hold (gconstpointer instance,
      gpointer      user_data)
{
  return g_object_ref ((gpointer) instance);
}

static gboolean
end (GlossComparisonPairing *self,
     gboolean                done)
{
  g_autolist (GlossComparisonPairing) all = NULL;

  if (!done)
    return FALSE;

  all = g_list_copy_deep (instances, hold, NULL);
  for (GList *l = all; l != NULL; l = l->next)
    {
      GlossComparisonPairing *other = l->data;

      if (g_strcmp0 (other->folder, self->folder) == 0 && g_strcmp0 (other->first, self->first) == 0 &&
          g_strcmp0 (other->second, self->second) == 0)
        g_signal_emit (other, signals[SIGNAL_CHANGED], 0);
    }

  return TRUE;
}

/* Of each clause of @row alone. */
static gboolean
change_row (GlossComparisonPairing  *self,
            GlossComparisonRow      *row,
            Change                   what,
            const char              *label,
            GError                 **error)
{
  g_autoptr (GPtrArray) pairings = begin (self, error);

  if (pairings == NULL)
    return FALSE;

  for (guint i = 0; i < gloss_comparison_row_get_n_old (row); i++)
    change (self, pairings, what, gloss_clause_get_id (gloss_comparison_row_get_old (row, i)), NULL);
  for (guint i = 0; i < gloss_comparison_row_get_n_new (row); i++)
    change (self, pairings, what, NULL, gloss_clause_get_id (gloss_comparison_row_get_new (row, i)));

  return end (self, gloss_pairing_store_set (self->store, pairings, label, error));
}

static void
gloss_comparison_pairing_finalize (GObject *object)
{
  GlossComparisonPairing *self = GLOSS_COMPARISON_PAIRING (object);

  instances = g_list_remove (instances, self);
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
  instances = g_list_prepend (instances, self);
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

      change (self, pairings, gloss_pairings_choose, pairing->old_id, pairing->new_id);
    }

  return pairings;
}

GPtrArray *
gloss_comparison_pairing_load (GlossDocument  *old_document,
                               GlossDocument  *new_document,
                               GError        **error)
{
  g_autoptr (GlossComparisonPairing) self = gloss_comparison_pairing_new (NULL);

  return gloss_comparison_pairing_open (self, gloss_document_get_name (old_document),
                                        gloss_document_get_name (new_document), error);
}

gboolean
gloss_comparison_pairing_unpair (GlossComparisonPairing  *self,
                                 GlossComparisonRow      *row,
                                 GError                 **error)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), FALSE);

  return change_row (self, row, gloss_pairings_choose, _("Clauses unpaired"), error);
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

  change (self, pairings, gloss_pairings_choose, old_id, new_id);
  return end (self, gloss_pairing_store_set (self->store, pairings, _("Clauses paired"), error));
}

gboolean
gloss_comparison_pairing_reset (GlossComparisonPairing  *self,
                                GlossComparisonRow      *row,
                                GError                 **error)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), FALSE);

  return change_row (self, row, forget, _("Pairing reset"), error);
}

gboolean
gloss_comparison_pairing_reset_all (GlossComparisonPairing  *self,
                                    GError                 **error)
{
  g_autoptr (GPtrArray) none = gloss_pairings_new ();

  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self) && self->store != NULL, FALSE);

  return end (self, gloss_pairing_store_load (self->store, error) &&
                        gloss_pairing_store_set (self->store, none, _("All pairings reset"), error));
}

gboolean
gloss_comparison_pairing_undo (GlossComparisonPairing  *self,
                               GError                 **error)
{
  g_return_val_if_fail (gloss_comparison_pairing_peek_undo (self) != NULL, FALSE);

  return end (self, gloss_pairing_store_undo (self->store, error));
}

gboolean
gloss_comparison_pairing_redo (GlossComparisonPairing  *self,
                               GError                 **error)
{
  g_return_val_if_fail (gloss_comparison_pairing_peek_redo (self) != NULL, FALSE);

  return end (self, gloss_pairing_store_redo (self->store, error));
}

gboolean
gloss_comparison_pairing_has_any (GlossComparisonPairing *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), FALSE);

  return self->store != NULL && gloss_pairing_store_get_pairings (self->store)->len > 0;
}

const GlossPairingStep *
gloss_comparison_pairing_peek_undo (GlossComparisonPairing *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), NULL);

  return self->store != NULL ? gloss_pairing_store_peek_undo (self->store) : NULL;
}

const GlossPairingStep *
gloss_comparison_pairing_peek_redo (GlossComparisonPairing *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_PAIRING (self), NULL);

  return self->store != NULL ? gloss_pairing_store_peek_redo (self->store) : NULL;
}

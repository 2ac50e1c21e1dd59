/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-private.h"

#include <glib/gi18n-lib.h>

#include "import/gloss-import-version.h"

typedef struct
{
  GlossImportPlan *plan;
  GPtrArray       *steps; /* (nullable) */
  GError          *error; /* the first one */
} Work;

/* Only the first error is told. */
static GError **
error_of (Work *work)
{
  return work->error == NULL ? &work->error : NULL;
}

/* The stores may have changed since the plan was made: what is there by now is not put there
 * again. FALSE where nothing is to be done. */
static gboolean
apply_item (GlossAnnotationStore   *store,
            const GlossImportItem  *item,
            GError                **error)
{
  GlossAnnotation *present = gloss_annotation_store_find (store, gloss_annotation_get_id (item->annotation));

  if (present == NULL)
    gloss_annotation_store_add (store, item->annotation, error);
  else if (gloss_import_compare_versions (item->annotation, present) == GLOSS_IMPORT_VERSION_LATER)
    gloss_annotation_store_replace (store, present, item->annotation, error);
  else
    return FALSE;

  return TRUE;
}

/* What was put on another document before is there no longer, once it is where it belongs. */
static gboolean
remove_moved (GlossAnnotationStore    *store,
              const GlossImportEntry  *entry,
              GError                 **error)
{
  GlossAnnotation *old = gloss_annotation_store_find (store, gloss_annotation_get_id (entry->item.annotation));

  if (old == NULL)
    return FALSE;

  gloss_annotation_store_remove (store, old, error);
  return TRUE;
}

/* One step of undo in @store: what comes into it, or what goes from it to another. */
static void
make_step (Work                 *work,
           GlossAnnotationStore *store,
           gboolean              removing)
{
  const char *symbol = gloss_annotation_store_get_symbol (store);
  gboolean had_error = work->error != NULL;
  gboolean changed = FALSE;

  gloss_annotation_store_begin_group (store, _("Import Notes"));
  for (guint i = 0; i < work->plan->entries->len; i++)
    {
      const GlossImportEntry *entry = g_ptr_array_index (work->plan->entries, i);

      if (entry->item.change == GLOSS_IMPORT_DUPLICATE)
        continue;
      if (removing && entry->moves_from == store)
        changed |= remove_moved (store, entry, error_of (work));
      else if (!removing && g_str_equal (entry->item.symbol, symbol))
        changed |= apply_item (store, &entry->item, error_of (work));
    }
  gloss_annotation_store_end_group (store, error_of (work));

  if (changed && work->steps != NULL)
    g_ptr_array_add (work->steps, g_object_ref (store));
  if (work->error != NULL && !had_error)
    g_prefix_error (&work->error, "%s: ", symbol);
}

static void
add_once (GPtrArray            *stores,
          GlossAnnotationStore *store)
{
  if (!g_ptr_array_find (stores, store, NULL))
    g_ptr_array_add (stores, store);
}

gboolean
gloss_import_plan_apply (GlossImportPlan  *self,
                         GPtrArray        *steps,
                         GError          **error)
{
  g_autoptr (GPtrArray) stores = g_ptr_array_new ();
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  Work work = { self, steps, NULL };

  g_return_val_if_fail (self != NULL, FALSE);

  /* Before anything is written, all must be there to be written to. */
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GlossImportEntry *entry = g_ptr_array_index (self->entries, i);
      GlossAnnotationStore *store;

      if (entry->item.change == GLOSS_IMPORT_DUPLICATE)
        continue;

      store = gloss_notebook_get_store (self->notebook, entry->item.symbol, error);
      if (store == NULL)
        return FALSE;
      add_once (stores, store);
      if (entry->moves_from != NULL)
        add_once (left, entry->moves_from);
    }

  for (guint i = 0; i < stores->len; i++)
    make_step (&work, g_ptr_array_index (stores, i), FALSE);

  /* Nothing leaves its place before it is safe in another. */
  for (guint i = 0; i < left->len && work.error == NULL; i++)
    make_step (&work, g_ptr_array_index (left, i), TRUE);

  if (work.error == NULL)
    return TRUE;

  g_propagate_error (error, work.error);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties: a file is refused with one line, or every annotation of it can be stored as it is in
 * the plan; one that is said to be placed quotes the document letter for letter at its place; each
 * place that is offered for one that is not is a place; and the same file a second time brings
 * nothing. */

#include "import/gloss-import.h"

#include <stdlib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "import/gloss-import-candidates.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
require (gboolean condition)
{
  if (!condition)
    abort ();
}

/* The shipped documents alone, which are read once. */
static GlossLibrary *
get_library (void)
{
  static GlossLibrary *library;

  if (library == NULL)
    {
      g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);
      library = gloss_library_new ();
    }

  return library;
}

static void
check_candidates (GlossDocument *document,
                  GlossAnchor   *anchor)
{
  g_autoptr (GPtrArray) candidates = gloss_import_find_candidates (document, anchor);

  for (guint i = 0; i < candidates->len; i++)
    {
      const GlossImportCandidate *candidate = g_ptr_array_index (candidates, i);
      GlossPlacement placement = gloss_anchor_resolve (candidate->anchor, document);

      require (placement.state == GLOSS_PLACEMENT_PLACED && placement.clause == candidate->clause);
      require (g_utf8_validate (candidate->before, -1, NULL) && g_utf8_validate (candidate->after, -1, NULL));
    }
}

static void
check_item (const GlossImportItem *item)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (item->annotation);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  const char *text = gloss_annotation_get_text (item->annotation);
  g_autoptr (GlossAnnotation) again = gloss_annotation_new_from_text (text, strlen (text), NULL);

  require (strchr (text, '\n') == NULL);
  require (again != NULL);
  require (g_str_equal (gloss_annotation_get_text (again), text));
  require (item->symbol != NULL && *item->symbol != '\0');
  require (item->clause == NULL || item->document != NULL);

  if (item->state != GLOSS_PLACEMENT_PLACED && item->document != NULL)
    check_candidates (item->document, anchor);

  if (item->state == GLOSS_PLACEMENT_PLACED && item->clause != NULL && data->exact != NULL && data->start >= 0)
    {
      GlossPlacement placement = gloss_anchor_resolve (anchor, item->document);
      g_autofree char *words = NULL;

      require (placement.state == GLOSS_PLACEMENT_PLACED && placement.clause == item->clause);
      if (placement.other_language)
        return;
      words = g_utf8_substring (gloss_clause_get_text (placement.clause), placement.start, placement.end);
      require (g_str_equal (words, data->exact));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  GlossLibrary *library = get_library ();
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new ("/nonexistent", GLOSS_STORE_STRICT);
  g_autoptr (GlossImportPlan) plan = gloss_import_plan_new (library, notebook);
  g_autoptr (GError) error = NULL;
  guint n_items;

  if (!gloss_import_plan_add (plan, (const char *) data, size, "file", NULL, &error))
    {
      require (error != NULL && strchr (error->message, '\n') == NULL);
      require (gloss_import_plan_get_n_items (plan) == 0);
      return 0;
    }

  n_items = gloss_import_plan_get_n_items (plan);
  for (guint i = 0; i < n_items; i++)
    check_item (gloss_import_plan_get_item (plan, i));

  require (gloss_import_plan_add (plan, (const char *) data, size, "file", NULL, NULL));
  require (gloss_import_plan_get_n_items (plan) == 2 * n_items);
  for (guint i = n_items; i < 2 * n_items; i++)
    require (gloss_import_plan_get_item (plan, i)->change == GLOSS_IMPORT_DUPLICATE);

  return 0;
}

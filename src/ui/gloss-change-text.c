/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-change-text"

#include "config.h"

#include "ui/gloss-change-text.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-sides.h"

static char *
dup_citation (GlossAnchor  *anchor,
              GlossLibrary *library)
{
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  const char *symbol = data->symbol != NULL ? data->symbol : "";
  g_autofree char *name = data->language != NULL ? g_strdup_printf ("%s@%s", symbol, data->language) : g_strdup (symbol);
  g_autoptr (GlossDocument) document = NULL;
  GlossClause *clause = NULL;

  if (library != NULL && gloss_library_find (library, name) != NULL)
    document = gloss_library_load (library, name, NULL);
  else if (library != NULL && gloss_library_find (library, symbol) != NULL)
    document = gloss_library_load (library, symbol, NULL);
  if (document != NULL && data->clause_id != NULL)
    clause = gloss_document_find_clause (document, data->clause_id);

  if (clause != NULL)
    return g_strdup (gloss_clause_get_citation (clause));

  return data->clause_id != NULL ? g_strdup_printf ("%s, %s", symbol, data->clause_id) : g_strdup (symbol);
}

char *
gloss_change_text_describe (GlossAnnotation *annotation,
                            GlossLibrary    *library)
{
  g_autoptr (GlossAnchor) old_side = NULL;
  g_autofree char *old_citation = NULL;
  g_autofree char *new_citation = NULL;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);
  g_return_val_if_fail (library == NULL || GLOSS_IS_LIBRARY (library), NULL);

  old_side = gloss_annotation_dup_old_side (annotation);
  if (old_side == NULL)
    return NULL;

  old_citation = dup_citation (old_side, library);
  new_citation = dup_citation (gloss_annotation_get_anchor (annotation), library);

  /* Translators: where a note on a change stands, in the old text and in the new one. */
  return g_strdup_printf (_("On a change: %s → %s"), old_citation, new_citation);
}

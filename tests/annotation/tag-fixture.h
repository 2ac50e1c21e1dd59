/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "store-fixture.h"

/* (transfer none): a note on the document @symbol that bears @tags: "law|law/water". */
static inline GlossAnnotation *
tag_fixture_add (GlossNotebook *notebook,
                 const char    *symbol,
                 const char    *tags)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = symbol, .start = -1, .end = -1 });
  g_auto (GStrv) parts = g_strsplit (tags, "|", -1);
  g_autoptr (GlossAnnotation) annotation =
      gloss_annotation_new (anchor, "note", (const char * const *) parts, GLOSS_COLOR_YELLOW, "N. N.");
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, symbol, &error);

  g_assert_no_error (error);
  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  return annotation;
}

static inline void
tag_fixture_assert (GlossAnnotation *annotation,
                    const char      *expected)
{
  g_autofree char *tags = g_strjoinv ("|", (char **) gloss_annotation_get_tags (annotation));

  g_assert_cmpstr (tags, ==, expected);
}

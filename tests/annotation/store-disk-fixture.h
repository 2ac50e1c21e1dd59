/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "store-fixture.h"

/* What a store and its folder hold, for the tests of its files. */

static inline GlossAnnotation *
find (GlossAnnotationStore *store,
      GlossAnnotation      *annotation)
{
  return gloss_annotation_store_find (store, gloss_annotation_get_id (annotation));
}

static inline guint
count (GlossAnnotationStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

/* How many annotations have that note. */
static inline guint
count_notes (GlossAnnotationStore *store,
             const char           *note)
{
  guint n = 0;

  for (guint i = 0; i < count (store); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (store), i);

      n += g_str_equal (gloss_annotation_get_note (annotation), note);
    }

  return n;
}

static inline guint
count_files (const char *folder,
             const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;

  return n;
}

static inline GlossAnnotation *
add (Fixture              *fixture,
     GlossAnnotationStore *store,
     const char           *note)
{
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, note);
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  return annotation; /* the store holds it */
}

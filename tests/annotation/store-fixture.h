/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>
#include <unistd.h>

#include "annotation/gloss-annotation-store.h"
#include "document/gloss-document-builder.h"

/* A folder for stores that is not there yet, and a document to annotate. */

#define SYMBOL "A/69/723"

typedef struct
{
  char          *parent;
  char          *folder;
  char          *file;    /* of the collection */
  char          *journal;
  GlossDocument *document;
} Fixture;

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  fixture->parent = g_dir_make_tmp ("glossator-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, "notes", NULL);
  fixture->file = g_build_filename (fixture->folder, "A_69_723.json", NULL);
  fixture->journal = g_build_filename (fixture->folder, "A_69_723.journal", NULL);

  gloss_document_builder_set_symbol (builder, SYMBOL);
  gloss_document_builder_set_language (builder, "en");
  gloss_document_builder_set_iri (builder, "https://undocs.org/en/A/69/723");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
    .id = "annex__para_2__item_8",
    .label = "(8)",
    .text = "To fully respect rights and freedoms in the information space",
    .kind = GLOSS_CLAUSE_ITEM,
  });
  fixture->document = gloss_document_builder_end (builder);
}

static inline void
fixture_delete (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      folder = g_dir_open (path, 0, NULL);
      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          fixture_delete (child);
        }
    }

  g_remove (path);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture_delete (fixture->parent);
  g_clear_pointer (&fixture->parent, g_free);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->file, g_free);
  g_clear_pointer (&fixture->journal, g_free);
  g_clear_object (&fixture->document);
}

static inline void
fixture_add (const char *path,
             void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

static inline GlossAnnotationStore *
fixture_open (Fixture        *fixture,
              GlossStoreMode  mode)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_annotation_store_open (fixture->folder, SYMBOL, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static inline GlossAnnotation *
fixture_make (Fixture    *fixture,
              const char *note)
{
  GlossClause *clause = gloss_document_get_clause (fixture->document, 0);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_phrase (fixture->document, clause, 3, 16);

  return gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_YELLOW, "A delegate");
}

/* (transfer full): what is in the file @path. */
static inline char *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  return data;
}

static inline void
fixture_write (Fixture    *fixture,
               const char *path,
               const char *data,
               gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (fixture->folder, 0700);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

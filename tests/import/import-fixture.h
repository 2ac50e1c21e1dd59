/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "document/gloss-document-builder.h"
#include "import/gloss-import-format.h"

/* What the tests of the import have in common. */

/* (transfer full): a document of paragraphs, "LABEL|TEXT"; ends in NULL. */
static inline GlossDocument *
fixture_document (const char         *symbol,
                  const char *const  *clauses)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, "en");
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (clauses[i], "|", 2);
      g_autofree char *id = g_strdup_printf ("c%u", i + 1);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = id, .label = parts[0], .text = parts[1], .kind = GLOSS_CLAUSE_PARAGRAPH,
      });
    }

  return gloss_document_builder_end (builder);
}

/* (transfer full): a file that must be readable. */
static inline GlossImportFile *
fixture_read (const char *data)
{
  g_autoptr (GError) error = NULL;
  GlossImportFile *file = gloss_import_file_read (data, strlen (data), &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static inline const GlossImportRecord *
fixture_record (GlossImportFile *file,
                guint            position)
{
  g_assert_cmpuint (position, <, file->records->len);
  return g_ptr_array_index (file->records, position);
}

/* (transfer full): the Web Annotation that a record is. */
static inline GlossAnnotation *
fixture_parse (const GlossImportRecord *record)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotation *annotation = gloss_annotation_new_from_text (record->text, strlen (record->text), &error);

  g_assert_no_error (error);
  return annotation;
}

/* (transfer full): one of the sample files. */
static inline char *
fixture_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  return data;
}

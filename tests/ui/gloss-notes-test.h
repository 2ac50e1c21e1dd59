/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-json.h"
#include "ui/gloss-note-places.h"

#include "gloss-reader-test.h"

/* Notes on several documents, for the tests of what stands behind the list of all notes. */

typedef struct
{
  GlossLibrary    *library;
  GlossNotebook   *notebook;
  GlossNotePlaces *places;
} GlossNotesTest;

static inline void
gloss_notes_test_set_up (GlossNotesTest *self)
{
  self->library = gloss_library_new ();
  self->notebook = gloss_reader_test_notebook (NULL);
  self->places = gloss_note_places_new (self->library, self->notebook);
}

static inline void
gloss_notes_test_clear (GlossNotesTest *self)
{
  g_assert_finalize_object (self->places);
  g_clear_object (&self->notebook);
  g_clear_object (&self->library);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlossNotesTest, gloss_notes_test_clear)

/* (transfer full): on the whole document. */
static inline GlossAnchor *
gloss_notes_test_whole (GlossDocument *document)
{
  const GlossAnchorData data = {
    .symbol = gloss_document_get_symbol (document), .language = gloss_document_get_language (document),
    .source = "urn:example:whole", .start = -1, .end = -1,
  };

  return gloss_anchor_new (&data);
}

/* (transfer none): a note that its store has by now. @name: of a document that the program ships.
 * @clause_id, @quote, @tags (separated by commas) and @modified may be NULL. */
static inline GlossAnnotation *
gloss_notes_test_add (GlossNotesTest *self,
                      const char     *name,
                      const char     *clause_id,
                      const char     *quote,
                      const char     *note,
                      const char     *tags,
                      const char     *modified)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_library_load (self->library, name, &error);
  GlossClause *clause;
  g_autoptr (GlossAnchor) anchor = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_autoptr (GlossAnnotation) dated = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (GStrv) list = tags != NULL ? g_strsplit (tags, ",", -1) : NULL;
  GlossAnnotationStore *store;

  g_assert_no_error (error);
  clause = clause_id != NULL ? gloss_document_find_clause (document, clause_id) : NULL;
  g_assert_true (clause != NULL || clause_id == NULL);
  if (clause == NULL)
    anchor = gloss_notes_test_whole (document);
  else
    anchor = quote != NULL ? gloss_anchor_new_for_quote (document, clause, quote, &error)
                           : gloss_anchor_new_for_clause (document, clause);
  g_assert_no_error (error);

  annotation = gloss_annotation_new (anchor, note, (const char * const *) list, GLOSS_COLOR_GREEN, "Ada");
  node = gloss_annotation_to_json (annotation);
  if (modified != NULL)
    json_object_set_string_member (json_node_get_object (node), "modified", modified);
  dated = gloss_annotation_new_from_json (node, &error);
  g_assert_no_error (error);

  store = gloss_notebook_get_store (self->notebook, gloss_document_get_symbol (document), &error);
  g_assert_no_error (error);
  gloss_annotation_store_add (store, dated, &error);
  g_assert_no_error (error);

  return dated;
}

/* (transfer full): a note on a document that nobody has. */
static inline GlossAnnotation *
gloss_notes_test_orphan (const char *symbol,
                         const char *clause_id)
{
  const GlossAnchorData data = {
    .symbol = symbol, .language = "en", .source = "urn:example:gone", .clause_id = clause_id, .start = -1, .end = -1,
  };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);

  return gloss_annotation_new (anchor, "Orphan", NULL, GLOSS_COLOR_RED, "Bo");
}

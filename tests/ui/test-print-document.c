/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-print-document.h"

#include <string.h>

#include "gloss-reader-test.h"
#include "gloss-ui-test.h"

typedef struct
{
  GlossDocument        *document;
  GlossNotebook        *notebook;
  GlossAnnotationStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->store = gloss_reader_test_store (fixture->notebook);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

static void
add (Fixture    *fixture,
     const char *id,
     const char *quote,
     const char *note)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->document, id, quote, note);
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (fixture->store, annotation, &error);
  g_assert_no_error (error);
}

/* (transfer none) (nullable): the last block in whose cell @cell the words @words stand. */
static const GlossPrintBlock *
find_block (GlossPrintout *printout,
            guint          cell,
            const char    *words)
{
  for (guint i = gloss_printout_get_n_blocks (printout); i > 0; i--)
    {
      const GlossPrintBlock *block = gloss_printout_get_block (printout, i - 1);

      if (cell < block->n_cells && strstr (block->cells[cell].text, words) != NULL)
        return block;
    }

  return NULL;
}

/* Without notes the text has the whole page: all of it, labels and all. */
static void
test_text_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlossPlacedNotes) notes = gloss_placed_notes_new (fixture->document, fixture->store);
  g_autoptr (GlossPrintout) printout = gloss_print_document (fixture->document, notes);
  guint n_clauses = gloss_document_get_n_clauses (fixture->document);

  g_assert_cmpuint (gloss_printout_get_n_columns (printout), ==, 0);
  g_assert_cmpuint (gloss_printout_get_n_blocks (printout), ==, n_clauses + 1);

  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (fixture->document, i);
      const char *label = gloss_clause_get_label (clause);
      g_autofree char *expected = g_strconcat (label, *label != '\0' ? " " : "", gloss_clause_get_text (clause), NULL);

      g_assert_cmpstr (gloss_printout_get_block (printout, i + 1)->cells[0].text, ==, expected);
    }
}

/* A note stands beside its clause, with the words it is on, and these are marked in the text. */
static void
test_margin (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossPlacedNotes) notes = NULL;
  g_autoptr (GlossPrintout) printout = NULL;
  const GlossPrintBlock *block;
  g_autofree char *attributes = NULL;

  add (fixture, "item_3", "divide", "mind the gap");
  notes = gloss_placed_notes_new (fixture->document, fixture->store);
  printout = gloss_print_document (fixture->document, notes);

  g_assert_cmpuint (gloss_printout_get_n_columns (printout), ==, 2);
  block = find_block (printout, 1, "mind the gap");
  g_assert_nonnull (block);
  g_assert_cmpint (block->kind, ==, GLOSS_PRINT_ROW);
  g_assert_nonnull (strstr (block->cells[0].text, "divide"));
  g_assert_true (g_str_has_prefix (block->cells[1].text, "“divide”\nmind the gap\n"));

  attributes = pango_attr_list_to_string (block->cells[0].attributes);
  g_assert_nonnull (strstr (attributes, "underline"));
}

/* What stands beside no clause is printed too, before and behind the text. */
static void
test_loose_notes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (fixture->document, NULL);
  g_autoptr (GlossAnchor) lost = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/1", .language = "en", .clause_id = "item_9", .exact = "nowhere", .start = 0, .end = 7 });
  g_autoptr (GlossAnnotation) on_whole = gloss_annotation_new (whole, "on all of it", NULL, GLOSS_COLOR_RED, "T");
  g_autoptr (GlossAnnotation) not_found = gloss_annotation_new (lost, "adrift", NULL, GLOSS_COLOR_RED, "T");
  g_autoptr (GlossPlacedNotes) notes = NULL;
  g_autoptr (GlossPrintout) printout = NULL;
  const GlossPrintBlock *first;
  const GlossPrintBlock *last;

  gloss_annotation_store_add (fixture->store, on_whole, NULL);
  gloss_annotation_store_add (fixture->store, not_found, NULL);
  notes = gloss_placed_notes_new (fixture->document, fixture->store);
  printout = gloss_print_document (fixture->document, notes);

  first = find_block (printout, 0, "on all of it");
  last = find_block (printout, 0, "adrift");
  g_assert_true (first == gloss_printout_get_block (printout, 1));
  g_assert_true (last == gloss_printout_get_block (printout, gloss_printout_get_n_blocks (printout) - 1));
  g_assert_nonnull (strstr (last->cells[0].text, "“nowhere”"));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/print-document/text-alone", Fixture, NULL, set_up, test_text_alone, tear_down);
  g_test_add ("/print-document/margin", Fixture, NULL, set_up, test_margin, tear_down);
  g_test_add ("/print-document/loose-notes", Fixture, NULL, set_up, test_loose_notes, tear_down);

  return gloss_ui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-clause-index.h"

#include "gloss-reader-test.h"

static GlossPlacedNote *
make_note (GlossDocument *document,
           const char    *id,
           const char    *quote)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (document, id, quote, NULL);

  return gloss_placed_note_new (annotation, document);
}

static void
test_add_and_remove (void)
{
  g_autoptr (GlossDocument) document = gloss_reader_test_document ("en");
  g_autoptr (GlossPlacedNote) divide = make_note (document, "item_3", "divide");
  g_autoptr (GlossPlacedNote) bridge = make_note (document, "item_3", "bridge");
  g_autoptr (GlossPlacedNote) other = make_note (document, "item_1", NULL);
  g_autoptr (GlossClauseIndex) index = gloss_clause_index_new ();
  GPtrArray *notes;

  gloss_clause_index_add (index, divide);
  gloss_clause_index_add (index, other);
  gloss_clause_index_add (index, bridge);

  notes = gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, 4);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_true (g_ptr_array_index (notes, 0) == bridge);
  g_assert_true (g_ptr_array_index (notes, 1) == divide);
  g_assert_cmpuint (gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, 2)->len, ==, 1);
  g_assert_null (gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, 0));

  gloss_clause_index_remove (index, bridge);
  g_assert_cmpuint (gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, 4)->len, ==, 1);
  gloss_clause_index_remove (index, divide);
  g_assert_null (gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, 4));

  gloss_clause_index_clear (index);
  g_assert_null (gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, 2));
}

/* What is on the whole document is on no clause. */
static void
test_whole_document (void)
{
  g_autoptr (GlossDocument) document = gloss_reader_test_document ("en");
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, NULL);
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, NULL, NULL, GLOSS_COLOR_RED, "T");
  g_autoptr (GlossPlacedNote) note = gloss_placed_note_new (annotation, document);
  g_autoptr (GlossClauseIndex) index = gloss_clause_index_new ();

  gloss_clause_index_add (index, note);
  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    g_assert_null (gloss_clause_index_lookup (index, GLOSS_PARALLEL_FIRST, i));
  gloss_clause_index_remove (index, note);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/clause-index/add-and-remove", test_add_and_remove);
  g_test_add_func ("/clause-index/whole-document", test_whole_document);

  return gloss_ui_test_run ();
}

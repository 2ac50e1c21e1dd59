/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-clause-text.h"

#include "gloss-reader-test.h"

/* Positions of the clauses of the test document. */
enum
{
  TITLE,
  SECTION,
  ITEM_1,
  ITEM_2,
  ITEM_3,
  ITEM_4,
};

static GtkBitset *
select_range (guint first,
              guint last)
{
  return gtk_bitset_new_range (first, last - first + 1);
}

static void
assert_name (GlossDocument *document,
             GtkBitset     *selection,
             const char    *expected)
{
  g_autofree char *name = gloss_clause_text_name (document, selection);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_name (void)
{
  g_autoptr (GlossDocument) document = gloss_reader_test_document ("en");
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) one = select_range (ITEM_2, ITEM_2);
  g_autoptr (GtkBitset) range = select_range (ITEM_2, ITEM_4);
  g_autoptr (GtkBitset) mixed = select_range (SECTION, ITEM_2);
  g_autoptr (GtkBitset) gap = select_range (ITEM_1, ITEM_4);

  gtk_bitset_remove (gap, ITEM_2);
  assert_name (document, none, "");
  assert_name (document, one, "A/1, para. 2 (2)");
  assert_name (document, range, "A/1, para. 2 (2)–(4)");
  assert_name (document, mixed, "3 clauses");
  assert_name (document, gap, "3 clauses");
}

static void
test_copy (void)
{
  g_autoptr (GlossDocument) document = gloss_reader_test_document ("en");
  g_autoptr (GtkBitset) one = select_range (ITEM_1, ITEM_1);
  g_autoptr (GtkBitset) range = select_range (ITEM_3, ITEM_4);
  g_autoptr (GtkBitset) mixed = select_range (TITLE, TITLE);
  g_autofree char *text = gloss_clause_text_copy (document, one);

  g_assert_cmpstr (text, ==, "(1) To keep the peace;\n(A/1, para. 2 (1))");

  g_clear_pointer (&text, g_free);
  text = gloss_clause_text_copy (document, range);
  g_assert_cmpstr (text, ==,
                   "(3) To bridge the digital divide;\n"
                   "(4) To settle every dispute in peace.\n"
                   "(A/1, para. 2 (3)–(4))");

  gtk_bitset_add (mixed, ITEM_1);
  g_clear_pointer (&text, g_free);
  text = gloss_clause_text_copy (document, mixed);
  g_assert_cmpstr (text, ==,
                   "A code of conduct\n"
                   "(1) To keep the peace;\n"
                   "(A/1, title; A/1, para. 2 (1))");
}

/* Code points, not bytes: an ö stands before the phrase. */
static void
test_copy_phrase (void)
{
  g_autoptr (GlossDocument) document = gloss_reader_test_document ("en");
  g_autofree char *text = gloss_clause_text_copy_phrase (gloss_document_get_clause (document, ITEM_2), 13, 17);

  g_assert_cmpstr (text, ==, "“with” (A/1, para. 2 (2))");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/clause-text/name", test_name);
  g_test_add_func ("/clause-text/copy", test_copy);
  g_test_add_func ("/clause-text/copy-phrase", test_copy_phrase);

  return gloss_ui_test_run ();
}

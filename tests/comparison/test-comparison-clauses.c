/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-comparison-clauses.h"
#include "document/gloss-document-builder.h"

#include <string.h>

/* @texts: the clauses, each on a line; @expected: the same with what is a label before a stroke. */
static void
assert_clauses (const char *texts,
                const char *expected)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GStringChunk) labels = g_string_chunk_new (64);
  g_autoptr (GString) found = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (texts, "\n", -1);
  g_autofree GlossAlignClause *clauses = NULL;
  guint n_clauses;

  for (guint i = 0; lines[i] != NULL; i++)
    gloss_document_builder_add_clause (builder, &(GlossClauseData) { .text = lines[i] });
  document = gloss_document_builder_end (builder);

  clauses = gloss_comparison_list_clauses (document, labels, &n_clauses);
  g_assert_cmpuint (n_clauses, ==, g_strv_length (lines));
  for (guint i = 0; i < n_clauses; i++)
    {
      g_assert_cmpuint (clauses[i].length, ==, strlen (clauses[i].text));
      g_string_append_printf (found, "%s%s%s%s", i > 0 ? "\n" : "", clauses[i].label,
                              *clauses[i].label != '\0' ? "|" : "", clauses[i].text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_names (void)
{
  assert_clauses ("Article 5. The Minister", "Article 5.|The Minister");
  assert_clauses ("第五条　缔约方\n谁", "第五条|缔约方\n谁");
  assert_clauses ("a) one\n1、尊重", "a)|one\n1、|尊重");
}

static void
test_levels (void)
{
  assert_clauses ("1.1 The Supplier\nIt\n1.2 The Supplier", "1.1|The Supplier\nIt\n1.2|The Supplier");
  assert_clauses ("1.2 供应商\n1.3 供应商", "1.2|供应商\n1.3|供应商");
  assert_clauses ("1.4 The Supplier\n2.1 The Buyer", "1.4|The Supplier\n2.1|The Buyer");
  assert_clauses ("1.4. The Supplier\n1.4.1. A buyer\n1.5. The rest",
                  "1.4.|The Supplier\n1.4.1.|A buyer\n1.5.|The rest");
  assert_clauses ("1.9.3 The Supplier\n1.10 The Buyer\n2.1.1 The rest",
                  "1.9.3|The Supplier\n1.10|The Buyer\n2.1.1|The rest");
}

static void
test_figures (void)
{
  assert_clauses ("1.5 Millionen Menschen", "1.5 Millionen Menschen");
  assert_clauses ("1.5 亿人\n2.3 亿人", "1.5 亿人\n2.3 亿人");
  assert_clauses ("1.5 Millionen\n2.5 Millionen\n2.7 Millionen\n2.5 Millionen",
                  "1.5 Millionen\n2.5 Millionen\n2.7 Millionen\n2.5 Millionen");
  assert_clauses ("0.1 Millionen\n0.2 Millionen", "0.1 Millionen\n0.2 Millionen");
  assert_clauses ("1.1 Millionen\n1.1 Millionen", "1.1 Millionen\n1.1 Millionen");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison-clauses/names", test_names);
  g_test_add_func ("/comparison-clauses/levels", test_levels);
  g_test_add_func ("/comparison-clauses/figures", test_figures);

  return g_test_run ();
}

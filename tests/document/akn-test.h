/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-akn-reader.h"

#include <string.h>

/* What the tests of Akoma Ntoso share: short files, and clauses written as one line each. */

#define AKN_TEST_BEGIN "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"act\">"
#define AKN_TEST_END   "</act></akomaNtoso>"

/* (transfer full): the document whose parts, from <meta> to <attachments>, are @parts. */
static inline GlossDocument *
akn_test_read (const char *parts)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strconcat (AKN_TEST_BEGIN, parts, AKN_TEST_END, NULL);
  GlossDocument *document = gloss_akn_read (xml, strlen (xml), "test", &error);

  g_assert_no_error (error);
  return document;
}

/* (transfer full): "depth id kind [label] <citation> text", with the line breaks of the text as "/". */
static inline char *
akn_test_describe (GlossClause *clause)
{
  const char *citation = gloss_clause_get_citation (clause);
  g_autofree char *text = g_strdelimit (g_strdup (gloss_clause_get_text (clause)), "\n", '/');

  if (g_str_has_prefix (citation, "test, "))
    citation += strlen ("test, ");

  return g_strdup_printf ("%u %s %s [%s] <%s> %s", gloss_clause_get_depth (clause), gloss_clause_get_id (clause),
                          gloss_clause_kind_to_string (gloss_clause_get_kind (clause)),
                          gloss_clause_get_label (clause), citation, text);
}

/* That the clauses of a document are described by the lines that follow, up to NULL. */
static inline void
akn_test_assert (GlossDocument     *document,
                 const char *const *lines)
{
  guint n_lines = g_strv_length ((char **) lines);

  for (guint i = 0; i < MIN (n_lines, gloss_document_get_n_clauses (document)); i++)
    {
      g_autofree char *line = akn_test_describe (gloss_document_get_clause (document, i));

      g_assert_cmpstr (line, ==, lines[i]);
    }

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, n_lines);
}

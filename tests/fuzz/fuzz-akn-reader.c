/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "document/gloss-akn-reader.h"
#include "document/gloss-akn-writer.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any file is read or refused with a reason, and what was read can be written and read again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read ((const char *) data, size, "fuzz", &error);
  g_autoptr (GlossDocument) head = gloss_akn_read_head ((const char *) data, size, "fuzz", NULL);
  g_autoptr (GlossDocument) again = NULL;
  g_autofree char *xml = NULL;

  if (document == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_assert_no_error (error);
  g_assert_nonnull (head);
  g_assert_cmpuint (gloss_document_get_n_clauses (document), >, 0);

  xml = gloss_akn_write (document);
  again = gloss_akn_read (xml, strlen (xml), "fuzz", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_document_get_n_clauses (again), ==, gloss_document_get_n_clauses (document));

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      GlossClause *clause_again = gloss_document_get_clause (again, i);

      g_assert_true (g_utf8_validate (gloss_clause_get_text (clause), -1, NULL));
      g_assert_true (g_utf8_validate (gloss_clause_get_citation (clause), -1, NULL));
      g_assert_true (gloss_document_find_clause (document, gloss_clause_get_id (clause)) == clause);
      g_assert_cmpstr (gloss_clause_get_id (clause_again), ==, gloss_clause_get_id (clause));
      g_assert_cmpstr (gloss_clause_get_label (clause_again), ==, gloss_clause_get_label (clause));
      g_assert_cmpstr (gloss_clause_get_text (clause_again), ==, gloss_clause_get_text (clause));
      g_assert_cmpstr (gloss_clause_get_citation (clause_again), ==, gloss_clause_get_citation (clause));
    }

  return 0;
}

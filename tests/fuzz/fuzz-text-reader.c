/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "document/gloss-text-reader.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* How many characters there are that are not white space. */
static guint
count_visible (const char *text,
               gsize       length)
{
  guint n_visible = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    n_visible += !g_unichar_isspace (g_utf8_get_char (p));

  return n_visible;
}

/* Any file is read or refused with a reason, and of what is read nothing but white space is lost. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = (const char *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_text_read (text, size, "fuzz", &error);
  guint n_visible = 0;

  if (document == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }

  g_assert_no_error (error);
  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *label = gloss_clause_get_label (clause);
      const char *wording = gloss_clause_get_text (clause);

      g_assert_true (*label != '\0' || *wording != '\0');
      g_assert_true (g_utf8_validate (wording, -1, NULL));
      n_visible += count_visible (label, strlen (label)) + count_visible (wording, strlen (wording));
    }

  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  g_assert_cmpuint (n_visible, ==, count_visible (text, size));

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-clause-text.h"

#include <glib/gi18n.h>
#include <string.h>

static GlossClause *
get_nth (GlossDocument *document,
         GtkBitset     *selection,
         guint          n)
{
  return gloss_document_get_clause (document, gtk_bitset_get_nth (selection, n));
}

/* What follows the last space: "(8)" of "A/69/723, annex, para. 2 (8)". */
static const char *
get_number (const char *citation)
{
  const char *space = strrchr (citation, ' ');

  return space != NULL ? space + 1 : citation;
}

static gboolean
is_number (const char *number)
{
  return *number == '(' || g_ascii_isdigit (*number);
}

/* (transfer full) (nullable): one name for clauses without a gap whose first and last are of the
 * same series: "... (2)–(4)". */
static char *
name_range (GlossDocument *document,
            GtkBitset     *selection)
{
  guint n_clauses = (guint) gtk_bitset_get_size (selection);
  const char *first = gloss_clause_get_citation (get_nth (document, selection, 0));
  const char *last = gloss_clause_get_citation (get_nth (document, selection, n_clauses - 1));
  const char *first_number = get_number (first);
  const char *last_number = get_number (last);

  if (gtk_bitset_get_maximum (selection) - gtk_bitset_get_minimum (selection) + 1 != n_clauses)
    return NULL;

  if (!is_number (first_number) || !is_number (last_number) ||
      (*first_number == '(') != (*last_number == '(') ||
      first_number - first != last_number - last ||
      strncmp (first, last, (gsize) (first_number - first)) != 0)
    return NULL;

  return g_strdup_printf ("%s–%s", first, last_number);
}

char *
gloss_clause_text_name (GlossDocument *document,
                        GtkBitset     *selection)
{
  guint n_clauses = (guint) gtk_bitset_get_size (selection);
  char *range;

  if (n_clauses == 0)
    return g_strdup ("");
  if (n_clauses == 1)
    return g_strdup (gloss_clause_get_citation (get_nth (document, selection, 0)));

  range = name_range (document, selection);
  if (range != NULL)
    return range;

  return g_strdup_printf (ngettext ("%u clause", "%u clauses", n_clauses), n_clauses);
}

/* (transfer full): the citations of all of the clauses. */
static char *
cite_all (GlossDocument *document,
          GtkBitset     *selection)
{
  guint n_clauses = (guint) gtk_bitset_get_size (selection);
  g_autofree char *range = n_clauses > 1 ? name_range (document, selection) : NULL;
  GString *citations;

  if (range != NULL)
    return g_steal_pointer (&range);

  citations = g_string_new (NULL);
  for (guint i = 0; i < n_clauses; i++)
    {
      if (i > 0)
        g_string_append (citations, "; ");
      g_string_append (citations, gloss_clause_get_citation (get_nth (document, selection, i)));
    }

  return g_string_free_and_steal (citations);
}

char *
gloss_clause_text_copy (GlossDocument *document,
                        GtkBitset     *selection)
{
  guint n_clauses = (guint) gtk_bitset_get_size (selection);
  g_autofree char *citations = cite_all (document, selection);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = get_nth (document, selection, i);
      const char *label = gloss_clause_get_label (clause);

      if (*label != '\0')
        g_string_append_printf (text, "%s ", label);
      g_string_append_printf (text, "%s\n", gloss_clause_get_text (clause));
    }

  if (n_clauses > 0)
    g_string_append_printf (text, "(%s)", citations);

  return g_string_free_and_steal (text);
}

char *
gloss_clause_text_copy_phrase (GlossClause *clause,
                               guint        start,
                               guint        end)
{
  g_autofree char *phrase = g_utf8_substring (gloss_clause_get_text (clause), start, end);

  /* Translators: a quotation and where it comes from; use the quotation marks of your language. */
  return g_strdup_printf (_("“%s” (%s)"), phrase, gloss_clause_get_citation (clause));
}

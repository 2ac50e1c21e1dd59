/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <string.h>

#include <glib/gi18n.h>

#include "document/gloss-fold.h"

/* How many names an error lists, and how many signs of a name are looked at to find near ones. */
#define MAX_NAMED      4
#define MAX_NEAR_CHARS 128

static char *
fold_name (const char *name)
{
  g_autofree char *folded = gloss_fold (name, NULL);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);

  kept = g_strv_builder_end (builder);
  return g_strjoinv (" ", kept);
}

/* (transfer full): what a name is compared by: without case, kinds of quotation marks and white
 * space, and without the symbol of the document in front. */
static char *
dup_key (GlossDocument *document,
         const char    *name)
{
  g_autofree char *prefix = g_strconcat (gloss_document_get_symbol (document), ",", NULL);
  g_autofree char *folded_prefix = fold_name (prefix);
  g_autofree char *folded = fold_name (name);
  const char *key = folded;

  if (g_str_has_prefix (key, folded_prefix))
    key += strlen (folded_prefix);
  while (*key == ' ')
    key++;

  return g_strdup (key);
}

/* (transfer container) (element-type GlossClause): the clauses of which @get_string gives @key. */
static GPtrArray *
find_by (GlossDocument *document,
         const char  *(*get_string) (GlossClause *clause),
         const char    *key)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      g_autofree char *clause_key = dup_key (document, get_string (clause));

      if (g_str_equal (clause_key, key))
        g_ptr_array_add (found, clause);
    }

  return found;
}

static char *
join_ids (GPtrArray *clauses)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < MIN (clauses->len, MAX_NAMED); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            gloss_clause_get_id (g_ptr_array_index (clauses, i)));
  if (clauses->len > MAX_NAMED)
    g_string_append (ids, ", …");

  return g_string_free (ids, FALSE);
}

/* How many signs must be put in, taken out or changed to make one name of the other. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  guint row[MAX_NEAR_CHARS + 1];
  glong b_length = MIN (g_utf8_strlen (b, -1), MAX_NEAR_CHARS);
  guint n_rows = 0;

  for (glong j = 0; j <= b_length; j++)
    row[j] = j;

  for (; *a != '\0' && n_rows < MAX_NEAR_CHARS; a = g_utf8_next_char (a))
    {
      const char *other = b;
      guint diagonal = row[0];

      row[0] = ++n_rows;
      for (glong j = 1; j <= b_length; j++, other = g_utf8_next_char (other))
        {
          guint changed = diagonal + (g_utf8_get_char (a) != g_utf8_get_char (other) ? 1 : 0);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[b_length];
}

/* (transfer full): the ids of the clauses whose id or citation is nearest to @key. */
static char *
dup_near_ids (GlossDocument *document,
              const char    *key)
{
  guint distances[MAX_NAMED];
  g_autoptr (GPtrArray) near = g_ptr_array_new ();

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      g_autofree char *id = fold_name (gloss_clause_get_id (clause));
      g_autofree char *citation = dup_key (document, gloss_clause_get_citation (clause));
      guint distance = MIN (measure_distance (key, id), measure_distance (key, citation));
      guint place = near->len;

      while (place > 0 && distances[place - 1] > distance)
        place--;
      if (place == MAX_NAMED)
        continue;

      if (near->len == MAX_NAMED)
        g_ptr_array_set_size (near, MAX_NAMED - 1);
      memmove (&distances[place + 1], &distances[place], (near->len - place) * sizeof *distances);
      distances[place] = distance;
      g_ptr_array_insert (near, place, clause);
    }

  return join_ids (near);
}

GlossClause *
gloss_cli_find_clause (GlossDocument  *document,
                       const char     *name,
                       GError        **error)
{
  static const char *(*const get_string[]) (GlossClause *clause) = {
    gloss_clause_get_id, gloss_clause_get_citation, gloss_clause_get_label,
  };
  GlossClause *clause = gloss_document_find_clause (document, name);
  g_autofree char *key = NULL;
  g_autofree char *near = NULL;

  if (clause != NULL)
    return clause;

  key = dup_key (document, name);

  for (guint i = 0; i < G_N_ELEMENTS (get_string); i++)
    {
      g_autoptr (GPtrArray) found = find_by (document, get_string[i], key);
      g_autofree char *ids = NULL;

      if (found->len == 1)
        return g_ptr_array_index (found, 0);
      if (found->len == 0)
        continue;

      ids = join_ids (found);
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
                   _("%s has %u clauses “%s”: %s"), gloss_document_get_name (document), found->len, name, ids);
      return NULL;
    }

  near = dup_near_ids (document, key);
  g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
               _("%s has no clause “%s”; near it are: %s"), gloss_document_get_name (document), name, near);
  return NULL;
}

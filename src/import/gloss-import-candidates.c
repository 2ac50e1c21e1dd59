/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-candidates.h"

#include <string.h>

#include "annotation/gloss-anchor-private.h"
#include "import/gloss-import-text.h"

/* Code points of the clause that are shown on each side of the words, and of the words. */
#define AROUND_CHARS 40
#define SHOWN_CHARS 160

static void
candidate_free (gpointer data)
{
  GlossImportCandidate *candidate = data;

  gloss_anchor_unref (candidate->anchor);
  g_free (candidate->before);
  g_free (candidate->words);
  g_free (candidate->after);
  g_free (candidate);
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  const GlossImportSite *left = a;
  const GlossImportSite *right = b;
  guint left_position = gloss_clause_get_position (left->clause);
  guint right_position = gloss_clause_get_position (right->clause);

  if (left->fit != right->fit)
    return left->fit > right->fit ? -1 : 1;
  if (left_position != right_position)
    return left_position < right_position ? -1 : 1;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* TRUE when the text may be cut before the code point @at. */
static gboolean
may_cut (const char *text,
         guint       at)
{
  const char *here = g_utf8_offset_to_pointer (text, at);

  return at == 0 || *here == '\0' ||
         !gloss_anchor_cuts_word (g_utf8_get_char (g_utf8_prev_char (here)), g_utf8_get_char (here));
}

/* (transfer full): the code points @start to @end, and a sign where the text goes on. */
static char *
dup_part (const char *text,
          guint       start,
          guint       end,
          gboolean    more_before,
          gboolean    more_after)
{
  g_autofree char *part = g_utf8_substring (text, start, end);

  return g_strconcat (more_before ? "…" : "", part, more_after ? "…" : "", NULL);
}

static GlossImportCandidate *
make_candidate (GlossDocument         *document,
                const GlossImportSite *site)
{
  GlossImportCandidate *candidate = g_new0 (GlossImportCandidate, 1);
  const char *text = gloss_clause_get_text (site->clause);
  guint n_chars = gloss_clause_get_n_chars (site->clause);
  guint first = site->start > AROUND_CHARS ? site->start - AROUND_CHARS : 0;
  guint last = MIN (site->end + AROUND_CHARS, n_chars);
  guint shown_end = MIN (site->end, site->start + SHOWN_CHARS);

  while (first < site->start && !may_cut (text, first))
    first++;
  while (last > site->end && !may_cut (text, last))
    last--;

  candidate->clause = site->clause;
  if (site->start < site->end)
    {
      candidate->anchor = gloss_anchor_new_for_phrase (document, site->clause, site->start, site->end);
      candidate->before = dup_part (text, first, site->start, first > 0, FALSE);
      candidate->words = dup_part (text, site->start, shown_end, FALSE, shown_end < site->end);
      candidate->after = dup_part (text, site->end, last, FALSE, last < n_chars);
    }
  else
    {
      candidate->anchor = gloss_anchor_new_for_clause (document, site->clause);
      candidate->before = g_strdup ("");
      candidate->words = g_strdup ("");
      candidate->after = dup_part (text, 0, MIN (n_chars, SHOWN_CHARS), FALSE, n_chars > SHOWN_CHARS);
    }

  return candidate;
}

GPtrArray *
gloss_import_find_candidates (GlossDocument *document,
                              GlossAnchor   *anchor)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GlossImportText) text = NULL;
  g_autoptr (GArray) sites = NULL;
  const GlossAnchorData *data;
  gboolean all;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), candidates);
  g_return_val_if_fail (anchor != NULL, candidates);

  data = gloss_anchor_get_data (anchor);
  if (data->exact == NULL || *data->exact == '\0')
    return candidates;

  text = gloss_import_text_new (document);
  sites = gloss_import_text_find (text, data->exact, data->prefix, data->suffix, &all);
  g_array_sort (sites, compare_fits);
  for (guint i = 0; i < MIN (sites->len, GLOSS_IMPORT_MAX_CANDIDATES); i++)
    g_ptr_array_add (candidates, make_candidate (document, &g_array_index (sites, GlossImportSite, i)));

  return candidates;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-match-excerpt.h"

#include "annotation/gloss-search-text.h"
#include "document/gloss-excerpt.h"
#include "document/gloss-fold.h"
#include "ui/gloss-text-marks.h"

#define ELLIPSIS "… "

static void
add_marks (const char *text,
           const char *search,
           GArray     *marks)
{
  g_autofree char *folded = gloss_search_text_fold (search);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n\r", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GlossFoldMatch));

      gloss_fold_find_all (text, words[i], matches);
      for (guint j = 0; j < matches->len; j++)
        {
          const GlossFoldMatch *match = &g_array_index (matches, GlossFoldMatch, j);
          GlossTextMark mark = { .kind = GLOSS_MARK_MATCH, .start_byte = match->start_byte, .end_byte = match->end_byte };

          g_array_append_val (marks, mark);
        }
    }
}

char *
gloss_match_excerpt (const char *text,
                     const char *search,
                     guint       lead_chars,
                     GArray     *marks)
{
  guint n_before;
  guint first = G_MAXUINT;
  guint cut, shift;
  const char *beginning;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (marks != NULL, NULL);

  n_before = marks->len;
  if (search != NULL && *search != '\0')
    add_marks (text, search, marks);

  for (guint i = n_before; i < marks->len; i++)
    first = MIN (first, g_array_index (marks, GlossTextMark, i).start_byte);
  if (first == G_MAXUINT || g_utf8_strlen (text, first) <= (glong) lead_chars)
    return g_strdup (text);

  beginning = gloss_excerpt_find_beginning (text, text + first, lead_chars / 2);
  cut = (guint) (beginning - text);
  shift = strlen (ELLIPSIS);
  for (guint i = n_before; i < marks->len; i++)
    {
      GlossTextMark *mark = &g_array_index (marks, GlossTextMark, i);

      mark->start_byte = mark->start_byte - cut + shift;
      mark->end_byte = mark->end_byte - cut + shift;
    }

  return g_strconcat (ELLIPSIS, beginning, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-search-text.h"

#include <string.h>

#include "document/gloss-fold.h"

struct _GlossSearchWords
{
  GPtrArray *words; /* element-type utf8, the longest one first */
};

char *
gloss_search_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return gloss_fold (valid, NULL);
}

/* The one that stands in the fewest texts, as a rule, comes first. */
static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);

  return (length_a < length_b) - (length_a > length_b);
}

GlossSearchWords *
gloss_search_words_new (const char *search)
{
  GlossSearchWords *self = g_new0 (GlossSearchWords, 1);
  g_autofree char *folded = gloss_search_text_fold (search);
  const char *at = folded;

  self->words = g_ptr_array_new_with_free_func (g_free);
  while (*at != '\0')
    {
      const char *end;

      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      for (end = at; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end));)
        end = g_utf8_next_char (end);

      if (end > at)
        g_ptr_array_add (self->words, g_strndup (at, end - at));
      at = end;
    }
  g_ptr_array_sort_values (self->words, compare_lengths);

  return self;
}

void
gloss_search_words_free (GlossSearchWords *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self);
}

gboolean
gloss_search_words_is_empty (const GlossSearchWords *self)
{
  return self->words->len == 0;
}

gboolean
gloss_search_words_match (const GlossSearchWords *self,
                          const char             *text)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      if (strstr (text, g_ptr_array_index (self->words, i)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-search-text.h"

#include <string.h>

#include "document/gloss-fold.h"

char *
gloss_search_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return gloss_fold (valid, NULL);
}

gboolean
gloss_search_text_contains (const char *text,
                            const char *search)
{
  const char *at = search;

  while (*at != '\0')
    {
      g_autofree char *word = NULL;
      const char *end;

      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      for (end = at; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end));)
        end = g_utf8_next_char (end);

      word = g_strndup (at, end - at);
      if (strstr (text, word) == NULL)
        return FALSE;
      at = end;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-search-text.h"

#include <string.h>

char *
gloss_search_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *wide = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (wide, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_sized_new (strlen (apart));

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (sign);

      if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK)
        g_string_append_unichar (plain, sign);
    }

  /* Together again, or a Korean syllable would be found in every syllable that begins with it. */
  return g_utf8_normalize (plain->str, plain->len, G_NORMALIZE_ALL_COMPOSE);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-citation.h"

#include "document/gloss-numeral.h"

#include <string.h>

char *
gloss_citation_join (const char *symbol,
                     const char *place)
{
  g_return_val_if_fail (symbol != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (*symbol == '\0' || *place == '\0')
    return g_strconcat (symbol, place, NULL);

  return g_strconcat (symbol, ", ", place, NULL);
}

char *
gloss_citation_number (const char *label)
{
  g_autofree char *bare = NULL;
  const char *start, *end;
  guint value;

  g_return_val_if_fail (label != NULL, NULL);

  for (start = label; *start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    ;
  for (end = label + strlen (label); end > start; end = g_utf8_prev_char (end))
    {
      if (g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
        break;
    }

  value = gloss_numeral_parse_chinese (start, end - start);
  return value > 0 ? g_strdup_printf ("%u", value) : g_strndup (start, end - start);
}

gboolean
gloss_citation_is_bracketed (const char *label)
{
  g_return_val_if_fail (label != NULL, FALSE);

  return g_str_has_prefix (label, "(") || g_str_has_prefix (label, "（");
}

char *
gloss_citation_from_label (const char *label,
                           guint       position)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (label != NULL, NULL);

  number = gloss_citation_number (label);
  if (*number == '\0')
    return gloss_citation_add_position ("", position);

  if (gloss_citation_is_bracketed (label))
    return g_strconcat ("(", number, ")", NULL);

  return g_strconcat ("para. ", number, NULL);
}

char *
gloss_citation_add_position (const char *place,
                             guint       position)
{
  g_autofree char *ordinal = gloss_numeral_to_ordinal (position + 1);
  g_autofree char *clause = g_strconcat (ordinal, " clause", NULL);

  return gloss_citation_join (place, clause);
}

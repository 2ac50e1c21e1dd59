/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-excerpt.h"

static gboolean
is_space_at (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* The first place from @at on, and not behind @end, that cuts no letter from its accents. */
static const char *
skip_accents (const char *at,
              const char *end)
{
  while (at < end && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

const char *
gloss_excerpt_find_beginning (const char *text,
                              const char *match,
                              guint       n_chars)
{
  const char *at = match;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (match >= text, NULL);

  for (guint i = 0; i < n_chars && at > text; i++)
    at = g_utf8_prev_char (at);
  if (at == text || is_space_at (g_utf8_prev_char (at)))
    return at;

  for (const char *p = at; p < match; p = g_utf8_next_char (p))
    if (is_space_at (p))
      return g_utf8_next_char (p);

  return skip_accents (at, match);
}

const char *
gloss_excerpt_find_end (const char *match_end,
                        guint       n_chars)
{
  const char *at = match_end;
  const char *space = NULL;

  g_return_val_if_fail (match_end != NULL, NULL);

  for (guint i = 0; i < n_chars && *at != '\0'; i++)
    {
      if (is_space_at (at))
        space = at;
      at = g_utf8_next_char (at);
    }
  if (*at == '\0' || is_space_at (at))
    return at;

  if (space != NULL)
    return space;

  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

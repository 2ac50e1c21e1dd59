/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when @data, valid UTF-8, is one value that stands in @depth others, with nothing behind it.
 * @spaced: (out) whether there is white space between its tokens. */
gboolean gloss_json_text_check_item (const char *data,
                                     gsize       length,
                                     guint       depth,
                                     gboolean   *spaced);

/* What the checker and the reader of JSON both take for white space. */

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static inline const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && is_space (*at))
    at++;

  return at;
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-offsets.h"

/* What one character is long. */
static gsize
measure (const char      *at,
         GlossOffsetUnit  unit)
{
  switch (unit)
    {
    case GLOSS_OFFSET_BYTES:
      return (gsize) (g_utf8_next_char (at) - at);
    case GLOSS_OFFSET_UTF16:
      return g_utf8_get_char (at) > 0xffff ? 2 : 1;
    case GLOSS_OFFSET_CHARS:
    default:
      return 1;
    }
}

gsize
gloss_offset_convert (const char      *text,
                      GlossOffsetUnit  from,
                      GlossOffsetUnit  to,
                      gsize            offset)
{
  gsize gone = 0;
  gsize converted = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gone += measure (at, from);
      if (gone > offset)
        break;
      converted += measure (at, to);
    }

  return converted;
}

gsize
gloss_offset_length (const char      *text,
                     GlossOffsetUnit  unit)
{
  return gloss_offset_convert (text, GLOSS_OFFSET_CHARS, unit, G_MAXSIZE);
}

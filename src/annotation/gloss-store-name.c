/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-store-name.h"

#include <string.h>

/* Leaves room in 255 bytes for the longest suffix, ".journal.damaged-" with time and number. */
#define MAX_BYTES 180

/* What no escape contains, so that no symbol but the long ones has such a name. */
#define DIGEST_MARK "%+"

char *
gloss_store_name_escape (const char *symbol)
{
  g_autoptr (GString) name = NULL;

  g_return_val_if_fail (symbol != NULL, NULL);

  name = g_string_new (NULL);
  for (const char *c = symbol; *c != '\0'; c++)
    {
      gboolean hides = *c == '.' && c == symbol;

      if (*c == '/')
        g_string_append_c (name, '_');
      else if (g_ascii_isalnum (*c) || *c == '-' || (*c == '.' && !hides))
        g_string_append_c (name, *c);
      else
        g_string_append_printf (name, "%%%02X", (guint) (guchar) *c);
    }

  if (name->len == 0)
    g_string_append_c (name, '%');

  if (name->len > MAX_BYTES)
    {
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, symbol, -1);
      gsize kept = MAX_BYTES - strlen (DIGEST_MARK) - strlen (digest);

      /* Not through the middle of an escape. */
      for (gsize i = 1; i <= 2; i++)
        {
          if (name->str[kept - i] == '%')
            kept -= i;
        }
      g_string_truncate (name, kept);
      g_string_append (name, DIGEST_MARK);
      g_string_append (name, digest);
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

gboolean
gloss_store_name_is_digest (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return strstr (name, DIGEST_MARK) != NULL;
}

char *
gloss_store_name_unescape (const char *name)
{
  g_autoptr (GString) symbol = NULL;
  g_autofree char *again = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  symbol = g_string_new (NULL);
  if (!g_str_equal (name, "%"))
    {
      for (const char *c = name; *c != '\0'; c++)
        {
          if (*c == '_')
            {
              g_string_append_c (symbol, '/');
            }
          else if (*c == '%')
            {
              if (!g_ascii_isxdigit (c[1]) || !g_ascii_isxdigit (c[2]))
                return NULL;
              g_string_append_c (symbol, g_ascii_xdigit_value (c[1]) << 4 | g_ascii_xdigit_value (c[2]));
              c += 2;
            }
          else
            {
              g_string_append_c (symbol, *c);
            }
        }
    }

  again = gloss_store_name_escape (symbol->str);
  if (!g_str_equal (again, name))
    return NULL;

  return g_string_free (g_steal_pointer (&symbol), FALSE);
}

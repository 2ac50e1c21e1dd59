/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-json-text.h"

#include <string.h>

#include "annotation/gloss-json-text-private.h"

#define REPLACEMENT_CHARACTER 0xfffd

/* All texts here were checked by gloss_json_text_check (). */

/* What ends a run of signs that mean nothing to the structure. */
enum
{
  SIGN_PLAIN,
  SIGN_QUOTE,
  SIGN_OPEN,
  SIGN_CLOSE,
};

static const guchar signs[256] = {
  ['"'] = SIGN_QUOTE,
  ['{'] = SIGN_OPEN,
  ['['] = SIGN_OPEN,
  ['}'] = SIGN_CLOSE,
  [']'] = SIGN_CLOSE,
};

static const char *
skip_string (const char *at,
             const char *end)
{
  const char *start = at + 1;

  for (at = memchr (start, '"', end - start); at != NULL; at = memchr (at + 1, '"', end - at - 1))
    {
      const char *escapes = at;

      while (escapes > start && escapes[-1] == '\\')
        escapes--;
      if ((at - escapes) % 2 == 0)
        return at + 1;
    }

  g_assert_not_reached ();
}

static const char *
skip_value (const char *at,
            const char *end)
{
  guint depth = 0;

  if (signs[(guchar) *at] == SIGN_PLAIN)
    {
      while (at < end && *at != ',' && signs[(guchar) *at] != SIGN_CLOSE && !is_space (*at))
        at++;
      return at;
    }

  do
    {
      while (signs[(guchar) *at] == SIGN_PLAIN)
        at++;

      switch (signs[(guchar) *at])
        {
        case SIGN_QUOTE:
          at = skip_string (at, end);
          break;
        case SIGN_OPEN:
          depth++;
          at++;
          break;
        default:
          depth--;
          at++;
        }
    }
  while (depth > 0);

  return at;
}

GlossJsonText
gloss_json_text_for (const char *checked)
{
  return (GlossJsonText) { checked, strlen (checked) };
}

gboolean
gloss_json_text_is_object (const GlossJsonText *value)
{
  return value->length > 0 && *value->start == '{';
}

gboolean
gloss_json_text_is_array (const GlossJsonText *value)
{
  return value->length > 0 && *value->start == '[';
}

gboolean
gloss_json_text_is_string (const GlossJsonText *value)
{
  return value->length > 0 && *value->start == '"';
}

static gunichar
read_hex (const char *digits)
{
  gunichar c = 0;

  for (int i = 0; i < 4; i++)
    c = c << 4 | g_ascii_xdigit_value (digits[i]);

  return c;
}

static const char *
append_escaped (GString    *out,
                const char *at)
{
  static const char escapes[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char *escape = strchr (escapes, *at);

  if (*at == 'u')
    {
      gunichar c = read_hex (at + 1);

      at += 5;
      if (c >= 0xd800 && c < 0xdc00 && at[0] == '\\' && at[1] == 'u')
        {
          gunichar low = read_hex (at + 2);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              at += 6;
            }
        }

      if (c == 0 || (c >= 0xd800 && c < 0xe000))
        c = REPLACEMENT_CHARACTER;
      g_string_append_unichar (out, c);
      return at;
    }

  g_string_append_c (out, escape != NULL ? meanings[escape - escapes] : *at);
  return at + 1;
}

char *
gloss_json_text_dup_string (const GlossJsonText *value)
{
  const char *at;
  const char *end;
  g_autoptr (GString) out = NULL;

  if (!gloss_json_text_is_string (value))
    return NULL;

  at = value->start + 1;
  end = value->start + value->length - 1;
  if (memchr (at, '\\', end - at) == NULL)
    return g_strndup (at, end - at);

  out = g_string_sized_new (end - at);
  while (at < end)
    {
      const char *escape = memchr (at, '\\', end - at);

      if (escape == NULL)
        escape = end;
      g_string_append_len (out, at, escape - at);
      at = escape < end ? append_escaped (out, escape + 1) : end;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

gboolean
gloss_json_text_equals (const GlossJsonText *value,
                        const char          *string)
{
  g_autofree char *decoded = NULL;
  gsize length = strlen (string);

  if (!gloss_json_text_is_string (value))
    return FALSE;

  if (value->length == length + 2 && memcmp (value->start + 1, string, length) == 0)
    return memchr (string, '\\', length) == NULL;

  if (memchr (value->start, '\\', value->length) == NULL)
    return FALSE;

  decoded = gloss_json_text_dup_string (value);
  return g_str_equal (decoded, string);
}

gboolean
gloss_json_text_includes (const GlossJsonText *value,
                          const char          *string)
{
  GlossJsonIter iter;
  GlossJsonText item;

  gloss_json_iter_init_list (&iter, value);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      if (gloss_json_text_equals (&item, string))
        return TRUE;
    }

  return FALSE;
}

gboolean
gloss_json_text_get_int (const GlossJsonText *value,
                         gint64              *number)
{
  g_autofree char *digits = NULL;

  if (value->length == 0 || value->length > 20)
    return FALSE;

  digits = g_strndup (value->start, value->length);
  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, number, NULL);
}

void
gloss_json_text_get_members (const GlossJsonText *object,
                             const char *const   *names,
                             GlossJsonText       *values)
{
  GlossJsonIter iter;
  GlossJsonText key;
  GlossJsonText value;

  for (guint i = 0; names[i] != NULL; i++)
    values[i] = (GlossJsonText) { NULL, 0 };

  if (!gloss_json_text_is_object (object))
    return;

  gloss_json_iter_init (&iter, object);
  while (gloss_json_iter_next (&iter, &key, &value))
    {
      for (guint i = 0; names[i] != NULL; i++)
        {
          if (gloss_json_text_equals (&key, names[i]))
            {
              values[i] = value;
              break;
            }
        }
    }
}

gboolean
gloss_json_text_get_member (const GlossJsonText *object,
                            const char          *name,
                            GlossJsonText       *value)
{
  GlossJsonText found;

  gloss_json_text_get_members (object, (const char *[]) { name, NULL }, &found);
  if (found.length == 0)
    return FALSE;

  *value = found;
  return TRUE;
}

char *
gloss_json_text_dup_member (const GlossJsonText *object,
                            const char          *name)
{
  GlossJsonText value;

  if (!gloss_json_text_get_member (object, name, &value))
    return NULL;

  return gloss_json_text_dup_string (&value);
}

gsize
gloss_json_text_minify_into (const GlossJsonText *value,
                             char                *out)
{
  const char *at = value->start;
  const char *end = value->start + value->length;
  char *to = out;

  while (at < end)
    {
      const char *start = at;

      if (*at == '"')
        at = skip_string (at, end);
      else
        while (at < end && *at != '"' && !is_space (*at))
          at++;

      if (to != start)
        memmove (to, start, at - start);
      to += at - start;
      at = skip_space (at, end);
    }

  return to - out;
}

char *
gloss_json_text_minify (const GlossJsonText *value)
{
  char *out = g_malloc (value->length + 1);
  gsize length = gloss_json_text_minify_into (value, out);

  out[length] = '\0';
  return out;
}

void
gloss_json_text_append (GString    *out,
                        const char *string)
{
  g_string_append_c (out, '"');

  for (const char *c = string; *c != '\0'; c++)
    {
      switch (*c)
        {
        case '"':
        case '\\':
          g_string_append_c (out, '\\');
          g_string_append_c (out, *c);
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        default:
          if ((guchar) *c < 0x20 || *c == 0x7f)
            g_string_append_printf (out, "\\u%04x", (guint) (guchar) *c);
          else
            g_string_append_c (out, *c);
        }
    }

  g_string_append_c (out, '"');
}

char *
gloss_json_text_quote (const char *string)
{
  GString *out = g_string_new (NULL);

  gloss_json_text_append (out, string);
  return g_string_free (out, FALSE);
}

void
gloss_json_iter_init (GlossJsonIter       *iter,
                      const GlossJsonText *value)
{
  iter->object = gloss_json_text_is_object (value);
  iter->at = iter->end = value->start + value->length;

  if (iter->object || gloss_json_text_is_array (value))
    {
      iter->at = value->start + 1;
      iter->end--;
    }
}

void
gloss_json_iter_init_list (GlossJsonIter       *iter,
                           const GlossJsonText *value)
{
  gloss_json_iter_init (iter, value);

  if (!gloss_json_text_is_array (value))
    {
      iter->at = value->start;
      iter->end = value->start + value->length;
      iter->object = FALSE;
    }
}

gboolean
gloss_json_iter_next (GlossJsonIter *iter,
                      GlossJsonText *key,
                      GlossJsonText *value)
{
  const char *at = skip_space (iter->at, iter->end);

  if (at < iter->end && *at == ',')
    at = skip_space (at + 1, iter->end);
  if (at >= iter->end)
    return FALSE;

  if (iter->object)
    {
      const char *name = at;

      at = skip_string (at, iter->end);
      if (key != NULL)
        *key = (GlossJsonText) { name, at - name };
      at = skip_space (skip_space (at, iter->end) + 1, iter->end);
    }

  value->start = at;
  iter->at = skip_value (at, iter->end);
  value->length = iter->at - at;

  return TRUE;
}

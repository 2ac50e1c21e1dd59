/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-json-text.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"

#define REPLACEMENT_CHARACTER 0xfffd

typedef struct
{
  const char *data;
  const char *at;
  const char *end;
  const char *problem;
} Checker;

static gboolean check_value (Checker *checker,
                             guint    depth);

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && is_space (*at))
    at++;

  return at;
}

static gboolean
fail (Checker    *checker,
      const char *problem)
{
  if (checker->problem == NULL)
    checker->problem = problem;

  return FALSE;
}

static gboolean
check_string (Checker *checker)
{
  checker->at++;

  while (checker->at < checker->end)
    {
      guchar c = *checker->at++;

      if (c == '"')
        return TRUE;

      if (c < 0x20)
        {
          checker->at--;
          return fail (checker, "a control character inside a string");
        }

      if (c != '\\')
        continue;

      if (checker->at < checker->end && *checker->at == 'u')
        {
          for (int i = 1; i <= 4; i++)
            {
              if (checker->end - checker->at <= i || !g_ascii_isxdigit (checker->at[i]))
                return fail (checker, "a \\u that four hexadecimal digits do not follow");
            }
          checker->at += 5;
        }
      else if (checker->at < checker->end && *checker->at != '\0' && strchr ("\"\\/bfnrt", *checker->at) != NULL)
        {
          checker->at++;
        }
      else
        {
          return fail (checker, "an unknown escape in a string");
        }
    }

  return fail (checker, "a string without an end");
}

static gboolean
check_digits (Checker *checker)
{
  const char *start = checker->at;

  while (checker->at < checker->end && g_ascii_isdigit (*checker->at))
    checker->at++;

  return checker->at > start || fail (checker, "a number without digits");
}

static gboolean
check_number (Checker *checker)
{
  if (*checker->at == '-')
    checker->at++;

  if (checker->at < checker->end && *checker->at == '0')
    checker->at++;
  else if (!check_digits (checker))
    return FALSE;

  if (checker->at < checker->end && *checker->at == '.')
    {
      checker->at++;
      if (!check_digits (checker))
        return FALSE;
    }

  if (checker->at < checker->end && (*checker->at == 'e' || *checker->at == 'E'))
    {
      checker->at++;
      if (checker->at < checker->end && (*checker->at == '+' || *checker->at == '-'))
        checker->at++;
      if (!check_digits (checker))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_word (Checker    *checker,
            const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (checker->end - checker->at) < length || memcmp (checker->at, word, length) != 0)
    return fail (checker, "something that is no value");

  checker->at += length;
  return TRUE;
}

static gboolean
check_container (Checker *checker,
                 char     close,
                 guint    depth)
{
  if (depth >= GLOSS_JSON_MAX_DEPTH)
    return fail (checker, "values nested too deeply");

  checker->at = skip_space (checker->at + 1, checker->end);
  if (checker->at < checker->end && *checker->at == close)
    {
      checker->at++;
      return TRUE;
    }

  while (TRUE)
    {
      checker->at = skip_space (checker->at, checker->end);

      if (close == '}')
        {
          if (checker->at == checker->end || *checker->at != '"')
            return fail (checker, "a member without a name");
          if (!check_string (checker))
            return FALSE;

          checker->at = skip_space (checker->at, checker->end);
          if (checker->at == checker->end || *checker->at != ':')
            return fail (checker, "a member without a value");
          checker->at++;
        }

      if (!check_value (checker, depth + 1))
        return FALSE;

      checker->at = skip_space (checker->at, checker->end);
      if (checker->at == checker->end)
        return fail (checker, "an object or a list without an end");
      if (*checker->at == close)
        {
          checker->at++;
          return TRUE;
        }
      if (*checker->at != ',')
        return fail (checker, "a comma or an end is missing");
      checker->at++;
    }
}

static gboolean
check_value (Checker *checker,
             guint    depth)
{
  checker->at = skip_space (checker->at, checker->end);
  if (checker->at == checker->end)
    return fail (checker, "it ends too early");

  switch (*checker->at)
    {
    case '{':
      return check_container (checker, '}', depth);
    case '[':
      return check_container (checker, ']', depth);
    case '"':
      return check_string (checker);
    case 't':
      return check_word (checker, "true");
    case 'f':
      return check_word (checker, "false");
    case 'n':
      return check_word (checker, "null");
    default:
      if (*checker->at == '-' || g_ascii_isdigit (*checker->at))
        return check_number (checker);
      return fail (checker, "something that is no value");
    }
}

static guint
count_lines (const char *from,
             const char *to)
{
  guint n_lines = 1;

  for (const char *c = from; c < to; c++)
    n_lines += *c == '\n';

  return n_lines;
}

gboolean
gloss_json_text_check (const char     *data,
                       gsize           length,
                       GlossJsonText  *value,
                       GError        **error)
{
  Checker checker = { data, data, data + length, NULL };
  const char *start;
  const char *invalid;

  g_return_val_if_fail (data != NULL, FALSE);

  if (!g_utf8_validate_len (data, length, &invalid))
    {
      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
                   "line %u: not UTF-8 text", count_lines (data, invalid));
      return FALSE;
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    checker.at += 3;

  start = checker.at = skip_space (checker.at, checker.end);
  if (check_value (&checker, 0))
    {
      value->start = start;
      value->length = checker.at - start;

      checker.at = skip_space (checker.at, checker.end);
      if (checker.at == checker.end)
        return TRUE;
      fail (&checker, "something follows the end");
    }

  g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
               "line %u: %s", count_lines (data, checker.at), checker.problem);
  return FALSE;
}

/* From here on, texts were checked. */

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

char *
gloss_json_text_minify (const GlossJsonText *value)
{
  const char *at = value->start;
  const char *end = value->start + value->length;
  GString *out = g_string_sized_new (value->length);

  while (at < end)
    {
      const char *start = at;

      if (*at == '"')
        at = skip_string (at, end);
      else
        while (at < end && *at != '"' && !is_space (*at))
          at++;

      g_string_append_len (out, start, at - start);
      at = skip_space (at, end);
    }

  return g_string_free (out, FALSE);
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

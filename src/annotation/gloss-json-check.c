/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-json-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-json-text-private.h"

typedef struct
{
  const char *data;
  const char *at;
  const char *end;
  const char *problem;
  gboolean    spaced; /* there was white space between tokens */
} Checker;

/* The bytes that mean something inside a string. */
static const gboolean string_signs[256] = {
  [0x00 ... 0x1f] = TRUE,
  ['"'] = TRUE,
  ['\\'] = TRUE,
};

static gboolean check_value (Checker *checker,
                             guint    depth);

static gboolean
fail (Checker    *checker,
      const char *problem)
{
  if (checker->problem == NULL)
    checker->problem = problem;

  return FALSE;
}

static void
pass_space (Checker *checker)
{
  const char *start = checker->at;

  checker->at = skip_space (start, checker->end);
  checker->spaced |= checker->at > start;
}

static gboolean
check_string (Checker *checker)
{
  checker->at++;

  while (TRUE)
    {
      guchar c;

      while (checker->at < checker->end && !string_signs[(guchar) *checker->at])
        checker->at++;
      if (checker->at == checker->end)
        return fail (checker, _("a string without an end"));

      c = *checker->at++;
      if (c == '"')
        return TRUE;

      if (c < 0x20)
        {
          checker->at--;
          return fail (checker, _("a control character inside a string"));
        }

      if (checker->at < checker->end && *checker->at == 'u')
        {
          for (int i = 1; i <= 4; i++)
            {
              if (checker->end - checker->at <= i || !g_ascii_isxdigit (checker->at[i]))
                return fail (checker, _("a \\u that four hexadecimal digits do not follow"));
            }
          checker->at += 5;
        }
      else if (checker->at < checker->end && *checker->at != '\0' && strchr ("\"\\/bfnrt", *checker->at) != NULL)
        {
          checker->at++;
        }
      else
        {
          return fail (checker, _("an unknown escape in a string"));
        }
    }
}

static gboolean
check_digits (Checker *checker)
{
  const char *start = checker->at;

  while (checker->at < checker->end && g_ascii_isdigit (*checker->at))
    checker->at++;

  return checker->at > start || fail (checker, _("a number without digits"));
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
    return fail (checker, _("something that is no value"));

  checker->at += length;
  return TRUE;
}

static gboolean
check_container (Checker *checker,
                 char     close,
                 guint    depth)
{
  if (depth >= GLOSS_JSON_MAX_DEPTH)
    return fail (checker, _("values nested too deeply"));

  checker->at++;
  pass_space (checker);
  if (checker->at < checker->end && *checker->at == close)
    {
      checker->at++;
      return TRUE;
    }

  while (TRUE)
    {
      pass_space (checker);

      if (close == '}')
        {
          if (checker->at == checker->end || *checker->at != '"')
            return fail (checker, _("a member without a name"));
          if (!check_string (checker))
            return FALSE;

          pass_space (checker);
          if (checker->at == checker->end || *checker->at != ':')
            return fail (checker, _("a member without a value"));
          checker->at++;
        }

      if (!check_value (checker, depth + 1))
        return FALSE;

      pass_space (checker);
      if (checker->at == checker->end)
        return fail (checker, _("an object or a list without an end"));
      if (*checker->at == close)
        {
          checker->at++;
          return TRUE;
        }
      if (*checker->at != ',')
        return fail (checker, _("a comma or an end is missing"));
      checker->at++;
    }
}

static gboolean
check_value (Checker *checker,
             guint    depth)
{
  pass_space (checker);
  if (checker->at == checker->end)
    return fail (checker, _("it ends too early"));

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
      return fail (checker, _("something that is no value"));
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
  Checker checker = { data, data, data + length, NULL, FALSE };
  const char *start;
  const char *invalid;

  g_return_val_if_fail (data != NULL, FALSE);

  if (!g_utf8_validate_len (data, length, &invalid))
    {
      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
                   _("line %u: not UTF-8 text"), count_lines (data, invalid));
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
      fail (&checker, _("something follows the end"));
    }

  g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
               _("line %u: %s"), count_lines (data, checker.at), checker.problem);
  return FALSE;
}

gboolean
gloss_json_text_check_item (const char    *data,
                            gsize          length,
                            guint          depth,
                            gboolean      *spaced)
{
  Checker checker = { data, data, data + length, NULL, FALSE };

  if (!check_value (&checker, depth) || checker.at != checker.end)
    return FALSE;

  *spaced = checker.spaced;
  return TRUE;
}

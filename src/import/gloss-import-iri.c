/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-iri.h"

#include <string.h>

#define OWN_SCHEME "urn:glossator:"

/* Addresses are short; what is longer is none. */
#define MAX_BYTES 2048

/* Pages that show another page: its address follows. */
static const char *const proxies[] = {
  "https://via.hypothes.is/",
  "http://via.hypothes.is/",
  "https://via.hypothes.is/proxy/",
};

static const char *const hosts[] = {
  "undocs.org",
  "docs.un.org",
  "documents.un.org",
  "daccess-ods.un.org",
  "un.org",
};

/* The six languages, as the sites abbreviate them. */
static const struct
{
  const char *code;
  const char *letter;
} languages[] = {
  { "ar", "a" }, { "zh", "c" }, { "en", "e" }, { "fr", "f" }, { "ru", "r" }, { "es", "s" }, { "de", "g" },
};

static const char *
find_language (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_ascii_strcasecmp (name, languages[i].code) == 0 || g_ascii_strcasecmp (name, languages[i].letter) == 0)
        return languages[i].code;
    }

  return NULL;
}

/* "A/69/723", "S/RES/1373 (2001)", "CCPR/C/21/Rev.1/Add.13": letters first, and parts. */
static gboolean
is_symbol (const char *text)
{
  gboolean has_digit = FALSE;

  if (!g_ascii_isalpha (*text) || strchr (text, '/') == NULL)
    return FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("/.-() *+", *c) == NULL)
        return FALSE;
      has_digit |= g_ascii_isdigit (*c);
    }

  return has_digit;
}

/* (transfer full) (nullable) */
static char *
take_symbol (char *text)
{
  gsize length;

  if (text == NULL)
    return NULL;

  g_strstrip (text);
  length = strlen (text);
  while (length > 0 && text[length - 1] == '/')
    text[--length] = '\0';
  if (g_str_has_suffix (text, ".pdf"))
    text[length - 4] = '\0';

  if (is_symbol (text))
    return text;

  g_free (text);
  return NULL;
}

/* "/en/A/69/723" */
static char *
read_path (const char  *path,
           char       **language)
{
  const char *start = path;
  const char *slash;

  while (*start == '/')
    start++;

  slash = strchr (start, '/');
  if (slash != NULL && slash - start == 2)
    {
      g_autofree char *name = g_strndup (start, 2);
      const char *code = find_language (name);

      if (code != NULL)
        {
          g_set_str (language, code);
          start = slash + 1;
        }
    }

  return take_symbol (g_strdup (start));
}

/* "symbol=A/69/723&Lang=E", "s=A/69/723&l=en&t=pdf", "OpenAgent&DS=A/69/723&Lang=E" */
static char *
read_query (const char  *query,
            char       **language)
{
  g_auto (GStrv) pairs = g_strsplit (query, "&", 32);
  char *symbol = NULL;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');
      g_autofree char *decoded = NULL;

      if (value == NULL)
        continue;

      *value++ = '\0';
      decoded = g_uri_unescape_string (g_strdelimit (value, "+", ' '), NULL);
      if (decoded == NULL)
        continue;

      if (g_ascii_strcasecmp (pairs[i], "symbol") == 0 || g_ascii_strcasecmp (pairs[i], "s") == 0 ||
          g_ascii_strcasecmp (pairs[i], "ds") == 0)
        {
          g_free (symbol);
          symbol = take_symbol (g_steal_pointer (&decoded));
        }
      else if (g_ascii_strcasecmp (pairs[i], "lang") == 0 || g_ascii_strcasecmp (pairs[i], "l") == 0)
        {
          const char *code = find_language (decoded);

          if (code != NULL)
            g_set_str (language, code);
        }
    }

  return symbol;
}

static gboolean
is_known_host (const char *host)
{
  if (g_ascii_strncasecmp (host, "www.", 4) == 0)
    host += 4;

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      if (g_ascii_strcasecmp (host, hosts[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
read_web_address (const char  *iri,
                  char       **language)
{
  g_autoptr (GUri) uri = NULL;
  char *symbol = NULL;

  uri = g_uri_parse (iri, G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || !is_known_host (g_uri_get_host (uri)) ||
      (!g_str_equal (g_uri_get_scheme (uri), "http") && !g_str_equal (g_uri_get_scheme (uri), "https")))
    return NULL;

  if (g_uri_get_query (uri) != NULL)
    symbol = read_query (g_uri_get_query (uri), language);
  if (symbol == NULL)
    symbol = read_path (g_uri_get_path (uri), language);

  return symbol;
}

char *
gloss_import_iri_dup_symbol (const char  *iri,
                             char       **language)
{
  g_autofree char *found_language = NULL;
  char *symbol;

  g_return_val_if_fail (iri != NULL, NULL);

  if (language != NULL)
    *language = NULL;
  if (strlen (iri) > MAX_BYTES)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (proxies); i++)
    {
      if (g_str_has_prefix (iri, proxies[i]))
        iri += strlen (proxies[i]);
    }

  if (g_str_has_prefix (iri, OWN_SCHEME))
    {
      const char *at;

      symbol = g_uri_unescape_string (iri + strlen (OWN_SCHEME), NULL);
      at = symbol != NULL ? strrchr (symbol, '@') : NULL;
      if (at != NULL && at[1] != '\0')
        {
          found_language = g_strdup (at + 1);
          symbol[at - symbol] = '\0';
        }
      if (symbol != NULL && *symbol == '\0')
        g_clear_pointer (&symbol, g_free);
    }
  else
    {
      symbol = read_web_address (iri, &found_language);
    }

  if (language != NULL && symbol != NULL)
    *language = g_steal_pointer (&found_language);

  return symbol;
}

gboolean
gloss_import_iri_is_absolute (const char *iri)
{
  g_autofree char *scheme = NULL;

  g_return_val_if_fail (iri != NULL, FALSE);

  scheme = g_uri_peek_scheme (iri) != NULL ? g_uri_parse_scheme (iri) : NULL;
  if (scheme == NULL || iri[strlen (scheme) + 1] == '\0' || strlen (iri) > MAX_BYTES)
    return FALSE;

  for (const char *c = iri; *c != '\0'; c++)
    {
      if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c) || strchr ("<>\"{}|\\^`", *c) != NULL)
        return FALSE;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-private.h"

#include <string.h>

/* Text for Markdown such that every reader of it (CommonMark, GitHub's, Pandoc's) shows exactly
 * the given characters. CommonMark lets any ASCII punctuation be escaped by a backslash, and a
 * character reference stands for itself, without being white space that begins or ends a line. */

/* These mean something anywhere in a line: emphasis, links, code, HTML, tables, headings,
 * references, strike-through, mathematics, superscripts, attributes. */
#define SPECIAL_ANYWHERE "\\`*_[]<>#|~&$^{}"

/* These mean something at the beginning of a line: lists, rules, underlines of headings, rows
 * under the head of a table. */
#define SPECIAL_AT_START "-+=:"

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t';
}

static void
append_blank (GString *out,
              char     c)
{
  g_string_append (out, c == '\t' ? "&#9;" : "&#32;");
}

/* GitHub's Markdown makes links of addresses and reads no escapes inside of them. @p, in the text
 * up to @end, is where such an address must be broken to stay text: "http\://", "www\.". */
static gboolean
breaks_address (const char *text,
                const char *p,
                const char *end)
{
  if (*p == ':')
    return end - p >= 3 && p[1] == '/' && p[2] == '/';

  return *p == '.' && p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
}

static void
append_escaped (GString    *out,
                const char *text,
                gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p++)
    {
      if (strchr (SPECIAL_ANYWHERE, *p) != NULL || breaks_address (text, p, end))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* Appends what a line must not begin with as it is, and returns how many bytes that was. */
static gsize
append_line_start (GString    *out,
                   const char *line,
                   gsize       length)
{
  gsize n_digits = 0;

  if (is_blank_char (line[0]))
    {
      append_blank (out, line[0]);
      return 1;
    }

  if (strchr (SPECIAL_AT_START, line[0]) != NULL)
    {
      g_string_append_printf (out, "\\%c", line[0]);
      return 1;
    }

  while (n_digits < length && g_ascii_isdigit (line[n_digits]))
    n_digits++;

  /* "12." and "12)" would begin a numbered list. */
  if (n_digits > 0 && n_digits < length && (line[n_digits] == '.' || line[n_digits] == ')'))
    {
      g_string_append_len (out, line, n_digits);
      g_string_append_printf (out, "\\%c", line[n_digits]);
      return n_digits + 1;
    }

  return 0;
}

/* @line holds at least one character that is not white space. */
static void
append_line (GString    *out,
             const char *line,
             gsize       length)
{
  gsize start = append_line_start (out, line, length);
  gboolean blank_at_end = is_blank_char (line[length - 1]);

  append_escaped (out, line + start, length - start - (blank_at_end ? 1 : 0));
  if (blank_at_end)
    append_blank (out, line[length - 1]);
}

static gboolean
is_blank_line (const char *line,
               gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_blank_char (line[i]))
      return FALSE;

  return TRUE;
}

/* The length of the line that @text begins with, and in @next where the following one begins, NULL
 * at the end. Any of the usual line ends counts. */
static gsize
scan_line (const char  *text,
           const char **next)
{
  gsize length = strcspn (text, "\r\n");

  if (text[length] == '\0')
    *next = NULL;
  else if (text[length] == '\r' && text[length + 1] == '\n')
    *next = text + length + 2;
  else
    *next = text + length + 1;

  return length;
}

void
gloss_markdown_append_block (GString    *out,
                             const char *text,
                             const char *prefix)
{
  g_autofree char *blank_prefix = g_strchomp (g_strdup (prefix));
  gboolean begun = FALSE;
  gboolean after_text = FALSE;

  for (const char *line = text, *next; line != NULL; line = next)
    {
      gsize length = scan_line (line, &next);

      if (is_blank_line (line, length))
        {
          after_text = FALSE;
          continue;
        }

      /* Two spaces at the end of a line are a line break in every dialect. */
      if (after_text)
        g_string_append (out, "  \n");
      else if (begun)
        g_string_append_printf (out, "\n%s\n", blank_prefix);

      g_string_append (out, prefix);
      append_line (out, line, length);
      begun = after_text = TRUE;
    }

  if (begun)
    g_string_append_c (out, '\n');
}

void
gloss_markdown_append_inline (GString    *out,
                              const char *text,
                              gsize       length,
                              const char *line_break)
{
  for (const char *p = text; p < text + length;)
    {
      const char *line_end = p;

      while (line_end < text + length && *line_end != '\n' && *line_end != '\r')
        line_end++;

      append_escaped (out, p, line_end - p);
      p = line_end;

      if (p < text + length)
        {
          g_string_append (out, line_break);
          p += g_str_has_prefix (p, "\r\n") && p + 1 < text + length ? 2 : 1;
        }
    }
}

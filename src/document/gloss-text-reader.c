/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-text-reader.h"

#include "document/gloss-citation.h"
#include "document/gloss-document-builder.h"
#include "document/gloss-numeral.h"

#include <glib/gi18n.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

#define MAX_BRACKETED_NUMBER 999
#define MAX_BRACKETED_ROMAN  99

/* No label is longer than this many bytes: four Chinese characters with three units, 21 bytes. */
#define MAX_LABEL_NUMBER 32

static gboolean
skip_prefix (const char **p,
             const char  *prefix)
{
  if (!g_str_has_prefix (*p, prefix))
    return FALSE;

  *p += strlen (prefix);
  return TRUE;
}

static gboolean
is_bracketed_number (const char *number,
                     gsize       length)
{
  guint value;

  if (length == 1 || (length == 2 && number[0] == number[1]))
    {
      if (g_ascii_isalpha (number[0]))
        return TRUE;
    }

  value = gloss_numeral_parse_roman (number, length);
  if (value > 0)
    return value <= MAX_BRACKETED_ROMAN;

  value = gloss_numeral_parse_arabic (number, length);
  if (value == 0)
    value = gloss_numeral_parse_chinese (number, length);
  return value > 0 && value <= MAX_BRACKETED_NUMBER;
}

/* Whether a text that follows its label without white space can begin so: Chinese does, and
 * (s)he and 2.5 do not. */
static gboolean
is_beginning (gunichar c)
{
  return g_unichar_iswide (c) || g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION;
}

/* The end of the number that begins at @number, or NULL. */
static const char *
find_number_end (const char *number)
{
  const char *p = number;

  while (p - number < MAX_LABEL_NUMBER && g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p > number && p - number < MAX_LABEL_NUMBER ? p : NULL;
}

gsize
gloss_text_scan_label (const char *paragraph,
                       gsize      *skip)
{
  const char *p = paragraph, *number, *end, *text;
  gboolean stands_apart = FALSE;

  g_return_val_if_fail (paragraph != NULL, 0);
  g_return_val_if_fail (skip != NULL, 0);

  *skip = 0;

  if (skip_prefix (&p, "(") || skip_prefix (&p, "（"))
    {
      number = p;
      end = find_number_end (number);
      if (end == NULL || !is_bracketed_number (number, end - number))
        return 0;

      p = end;
      stands_apart = g_str_has_prefix (p, "）");
      if (!skip_prefix (&p, ")") && !skip_prefix (&p, "）"))
        return 0;
    }
  else
    {
      gboolean chinese;

      number = p;
      end = find_number_end (number);
      if (end == NULL)
        return 0;

      chinese = gloss_numeral_parse_chinese (number, end - number) > 0;
      if (!chinese && gloss_numeral_parse_arabic (number, end - number) == 0)
        return 0;

      p = end;
      stands_apart = *p != '.';
      if (!skip_prefix (&p, ".") && !skip_prefix (&p, "．") && !(chinese && skip_prefix (&p, "、")))
        return 0;
    }

  for (text = p; *text != '\0' && g_unichar_isspace (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    ;

  if (!stands_apart && text == p && *text != '\0' && !is_beginning (g_utf8_get_char (text)))
    return 0;

  *skip = text - paragraph;
  return p - paragraph;
}

static guint
count_lines (const char *data,
             const char *end)
{
  guint n_lines = 1;

  for (const char *p = data; (p = memchr (p, '\n', end - p)) != NULL; p++)
    n_lines++;

  return n_lines;
}

/* Whether all of @data is text. What is wrong is said in words that tell a delegate what to do. */
static gboolean
check_encoding (const char  *data,
                gsize        length,
                GError     **error)
{
  const char *end;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      g_set_error_literal (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_ENCODING,
                           _("This is UTF-16 text; save it as UTF-8"));
      return FALSE;
    }

  if (g_utf8_validate_len (data, length, &end))
    return TRUE;

  if (*end == '\0')
    g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_ENCODING,
                 _("This is no plain text: line %u holds a zero byte"), count_lines (data, end));
  else
    g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_ENCODING,
                 _("This is not UTF-8 text, from line %u on; save it as UTF-8"), count_lines (data, end));
  return FALSE;
}

static void
add_paragraph (GlossDocumentBuilder *builder,
               const char           *paragraph)
{
  gsize skip;
  gsize label_length = gloss_text_scan_label (paragraph, &skip);
  GlossClauseData data = { .text = paragraph + skip, .taken = TRUE, .kind = GLOSS_CLAUSE_PARAGRAPH };
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;

  if (label_length > 0)
    {
      g_autofree char *number = NULL;
      gboolean bracketed;

      label = g_strndup (paragraph, label_length);
      number = gloss_citation_number (label);
      bracketed = gloss_citation_is_bracketed (label);
      id = g_strconcat (bracketed ? "item_" : "para_", number, NULL);

      data.id = id;
      data.label = label;
      if (bracketed)
        data.kind = GLOSS_CLAUSE_ITEM;
    }

  gloss_document_builder_add_clause (builder, &data);
}

/* The end of the line that begins at @line, before its line break; and in @next the line after.
 * @has_returns: lines may end with a carriage return as well. */
static char *
find_line_end (char      *line,
               char      *end,
               gboolean   has_returns,
               char     **next)
{
  char *p = line;

  if (has_returns)
    {
      while (p < end && *p != '\n' && *p != '\r')
        p++;
    }
  else
    {
      p = memchr (line, '\n', end - line);
      if (p == NULL)
        p = end;
    }

  *next = p;
  if (p < end)
    *next += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;

  return p;
}

/* Adds the paragraphs between @data and @end, where one byte more belongs to the buffer. They are put
 * together where they stand: none gets longer by what is left out of it, and its end comes before
 * what follows. FALSE where there are too many. */
static gboolean
add_paragraphs (GlossDocumentBuilder *builder,
                char                 *data,
                char                 *end,
                guint                *n_clauses)
{
  gboolean has_returns = memchr (data, '\r', end - data) != NULL;
  char *paragraph = NULL;
  char *paragraph_end = NULL;
  char *next;

  for (char *line = data; line < end; line = next)
    {
      char *line_end = find_line_end (line, end, has_returns, &next);

      while (line_end > line && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (line_end))))
        line_end = g_utf8_prev_char (line_end);

      if (paragraph == NULL)
        {
          while (line < line_end && g_unichar_isspace (g_utf8_get_char (line)))
            line = g_utf8_next_char (line);
        }
      else
        {
          /* The mark of a new page is no part of the text. */
          while (line < line_end && *line == '\f')
            line++;
        }

      if (line < line_end && paragraph == NULL)
        {
          paragraph = line;
          paragraph_end = line_end;
        }
      else if (line < line_end)
        {
          *paragraph_end++ = '\n';
          memmove (paragraph_end, line, line_end - line);
          paragraph_end += line_end - line;
        }

      if (paragraph != NULL && (line == line_end || next == end))
        {
          if (++*n_clauses > GLOSS_DOCUMENT_MAX_CLAUSES)
            return FALSE;
          *paragraph_end = '\0';
          add_paragraph (builder, paragraph);
          paragraph = NULL;
        }
    }

  return TRUE;
}

GlossDocument *
gloss_text_take (char        *data,
                 gsize        length,
                 const char  *symbol,
                 GError     **error)
{
  g_autofree char *texts = data;
  g_autoptr (GlossDocumentBuilder) builder = NULL;
  char *begin, *end;
  guint n_clauses = 0;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  if (length > GLOSS_TEXT_MAX_BYTES)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT,
                   _("This file is larger than %d MiB"), GLOSS_TEXT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  /* With room for the end of the last paragraph. */
  texts = g_realloc (texts, length + 1);
  if (!check_encoding (texts, length, error))
    return NULL;

  builder = gloss_document_builder_new ();
  gloss_document_builder_set_symbol (builder, symbol);

  begin = texts;
  end = texts + length;
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (texts, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    begin += strlen (BYTE_ORDER_MARK);

  gloss_document_builder_take_texts (builder, g_steal_pointer (&texts));
  if (!add_paragraphs (builder, begin, end, &n_clauses))
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT,
                   _("This document has more than %d clauses"), GLOSS_DOCUMENT_MAX_CLAUSES);
      return NULL;
    }

  if (n_clauses == 0)
    {
      g_set_error_literal (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE,
                           _("This document holds no text"));
      return NULL;
    }

  return gloss_document_builder_end (builder);
}

GlossDocument *
gloss_text_read (const char  *data,
                 gsize        length,
                 const char  *symbol,
                 GError     **error)
{
  return gloss_text_take (g_memdup2 (data, length), length, symbol, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-exchange-private.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-target.h"

/* A document as a page shows it: clause below clause with their labels. */
typedef struct
{
  GString *text;
  gsize   *bytes; /* where the text of each clause begins, in bytes */
  gsize   *utf16; /* the same in code units of UTF-16 */
} Page;

struct _GlossExchange
{
  GHashTable *pages; /* (element-type GlossDocument Page) */
};

static void
page_free (gpointer data)
{
  Page *page = data;

  g_string_free (page->text, TRUE);
  g_free (page->bytes);
  g_free (page->utf16);
  g_free (page);
}

static Page *
page_new (GlossDocument *document)
{
  guint n_clauses = gloss_document_get_n_clauses (document);
  Page *page = g_new0 (Page, 1);
  gsize utf16 = 0;

  page->text = g_string_new (NULL);
  page->bytes = g_new (gsize, n_clauses);
  page->utf16 = g_new (gsize, n_clauses);

  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *label = gloss_clause_get_label (clause);
      const char *text = gloss_clause_get_text (clause);

      if (*label != '\0')
        {
          g_string_append_printf (page->text, "%s ", label);
          utf16 += gloss_offset_length (label, GLOSS_OFFSET_UTF16) + 1;
        }
      page->bytes[i] = page->text->len;
      page->utf16[i] = utf16;
      g_string_append_printf (page->text, "%s\n", text);
      utf16 += gloss_offset_length (text, GLOSS_OFFSET_UTF16) + 1;
    }

  return page;
}

static Page *
get_page (GlossExchange *self,
          GlossDocument *document)
{
  Page *page = g_hash_table_lookup (self->pages, document);

  if (page == NULL)
    {
      page = page_new (document);
      g_hash_table_insert (self->pages, document, page);
    }

  return page;
}

/* (transfer full): up to GLOSS_ANCHOR_CONTEXT_CHARS code points before or behind @p. */
static char *
dup_context (const Page *page,
             const char *p,
             int         direction)
{
  const char *end = p;

  for (guint i = 0; i < GLOSS_ANCHOR_CONTEXT_CHARS; i++)
    {
      if (direction < 0 ? end == page->text->str : *end == '\0')
        break;
      end = direction < 0 ? g_utf8_prev_char (end) : g_utf8_next_char (end);
    }

  return direction < 0 ? g_strndup (end, p - end) : g_strndup (p, end - p);
}

GlossExchange *
gloss_exchange_new (void)
{
  GlossExchange *self = g_new0 (GlossExchange, 1);

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);

  return self;
}

void
gloss_exchange_free (GlossExchange *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

void
gloss_exchange_find_place (GlossExchange         *self,
                           const GlossExportNote *note,
                           GlossExchangePlace    *place)
{
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (note->annotation));
  const char *text;
  guint n_chars;
  guint start;
  guint end;
  const Page *page;
  const char *first;
  const char *last;
  guint position;

  *place = (GlossExchangePlace) { NULL };

  /* Where the words are not those of the text at hand, they are what there is to find them by. */
  if (note->clause == NULL || note->placement != GLOSS_PLACEMENT_PLACED)
    {
      if (data->exact != NULL)
        {
          place->exact = g_strdup (data->exact);
          place->prefix = g_strdup (data->prefix != NULL ? data->prefix : "");
          place->suffix = g_strdup (data->suffix != NULL ? data->suffix : "");
        }
      return;
    }

  text = gloss_clause_get_text (note->clause);
  n_chars = gloss_clause_get_n_chars (note->clause);
  if (n_chars == 0)
    return;

  start = note->start < note->end ? note->start : 0;
  end = note->start < note->end ? note->end : n_chars;
  page = get_page (self, note->source->document);
  position = gloss_clause_get_position (note->clause);
  first = page->text->str + page->bytes[position] +
          gloss_offset_convert (text, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_BYTES, start);
  last = page->text->str + page->bytes[position] +
         gloss_offset_convert (text, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_BYTES, end);

  place->exact = g_strndup (first, last - first);
  place->prefix = dup_context (page, first, -1);
  place->suffix = dup_context (page, last, 1);
  place->placed = TRUE;
  place->start = start;
  place->end = end;
  place->page_start_utf16 = page->utf16[position] +
                            gloss_offset_convert (text, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_UTF16, start);
  place->page_end_utf16 = page->utf16[position] +
                          gloss_offset_convert (text, GLOSS_OFFSET_CHARS, GLOSS_OFFSET_UTF16, end);
}

void
gloss_exchange_place_clear (GlossExchangePlace *place)
{
  g_clear_pointer (&place->exact, g_free);
  g_clear_pointer (&place->prefix, g_free);
  g_clear_pointer (&place->suffix, g_free);
}

const char *
gloss_exchange_get_address (const GlossExportNote *note)
{
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (note->annotation));

  if (note->source->document != NULL)
    return gloss_document_get_iri (note->source->document);

  return data->source != NULL ? data->source : note->source->symbol;
}

void
gloss_exchange_append_name (GString    *out,
                            const char *name)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  gloss_json_append_string (out, name, -1);
  g_string_append_c (out, ':');
}

void
gloss_exchange_append_strings (GString           *out,
                               const char        *name,
                               const char *const *strings)
{
  gloss_exchange_append_name (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      gloss_json_append_string (out, strings[i], -1);
    }
  g_string_append_c (out, ']');
}

void
gloss_exchange_append_own_target (GString               *out,
                                  const GlossExportNote *note)
{
  GlossJsonText annotation = gloss_json_text_for (gloss_annotation_get_text (note->annotation));
  GlossJsonText target;

  if (!gloss_json_text_get_member (&annotation, "target", &target) || !gloss_json_text_is_object (&target))
    return;

  gloss_exchange_append_name (out, GLOSS_TARGET_MEMBER);
  g_string_append_len (out, target.start, target.length);
}

void
gloss_exchange_append_quote (GString                  *out,
                             const GlossExchangePlace *place)
{
  g_string_append (out, "{\"type\":\"TextQuoteSelector\"");
  gloss_json_append_member (out, "exact", place->exact);
  gloss_json_append_member (out, "prefix", place->prefix);
  gloss_json_append_member (out, "suffix", place->suffix);
  g_string_append_c (out, '}');
}

void
gloss_exchange_append_position (GString *out,
                                gsize    start,
                                gsize    end)
{
  g_string_append_printf (out, "{\"type\":\"TextPositionSelector\",\"start\":%" G_GSIZE_FORMAT ",\"end\":%" G_GSIZE_FORMAT "}",
                          start, end);
}

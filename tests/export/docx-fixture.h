/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/xpathInternals.h>

#include "export/export-fixture.h"

/* Reads ZIP archives by their directory, without the code that writes them. */

static inline guint
fixture_number (const guint8 *bytes,
                guint         n_bytes)
{
  guint value = 0;

  for (guint i = n_bytes; i > 0; i--)
    value = value << 8 | bytes[i - 1];

  return value;
}

/* (transfer full) (element-type utf8 GBytes): the entries of @archive by their names. */
static inline GHashTable *
fixture_unzip (GBytes *archive)
{
  GHashTable *entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  gsize size;
  const guint8 *data = g_bytes_get_data (archive, &size);
  const guint8 *end = data + size - 22;
  const guint8 *line;

  g_assert_cmpuint (size, >, 22);
  g_assert_cmpmem (end, 4, "PK\5\6", 4);
  line = data + fixture_number (end + 16, 4);
  g_assert_true (line + fixture_number (end + 12, 4) == end);

  for (guint i = 0; i < fixture_number (end + 10, 2); i++)
    {
      guint name_length = fixture_number (line + 28, 2);
      guint deflated = fixture_number (line + 20, 4);
      const guint8 *local = data + fixture_number (line + 42, 4);
      g_autoptr (GInputStream) base = NULL;
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
      g_autoptr (GBytes) content = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpmem (line, 4, "PK\1\2", 4);
      g_assert_cmpmem (local, 4, "PK\3\4", 4);
      /* What is said twice is the same: times, sum, lengths; so is the name. */
      g_assert_cmpmem (line + 6, 24, local + 4, 24);
      g_assert_cmpmem (line + 46, name_length, local + 30, name_length);

      base = g_memory_input_stream_new_from_data (local + 30 + name_length, deflated, NULL);
      stream = g_converter_input_stream_new (base, G_CONVERTER (inflater));
      content = g_input_stream_read_bytes (stream, fixture_number (line + 24, 4) + 1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (content), ==, fixture_number (line + 24, 4));
      g_assert_true (g_hash_table_insert (entries, g_strndup ((const char *) line + 46, name_length),
                                          g_steal_pointer (&content)));
      line += 46 + name_length;
    }

  g_assert_true (line == end);
  return entries;
}

/* One XML part of a Word document, for XPath; "w" is the namespace of its words. */
typedef struct
{
  xmlDoc *doc;
  xmlXPathContext *context;
} Part;

static inline void
part_open (Part       *part,
           GBytes     *archive,
           const char *name)
{
  g_autoptr (GHashTable) entries = fixture_unzip (archive);
  GBytes *content = g_hash_table_lookup (entries, name);

  g_assert_nonnull (content);
  part->doc = xmlReadMemory (g_bytes_get_data (content, NULL), g_bytes_get_size (content), name, NULL, XML_PARSE_NONET);
  g_assert_nonnull (part->doc);
  part->context = xmlXPathNewContext (part->doc);
  xmlXPathRegisterNs (part->context, (const xmlChar *) "w",
                      (const xmlChar *) "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
}

static inline void
part_clear (Part *part)
{
  xmlXPathFreeContext (part->context);
  xmlFreeDoc (part->doc);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* What the XPath @expression gives, as a string. */
static inline void
part_assert (Part       *part,
             const char *expression,
             const char *expected)
{
  xmlXPathObject *result = xmlXPathEvalExpression ((const xmlChar *) expression, part->context);
  xmlChar *string;

  g_assert_nonnull (result);
  string = xmlXPathCastToString (result);
  g_assert_cmpstr ((const char *) string, ==, expected);
  xmlFree (string);
  xmlXPathFreeObject (result);
}

static inline GBytes *
fixture_export_docx (GPtrArray     *notes,
                     GlossDocument *document)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  if (document != NULL)
    g_ptr_array_add (documents, document);

  return gloss_export_notes_bytes (notes, &(GlossExportOptions) { .documents = documents }, GLOSS_EXPORT_DOCX);
}

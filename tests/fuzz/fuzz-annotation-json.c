/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties: a text that is taken for JSON is JSON to another reader; an annotation or collection
 * that is read is written as it was, but for white space; and when its note, tags, colour and
 * anchor are changed, they are read again as they were set. */

#include "annotation/gloss-annotation-json.h"

#include <stdlib.h>
#include <string.h>

#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-json-text.h"
#include "document/gloss-document-builder.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
require (gboolean condition)
{
  if (!condition)
    abort ();
}

static GlossAnnotation *
read_again (GlossAnnotation *annotation)
{
  const char *text = gloss_annotation_get_text (annotation);
  GlossAnnotation *again = gloss_annotation_new_from_text (text, strlen (text), NULL);

  require (again != NULL);
  require (strchr (text, '\n') == NULL);
  require (g_str_equal (gloss_annotation_get_text (again), text));
  require (g_str_equal (gloss_annotation_get_id (again), gloss_annotation_get_id (annotation)));
  require (g_str_equal (gloss_annotation_get_note (again), gloss_annotation_get_note (annotation)));
  require (g_strv_equal (gloss_annotation_get_tags (again), gloss_annotation_get_tags (annotation)));
  require (gloss_annotation_get_color (again) == gloss_annotation_get_color (annotation));

  return again;
}

static void
change_all (GlossAnnotation *annotation)
{
  static const char *const tags[] = { "one", "two \"2\"", NULL };
  static const char *const notes[] = { "a note\n\"quoted\" 法 😀", "", "another" };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/1", .language = "en", .source = "https://example.org/A/1", .clause_id = "para_1",
    .exact = "words", .prefix = "some ", .suffix = "", .start = 5, .end = 10,
  });
  g_autoptr (GlossAnnotation) moved = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GlossAnnotation) noted = NULL;
      g_autoptr (GlossAnnotation) tagged = NULL;
      g_autoptr (GlossAnnotation) colored = NULL;

      gloss_annotation_set_note (annotation, notes[i]);
      noted = read_again (annotation);
      gloss_annotation_set_tags (annotation, i % 2 == 0 ? tags : NULL);
      tagged = read_again (annotation);
      gloss_annotation_set_color (annotation, (gloss_annotation_get_color (annotation) + 1) % GLOSS_N_COLORS);
      colored = read_again (annotation);
    }

  gloss_annotation_set_anchor (annotation, anchor);
  moved = read_again (annotation);
  require (gloss_anchor_equal (gloss_annotation_get_anchor (moved), anchor));
}

static void
try_annotation (const char *data,
                gsize       size)
{
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new_from_text (data, size, NULL);
  g_autoptr (GlossAnnotation) again = NULL;
  g_autoptr (GlossDocumentBuilder) builder = NULL;
  g_autoptr (GlossDocument) document = NULL;

  if (annotation == NULL)
    return;

  again = read_again (annotation);
  require (gloss_anchor_equal (gloss_annotation_get_anchor (again), gloss_annotation_get_anchor (annotation)));
  gloss_annotation_matches (annotation, "some words", NULL);

  builder = gloss_document_builder_new ();
  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "para_1", .text = "some words and some more words" });
  document = gloss_document_builder_end (builder);
  gloss_anchor_resolve (gloss_annotation_get_anchor (annotation), document);

  change_all (annotation);
}

static void
try_collection (const char *data,
                gsize       size)
{
  g_autofree char *frame = NULL;
  g_autofree char *frame_again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  g_autoptr (GPtrArray) annotations = gloss_annotation_collection_read (data, size, &frame, NULL);
  g_autoptr (GPtrArray) again = NULL;

  if (annotations == NULL)
    return;

  text = gloss_annotation_collection_write (annotations, "A/1", frame);
  again = gloss_annotation_collection_read (text, strlen (text), &frame_again, NULL);
  require (again != NULL && again->len == annotations->len);
  for (guint i = 0; i < annotations->len; i++)
    require (g_str_equal (gloss_annotation_get_text (g_ptr_array_index (annotations, i)),
                          gloss_annotation_get_text (g_ptr_array_index (again, i))));

  text_again = gloss_annotation_collection_write (again, "A/1", frame_again);
  require (g_str_equal (text, text_again));
}

/* The grammar of JSON allows half of a surrogate pair; the other reader does not. */
static gboolean
has_surrogate_escape (const char *text)
{
  for (const char *at = strstr (text, "\\u"); at != NULL; at = strstr (at + 1, "\\u"))
    {
      if (g_ascii_tolower (at[2]) == 'd' && g_ascii_xdigit_value (at[3]) >= 8)
        return TRUE;
    }

  return FALSE;
}

/* The other reader does not know the byte order mark, so it gets what is left without it. */
static void
try_json (const char *data,
          gsize       size)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *minified = NULL;
  GlossJsonText value;

  if (!gloss_json_text_check (data, size, &value, NULL))
    return;

  minified = gloss_json_text_minify (&value);
  if (has_surrogate_escape (minified))
    return;

  parser = json_parser_new ();
  json_parser_set_strict (parser, TRUE);
  require (json_parser_load_from_data (parser, minified, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  /* g_strndup () ends at a NUL byte, which is no part of any text. */
  try_json ((const char *) data, size);
  try_annotation (text, strlen (text));
  try_collection (text, strlen (text));

  return 0;
}

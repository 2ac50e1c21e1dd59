/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-docx-private.h"

#include <string.h>

/* Twentieths of a point: about a centimetre for each level, and as much for a label. */
#define INDENT    567
#define MAX_DEPTH 8

static const char *const styles[] = {
  [GLOSS_CLAUSE_MASTHEAD] = "Masthead",
  [GLOSS_CLAUSE_TITLE] = "Title",
  [GLOSS_CLAUSE_ANNEX] = "Heading1",
  [GLOSS_CLAUSE_FORMULA] = "Formula",
  [GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH] = "Normal",
  [GLOSS_CLAUSE_SECTION] = "Heading2",
  [GLOSS_CLAUSE_PARAGRAPH] = "Normal",
  [GLOSS_CLAUSE_ITEM] = "Normal",
  [GLOSS_CLAUSE_SUBITEM] = "Normal",
  [GLOSS_CLAUSE_NOTE] = "Note",
  [GLOSS_CLAUSE_SIGNATURE] = "Signature",
};

/* Spelling and hyphenation go by language and country. These are the countries whose usage the
 * United Nations follow, or the largest one. */
static const struct
{
  const char *language;
  const char *with_country;
} countries[] = {
  { "ar", "ar-SA" },      { "en", "en-GB" },      { "es", "es-ES" }, { "fr", "fr-FR" }, { "ru", "ru-RU" },
  { "zh", "zh-CN" },      { "zh-hans", "zh-CN" }, { "zh-hant", "zh-TW" }, { "ja", "ja-JP" }, { "ko", "ko-KR" },
};

static const char *
add_country (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_ascii_strcasecmp (language, countries[i].language) == 0)
      return countries[i].with_country;

  return language;
}

static gboolean
is_east_asian (const char *language)
{
  gsize length = strcspn (language, "-");

  return length == 2 &&
         (g_ascii_strncasecmp (language, "zh", 2) == 0 || g_ascii_strncasecmp (language, "ja", 2) == 0 ||
          g_ascii_strncasecmp (language, "ko", 2) == 0);
}

/* A run has a language for each of three groups of scripts. */
static void
append_language (GString    *out,
                 const char *language)
{
  const char *group = "val";
  const char *tag = add_country (language);

  if (is_east_asian (language))
    group = "eastAsia";
  else if (g_str_equal (gloss_export_language_direction (language), "rtl"))
    group = "bidi";

  g_string_append_printf (out, "<w:lang w:%s=\"", group);
  gloss_xml_append_text (out, tag, strlen (tag));
  g_string_append (out, "\"/>");
}

/* In the order in which the schema wants them. */
static void
append_run_properties (GString            *out,
                       const GlossDocxRun *run)
{
  gboolean has_language = run->language != NULL && *run->language != '\0' && !g_str_equal (run->language, "und");

  g_string_append (out, "<w:rPr>");
  if (run->style != NULL)
    g_string_append_printf (out, "<w:rStyle w:val=\"%s\"/>", run->style);

  /* Quotation marks and dashes belong to no script: they are as wide as Chinese signs among them. */
  if (has_language && is_east_asian (run->language))
    g_string_append (out, "<w:rFonts w:hint=\"eastAsia\"/>");
  if (run->fill != NULL)
    g_string_append_printf (out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/>", run->fill);
  if (run->rtl || (has_language && g_str_equal (gloss_export_language_direction (run->language), "rtl")))
    g_string_append (out, "<w:rtl/>");
  if (has_language)
    append_language (out, run->language);
  g_string_append (out, "</w:rPr>");
}

void
gloss_docx_begin_paragraph (GString    *out,
                            const char *style,
                            const char *properties)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style,
                          properties != NULL ? properties : "");
}

void
gloss_docx_begin_clause (GString     *out,
                         GlossClause *clause,
                         const char  *language,
                         const char  *mark)
{
  const char *style = styles[gloss_clause_get_kind (clause)];
  gboolean labelled = *gloss_clause_get_label (clause) != '\0';
  gboolean heading = g_str_has_prefix (style, "Heading") || g_str_equal (style, "Title");
  guint left = heading ? 0 : MIN (gloss_clause_get_depth (clause), MAX_DEPTH) * INDENT;
  g_autoptr (GString) properties = g_string_new (NULL);

  if (g_str_equal (gloss_export_language_direction (language), "rtl"))
    g_string_append (properties, "<w:bidi/>");
  g_string_append_printf (properties, "<w:ind w:left=\"%u\" w:hanging=\"%u\"/>", left + (labelled ? INDENT : 0),
                          labelled ? INDENT : 0);
  if (mark != NULL)
    g_string_append_printf (properties, "<w:rPr>%s</w:rPr>", mark);

  gloss_docx_begin_paragraph (out, style, properties->str);
}

void
gloss_docx_end_paragraph (GString *out)
{
  g_string_append (out, "</w:p>");
}

void
gloss_docx_append_run (GString            *out,
                       const GlossDocxRun *run,
                       const char         *text,
                       gsize               length)
{
  const char *element = run->deleted ? "delText" : "t";
  const char *end = text + length;

  if (length == 0)
    return;

  g_string_append (out, "<w:r>");
  append_run_properties (out, run);

  while (text < end)
    {
      gsize plain = 0;

      while (text + plain < end && strchr ("\n\t", text[plain]) == NULL)
        plain++;

      if (plain > 0)
        {
          g_string_append_printf (out, "<w:%s xml:space=\"preserve\">", element);
          gloss_xml_append_text (out, text, plain);
          g_string_append_printf (out, "</w:%s>", element);
          text += plain;
        }
      else
        {
          g_string_append (out, *text == '\n' ? "<w:br/>" : "<w:tab/>");
          text++;
        }
    }

  g_string_append (out, "</w:r>");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-docx-private.h"

#include <string.h>

/* The file around the text: a ZIP archive of XML parts, which name each other by relationships.
 * ISO/IEC 29500-2, and -1 for the styles. */

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

#define NS_WORD     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NS_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE  "http://schemas.openxmlformats.org/package/2006/"
#define MIME_WORD   "application/vnd.openxmlformats-officedocument.wordprocessingml."

#define RELATIONSHIP(id, type, target) \
  "<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" target "\"/>"
#define OVERRIDE(part, type) "<Override PartName=\"" part "\" ContentType=\"" type "\"/>"

static const char content_types[] =
  XML_HEAD "<Types xmlns=\"" NS_PACKAGE "content-types\">"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  OVERRIDE ("/word/document.xml", MIME_WORD "document.main+xml")
  OVERRIDE ("/word/styles.xml", MIME_WORD "styles+xml")
  OVERRIDE ("/word/settings.xml", MIME_WORD "settings+xml")
  OVERRIDE ("/word/comments.xml", MIME_WORD "comments+xml")
  OVERRIDE ("/word/header1.xml", MIME_WORD "header+xml")
  OVERRIDE ("/word/footer1.xml", MIME_WORD "footer+xml")
  OVERRIDE ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
  "</Types>";

static const char package_relationships[] =
  XML_HEAD "<Relationships xmlns=\"" NS_PACKAGE "relationships\">"
  RELATIONSHIP ("rId1", NS_RELATION "/officeDocument", "word/document.xml")
  RELATIONSHIP ("rId2", NS_PACKAGE "relationships/metadata/core-properties", "docProps/core.xml")
  "</Relationships>";

static const char document_relationships[] =
  XML_HEAD "<Relationships xmlns=\"" NS_PACKAGE "relationships\">"
  RELATIONSHIP ("rId1", NS_RELATION "/styles", "styles.xml")
  RELATIONSHIP ("rId2", NS_RELATION "/settings", "settings.xml")
  RELATIONSHIP ("rId3", NS_RELATION "/comments", "comments.xml")
  RELATIONSHIP ("rId4", NS_RELATION "/header", "header1.xml")
  RELATIONSHIP ("rId5", NS_RELATION "/footer", "footer1.xml")
  "</Relationships>";

/* 15: the layout of Word 2013 and later, without which it opens files in a mode of compatibility. */
static const char settings[] =
  XML_HEAD "<w:settings xmlns:w=\"" NS_WORD "\"><w:compat>"
  "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
  "</w:compat></w:settings>";

static const char footer[] =
  XML_HEAD "<w:ftr xmlns:w=\"" NS_WORD "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
  "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";

static const char document_head[] =
  XML_HEAD "<w:document xmlns:w=\"" NS_WORD "\" xmlns:r=\"" NS_RELATION "\"><w:body>";

/* A4: the paper of those who read the documents; Word scales where it has another. */
static const char document_end[] =
  "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
  "<w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
  "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
  "<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\""
  " w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

static const char comments_head[] = XML_HEAD "<w:comments xmlns:w=\"" NS_WORD "\">";

/* How many bytes of paragraphs are worth being handed on. */
#define FLUSHED_FROM (64 * 1024)

#define PARAGRAPH_STYLE(id, name, next, paragraph, run)                                             \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>"                 \
  "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"" next "\"/><w:qFormat/>"                           \
  "<w:pPr>" paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"

#define SIZE(half_points) "<w:sz w:val=\"" half_points "\"/><w:szCs w:val=\"" half_points "\"/>"
#define BOLD   "<w:b/><w:bCs/>"
#define ITALIC "<w:i/><w:iCs/>"

static const char styles[] =
  XML_HEAD "<w:styles xmlns:w=\"" NS_WORD "\"><w:docDefaults><w:rPrDefault><w:rPr>"
  "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"SimSun\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
  SIZE ("22") "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/>"
  "</w:pPr></w:pPrDefault></w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
  "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
  "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
  PARAGRAPH_STYLE ("Title", "Title", "Normal", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"240\"/>", BOLD SIZE ("32"))
  PARAGRAPH_STYLE ("Heading1", "heading 1", "Normal",
                   "<w:keepNext/><w:spacing w:before=\"360\"/><w:outlineLvl w:val=\"0\"/>", BOLD SIZE ("28"))
  PARAGRAPH_STYLE ("Heading2", "heading 2", "Normal",
                   "<w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"1\"/>", BOLD SIZE ("24"))
  PARAGRAPH_STYLE ("Masthead", "Masthead", "Normal", "<w:spacing w:after=\"40\"/>", "<w:color w:val=\"595959\"/>" SIZE ("20"))
  PARAGRAPH_STYLE ("Formula", "Formula", "Normal", "<w:keepNext/>", ITALIC)
  PARAGRAPH_STYLE ("Note", "Note", "Normal", "<w:spacing w:after=\"60\"/>", SIZE ("18"))
  PARAGRAPH_STYLE ("Signature", "Signature", "Normal", "<w:keepLines/><w:spacing w:after=\"60\"/>", "")
  PARAGRAPH_STYLE ("Header", "header", "Header", "<w:spacing w:after=\"0\"/>", "<w:color w:val=\"595959\"/>" SIZE ("18"))
  PARAGRAPH_STYLE ("Footer", "footer", "Footer", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", SIZE ("18"))
  PARAGRAPH_STYLE ("CommentText", "annotation text", "CommentText", "<w:spacing w:after=\"60\"/>", SIZE ("20"))
  "<w:style w:type=\"character\" w:styleId=\"CommentReference\"><w:name w:val=\"annotation reference\"/>"
  "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr>" SIZE ("16") "</w:rPr></w:style>"
  "</w:styles>";

/* (transfer full) (nullable): "2015-01-13T09:00:00Z"; some readers take no parts of seconds. */
static char *
dup_time (const char *time)
{
  g_autofree char *midnight = g_strconcat (time, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) utc = NULL;

  if (parsed == NULL)
    parsed = g_date_time_new_from_iso8601 (midnight, NULL);
  if (parsed == NULL)
    return NULL;

  utc = g_date_time_to_utc (parsed);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

void
gloss_docx_append_time (GString    *out,
                        const char *name,
                        const char *time)
{
  g_autofree char *normal = dup_time (time);

  if (normal != NULL)
    g_string_append_printf (out, " %s=\"%s\"", name, normal);
}

static void
append_element (GString    *out,
                const char *name,
                const char *text)
{
  g_string_append_printf (out, "<%s>", name);
  gloss_xml_append_text (out, text, strlen (text));
  g_string_append_printf (out, "</%s>", name);
}

static char *
make_core_properties (const char *title,
                      const char *creator,
                      const char *created)
{
  g_autofree char *time = created != NULL ? dup_time (created) : NULL;
  GString *out = g_string_new (XML_HEAD "<cp:coreProperties xmlns:cp=\"" NS_PACKAGE "metadata/core-properties\""
                               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                               " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  append_element (out, "dc:title", title);
  if (creator != NULL)
    append_element (out, "dc:creator", creator);
  if (time != NULL)
    g_string_append_printf (out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>", time);
  g_string_append (out, "</cp:coreProperties>");

  return g_string_free (out, FALSE);
}

static char *
make_header (const char *text)
{
  GString *out = g_string_new (XML_HEAD "<w:hdr xmlns:w=\"" NS_WORD "\">");

  gloss_docx_begin_paragraph (out, "Header", NULL);
  gloss_docx_append_run (out, &(GlossDocxRun) { NULL }, text, strlen (text));
  gloss_docx_end_paragraph (out);
  g_string_append (out, "</w:hdr>");

  return g_string_free (out, FALSE);
}

static void
append_part (GlossZipWriter *writer,
             const char     *content)
{
  gloss_zip_writer_append (writer, content, strlen (content));
}

static void
add_part (GlossZipWriter *writer,
          const char     *name,
          const char     *content)
{
  gloss_zip_writer_add (writer, name, content, strlen (content));
}

void
gloss_docx_init (GlossDocx *self)
{
  self->writer = gloss_zip_writer_new ();
  self->body = g_string_new (NULL);
  self->comments = g_string_new (NULL);
  self->n_comments = 0;

  add_part (self->writer, "[Content_Types].xml", content_types);
  add_part (self->writer, "_rels/.rels", package_relationships);
  add_part (self->writer, "word/document.xml", document_head);
}

void
gloss_docx_flush (GlossDocx *self)
{
  if (self->body->len < FLUSHED_FROM)
    return;

  gloss_zip_writer_append (self->writer, self->body->str, self->body->len);
  g_string_truncate (self->body, 0);
}

GBytes *
gloss_docx_end (GlossDocx  *self,
                const char *title,
                const char *header,
                const char *creator,
                const char *created)
{
  g_autoptr (GlossZipWriter) writer = g_steal_pointer (&self->writer);
  g_autofree char *core_properties = make_core_properties (title, creator, created);
  g_autofree char *header_part = make_header (header != NULL ? header : "");

  append_part (writer, self->body->str);
  append_part (writer, document_end);
  g_string_free (g_steal_pointer (&self->body), TRUE);

  add_part (writer, "word/comments.xml", comments_head);
  append_part (writer, self->comments->str);
  append_part (writer, "</w:comments>");
  g_string_free (g_steal_pointer (&self->comments), TRUE);

  add_part (writer, "docProps/core.xml", core_properties);
  add_part (writer, "word/_rels/document.xml.rels", document_relationships);
  add_part (writer, "word/styles.xml", styles);
  add_part (writer, "word/settings.xml", settings);
  add_part (writer, "word/header1.xml", header_part);
  add_part (writer, "word/footer1.xml", footer);

  return gloss_zip_writer_end (writer);
}

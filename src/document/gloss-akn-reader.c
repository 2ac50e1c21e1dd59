/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-reader.h"

#include <glib/gi18n.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "document/gloss-akn-flow.h"
#include "document/gloss-akn-meta.h"
#include "document/gloss-akn-outline.h"
#include "document/gloss-akn-places.h"
#include "document/gloss-akn-vocabulary.h"
#include "document/gloss-document-builder.h"

G_STATIC_ASSERT (GLOSS_AKN_MAX_DEPTH <= GLOSS_AKN_FLOW_MAX_DEPTH);

/* Elements that are no clauses are more than those that are, but not by much. */
#define MAX_NODES (2 * GLOSS_DOCUMENT_MAX_CLAUSES)

typedef struct
{
  xmlParserCtxtPtr  context;
  GError           *error;
  gboolean          head_only;
  gboolean          is_complete;  /* as far as head_only wants it */

  GlossAknOutline  *outline;
  GlossAknMeta     *meta;
  GlossAknFlow     *flow;

  guint             depth;        /* of open elements */
  guint             meta_depth;   /* where <meta> was opened, or 0 */

  /* For each open element, whether white space counts in it. */
  gboolean          is_exact[GLOSS_AKN_MAX_DEPTH + 1];
} Reader;

static gboolean
is_done (Reader *self)
{
  return self->error != NULL || self->is_complete;
}

G_GNUC_PRINTF (3, 4)
static void
fail (Reader             *self,
      GlossDocumentError  code,
      const char         *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (&self->error, GLOSS_DOCUMENT_ERROR, code, _("Line %d: %s"), xmlSAX2GetLineNumber (self->context), reason);
  xmlStopParser (self->context);
}

static void
check_root (Reader     *self,
            const char *name,
            const char *uri)
{
  if (!g_str_equal (name, "akomaNtoso"))
    fail (self, GLOSS_DOCUMENT_ERROR_PARSE, _("This XML is not Akoma Ntoso but <%s>"), name);
  else if (!gloss_akn_is_namespace (uri))
    fail (self, GLOSS_DOCUMENT_ERROR_PARSE, _("This XML is of an unknown namespace, “%s”"), uri);
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **values)
{
  Reader *self = user_data;
  GlossAknAttributes attributes = { values, n_attributes };
  const GlossAknElement *element = NULL;
  g_autofree char *space = NULL;
  g_autofree char *language = NULL;
  gboolean is_exact;

  if (is_done (self))
    return;

  if (self->depth == 0)
    check_root (self, (const char *) name, (const char *) uri);
  if (self->depth >= GLOSS_AKN_MAX_DEPTH)
    fail (self, GLOSS_DOCUMENT_ERROR_LIMIT, _("This document is nested deeper than %d elements"), GLOSS_AKN_MAX_DEPTH);
  if (gloss_akn_outline_get_size (self->outline) >= MAX_NODES)
    fail (self, GLOSS_DOCUMENT_ERROR_LIMIT, _("This document has more parts than can be read"));
  if (is_done (self))
    return;

  is_exact = self->is_exact[self->depth++];
  space = gloss_akn_attributes_get (&attributes, GLOSS_XML_NAMESPACE, "space");
  if (space != NULL)
    is_exact = g_str_equal (space, "preserve");
  self->is_exact[self->depth] = is_exact;

  if (gloss_akn_is_namespace ((const char *) uri))
    element = gloss_akn_vocabulary_find ((const char *) name);

  if (self->meta_depth == 0 && element != NULL && element->class_ == GLOSS_AKN_META)
    self->meta_depth = self->depth;
  if (self->meta_depth > 0)
    {
      gloss_akn_meta_start_element (self->meta, (const char *) name, (const char *) uri, &attributes, is_exact);
      return;
    }

  language = gloss_akn_attributes_get (&attributes, GLOSS_XML_NAMESPACE, "lang");
  if (language != NULL)
    gloss_akn_meta_set_language (self->meta, language);

  if (self->head_only && element != NULL &&
      (element->role == GLOSS_AKN_ROLE_BODY || element->role == GLOSS_AKN_ROLE_PREAMBLE))
    {
      self->is_complete = TRUE;
      xmlStopParser (self->context);
      return;
    }

  gloss_akn_flow_start_element (self->flow, element, &attributes, is_exact);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reader *self = user_data;

  if (is_done (self))
    return;

  if (self->meta_depth == 0)
    gloss_akn_flow_end_element (self->flow);
  else
    gloss_akn_meta_end_element (self->meta, (const char *) name);

  if (self->depth == self->meta_depth)
    self->meta_depth = 0;
  self->depth--;
}

static void
characters_cb (void          *user_data,
               const xmlChar *characters,
               int            length)
{
  Reader *self = user_data;
  const char *text = (const char *) characters;

  if (is_done (self) || self->depth == 0)
    return;

  if (self->meta_depth > 0)
    gloss_akn_meta_add_text (self->meta, text, length, self->is_exact[self->depth]);
  else
    gloss_akn_flow_add_text (self->flow, text, length);
}

/* A character that XML can't hold, written as <?gloss-character 12?>. */
static void
processing_instruction_cb (void          *user_data,
                           const xmlChar *target,
                           const xmlChar *data)
{
  Reader *self = user_data;
  guint64 code;
  char utf8[6];

  if (data == NULL || !g_str_equal ((const char *) target, "gloss-character") ||
      !g_ascii_string_to_unsigned ((const char *) data, 10, 1, 0x10ffff, &code, NULL) ||
      !g_unichar_validate (code))
    return;

  characters_cb (self, (const xmlChar *) utf8, g_unichar_to_utf8 (code, utf8));
}

/* What a file declares for itself is not needed by any document and dangerous in one. */
static void
entity_declaration_cb (void          *user_data,
                       const xmlChar *name,
                       int            type,
                       const xmlChar *public_id,
                       const xmlChar *system_id,
                       xmlChar       *content)
{
  fail (user_data, GLOSS_DOCUMENT_ERROR_PARSE, _("This XML declares an entity, “%s”, which is not read for safety"),
        (const char *) name);
}

static void
reference_cb (void          *user_data,
              const xmlChar *name)
{
  fail (user_data, GLOSS_DOCUMENT_ERROR_PARSE, _("The entity “%s” is unknown"), (const char *) name);
}

/* libxml2 calls the last parameter const or not, depending on its version. */
#if LIBXML_VERSION >= 21200
typedef const xmlError XmlError;
#else
typedef xmlError XmlError;
#endif

static void
error_cb (void     *user_data,
          XmlError *xml_error)
{
  Reader *self = user_data;
  gboolean is_lost_entity;
  g_autofree char *message = NULL;

  is_lost_entity = xml_error->code == XML_ERR_UNDECLARED_ENTITY || xml_error->code == XML_WAR_UNDECLARED_ENTITY;
  if (is_done (self) || (xml_error->level < XML_ERR_FATAL && !is_lost_entity))
    return;

  message = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "damaged", -1);
  g_strdelimit (g_strchomp (message), "\n", ' ');
  g_set_error (&self->error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE,
               _("Line %d: This XML is damaged: %s"), MAX (xml_error->line, 1), message);
  xmlStopParser (self->context);
}

/* Before 2.13 libxml2 tells what goes wrong while it converts from another encoding to nobody but
 * standard error. The document is refused in any case. */
#if LIBXML_VERSION < 21300
static void
ignore_cb (void     *user_data,
           XmlError *xml_error)
{
}
#endif

static void
parse (Reader     *self,
       const char *data,
       gsize       length)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .ignorableWhitespace = characters_cb,
    .processingInstruction = processing_instruction_cb,
    .entityDecl = entity_declaration_cb,
    .reference = reference_cb,
    .serror = (xmlStructuredErrorFunc) error_cb,
  };
  xmlDoc *rest;

#if LIBXML_VERSION < 21300
  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) ignore_cb);
#endif

  self->context = xmlNewParserCtxt ();
  *self->context->sax = handler;
  self->context->userData = self;

  /* A file can't declare entities here, see above: so NOENT, which puts the text of an entity in
   * its place, means no more than that &amp; is & in an attribute too, and as nothing grows, HUGE
   * lifts no bound but those on a long paragraph. */
  rest = xmlCtxtReadMemory (self->context, data, length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);

  /* No tree is made, but a declaration leaves something behind all the same. */
  xmlFreeDoc (rest);

  if (!is_done (self) && !self->context->wellFormed)
    g_set_error_literal (&self->error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE, _("This XML is damaged"));

  xmlFreeParserCtxt (self->context);

#if LIBXML_VERSION < 21300
  xmlSetStructuredErrorFunc (NULL, NULL);
#endif
}

static char *
find_title (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (nodes, i);

      if (node->is_clause && node->kind == GLOSS_CLAUSE_TITLE && *node->text != '\0')
        return g_strdelimit (g_strdup (node->text), "\n", ' ');
    }

  return NULL;
}

static GlossDocument *
build (Reader      *self,
       const char  *fallback_symbol,
       GError     **error)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GPtrArray) places = NULL;
  g_autofree char *title = NULL;
  GPtrArray *nodes = gloss_akn_outline_get_nodes (self->outline);
  guint n_clauses = gloss_akn_outline_close (self->outline);

  if (n_clauses > GLOSS_DOCUMENT_MAX_CLAUSES)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT,
                   _("This document has more than %d clauses"), GLOSS_DOCUMENT_MAX_CLAUSES);
      return NULL;
    }
  if (n_clauses == 0 && !self->head_only)
    {
      g_set_error_literal (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE, _("This document holds no text"));
      return NULL;
    }

  gloss_akn_outline_finish (self->outline);
  places = gloss_akn_places_derive (self->outline);
  title = find_title (nodes);
  gloss_akn_meta_build (self->meta, builder, fallback_symbol, title);

  for (guint i = 0; i < nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *remark = NULL;

      if (!node->is_clause)
        continue;

      remark = gloss_akn_meta_dup_remark (self->meta, node->id);
      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                    .id = node->id,
                                                    .label = node->label,
                                                    .text = node->text,
                                                    .citation = g_ptr_array_index (places, i),
                                                    .remark = remark,
                                                    .kind = node->kind,
                                                    .depth = node->depth,
                                                    .confirmation = gloss_akn_meta_get_confirmation (self->meta, node->id),
                                                  });
    }

  return gloss_document_builder_end (builder);
}

static GlossDocument *
read_document (const char  *data,
               gsize        length,
               const char  *fallback_symbol,
               gboolean     head_only,
               GError     **error)
{
  g_autoptr (GlossAknOutline) outline = NULL;
  g_autoptr (GlossAknMeta) meta = NULL;
  g_autoptr (GlossAknFlow) flow = NULL;
  Reader self = { NULL };

  if (length > GLOSS_AKN_MAX_BYTES)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT,
                   _("This document is larger than %d MiB"), GLOSS_AKN_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (length == 0)
    {
      g_set_error_literal (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE, _("This file is empty"));
      return NULL;
    }

  outline = gloss_akn_outline_new ();
  meta = gloss_akn_meta_new ();
  flow = gloss_akn_flow_new (outline, meta);
  self.head_only = head_only;
  self.outline = outline;
  self.meta = meta;
  self.flow = flow;
  parse (&self, data, length);

  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }

  return build (&self, fallback_symbol, error);
}

GlossDocument *
gloss_akn_read (const char  *data,
                gsize        length,
                const char  *fallback_symbol,
                GError     **error)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (fallback_symbol != NULL, NULL);

  return read_document (data, length, fallback_symbol, FALSE, error);
}

GlossDocument *
gloss_akn_read_head (const char  *data,
                     gsize        length,
                     const char  *fallback_symbol,
                     GError     **error)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (fallback_symbol != NULL, NULL);

  return read_document (data, length, fallback_symbol, TRUE, error);
}

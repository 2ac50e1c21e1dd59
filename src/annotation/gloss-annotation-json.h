/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * Annotations as JSON: W3C Web Annotation Data Model and Vocabulary (JSON-LD, context
 * http://www.w3.org/ns/anno.jsonld). Pure functions: any thread.
 */

typedef enum
{
  GLOSS_ANNOTATION_ERROR_PARSE,     /* no JSON, or no annotations */
  GLOSS_ANNOTATION_ERROR_VERSION,   /* written by a later version */
  GLOSS_ANNOTATION_ERROR_NOT_FOUND, /* no such annotation */
  GLOSS_ANNOTATION_ERROR_CONFLICT,
} GlossAnnotationError;

#define GLOSS_ANNOTATION_ERROR (gloss_annotation_error_quark ())
GQuark           gloss_annotation_error_quark       (void);

/* (transfer full): one Annotation object. */
JsonNode        *gloss_annotation_to_json           (GlossAnnotation *self);

/* (transfer full) (nullable): @node is an Annotation object; what is not understood is kept and
 * written back by gloss_annotation_to_json (). */
GlossAnnotation *gloss_annotation_new_from_json     (JsonNode        *node,
                                                     GError         **error);

/* (transfer full): an AnnotationCollection as UTF-8 text, each annotation on a line of its own.
 * @annotations: (element-type GlossAnnotation). @symbol: (nullable) of the document; NULL for
 * annotations of several documents. @extra: (nullable) further members of the collection. */
char            *gloss_annotation_collection_write  (GPtrArray       *annotations,
                                                     const char      *symbol,
                                                     JsonObject      *extra);

/* (transfer full) (nullable) (element-type GlossAnnotation): reads what
 * gloss_annotation_collection_write () gives, and any other AnnotationCollection whose first
 * page is embedded. @extra: (out) (optional) (nullable): members that are not understood. */
GPtrArray       *gloss_annotation_collection_read   (const char      *data,
                                                     gsize            length,
                                                     JsonObject     **extra,
                                                     GError         **error);

G_END_DECLS

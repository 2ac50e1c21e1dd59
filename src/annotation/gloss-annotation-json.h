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
  GLOSS_ANNOTATION_ERROR_CONFLICT,  /* changed elsewhere in the meantime */
} GlossAnnotationError;

#define GLOSS_ANNOTATION_ERROR (gloss_annotation_error_quark ())
GQuark           gloss_annotation_error_quark       (void);

/* The format of the collections that are written; a later one is not read. */
#define GLOSS_ANNOTATION_FORMAT_VERSION 1

/* (transfer none): the JSON text of one Annotation, on one line, until the annotation changes. As
 * the item of a collection it leaves the "@context" to that, unless it came with one of its own.
 * What is not understood stands in it exactly as it came. */
const char      *gloss_annotation_get_text          (GlossAnnotation *self);

/* (transfer full) (nullable): @data is the JSON text of an Annotation, @length in bytes. One
 * without an id gets one that is always the same for the same text. */
GlossAnnotation *gloss_annotation_new_from_text     (const char      *data,
                                                     gsize            length,
                                                     GError         **error);

/* The same as trees of json-glib, where numbers that it can't hold lose digits. (transfer full) */
JsonNode        *gloss_annotation_to_json           (GlossAnnotation *self);
GlossAnnotation *gloss_annotation_new_from_json     (JsonNode        *node,
                                                     GError         **error);

/* (transfer full): an AnnotationCollection as UTF-8 text, each annotation on a line of its own.
 * @annotations: (element-type GlossAnnotation). @symbol: (nullable) of the document; NULL for
 * annotations of several documents. @frame: (nullable) as gloss_annotation_collection_read ()
 * gives it, with members that are kept. */
char            *gloss_annotation_collection_write  (GPtrArray       *annotations,
                                                     const char      *symbol,
                                                     const char      *frame);

/* (transfer full) (nullable) (element-type GlossAnnotation): reads what
 * gloss_annotation_collection_write () gives, and any other AnnotationCollection whose first
 * page is embedded. @frame: (out) (optional) (transfer full): the collection without its
 * annotations, as JSON text, for writing it again. */
GPtrArray       *gloss_annotation_collection_read   (const char      *data,
                                                     gsize            length,
                                                     char           **frame,
                                                     GError         **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "annotation/gloss-record.h"

G_BEGIN_DECLS

/* For the readers and writers of annotations and for the store alone. */

/* What Glossator understands of an annotation. */
typedef struct
{
  char        *id;
  char        *note;
  char        *author;
  char        *created;
  char        *modified;
  GStrv        tags;
  GlossAnchor *anchor;
  GlossColor   color;
} GlossAnnotationFields;

void             gloss_annotation_fields_clear    (GlossAnnotationFields *fields);

/* (transfer full): takes over what @fields hold and leaves them empty. */
GlossAnnotation *gloss_annotation_new_take        (GlossAnnotationFields *fields);

/* (transfer full): takes over @id, and @text unless it is part of @block (nullable): the JSON of an
 * annotation, in which everything but the id is read when somebody asks for it. */
GlossAnnotation *gloss_annotation_new_for_text    (char                  *id,
                                                   char                  *text,
                                                   GlossRecordBlock      *block);

/* Everything but the id. @text: the JSON of an annotation. In gloss-annotation-json.c. */
void             gloss_annotation_read_fields     (const char            *text,
                                                   GlossAnnotationFields *fields);

const GlossAnnotationFields *
                 gloss_annotation_get_fields      (GlossAnnotation       *self);

/* The JSON that the annotation came from or was last written as: NULL for a new one. It is
 * behind the fields when @current says FALSE. */
const char      *gloss_annotation_peek_text       (GlossAnnotation       *self,
                                                   gboolean              *current);
void             gloss_annotation_take_text       (GlossAnnotation       *self,
                                                   char                  *text);

/* Each of these sets "modified" to now if anything changes, and says whether it did. */
gboolean         gloss_annotation_set_note        (GlossAnnotation       *self,
                                                   const char            *note);
gboolean         gloss_annotation_set_tags        (GlossAnnotation       *self,
                                                   const char * const    *tags);
gboolean         gloss_annotation_set_color       (GlossAnnotation       *self,
                                                   GlossColor             color);
gboolean         gloss_annotation_set_anchor      (GlossAnnotation       *self,
                                                   GlossAnchor           *anchor);

/* Sets "modified" to now: for an annotation that comes back after its removal. */
void             gloss_annotation_touch           (GlossAnnotation       *self);

/* The same, and later than @previous as well. */
void             gloss_annotation_touch_after     (GlossAnnotation       *self,
                                                   const char            *previous);

/* Becomes what @other is, but for the object itself. Both have the same id. */
void             gloss_annotation_become          (GlossAnnotation       *self,
                                                   GlossAnnotation       *other);

/* (transfer full): @tags trimmed, none twice, none empty. @tags may be NULL. */
GStrv            gloss_tags_normalize             (const char * const    *tags);

/* (transfer full): "urn:uuid:" and a random UUID; or, with @seed, always the same for it. */
char            *gloss_annotation_make_id         (const char            *seed);

G_END_DECLS

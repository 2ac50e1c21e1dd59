/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "annotation/gloss-json-text.h"

G_BEGIN_DECLS

/* The target of a Web Annotation: where it stands, and in which colour. For the reader and writer
 * of annotations alone. */

/* The member in which a file for another program, which says the place in the words of that, keeps
 * the target as Glossator says it. */
#define GLOSS_TARGET_MEMBER "glossator:target"

/* (transfer full): the anchor that the target, or the first of several, gives. Whatever is not
 * understood leaves the anchor less exact. @color: untouched where none is given. */
GlossAnchor *gloss_target_read  (const GlossJsonText *target,
                                 GlossColor          *color);

/* (transfer full): the JSON of the target. @target: (nullable) what stood there; everything in it
 * that is not said anew is kept. @anchor, @color: (nullable) what is said anew. */
char        *gloss_target_write (const GlossJsonText *target,
                                 GlossAnchor         *anchor,
                                 const GlossColor    *color);

/* (transfer full) (nullable): the JSON of the target, which is on a whole clause, with the @words of
 * that besides, for programs that find a place by them: it is read as on the clause all the same. NULL
 * where @anchor, which the target gives, is on anything else. */
char        *gloss_target_write_words (const GlossJsonText *target,
                                       GlossAnchor         *anchor,
                                       const char          *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-json-text.h"

G_BEGIN_DECLS

/**
 * Changes members of a JSON object and leaves everything else of its text as it came: see
 * gloss-json-text.h. Not for use from several threads at once.
 */
typedef struct _GlossJsonEdit GlossJsonEdit;

/* @object: a checked object; NULL, or no object: begins an empty one. Nothing is borrowed. */
GlossJsonEdit *gloss_json_edit_new        (const GlossJsonText *object);

/* As gloss_json_edit_new (), with null in the place of the member @name: for one that is large and
 * will be set anew. @left_out: (out) (optional) that member, of length 0 where there is none. */
GlossJsonEdit *gloss_json_edit_new_without (const GlossJsonText *object,
                                            const char          *name,
                                            GlossJsonText       *left_out);
void           gloss_json_edit_free       (GlossJsonEdit *self);

/* The member @name, valid until the next change; FALSE where there is none. */
gboolean       gloss_json_edit_get        (GlossJsonEdit *self,
                                           const char    *name,
                                           GlossJsonText *value);

/* Sets the member @name, where it stands, else at the end. @json: the text of the value, taken
 * over; NULL removes the member. */
void           gloss_json_edit_take       (GlossJsonEdit *self,
                                           const char    *name,
                                           char          *json);

/* @string: UTF-8; NULL or "" removes the member. */
void           gloss_json_edit_set_string (GlossJsonEdit *self,
                                           const char    *name,
                                           const char    *string);
void           gloss_json_edit_set_int    (GlossJsonEdit *self,
                                           const char    *name,
                                           gint64         number);
gboolean       gloss_json_edit_is_empty   (GlossJsonEdit *self);

/* (transfer full): the text of the object, on one line. */
char          *gloss_json_edit_to_text    (GlossJsonEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossJsonEdit, gloss_json_edit_free)

/* (transfer full): a JSON array of the texts @items (element-type utf8). */
char          *gloss_json_array_to_text   (GPtrArray *items);

G_END_DECLS

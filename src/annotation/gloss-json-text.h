/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JSON as the text that it is.
 *
 * What Glossator does not understand of an annotation must come back exactly as it came: long
 * numbers, the spelling of fractions, escapes, the order of members. A tree of parsed values has
 * lost these, so records stay text, and this reads the parts of it that are asked for.
 *
 * A text is checked once, strictly (RFC 8259, UTF-8, bounded nesting), by
 * gloss_json_text_check (). All other functions take values of a checked text and can't fail but
 * by finding something else than what was asked for. Pure functions: any thread.
 */

#define GLOSS_JSON_MAX_DEPTH 64

/* One value: its bytes in a text that somebody else holds, without white space around it. */
typedef struct
{
  const char *start;
  gsize       length;
} GlossJsonText;

/* TRUE when @data is one JSON value; else GLOSS_ANNOTATION_ERROR_PARSE, with the line. A byte
 * order mark at the beginning is passed over. @length: in bytes. */
gboolean gloss_json_text_check         (const char     *data,
                                        gsize           length,
                                        GlossJsonText  *value,
                                        GError        **error);

/* A value that was checked before and kept as a string of its own. */
GlossJsonText gloss_json_text_for      (const char *checked);

gboolean gloss_json_text_is_object     (const GlossJsonText *value);
gboolean gloss_json_text_is_array      (const GlossJsonText *value);
gboolean gloss_json_text_is_string     (const GlossJsonText *value);

/* (transfer full) (nullable): the string, or NULL where @value is none. What a C string can't
 * hold, a NUL or half of a surrogate pair, becomes U+FFFD. */
char    *gloss_json_text_dup_string    (const GlossJsonText *value);

/* TRUE when @value is the string @string. */
gboolean gloss_json_text_equals        (const GlossJsonText *value,
                                        const char          *string);

/* TRUE when @value is the string @string, or an array in which it stands. */
gboolean gloss_json_text_includes      (const GlossJsonText *value,
                                        const char          *string);

/* FALSE where @value is no whole number that fits. */
gboolean gloss_json_text_get_int       (const GlossJsonText *value,
                                        gint64              *number);

/* The member @name of @object, the last one where there are several; FALSE where there is none,
 * or @object is no object. */
gboolean gloss_json_text_get_member    (const GlossJsonText *object,
                                        const char          *name,
                                        GlossJsonText       *value);

/* The same for several @names (NULL-terminated), going over the object once. @values: (out) one
 * for each name, of length 0 where there is no such member. */
void     gloss_json_text_get_members   (const GlossJsonText *object,
                                        const char *const   *names,
                                        GlossJsonText       *values);

/* (transfer full) (nullable): the member @name of @object, if that is a string. */
char    *gloss_json_text_dup_member    (const GlossJsonText *object,
                                        const char          *name);

/* (transfer full): the text without the white space between its tokens, so on one line. */
char    *gloss_json_text_minify        (const GlossJsonText *value);

/* The same into @out, which has room for the text and may be where it stands; no NUL follows. Returns
 * the length. */
gsize    gloss_json_text_minify_into   (const GlossJsonText *value,
                                        char                *out);

/* Appends @string (UTF-8) as a JSON string, with its quotation marks. */
void     gloss_json_text_append        (GString    *out,
                                        const char *string);

/* (transfer full): @string (UTF-8) as a JSON string. */
char    *gloss_json_text_quote         (const char *string);

/* Goes over the members of an object or the items of an array; over nothing for other values. */
typedef struct
{
  const char *at;
  const char *end;
  gboolean    object;
} GlossJsonIter;

void     gloss_json_iter_init          (GlossJsonIter       *iter,
                                        const GlossJsonText *value);

/* As gloss_json_iter_init (), but a value that is no array is gone over as the only item of one:
 * JSON-LD writes a list of one item without its brackets. */
void     gloss_json_iter_init_list     (GlossJsonIter       *iter,
                                        const GlossJsonText *value);

/* @key: (out) (optional): the name with its quotation marks, for an object. */
gboolean gloss_json_iter_next          (GlossJsonIter *iter,
                                        GlossJsonText *key,
                                        GlossJsonText *value);

G_END_DECLS

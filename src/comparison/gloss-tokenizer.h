/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlossTokenizer:
 *
 * Cuts texts of one language into tokens: words as ICU cuts them, and each sign of punctuation.
 * White space is what stands between two tokens and makes none of its own. Where words are written
 * without spaces (Chinese, Japanese, Thai), each sign is a token, for the dictionary's cut of a
 * sign depends on its neighbours; a flag tells where a word begins.
 *
 * Equal tokens and typographic variants of one token have equal ids within one tokenizer. For use by one thread at a time.
 */
typedef struct _GlossTokenizer GlossTokenizer;

typedef enum
{
  GLOSS_TOKEN_WORD,        /* carries meaning */
  GLOSS_TOKEN_WEAK,        /* a function word: "of", "the", "的" */
  GLOSS_TOKEN_PUNCTUATION, /* neither word nor number */
} GlossTokenKind;

#define GLOSS_TOKEN_MAX_LENGTH ((1u << 28) - 1)

typedef struct
{
  guint32 start;           /* bytes from the beginning of the text */
  guint32 id;              /* from 0, without holes over all texts of the tokenizer */
  guint32 length : 28;     /* bytes */
  guint32 kind : 2;        /* GlossTokenKind */
  guint32 begins_word : 1; /* FALSE for a sign that continues the word of the token before it */
  guint32 is_sign : 1;     /* TRUE for a sign of a script that parts no words */
} GlossToken;

/* @language is BCP 47; where ICU has no rules of its own for it, those of Unicode are used. */
GlossTokenizer *gloss_tokenizer_new         (const char     *language);
void            gloss_tokenizer_free        (GlossTokenizer *self);

/* Appends the tokens of the @length bytes of UTF-8 at @text, no more than GLOSS_TOKEN_MAX_LENGTH,
 * to @tokens (element-type GlossToken).
 * @text must live as long as the tokenizer is used. */
void            gloss_tokenizer_cut         (GlossTokenizer *self,
                                             const char     *text,
                                             gsize           length,
                                             GArray         *tokens);

/* Keeps the tokens of a text, in little memory, so that they are found again by the pointer @text.
 * Appends them to @stems as well, but that all words have the ids of their stems. */
void            gloss_tokenizer_keep        (GlossTokenizer *self,
                                             const char     *text,
                                             gsize           length,
                                             GArray         *stems);

/* Appends the tokens of @text to @tokens; FALSE where it was not kept. While nothing else is asked
 * of the tokenizer, any number of threads may ask this. */
gboolean        gloss_tokenizer_find_kept   (GlossTokenizer *self,
                                             const char     *text,
                                             GArray         *tokens);

guint           gloss_tokenizer_get_n_ids   (GlossTokenizer *self);

/* The id of what is alike in @id for a reader who looks for the same matter: the word without its
 * case and its ending. An id as any other. */
guint32         gloss_tokenizer_get_stem    (GlossTokenizer *self,
                                             guint32         id);

/* The words in the @length bytes of UTF-8 at @text, which are the tokens that are not PUNCTUATION: the
 * words of ICU, but that each sign of a script that parts no words counts, as is usual where such a
 * script is read. */
guint           gloss_tokenizer_count_words (GlossTokenizer *self,
                                             const char     *text,
                                             gsize           length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossTokenizer, gloss_tokenizer_free)

G_END_DECLS

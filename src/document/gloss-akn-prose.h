/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlossAknProse:
 *
 * Text as it is gathered from an XML document: white space between words is one space, at the ends
 * none, and a line of the file that ends between two Chinese characters leaves nothing behind.
 * Zero-initialised it is empty.
 */
typedef struct
{
  GString *text; /* NULL: nothing so far */

  /* What is owed before the next character. */
  enum
  {
    GLOSS_AKN_PROSE_NOTHING,
    GLOSS_AKN_PROSE_SPACE,
    GLOSS_AKN_PROSE_LINE,    /* white space with a line break of the file in it */
    GLOSS_AKN_PROSE_BREAK,   /* a line break of the document */
    GLOSS_AKN_PROSE_WORD,    /* a space, and no line break in its place */
  } owed;

  /* Where the last exact text ends, which is not trimmed; in bytes. */
  gsize exact;
} GlossAknProse;

/* The @length bytes of UTF-8 at @text; with @exact, with the white space that they hold. */
void     gloss_akn_prose_append     (GlossAknProse *self,
                                     const char    *text,
                                     gsize          length,
                                     gboolean       exact);

/* A line break that the document prints. */
void     gloss_akn_prose_add_line   (GlossAknProse *self,
                                     gboolean       exact);

/* The end of a word that stays on its line, as a number before its paragraph, where nothing in the
 * text says so; or of a paragraph. */
void     gloss_akn_prose_end_word   (GlossAknProse *self);
void     gloss_akn_prose_end_line   (GlossAknProse *self);

/* The mark of a footnote, raised so that it can't be read as part of the word or the number that
 * it follows: "1" becomes "¹". Nothing is added where the text ends with that mark already. */
void     gloss_akn_prose_add_mark   (GlossAknProse *self,
                                     const char    *mark);

/* A quotation mark that the file does not count among the words. FALSE where the text ends with that
 * mark already, for some files do both. */
gboolean gloss_akn_prose_add_quote  (GlossAknProse *self,
                                     const char    *quote);

gboolean gloss_akn_prose_is_empty   (GlossAknProse *self);

/* Whether the @length bytes at @text are white space that XML does not count. */
gboolean gloss_akn_prose_is_blank   (const char    *text,
                                     gsize          length);

/* (transfer full): the text; @self is empty afterwards. */
char    *gloss_akn_prose_steal      (GlossAknProse *self);
void     gloss_akn_prose_clear      (GlossAknProse *self);

/* Whether @text is read back as it is without the help of exactness. */
gboolean gloss_akn_prose_is_plain   (const char    *text);

G_END_DECLS

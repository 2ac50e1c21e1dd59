/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

G_BEGIN_DECLS

/**
 * GlossWordCutter:
 *
 * Cuts a text at the word boundaries of ICU: by quick rules of its own as far as these know what
 * ICU would do, and from there on by ICU. For one thread at a time.
 */

/* What is between two boundaries of ICU. */
typedef enum
{
  GLOSS_SEGMENT_WHITE,
  GLOSS_SEGMENT_OTHER,
  GLOSS_SEGMENT_WORD,
  GLOSS_SEGMENT_SIGNS, /* a word of signs */
} GlossSegmentKind;

typedef struct
{
  const char *text;
  guint32 length;
  guint32 at;           /* bytes; the boundary reached */
  guint32 uncounted;    /* bytes; up to there gloss_word_cutter_count () can tell nothing */
  gboolean signs_apart; /* set for who only counts: each sign is a segment, where the quick rules reach */
  gboolean in_icu;      /* from where the quick rules end, ICU cuts */
  guint32 icu_origin;   /* bytes; where the text given to ICU begins */
  UText utext;
  UBreakIterator *words;
  guint8 colon;
} GlossWordCutter;

/* How the rules of @words (nullable) take a colon between letters, for gloss_word_cutter_init (). */
guint8   gloss_word_cutter_find_colon (UBreakIterator   *words);

/* @words is NULL without the data of ICU. @text must stay until the cutter is cleared. */
void     gloss_word_cutter_init       (GlossWordCutter  *cutter,
                                       UBreakIterator   *words,
                                       guint8            colon,
                                       const char       *text,
                                       gsize             length);
void     gloss_word_cutter_clear      (GlossWordCutter  *cutter);

/* The next segment, in bytes; FALSE at the end of the text. */
gboolean gloss_word_cutter_next       (GlossWordCutter  *cutter,
                                       guint32          *start,
                                       guint32          *end,
                                       GlossSegmentKind *kind);

/* Passes over as many segments as can be told by the bytes of ASCII alone, and gives how many words
 * are among them. What follows is for gloss_word_cutter_next (). */
guint    gloss_word_cutter_count      (GlossWordCutter  *cutter);

G_END_DECLS

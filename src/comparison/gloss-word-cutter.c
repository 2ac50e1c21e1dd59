/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-word-cutter"

#include "config.h"

#include "comparison/gloss-word-cutter.h"

#include "comparison/gloss-wording.h"

#include <unicode/uchar.h>

/* What the quick rules know of a character: the classes of the Unicode word boundary rules that
 * need no context beyond one character. COMPLEX is everything else. */
typedef enum
{
  CLASS_COMPLEX,
  CLASS_OTHER,
  CLASS_SPACE,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_MID_LETTER,
  CLASS_MID_NUMBER,
  CLASS_MID_BOTH,
} QuickClass;

#define N_QUICK 0x2070 /* up to and with the general punctuation */

static guint8 quick_classes[N_QUICK];

/* What gloss_word_cutter_count () needs of each byte: whether it is a letter or a digit, and which
 * of them it joins to one word where it stands between two. */
enum
{
  SORT_LETTER = 1 << 0,
  SORT_DIGIT = 1 << 1,
  SORT_STOP = 1 << 7, /* cannot be told by the byte alone */
  JOINS_LETTERS = SORT_LETTER,
  JOINS_DIGITS = SORT_DIGIT,
};

static guint8 quick_sorts[256];
static guint8 quick_joins[2][256]; /* where a colon parts two letters, and where it joins them */

static guint8
find_quick_class (UChar32 c)
{
  if (u_getIntPropertyValue (c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
    return CLASS_COMPLEX;

  switch (u_getIntPropertyValue (c, UCHAR_WORD_BREAK))
    {
    case U_WB_ALETTER:
      return CLASS_LETTER;
    case U_WB_NUMERIC:
      return CLASS_DIGIT;
    case U_WB_MIDLETTER:
      return CLASS_MID_LETTER;
    case U_WB_MIDNUM:
      return CLASS_MID_NUMBER;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return CLASS_MID_BOTH;
    case U_WB_WSEGSPACE:
      return CLASS_SPACE;
    case U_WB_DOUBLE_QUOTE:
    case U_WB_CR: /* with LF one segment for ICU, but white space either way */
    case U_WB_LF:
    case U_WB_NEWLINE:
      return CLASS_OTHER;
    case U_WB_OTHER:
      return u_hasBinaryProperty (c, UCHAR_EXTENDED_PICTOGRAPHIC) ? CLASS_COMPLEX : CLASS_OTHER;
    default:
      return CLASS_COMPLEX;
    }
}

static void
ensure_quick_classes (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (UChar32 c = 0; c < N_QUICK; c++)
        quick_classes[c] = find_quick_class (c);
      for (guint byte = 0; byte < 256; byte++)
        {
          QuickClass class = byte < 0x80 ? quick_classes[byte] : CLASS_COMPLEX;

          quick_sorts[byte] = class == CLASS_LETTER    ? SORT_LETTER
                              : class == CLASS_DIGIT   ? SORT_DIGIT
                              : class == CLASS_COMPLEX ? SORT_STOP
                                                       : 0;
          quick_joins[0][byte] = class == CLASS_MID_BOTH     ? JOINS_LETTERS | JOINS_DIGITS
                                 : class == CLASS_MID_LETTER ? JOINS_LETTERS
                                 : class == CLASS_MID_NUMBER ? JOINS_DIGITS
                                                             : 0;
          quick_joins[1][byte] = quick_joins[0][byte];
        }
      quick_joins[0][':'] = 0;
      quick_joins[1][':'] = JOINS_LETTERS;
      g_once_init_leave (&ready, 1);
    }
}

/* The character at @at and its class; *@width is 0 at the end of the text. */
static inline QuickClass
classify (const GlossWordCutter *cutter,
          guint32                at,
          guint32               *width)
{
  const guchar *bytes = (const guchar *) cutter->text + at;
  gunichar c;

  if (at >= cutter->length)
    {
      *width = 0;
      return CLASS_OTHER;
    }
  if (bytes[0] < 0x80)
    {
      *width = 1;
      return bytes[0] == ':' ? cutter->colon : quick_classes[bytes[0]];
    }

  c = g_utf8_get_char (cutter->text + at);
  *width = g_utf8_skip[bytes[0]];
  return c < N_QUICK ? quick_classes[c] : CLASS_COMPLEX;
}

/* Finds the segment at the cutter by the quick rules, which give what ICU gives; FALSE where it
 * takes more than they know to tell. */
static gboolean
cut_quickly (GlossWordCutter  *cutter,
             guint32          *end,
             GlossSegmentKind *kind)
{
  guint32 at = cutter->at;
  guint32 width;
  QuickClass first = classify (cutter, at, &width);
  QuickClass next;

  at += width;
  next = classify (cutter, at, &width);

  switch (first)
    {
    case CLASS_COMPLEX:
      return FALSE;

    case CLASS_SPACE:
      while (next == CLASS_SPACE && width > 0)
        {
          at += width;
          next = classify (cutter, at, &width);
        }
      *kind = GLOSS_SEGMENT_WHITE;
      break;

    case CLASS_LETTER:
    case CLASS_DIGIT:
      for (QuickClass last = first;;)
        {
          if (next == CLASS_LETTER || next == CLASS_DIGIT)
            {
              last = next;
              at += width;
              next = classify (cutter, at, &width);
            }
          else if (next == CLASS_MID_BOTH || next == CLASS_MID_LETTER || next == CLASS_MID_NUMBER)
            {
              QuickClass wanted = last;
              guint32 after_width;
              QuickClass after = classify (cutter, at + width, &after_width);

              if (after == CLASS_COMPLEX)
                return FALSE;
              if (after != wanted ||
                  (wanted == CLASS_LETTER && next == CLASS_MID_NUMBER) ||
                  (wanted == CLASS_DIGIT && next == CLASS_MID_LETTER))
                break;
              at += width + after_width;
              next = classify (cutter, at, &width);
            }
          else
            {
              break;
            }
        }
      *kind = GLOSS_SEGMENT_WORD;
      break;

    case CLASS_OTHER:
    case CLASS_MID_LETTER:
    case CLASS_MID_NUMBER:
    case CLASS_MID_BOTH:
    default:
      *kind = gloss_is_white (g_utf8_get_char (cutter->text + cutter->at)) ? GLOSS_SEGMENT_WHITE
                                                                          : GLOSS_SEGMENT_OTHER;
      break;
    }

  /* A combining mark and its like belong to what stands before them. */
  if (width > 0 && next == CLASS_COMPLEX)
    return FALSE;

  *end = at;
  return TRUE;
}

static void
begin_icu (GlossWordCutter *cutter)
{
  UErrorCode status = U_ZERO_ERROR;

  cutter->in_icu = TRUE;
  cutter->icu_origin = cutter->at;
  if (cutter->words == NULL)
    return;
  utext_openUTF8 (&cutter->utext, cutter->text + cutter->at, cutter->length - cutter->at, &status);
  ubrk_setUText (cutter->words, &cutter->utext, &status);
  if (U_FAILURE (status))
    cutter->words = NULL;
  else
    ubrk_first (cutter->words);
}

/* The next segment; FALSE at the end of the text. */
gboolean
gloss_word_cutter_next (GlossWordCutter  *cutter,
                        guint32          *start,
                        guint32          *end,
                        GlossSegmentKind *kind)
{
  int boundary;
  int status;

  if (cutter->at >= cutter->length)
    return FALSE;

  *start = cutter->at;
  if (!cutter->in_icu && cut_quickly (cutter, end, kind))
    {
      cutter->at = *end;
      return TRUE;
    }

  if (!cutter->in_icu)
    begin_icu (cutter);
  if (cutter->words == NULL)
    {
      /* Without the data of ICU (a broken installation), each character is a segment. */
      *end = cutter->at + g_utf8_skip[(guchar) cutter->text[cutter->at]];
      *kind = gloss_is_white (g_utf8_get_char (cutter->text + cutter->at)) ? GLOSS_SEGMENT_WHITE
                                                                          : GLOSS_SEGMENT_WORD;
      cutter->at = *end;
      return TRUE;
    }

  boundary = ubrk_next (cutter->words);
  *end = boundary == UBRK_DONE ? cutter->length : cutter->icu_origin + (guint32) boundary;
  status = ubrk_getRuleStatus (cutter->words);
  if (status >= UBRK_WORD_IDEO)
    *kind = GLOSS_SEGMENT_SIGNS;
  else if (status >= UBRK_WORD_NONE_LIMIT)
    *kind = gloss_is_sign (g_utf8_get_char (cutter->text + *start)) ? GLOSS_SEGMENT_SIGNS : GLOSS_SEGMENT_WORD;
  else if (gloss_wording_is_empty (cutter->text + *start, *end - *start))
    *kind = GLOSS_SEGMENT_WHITE;
  else
    *kind = GLOSS_SEGMENT_OTHER;
  cutter->at = *end;
  return TRUE;
}

guint
gloss_word_cutter_count (GlossWordCutter *cutter)
{
  const guint8 *joins = quick_joins[cutter->colon == CLASS_MID_LETTER];
  const guchar *bytes = (const guchar *) cutter->text;
  guint32 end = cutter->at;
  guint n_words = 0;
  guint8 before = 0;
  guint8 here;

  if (cutter->in_icu || cutter->at < cutter->uncounted)
    return 0;

  while (end < cutter->length && quick_sorts[bytes[end]] != SORT_STOP)
    end++;
  if (end < cutter->length)
    {
      /* Something else may belong to what stands before it, but not beyond a space. */
      cutter->uncounted = end;
      while (end > cutter->at && bytes[end - 1] != ' ')
        end--;
      if (end > cutter->at)
        end--;
    }

  /* A word where a letter or digit stands behind something else, but for what joins two letters or
   * two digits: without a branch, for words end where no processor foresees it. */
  here = cutter->at < end ? quick_sorts[bytes[cutter->at]] : 0;
  for (guint32 at = cutter->at; at < end; at++)
    {
      guint8 behind = at + 1 < end ? quick_sorts[bytes[at + 1]] : 0;

      n_words += (here != 0) & (before == 0);
      n_words -= (joins[bytes[at]] & before & behind) != 0;
      before = here;
      here = behind;
    }

  cutter->at = end;
  return n_words;
}

/* A letter, a colon and a letter: one word or three segments? */
guint8
gloss_word_cutter_find_colon (UBreakIterator *words)
{
  static const UChar sample[] = { 'a', ':', 'b' };
  UErrorCode status = U_ZERO_ERROR;

  if (words == NULL)
    return CLASS_OTHER;
  ubrk_setText (words, sample, G_N_ELEMENTS (sample), &status);
  ubrk_first (words);
  return ubrk_next (words) == G_N_ELEMENTS (sample) ? CLASS_MID_LETTER : CLASS_OTHER;
}

void
gloss_word_cutter_init (GlossWordCutter *cutter,
                        UBreakIterator  *words,
                        guint8           colon,
                        const char      *text,
                        gsize            length)
{
  ensure_quick_classes ();
  cutter->text = text;
  cutter->length = (guint32) length;
  cutter->at = 0;
  cutter->uncounted = 0;
  cutter->in_icu = FALSE;
  cutter->utext = (UText) UTEXT_INITIALIZER;
  cutter->words = words;
  cutter->colon = colon;
}

void
gloss_word_cutter_clear (GlossWordCutter *cutter)
{
  utext_close (&cutter->utext);
}

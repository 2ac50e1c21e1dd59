/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-word-cutter"

#include "config.h"

#include "comparison/gloss-word-cutter.h"

#include "comparison/gloss-wording.h"
#include "document/gloss-eight-bytes.h"

#include <string.h>

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
  CLASS_SIGN, /* only where signs are cut apart */
} QuickClass;

#define N_QUICK 0x2070 /* up to and with the general punctuation */

static guint8 quick_classes[N_QUICK];

/* The punctuation that goes with signs, and what stands in its width. */
#define FIRST_WIDE     0xFF00
#define N_WIDE         0x66
#define FIRST_IN_SIGNS 0x3000
#define N_IN_SIGNS     0x21

static guint8 wide_classes[N_WIDE];
static guint8 classes_in_signs[N_IN_SIGNS];

/* By byte: a letter or digit of ASCII. */
static guint8 quick_word_bytes[256];

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
      for (UChar32 c = 0; c < N_WIDE; c++)
        wide_classes[c] = find_quick_class (FIRST_WIDE + c);
      for (UChar32 c = 0; c < N_IN_SIGNS; c++)
        {
          UChar32 sign = FIRST_IN_SIGNS + c;

          /* Iteration marks and the like are the dictionary's matter. */
          classes_in_signs[c] = u_isalnum (sign) || gloss_is_sign ((gunichar) sign) ? CLASS_COMPLEX
                                                                                    : find_quick_class (sign);
        }
      for (guint byte = 0; byte < 0x80; byte++)
        quick_word_bytes[byte] = quick_classes[byte] == CLASS_LETTER || quick_classes[byte] == CLASS_DIGIT;
      g_once_init_leave (&ready, 1);
    }
}

/* Of what stands in a text of signs: most ideographs, the letters of Kana, punctuation. */
static QuickClass
classify_sign (gunichar c)
{
  if ((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
      (c >= 0x30A1 && c <= 0x30FA))
    return CLASS_SIGN;
  if (c >= FIRST_IN_SIGNS && c < FIRST_IN_SIGNS + N_IN_SIGNS)
    return classes_in_signs[c - FIRST_IN_SIGNS];
  if (c >= FIRST_WIDE && c < FIRST_WIDE + N_WIDE)
    return wide_classes[c - FIRST_WIDE];
  return CLASS_COMPLEX;
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
  if (c < N_QUICK)
    return quick_classes[c];
  if (c == 0xFF1A) /* the wide colon */
    return cutter->signs_apart ? cutter->colon : CLASS_COMPLEX;
  return cutter->signs_apart ? classify_sign (c) : CLASS_COMPLEX;
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
              for (at += width; at < cutter->length && quick_word_bytes[(guchar) cutter->text[at]]; at++)
                last = quick_classes[(guchar) cutter->text[at]];
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

    case CLASS_SIGN:
      *kind = GLOSS_SEGMENT_SIGNS;
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

/* The end of what can be told by its bytes alone: ASCII, without the sign that joins anything. */
static guint32
find_plain_end (const GlossWordCutter *cutter)
{
  guint32 at = cutter->at;

  for (; cutter->length - at >= 8; at += 8)
    {
      guint64 eight = gloss_eight_load (cutter->text + at);

      if (((eight & GLOSS_EIGHT_HIGHS) | gloss_eight_find (eight, '_')) != 0)
        break;
    }
  while (at < cutter->length && (guchar) cutter->text[at] < 0x80 && cutter->text[at] != '_')
    at++;

  return at;
}

/* Whether the byte at @at, which stands between two letters or digits, makes one word of them. */
static gboolean
joins_words (const GlossWordCutter *cutter,
             guint32                at)
{
  const char *bytes = cutter->text + at;
  QuickClass class = *bytes == ':' ? cutter->colon : quick_classes[(guchar) *bytes];
  gboolean letters = g_ascii_isalpha (bytes[-1]) && g_ascii_isalpha (bytes[1]);
  gboolean digits = g_ascii_isdigit (bytes[-1]) && g_ascii_isdigit (bytes[1]);

  return (letters && (class == CLASS_MID_LETTER || class == CLASS_MID_BOTH)) ||
         (digits && (class == CLASS_MID_NUMBER || class == CLASS_MID_BOTH));
}

guint
gloss_word_cutter_count (GlossWordCutter *cutter)
{
  guint32 end;
  guint n_words = 0;
  guint64 before = 0; /* the last byte of the eight before, as a mask of the first of these */

  if (cutter->in_icu || cutter->at < cutter->uncounted)
    return 0;

  end = find_plain_end (cutter);
  if (end < cutter->length)
    {
      /* Something else may belong to what stands before it, but not beyond a space. */
      cutter->uncounted = end;
      while (end > cutter->at && cutter->text[end - 1] != ' ')
        end--;
      if (end > cutter->at)
        end--;
    }

  /* A word where a letter or digit stands behind something else, but for what joins two of them.
   * There is no branch for each word: they end where no processor foresees it. */
  for (guint32 at = cutter->at; at < end; at += 8)
    {
      char last[9] = "        ";
      const char *bytes = cutter->text + at;
      guint64 eight, word, behind, between;

      if (end - at <= 8)
        bytes = memcpy (last, bytes, end - at);
      eight = gloss_eight_load (bytes);
      word = gloss_eight_find_range (eight | ' ' * GLOSS_EIGHT_ONES, 'a', 'z') |
             gloss_eight_find_range (eight, '0', '9');
      behind = g_ascii_isalnum (bytes[8]) ? (guint64) 0x80 << 56 : 0;
      n_words += gloss_eight_count (word & ~(word << 8 | before));

      between = (word << 8 | before) & (word >> 8 | behind) & ~word & ~gloss_eight_find (eight, ' ');
      for (; between != 0; between &= between - 1)
        n_words -= joins_words (cutter, at + (guint32) __builtin_ctzll (between) / 8);
      before = word >> 56;
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
  cutter->signs_apart = FALSE;
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

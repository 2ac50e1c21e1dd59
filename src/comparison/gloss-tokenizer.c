/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tokenizer"

#include "config.h"

#include "comparison/gloss-tokenizer.h"

#include "comparison/gloss-function-words.h"
#include "comparison/gloss-wording.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#define NONE G_MAXUINT32

/* One token as such, wherever it stands. The bytes are those of the text where it stood first. */
typedef struct
{
  const char *bytes;
  guint32 length;
  guint32 hash;
  guint32 stem; /* NONE: not asked for yet */
  guint8 kind;
} Entry;

struct _GlossTokenizer
{
  char *language;
  UBreakIterator *words; /* NULL without the data of ICU */
  guint8 colon;          /* a QuickClass: whether a colon parts words depends on the language */
  GArray *entries;       /* Entry, by id */
  guint32 *slots;        /* open addressing: id or NONE */
  guint32 n_slots;       /* a power of two */
  GStringChunk *stems;   /* the bytes of stems that stand in no text */
};

/* What is between two boundaries of ICU. */
typedef enum
{
  SEGMENT_WHITE,
  SEGMENT_OTHER,
  SEGMENT_WORD,
  SEGMENT_SIGNS, /* a word of signs */
} SegmentKind;

typedef struct
{
  const char *text;
  guint32 length;
  guint32 at;           /* bytes; the boundary reached */
  gboolean in_icu;      /* from where the quick rules end, ICU cuts */
  guint32 icu_origin;   /* bytes; where the text given to ICU begins */
  UText utext;
  UBreakIterator *words;
  guint8 colon;
} Cutter;

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
      g_once_init_leave (&ready, 1);
    }
}

/* The character at @at and its class; *@width is 0 at the end of the text. */
static inline QuickClass
classify (const Cutter *cutter,
          guint32       at,
          guint32      *width)
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
cut_quickly (Cutter      *cutter,
             guint32     *end,
             SegmentKind *kind)
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
      *kind = SEGMENT_WHITE;
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
      *kind = SEGMENT_WORD;
      break;

    case CLASS_OTHER:
    case CLASS_MID_LETTER:
    case CLASS_MID_NUMBER:
    case CLASS_MID_BOTH:
    default:
      *kind = gloss_is_white (g_utf8_get_char (cutter->text + cutter->at)) ? SEGMENT_WHITE
                                                                          : SEGMENT_OTHER;
      break;
    }

  /* A combining mark and its like belong to what stands before them. */
  if (width > 0 && next == CLASS_COMPLEX)
    return FALSE;

  *end = at;
  return TRUE;
}

static void
begin_icu (Cutter *cutter)
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
static gboolean
cut_next (Cutter      *cutter,
          guint32     *start,
          guint32     *end,
          SegmentKind *kind)
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
      *kind = gloss_is_white (g_utf8_get_char (cutter->text + cutter->at)) ? SEGMENT_WHITE
                                                                          : SEGMENT_WORD;
      cutter->at = *end;
      return TRUE;
    }

  boundary = ubrk_next (cutter->words);
  *end = boundary == UBRK_DONE ? cutter->length : cutter->icu_origin + (guint32) boundary;
  status = ubrk_getRuleStatus (cutter->words);
  if (status >= UBRK_WORD_IDEO)
    *kind = SEGMENT_SIGNS;
  else if (status >= UBRK_WORD_NONE_LIMIT)
    *kind = gloss_is_sign (g_utf8_get_char (cutter->text + *start)) ? SEGMENT_SIGNS : SEGMENT_WORD;
  else if (gloss_wording_is_empty (cutter->text + *start, *end - *start))
    *kind = SEGMENT_WHITE;
  else
    *kind = SEGMENT_OTHER;
  cutter->at = *end;
  return TRUE;
}

static void
cutter_init (Cutter         *cutter,
             GlossTokenizer *self,
             const char     *text,
             gsize           length)
{
  cutter->text = text;
  cutter->length = (guint32) length;
  cutter->at = 0;
  cutter->in_icu = FALSE;
  cutter->utext = (UText) UTEXT_INITIALIZER;
  cutter->words = self->words;
  cutter->colon = self->colon;
}

static void
cutter_clear (Cutter *cutter)
{
  utext_close (&cutter->utext);
}

/* A letter, a colon and a letter: one word or three segments? */
static guint8
find_colon_class (UBreakIterator *words)
{
  static const UChar sample[] = { 'a', ':', 'b' };
  UErrorCode status = U_ZERO_ERROR;

  if (words == NULL)
    return CLASS_OTHER;
  ubrk_setText (words, sample, G_N_ELEMENTS (sample), &status);
  ubrk_first (words);
  return ubrk_next (words) == G_N_ELEMENTS (sample) ? CLASS_MID_LETTER : CLASS_OTHER;
}

static guint32
hash_bytes (const char *bytes,
            guint32     length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  while (length > 0)
    {
      guint64 word = 0;
      guint32 step = MIN (length, 8);

      memcpy (&word, bytes, step);
      hash = (hash ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      bytes += step;
      length -= step;
    }

  return (guint32) hash;
}

static void
grow_slots (GlossTokenizer *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof (guint32));
  for (guint32 id = 0; id < self->entries->len; id++)
    {
      guint32 slot = g_array_index (self->entries, Entry, id).hash & (self->n_slots - 1);

      while (self->slots[slot] != NONE)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = id;
    }
}

static guint8
find_kind (GlossTokenizer *self,
           const char     *bytes,
           guint32         length)
{
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  if (length > 24)
    return GLOSS_TOKEN_WORD;
  word = g_strndup (bytes, length);
  lower = g_utf8_strdown (word, -1);
  return gloss_is_function_word (self->language, lower) ? GLOSS_TOKEN_WEAK : GLOSS_TOKEN_WORD;
}

static guint32
intern (GlossTokenizer *self,
        const char     *bytes,
        guint32         length,
        gboolean        is_word)
{
  Entry entry = { bytes, length, hash_bytes (bytes, length), NONE, GLOSS_TOKEN_PUNCTUATION };
  guint32 slot = entry.hash & (self->n_slots - 1);

  while (self->slots[slot] != NONE)
    {
      const Entry *other = &g_array_index (self->entries, Entry, self->slots[slot]);

      if (other->hash == entry.hash && other->length == length &&
          memcmp (other->bytes, bytes, length) == 0)
        return self->slots[slot];
      slot = (slot + 1) & (self->n_slots - 1);
    }

  if (is_word)
    entry.kind = find_kind (self, bytes, length);
  g_array_append_val (self->entries, entry);
  self->slots[slot] = self->entries->len - 1;
  if (self->entries->len * 2 > self->n_slots)
    grow_slots (self);
  return self->entries->len - 1;
}

static void
append_token (GlossTokenizer *self,
              GArray         *tokens,
              const char     *text,
              guint32         start,
              guint32         end,
              gboolean        is_word,
              gboolean        begins_word,
              gboolean        is_sign)
{
  guint32 id = intern (self, text + start, end - start, is_word);
  GlossToken token = {
    .start = start,
    .length = end - start,
    .id = id,
    .kind = g_array_index (self->entries, Entry, id).kind,
    .begins_word = begins_word,
    .is_sign = is_sign,
  };

  g_array_append_val (tokens, token);
}

/* One token for each sign, with the marks that combine with it. */
static void
append_signs (GlossTokenizer *self,
              GArray         *tokens,
              const char     *text,
              guint32         start,
              guint32         end)
{
  guint32 first = start;

  while (start < end)
    {
      guint32 next = start + g_utf8_skip[(guchar) text[start]];

      while (next < end &&
             u_hasBinaryProperty ((UChar32) g_utf8_get_char (text + next), UCHAR_GRAPHEME_EXTEND))
        next += g_utf8_skip[(guchar) text[next]];
      append_token (self, tokens, text, start, next, TRUE, start == first, TRUE);
      start = next;
    }
}

GlossTokenizer *
gloss_tokenizer_new (const char *language)
{
  GlossTokenizer *self = g_new0 (GlossTokenizer, 1);
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (language != NULL, NULL);

  ensure_quick_classes ();
  self->language = g_strdup (language);
  self->words = ubrk_open (UBRK_WORD, g_str_equal (language, "und") ? "" : language, NULL, 0, &status);
  if (U_FAILURE (status))
    {
      status = U_ZERO_ERROR;
      self->words = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
    }
  if (U_FAILURE (status))
    {
      g_warning ("No rules for word boundaries: %s", u_errorName (status));
      self->words = NULL;
    }
  self->colon = find_colon_class (self->words);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->n_slots = 512;
  grow_slots (self);
  self->stems = g_string_chunk_new (4096);
  return self;
}

void
gloss_tokenizer_free (GlossTokenizer *self)
{
  g_clear_pointer (&self->words, ubrk_close);
  g_array_unref (self->entries);
  g_string_chunk_free (self->stems);
  g_free (self->slots);
  g_free (self->language);
  g_free (self);
}

void
gloss_tokenizer_cut (GlossTokenizer *self,
                     const char     *text,
                     gsize           length,
                     GArray         *tokens)
{
  Cutter cutter;
  guint32 start, end;
  SegmentKind kind;

  g_return_if_fail (length < G_MAXUINT32);

  cutter_init (&cutter, self, text, length);
  while (cut_next (&cutter, &start, &end, &kind))
    {
      if (kind == SEGMENT_SIGNS)
        append_signs (self, tokens, text, start, end);
      else if (kind != SEGMENT_WHITE)
        append_token (self, tokens, text, start, end, kind == SEGMENT_WORD, TRUE, FALSE);
    }
  cutter_clear (&cutter);
}

guint
gloss_tokenizer_get_n_ids (GlossTokenizer *self)
{
  return self->entries->len;
}

/* The plain form of a typographic variant. */
static gunichar
plain_variant (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E) /* full width */
    return c - 0xFF01 + 0x21;
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC:
      return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    default:
      return c;
    }
}

/* Seven letters, without a final s: coarse, but the same in every language that inflects its words
 * at their end. */
#define STEM_CHARS 7

guint32
gloss_tokenizer_get_stem (GlossTokenizer *self,
                          guint32         id)
{
  Entry *entry = &g_array_index (self->entries, Entry, id);
  const char *end = entry->bytes + entry->length;
  char stem[STEM_CHARS * 6];
  guint n_chars = 0;
  guint length = 0;
  guint32 stem_id;

  if (entry->stem != NONE)
    return entry->stem;

  for (const char *at = entry->bytes; at < end && n_chars < STEM_CHARS;
       at = g_utf8_next_char (at), n_chars++)
    {
      gunichar c = g_unichar_tolower (plain_variant (g_utf8_get_char (at)));

      if (c == 's' && n_chars >= 3 && g_utf8_next_char (at) == end)
        break;
      length += g_unichar_to_utf8 (c, stem + length);
    }

  if (length == entry->length && memcmp (stem, entry->bytes, length) == 0)
    stem_id = id;
  else
    stem_id = intern (self, g_string_chunk_insert_len (self->stems, stem, length), length,
                      entry->kind != GLOSS_TOKEN_PUNCTUATION);

  g_array_index (self->entries, Entry, id).stem = stem_id;
  return stem_id;
}

guint
gloss_tokenizer_count_words (GlossTokenizer *self,
                             const char     *text,
                             gsize           length,
                             GArray         *bounds)
{
  Cutter cutter;
  guint32 start, end;
  SegmentKind kind;
  guint n_words = 0;

  cutter_init (&cutter, self, text, length);
  while (cut_next (&cutter, &start, &end, &kind))
    {
      if (kind != SEGMENT_WORD && kind != SEGMENT_SIGNS)
        continue;
      n_words++;
      if (bounds != NULL)
        {
          g_array_append_val (bounds, start);
          g_array_append_val (bounds, end);
        }
    }
  cutter_clear (&cutter);
  return n_words;
}

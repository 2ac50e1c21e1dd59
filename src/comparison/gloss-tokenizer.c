/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tokenizer"

#include "config.h"

#include "comparison/gloss-tokenizer.h"

#include "comparison/gloss-function-words.h"
#include "comparison/gloss-word-cutter.h"
#include "comparison/gloss-wording.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#define NONE G_MAXUINT32

/* One token as such, wherever it stands, in its plain form. The bytes are those of the text where it
 * stood first, or among the made ones. */
typedef struct
{
  const char *bytes;
  guint32 length;
  guint32 hash;
  guint32 stem; /* NONE: not asked for yet */
  guint8 kind; /* where it is a word */
} Entry;

struct _GlossTokenizer
{
  char *language;
  UBreakIterator *words; /* NULL without the data of ICU */
  guint8 colon;          /* whether a colon parts words depends on the language */
  GArray *entries;       /* Entry, by id */
  guint32 *slots;        /* open addressing: id or NONE */
  guint32 n_slots;       /* a power of two */
  GStringChunk *made;    /* the bytes of plain forms and stems that stand in no text */
};

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

/* @made: the bytes do not stay, and are to be copied. */
static guint32
intern (GlossTokenizer *self,
        const char     *bytes,
        guint32         length,
        gboolean        made)
{
  Entry entry = { bytes, length, hash_bytes (bytes, length), NONE, GLOSS_TOKEN_WORD };
  guint32 slot = entry.hash & (self->n_slots - 1);

  while (self->slots[slot] != NONE)
    {
      const Entry *other = &g_array_index (self->entries, Entry, self->slots[slot]);

      if (other->hash == entry.hash && other->length == length &&
          memcmp (other->bytes, bytes, length) == 0)
        return self->slots[slot];
      slot = (slot + 1) & (self->n_slots - 1);
    }

  entry.kind = find_kind (self, bytes, length);
  if (made)
    entry.bytes = g_string_chunk_insert_len (self->made, bytes, length);
  g_array_append_val (self->entries, entry);
  self->slots[slot] = self->entries->len - 1;
  if (self->entries->len * 2 > self->n_slots)
    grow_slots (self);
  return self->entries->len - 1;
}

/* Typographic variants of a token are one token. */
static guint32
intern_plain (GlossTokenizer *self,
              const char     *bytes,
              guint32         length)
{
  const char *end = bytes + length;
  gboolean may_vary = FALSE;
  g_autoptr (GString) plain = NULL;

  /* The bytes that variants begin with. */
  for (const char *at = bytes; at < end && !may_vary; at++)
    may_vary = *at == '\xC2' || *at == '\xCA' || *at == '\xE2' || *at == '\xE3' || *at == '\xEF';
  if (!may_vary)
    return intern (self, bytes, length, FALSE);

  plain = g_string_sized_new (length);
  for (const char *at = bytes; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = gloss_wording_plain (g_utf8_get_char (at));

      if (c != 0)
        g_string_append_unichar (plain, c);
    }
  return intern (self, plain->str, (guint32) plain->len, TRUE);
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
  guint32 id = intern_plain (self, text + start, end - start);
  GlossToken token = {
    .start = start,
    .length = end - start,
    .id = id,
    .kind = is_word ? g_array_index (self->entries, Entry, id).kind : GLOSS_TOKEN_PUNCTUATION,
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
  self->colon = gloss_word_cutter_find_colon (self->words);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->n_slots = 512;
  grow_slots (self);
  self->made = g_string_chunk_new (4096);
  return self;
}

void
gloss_tokenizer_free (GlossTokenizer *self)
{
  g_clear_pointer (&self->words, ubrk_close);
  g_array_unref (self->entries);
  g_string_chunk_free (self->made);
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
  GlossWordCutter cutter;
  guint32 start, end;
  GlossSegmentKind kind;

  g_return_if_fail (length < G_MAXUINT32);

  gloss_word_cutter_init (&cutter, self->words, self->colon, text, length);
  while (gloss_word_cutter_next (&cutter, &start, &end, &kind))
    {
      if (kind == GLOSS_SEGMENT_SIGNS)
        append_signs (self, tokens, text, start, end);
      else if (kind != GLOSS_SEGMENT_WHITE)
        append_token (self, tokens, text, start, end, kind == GLOSS_SEGMENT_WORD, TRUE, FALSE);
    }
  gloss_word_cutter_clear (&cutter);
}

guint
gloss_tokenizer_get_n_ids (GlossTokenizer *self)
{
  return self->entries->len;
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
      gunichar c = g_unichar_tolower (g_utf8_get_char (at));

      if (c == 's' && n_chars >= 3 && g_utf8_next_char (at) == end)
        break;
      length += g_unichar_to_utf8 (c, stem + length);
    }

  if (length == entry->length && memcmp (stem, entry->bytes, length) == 0)
    stem_id = id;
  else
    stem_id = intern (self, stem, length, TRUE);

  g_array_index (self->entries, Entry, id).stem = stem_id;
  return stem_id;
}

guint
gloss_tokenizer_count_words (GlossTokenizer *self,
                             const char     *text,
                             gsize           length)
{
  GlossWordCutter cutter;
  guint32 start, end;
  GlossSegmentKind kind;
  guint n_words;

  g_return_val_if_fail (length < G_MAXUINT32, 0);

  gloss_word_cutter_init (&cutter, self->words, self->colon, text, length);
  n_words = gloss_word_cutter_count (&cutter);
  while (gloss_word_cutter_next (&cutter, &start, &end, &kind))
    {
      n_words += kind == GLOSS_SEGMENT_WORD || kind == GLOSS_SEGMENT_SIGNS;
      n_words += gloss_word_cutter_count (&cutter);
    }
  gloss_word_cutter_clear (&cutter);
  return n_words;
}

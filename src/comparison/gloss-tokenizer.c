/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tokenizer"

#include "config.h"

#include "comparison/gloss-tokenizer.h"

#include "comparison/gloss-arena.h"
#include "comparison/gloss-function-words.h"
#include "comparison/gloss-word-cutter.h"
#include "comparison/gloss-variants.h"
#include "comparison/gloss-wording.h"
#include "document/gloss-eight-bytes.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#define NONE G_MAXUINT32

/* One token as such, wherever it stands, in its plain form. The bytes are those of the text where it
 * stood first, or among the made ones. */
typedef struct
{
  const char *bytes;
  guint64 digest; /* of the bytes; where they are eight or less, no others of that length have it */
  guint32 length;
  guint32 stem; /* NONE: not asked for yet */
  guint8 kind; /* where it is a word */
} Entry;

/* The tokens of a text, each as numbers of as many bytes as they need: its id and whether it begins a
 * word, where it is a plain sign; else what stands before it and its kinds, its length, its id. The
 * lowest bit of the first number tells which. Mostly that is two bytes for a sign, and four for a word,
 * where a token has twelve. */
typedef struct
{
  guint n_tokens;
  guint8 bytes[];
} KeptText;

/* A plain sign is a word, stands right behind the token before, and has as many bytes as most have. */
#define SIGN_BYTES 3

/* No token needs more: three numbers of no more than 34 bits. */
#define MAX_KEPT_BYTES 15

struct _GlossTokenizer
{
  char *language;
  UBreakIterator *words; /* NULL without the data of ICU */
  guint8 colon;          /* whether a colon parts words depends on the language */
  GArray *entries;       /* Entry, by id */
  guint32 *slots;        /* open addressing: id or NONE */
  guint32 n_slots;       /* a power of two */
  GStringChunk *made;    /* the bytes of plain forms and stems that stand in no text */
  GlossArena *kept;      /* where the tokens of texts stand that are kept */
  GHashTable *kept_texts; /* text -> KeptText, in @kept as well */
  GByteArray *packed;    /* the tokens of the text that is being kept */
};

/* What a token is told by, and in @all what its bytes have in common with others: their highest
 * bits. Up to eight bytes are read as one number, the ends of which may overlap. */
static guint64
digest_bytes (const char *bytes,
              guint32     length,
              guint64    *all)
{
  guint64 digest = 0;
  guint32 at = 0;

  *all = 0;
  if (length >= 8)
    {
      for (; at + 8 < length; at += 8)
        {
          guint64 eight = gloss_eight_load (bytes + at);

          *all |= eight;
          digest = (digest ^ eight) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
          digest ^= digest >> 32;
        }
      digest ^= gloss_eight_load (bytes + length - 8);
      *all |= gloss_eight_load (bytes + length - 8);
    }
  else if (length >= 4)
    {
      guint32 first, last;

      memcpy (&first, bytes, 4);
      memcpy (&last, bytes + length - 4, 4);
      digest = GUINT32_FROM_LE (first) | (guint64) GUINT32_FROM_LE (last) << 32;
      *all = digest;
    }
  else if (length > 0)
    {
      digest = (guchar) bytes[0] | (guint64) (guchar) bytes[length / 2] << 8 |
               (guint64) (guchar) bytes[length - 1] << 16;
      *all = digest;
    }

  return digest;
}

static inline guint32
hash_digest (guint64 digest,
             guint32 length)
{
  return (guint32) (((digest ^ length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
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
      const Entry *entry = &g_array_index (self->entries, Entry, id);
      guint32 slot = hash_digest (entry->digest, entry->length) & (self->n_slots - 1);

      while (self->slots[slot] != NONE)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = id;
    }
}

/* Which function words have no more bytes than. */
#define MAX_FUNCTION_WORD 24

static guint8
find_kind (GlossTokenizer *self,
           const char     *bytes,
           guint32         length)
{
  char word[MAX_FUNCTION_WORD + 1] = "";
  g_autofree char *lower = NULL;
  gboolean ascii = TRUE;

  if (length > MAX_FUNCTION_WORD)
    return GLOSS_TOKEN_WORD;

  for (guint32 i = 0; i < length; i++)
    {
      word[i] = g_ascii_tolower (bytes[i]);
      ascii = ascii && (guchar) bytes[i] < 0x80;
    }
  if (!ascii)
    lower = g_utf8_strdown (bytes, (gssize) length);
  return gloss_is_function_word (self->language, ascii ? word : lower) ? GLOSS_TOKEN_WEAK : GLOSS_TOKEN_WORD;
}

/* @digest: of the bytes. @made: the bytes do not stay, and are to be copied. */
static guint32
intern (GlossTokenizer *self,
        const char     *bytes,
        guint32         length,
        guint64         digest,
        gboolean        made)
{
  Entry entry = { bytes, digest, length, NONE, GLOSS_TOKEN_WORD };
  guint32 slot = hash_digest (digest, length) & (self->n_slots - 1);

  while (self->slots[slot] != NONE)
    {
      const Entry *other = &g_array_index (self->entries, Entry, self->slots[slot]);

      if (other->digest == digest && other->length == length &&
          (length <= 8 || memcmp (other->bytes, bytes, length) == 0))
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

static guint32
intern_made (GlossTokenizer *self,
             const char     *bytes,
             guint32         length)
{
  guint64 all;
  guint64 digest = digest_bytes (bytes, length, &all);

  return intern (self, bytes, length, digest, TRUE);
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
  guint64 all;
  guint64 digest = digest_bytes (bytes, length, &all);

  if ((all & GLOSS_EIGHT_HIGHS) != 0)
    for (const char *at = bytes; at < end && !may_vary; at++)
      may_vary = gloss_may_begin_variant (*at) || *at == '\xCC' || *at == '\xCD' || *at == '"';
  else
    may_vary = *bytes == '"';
  if (!may_vary)
    return intern (self, bytes, length, digest, FALSE);

  plain = g_string_sized_new (length);
  for (const char *at = bytes; at < end;)
    {
      gunichar expanded[GLOSS_VARIANT_MAX];
      guint n = gloss_variant_expand (g_utf8_get_char (at), expanded);

      at = g_utf8_next_char (at);
      if (n > 0)
        expanded[n - 1] = gloss_wording_compose (expanded[n - 1], &at, end);
      for (guint i = 0; i < n; i++)
        g_string_append_unichar (plain, expanded[i] == '"' ? '\'' : expanded[i]);
    }
  return intern_made (self, plain->str, (guint32) plain->len);
}

/* Tokens as they are written: those behind @n are room. */
typedef struct
{
  GlossTokenizer *tokenizer;
  const char *text;
  GArray *tokens;
  guint n;
} Output;

static void
write_token (Output  *out,
             guint32  start,
             guint32  end,
             gboolean is_word,
             gboolean begins_word,
             gboolean is_sign)
{
  guint32 id = intern_plain (out->tokenizer, out->text + start, end - start);

  if (out->n == out->tokens->len)
    g_array_set_size (out->tokens, 2 * out->n + 64);
  g_array_index (out->tokens, GlossToken, out->n++) = (GlossToken) {
    .start = start,
    .length = end - start,
    .id = id,
    .kind = is_word ? g_array_index (out->tokenizer->entries, Entry, id).kind : GLOSS_TOKEN_PUNCTUATION,
    .begins_word = begins_word,
    .is_sign = is_sign,
  };
}

/* One token for each sign, with the marks that combine with it. */
static void
write_signs (Output *out,
             guint32 start,
             guint32 end)
{
  guint32 first = start;

  while (start < end)
    {
      guint32 next = start + g_utf8_skip[(guchar) out->text[start]];

      while (next < end &&
             u_hasBinaryProperty ((UChar32) g_utf8_get_char (out->text + next), UCHAR_GRAPHEME_EXTEND))
        next += g_utf8_skip[(guchar) out->text[next]];
      write_token (out, start, next, TRUE, start == first, TRUE);
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
  self->kept = gloss_arena_new ();
  self->kept_texts = g_hash_table_new (NULL, NULL);
  self->packed = g_byte_array_new ();
  return self;
}

void
gloss_tokenizer_free (GlossTokenizer *self)
{
  g_clear_pointer (&self->words, ubrk_close);
  g_array_unref (self->entries);
  g_string_chunk_free (self->made);
  g_hash_table_unref (self->kept_texts);
  gloss_arena_free (self->kept);
  g_byte_array_unref (self->packed);
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
  Output out = { self, text, tokens, tokens->len };

  g_return_if_fail (length <= GLOSS_TOKEN_MAX_LENGTH);

  gloss_word_cutter_init (&cutter, self->words, self->colon, text, length);
  while (gloss_word_cutter_next (&cutter, &start, &end, &kind))
    {
      if (kind == GLOSS_SEGMENT_SIGNS)
        write_signs (&out, start, end);
      else if (kind != GLOSS_SEGMENT_WHITE)
        write_token (&out, start, end, kind == GLOSS_SEGMENT_WORD, TRUE, FALSE);
    }
  gloss_word_cutter_clear (&cutter);
  g_array_set_size (tokens, out.n);
}

/* Seven bits a byte, the lowest first; the highest bit says that more follow. */
static inline guint8 *
write_number (guint8  *at,
              guint64  number)
{
  for (; number >= 0x80; number >>= 7)
    *at++ = (guint8) (number | 0x80);
  *at++ = (guint8) number;
  return at;
}

static inline const guint8 *
read_number (const guint8 *at,
             guint64      *number)
{
  guint shift = 7;

  for (*number = *at & 0x7f; (*at++ & 0x80) != 0; shift += 7)
    *number |= (guint64) (*at & 0x7f) << shift;
  return at;
}

/* @end: of the token before. */
static gboolean
is_plain_sign (const GlossToken *token,
               guint32           end)
{
  return token->is_sign && token->kind == GLOSS_TOKEN_WORD && token->length == SIGN_BYTES && token->start == end;
}

void
gloss_tokenizer_keep (GlossTokenizer *self,
                      const char     *text,
                      gsize           length,
                      GArray         *stems)
{
  guint n_before = stems->len;
  GlossToken *tokens;
  KeptText *kept;
  guint n_tokens;
  guint n_bytes = 0;
  guint32 end = 0;

  gloss_tokenizer_cut (self, text, length, stems);
  tokens = &g_array_index (stems, GlossToken, n_before);
  n_tokens = stems->len - n_before;

  for (guint i = 0; i < n_tokens; i++)
    {
      const GlossToken *token = &tokens[i];
      guint8 *at;

      if (self->packed->len - n_bytes < MAX_KEPT_BYTES)
        g_byte_array_set_size (self->packed, 2 * self->packed->len + 64);
      at = self->packed->data + n_bytes;
      if (is_plain_sign (token, end))
        {
          at = write_number (at, (guint64) token->id << 2 | token->begins_word << 1 | 1);
        }
      else
        {
          guint32 kinds = token->kind << 3 | token->begins_word << 2 | token->is_sign << 1;

          at = write_number (at, (guint64) (token->start - end) << 5 | kinds);
          at = write_number (at, token->length);
          at = write_number (at, token->id);
        }
      n_bytes = (guint) (at - self->packed->data);
      end = token->start + token->length;
    }

  kept = gloss_arena_take (self->kept, sizeof (KeptText) + n_bytes);
  kept->n_tokens = n_tokens;
  if (n_bytes > 0)
    memcpy (kept->bytes, self->packed->data, n_bytes);
  g_hash_table_insert (self->kept_texts, (gpointer) text, kept);

  for (guint i = 0; i < n_tokens; i++)
    if (tokens[i].kind != GLOSS_TOKEN_PUNCTUATION)
      tokens[i].id = gloss_tokenizer_get_stem (self, tokens[i].id);
}

gboolean
gloss_tokenizer_find_kept (GlossTokenizer *self,
                           const char     *text,
                           GArray         *tokens)
{
  const KeptText *kept = g_hash_table_lookup (self->kept_texts, text);
  const guint8 *at;
  guint32 end = 0;
  guint n_before = tokens->len;

  if (kept == NULL)
    return FALSE;

  at = kept->bytes;
  g_array_set_size (tokens, n_before + kept->n_tokens);
  for (guint i = 0; i < kept->n_tokens; i++)
    {
      GlossToken *token = &g_array_index (tokens, GlossToken, n_before + i);
      guint64 first, length, id;

      at = read_number (at, &first);
      if ((first & 1) != 0)
        {
          *token = (GlossToken) {
            .start = end,
            .id = (guint32) (first >> 2),
            .length = SIGN_BYTES,
            .kind = GLOSS_TOKEN_WORD,
            .begins_word = first >> 1 & 1,
            .is_sign = TRUE,
          };
        }
      else
        {
          at = read_number (at, &length);
          at = read_number (at, &id);
          *token = (GlossToken) {
            .start = end + (guint32) (first >> 5),
            .id = (guint32) id,
            .length = (guint32) length,
            .kind = first >> 3 & 3,
            .begins_word = first >> 2 & 1,
            .is_sign = first >> 1 & 1,
          };
        }
      end = token->start + token->length;
    }

  return TRUE;
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
    stem_id = intern_made (self, stem, length);

  g_array_index (self->entries, Entry, id).stem = stem_id;
  return stem_id;
}

/* Those that write_signs () would make a token of each. */
static guint
count_signs (const char *text,
             guint32     start,
             guint32     end)
{
  guint n_signs = 1;

  for (guint32 at = start + g_utf8_skip[(guchar) text[start]]; at < end; at += g_utf8_skip[(guchar) text[at]])
    n_signs += !u_hasBinaryProperty ((UChar32) g_utf8_get_char (text + at), UCHAR_GRAPHEME_EXTEND);

  return n_signs;
}

static guint
count_words (GlossWordCutter *cutter)
{
  guint n_words = gloss_word_cutter_count (cutter);
  guint32 start, end;
  GlossSegmentKind kind;

  while (gloss_word_cutter_next (cutter, &start, &end, &kind))
    {
      if (kind == GLOSS_SEGMENT_SIGNS)
        n_words += count_signs (cutter->text, start, end);
      else if (kind == GLOSS_SEGMENT_WORD)
        n_words++;
      n_words += gloss_word_cutter_count (cutter);
    }

  return n_words;
}

guint
gloss_tokenizer_count_words (GlossTokenizer *self,
                             const char     *text,
                             gsize           length)
{
  GlossWordCutter cutter;
  guint n_words;

  g_return_val_if_fail (length < G_MAXUINT32, 0);

  gloss_word_cutter_init (&cutter, self->words, self->colon, text, length);
  cutter.signs_apart = TRUE;
  n_words = count_words (&cutter);
  if (cutter.in_icu)
    {
      /* What ICU says of the rest may depend on all that its dictionary sees. */
      gloss_word_cutter_clear (&cutter);
      gloss_word_cutter_init (&cutter, self->words, self->colon, text, length);
      n_words = count_words (&cutter);
    }
  gloss_word_cutter_clear (&cutter);

  return n_words;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-diff"

#include "config.h"

#include "comparison/gloss-diff-private.h"

#include "comparison/gloss-wording.h"

#include <string.h>

/* The stretches made so far, and how far both texts are told by them. */
typedef struct
{
  const char *old_text;
  const char *new_text;
  guint old_length; /* bytes */
  guint new_length;
  guint old_at;
  guint new_at;
  GArray *stretches;
} Writer;

static void
write_stretch (Writer     *writer,
               GlossDiffOp op,
               guint       length)
{
  GlossDiffStretch stretch = { op, writer->old_at, writer->new_at, length, FALSE };
  GlossDiffStretch *last = writer->stretches->len == 0
                             ? NULL
                             : &g_array_index (writer->stretches, GlossDiffStretch,
                                               writer->stretches->len - 1);

  if (length == 0)
    return;
  if (op != GLOSS_DIFF_ADDED)
    writer->old_at += length;
  if (op != GLOSS_DIFF_REMOVED)
    writer->new_at += length;

  if (last != NULL && last->op == op)
    last->length += length;
  else
    g_array_append_val (writer->stretches, stretch);
}

/* The length of the white space that both texts begin with. */
static guint
measure_white_ahead (const char *a,
                     guint       a_length,
                     const char *b,
                     guint       b_length)
{
  guint at = 0;

  while (at < a_length && at < b_length)
    {
      guint width = g_utf8_skip[(guchar) a[at]];

      if (at + width > a_length || at + width > b_length || memcmp (a + at, b + at, width) != 0 ||
          !gloss_is_white (g_utf8_get_char (a + at)))
        break;
      at += width;
    }

  return at;
}

/* The length of the white space that both texts end with. */
static guint
measure_white_behind (const char *a,
                      guint       a_length,
                      const char *b,
                      guint       b_length)
{
  guint length = 0;

  while (length < a_length && length < b_length)
    {
      const char *a_char = g_utf8_find_prev_char (a, a + a_length - length);
      guint width;

      if (a_char == NULL || !gloss_is_white (g_utf8_get_char (a_char)))
        break;
      width = (guint) (a + a_length - length - a_char);
      if (length + width > b_length || memcmp (a_char, b + b_length - length - width, width) != 0)
        break;
      length += width;
    }

  return length;
}

/* Tells what lies between two kept tokens, up to @old_end and @new_end: white space, and words
 * that only one of the texts has. White space that both have on either side of it stays equal.
 * Where @if_parted, only such as ends in equal white space, so that what follows is another change. */
static void
write_between (Writer  *writer,
               guint    old_end,
               guint    new_end,
               gboolean if_parted)
{
  const char *old_part = writer->old_text + writer->old_at;
  const char *new_part = writer->new_text + writer->new_at;
  guint old_length = old_end - writer->old_at;
  guint new_length = new_end - writer->new_at;
  guint ahead, behind;

  if (old_length == new_length && memcmp (old_part, new_part, old_length) == 0)
    {
      write_stretch (writer, GLOSS_DIFF_EQUAL, old_length);
      return;
    }

  ahead = measure_white_ahead (old_part, old_length, new_part, new_length);
  behind = measure_white_behind (old_part + ahead, old_length - ahead,
                                 new_part + ahead, new_length - ahead);
  if (behind == 0 && if_parted)
    return;
  write_stretch (writer, GLOSS_DIFF_EQUAL, ahead);
  write_stretch (writer, GLOSS_DIFF_REMOVED, old_length - ahead - behind);
  write_stretch (writer, GLOSS_DIFF_ADDED, new_length - ahead - behind);
  write_stretch (writer, GLOSS_DIFF_EQUAL, behind);
}

static void
write_equal (Writer *writer,
             guint   i,
             guint   j,
             guint   length)
{
  write_between (writer, i, j, FALSE);
  write_stretch (writer, GLOSS_DIFF_EQUAL, length);
}

/* What the same wording may have or not. */
static gboolean
is_loose (const char *text,
          guint       at)
{
  return gloss_wording_count_units (text, text + at) == 0;
}

/* Goes behind the character at @at, and behind its accents; gives how much of the wording that is. */
static int
skip_letter (const char *text,
             guint      *at,
             guint       end)
{
  int n_units = (int) gloss_wording_count_units (text, text + *at);

  *at += g_utf8_skip[(guchar) text[*at]];
  while (*at < end && gloss_is_accent (g_utf8_get_char (text + *at)))
    *at += g_utf8_skip[(guchar) text[*at]];

  return n_units;
}

/* Tells two parts of the same wording, [i, old_end) and [j, new_end), apart by characters. What
 * they differ in at their ends is left for what comes behind them. */
static void
write_same_wording (Writer *writer,
                    guint   i,
                    guint   old_end,
                    guint   j,
                    guint   new_end)
{
  const guchar *old_text = (const guchar *) writer->old_text;
  const guchar *new_text = (const guchar *) writer->new_text;

  while (i < old_end || j < new_end)
    {
      guint length = 0;

      while (i < old_end && is_loose (writer->old_text, i))
        i += g_utf8_skip[old_text[i]];
      while (j < new_end && is_loose (writer->new_text, j))
        j += g_utf8_skip[new_text[j]];

      while (i + length < old_end && j + length < new_end &&
             old_text[i + length] == new_text[j + length] &&
             !is_loose (writer->old_text, i + length) && !is_loose (writer->new_text, j + length))
        {
          guint width = g_utf8_skip[old_text[i + length]];

          if (memcmp (old_text + i + length, new_text + j + length, width) != 0)
            break;
          length += width;
        }

      if (length > 0)
        {
          write_equal (writer, i, j, length);
          i += length;
          j += length;
        }
      else if (i < old_end || j < new_end)
        {
          /* Variants of one character, or of the several that one stands for. */
          int ahead = 0; /* how much more of the old text has been skipped */

          do
            {
              if (j == new_end || (ahead <= 0 && i < old_end))
                ahead += skip_letter (writer->old_text, &i, old_end);
              else
                ahead -= skip_letter (writer->new_text, &j, new_end);
            }
          while (ahead != 0 && (i < old_end || j < new_end));
        }
    }
}

/* A word and its variant. A change of words stays apart from it where white space parts them. */
static void
write_variant (Writer           *writer,
               const GlossToken *old_token,
               const GlossToken *new_token)
{
  guint old_end = old_token->start + old_token->length;
  guint new_end = new_token->start + new_token->length;

  write_between (writer, old_token->start, new_token->start, TRUE);
  write_same_wording (writer, old_token->start, old_end, new_token->start, new_end);
  if (measure_white_ahead (writer->old_text + old_end, writer->old_length - old_end,
                           writer->new_text + new_end, writer->new_length - new_end) > 0)
    write_between (writer, old_end, new_end, FALSE);
}

static void
write_kept (Writer           *writer,
            GArray           *old_tokens,
            const guint8     *old_kept,
            GArray           *new_tokens,
            const guint8     *new_kept)
{
  guint j = 0;

  for (guint i = 0; i < old_tokens->len; i++)
    {
      const GlossToken *old_token = &g_array_index (old_tokens, GlossToken, i);
      const GlossToken *new_token;

      if (!old_kept[i])
        continue;
      while (!new_kept[j])
        j++;
      new_token = &g_array_index (new_tokens, GlossToken, j++);

      if (old_token->length == new_token->length &&
          memcmp (writer->old_text + old_token->start, writer->new_text + new_token->start,
                  old_token->length) == 0)
        write_equal (writer, old_token->start, new_token->start, old_token->length);
      else
        write_variant (writer, old_token, new_token);
    }
}

/* Finds which changes are only typographic. */
static void
mark_typographic (Writer   *writer,
                  gboolean  same_wording)
{
  for (guint k = 0; k < writer->stretches->len; k++)
    {
      GlossDiffStretch *stretch = &g_array_index (writer->stretches, GlossDiffStretch, k);
      GlossDiffStretch *added = stretch;
      GlossWordingPart a = { writer->old_text, writer->old_length, stretch->old_start, stretch->old_start };
      GlossWordingPart b = { writer->new_text, writer->new_length, stretch->new_start, stretch->new_start };

      if (stretch->op == GLOSS_DIFF_EQUAL)
        continue;
      if (stretch->op == GLOSS_DIFF_REMOVED)
        {
          a.end += stretch->length;
          if (k + 1 < writer->stretches->len && stretch[1].op == GLOSS_DIFF_ADDED)
            {
              added = stretch + 1;
              k++;
            }
        }
      if (added->op == GLOSS_DIFF_ADDED)
        b.end += added->length;

      stretch->typographic = same_wording || gloss_wording_equal_parts (&a, &b);
      added->typographic = stretch->typographic;
    }
}

/* How many of the words among @tokens touch a stretch that @changed tells, and that is more than
 * typographic; and in @n_words how many there are. */
static guint
count_changed (const Writer     *writer,
               GArray           *tokens,
               GlossDiffOp       changed,
               guint            *n_words)
{
  const GArray *stretches = writer->stretches;
  guint n_changed = 0;
  guint k = 0;

  *n_words = 0;
  for (guint i = 0; i < tokens->len; i++)
    {
      const GlossToken *token = &g_array_index (tokens, GlossToken, i);
      guint32 end = token->start + token->length;

      if (token->kind == GLOSS_TOKEN_PUNCTUATION)
        continue;

      *n_words += 1;
      for (; k < stretches->len; k++)
        {
          const GlossDiffStretch *stretch = &g_array_index (stretches, GlossDiffStretch, k);
          guint at = changed == GLOSS_DIFF_REMOVED ? stretch->old_start : stretch->new_start;

          if (stretch->op == changed && !stretch->typographic && at + stretch->length > token->start)
            {
              n_changed += at < end;
              break;
            }
        }
    }

  return n_changed;
}

/* Two texts that differ by words. */
static void
compare_words (Writer         *writer,
               GlossTokenizer *tokenizer,
               GlossTokenizer *kept,
               guint           coarseness,
               GlossDiffWords *words)
{
  g_autoptr (GArray) old_tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  g_autoptr (GArray) new_tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  g_autofree guint8 *old_kept = NULL;
  g_autofree guint8 *new_kept = NULL;
  guint n_old_words, n_new_words;

  /* Only the ids of one tokenizer can be compared. */
  if (kept == NULL || !gloss_tokenizer_find_kept (kept, writer->old_text, old_tokens) ||
      !gloss_tokenizer_find_kept (kept, writer->new_text, new_tokens))
    {
      g_array_set_size (old_tokens, 0);
      gloss_tokenizer_cut (tokenizer, writer->old_text, writer->old_length, old_tokens);
      gloss_tokenizer_cut (tokenizer, writer->new_text, writer->new_length, new_tokens);
    }
  old_kept = g_new (guint8, old_tokens->len + 1);
  new_kept = g_new (guint8, new_tokens->len + 1);
  gloss_edit_script ((const GlossToken *) (gpointer) old_tokens->data, old_tokens->len,
                     (const GlossToken *) (gpointer) new_tokens->data, new_tokens->len,
                     coarseness, old_kept, new_kept, &words->size);
  write_kept (writer, old_tokens, old_kept, new_tokens, new_kept);
  write_between (writer, writer->old_length, writer->new_length, FALSE);
  mark_typographic (writer, FALSE);

  words->removed = count_changed (writer, old_tokens, GLOSS_DIFF_REMOVED, &n_old_words);
  words->added = count_changed (writer, new_tokens, GLOSS_DIFF_ADDED, &n_new_words);
  words->kept = n_new_words - words->added;
}

GArray *
gloss_diff_with_tokenizer (GlossTokenizer *tokenizer,
                           GlossTokenizer *kept,
                           const char     *old_text,
                           gsize           old_length,
                           const char     *new_text,
                           gsize           new_length,
                           guint           coarseness,
                           GlossDiffWords *words)
{
  Writer writer = {
    .old_text = old_text,
    .new_text = new_text,
    .old_length = (guint) old_length,
    .new_length = (guint) new_length,
    .stretches = g_array_new (FALSE, FALSE, sizeof (GlossDiffStretch)),
  };

  *words = (GlossDiffWords) { 0 };
  g_return_val_if_fail (old_length < G_MAXUINT32 && new_length < G_MAXUINT32, writer.stretches);

  if (!gloss_wording_equal (old_text, old_length, new_text, new_length))
    {
      compare_words (&writer, tokenizer, kept, coarseness, words);
    }
  else
    {
      if (old_length != new_length || memcmp (old_text, new_text, old_length) != 0)
        write_same_wording (&writer, 0, writer.old_length, 0, writer.new_length);
      write_between (&writer, writer.old_length, writer.new_length, FALSE);
      mark_typographic (&writer, TRUE);
      words->kept = gloss_tokenizer_count_words (tokenizer, new_text, new_length);
    }

  return writer.stretches;
}

GArray *
gloss_diff_texts (const char *old_text,
                  const char *new_text,
                  const char *language,
                  guint       coarseness)
{
  g_autoptr (GlossTokenizer) tokenizer = NULL;
  GlossDiffWords words;

  g_return_val_if_fail (old_text != NULL && new_text != NULL && language != NULL, NULL);

  tokenizer = gloss_tokenizer_new (language);
  return gloss_diff_with_tokenizer (tokenizer, NULL, old_text, strlen (old_text),
                                    new_text, strlen (new_text),
                                    MIN (coarseness, GLOSS_DIFF_COARSENESS_MAX), &words);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "statute-generator.h"

#include <string.h>

#define N_WORDS     9000
#define PER_CHAPTER 50

/* Of a thousand chapters, how many are repealed, and how many have a new one before them. */
#define REPEALED 60
#define NEW      60

/* Of a thousand sections that stay. */
#define REWORDED 30
#define DROPPED   5
#define INSERTED  5

typedef struct
{
  GRand *rand;
  GPtrArray *words; /* frequent ones first */
  guint *sums;      /* of the weights of the words up to each */
} Writer;

static guint
draw (Writer *writer,
      guint   n)
{
  return (guint) g_rand_int_range (writer->rand, 0, (gint32) n);
}

static char *
make_word (Writer *writer)
{
  static const char *const ends[] = { "", "n", "tion", "s", "ed", "ment", "r", "l" };
  GString *word = g_string_new (NULL);
  guint n_syllables = 1 + draw (writer, 3);

  for (guint i = 0; i < n_syllables; i++)
    {
      g_string_append_c (word, "bcdfglmnprstv"[draw (writer, 13)]);
      g_string_append_c (word, "aeiou"[draw (writer, 5)]);
    }
  g_string_append (word, ends[draw (writer, G_N_ELEMENTS (ends))]);
  return g_string_free (word, FALSE);
}

static void
writer_init (Writer  *writer,
             guint32  seed)
{
  static const char frequent[] = "the of to and in a for or be by shall is that any on as with not under an which "
                                 "this it may from section person such at has are have other where been if";
  g_auto (GStrv) words = g_strsplit (frequent, " ", -1);
  guint sum = 0;

  writer->rand = g_rand_new_with_seed (seed);
  writer->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (writer->words, g_strdup (words[i]));
  while (writer->words->len < N_WORDS)
    g_ptr_array_add (writer->words, make_word (writer));

  writer->sums = g_new (guint, N_WORDS);
  for (guint i = 0; i < N_WORDS; i++)
    writer->sums[i] = sum += 10000000 / (10 * i + 27);
}

static void
writer_clear (Writer *writer)
{
  g_rand_free (writer->rand);
  g_ptr_array_unref (writer->words);
  g_free (writer->sums);
}

static const char *
draw_word (Writer *writer)
{
  guint at = draw (writer, writer->sums[N_WORDS - 1]);
  guint low = 0;
  guint high = N_WORDS - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (writer->sums[middle] <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return g_ptr_array_index (writer->words, low);
}

/* (transfer full): a section, as its words and commas. */
static GPtrArray *
write_section (Writer *writer)
{
  static const guint lengths[] = { 6, 8, 12, 18, 24, 30, 45, 60 };
  guint length = lengths[draw (writer, G_N_ELEMENTS (lengths))];
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      g_ptr_array_add (words, (gpointer) draw_word (writer));
      if (i % 7 == 5 && i + 2 < length && draw (writer, 2) == 0)
        g_ptr_array_add (words, (gpointer) ",");
    }

  return words;
}

static void
append_section (GString   *text,
                GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (i > 0 && *word != ',')
        g_string_append_c (text, ' ');
      g_string_append (text, word);
    }
  g_string_append (text, ".\n\n");
}

static void
append_new (Writer  *writer,
            GString *text)
{
  g_autoptr (GPtrArray) section = write_section (writer);

  append_section (text, section);
}

/* One section of the new version: mostly as it was. */
static void
revise (Writer    *writer,
        GString   *text,
        GPtrArray *section)
{
  guint chance = draw (writer, 1000);

  if (chance < DROPPED)
    return;
  if (chance < DROPPED + INSERTED)
    append_new (writer, text);
  if (chance >= 1000 - REWORDED)
    {
      g_autoptr (GPtrArray) reworded = g_ptr_array_copy (section, NULL, NULL);
      guint at = draw (writer, reworded->len - 2);

      g_ptr_array_remove_range (reworded, at, 2);
      for (guint i = 0; i < 3; i++)
        g_ptr_array_insert (reworded, (gint) at, (gpointer) draw_word (writer));
      append_section (text, reworded);
      return;
    }
  append_section (text, section);
}

Statute *
statute_new (guint   n_sections,
             guint32 seed)
{
  Statute *self = g_new0 (Statute, 1);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) chapters = g_ptr_array_new ();
  guint n_chapters = n_sections / PER_CHAPTER;
  Writer writer;

  writer_init (&writer, seed);
  self->old_text = g_string_new (NULL);
  self->new_text = g_string_new (NULL);
  for (guint i = 0; i < n_chapters * PER_CHAPTER; i++)
    {
      g_ptr_array_add (sections, write_section (&writer));
      append_section (self->old_text, g_ptr_array_index (sections, i));
    }

  /* One part of the statute is moved to behind another. */
  for (guint i = 0; i < n_chapters; i++)
    g_ptr_array_add (chapters, GUINT_TO_POINTER (i));
  for (guint i = 0; i < n_chapters / 55; i++)
    g_ptr_array_insert (chapters, (gint) n_chapters / 2,
                        g_ptr_array_steal_index (chapters, n_chapters / 10));

  for (guint k = 0; k < n_chapters; k++)
    {
      guint first = GPOINTER_TO_UINT (g_ptr_array_index (chapters, k)) * PER_CHAPTER;
      guint chance = draw (&writer, 1000);
      guint n_new = chance >= 1000 - NEW ? PER_CHAPTER / 2 + draw (&writer, PER_CHAPTER) : 0;

      if (chance < REPEALED)
        continue;
      for (guint i = 0; i < n_new; i++)
        append_new (&writer, self->new_text);
      for (guint i = 0; i < PER_CHAPTER; i++)
        revise (&writer, self->new_text, g_ptr_array_index (sections, first + i));
    }

  writer_clear (&writer);
  return self;
}

void
statute_free (Statute *self)
{
  g_string_free (self->old_text, TRUE);
  g_string_free (self->new_text, TRUE);
  g_free (self);
}

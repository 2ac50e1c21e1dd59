/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-anchor.h"

#include <string.h>

#include "annotation/gloss-anchor-private.h"
#include "annotation/gloss-near-match.h"

/* By how many code points the context of one place must fit better than that of the next best
 * one to decide between them: less is chance, such as a space or the end of a plural. */
#define DECISIVE_CHARS 4

/* A quotation of fewer code points is too common to be found again by itself, away from its
 * clause or on changed wording: half of its context on one side must stand there as well, and not
 * less than this of it away from its clause. */
#define TELLING_CHARS         16
#define TELLING_CONTEXT_CHARS 8

/* What is to be similar for a near match: of a long quotation three in five code points, of a
 * shorter one three in four. Shorter than the least, one letter would make another word of it. */
#define LONG_CHARS       32
#define LEAST_NEAR_CHARS 4
#define MAX_NEAR_MATCHES 8

/* The bytes that may be gone over in the search for one quotation in one clause. */
#define MAX_SEARCH_BYTES (64 * 1024 * 1024)

/* A word is not widened further than this at an end of a near match. */
#define MAX_WIDENING 32

typedef struct
{
  const GlossAnchorData *data;
  glong                  n_exact;
  glong                  n_prefix;
  glong                  n_suffix;
  gunichar              *exact;
  gunichar              *prefix;
  gunichar              *suffix;
  gboolean               context_known;
  gboolean               cuts_start; /* the quotation begins inside a word */
  gboolean               cuts_end;
} Quote;

/* The best of the places seen so far. */
typedef struct
{
  GlossClause *clause;
  guint        start;
  guint        end;
  guint        score;        /* code points of context that fit; 0 also for no place at all */
  guint        second_score; /* of the next best place */
  guint        n_places;
  gboolean     home;         /* it stands where it stood */
  gboolean     given_up;     /* not all places were looked at */
} Choice;

static gboolean
is_given (const char *string)
{
  return string != NULL && *string != '\0';
}

static gboolean
is_letter_of_word (gunichar c)
{
  if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
    return FALSE;

  /* Scripts that put no spaces between words: where a word ends can't be seen from the signs. */
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return FALSE;
    default:
      return TRUE;
    }
}

gboolean
gloss_anchor_cuts_word (gunichar before,
                        gunichar after)
{
  return is_letter_of_word (before) && is_letter_of_word (after);
}

const char *
gloss_anchor_find_words (const char *text,
                         const char *words)
{
  gsize n_bytes = strlen (words);
  const char *cut_place = NULL;
  gsize gone_over = 0;

  if (n_bytes == 0 || !g_utf8_validate (words, n_bytes, NULL))
    return NULL;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (g_utf8_next_char (at), words))
    {
      const char *end = at + n_bytes;
      gunichar last = g_utf8_get_char (g_utf8_prev_char (end));
      gunichar next = *end != '\0' ? g_utf8_get_char (end) : ' ';

      /* A letter without its accent is another letter. */
      if (!g_unichar_ismark (next))
        {
          gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

          if (!gloss_anchor_cuts_word (before, g_utf8_get_char (at)) && !gloss_anchor_cuts_word (last, next))
            return at;
          if (cut_place == NULL)
            cut_place = at;
        }

      gone_over += n_bytes;
      if (gone_over > MAX_SEARCH_BYTES)
        break;
    }

  return cut_place;
}

static gunichar *
decode (const char *string,
        glong      *n_chars)
{
  g_autofree char *valid = g_utf8_make_valid (string != NULL ? string : "", -1);

  return g_utf8_to_ucs4_fast (valid, -1, n_chars);
}

static void
quote_init (Quote                 *quote,
            const GlossAnchorData *data)
{
  quote->data = data;
  quote->exact = decode (data->exact, &quote->n_exact);
  quote->prefix = decode (data->prefix, &quote->n_prefix);
  quote->suffix = decode (data->suffix, &quote->n_suffix);
  quote->context_known = data->prefix != NULL || data->suffix != NULL;
  quote->cuts_start = quote->n_prefix > 0 && gloss_anchor_cuts_word (quote->prefix[quote->n_prefix - 1], quote->exact[0]);
  quote->cuts_end = quote->n_suffix > 0 && gloss_anchor_cuts_word (quote->exact[quote->n_exact - 1], quote->suffix[0]);
}

static void
quote_clear (Quote *quote)
{
  g_clear_pointer (&quote->exact, g_free);
  g_clear_pointer (&quote->prefix, g_free);
  g_clear_pointer (&quote->suffix, g_free);
}

/* How many code points of the context stand before and behind a place. */
typedef struct
{
  guint before;
  guint after;
} Fit;

static Fit
fit_context (const Quote    *quote,
             const gunichar *text,
             glong           n_text,
             glong           start,
             glong           end)
{
  glong n_before = 0;
  glong n_after = 0;

  while (n_before < quote->n_prefix && n_before < start &&
         quote->prefix[quote->n_prefix - 1 - n_before] == text[start - 1 - n_before])
    n_before++;
  while (n_after < quote->n_suffix && end + n_after < n_text &&
         quote->suffix[n_after] == text[end + n_after])
    n_after++;

  return (Fit) { n_before, n_after };
}

static gboolean
is_telling (const Quote *quote,
            Fit          fit,
            guint        at_least)
{
  return quote->n_exact >= TELLING_CHARS ||
         (fit.before >= at_least && 2 * fit.before >= quote->n_prefix) ||
         (fit.after >= at_least && 2 * fit.after >= quote->n_suffix);
}

/* TRUE when the letters at @start to @end are the words of the quotation, and no parts of other
 * words. */
static gboolean
are_the_words (const Quote    *quote,
               const gunichar *text,
               glong           n_text,
               glong           start,
               glong           end)
{
  if (end < n_text && g_unichar_ismark (text[end]) &&
      (quote->n_suffix == 0 || quote->suffix[0] != text[end]))
    return FALSE;

  if (!quote->context_known)
    return TRUE;

  return (quote->cuts_start || start == 0 || !gloss_anchor_cuts_word (text[start - 1], text[start])) &&
         (quote->cuts_end || end == n_text || !gloss_anchor_cuts_word (text[end - 1], text[end]));
}

static void
choice_offer (Choice      *choice,
              GlossClause *clause,
              guint        start,
              guint        end,
              guint        score,
              gboolean     home)
{
  choice->n_places++;

  if (choice->n_places == 1 || score > choice->score || (score == choice->score && home))
    {
      choice->second_score = choice->score;
      choice->score = score;
      choice->clause = clause;
      choice->start = start;
      choice->end = end;
      choice->home = home;
    }
  else if (score > choice->second_score)
    {
      choice->second_score = score;
    }
}

/* FALSE where there is no place at all. */
static gboolean
choice_decide (const Choice        *choice,
               const Quote         *quote,
               GlossPlacementState  state,
               GlossPlacement      *placement)
{
  guint n_context = quote->n_prefix + quote->n_suffix;
  gboolean decided;

  if (choice->n_places == 0)
    return FALSE;

  decided = choice->home ||
            (choice->n_places == 1 && !choice->given_up) ||
            choice->score >= choice->second_score + DECISIVE_CHARS ||
            (choice->score == n_context && choice->second_score < n_context);

  placement->state = decided ? state : GLOSS_PLACEMENT_AMBIGUOUS;
  placement->clause = decided ? choice->clause : NULL;
  placement->start = decided ? choice->start : 0;
  placement->end = decided ? choice->end : 0;

  return TRUE;
}

/* Offers the places in @clause where the quotation stands letter for letter: all of them, or those
 * that would be found nowhere by chance. */
static void
offer_exact (const Quote    *quote,
             GlossClause    *clause,
             const gunichar *text,
             glong           n_text,
             gboolean        telling_only,
             Choice         *choice)
{
  const char *utf8 = gloss_clause_get_text (clause);
  const char *counted = utf8;
  gsize n_bytes = strlen (quote->data->exact);
  gsize gone_over = 0;
  glong start = 0;

  for (const char *at = strstr (utf8, quote->data->exact);
       at != NULL;
       at = strstr (g_utf8_next_char (at), quote->data->exact))
    {
      glong end;

      start += g_utf8_pointer_to_offset (counted, at);
      counted = at;
      end = start + quote->n_exact;

      if (are_the_words (quote, text, n_text, start, end))
        {
          Fit fit = fit_context (quote, text, n_text, start, end);

          if (!telling_only || is_telling (quote, fit, TELLING_CONTEXT_CHARS))
            choice_offer (choice, clause, start, end, fit.before + fit.after, start == quote->data->start);
        }

      gone_over += n_bytes;
      if (gone_over > MAX_SEARCH_BYTES)
        {
          choice->given_up = TRUE;
          return;
        }
    }
}

/* The usual case: nothing changed. It needs no search. */
static gboolean
stands_as_it_stood (const Quote    *quote,
                    const gunichar *text,
                    glong           n_text)
{
  gint64 start = quote->data->start;
  glong end;
  Fit fit;

  if (start < 0 || start > n_text - quote->n_exact)
    return FALSE;

  end = start + quote->n_exact;
  fit = fit_context (quote, text, n_text, start, end);
  return memcmp (text + start, quote->exact, quote->n_exact * sizeof (gunichar)) == 0 &&
         are_the_words (quote, text, n_text, start, end) &&
         fit.before == quote->n_prefix && fit.after == quote->n_suffix;
}

/* A near match ends where the letters begin to differ: make whole words of it. */
static void
widen_to_words (const Quote    *quote,
                const gunichar *text,
                glong           n_text,
                guint          *start,
                guint          *end)
{
  guint first = *start;
  guint last = *end;

  while (first < last && g_unichar_isspace (text[first]) && !g_unichar_isspace (quote->exact[0]))
    first++;
  while (last > first && g_unichar_isspace (text[last - 1]) && !g_unichar_isspace (quote->exact[quote->n_exact - 1]))
    last--;
  if (first == last)
    return;

  for (int i = 0; i < MAX_WIDENING && !quote->cuts_start && first > 0 && gloss_anchor_cuts_word (text[first - 1], text[first]); i++)
    first--;
  for (int i = 0; i < MAX_WIDENING && !quote->cuts_end && last < n_text && gloss_anchor_cuts_word (text[last - 1], text[last]); i++)
    last++;
  while (last < n_text && g_unichar_ismark (text[last]))
    last++;

  *start = first;
  *end = last;
}

static void
offer_near (const Quote    *quote,
            GlossClause    *clause,
            const gunichar *text,
            glong           n_text,
            Choice         *choice)
{
  guint max_distance = quote->n_exact >= LONG_CHARS ? quote->n_exact * 2 / 5 : quote->n_exact / 4;
  glong from = 0;
  glong to = n_text;
  g_autoptr (GArray) matches = NULL;

  if (quote->n_exact < LEAST_NEAR_CHARS || quote->n_exact - (glong) max_distance > n_text)
    return;

  /* Where the whole clause is too much to go through, look around the place where it stood. */
  if (!gloss_near_match_affordable (n_text, quote->n_exact))
    {
      glong reach = GLOSS_NEAR_MATCH_BUDGET / ((quote->n_exact + 63) / 64) / 2;

      if (quote->data->start < 0 || quote->data->start > n_text || reach < quote->n_exact)
        return;

      choice->given_up = TRUE;
      from = MAX (0, quote->data->start - reach);
      to = MIN (n_text, quote->data->start + reach);
    }

  matches = gloss_near_match_find (text + from, to - from, quote->exact, quote->n_exact,
                                   max_distance, MAX_NEAR_MATCHES);
  for (guint i = 0; i < matches->len; i++)
    {
      const GlossNearMatch *match = &g_array_index (matches, GlossNearMatch, i);
      guint start = from + match->start;
      guint end = from + match->end;
      Fit fit = fit_context (quote, text, n_text, start, end);

      if (!is_telling (quote, fit, DECISIVE_CHARS))
        continue;

      widen_to_words (quote, text, n_text, &start, &end);
      choice_offer (choice, clause, start, end, fit.before + fit.after, start == quote->data->start);
    }
}

static gboolean
resolve_in_clause (const Quote    *quote,
                   GlossClause    *clause,
                   GlossPlacement *placement)
{
  glong n_text;
  g_autofree gunichar *text = decode (gloss_clause_get_text (clause), &n_text);
  Choice exact = { NULL, };
  Choice near = { NULL, };

  if (stands_as_it_stood (quote, text, n_text))
    {
      placement->state = GLOSS_PLACEMENT_PLACED;
      placement->clause = clause;
      placement->start = quote->data->start;
      placement->end = quote->data->start + quote->n_exact;
      return TRUE;
    }

  offer_exact (quote, clause, text, n_text, FALSE, &exact);
  if (exact.n_places == 0)
    offer_near (quote, clause, text, n_text, &near);

  if (!choice_decide (&exact, quote, GLOSS_PLACEMENT_PLACED, placement) &&
      !choice_decide (&near, quote, GLOSS_PLACEMENT_CHANGED, placement))
    return FALSE;

  /* Which of the places it is may be open, but not the clause. */
  placement->clause = clause;
  return TRUE;
}

static gboolean
resolve_elsewhere (const Quote    *quote,
                   GlossDocument  *document,
                   GlossClause    *not_here,
                   GlossPlacement *placement)
{
  Choice choice = { NULL, };

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      g_autofree gunichar *text = NULL;
      glong n_text;

      if (clause == not_here || strstr (gloss_clause_get_text (clause), quote->data->exact) == NULL)
        continue;

      text = decode (gloss_clause_get_text (clause), &n_text);
      offer_exact (quote, clause, text, n_text, is_given (quote->data->clause_id), &choice);
    }

  /* It is not in its clause: then nothing is where it was. */
  choice.home = FALSE;

  return choice_decide (&choice, quote, GLOSS_PLACEMENT_PLACED, placement);
}

static gboolean
is_same_work (const GlossAnchorData *data,
              GlossDocument         *document)
{
  if (is_given (data->symbol))
    return g_str_equal (data->symbol, gloss_document_get_symbol (document));

  return !is_given (data->source) || g_str_equal (data->source, gloss_document_get_iri (document));
}

static gboolean
is_same_language (const GlossAnchorData *data,
                  GlossDocument         *document)
{
  const char *language = gloss_document_get_language (document);

  return !is_given (data->language) || g_ascii_strcasecmp (data->language, "und") == 0 ||
         g_ascii_strcasecmp (language, "und") == 0 || g_ascii_strcasecmp (data->language, language) == 0;
}

GlossPlacement
gloss_anchor_resolve (GlossAnchor   *self,
                      GlossDocument *document)
{
  GlossPlacement placement = { GLOSS_PLACEMENT_NOT_FOUND, NULL, 0, 0, FALSE };
  const GlossAnchorData *data = gloss_anchor_get_data (self);
  gboolean has_phrase = gloss_anchor_has_phrase (self);
  GlossClause *clause;
  Quote quote;

  g_return_val_if_fail (self != NULL, placement);
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), placement);

  if (!is_same_work (data, document))
    return placement;

  clause = is_given (data->clause_id) ? gloss_document_find_clause (document, data->clause_id) : NULL;

  if (!has_phrase || !is_same_language (data, document))
    {
      if (clause == NULL && is_given (data->clause_id))
        return placement;

      placement.state = GLOSS_PLACEMENT_PLACED;
      placement.clause = clause;
      placement.other_language = has_phrase;
      return placement;
    }

  quote_init (&quote, data);
  if (clause == NULL || !resolve_in_clause (&quote, clause, &placement))
    resolve_elsewhere (&quote, document, clause, &placement);
  quote_clear (&quote);

  return placement;
}

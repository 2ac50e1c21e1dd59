/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-text.h"

#include <string.h>

#include "annotation/gloss-anchor-private.h"

/* The bytes of context that are looked at on each side. */
#define MAX_CONTEXT_BYTES 128

/* More places than these are no place. */
#define MAX_SITES 4000

/* A quotation of less weight than this is found in too many places by chance, unless half of its
 * context on one side, and no less than the second number, is there too. A sign of a script without
 * spaces weighs as much as some letters. */
#define TELLING_WEIGHT  16
#define TELLING_CONTEXT 8
#define SIGN_WEIGHT     3

#define NO_CHARACTER G_MAXUINT32

/* What a byte of a run was made of. */
typedef struct
{
  guint32 clause;    /* its position */
  guint32 character; /* of the text of the clause; NO_CHARACTER: of its label */
  guint32 byte;      /* at which that begins */
} Origin;

/* The text of all clauses in a row, in the form in which texts are compared. */
typedef struct
{
  GString *text;
  GArray  *origins; /* element-type Origin: for each byte */
} Run;

struct _GlossImportText
{
  GlossDocument *document;
  Run            plain;
  Run            labelled; /* the same with the labels of the clauses */

  /* For each unit, where the text of each clause begins in the text of a page; NULL: not counted
   * yet. */
  gsize         *offsets[GLOSS_OFFSET_UTF16 + 1];
};

typedef struct
{
  char  *exact;
  char  *prefix;
  char  *suffix;
  gsize  n_exact; /* bytes */
  gsize  n_prefix;
  gsize  n_suffix;
  guint  weight;
  guint  n_prefix_chars;
  guint  n_suffix_chars;
} Needle;

static gunichar
plain_quotation_mark (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ ’ ‚ ‛ ʼ ′ */
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x02bc:
    case 0x2032:
      return '\'';
    case 0x201c: /* “ ” „ ‟ « » ″ */
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
    case 0x2033:
      return '"';
    default:
      return c;
    }
}

static gboolean
is_compared (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_DASH_PUNCTUATION: /* a line may have ended at it, or it may have been added there */
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return c != 0x2212; /* − */
    }
}

/* The form in which texts are compared. */
static void
append_compared (GString  *out,
                 gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (c < 0x80)
    {
      if (g_ascii_isgraph (c) && c != '-')
        g_string_append_c (out, (char) c);
      return;
    }

  /* Before it is taken apart: ″ would become two of ′. */
  c = plain_quotation_mark (c);
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (is_compared (parts[i]))
        g_string_append_unichar (out, plain_quotation_mark (parts[i]));
    }
}

static char *
dup_compared (const char *text,
              gsize       n_bytes)
{
  GString *out = g_string_sized_new (n_bytes);
  const char *end = text + n_bytes;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    append_compared (out, g_utf8_get_char (at));

  return g_string_free (out, FALSE);
}

static void
run_append (Run        *run,
            const char *text,
            guint       clause,
            gboolean    is_label)
{
  Origin origin = { clause, is_label ? NO_CHARACTER : 0, 0 };

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      origin.byte = (guint32) (at - text);
      append_compared (run->text, g_utf8_get_char (at));
      while (run->origins->len < run->text->len)
        g_array_append_val (run->origins, origin);
      if (!is_label)
        origin.character++;
    }
}

GlossImportText *
gloss_import_text_new (GlossDocument *document)
{
  GlossImportText *self;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);

  self = g_new0 (GlossImportText, 1);
  self->document = g_object_ref (document);
  self->plain.text = g_string_new (NULL);
  self->plain.origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  self->labelled.text = g_string_new (NULL);
  self->labelled.origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      run_append (&self->plain, gloss_clause_get_text (clause), i, FALSE);
      run_append (&self->labelled, gloss_clause_get_label (clause), i, TRUE);
      run_append (&self->labelled, gloss_clause_get_text (clause), i, FALSE);
    }

  return self;
}

void
gloss_import_text_free (GlossImportText *self)
{
  g_string_free (self->plain.text, TRUE);
  g_array_unref (self->plain.origins);
  g_string_free (self->labelled.text, TRUE);
  g_array_unref (self->labelled.origins);
  for (guint i = 0; i < G_N_ELEMENTS (self->offsets); i++)
    g_free (self->offsets[i]);
  g_clear_object (&self->document);
  g_free (self);
}

GlossDocument *
gloss_import_text_get_document (GlossImportText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

static guint
weigh (const char *text)
{
  guint weight = 0;

  for (const char *at = text; *at != '\0' && weight < TELLING_WEIGHT; at = g_utf8_next_char (at))
    weight += g_unichar_iswide (g_utf8_get_char (at)) ? SIGN_WEIGHT : 1;

  return weight;
}

/* The end of @prefix (nullable), which is what stands next to the quotation. */
static char *
dup_end (const char *prefix)
{
  gsize length = prefix != NULL ? strlen (prefix) : 0;
  const char *start = prefix;

  if (length > MAX_CONTEXT_BYTES)
    {
      start = prefix + length - MAX_CONTEXT_BYTES;
      while ((*start & 0xc0) == 0x80)
        start++;
      length = strlen (start);
    }

  return dup_compared (start, length);
}

static char *
dup_beginning (const char *suffix)
{
  gsize length = suffix != NULL ? strlen (suffix) : 0;

  if (length > MAX_CONTEXT_BYTES)
    {
      length = MAX_CONTEXT_BYTES;
      while ((suffix[length] & 0xc0) == 0x80)
        length--;
    }

  return dup_compared (suffix, length);
}

static void
needle_init (Needle     *needle,
             const char *exact,
             const char *prefix,
             const char *suffix)
{
  needle->exact = dup_compared (exact, strlen (exact));
  needle->prefix = dup_end (prefix);
  needle->suffix = dup_beginning (suffix);
  needle->n_exact = strlen (needle->exact);
  needle->n_prefix = strlen (needle->prefix);
  needle->n_suffix = strlen (needle->suffix);
  needle->weight = weigh (needle->exact);
  needle->n_prefix_chars = g_utf8_strlen (needle->prefix, -1);
  needle->n_suffix_chars = g_utf8_strlen (needle->suffix, -1);
}

static void
needle_clear (Needle *needle)
{
  g_clear_pointer (&needle->exact, g_free);
  g_clear_pointer (&needle->prefix, g_free);
  g_clear_pointer (&needle->suffix, g_free);
}

/* The code points of the context that end before, begin at, a byte of the run. */
static guint
count_before (const Needle *needle,
              const Run    *run,
              gsize         start)
{
  guint n_chars = 0;

  for (gsize n = 1; n <= needle->n_prefix && n <= start; n++)
    {
      char byte = run->text->str[start - n];

      if (needle->prefix[needle->n_prefix - n] != byte)
        break;
      n_chars += (byte & 0xc0) != 0x80;
    }

  return n_chars;
}

static guint
count_after (const Needle *needle,
             const Run    *run,
             gsize         end)
{
  gsize n = 0;
  guint n_chars = 0;

  while (n < needle->n_suffix && end + n < run->text->len && needle->suffix[n] == run->text->str[end + n])
    {
      n++;
      n_chars += (needle->suffix[n] & 0xc0) != 0x80;
    }

  return n_chars;
}

/* TRUE where an end of the site goes through a word, and the context does not say so. */
static gboolean
cuts_word (const GlossImportSite *site,
           gboolean               runs_on,
           guint                  n_before,
           guint                  n_after)
{
  const char *text = gloss_clause_get_text (site->clause);
  const char *start = text + site->start_byte;
  const char *end = text + site->end_byte;

  if (start == end)
    return FALSE;

  if (start > text && n_before == 0 &&
      gloss_anchor_cuts_word (g_utf8_get_char (g_utf8_prev_char (start)), g_utf8_get_char (start)))
    return TRUE;

  return !runs_on && n_after == 0 && *end != '\0' &&
         gloss_anchor_cuts_word (g_utf8_get_char (g_utf8_prev_char (end)), g_utf8_get_char (end));
}

/* A letter whose accent is left out is another letter. */
static gboolean
leaves_accent (const Run *run,
               gsize      end)
{
  return end < run->text->len && g_unichar_ismark (g_utf8_get_char (run->text->str + end));
}

static gboolean
is_telling (const Needle *needle,
            guint         n_before,
            guint         n_after)
{
  if (needle->weight >= TELLING_WEIGHT)
    return TRUE;

  return (n_before >= TELLING_CONTEXT && 2 * n_before >= needle->n_prefix_chars) ||
         (n_after >= TELLING_CONTEXT && 2 * n_after >= needle->n_suffix_chars);
}

/* The letters of the document that the bytes from @start to @end of the run were made of. FALSE
 * where it is no place that was meant. */
static gboolean
make_site (GlossImportText *self,
           const Run       *run,
           const Needle    *needle,
           gsize            start,
           GlossImportSite *site)
{
  const Origin *origins = (const Origin *) (gpointer) run->origins->data;
  gsize end = start + needle->n_exact;
  guint n_before = count_before (needle, run, start);
  guint n_after = count_after (needle, run, end);
  gsize first = start;
  gsize last = end - 1;

  if (leaves_accent (run, end))
    return FALSE;

  while (first < last && origins[first].character == NO_CHARACTER)
    first++;
  while (last > first && origins[last].character == NO_CHARACTER)
    last--;

  *site = (GlossImportSite) {
    .clause = gloss_document_get_clause (self->document, origins[first].clause),
    .n_clauses = 1 + origins[last].clause - origins[first].clause,
    .fit = n_before + n_after,
    .telling = is_telling (needle, n_before, n_after),
  };

  if (origins[first].character != NO_CHARACTER)
    {
      const char *text = gloss_clause_get_text (site->clause);
      gboolean runs_on = site->n_clauses > 1;

      site->start = origins[first].character;
      site->start_byte = origins[first].byte;
      site->end = runs_on ? gloss_clause_get_n_chars (site->clause) : origins[last].character + 1;
      site->end_byte = runs_on ? strlen (text) : (gsize) (g_utf8_next_char (text + origins[last].byte) - text);
    }

  return !cuts_word (site, site->n_clauses > 1, n_before, n_after);
}

static gboolean
find_in_run (GlossImportText *self,
             const Run       *run,
             const Needle    *needle,
             GArray          *sites)
{
  const char *text = run->text->str;

  for (const char *at = strstr (text, needle->exact); at != NULL; at = strstr (g_utf8_next_char (at), needle->exact))
    {
      GlossImportSite site;

      if (sites->len >= 2 * MAX_SITES)
        return FALSE;
      if (make_site (self, run, needle, (gsize) (at - text), &site))
        g_array_append_val (sites, site);
    }

  return TRUE;
}

static int
compare_sites (gconstpointer a,
               gconstpointer b)
{
  const GlossImportSite *left = a;
  const GlossImportSite *right = b;
  guint left_clause = gloss_clause_get_position (left->clause);
  guint right_clause = gloss_clause_get_position (right->clause);

  if (left_clause != right_clause)
    return left_clause < right_clause ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end < right->end ? -1 : 1;
  if (left->n_clauses != right->n_clauses)
    return left->n_clauses < right->n_clauses ? -1 : 1;

  return 0;
}

/* A place that was found with and without labels is one place. */
static void
merge_sites (GArray *sites)
{
  guint n_kept = 0;

  g_array_sort (sites, compare_sites);
  for (guint i = 0; i < sites->len; i++)
    {
      GlossImportSite *site = &g_array_index (sites, GlossImportSite, i);
      GlossImportSite *before = n_kept > 0 ? &g_array_index (sites, GlossImportSite, n_kept - 1) : NULL;

      if (before != NULL && compare_sites (before, site) == 0)
        {
          before->fit = MAX (before->fit, site->fit);
          before->telling |= site->telling;
        }
      else
        {
          g_array_index (sites, GlossImportSite, n_kept++) = *site;
        }
    }

  g_array_set_size (sites, n_kept);
}

static gboolean
is_literal (const GlossImportSite *site,
            const char            *exact)
{
  gsize n_bytes = site->end_byte - site->start_byte;

  return site->n_clauses == 1 && n_bytes > 0 &&
         strncmp (gloss_clause_get_text (site->clause) + site->start_byte, exact, n_bytes) == 0 &&
         exact[n_bytes] == '\0';
}

GArray *
gloss_import_text_find (GlossImportText *self,
                        const char      *exact,
                        const char      *prefix,
                        const char      *suffix,
                        gboolean        *all)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (GlossImportSite));
  Needle needle;

  g_return_val_if_fail (self != NULL, sites);
  g_return_val_if_fail (exact != NULL, sites);
  g_return_val_if_fail (all != NULL, sites);

  *all = TRUE;
  needle_init (&needle, exact, prefix, suffix);
  if (needle.n_exact > 0)
    {
      *all = find_in_run (self, &self->plain, &needle, sites);
      *all &= find_in_run (self, &self->labelled, &needle, sites);
    }
  needle_clear (&needle);

  merge_sites (sites);
  for (guint i = 0; i < sites->len; i++)
    {
      GlossImportSite *site = &g_array_index (sites, GlossImportSite, i);

      site->literal = is_literal (site, exact);
    }

  return sites;
}

static void
count_offsets (GlossImportText *self,
               GlossOffsetUnit  unit)
{
  guint n_clauses = gloss_document_get_n_clauses (self->document);
  gsize *offsets = g_new (gsize, n_clauses);
  gsize offset = 0;

  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (self->document, i);
      const char *label = gloss_clause_get_label (clause);

      /* With the space behind the label and the end of the line. */
      if (*label != '\0')
        offset += gloss_offset_length (label, unit) + 1;
      offsets[i] = offset;
      offset += gloss_offset_length (gloss_clause_get_text (clause), unit) + 1;
    }

  self->offsets[unit] = offsets;
}

gsize
gloss_import_text_get_offset (GlossImportText       *self,
                              const GlossImportSite *site,
                              GlossOffsetUnit        unit)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (unit < G_N_ELEMENTS (self->offsets), 0);

  if (self->offsets[unit] == NULL)
    count_offsets (self, unit);

  return self->offsets[unit][gloss_clause_get_position (site->clause)] +
         gloss_offset_convert (gloss_clause_get_text (site->clause), GLOSS_OFFSET_CHARS, unit, site->start);
}

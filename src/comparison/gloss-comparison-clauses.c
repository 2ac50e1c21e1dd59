/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparison/gloss-comparison-clauses.h"

#include "comparison/gloss-numbering.h"
#include "document/gloss-numeral.h"

#include <string.h>

#define MAX_LEVELS 8

/* A clause whose text begins with a number. */
typedef struct
{
  GlossAlignClause *clause; /* NULL: there is none */
  gsize label_length;       /* bytes */
  gsize skip;               /* bytes */
  guint levels[MAX_LEVELS]; /* of 1.2.3, none of which is 0 */
  guint n_levels;           /* 0 where it is no number by levels */
} Numbered;

/* Whether it looks like a figure as well: 1.2, but not 1.- */
static gboolean
is_decimal (const char *label,
            gsize       length)
{
  return g_ascii_isdigit (*label) && memchr (label, '.', length) != NULL &&
         (g_ascii_isdigit (label[length - 1]) || label[length - 1] == '.');
}

static void
read_levels (Numbered *self)
{
  const char *text = self->clause->text;
  const char *end = text + self->label_length;

  while (text < end && self->n_levels < MAX_LEVELS)
    {
      const char *point = memchr (text, '.', (gsize) (end - text));
      gsize length = (gsize) ((point != NULL ? point : end) - text);

      self->levels[self->n_levels] = gloss_numeral_parse_arabic (text, length);
      if (self->levels[self->n_levels] == 0)
        break;
      self->n_levels++;
      text += length + 1;
    }

  if (text < end)
    self->n_levels = 0;
}

/* Whether @b is the number after @a: 1.3 or 2.1 or 1.2.1 after 1.2. */
static gboolean
follows (const Numbered *a,
         const Numbered *b)
{
  guint level = 0;

  while (level < a->n_levels && level < b->n_levels && a->levels[level] == b->levels[level])
    level++;
  if (level == b->n_levels || (level < a->n_levels && b->levels[level] != a->levels[level] + 1))
    return FALSE;

  for (level += level < a->n_levels; level < b->n_levels; level++)
    if (b->levels[level] != 1)
      return FALSE;

  return a->n_levels > 0;
}

/* Makes the number a label. */
static void
take (const Numbered *self,
      GStringChunk   *labels)
{
  GlossAlignClause *clause = self->clause;

  if (*clause->label != '\0')
    return;
  clause->label = g_string_chunk_insert_len (labels, clause->text, (gssize) self->label_length);
  clause->text += self->skip;
  clause->length -= self->skip;
  clause->hash = 0;
}

GlossAlignClause *
gloss_comparison_list_clauses (GlossDocument *document,
                               GStringChunk  *labels,
                               guint         *n_clauses)
{
  GlossAlignClause *clauses;
  Numbered last = { 0 };

  *n_clauses = gloss_document_get_n_clauses (document);
  clauses = g_new (GlossAlignClause, *n_clauses);
  for (guint i = 0; i < *n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *text = gloss_clause_get_text (clause);
      Numbered numbered = { .clause = &clauses[i] };

      clauses[i] = (GlossAlignClause) {
        .text = text,
        .length = gloss_clause_get_length (clause),
        .label = gloss_clause_get_label (clause),
        .kind = gloss_clause_get_kind (clause),
        .hash = gloss_clause_get_hash (clause),
      };
      if (*clauses[i].label == '\0')
        numbered.label_length = gloss_numbering_scan (text, clauses[i].length, &numbered.skip);
      if (numbered.label_length == 0)
        continue;

      if (!is_decimal (text, numbered.label_length))
        {
          take (&numbered, labels);
          continue;
        }
      read_levels (&numbered);
      if (last.clause != NULL && follows (&last, &numbered))
        {
          take (&last, labels);
          take (&numbered, labels);
        }
      last = numbered;
    }

  return clauses;
}

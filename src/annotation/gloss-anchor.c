/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-anchor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "annotation/gloss-anchor-private.h"

struct _GlossAnchor
{
  GlossAnchorData data;
};

G_DEFINE_BOXED_TYPE (GlossAnchor, gloss_anchor, gloss_anchor_ref, gloss_anchor_unref)

static const char *const state_nicks[] = {
  [GLOSS_PLACEMENT_PLACED] = "placed",
  [GLOSS_PLACEMENT_CHANGED] = "changed",
  [GLOSS_PLACEMENT_AMBIGUOUS] = "ambiguous",
  [GLOSS_PLACEMENT_NOT_FOUND] = "not-found",
};

static void
describe_document (GlossAnchorData *data,
                   GlossDocument   *document,
                   GlossClause     *clause)
{
  data->symbol = gloss_document_get_symbol (document);
  data->language = gloss_document_get_language (document);
  data->source = gloss_document_get_iri (document);
  data->clause_id = clause != NULL ? gloss_clause_get_id (clause) : NULL;
  data->start = -1;
  data->end = -1;
}

/* The strings of an anchor stand behind it: there are many anchors. */
GlossAnchor *
gloss_anchor_new (const GlossAnchorData *data)
{
  const char *strings[] = {
    data->symbol, data->language, data->source, data->clause_id, data->exact, data->prefix, data->suffix,
  };
  const char *copies[G_N_ELEMENTS (strings)];
  gboolean has_range = data->start >= 0 && data->end > data->start;
  gsize size = sizeof (GlossAnchor);
  GlossAnchor *self;
  char *at;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    size += strings[i] != NULL ? strlen (strings[i]) + 1 : 0;

  self = g_atomic_rc_box_alloc (size);
  at = (char *) (self + 1);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      copies[i] = strings[i] != NULL ? at : NULL;
      if (strings[i] != NULL)
        at = stpcpy (at, strings[i]) + 1;
    }

  self->data = (GlossAnchorData) {
    .symbol = copies[0],
    .language = copies[1],
    .source = copies[2],
    .clause_id = copies[3],
    .exact = copies[4],
    .prefix = copies[5],
    .suffix = copies[6],
    .start = has_range ? data->start : -1,
    .end = has_range ? data->end : -1,
  };

  return self;
}

GlossAnchor *
gloss_anchor_new_for_clause (GlossDocument *document,
                             GlossClause   *clause)
{
  GlossAnchorData data = { NULL, };

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (clause == NULL || GLOSS_IS_CLAUSE (clause), NULL);

  describe_document (&data, document, clause);
  return gloss_anchor_new (&data);
}

GlossAnchor *
gloss_anchor_new_for_phrase (GlossDocument *document,
                             GlossClause   *clause,
                             guint          start,
                             guint          end)
{
  GlossAnchorData data = { NULL, };
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  const char *text;
  guint n_chars;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GLOSS_IS_CLAUSE (clause), NULL);
  n_chars = gloss_clause_get_n_chars (clause);
  g_return_val_if_fail (start < end && end <= n_chars, NULL);

  text = gloss_clause_get_text (clause);
  exact = g_utf8_substring (text, start, end);
  prefix = g_utf8_substring (text, start - MIN (start, GLOSS_ANCHOR_CONTEXT_CHARS), start);
  suffix = g_utf8_substring (text, end, end + MIN (n_chars - end, GLOSS_ANCHOR_CONTEXT_CHARS));

  describe_document (&data, document, clause);
  data.exact = exact;
  data.prefix = prefix;
  data.suffix = suffix;
  data.start = start;
  data.end = end;

  return gloss_anchor_new (&data);
}

GlossAnchor *
gloss_anchor_new_for_quote (GlossDocument  *document,
                            GlossClause    *clause,
                            const char     *quote,
                            GError        **error)
{
  const char *text;
  const char *place;
  guint start;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GLOSS_IS_CLAUSE (clause), NULL);
  g_return_val_if_fail (quote != NULL, NULL);

  text = gloss_clause_get_text (clause);
  place = gloss_anchor_find_words (text, quote);
  if (place == NULL)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
                   _("The words “%s” do not stand in %s"), quote, gloss_clause_get_citation (clause));
      return NULL;
    }

  start = g_utf8_pointer_to_offset (text, place);
  return gloss_anchor_new_for_phrase (document, clause, start, start + g_utf8_strlen (quote, -1));
}

GlossAnchor *
gloss_anchor_ref (GlossAnchor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gloss_anchor_unref (GlossAnchor *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

gboolean
gloss_anchor_equal (GlossAnchor *self,
                    GlossAnchor *other)
{
  const GlossAnchorData *a = &self->data;
  const GlossAnchorData *b = &other->data;

  return g_strcmp0 (a->symbol, b->symbol) == 0 &&
         g_strcmp0 (a->language, b->language) == 0 &&
         g_strcmp0 (a->source, b->source) == 0 &&
         g_strcmp0 (a->clause_id, b->clause_id) == 0 &&
         g_strcmp0 (a->exact, b->exact) == 0 &&
         g_strcmp0 (a->prefix, b->prefix) == 0 &&
         g_strcmp0 (a->suffix, b->suffix) == 0 &&
         a->start == b->start &&
         a->end == b->end;
}

const GlossAnchorData *
gloss_anchor_get_data (GlossAnchor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->data;
}

gboolean
gloss_anchor_has_phrase (GlossAnchor *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->data.exact != NULL && *self->data.exact != '\0';
}

const char *
gloss_placement_state_to_string (GlossPlacementState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_nicks), NULL);

  return state_nicks[state];
}

char *
gloss_anchor_dup_quotation (GlossAnchor   *self,
                            GlossDocument *document)
{
  GlossClause *clause;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (document == NULL || GLOSS_IS_DOCUMENT (document), NULL);

  if (gloss_anchor_has_phrase (self))
    return g_strdup (self->data.exact);

  clause = document != NULL ? gloss_anchor_resolve (self, document).clause : NULL;
  return g_strdup (clause != NULL ? gloss_clause_get_text (clause) : "");
}

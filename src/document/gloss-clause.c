/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-clause.h"

#include <string.h>

#include "document/gloss-citation.h"
#include "document/gloss-clause-private.h"
#include "document/gloss-eight-bytes.h"

/* How much memory the strings of a document take at a time, in bytes. */
#define STRINGS_BLOCK (32 * 1024)

struct _GlossClauseStrings
{
  GMutex mutex; /* for the chunk, once the document is made */
  GStringChunk *chunk;
  char *texts; /* (nullable) */
  char *symbol; /* (nullable): what citations by position begin with */
  GHashTable *remarks; /* (nullable): clause -> remark, for few have any */
};

struct _GlossClause
{
  GObject            parent_instance;

  GlossClauseStrings *strings; /* where the following stand */
  const char        *id;
  const char        *label;
  const char        *text;
  const char        *citation; /* NULL: by position, and not asked for yet */
  guint64            hash;     /* of the text */
  guint              length;   /* of it, in bytes */
  guint              n_chars;
  guint              position;
  guint              depth : 16;
  GlossClauseKind    kind : 8;
  GlossConfirmation  confirmation : 8;
};

G_DEFINE_FINAL_TYPE (GlossClause, gloss_clause, G_TYPE_OBJECT)

static const char *const kind_nicks[] = {
  [GLOSS_CLAUSE_MASTHEAD] = "masthead",
  [GLOSS_CLAUSE_TITLE] = "title",
  [GLOSS_CLAUSE_ANNEX] = "annex",
  [GLOSS_CLAUSE_FORMULA] = "formula",
  [GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH] = "preambular-paragraph",
  [GLOSS_CLAUSE_SECTION] = "section",
  [GLOSS_CLAUSE_PARAGRAPH] = "paragraph",
  [GLOSS_CLAUSE_ITEM] = "item",
  [GLOSS_CLAUSE_SUBITEM] = "subitem",
  [GLOSS_CLAUSE_NOTE] = "note",
  [GLOSS_CLAUSE_SIGNATURE] = "signature",
};

/* The code points of a valid text: its bytes but for those that go on with one. */
static guint
count_chars (const char *text,
             gsize       length)
{
  guint n_chars = (guint) length;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 eight = gloss_eight_load (text + i);

      if ((eight & GLOSS_EIGHT_HIGHS) != 0)
        n_chars -= gloss_eight_count (eight & ~(eight << 1) & GLOSS_EIGHT_HIGHS);
    }
  for (; i < length; i++)
    n_chars -= (text[i] & 0xc0) == 0x80;

  return n_chars;
}

static void
gloss_clause_finalize (GObject *object)
{
  GlossClause *self = GLOSS_CLAUSE (object);

  g_clear_pointer (&self->strings, gloss_clause_strings_unref);

  G_OBJECT_CLASS (gloss_clause_parent_class)->finalize (object);
}

static void
gloss_clause_class_init (GlossClauseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_clause_finalize;
}

static void
gloss_clause_init (GlossClause *self)
{
}

static void
gloss_clause_strings_clear (gpointer data)
{
  GlossClauseStrings *self = data;

  g_mutex_clear (&self->mutex);
  g_string_chunk_free (self->chunk);
  g_free (self->texts);
  g_free (self->symbol);
  g_clear_pointer (&self->remarks, g_hash_table_unref);
}

GlossClauseStrings *
gloss_clause_strings_new (void)
{
  GlossClauseStrings *self = g_atomic_rc_box_new0 (GlossClauseStrings);

  g_mutex_init (&self->mutex);
  self->chunk = g_string_chunk_new (STRINGS_BLOCK);
  return self;
}

void
gloss_clause_strings_unref (GlossClauseStrings *self)
{
  g_atomic_rc_box_release_full (self, gloss_clause_strings_clear);
}

void
gloss_clause_strings_take (GlossClauseStrings *self,
                           char               *texts)
{
  g_assert (self->texts == NULL);

  self->texts = texts;
}

void
gloss_clause_strings_set_symbol (GlossClauseStrings *self,
                                 const char         *symbol)
{
  g_set_str (&self->symbol, symbol);
}

static void
set_remark (GlossClause *self,
            const char  *remark)
{
  GlossClauseStrings *strings = self->strings;

  if (strings->remarks == NULL)
    strings->remarks = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (strings->remarks, self, g_string_chunk_insert (strings->chunk, remark));
}

GlossClause *
gloss_clause_new (const GlossClauseData *data,
                  const char            *id,
                  guint                  position,
                  GlossClauseStrings    *strings)
{
  GlossClause *self = g_object_new (GLOSS_TYPE_CLAUSE, NULL);
  const char *text = data->text != NULL ? data->text : "";
  gsize length = strlen (text);

  self->strings = g_atomic_rc_box_acquire (strings);
  self->id = g_string_chunk_insert (strings->chunk, id);
  self->label = data->label != NULL ? g_string_chunk_insert (strings->chunk, data->label) : "";
  self->text = data->taken ? text : g_string_chunk_insert_len (strings->chunk, text, (gssize) length);
  if (data->remark != NULL && *data->remark != '\0')
    set_remark (self, data->remark);
  self->kind = data->kind;
  self->depth = MIN (data->depth, G_MAXUINT16);
  self->confirmation = data->confirmation;
  self->position = position;
  self->length = (guint) length;
  self->n_chars = count_chars (text, length);
  self->hash = gloss_eight_hash (text, length);

  return self;
}

void
gloss_clause_set_citation (GlossClause *self,
                           const char  *citation,
                           gsize        length)
{
  self->citation = g_string_chunk_insert_len (self->strings->chunk, citation, (gssize) length);
}

const char *
gloss_clause_get_id (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), NULL);

  return self->id;
}

const char *
gloss_clause_get_label (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), NULL);

  return self->label;
}

GlossClauseKind
gloss_clause_get_kind (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), GLOSS_CLAUSE_PARAGRAPH);

  return self->kind;
}

guint
gloss_clause_get_depth (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), 0);

  return self->depth;
}

guint
gloss_clause_get_position (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), 0);

  return self->position;
}

const char *
gloss_clause_get_text (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), NULL);

  return self->text;
}

guint
gloss_clause_get_length (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), 0);

  return self->length;
}

guint64
gloss_clause_get_hash (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), 0);

  return self->hash;
}

guint
gloss_clause_get_n_chars (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), 0);

  return self->n_chars;
}

static const char *
make_citation (GlossClause *self)
{
  GlossClauseStrings *strings = self->strings;
  g_autoptr (GString) citation = g_string_new (strings->symbol);
  char *made;

  gloss_citation_append_position (citation, self->position);

  g_mutex_lock (&strings->mutex);
  if (self->citation == NULL)
    {
      made = g_string_chunk_insert_len (strings->chunk, citation->str, (gssize) citation->len);
      g_atomic_pointer_set (&self->citation, made);
    }
  g_mutex_unlock (&strings->mutex);

  return self->citation;
}

const char *
gloss_clause_get_citation (GlossClause *self)
{
  const char *citation;

  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), NULL);

  citation = g_atomic_pointer_get (&self->citation);
  return citation != NULL ? citation : make_citation (self);
}

GlossConfirmation
gloss_clause_get_confirmation (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), GLOSS_CONFIRMATION_UNSTATED);

  return self->confirmation;
}

const char *
gloss_clause_get_remark (GlossClause *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE (self), NULL);

  return self->strings->remarks != NULL ? g_hash_table_lookup (self->strings->remarks, self) : NULL;
}

const char *
gloss_clause_kind_to_string (GlossClauseKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_nicks), "paragraph");

  return kind_nicks[kind];
}

gboolean
gloss_clause_kind_from_string (const char      *string,
                               GlossClauseKind *kind)
{
  g_return_val_if_fail (string != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_nicks); i++)
    {
      if (g_str_equal (kind_nicks[i], string))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-meta.h"

#include "document/gloss-akn-prose.h"
#include "document/gloss-akn-vocabulary.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uloc.h>

typedef struct
{
  char          *id;     /* of the note itself, or NULL */
  char          *target; /* the id of the clause, or NULL: on the whole document */
  GString       *text;   /* its paragraphs, with an empty line between */
  gboolean       is_used;
} Note;

struct _GlossAknMeta
{
  guint          n_metas;   /* how many were begun */
  guint          depth;     /* within <meta> */
  gboolean       in_work;
  gboolean       in_expression;

  char          *symbol;
  char          *iri;
  char          *title;
  char          *short_title;
  char          *date;
  char          *language;  /* as the text says it */
  char          *iso639;    /* as <meta> says it */

  GPtrArray     *notes;     /* element-type Note */
  GHashTable    *ids;       /* id of a note -> Note */
  GHashTable    *targets;   /* id of a clause -> Note */
  GHashTable    *states;    /* id of a clause -> GlossConfirmation */
  Note          *note;      /* the one that is being read, or NULL */
  guint          note_depth;
  GlossAknProse  prose;     /* the paragraph that is being read */
};

static const char *const confirmations[] = {
  [GLOSS_CONFIRMATION_UNSTATED] = NULL,
  [GLOSS_CONFIRMATION_CONFIRMED] = "confirmed",
  [GLOSS_CONFIRMATION_PARTIAL] = "confirmed-in-part",
  [GLOSS_CONFIRMATION_TRANSCRIBED] = "transcribed",
};

static void
free_note (gpointer data)
{
  Note *note = data;

  g_free (note->id);
  g_free (note->target);
  g_string_free (note->text, TRUE);
  g_free (note);
}

/* "#annex__para_2" -> "annex__para_2"; NULL where @reference is none into this file. */
static char *
parse_reference (const char *reference)
{
  return reference != NULL && reference[0] == '#' && reference[1] != '\0' ? g_strdup (reference + 1) : NULL;
}

/* A date, or the date of a date and time; NULL for anything else. */
static char *
parse_date (const char *text)
{
  static const char pattern[] = "0000-00-00";

  for (gsize i = 0; i < strlen (pattern); i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return NULL;
    }

  if (!g_date_valid_dmy (atoi (text + strlen ("0000-00-")), atoi (text + strlen ("0000-")), atoi (text)))
    return NULL;

  return g_strndup (text, strlen (pattern));
}

/* The first value that is given counts. */
static void
set_once (char **field,
          char  *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

/* BCP 47 writes two letters where ISO 639 has them; the codes for bibliographies are no others. */
static char *
find_language_tag (const char *iso639)
{
  static const struct
  {
    const char *bibliographic;
    const char *tag;
  } codes[] = {
    { "alb", "sq" }, { "arm", "hy" }, { "baq", "eu" }, { "bur", "my" }, { "chi", "zh" }, { "cze", "cs" }, { "dut", "nl" },
    { "fre", "fr" }, { "geo", "ka" }, { "ger", "de" }, { "gre", "el" }, { "ice", "is" }, { "mac", "mk" }, { "mao", "mi" },
    { "may", "ms" }, { "per", "fa" }, { "rum", "ro" }, { "slo", "sk" }, { "tib", "bo" }, { "wel", "cy" },
  };
  char tag[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_ascii_strcasecmp (codes[i].bibliographic, iso639) == 0)
        return g_strdup (codes[i].tag);
    }

  uloc_toLanguageTag (iso639, tag, sizeof tag, FALSE, &status);
  return U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING ? g_strdup (tag) : g_strdup (iso639);
}

static void
read_alias (GlossAknMeta             *self,
            const GlossAknAttributes *attributes)
{
  g_autofree char *name = gloss_akn_attributes_get (attributes, NULL, "name");
  char *value = gloss_akn_attributes_get (attributes, NULL, "value");

  if (g_strcmp0 (name, "symbol") == 0 && value != NULL && *g_strstrip (value) != '\0')
    set_once (&self->symbol, value);
  else if (g_strcmp0 (name, "iri") == 0)
    set_once (&self->iri, value);
  else if (g_strcmp0 (name, "title") == 0)
    set_once (&self->title, value);
  else if (g_strcmp0 (name, "shortTitle") == 0)
    set_once (&self->short_title, value);
  else
    g_free (value);
}

static void
read_confirmation (GlossAknMeta             *self,
                   const GlossAknAttributes *attributes)
{
  g_autofree char *href = gloss_akn_attributes_get (attributes, NULL, "href");
  g_autofree char *state = gloss_akn_attributes_get (attributes, NULL, "state");
  g_autofree char *id = parse_reference (href);

  for (guint i = 1; id != NULL && i < G_N_ELEMENTS (confirmations); i++)
    {
      if (g_strcmp0 (confirmations[i], state) == 0)
        {
          g_hash_table_insert (self->states, g_steal_pointer (&id), GUINT_TO_POINTER (i));
          return;
        }
    }
}

static void
begin_note (GlossAknMeta             *self,
            const GlossAknAttributes *attributes)
{
  g_autofree char *base = gloss_akn_attributes_get (attributes, NULL, "placementBase");
  Note *note = g_new0 (Note, 1);

  note->id = gloss_akn_attributes_get (attributes, NULL, "eId");
  if (note->id == NULL)
    note->id = gloss_akn_attributes_get (attributes, NULL, "id");
  note->target = parse_reference (base);
  note->text = g_string_new (NULL);
  g_ptr_array_add (self->notes, note);

  if (note->id != NULL && !g_hash_table_contains (self->ids, note->id))
    g_hash_table_insert (self->ids, note->id, note);

  self->note = note;
  self->note_depth = self->depth;
}

static void
end_paragraph (GlossAknMeta *self)
{
  g_autofree char *text = gloss_akn_prose_steal (&self->prose);

  if (*text == '\0')
    return;

  if (self->note->text->len > 0)
    g_string_append (self->note->text, "\n\n");
  g_string_append (self->note->text, text);
}

/* A second note on the same clause is added to the first. */
static void
end_note (GlossAknMeta *self)
{
  Note *note = self->note;

  end_paragraph (self);
  self->note = NULL;

  if (note->target != NULL && note->text->len > 0)
    {
      Note *first = g_hash_table_lookup (self->targets, note->target);

      if (first == NULL)
        g_hash_table_insert (self->targets, note->target, note);
      else
        g_string_append_printf (first->text, "\n\n%s", note->text->str);
    }
}

char *
gloss_akn_attributes_get (const GlossAknAttributes *self,
                          const char               *uri,
                          const char               *name)
{
  for (int i = 0; i < self->n; i++)
    {
      const guchar **attribute = self->values + 5 * i;

      if (g_str_equal ((const char *) attribute[0], name) && g_strcmp0 ((const char *) attribute[2], uri) == 0)
        return g_strndup ((const char *) attribute[3], attribute[4] - attribute[3]);
    }

  return NULL;
}

GlossAknMeta *
gloss_akn_meta_new (void)
{
  GlossAknMeta *self = g_new0 (GlossAknMeta, 1);

  self->notes = g_ptr_array_new_with_free_func (free_note);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->targets = g_hash_table_new (g_str_hash, g_str_equal);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
gloss_akn_meta_free (GlossAknMeta *self)
{
  if (self == NULL)
    return;

  g_free (self->symbol);
  g_free (self->iri);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->date);
  g_free (self->language);
  g_free (self->iso639);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->states);
  g_ptr_array_unref (self->notes);
  gloss_akn_prose_clear (&self->prose);
  g_free (self);
}

void
gloss_akn_meta_start_element (GlossAknMeta             *self,
                              const char               *name,
                              const char               *uri,
                              const GlossAknAttributes *attributes,
                              gboolean                  exact)
{
  if (self->depth++ == 0)
    {
      self->n_metas++;
      return;
    }

  if (self->note != NULL)
    {
      const GlossAknElement *element = gloss_akn_vocabulary_find (name);

      if (element != NULL && element->class_ == GLOSS_AKN_LINE_BREAK)
        gloss_akn_prose_add_line (&self->prose, exact);
      else if (element != NULL)
        end_paragraph (self);
    }
  else if (g_strcmp0 (uri, GLOSS_AKN_OWN_NAMESPACE) == 0)
    {
      if (g_str_equal (name, "confirmation"))
        read_confirmation (self, attributes);
    }
  else if (g_str_equal (name, "note"))
    begin_note (self, attributes);
  else if (self->n_metas > 1)
    return;
  else if (g_str_equal (name, "FRBRWork"))
    self->in_work = TRUE;
  else if (g_str_equal (name, "FRBRExpression"))
    self->in_expression = TRUE;
  else if (!self->in_work && !self->in_expression)
    return;
  else if (g_str_equal (name, "FRBRalias"))
    read_alias (self, attributes);
  else if (g_str_equal (name, "FRBRdate"))
    {
      g_autofree char *date = gloss_akn_attributes_get (attributes, NULL, "date");
      g_autofree char *what = gloss_akn_attributes_get (attributes, NULL, "name");

      if (date != NULL && g_strcmp0 (what, "unknown") != 0)
        set_once (&self->date, parse_date (date));
    }
  else if (self->in_expression && g_str_equal (name, "FRBRlanguage"))
    set_once (&self->iso639, gloss_akn_attributes_get (attributes, NULL, "language"));
}

void
gloss_akn_meta_end_element (GlossAknMeta *self,
                            const char   *name)
{
  self->depth--;

  if (self->note != NULL)
    {
      if (self->depth < self->note_depth)
        end_note (self);
      else if (gloss_akn_vocabulary_find (name) != NULL &&
               gloss_akn_vocabulary_find (name)->class_ != GLOSS_AKN_LINE_BREAK)
        end_paragraph (self);
    }
  else if (g_str_equal (name, "FRBRWork"))
    self->in_work = FALSE;
  else if (g_str_equal (name, "FRBRExpression"))
    self->in_expression = FALSE;
}

void
gloss_akn_meta_add_text (GlossAknMeta *self,
                         const char   *text,
                         gsize         length,
                         gboolean      exact)
{
  if (self->note != NULL)
    gloss_akn_prose_append (&self->prose, text, length, exact);
}

void
gloss_akn_meta_set_language (GlossAknMeta *self,
                             const char   *language)
{
  if (*language != '\0')
    set_once (&self->language, g_strdup (language));
}

char *
gloss_akn_meta_steal_note (GlossAknMeta *self,
                           const char   *id)
{
  Note *note = g_hash_table_lookup (self->ids, id);

  if (note == NULL || note->is_used || note->target != NULL || note->text->len == 0)
    return NULL;

  note->is_used = TRUE;
  return g_strdup (note->text->str);
}

void
gloss_akn_meta_build (GlossAknMeta         *self,
                      GlossDocumentBuilder *builder,
                      const char           *symbol,
                      const char           *title)
{
  g_autoptr (GString) remark = g_string_new (NULL);
  g_autofree char *language = NULL;

  if (self->language != NULL)
    language = g_strdup (self->language);
  else if (self->iso639 != NULL && *self->iso639 != '\0')
    language = find_language_tag (self->iso639);

  for (guint i = 0; i < self->notes->len; i++)
    {
      Note *note = g_ptr_array_index (self->notes, i);

      if (note->target != NULL || note->is_used || note->text->len == 0)
        continue;
      if (remark->len > 0)
        g_string_append (remark, "\n\n");
      g_string_append (remark, note->text->str);
    }

  gloss_document_builder_set_symbol (builder, self->symbol != NULL ? self->symbol : symbol);
  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_set_iri (builder, self->iri);
  gloss_document_builder_set_title (builder, self->title != NULL ? self->title : title);
  gloss_document_builder_set_short_title (builder, self->short_title);
  gloss_document_builder_set_date (builder, self->date);
  gloss_document_builder_set_remark (builder, remark->str);
}

char *
gloss_akn_meta_dup_remark (GlossAknMeta *self,
                           const char   *id)
{
  Note *note = g_hash_table_lookup (self->targets, id);

  return note != NULL ? g_strdup (note->text->str) : NULL;
}

GlossConfirmation
gloss_akn_meta_get_confirmation (GlossAknMeta *self,
                                 const char   *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->states, id));
}

const char *
gloss_akn_confirmation_to_string (GlossConfirmation confirmation)
{
  g_return_val_if_fail ((guint) confirmation < G_N_ELEMENTS (confirmations), NULL);

  return confirmations[confirmation];
}

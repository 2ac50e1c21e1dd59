/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-vocabulary-change.h"

#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-tag.h"

/* (nullable) JSON values. */
typedef struct
{
  char *before;
  char *after;
} Side;

struct _GlossVocabularyChange
{
  GHashTable *sides; /* tag -> Side */
};

static void
free_side (gpointer data)
{
  Side *side = data;

  g_free (side->before);
  g_free (side->after);
  g_free (side);
}

static GlossVocabularyChange *
new_change (void)
{
  GlossVocabularyChange *self = g_new0 (GlossVocabularyChange, 1);

  self->sides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_side);
  return self;
}

void
gloss_vocabulary_change_free (GlossVocabularyChange *self)
{
  g_hash_table_unref (self->sides);
  g_free (self);
}

/* What is said of @tag after the change, so far. */
static const char *
get_after (GlossVocabularyChange *self,
           GlossVocabulary       *vocabulary,
           const char            *tag)
{
  Side *side = g_hash_table_lookup (self->sides, tag);

  return side != NULL ? side->after : gloss_vocabulary_get_record (vocabulary, tag);
}

static void
set_after (GlossVocabularyChange *self,
           GlossVocabulary       *vocabulary,
           const char            *tag,
           const char            *after)
{
  Side *side = g_hash_table_lookup (self->sides, tag);

  if (side == NULL)
    {
      side = g_new0 (Side, 1);
      side->before = g_strdup (gloss_vocabulary_get_record (vocabulary, tag));
      g_hash_table_insert (self->sides, g_strdup (tag), side);
    }

  g_set_str (&side->after, after);
}

GlossVocabularyChange *
gloss_vocabulary_change_new_describe (GlossVocabulary  *vocabulary,
                                      const char       *tag,
                                      const GlossColor *color,
                                      const char       *description)
{
  GlossVocabularyChange *self = new_change ();
  const char *before = gloss_vocabulary_get_record (vocabulary, tag);
  GlossJsonText record = { NULL, 0 };
  g_autoptr (GlossJsonEdit) edit = NULL;
  g_autofree char *valid = g_utf8_make_valid (description != NULL ? description : "", -1);
  g_autofree char *after = NULL;

  if (before != NULL)
    record = gloss_json_text_for (before);
  edit = gloss_json_edit_new (before != NULL ? &record : NULL);
  gloss_json_edit_set_string (edit, "color", color != NULL ? gloss_color_to_string (*color) : NULL);
  gloss_json_edit_set_string (edit, "description", valid);

  after = gloss_json_edit_is_empty (edit) ? NULL : gloss_json_edit_to_text (edit);
  if (g_strcmp0 (before, after) != 0)
    set_after (self, vocabulary, tag, after);

  return self;
}

GlossVocabularyChange *
gloss_vocabulary_change_new_rename (GlossVocabulary *vocabulary,
                                    const char      *tag,
                                    const char      *new_name)
{
  GlossVocabularyChange *self = new_change ();
  g_autoptr (GPtrArray) tags = gloss_vocabulary_dup_tags (vocabulary);

  if (g_strcmp0 (tag, new_name) == 0)
    return self;

  /* First all of them go, for the new name of one may be the old name of another. */
  for (guint i = 0; i < tags->len; i++)
    if (gloss_tag_is_within (g_ptr_array_index (tags, i), tag))
      set_after (self, vocabulary, g_ptr_array_index (tags, i), NULL);

  for (guint i = 0; new_name != NULL && i < tags->len; i++)
    {
      const char *from = g_ptr_array_index (tags, i);
      g_autofree char *to = gloss_tag_dup_moved (from, tag, new_name);

      if (to != NULL && get_after (self, vocabulary, to) == NULL)
        set_after (self, vocabulary, to, gloss_vocabulary_get_record (vocabulary, from));
    }

  return self;
}

gboolean
gloss_vocabulary_change_is_empty (GlossVocabularyChange *self)
{
  return g_hash_table_size (self->sides) == 0;
}

gboolean
gloss_vocabulary_change_make (GlossVocabularyChange  *self,
                              GlossVocabulary        *vocabulary,
                              gboolean                forwards,
                              GError                **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer tag;
  Side *side;

  g_hash_table_iter_init (&iter, self->sides);
  while (g_hash_table_iter_next (&iter, &tag, (gpointer *) &side))
    if (g_strcmp0 (gloss_vocabulary_get_record (vocabulary, tag), forwards ? side->before : side->after) == 0)
      g_hash_table_insert (records, tag, forwards ? side->after : side->before);

  return gloss_vocabulary_set_records (vocabulary, records, error);
}

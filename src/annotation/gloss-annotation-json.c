/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-json.h"

#include <string.h>

#include "annotation/gloss-annotation-json-private.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-annotation-target.h"
#include "annotation/gloss-json-edit.h"

G_DEFINE_QUARK (gloss-annotation-error-quark, gloss_annotation_error)

/* What a body is to Glossator. */
typedef enum
{
  BODY_OTHER, /* kept as it is */
  BODY_NOTE,
  BODY_TAG,
} BodyKind;

/* The members of a record that Glossator understands. */
typedef struct
{
  GlossJsonText id;
  GlossJsonText type;
  GlossJsonText motivation;
  GlossJsonText created;
  GlossJsonText modified;
  GlossJsonText creator;
  GlossJsonText body;
  GlossJsonText body_value;
  GlossJsonText target;
} Members;

static void
members_find (Members             *members,
              const GlossJsonText *record)
{
  static const char *const names[] = {
    "id", "type", "motivation", "created", "modified", "creator", "body", "bodyValue", "target", NULL,
  };
  GlossJsonText values[G_N_ELEMENTS (names) - 1];

  gloss_json_text_get_members (record, names, values);
  *members = (Members) {
    .id = values[0],
    .type = values[1],
    .motivation = values[2],
    .created = values[3],
    .modified = values[4],
    .creator = values[5],
    .body = values[6],
    .body_value = values[7],
    .target = values[8],
  };
}

/* In the Web Annotation model, a body without a purpose of its own has that of the annotation. */
static BodyKind
classify_body (const GlossJsonText *body,
               const GlossJsonText *motivation)
{
  static const char *const purposes_of_others[] = { "classifying", "identifying", "highlighting", "linking" };
  GlossJsonText members[3];
  const GlossJsonText *value = &members[0];
  const GlossJsonText *type = &members[1];
  const GlossJsonText *purpose = &members[2];

  gloss_json_text_get_members (body, (const char *[]) { "value", "type", "purpose", NULL }, members);
  if (!gloss_json_text_is_string (value))
    return BODY_OTHER;
  if (type->length > 0 && !gloss_json_text_includes (type, "TextualBody"))
    return BODY_OTHER;

  if (purpose->length == 0)
    return gloss_json_text_includes (motivation, "tagging") ? BODY_TAG : BODY_NOTE;

  if (gloss_json_text_includes (purpose, "tagging"))
    return BODY_TAG;
  for (guint i = 0; i < G_N_ELEMENTS (purposes_of_others); i++)
    {
      if (gloss_json_text_includes (purpose, purposes_of_others[i]))
        return BODY_OTHER;
    }

  return BODY_NOTE;
}

/* Where the note is among the bodies: in the first text that is a note, else in the first body
 * that is a mere string. Returns how many there are that could be it. */
static guint
find_note (const Members *members,
           GlossJsonText *note)
{
  GlossJsonIter iter;
  GlossJsonText body;
  guint n_texts = 0;
  guint n_strings = 0;

  gloss_json_iter_init_list (&iter, &members->body);
  while (gloss_json_iter_next (&iter, NULL, &body))
    {
      gboolean is_text = classify_body (&body, &members->motivation) == BODY_NOTE;
      gboolean is_string = gloss_json_text_is_string (&body);

      if ((is_text && n_texts == 0) || (is_string && n_texts == 0 && n_strings == 0))
        *note = body;
      n_texts += is_text;
      n_strings += is_string;
    }

  return n_texts + n_strings;
}

static char *
read_note (const Members *members)
{
  GlossJsonText note;

  if (find_note (members, &note) == 0)
    return gloss_json_text_dup_string (&members->body_value);
  if (gloss_json_text_is_string (&note))
    return gloss_json_text_dup_string (&note);

  return gloss_json_text_dup_member (&note, "value");
}

static GStrv
read_tags (const Members *members)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  GlossJsonIter iter;
  GlossJsonText body;

  gloss_json_iter_init_list (&iter, &members->body);
  while (gloss_json_iter_next (&iter, NULL, &body))
    {
      if (classify_body (&body, &members->motivation) == BODY_TAG)
        g_ptr_array_add (tags, gloss_json_text_dup_member (&body, "value"));
    }

  return gloss_tags_normalize ((const char * const *) tags->pdata);
}

static char *
read_author (const Members *members)
{
  GlossJsonIter iter;
  GlossJsonText creator;

  gloss_json_iter_init_list (&iter, &members->creator);
  while (gloss_json_iter_next (&iter, NULL, &creator))
    {
      static const char *const names[] = { "name", "nickname", "id" };
      GlossJsonText name;

      if (gloss_json_text_is_string (&creator))
        return gloss_json_text_dup_string (&creator);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          if (gloss_json_text_get_member (&creator, names[i], &name))
            {
              GlossJsonIter name_iter;
              GlossJsonText first;

              gloss_json_iter_init_list (&name_iter, &name);
              if (gloss_json_iter_next (&name_iter, NULL, &first) && gloss_json_text_is_string (&first))
                return gloss_json_text_dup_string (&first);
            }
        }
    }

  return NULL;
}

/* All but the id. */
static void
read_fields (const Members         *members,
             GlossAnnotationFields *fields)
{
  memset (fields, 0, sizeof *fields);
  fields->note = read_note (members);
  fields->tags = read_tags (members);
  fields->author = read_author (members);
  fields->created = gloss_json_text_dup_string (&members->created);
  fields->modified = gloss_json_text_dup_string (&members->modified);
  fields->anchor = gloss_target_read (&members->target, &fields->color);
}

void
gloss_annotation_read_fields (const char            *text,
                              GlossAnnotationFields *fields)
{
  GlossJsonText record = gloss_json_text_for (text);
  Members members;

  members_find (&members, &record);
  read_fields (&members, fields);
}

/* Somebody else's, which was never stored: nobody else knows it by an id. */
static GlossAnnotation *
new_with_made_id (char *minified_text)
{
  g_autofree char *text = minified_text;
  GlossJsonText minified = gloss_json_text_for (text);
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&minified);
  char *id = gloss_annotation_make_id (text);

  gloss_json_edit_set_string (edit, "id", id);
  return gloss_annotation_new_for_text (id, gloss_json_edit_to_text (edit), NULL);
}

static gboolean
has_id (const GlossRecord *record)
{
  return record->id != NULL && *record->id != '\0';
}

GlossAnnotation *
gloss_annotation_new_take_record (GlossRecord      *record,
                                  GlossRecordBlock *block)
{
  char *text = gloss_record_block_cut (block, record);

  if (!has_id (record))
    return new_with_made_id (g_strdup (text));

  return gloss_annotation_new_for_text (g_steal_pointer (&record->id), text, block);
}

GlossAnnotation *
gloss_annotation_new_from_record (const GlossJsonText  *value,
                                  GError              **error)
{
  g_auto (GlossRecord) record = { { NULL, 0 }, NULL, FALSE };
  char *text;

  if (!gloss_record_read (&record, value, error))
    return NULL;

  text = gloss_json_text_minify (value);
  if (!has_id (&record))
    return new_with_made_id (text);

  return gloss_annotation_new_for_text (g_steal_pointer (&record.id), text, NULL);
}

GlossAnnotation *
gloss_annotation_new_from_text (const char  *data,
                                gsize        length,
                                GError     **error)
{
  GlossJsonText record;

  if (!gloss_json_text_check (data, length, &record, error))
    return NULL;

  return gloss_annotation_new_from_record (&record, error);
}

static char *
make_text_body (const char *purpose,
                const char *value)
{
  g_autoptr (GlossJsonEdit) body = gloss_json_edit_new (NULL);

  gloss_json_edit_set_string (body, "type", "TextualBody");
  gloss_json_edit_set_string (body, "purpose", purpose);
  if (g_str_equal (purpose, "commenting"))
    gloss_json_edit_set_string (body, "format", "text/plain");
  gloss_json_edit_take (body, "value", gloss_json_text_quote (value));

  return gloss_json_edit_to_text (body);
}

static char *
rewrite_note (const GlossJsonText *old,
              const char          *note)
{
  g_autoptr (GlossJsonEdit) body = NULL;
  GlossJsonText format;

  if (!gloss_json_text_is_object (old))
    return make_text_body ("commenting", note);

  body = gloss_json_edit_new (old);
  gloss_json_edit_take (body, "value", gloss_json_text_quote (note));
  if (gloss_json_edit_get (body, "format", &format))
    gloss_json_edit_set_string (body, "format", "text/plain");

  return gloss_json_edit_to_text (body);
}

/* The body that says @tag among @bodies (nullable, element-type utf8), or a new one. */
static char *
take_tag_body (GPtrArray  *bodies,
               const char *tag)
{
  for (guint i = 0; i < bodies->len; i++)
    {
      GlossJsonText body = gloss_json_text_for (g_ptr_array_index (bodies, i));
      g_autofree char *value = gloss_json_text_dup_member (&body, "value");
      g_auto (GStrv) normal = gloss_tags_normalize ((const char *[]) { value, NULL });

      if (g_strcmp0 (normal[0], tag) == 0)
        return g_ptr_array_steal_index (bodies, i);
    }

  return make_text_body ("tagging", tag);
}

static void
write_bodies (GlossJsonEdit               *edit,
              const Members               *members,
              const GlossAnnotationFields *old,
              const GlossAnnotationFields *new)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tag_bodies = g_ptr_array_new_with_free_func (g_free);
  gboolean note_same = g_strcmp0 (old->note != NULL ? old->note : "", new->note) == 0;
  gboolean tags_same = old->tags != NULL &&
                       g_strv_equal ((const char * const *) old->tags, (const char * const *) new->tags);
  gboolean was_list = members->body.length == 0 || gloss_json_text_is_array (&members->body);
  gboolean note_written = *new->note == '\0';
  GlossJsonText note = { NULL, 0 };
  GlossJsonText body;
  GlossJsonIter iter;
  gboolean keep_empty;

  if (note_same && tags_same)
    return;

  /* Without it, the next one would be taken for the note. */
  keep_empty = find_note (members, &note) > 1;
  gloss_json_iter_init_list (&iter, &members->body);
  while (gloss_json_iter_next (&iter, NULL, &body))
    {
      if (body.start == note.start)
        {
          if (*new->note != '\0' || keep_empty)
            g_ptr_array_add (bodies, note_same ? g_strndup (body.start, body.length)
                                               : rewrite_note (&body, new->note));
          note_written = TRUE;
        }
      else if (!tags_same && classify_body (&body, &members->motivation) == BODY_TAG)
        {
          g_ptr_array_add (tag_bodies, g_strndup (body.start, body.length));
        }
      else if (!gloss_json_text_is_object (&body) && !gloss_json_text_is_string (&body))
        {
          continue; /* null: no body at all */
        }
      else
        {
          g_ptr_array_add (bodies, g_strndup (body.start, body.length));
        }
    }

  if (!note_written)
    g_ptr_array_insert (bodies, 0, make_text_body ("commenting", new->note));
  for (guint i = 0; !tags_same && new->tags[i] != NULL; i++)
    g_ptr_array_add (bodies, take_tag_body (tag_bodies, new->tags[i]));

  /* It says the same as a body, and both at once may not be. */
  gloss_json_edit_take (edit, "bodyValue", NULL);

  if (bodies->len == 0)
    gloss_json_edit_take (edit, "body", NULL);
  else if (bodies->len == 1 && !was_list)
    gloss_json_edit_take (edit, "body", g_ptr_array_steal_index (bodies, 0));
  else
    gloss_json_edit_take (edit, "body", gloss_json_array_to_text (bodies));
}

static const char *
get_motivation (const GlossAnnotationFields *fields)
{
  if (*fields->note != '\0')
    return "commenting";
  if (fields->tags[0] != NULL)
    return "tagging";

  return "highlighting";
}

/* A reason for annotating that somebody else gave stays. */
static void
write_motivation (GlossJsonEdit               *edit,
                  const Members               *members,
                  const GlossAnnotationFields *new)
{
  const GlossJsonText *old = &members->motivation;

  if (old->length == 0 || gloss_json_text_equals (old, "commenting") ||
      gloss_json_text_equals (old, "tagging") || gloss_json_text_equals (old, "highlighting"))
    gloss_json_edit_set_string (edit, "motivation", get_motivation (new));
}

static char *
write_creator (const char *author)
{
  g_autoptr (GlossJsonEdit) creator = NULL;

  if (*author == '\0')
    return NULL;

  creator = gloss_json_edit_new (NULL);
  gloss_json_edit_set_string (creator, "type", "Person");
  gloss_json_edit_set_string (creator, "name", author);

  return gloss_json_edit_to_text (creator);
}

/* TRUE when there are bodies that have their purpose from the motivation: with another one, a note
 * would become a tag, or the other way round. */
static gboolean
motivation_is_purpose (const Members *members)
{
  GlossJsonIter iter;
  GlossJsonText body;
  GlossJsonText purpose;

  gloss_json_iter_init_list (&iter, &members->body);
  while (gloss_json_iter_next (&iter, NULL, &body))
    {
      if (classify_body (&body, &members->motivation) != BODY_OTHER &&
          !gloss_json_text_get_member (&body, "purpose", &purpose))
        return TRUE;
    }

  return FALSE;
}

static char *
write_record (const GlossJsonText         *record,
              const GlossAnnotationFields *new)
{
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (record);
  GlossAnnotationFields old = { NULL, };
  Members members = { { NULL, 0 }, };
  gboolean colored;
  gboolean moved;

  if (record != NULL)
    {
      members_find (&members, record);
      read_fields (&members, &old);
    }
  else
    {
      gloss_json_edit_set_string (edit, "id", new->id);
      gloss_json_edit_set_string (edit, "type", "Annotation");
      gloss_json_edit_set_string (edit, "motivation", get_motivation (new));
      gloss_json_edit_set_string (edit, "created", new->created);
    }

  if (g_strcmp0 (old.modified != NULL ? old.modified : "", new->modified) != 0)
    gloss_json_edit_set_string (edit, "modified", new->modified);
  if (record == NULL)
    gloss_json_edit_take (edit, "creator", write_creator (new->author));

  write_bodies (edit, &members, &old, new);
  if (record != NULL && !motivation_is_purpose (&members))
    write_motivation (edit, &members, new);

  moved = old.anchor == NULL || !gloss_anchor_equal (old.anchor, new->anchor);
  colored = record == NULL || old.color != new->color;
  if (moved || colored)
    gloss_json_edit_take (edit, "target",
                          gloss_target_write (record != NULL ? &members.target : NULL,
                                              moved ? new->anchor : NULL,
                                              colored ? &new->color : NULL));

  gloss_annotation_fields_clear (&old);
  return gloss_json_edit_to_text (edit);
}

const char *
gloss_annotation_get_text (GlossAnnotation *self)
{
  gboolean current;
  const char *text;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  text = gloss_annotation_peek_text (self, &current);
  if (!current)
    {
      GlossJsonText record = { NULL, 0 };

      if (text != NULL)
        record = gloss_json_text_for (text);
      gloss_annotation_take_text (self, write_record (text != NULL ? &record : NULL,
                                                      gloss_annotation_get_fields (self)));
    }

  return gloss_annotation_peek_text (self, &current);
}

JsonNode *
gloss_annotation_to_json (GlossAnnotation *self)
{
  JsonNode *node = json_from_string (gloss_annotation_get_text (self), NULL);

  g_assert (node != NULL);
  return node;
}

GlossAnnotation *
gloss_annotation_new_from_json (JsonNode  *node,
                                GError   **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  text = json_to_string (node, FALSE);
  return gloss_annotation_new_from_text (text, strlen (text), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation.h"

#include <string.h>

#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-author.h"
#include "annotation/gloss-timestamp.h"

struct _GlossAnnotation
{
  GObject               parent_instance;

  GlossAnnotationFields fields;      /* all but the id are in the text alone until somebody looks */
  char                 *text;
  GlossRecordBlock     *block;       /* of which the text is part; or NULL */
  char                 *search_text; /* folded; NULL until it is needed */
  gboolean              text_current;
  gboolean              looked_at;
};

G_DEFINE_FINAL_TYPE (GlossAnnotation, gloss_annotation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NOTE,
  PROP_AUTHOR,
  PROP_TAGS,
  PROP_COLOR,
  PROP_ANCHOR,
  PROP_CREATED,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
or_empty (char *string)
{
  return string != NULL ? string : g_strdup ("");
}

static void
fill_up (GlossAnnotationFields *fields)
{
  fields->note = or_empty (fields->note);
  fields->author = or_empty (fields->author);
  fields->created = or_empty (fields->created);
  fields->modified = or_empty (fields->modified);
  if (fields->tags == NULL)
    fields->tags = g_new0 (char *, 1);
}

static GlossAnnotationFields *
look (GlossAnnotation *self)
{
  if (!self->looked_at)
    {
      char *id = g_steal_pointer (&self->fields.id);

      gloss_annotation_read_fields (self->text, &self->fields);
      fill_up (&self->fields);
      self->fields.id = id;
      self->looked_at = TRUE;
    }

  return &self->fields;
}

static void
clear_text (GlossAnnotation *self)
{
  if (self->block == NULL)
    g_free (self->text);
  self->text = NULL;
  g_clear_pointer (&self->block, gloss_record_block_unref);
}

static void
make_behind (GlossAnnotation *self)
{
  self->text_current = FALSE;
  g_clear_pointer (&self->search_text, g_free);
}

static void
gloss_annotation_finalize (GObject *object)
{
  GlossAnnotation *self = GLOSS_ANNOTATION (object);

  gloss_annotation_fields_clear (&self->fields);
  clear_text (self);
  g_clear_pointer (&self->search_text, g_free);

  G_OBJECT_CLASS (gloss_annotation_parent_class)->finalize (object);
}

static void
gloss_annotation_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  GlossAnnotation *self = GLOSS_ANNOTATION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->fields.id);
      break;
    case PROP_NOTE:
      g_value_set_string (value, look (self)->note);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, look (self)->author);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, look (self)->tags);
      break;
    case PROP_COLOR:
      g_value_set_uint (value, look (self)->color);
      break;
    case PROP_ANCHOR:
      g_value_set_boxed (value, look (self)->anchor);
      break;
    case PROP_CREATED:
      g_value_set_string (value, look (self)->created);
      break;
    case PROP_MODIFIED:
      g_value_set_string (value, look (self)->modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_annotation_class_init (GlossAnnotationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gloss_annotation_finalize;
  object_class->get_property = gloss_annotation_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_COLOR] = g_param_spec_uint ("color", NULL, NULL, 0, GLOSS_N_COLORS - 1, 0, flags);
  properties[PROP_ANCHOR] = g_param_spec_boxed ("anchor", NULL, NULL, GLOSS_TYPE_ANCHOR, flags);
  properties[PROP_CREATED] = g_param_spec_string ("created", NULL, NULL, "", flags);
  properties[PROP_MODIFIED] = g_param_spec_string ("modified", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gloss_annotation_init (GlossAnnotation *self)
{
}

void
gloss_annotation_fields_clear (GlossAnnotationFields *fields)
{
  g_clear_pointer (&fields->id, g_free);
  g_clear_pointer (&fields->note, g_free);
  g_clear_pointer (&fields->author, g_free);
  g_clear_pointer (&fields->created, g_free);
  g_clear_pointer (&fields->modified, g_free);
  g_clear_pointer (&fields->tags, g_strfreev);
  g_clear_pointer (&fields->anchor, gloss_anchor_unref);
}

GlossAnnotation *
gloss_annotation_new_take (GlossAnnotationFields *fields)
{
  GlossAnnotation *self = g_object_new (GLOSS_TYPE_ANNOTATION, NULL);

  self->fields = *fields;
  self->looked_at = TRUE;
  memset (fields, 0, sizeof *fields);
  fill_up (&self->fields);

  return self;
}

GlossAnnotation *
gloss_annotation_new_for_text (char             *id,
                               char             *text,
                               GlossRecordBlock *block)
{
  GlossAnnotation *self = g_object_new (GLOSS_TYPE_ANNOTATION, NULL);

  self->fields.id = id;
  self->text = text;
  self->block = block != NULL ? gloss_record_block_ref (block) : NULL;
  self->text_current = TRUE;

  return self;
}

GlossAnnotation *
gloss_annotation_new (GlossAnchor        *anchor,
                      const char         *note,
                      const char * const *tags,
                      GlossColor          color,
                      const char         *author)
{
  GlossAnnotationFields fields = { NULL, };

  g_return_val_if_fail (anchor != NULL, NULL);
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, NULL);

  fields.id = gloss_annotation_make_id (NULL);
  fields.note = g_utf8_make_valid (note != NULL ? note : "", -1);
  fields.author = g_utf8_make_valid (author != NULL ? author : gloss_author_get_name (), -1);
  fields.created = gloss_timestamp_after (NULL);
  fields.modified = g_strdup (fields.created);
  fields.tags = gloss_tags_normalize (tags);
  fields.anchor = gloss_anchor_ref (anchor);
  fields.color = color;

  return gloss_annotation_new_take (&fields);
}

const GlossAnnotationFields *
gloss_annotation_get_fields (GlossAnnotation *self)
{
  return look (self);
}

const char *
gloss_annotation_peek_text (GlossAnnotation *self,
                            gboolean        *current)
{
  *current = self->text_current;
  return self->text;
}

void
gloss_annotation_take_text (GlossAnnotation *self,
                            char            *text)
{
  clear_text (self);
  self->text = text;
  self->text_current = TRUE;
}

void
gloss_annotation_touch_after (GlossAnnotation *self,
                              const char      *previous)
{
  GlossAnnotationFields *fields = look (self);
  char *modified = gloss_timestamp_after (previous);

  g_free (fields->modified);
  fields->modified = modified;
  make_behind (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
gloss_annotation_touch (GlossAnnotation *self)
{
  gloss_annotation_touch_after (self, look (self)->modified);
}

gboolean
gloss_annotation_set_note (GlossAnnotation *self,
                           const char      *note)
{
  g_autofree char *valid = g_utf8_make_valid (note != NULL ? note : "", -1);

  if (!g_set_str (&look (self)->note, valid))
    return FALSE;

  gloss_annotation_touch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  return TRUE;
}

gboolean
gloss_annotation_set_tags (GlossAnnotation    *self,
                           const char * const *tags)
{
  g_auto (GStrv) normal = gloss_tags_normalize (tags);

  if (g_strv_equal ((const char * const *) normal, (const char * const *) look (self)->tags))
    return FALSE;

  g_strfreev (self->fields.tags);
  self->fields.tags = g_steal_pointer (&normal);
  gloss_annotation_touch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAGS]);
  return TRUE;
}

gboolean
gloss_annotation_set_color (GlossAnnotation *self,
                            GlossColor       color)
{
  if (look (self)->color == color)
    return FALSE;

  self->fields.color = color;
  gloss_annotation_touch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOR]);
  return TRUE;
}

gboolean
gloss_annotation_set_anchor (GlossAnnotation *self,
                             GlossAnchor     *anchor)
{
  if (gloss_anchor_equal (look (self)->anchor, anchor))
    return FALSE;

  gloss_anchor_unref (self->fields.anchor);
  self->fields.anchor = gloss_anchor_ref (anchor);
  gloss_annotation_touch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANCHOR]);
  return TRUE;
}

void
gloss_annotation_become (GlossAnnotation *self,
                         GlossAnnotation *other)
{
  GlossAnnotationFields *mine = look (self);
  const GlossAnnotationFields *theirs = look (other);
  GObject *object = G_OBJECT (self);

  g_assert (g_str_equal (mine->id, theirs->id));

  g_object_freeze_notify (object);

  if (g_set_str (&mine->note, theirs->note))
    g_object_notify_by_pspec (object, properties[PROP_NOTE]);
  if (g_set_str (&mine->author, theirs->author))
    g_object_notify_by_pspec (object, properties[PROP_AUTHOR]);
  if (g_set_str (&mine->created, theirs->created))
    g_object_notify_by_pspec (object, properties[PROP_CREATED]);
  if (g_set_str (&mine->modified, theirs->modified))
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);

  if (!g_strv_equal ((const char * const *) mine->tags, (const char * const *) theirs->tags))
    {
      g_strfreev (mine->tags);
      mine->tags = g_strdupv (theirs->tags);
      g_object_notify_by_pspec (object, properties[PROP_TAGS]);
    }
  if (mine->color != theirs->color)
    {
      mine->color = theirs->color;
      g_object_notify_by_pspec (object, properties[PROP_COLOR]);
    }
  if (!gloss_anchor_equal (mine->anchor, theirs->anchor))
    {
      gloss_anchor_unref (mine->anchor);
      mine->anchor = gloss_anchor_ref (theirs->anchor);
      g_object_notify_by_pspec (object, properties[PROP_ANCHOR]);
    }

  clear_text (self);
  self->text = g_strdup (other->text);
  make_behind (self);
  self->text_current = other->text_current;

  g_object_thaw_notify (object);
}

/* Of all white space that there is: Chinese is typed with spaces of its own. */
static char *
trim (const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  const char *start = valid;
  const char *end = valid + strlen (valid);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, end - start);
}

GStrv
gloss_tags_normalize (const char * const *tags)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *tag = trim (tags[i]);

      if (*tag == '\0' || g_hash_table_contains (seen, tag))
        continue;

      g_strv_builder_add (builder, tag);
      g_hash_table_add (seen, g_steal_pointer (&tag));
    }

  return g_strv_builder_end (builder);
}

char *
gloss_annotation_make_id (const char *seed)
{
  guint8 bytes[20];
  gsize n_bytes = sizeof bytes;
  g_autofree char *uuid = NULL;
  g_autoptr (GChecksum) checksum = NULL;

  if (seed == NULL)
    {
      uuid = g_uuid_string_random ();
      return g_strconcat ("urn:uuid:", uuid, NULL);
    }

  checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (checksum, (const guchar *) seed, -1);
  g_checksum_get_digest (checksum, bytes, &n_bytes);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;

  return g_strdup_printf ("urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                          bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
}

const char *
gloss_annotation_get_id (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return self->fields.id;
}

const char *
gloss_annotation_get_note (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return look (self)->note;
}

const char *
gloss_annotation_get_author (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return look (self)->author;
}

const char * const *
gloss_annotation_get_tags (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return (const char * const *) look (self)->tags;
}

gboolean
gloss_annotation_has_tag (GlossAnnotation *self,
                          const char      *tag)
{
  g_autofree char *kept = NULL;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  /* As tags are kept, so that what gave a tag finds it again. */
  kept = trim (tag);
  return g_strv_contains ((const char * const *) look (self)->tags, kept);
}

GlossColor
gloss_annotation_get_color (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), GLOSS_COLOR_YELLOW);

  return look (self)->color;
}

GlossAnchor *
gloss_annotation_get_anchor (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return look (self)->anchor;
}

const char *
gloss_annotation_get_created (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return look (self)->created;
}

const char *
gloss_annotation_get_modified (GlossAnnotation *self)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  return look (self)->modified;
}

void
gloss_annotation_prepare_search (GlossAnnotation *self)
{
  const GlossAnchorData *anchor;
  g_autofree char *tags = NULL;
  g_autofree char *all = NULL;

  g_return_if_fail (GLOSS_IS_ANNOTATION (self));

  if (self->search_text != NULL)
    return;

  anchor = gloss_anchor_get_data (look (self)->anchor);
  tags = g_strjoinv ("\n", look (self)->tags);
  all = g_strjoin ("\n", look (self)->note, anchor->exact != NULL ? anchor->exact : "", tags, NULL);
  self->search_text = gloss_search_text_fold (all);
}

gboolean
gloss_annotation_matches_words (GlossAnnotation        *self,
                                const GlossSearchWords *words)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  if (gloss_search_words_is_empty (words))
    return TRUE;

  gloss_annotation_prepare_search (self);
  return gloss_search_words_match (words, self->search_text);
}

gboolean
gloss_annotation_matches (GlossAnnotation *self,
                          const char      *search,
                          const char      *tag)
{
  g_autoptr (GlossSearchWords) words = NULL;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), FALSE);

  if (tag != NULL && !gloss_annotation_has_tag (self, tag))
    return FALSE;

  words = gloss_search_words_new (search);
  return gloss_annotation_matches_words (self, words);
}

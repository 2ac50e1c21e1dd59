/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-filter.h"

#include "annotation/gloss-tag.h"
#include "annotation/gloss-timestamp.h"

struct _GlossAnnotationFilter
{
  GlossSearchWords *words;
  char             *tag;
  char             *author;
  char             *since;
  char             *until;
  int               color;
};

GlossAnnotationFilter *
gloss_annotation_filter_new (const GlossAnnotationCriteria *criteria)
{
  GlossAnnotationFilter *self;

  g_return_val_if_fail (criteria != NULL, NULL);

  self = g_new0 (GlossAnnotationFilter, 1);
  self->words = gloss_search_words_new (criteria->search);
  self->tag = g_strdup (criteria->tag);
  self->author = g_strdup (criteria->author);
  self->since = g_strdup (criteria->since);
  self->until = g_strdup (criteria->until);
  self->color = criteria->color;

  return self;
}

void
gloss_annotation_filter_free (GlossAnnotationFilter *self)
{
  gloss_search_words_free (self->words);
  g_free (self->tag);
  g_free (self->author);
  g_free (self->since);
  g_free (self->until);
  g_free (self);
}

gboolean
gloss_annotation_filter_is_active (const GlossAnnotationFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !gloss_search_words_is_empty (self->words) || self->tag != NULL || self->author != NULL ||
         self->since != NULL || self->until != NULL || self->color >= 0;
}

static gboolean
has_tag (GlossAnnotation *annotation,
         const char      *tag)
{
  const char * const *tags = gloss_annotation_get_tags (annotation);

  for (guint i = 0; tags[i] != NULL; i++)
    if (gloss_tag_is_within (tags[i], tag))
      return TRUE;

  return FALSE;
}

/* What bears no time is in none. */
static gboolean
is_in_time (const GlossAnnotationFilter *self,
            const char                  *modified)
{
  if (self->since != NULL && gloss_timestamp_compare (modified, self->since) < 0)
    return FALSE;

  return self->until == NULL || (gloss_timestamp_compare (modified, self->until) < 0 && *modified != '\0');
}

/* What costs most comes last. */
gboolean
gloss_annotation_filter_match (const GlossAnnotationFilter *self,
                               GlossAnnotation             *annotation)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);

  if (self->color >= 0 && (int) gloss_annotation_get_color (annotation) != self->color)
    return FALSE;
  if (self->author != NULL && !g_str_equal (self->author, gloss_annotation_get_author (annotation)))
    return FALSE;
  if (self->tag != NULL && !has_tag (annotation, self->tag))
    return FALSE;
  if (!is_in_time (self, gloss_annotation_get_modified (annotation)))
    return FALSE;

  return gloss_annotation_matches_words (annotation, self->words);
}

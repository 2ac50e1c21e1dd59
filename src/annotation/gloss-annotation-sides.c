/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-sides.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-target.h"
#include "annotation/gloss-json-edit.h"

static gboolean
is_given (const char *string)
{
  return string != NULL && *string != '\0';
}

/* "und" says nothing of the language. */
static gboolean
is_language (const char *language)
{
  return is_given (language) && g_ascii_strcasecmp (language, "und") != 0;
}

static gboolean
same_work (const GlossAnchorData *a,
           const GlossAnchorData *b)
{
  if (is_given (a->symbol) && is_given (b->symbol))
    return g_str_equal (a->symbol, b->symbol);

  return g_strcmp0 (a->source, b->source) == 0;
}

gboolean
gloss_anchor_same_text (GlossAnchor *a,
                        GlossAnchor *b)
{
  const GlossAnchorData *left;
  const GlossAnchorData *right;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  left = gloss_anchor_get_data (a);
  right = gloss_anchor_get_data (b);

  return same_work (left, right) &&
         (!is_language (left->language) || !is_language (right->language) ||
          g_ascii_strcasecmp (left->language, right->language) == 0);
}

GlossAnnotation *
gloss_annotation_new_on_change (GlossAnchor        *new_side,
                                GlossAnchor        *old_side,
                                const char         *note,
                                const char * const *tags,
                                GlossColor          color,
                                const char         *author)
{
  g_autoptr (GlossAnnotation) plain = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GlossJsonEdit) edit = NULL;
  g_autofree char *text = NULL;
  GlossAnnotation *self;
  GlossJsonText record;
  GlossJsonText target;

  g_return_val_if_fail (new_side != NULL, NULL);
  g_return_val_if_fail (old_side != NULL, NULL);
  g_return_val_if_fail (!gloss_anchor_same_text (new_side, old_side), NULL);

  plain = gloss_annotation_new (new_side, note, tags, color, author);
  record = gloss_json_text_for (gloss_annotation_get_text (plain));
  edit = gloss_json_edit_new (&record);

  targets = g_ptr_array_new_with_free_func (g_free);
  if (gloss_json_edit_get (edit, "target", &target))
    g_ptr_array_add (targets, g_strndup (target.start, target.length));
  g_ptr_array_add (targets, gloss_target_write (NULL, old_side, NULL));
  gloss_json_edit_take (edit, "target", gloss_json_array_to_text (targets));

  text = gloss_json_edit_to_text (edit);
  self = gloss_annotation_new_from_text (text, strlen (text), NULL);
  g_assert (self != NULL);

  return self;
}

/* Of very many notes few are on changes: FALSE, soon, where no member "target" is a list. */
static gboolean
may_have_targets (const char *text)
{
  static const char name[] = "\"target\"";

  for (const char *at = strstr (text, name); at != NULL; at = strstr (at, name))
    {
      at += strlen (name);
      at += strspn (at, " \t\r\n");
      if (*at != ':')
        continue;
      at++;
      at += strspn (at, " \t\r\n");
      if (*at == '[')
        return TRUE;
    }

  return FALSE;
}

GlossAnchor *
gloss_annotation_dup_old_side (GlossAnnotation *self)
{
  GlossAnchor *new_side;
  GlossJsonText record;
  GlossJsonText targets;
  GlossJsonText target;
  GlossJsonIter iter;
  const char *text;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);

  text = gloss_annotation_get_text (self);
  if (!may_have_targets (text))
    return NULL;

  record = gloss_json_text_for (text);
  if (!gloss_json_text_get_member (&record, "target", &targets) || !gloss_json_text_is_array (&targets))
    return NULL;

  new_side = gloss_annotation_get_anchor (self);
  gloss_json_iter_init (&iter, &targets);
  while (gloss_json_iter_next (&iter, NULL, &target))
    {
      g_autoptr (GlossAnchor) side = NULL;
      GlossColor ignored;

      if (!gloss_json_text_is_object (&target) && !gloss_json_text_is_string (&target))
        continue;

      side = gloss_target_read (&target, &ignored);
      if (!gloss_anchor_same_text (side, new_side))
        return g_steal_pointer (&side);
    }

  return NULL;
}

static gboolean
is_of_work (GlossAnchor   *side,
            GlossDocument *document)
{
  const GlossAnchorData *data = gloss_anchor_get_data (side);

  if (is_given (data->symbol))
    return g_str_equal (data->symbol, gloss_document_get_symbol (document));

  return g_strcmp0 (data->source, gloss_document_get_iri (document)) == 0;
}

static gboolean
is_in_language (GlossAnchor   *side,
                GlossDocument *document)
{
  const char *language = gloss_anchor_get_data (side)->language;

  return is_given (language) && g_ascii_strcasecmp (language, gloss_document_get_language (document)) == 0;
}

GlossAnchor *
gloss_annotation_dup_side_for (GlossAnnotation *self,
                               GlossDocument   *document)
{
  GlossAnchor *anchor;
  g_autoptr (GlossAnchor) old_side = NULL;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (self), NULL);
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);

  anchor = gloss_annotation_get_anchor (self);
  if (is_of_work (anchor, document) && is_in_language (anchor, document))
    return gloss_anchor_ref (anchor);

  old_side = gloss_annotation_dup_old_side (self);
  if (old_side != NULL && is_of_work (old_side, document) &&
      (!is_of_work (anchor, document) || is_in_language (old_side, document)))
    return g_steal_pointer (&old_side);

  return gloss_anchor_ref (anchor);
}

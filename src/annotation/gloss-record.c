/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-record.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-json.h"

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE, reason);
  return FALSE;
}

gboolean
gloss_record_read (GlossRecord          *record,
                   const GlossJsonText  *value,
                   GError              **error)
{
  GlossJsonText members[3];
  const GlossJsonText *id = &members[0];
  const GlossJsonText *type = &members[1];
  const GlossJsonText *target = &members[2];

  if (!gloss_json_text_is_object (value))
    return fail (error, _("not an annotation, but another value"));

  gloss_json_text_get_members (value, (const char *[]) { "id", "type", "target", NULL }, members);
  if (!gloss_json_text_includes (type, "Annotation"))
    return fail (error, _("an object that is not of the type “Annotation”"));
  if (target->length == 0 || *target->start == 'n') /* null */
    return fail (error, _("an annotation without a target"));
  if (id->length > 0 && !gloss_json_text_is_string (id))
    return fail (error, _("an annotation whose id is no text"));

  record->text = *value;
  record->id = gloss_json_text_dup_string (id);
  record->spaced = TRUE;
  return TRUE;
}

void
gloss_record_clear (GlossRecord *record)
{
  g_clear_pointer (&record->id, g_free);
}

static void
block_clear (gpointer data)
{
  GlossRecordBlock *self = data;

  g_free (self->data);
}

GlossRecordBlock *
gloss_record_block_new (char *data)
{
  GlossRecordBlock *self = g_atomic_rc_box_new (GlossRecordBlock);

  self->data = data;
  return self;
}

GlossRecordBlock *
gloss_record_block_ref (GlossRecordBlock *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
gloss_record_block_unref (GlossRecordBlock *self)
{
  g_atomic_rc_box_release_full (self, block_clear);
}

char *
gloss_record_block_cut (GlossRecordBlock  *self,
                        const GlossRecord *record)
{
  char *text = self->data + (record->text.start - self->data);
  gsize length = record->text.length;

  if (record->spaced)
    length = gloss_json_text_minify_into (&record->text, text);
  text[length] = '\0';

  return text;
}

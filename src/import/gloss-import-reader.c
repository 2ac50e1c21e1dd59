/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-target.h"
#include "annotation/gloss-json-edit.h"
#include "import/gloss-import-version.h"

struct _GlossImportReader
{
  GlossImportPlacer *placer;
};

GlossImportReader *
gloss_import_reader_new (GlossLibrary *library)
{
  GlossImportReader *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  self = g_new0 (GlossImportReader, 1);
  self->placer = gloss_import_placer_new (library);

  return self;
}

void
gloss_import_reader_free (GlossImportReader *self)
{
  g_clear_pointer (&self->placer, gloss_import_placer_free);
  g_free (self);
}

static void
found_free (gpointer data)
{
  GlossImportFound *found = data;

  g_clear_object (&found->annotation);
  gloss_import_place_clear (&found->place);
  g_free (found);
}

void
gloss_import_batch_free (GlossImportBatch *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->file, gloss_import_file_free);
  g_free (self);
}

static GlossAnnotation *
parse (const char  *text,
       GError     **error)
{
  return gloss_annotation_new_from_text (text, strlen (text), error);
}

GlossAnnotation *
gloss_import_make_annotation (const GlossImportRecord  *record,
                              GlossAnchor              *anchor,
                              GError                  **error)
{
  GlossJsonText text;
  g_autoptr (GlossJsonEdit) edit = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  GlossJsonText target;
  GlossJsonText original;

  g_return_val_if_fail (record != NULL, NULL);

  text = gloss_json_text_for (record->text);
  if (anchor == NULL || !gloss_json_text_get_member (&text, "target", &target))
    return parse (record->text, error);

  edit = gloss_json_edit_new (&text);
  gloss_json_edit_take (edit, "target", gloss_target_write (&target, anchor, NULL));
  if (gloss_json_edit_get (edit, GLOSS_IMPORT_ORIGINAL, &original))
    {
      edited = gloss_json_edit_to_text (edit);
      return parse (edited, error);
    }

  gloss_json_edit_take (edit, GLOSS_IMPORT_ORIGINAL, g_strdup (record->original));
  edited = gloss_json_edit_to_text (edit);
  annotation = parse (edited, error);
  if (annotation == NULL)
    return NULL;

  digest = gloss_import_dup_statement_digest (annotation);
  gloss_json_edit_set_string (edit, GLOSS_IMPORT_CAME, digest);
  g_free (edited);
  edited = gloss_json_edit_to_text (edit);
  return parse (edited, error);
}

/* (transfer full) (nullable) */
static GlossImportFound *
find (GlossImportReader        *self,
      const GlossImportRecord  *record,
      GError                  **error)
{
  g_autoptr (GlossAnnotation) as_it_came = parse (record->text, error);
  GlossImportFound *found;

  if (as_it_came == NULL)
    return NULL;

  found = g_new0 (GlossImportFound, 1);
  found->record = record;
  gloss_import_placer_place (self->placer, record, gloss_annotation_get_anchor (as_it_came), &found->place);
  found->annotation = gloss_import_make_annotation (record, found->place.anchor, error);
  if (found->annotation == NULL)
    g_clear_pointer (&found, found_free);

  return found;
}

static void
prefix_name (GError     **error,
             const char  *name)
{
  if (name != NULL)
    g_prefix_error (error, "%s: ", name);
}

GlossImportBatch *
gloss_import_reader_read_data (GlossImportReader  *self,
                               const char         *data,
                               gsize               length,
                               const char         *name,
                               GlossProgress      *progress,
                               guint               from,
                               guint               to,
                               GCancellable       *cancellable,
                               GError            **error)
{
  g_autoptr (GlossImportBatch) batch = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  batch = g_new0 (GlossImportBatch, 1);
  batch->found = g_ptr_array_new_with_free_func (found_free);
  batch->file = gloss_import_file_read (data, length, error);
  if (batch->file == NULL)
    {
      prefix_name (error, name);
      return NULL;
    }

  for (guint i = 0; i < batch->file->records->len; i++)
    {
      GlossImportFound *found;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      found = find (self, g_ptr_array_index (batch->file->records, i), error);
      if (found == NULL)
        {
          /* Translators: %u is the number of an annotation in a file; what is wrong with it follows. */
          g_prefix_error (error, _("annotation %u: "), i + 1);
          prefix_name (error, name);
          return NULL;
        }
      g_ptr_array_add (batch->found, found);
      gloss_progress_report (progress, from, to, i + 1, batch->file->records->len);
    }

  return g_steal_pointer (&batch);
}

GlossImportBatch *
gloss_import_reader_read_file (GlossImportReader  *self,
                               GFile              *file,
                               GlossProgress      *progress,
                               guint               from,
                               guint               to,
                               GCancellable       *cancellable,
                               GError            **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  bytes = gloss_import_file_load (file, cancellable, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  data = g_bytes_get_data (bytes, &length);
  return gloss_import_reader_read_data (self, data != NULL ? data : "", length, name, progress, from, to,
                                        cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"
#include "import/gloss-import-format-private.h"

#define CHUNK_SIZE (256 * 1024)

static const GlossImportFormat *const formats[] = {
  &gloss_import_readium, /* before the one that it is a kind of */
  &gloss_import_w3c,
  &gloss_import_hypothesis,
  &gloss_import_foliate,
};

static void
record_free (gpointer data)
{
  GlossImportRecord *record = data;

  g_free (record->text);
  g_free (record->original);
  g_clear_pointer (&record->names, g_ptr_array_unref);
  g_free (record->exact);
  g_free (record->prefix);
  g_free (record->suffix);
  g_free (record);
}

GlossImportRecord *
gloss_import_file_add (GlossImportFile *file)
{
  GlossImportRecord *record = g_new0 (GlossImportRecord, 1);

  record->names = g_ptr_array_new_with_free_func (g_free);
  record->start = -1;
  g_ptr_array_add (file->records, record);

  return record;
}

void
gloss_import_file_free (GlossImportFile *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

gboolean
gloss_import_fail (GError     **error,
                   guint        n,
                   const char  *reason)
{
  g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
               /* Translators: %u is the number of an annotation in a file, %s what is wrong with it */
               _("annotation %u: %s"), n, reason);
  return FALSE;
}

/* Nesting is bounded, as the text was checked. */
gboolean
gloss_import_find_selector (const GlossJsonText *selectors,
                            const char          *type,
                            gboolean             refinements,
                            GlossJsonText       *found)
{
  GlossJsonIter iter;
  GlossJsonText selector;
  GlossJsonText value;

  gloss_json_iter_init_list (&iter, selectors);
  while (gloss_json_iter_next (&iter, NULL, &selector))
    {
      if (gloss_json_text_get_member (&selector, "type", &value) && gloss_json_text_includes (&value, type))
        {
          *found = selector;
          return TRUE;
        }

      if (refinements && gloss_json_text_get_member (&selector, "refinedBy", &value) &&
          gloss_import_find_selector (&value, type, TRUE, found))
        return TRUE;
    }

  return FALSE;
}

void
gloss_import_record_read_target (GlossImportRecord   *record,
                                 const GlossJsonText *target,
                                 GlossOffsetUnit      unit)
{
  GlossJsonText selectors;
  GlossJsonText selector;
  GlossJsonText value;
  gint64 start;

  if (!gloss_json_text_get_member (target, "selector", &selectors) ||
      !(gloss_json_text_is_object (&selectors) || gloss_json_text_is_array (&selectors)))
    return;

  record->has_selector = gloss_json_text_is_object (&selectors);
  if (gloss_json_text_is_array (&selectors))
    {
      GlossJsonIter iter;

      gloss_json_iter_init (&iter, &selectors);
      record->has_selector = gloss_json_iter_next (&iter, NULL, &value);
    }

  if (gloss_import_find_selector (&selectors, "TextQuoteSelector", TRUE, &selector))
    {
      record->exact = gloss_json_text_dup_member (&selector, "exact");
      record->prefix = gloss_json_text_dup_member (&selector, "prefix");
      record->suffix = gloss_json_text_dup_member (&selector, "suffix");
    }

  /* What refines another selector counts from there. */
  if (gloss_import_find_selector (&selectors, "TextPositionSelector", FALSE, &selector) &&
      gloss_json_text_get_member (&selector, "start", &value) && gloss_json_text_get_int (&value, &start) &&
      start >= 0)
    {
      record->start = start;
      record->unit = unit;
    }
}

static void
add_name (GPtrArray           *names,
          const GlossJsonText *value)
{
  char *name = gloss_json_text_dup_string (value);

  if (name != NULL && *g_strstrip (name) != '\0')
    g_ptr_array_add (names, name);
  else
    g_free (name);
}

void
gloss_import_read_names (GPtrArray           *names,
                         const GlossJsonText *object,
                         const char          *name)
{
  GlossJsonText value;
  GlossJsonText item;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (object, name, &value))
    return;

  if (gloss_json_text_is_object (&value))
    gloss_json_iter_init (&iter, &value);
  else
    gloss_json_iter_init_list (&iter, &value);
  while (gloss_json_iter_next (&iter, NULL, &item))
    add_name (names, &item);
}

char *
gloss_import_make_id (const char *first_part,
                      ...)
{
  g_autoptr (GString) seed = g_string_new ("import");
  const char *part = first_part;
  va_list parts;

  va_start (parts, first_part);
  while (part != NULL)
    {
      /* With its length, so that two parts are not taken for one. */
      g_string_append_printf (seed, "\n%" G_GSIZE_FORMAT ":%s", strlen (part), part);
      part = va_arg (parts, const char *);
    }
  va_end (parts);

  return gloss_annotation_make_id (seed->str);
}

GlossJsonEdit *
gloss_import_begin_text (const char *id,
                         const char *motivation,
                         const char *created,
                         const char *modified)
{
  GlossJsonEdit *edit = gloss_json_edit_new (NULL);

  gloss_json_edit_set_string (edit, "id", id);
  gloss_json_edit_set_string (edit, "type", "Annotation");
  gloss_json_edit_set_string (edit, "motivation", motivation);
  gloss_json_edit_set_string (edit, "created", created);
  gloss_json_edit_set_string (edit, "modified", modified);

  return edit;
}

void
gloss_import_add_body (GPtrArray  *bodies,
                       const char *purpose,
                       const char *format,
                       const char *value)
{
  g_autoptr (GlossJsonEdit) body = NULL;

  if (value == NULL || *value == '\0')
    return;

  body = gloss_json_edit_new (NULL);
  gloss_json_edit_set_string (body, "type", "TextualBody");
  gloss_json_edit_set_string (body, "purpose", purpose);
  gloss_json_edit_set_string (body, "format", format);
  gloss_json_edit_set_string (body, "value", value);
  g_ptr_array_add (bodies, gloss_json_edit_to_text (body));
}

/* Says in words of a delegate why a file can't be read. */
static void
explain (GError *error)
{
  const char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    reason = _("there is no such file");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    reason = _("this is a folder");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = _("you have no permission to read it");

  if (reason != NULL)
    g_set_str (&error->message, reason);
}

GBytes *
gloss_import_file_load (GFile         *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize n_read = CHUNK_SIZE;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  /* No trust in the size that the file system gives: the file may be a pipe, or grow. */
  stream = g_file_read (file, cancellable, &local_error);
  while (stream != NULL && n_read == CHUNK_SIZE && content->len <= GLOSS_IMPORT_MAX_BYTES)
    {
      gsize length = content->len;

      g_byte_array_set_size (content, length + CHUNK_SIZE);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content->data + length, CHUNK_SIZE, &n_read,
                                    cancellable, &local_error))
        break;
      g_byte_array_set_size (content, length + n_read);
    }

  if (local_error != NULL)
    {
      explain (local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

gboolean
gloss_import_is_notes (const char *name,
                       const char *data,
                       gsize       length)
{
  static const char *const suffixes[] = { ".json", ".jsonld", ".annotation" };
  g_autofree char *folded = NULL;
  GlossJsonText root;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  folded = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (folded, suffixes[i]))
        return TRUE;
    }

  /* A number alone is JSON too, but "12" is no less a document. */
  return gloss_json_text_check (data, length, &root, NULL) &&
         (gloss_json_text_is_object (&root) || gloss_json_text_is_array (&root));
}

static gboolean
is_blank (const char *data,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (data[i]))
        return FALSE;
    }

  return TRUE;
}

GlossImportFile *
gloss_import_file_read (const char  *data,
                        gsize        length,
                        GError     **error)
{
  g_autoptr (GlossImportFile) file = NULL;
  GlossJsonText root;

  g_return_val_if_fail (data != NULL, NULL);

  if (length > GLOSS_IMPORT_MAX_BYTES)
    {
      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
                   _("larger than %d MiB"), GLOSS_IMPORT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (is_blank (data, length))
    {
      g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE, _("the file is empty"));
      return NULL;
    }
  if (!gloss_json_text_check (data, length, &root, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!formats[i]->recognize (&root))
        continue;

      file = g_new0 (GlossImportFile, 1);
      file->format = formats[i]->name;
      file->records = g_ptr_array_new_with_free_func (record_free);
      return formats[i]->read (&root, file, error) ? g_steal_pointer (&file) : NULL;
    }

  g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
                       _("this is JSON, but holds no annotations that Glossator knows "
                         "(W3C Web Annotation, Hypothesis, Readium, Foliate, Glossator)"));
  return NULL;
}

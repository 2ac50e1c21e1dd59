/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-exporter.h"

#include <stdlib.h>

#include <glib/gi18n.h>

/* GIO rewrites a file behind a symbolic link in place, which is not atomic: so the link is
 * followed first. */
static GFile *
follow_link (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *target = NULL;
  char *real;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_object_ref (file);

  real = realpath (path, NULL);
  if (real == NULL)
    return g_object_ref (file);

  target = g_strdup (real);
  free (real);
  return g_file_new_for_path (target);
}

static gboolean
write_stream (GOutputStream  *stream,
              GBytes         *content,
              GCancellable   *cancellable,
              GError        **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (content, &length);

  return g_output_stream_write_all (stream, data, length, NULL, cancellable, error) &&
         g_output_stream_close (stream, cancellable, error);
}

/* A new file: what could not be written whole is taken away. */
static gboolean
write_new (GFile         *file,
           GOutputStream *stream,
           GBytes        *content,
           GCancellable  *cancellable,
           GError       **error)
{
  if (write_stream (stream, content, cancellable, error))
    return TRUE;

  g_output_stream_close (stream, NULL, NULL);
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/* A file that stands there: closing the stream puts the new one in its place, so after a failure
 * it is closed as cancelled, which leaves the old one. */
static gboolean
write_replacement (GFile         *file,
                   GBytes        *content,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) cancelled = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;

  if (write_stream (G_OUTPUT_STREAM (stream), content, cancellable, error))
    return TRUE;

  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  return FALSE;
}

/* A pipe or a device is written to; it can't be replaced. */
static gboolean
write_special (GFile         *file,
               GBytes        *content,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable,
                                                           error);

  return stream != NULL && write_stream (G_OUTPUT_STREAM (stream), content, cancellable, error);
}

static gboolean
save (GFile         *file,
      GBytes        *content,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFileOutputStream) created = NULL;
  g_autoptr (GError) create_error = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    return write_special (file, content, cancellable, error);

  created = g_file_create (file, G_FILE_CREATE_NONE, cancellable, &create_error);
  if (created != NULL)
    return write_new (file, G_OUTPUT_STREAM (created), content, cancellable, error);

  if (!g_error_matches (create_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&create_error));
      return FALSE;
    }

  return write_replacement (file, content, cancellable, error);
}

gboolean
gloss_export_save (GFile         *file,
                   GBytes        *content,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GFile) target = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  target = follow_link (file);
  if (!save (target, content, cancellable, error))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      /* Translators: the name of a file; the reason follows. */
      g_prefix_error (error, _("Can’t write %s: "), name);
      return FALSE;
    }

  return TRUE;
}

char *
gloss_export_dup_file_name (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", '-');
}

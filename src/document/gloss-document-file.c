/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-document-file.h"

#include "document/gloss-akn-reader.h"
#include "document/gloss-library.h"
#include "document/gloss-text-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_BYTES  MAX (GLOSS_AKN_MAX_BYTES, GLOSS_TEXT_MAX_BYTES)
#define CHUNK_SIZE (256 * 1024)

/* As much of a plain text is looked at to tell whether it is one. */
#define MAX_HEAD   (64 * 1024)

static void
prefix_with_name (GError **error,
                  GFile   *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_prefix_error (error, "%s: ", name);
}

/* Says in words of a delegate why @file can't be read. */
static void
take_io_error (GError  *io_error,
               GFile   *file,
               GError **error)
{
  const char *reason = NULL;

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    reason = _("There is no such file");
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    reason = _("This is a folder, not a document");
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = _("You have no permission to read this file");

  if (reason != NULL)
    g_set_str (&io_error->message, reason);

  g_propagate_error (error, io_error);
  prefix_with_name (error, file);
}

/* At most about @max_bytes of @file: a little more tells that there is more. */
static GBytes *
load (GFile         *file,
      gsize          max_bytes,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GError *io_error = NULL;
  gsize n_read = 0;

  stream = g_file_read (file, cancellable, &io_error);

  /* No trust in the size that the file system gives: the file may be a pipe, or grow. */
  while (stream != NULL && content->len <= max_bytes)
    {
      gsize length = content->len;

      g_byte_array_set_size (content, length + CHUNK_SIZE);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content->data + length, CHUNK_SIZE, &n_read, cancellable,
                                    &io_error))
        break;

      g_byte_array_set_size (content, length + n_read);
      if (n_read < CHUNK_SIZE)
        break;
    }

  if (io_error != NULL)
    {
      take_io_error (io_error, file, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

GBytes *
gloss_document_file_load (GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GBytes) bytes = load (file, MAX_BYTES, cancellable, error);

  if (bytes != NULL && g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT,
                   _("This file is larger than %d MiB"), MAX_BYTES / (1024 * 1024));
      prefix_with_name (error, file);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

gboolean
gloss_document_file_is_xml (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data + length;

  /* UTF-16 with its mark: XML says so itself, and may be read. */
  if (length >= 4 && (memcmp (data, "\xff\xfe<\0", 4) == 0 || memcmp (data, "\xfe\xff\0<", 4) == 0))
    return TRUE;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3;
  while (data < end && g_ascii_isspace (*data))
    data++;

  /* <<like this>> may well be how a plain text begins. */
  return end - data >= 2 && data[0] == '<' && (g_ascii_isalpha (data[1]) || strchr ("?!_:", data[1]) != NULL);
}

char *
gloss_document_file_dup_symbol (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);
  char *symbol = g_filename_display_name (basename != NULL ? basename : "");
  char *dot = strrchr (symbol, '.');

  for (char *p = symbol; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = ' ';
    }

  /* "draft.txt", but not "version 1.2", ".profile" or " .txt". */
  if (dot != NULL && dot > symbol + strspn (symbol, " ") && g_ascii_isalpha (dot[1]))
    *dot = '\0';

  return symbol;
}

/* (transfer full) for @bytes: where nobody else holds them, a plain text stays where it is. */
static GlossDocument *
parse (GFile   *file,
       GBytes  *bytes,
       GError **error)
{
  g_autofree char *symbol = gloss_document_file_dup_symbol (file);
  GlossDocument *document;
  gsize length;

  if (gloss_document_file_is_xml (bytes))
    {
      const char *data = g_bytes_get_data (bytes, &length);

      document = gloss_akn_read (data, length, symbol, error);
      g_bytes_unref (bytes);
    }
  else
    {
      char *data = g_bytes_unref_to_data (bytes, &length);

      document = gloss_text_take (data, length, symbol, error);
    }

  if (document == NULL)
    prefix_with_name (error, file);

  return document;
}

GlossDocument *
gloss_document_file_parse (GFile   *file,
                           GBytes  *bytes,
                           GError **error)
{
  return parse (file, g_bytes_ref (bytes), error);
}

/* How many of the @length bytes at @text are whole characters, if they are cut off there. */
static gsize
trim_character (const char *text,
                gsize       length)
{
  const char *end;

  if (!g_utf8_validate_len (text, length, &end) && text + length - end < 4)
    return end - text;

  return length;
}

GlossDocument *
gloss_document_file_read_head (GFile   *file,
                               GError **error)
{
  g_autofree char *symbol = gloss_document_file_dup_symbol (file);
  g_autoptr (GBytes) bytes = load (file, MAX_HEAD, NULL, error);
  GlossDocument *document;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  if (gloss_document_file_is_xml (bytes))
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = gloss_document_file_load (file, NULL, error);
      if (bytes == NULL)
        return NULL;
      data = g_bytes_get_data (bytes, &length);
      document = gloss_akn_read_head (data, length, symbol, error);
    }
  else
    {
      data = g_bytes_get_data (bytes, &length);
      if (length > MAX_HEAD)
        length = trim_character (data, MAX_HEAD);
      document = gloss_text_read (data, length, symbol, error);
    }

  if (document == NULL)
    prefix_with_name (error, file);

  return document;
}

GlossDocument *
gloss_document_read_file (GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = gloss_document_file_load (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  return parse (file, g_steal_pointer (&bytes), error);
}

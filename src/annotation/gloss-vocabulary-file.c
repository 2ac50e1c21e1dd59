/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-vocabulary-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-json-edit.h"

#define FILE_TYPE "GlossatorVocabulary"
#define FILE_VERSION 1

/* How long another process may hold the lock, which it does while it writes one small file. */
#define MAX_WAIT_US (2 * G_USEC_PER_SEC)
#define WAIT_STEP_US 2000

/* The lock is a file of its own, since the other one is replaced. */
int
gloss_vocabulary_file_lock (const char  *path,
                            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (".", base, ".lock", NULL);
  g_autofree char *lock_path = g_build_filename (folder, name, NULL);
  gint64 give_up_at = g_get_monotonic_time () + MAX_WAIT_US;
  g_autofd int fd = -1;

  if (!gloss_store_file_make_folder (folder, error))
    return -1;

  fd = open (lock_path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  while (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if ((errno != EWOULDBLOCK && errno != EINTR) || g_get_monotonic_time () > give_up_at)
        {
          gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_LOCK, path);
          return -1;
        }
      g_usleep (WAIT_STEP_US);
    }
  if (fd < 0)
    gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_LOCK, path);

  return g_steal_fd (&fd);
}

static gboolean
is_object_or_absent (const GlossJsonText *object,
                     const char          *name)
{
  GlossJsonText value;

  return !gloss_json_text_get_member (object, name, &value) || gloss_json_text_is_object (&value);
}

char *
gloss_vocabulary_file_read (const char      *path,
                            GlossFileStamp  *stamp,
                            GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *data = NULL;
  g_autofree char *type = NULL;
  GlossJsonText object, version;
  gint64 number = FILE_VERSION;
  gsize length;

  if (!gloss_store_file_read (path, &data, &length, stamp, &local_error))
    {
      *stamp = (GlossFileStamp) { 0 };
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return g_strdup ("{}");

      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (!gloss_json_text_check (data, length, &object, error))
    return NULL;

  type = gloss_json_text_dup_member (&object, "type");
  if (!gloss_json_text_is_object (&object) || (type != NULL && !g_str_equal (type, FILE_TYPE)) ||
      !is_object_or_absent (&object, "colors") || !is_object_or_absent (&object, "tags"))
    {
      g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
                           _("It holds no names of colors and tags"));
      return NULL;
    }
  if (gloss_json_text_get_member (&object, "version", &version) &&
      (!gloss_json_text_get_int (&version, &number) || number > FILE_VERSION))
    {
      /* Translators: %s is the name of a file. */
      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION,
                   _("“%s” was written by a later version of Glossator"), path);
      return NULL;
    }

  return g_strndup (object.start, object.length);
}

char *
gloss_vocabulary_file_read_or_set_aside (const char      *path,
                                         GlossFileStamp  *stamp,
                                         char           **aside,
                                         GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  char *text = gloss_vocabulary_file_read (path, stamp, &local_error);

  *aside = NULL;
  if (text != NULL)
    return text;

  if (g_error_matches (local_error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE))
    {
      *aside = gloss_store_file_set_aside (path, error);
      *stamp = (GlossFileStamp) { 0 };
      return *aside != NULL ? g_strdup ("{}") : NULL;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
gloss_vocabulary_file_write (const char      *path,
                             const char      *text,
                             GlossFileStamp  *stamp,
                             char           **written,
                             GError         **error)
{
  GlossJsonText object = gloss_json_text_for (text);
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&object);
  g_autofree char *all = NULL;
  g_autofree char *data = NULL;

  gloss_json_edit_set_string (edit, "type", FILE_TYPE);
  gloss_json_edit_set_int (edit, "version", FILE_VERSION);
  all = gloss_json_edit_to_text (edit);
  data = g_strconcat (all, "\n", NULL);
  if (!gloss_store_file_replace (path, data, strlen (data), stamp, error))
    return FALSE;

  *written = g_steal_pointer (&all);
  return TRUE;
}

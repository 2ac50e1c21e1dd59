/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _GlossFileWriter
{
  char  *path;
  char  *temporary;
  int    fd;          /* -1 when there is no temporary file */
  int    saved_errno; /* of what failed first; 0: nothing did */
  gsize  n_buffered;
  char   buffer[64 * 1024];
};

void
gloss_store_file_set_error (GError       **error,
                            int            saved_errno,
                            GlossStoreAct  act,
                            const char    *path)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *reason = g_strerror (saved_errno);
  g_autofree char *message = NULL;

  switch (act)
    {
    case GLOSS_STORE_ACT_READ:
      message = g_strdup_printf (_("Could not read “%s”: %s"), name, reason);
      break;

    case GLOSS_STORE_ACT_WRITE:
      message = g_strdup_printf (_("Could not write “%s”: %s"), name, reason);
      break;

    case GLOSS_STORE_ACT_LOCK:
      message = g_strdup_printf (_("Could not lock “%s”: %s"), name, reason);
      break;

    case GLOSS_STORE_ACT_SET_ASIDE:
      message = g_strdup_printf (_("Could not set aside “%s”: %s"), name, reason);
      break;

    case GLOSS_STORE_ACT_MAKE_FOLDER:
      message = g_strdup_printf (_("Could not make the folder “%s”: %s"), name, reason);
      break;

    default:
      g_assert_not_reached ();
    }

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), message);
}

static GlossFileStamp
make_stamp (const struct stat *info)
{
  return (GlossFileStamp) {
    .device = info->st_dev,
    .inode = info->st_ino,
    .size = info->st_size,
    .modified_ns = (gint64) info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec,
  };
}

GlossFileStamp
gloss_file_stamp_get (const char *path)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return (GlossFileStamp) { 0, };

  return make_stamp (&info);
}

gboolean
gloss_file_stamp_equal (const GlossFileStamp *a,
                        const GlossFileStamp *b)
{
  return a->device == b->device && a->inode == b->inode &&
         a->size == b->size && a->modified_ns == b->modified_ns;
}

gboolean
gloss_store_file_write_all (int         fd,
                            const char *data,
                            gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return FALSE;

      data += n;
      length -= n;
    }

  return TRUE;
}

gboolean
gloss_store_file_check_size (const char  *path,
                             gint64       size,
                             GError     **error)
{
  g_autofree char *name = NULL;

  if (size <= GLOSS_STORE_FILE_MAX_BYTES)
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("“%s” is too large"), name);
  return FALSE;
}

gboolean
gloss_store_file_read (const char      *path,
                       char           **data,
                       gsize           *length,
                       GlossFileStamp  *stamp,
                       GError         **error)
{
  g_autofd int fd = -1;
  g_autofree char *buffer = NULL;
  struct stat info;
  gsize n_read = 0;

  /* A pipe in the place of the file must not hold up the program. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, &info) != 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_READ, path);
      return FALSE;
    }

  if (S_ISDIR (info.st_mode))
    {
      gloss_store_file_set_error (error, EISDIR, GLOSS_STORE_ACT_READ, path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("Could not read “%s”: %s"), name,
                   _("It is no regular file"));
      return FALSE;
    }
  if (!gloss_store_file_check_size (path, info.st_size, error))
    return FALSE;

  buffer = g_malloc (info.st_size + 1);
  while (n_read < (gsize) info.st_size)
    {
      gssize n = read (fd, buffer + n_read, info.st_size - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_READ, path);
          return FALSE;
        }
      if (n == 0)
        break;
      n_read += n;
    }

  buffer[n_read] = '\0';
  *data = g_steal_pointer (&buffer);
  *length = n_read;
  if (stamp != NULL)
    *stamp = make_stamp (&info);

  return TRUE;
}

void
gloss_store_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems can't, and keep names in order of their own. */
  if (fd >= 0)
    fsync (fd);
}

/* A hidden name beside the file, so that no program takes it for one of the user's. Who holds the
 * lock is the only writer, so what has that name already is left from a crash. */
static char *
make_temporary_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (".", base, ".new", NULL);

  return g_build_filename (folder, name, NULL);
}

GlossFileWriter *
gloss_file_writer_new (const char  *path,
                       GError     **error)
{
  g_autoptr (GlossFileWriter) self = g_new0 (GlossFileWriter, 1);

  self->path = g_strdup (path);
  self->temporary = make_temporary_path (path);

  g_unlink (self->temporary);
  self->fd = open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_WRITE, path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
gloss_file_writer_free (GlossFileWriter *self)
{
  if (self->fd >= 0)
    {
      g_clear_fd (&self->fd, NULL);
      g_unlink (self->temporary);
    }
  g_free (self->path);
  g_free (self->temporary);
  g_free (self);
}

static void
flush (GlossFileWriter *self)
{
  if (self->saved_errno == 0 && !gloss_store_file_write_all (self->fd, self->buffer, self->n_buffered))
    self->saved_errno = errno;
  self->n_buffered = 0;
}

void
gloss_file_writer_put (GlossFileWriter *self,
                       const char      *data,
                       gsize            length)
{
  while (length > 0)
    {
      gsize n = MIN (length, sizeof self->buffer - self->n_buffered);

      memcpy (self->buffer + self->n_buffered, data, n);
      self->n_buffered += n;
      data += n;
      length -= n;
      if (self->n_buffered == sizeof self->buffer)
        flush (self);
    }
}

gboolean
gloss_file_writer_finish (GlossFileWriter  *self,
                          GlossFileStamp   *stamp,
                          GError          **error)
{
  struct stat info;

  flush (self);
  if (self->saved_errno == 0 &&
      (fsync (self->fd) != 0 || fstat (self->fd, &info) != 0 || g_rename (self->temporary, self->path) != 0))
    self->saved_errno = errno;
  if (self->saved_errno != 0)
    {
      gloss_store_file_set_error (error, self->saved_errno, GLOSS_STORE_ACT_WRITE, self->path);
      return FALSE;
    }

  g_clear_fd (&self->fd, NULL);
  gloss_store_file_sync_folder (self->path);
  *stamp = make_stamp (&info);

  return TRUE;
}

gboolean
gloss_store_file_replace (const char      *path,
                          const char      *data,
                          gsize            length,
                          GlossFileStamp  *stamp,
                          GError         **error)
{
  g_autoptr (GlossFileWriter) writer = gloss_file_writer_new (path, error);

  if (writer == NULL)
    return FALSE;

  gloss_file_writer_put (writer, data, length);
  return gloss_file_writer_finish (writer, stamp, error);
}

/* A name that nothing has yet. Whoever makes such names holds the lock of the store. */
static char *
make_aside_path (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *aside = g_strconcat (path, ".damaged-", time, NULL);
  GStatBuf info;

  for (guint i = 2; g_lstat (aside, &info) == 0; i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%u", path, time, i);
    }

  return g_steal_pointer (&aside);
}

char *
gloss_store_file_set_aside (const char  *path,
                            GError     **error)
{
  g_autofree char *aside = make_aside_path (path);

  if (g_rename (path, aside) != 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_SET_ASIDE, path);
      return NULL;
    }

  gloss_store_file_sync_folder (path);
  return g_steal_pointer (&aside);
}

gboolean
gloss_store_file_copy (const char  *path,
                       const char  *copy,
                       GError     **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) local_error = NULL;
  GlossFileStamp stamp;
  gsize length;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!gloss_store_file_read (path, &data, &length, NULL, &local_error))
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return gloss_store_file_replace (copy, data, length, &stamp, error);
}

char *
gloss_store_file_copy_aside (const char  *path,
                             GError     **error)
{
  g_autofree char *aside = make_aside_path (path);

  if (!gloss_store_file_copy (path, aside, error))
    return NULL;

  return g_steal_pointer (&aside);
}

gboolean
gloss_store_file_make_folder (const char  *folder,
                              GError     **error)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_MAKE_FOLDER, folder);
      return FALSE;
    }

  gloss_store_file_sync_folder (folder);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Longer than any file of notes; a gigabyte of memory for a mistake would be worse. */
#define MAX_BYTES ((gint64) 1024 * 1024 * 1024)

void
gloss_store_file_set_error (GError     **error,
                            int          saved_errno,
                            const char  *verb,
                            const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               "Could not %s “%s”: %s", verb, name, g_strerror (saved_errno));
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
      gloss_store_file_set_error (error, errno, "read", path);
      return FALSE;
    }

  if (S_ISDIR (info.st_mode))
    {
      gloss_store_file_set_error (error, EISDIR, "read", path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) || info.st_size > MAX_BYTES)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "Could not read “%s”: %s", name,
                   S_ISREG (info.st_mode) ? "It is too large" : "It is no regular file");
      return FALSE;
    }

  buffer = g_malloc (info.st_size + 1);
  while (n_read < (gsize) info.st_size)
    {
      gssize n = read (fd, buffer + n_read, info.st_size - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          gloss_store_file_set_error (error, errno, "read", path);
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

gboolean
gloss_store_file_replace (const char      *path,
                          const char      *data,
                          gsize            length,
                          GlossFileStamp  *stamp,
                          GError         **error)
{
  g_autofree char *temporary = make_temporary_path (path);
  g_autofd int fd = -1;
  struct stat info;

  g_unlink (temporary);
  fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      gloss_store_file_set_error (error, errno, "write", path);
      return FALSE;
    }

  if (!gloss_store_file_write_all (fd, data, length) || fsync (fd) != 0 || fstat (fd, &info) != 0 ||
      g_rename (temporary, path) != 0)
    {
      int saved_errno = errno;

      g_unlink (temporary);
      gloss_store_file_set_error (error, saved_errno, "write", path);
      return FALSE;
    }

  gloss_store_file_sync_folder (path);
  *stamp = make_stamp (&info);

  return TRUE;
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
      gloss_store_file_set_error (error, errno, "set aside", path);
      return NULL;
    }

  gloss_store_file_sync_folder (path);
  return g_steal_pointer (&aside);
}

char *
gloss_store_file_copy_aside (const char  *path,
                             GError     **error)
{
  g_autofree char *aside = make_aside_path (path);
  g_autofree char *data = NULL;
  GlossFileStamp stamp;
  gsize length;

  if (!gloss_store_file_read (path, &data, &length, NULL, error) ||
      !gloss_store_file_replace (aside, data, length, &stamp, error))
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
      gloss_store_file_set_error (error, errno, "make the folder", folder);
      return FALSE;
    }

  gloss_store_file_sync_folder (folder);
  return TRUE;
}

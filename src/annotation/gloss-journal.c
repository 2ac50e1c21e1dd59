/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annotation/gloss-annotation-json-private.h"
#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-store-file.h"

#define HEADER_TYPE     "GlossatorJournal"
#define FORMAT_VERSION  1
#define MAX_HEADER      4096
#define MAX_WAIT_US     (2 * G_USEC_PER_SEC)
#define PATIENT_WAIT_US (60 * G_USEC_PER_SEC)
#define WAIT_STEP_US    1000

struct _GlossJournal
{
  char  *path;
  char  *symbol;
  char  *generation; /* of what was read; NULL: nothing was */
  gsize  offset;     /* bytes that were read */
  int    fd;         /* while it is locked and there is a file */
  guint  n_locks;
  gint64 max_wait_us;
};

void
gloss_journal_entry_free (GlossJournalEntry *entry)
{
  g_clear_pointer (&entry->id, g_free);
  g_clear_object (&entry->put);
  g_clear_pointer (&entry->was, g_free);
  g_clear_pointer (&entry->time, g_free);
  g_free (entry);
}

GlossJournal *
gloss_journal_new (const char *path,
                   const char *symbol)
{
  GlossJournal *self = g_new0 (GlossJournal, 1);

  self->path = g_strdup (path);
  self->symbol = g_strdup (symbol);
  self->fd = -1;
  self->max_wait_us = MAX_WAIT_US;

  return self;
}

void
gloss_journal_free (GlossJournal *self)
{
  g_clear_fd (&self->fd, NULL);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->symbol, g_free);
  g_clear_pointer (&self->generation, g_free);
  g_free (self);
}

void
gloss_journal_set_patient (GlossJournal *self)
{
  g_return_if_fail (self != NULL);

  self->max_wait_us = PATIENT_WAIT_US;
}

const char *
gloss_journal_get_path (GlossJournal *self)
{
  return self->path;
}

gsize
gloss_journal_get_size (GlossJournal *self)
{
  return self->offset;
}

/* Opens the file; for reading, self->fd stays -1 where there is none. */
static gboolean
open_file (GlossJournal  *self,
           gboolean       write,
           GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  struct stat info;

  if (!write)
    {
      self->fd = open (self->path, O_RDONLY | flags);
      if (self->fd < 0 && errno == ENOENT)
        return TRUE;
    }
  else
    {
      self->fd = open (self->path, O_RDWR | O_APPEND | flags);
      if (self->fd < 0 && errno == ENOENT)
        {
          if (!gloss_store_file_make_folder (folder, error))
            return FALSE;

          self->fd = open (self->path, O_RDWR | O_APPEND | O_CREAT | flags, 0600);
          if (self->fd >= 0)
            gloss_store_file_sync_folder (self->path);
        }
    }

  if (self->fd < 0)
    {
      gloss_store_file_set_error (error, errno, write ? GLOSS_STORE_ACT_WRITE : GLOSS_STORE_ACT_READ, self->path);
      return FALSE;
    }

  if (fstat (self->fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_clear_fd (&self->fd, NULL);
      gloss_store_file_set_error (error, S_ISDIR (info.st_mode) ? EISDIR : EINVAL, write ? GLOSS_STORE_ACT_WRITE : GLOSS_STORE_ACT_READ, self->path);
      return FALSE;
    }

  return TRUE;
}

/* FALSE when another file has the name by now, as after a synchronization: then the lock is on
 * one that nobody else will see. */
static gboolean
is_current_file (GlossJournal *self)
{
  struct stat mine;
  struct stat named;

  return fstat (self->fd, &mine) == 0 && stat (self->path, &named) == 0 &&
         mine.st_dev == named.st_dev && mine.st_ino == named.st_ino;
}

gboolean
gloss_journal_lock (GlossJournal  *self,
                    gboolean       write,
                    GError       **error)
{
  gint64 give_up_at = g_get_monotonic_time () + self->max_wait_us;

  if (self->n_locks > 0)
    {
      self->n_locks++;
      return TRUE;
    }

  while (TRUE)
    {
      if (self->fd < 0 && !open_file (self, write, error))
        return FALSE;
      if (self->fd < 0)
        break;

      if (flock (self->fd, (write ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
        {
          if (is_current_file (self))
            break;
          g_clear_fd (&self->fd, NULL);
        }
      else if (errno != EWOULDBLOCK && errno != EINTR)
        {
          gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_LOCK, self->path);
          g_clear_fd (&self->fd, NULL);
          return FALSE;
        }
      else
        {
          g_usleep (WAIT_STEP_US);
        }

      if (g_get_monotonic_time () > give_up_at)
        {
          gloss_store_file_set_error (error, EBUSY, GLOSS_STORE_ACT_LOCK, self->path);
          g_clear_fd (&self->fd, NULL);
          return FALSE;
        }
    }

  self->n_locks = 1;
  return TRUE;
}

void
gloss_journal_unlock (GlossJournal *self)
{
  g_return_if_fail (self->n_locks > 0);

  self->n_locks--;
  if (self->n_locks == 0)
    g_clear_fd (&self->fd, NULL);
}

/* TRUE when @rest is the beginning of a line that was being written, or nothing at all, or room that
 * a file system made and did not fill. Anything else is somebody else's. */
static gboolean
is_torn_line (const char *rest,
              gsize       length)
{
  static const char *const beginnings[] = { "{\"put\":", "{\"remove\":", "{\"type\":\"" HEADER_TYPE "\"" };
  gsize n_written = length;

  while (n_written > 0 && rest[n_written - 1] == '\0')
    n_written--;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (memcmp (rest, beginnings[i], MIN (n_written, strlen (beginnings[i]))) == 0)
        return TRUE;
    }

  return FALSE;
}

/* (transfer full) (nullable): the bytes from @offset on, of which the first @length are whole lines. */
static char *
read_lines (GlossJournal  *self,
            gsize          offset,
            gsize          size,
            gsize         *length,
            GError       **error)
{
  g_autofree char *data = g_malloc (size - offset + 1);
  gsize n_read = 0;

  while (n_read < size - offset)
    {
      gssize n = pread (self->fd, data + n_read, size - offset - n_read, offset + n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_READ, self->path);
          return NULL;
        }
      if (n == 0)
        break;
      n_read += n;
    }

  /* What could not be read any more is as torn as what was not written. */
  memset (data + n_read, '\0', size - offset - n_read);
  while (n_read > 0 && data[n_read - 1] != '\n')
    n_read--;

  *length = n_read;
  return g_steal_pointer (&data);
}

/* (transfer full) (nullable): the generation that a first line names. */
static char *
read_header (const GlossJsonText  *header,
             GError              **error)
{
  GlossJsonText value;
  gint64 version;

  if (!gloss_json_text_get_member (header, "type", &value) || !gloss_json_text_equals (&value, HEADER_TYPE))
    return NULL;

  if (gloss_json_text_get_member (header, "version", &value) &&
      gloss_json_text_get_int (&value, &version) && version > FORMAT_VERSION)
    {
      g_autofree char *format = g_strdup_printf ("%" G_GINT64_FORMAT, version);

      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION,
                   _("written by a later version of Glossator (journal format %s)"), format);
      return NULL;
    }

  return gloss_json_text_dup_member (header, "generation");
}

static GlossJournalEntry *
read_entry (const GlossJsonText  *line,
            GError              **error)
{
  g_autoptr (GlossJournalEntry) entry = g_new0 (GlossJournalEntry, 1);
  GlossJsonText put;

  entry->was = gloss_json_text_dup_member (line, "was");
  entry->time = gloss_json_text_dup_member (line, "time");

  if (gloss_json_text_get_member (line, "put", &put))
    {
      entry->put = gloss_annotation_new_from_record (&put, error);
      if (entry->put == NULL)
        return NULL;
      entry->id = g_strdup (gloss_annotation_get_id (entry->put));
      return g_steal_pointer (&entry);
    }

  entry->id = gloss_json_text_dup_member (line, "remove");
  if (entry->id == NULL)
    {
      g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE, _("no change"));
      return NULL;
    }

  return g_steal_pointer (&entry);
}

static void
note_damage (char       **damage,
             gsize        offset,
             const char  *reason)
{
  g_autofree char *place = NULL;

  if (*damage != NULL)
    return;

  /* Translators: the place in a file, a number, and what is wrong there. */
  place = g_strdup_printf ("%" G_GSIZE_FORMAT, offset);
  *damage = g_strdup_printf (_("byte %s: %s"), place, reason);
}

/* The generation of the file as it is now; NULL with an error, or with none where it has none. */
static char *
read_generation (GlossJournal  *self,
                 gsize          size,
                 GError       **error)
{
  char line[MAX_HEADER];
  gssize n = pread (self->fd, line, MIN (size, sizeof line), 0);
  const char *end = n > 0 ? memchr (line, '\n', n) : NULL;
  GlossJsonText header;

  if (end == NULL || !gloss_json_text_check (line, end - line, &header, NULL))
    return NULL;

  return read_header (&header, error);
}

gboolean
gloss_journal_read (GlossJournal  *self,
                    GPtrArray     *entries,
                    gboolean      *restarted,
                    char         **damage,
                    GError       **error)
{
  g_autofree char *generation = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) header_error = NULL;
  struct stat info = { 0, };
  gsize length;

  *damage = NULL;

  if (self->fd >= 0 && fstat (self->fd, &info) != 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_READ, self->path);
      return FALSE;
    }

  if (info.st_size > 0)
    generation = read_generation (self, info.st_size, &header_error);
  if (header_error != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&header_error), "“%s”: ", self->path);
      return FALSE;
    }

  *restarted = FALSE;
  if (generation == NULL || g_strcmp0 (generation, self->generation) != 0 || (gsize) info.st_size < self->offset)
    {
      *restarted = self->offset > 0;
      gloss_journal_rewind (self);
      self->generation = g_steal_pointer (&generation);
    }

  if ((gsize) info.st_size <= self->offset)
    return TRUE;

  if (!gloss_store_file_check_size (self->path, info.st_size, error))
    return FALSE;
  data = read_lines (self, self->offset, info.st_size, &length, error);
  if (data == NULL)
    return FALSE;
  if (!is_torn_line (data + length, info.st_size - self->offset - length))
    note_damage (damage, self->offset + length, _("no line of a journal"));

  for (const char *line = data; line < data + length;)
    {
      const char *end = memchr (line, '\n', data + length - line);
      gsize offset = self->offset + (line - data);
      g_autoptr (GError) line_error = NULL;
      GlossJsonText value;
      GlossJsonText type;

      if (!gloss_json_text_check (line, end - line, &value, &line_error))
        {
          note_damage (damage, offset, line_error->message);
        }
      else if (!(offset == 0 && gloss_json_text_get_member (&value, "type", &type)))
        {
          GlossJournalEntry *entry = read_entry (&value, &line_error);

          if (entry != NULL)
            g_ptr_array_add (entries, entry);
          else
            note_damage (damage, offset, line_error->message);
        }

      line = end + 1;
    }

  self->offset += length;
  return TRUE;
}

void
gloss_journal_rewind (GlossJournal *self)
{
  g_clear_pointer (&self->generation, g_free);
  self->offset = 0;
}

static char *
make_header (GlossJournal *self)
{
  g_autoptr (GlossJsonEdit) header = gloss_json_edit_new (NULL);
  g_autofree char *symbol = g_utf8_make_valid (self->symbol, -1);
  g_autofree char *text = NULL;

  g_free (self->generation);
  self->generation = g_uuid_string_random ();

  gloss_json_edit_set_string (header, "type", HEADER_TYPE);
  gloss_json_edit_set_int (header, "version", FORMAT_VERSION);
  gloss_json_edit_set_string (header, "generation", self->generation);
  gloss_json_edit_set_string (header, "symbol", symbol);

  text = gloss_json_edit_to_text (header);
  return g_strconcat (text, "\n", NULL);
}

/* The end of the last whole line: what is behind it was never acknowledged, and a line must not
 * be glued to it. */
static gboolean
cut_torn_line (GlossJournal  *self,
               off_t         *size,
               GError       **error)
{
  g_autofree char *data = NULL;
  char last;
  gsize length;

  if (*size == 0 || (pread (self->fd, &last, 1, *size - 1) == 1 && last == '\n'))
    return TRUE;

  data = read_lines (self, 0, *size, &length, error);
  if (data == NULL)
    return FALSE;

  if (ftruncate (self->fd, length) != 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_WRITE, self->path);
      return FALSE;
    }

  *size = length;
  return TRUE;
}

gboolean
gloss_journal_append (GlossJournal   *self,
                      const GString  *lines,
                      GError        **error)
{
  g_autofree char *header = NULL;
  g_autofree char *data = NULL;
  struct stat info;
  off_t size;

  g_return_val_if_fail (self->fd >= 0, FALSE);

  if (fstat (self->fd, &info) != 0)
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_WRITE, self->path);
      return FALSE;
    }

  size = info.st_size;
  if (!cut_torn_line (self, &size, error))
    return FALSE;

  if (size == 0)
    header = make_header (self);
  data = g_strconcat (header != NULL ? header : "", lines->str, NULL);

  if (!gloss_store_file_write_all (self->fd, data, strlen (data)) || fdatasync (self->fd) != 0)
    {
      int saved_errno = errno;

      /* Half a change helps nobody; and should this fail too, a torn line is cut off later. */
      if (ftruncate (self->fd, size) != 0)
        g_debug ("Could not shorten %s: %s", self->path, g_strerror (errno));
      if (size == 0)
        gloss_journal_rewind (self);
      gloss_store_file_set_error (error, saved_errno, GLOSS_STORE_ACT_WRITE, self->path);
      return FALSE;
    }

  self->offset = size + strlen (data);
  return TRUE;
}

gboolean
gloss_journal_clear (GlossJournal  *self,
                     GError       **error)
{
  gloss_journal_rewind (self);

  if (self->fd >= 0 && (ftruncate (self->fd, 0) != 0 || fsync (self->fd) != 0))
    {
      gloss_store_file_set_error (error, errno, GLOSS_STORE_ACT_WRITE, self->path);
      return FALSE;
    }

  return TRUE;
}

void
gloss_journal_format_put (GString         *lines,
                          GlossAnnotation *annotation,
                          const char      *was)
{
  g_string_append (lines, "{\"put\":");
  g_string_append (lines, gloss_annotation_get_text (annotation));
  if (was != NULL)
    {
      g_string_append (lines, ",\"was\":");
      gloss_json_text_append (lines, was);
    }
  g_string_append (lines, "}\n");
}

void
gloss_journal_format_remove (GString    *lines,
                             const char *id,
                             const char *was,
                             const char *time)
{
  g_string_append (lines, "{\"remove\":");
  gloss_json_text_append (lines, id);
  if (was != NULL)
    {
      g_string_append (lines, ",\"was\":");
      gloss_json_text_append (lines, was);
    }
  g_string_append (lines, ",\"time\":");
  gloss_json_text_append (lines, time);
  g_string_append (lines, "}\n");
}

char *
gloss_journal_read_symbol (const char *path)
{
  g_autoptr (GlossJournal) journal = gloss_journal_new (path, "");
  char line[MAX_HEADER];
  gssize n;
  const char *end;
  GlossJsonText header;

  if (!open_file (journal, FALSE, NULL) || journal->fd < 0)
    return NULL;

  n = pread (journal->fd, line, sizeof line, 0);
  end = n > 0 ? memchr (line, '\n', n) : NULL;
  if (end == NULL || !gloss_json_text_check (line, end - line, &header, NULL))
    return NULL;

  return gloss_json_text_dup_member (&header, "symbol");
}

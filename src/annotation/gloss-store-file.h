/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Files of the annotation store: read whole, replaced whole, set aside. Errors are of G_IO_ERROR,
 * and their messages name the file. Blocking; any thread.
 */

/* What tells one state of a file from another without reading it. All 0: no file. */
typedef struct
{
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64  modified_ns;
} GlossFileStamp;

GlossFileStamp gloss_file_stamp_get         (const char           *path);
gboolean       gloss_file_stamp_equal       (const GlossFileStamp *a,
                                             const GlossFileStamp *b);

/* Longer than any file of notes; a gigabyte of memory for a mistake would be worse. */
#define GLOSS_STORE_FILE_MAX_BYTES ((gint64) 1024 * 1024 * 1024)

/* @data: (out) (transfer full), with a NUL behind its @length bytes. What is longer than any file of
 * notes is G_IO_ERROR_MESSAGE_TOO_LARGE. */
gboolean       gloss_store_file_read        (const char      *path,
                                             char           **data,
                                             gsize           *length,
                                             GlossFileStamp  *stamp,
                                             GError         **error);

/* FALSE with that error. */
gboolean       gloss_store_file_check_size  (const char      *path,
                                             gint64           size,
                                             GError         **error);

/* Puts @data in the place of @path, durably: at any moment, and after a power cut, the file is
 * either the old one or the new one. Only for one at a time, who holds the lock of the store. */
gboolean       gloss_store_file_replace     (const char      *path,
                                             const char      *data,
                                             gsize            length,
                                             GlossFileStamp  *stamp,
                                             GError         **error);

/* The same piece by piece, for what is too long to stand in memory twice. One that is freed before it
 * is finished leaves the file as it is. Pieces may be given after an error, which finish tells. */
typedef struct _GlossFileWriter GlossFileWriter;

GlossFileWriter *gloss_file_writer_new    (const char       *path,
                                           GError          **error);
void             gloss_file_writer_free   (GlossFileWriter  *self);
void             gloss_file_writer_put    (GlossFileWriter  *self,
                                           const char       *data,
                                           gsize             length);
gboolean         gloss_file_writer_finish (GlossFileWriter  *self,
                                           GlossFileStamp   *stamp,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossFileWriter, gloss_file_writer_free)

/* (transfer full) (nullable): renames @path to "@path.damaged-<time>", a name that nothing has
 * yet, and gives that name. */
char          *gloss_store_file_set_aside   (const char      *path,
                                             GError         **error);

/* Copies @path to @copy, durably; one that is there already is left as it is, and a missing @path is
 * no error. */
gboolean       gloss_store_file_copy        (const char      *path,
                                             const char      *copy,
                                             GError         **error);

/* (transfer full) (nullable): the same with a copy; @path stays. */
char          *gloss_store_file_copy_aside  (const char      *path,
                                             GError         **error);

/* Makes @folder, for the user alone, with the folders above it. */
gboolean       gloss_store_file_make_folder (const char      *folder,
                                             GError         **error);

/* Makes the names in the folder of @path durable. */
void           gloss_store_file_sync_folder (const char      *path);

/* All of @data, or FALSE with errno. */
gboolean       gloss_store_file_write_all   (int              fd,
                                             const char      *data,
                                             gsize            length);

/* What can fail with a file. */
typedef enum
{
  GLOSS_STORE_ACT_READ,
  GLOSS_STORE_ACT_WRITE,
  GLOSS_STORE_ACT_LOCK,
  GLOSS_STORE_ACT_SET_ASIDE,
  GLOSS_STORE_ACT_MAKE_FOLDER,
} GlossStoreAct;

/* Sets @error from @saved_errno: what could not be done to @path, and why. */
void           gloss_store_file_set_error   (GError         **error,
                                             int              saved_errno,
                                             GlossStoreAct    act,
                                             const char      *path);

G_END_DECLS

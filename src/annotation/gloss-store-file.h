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

/* @data: (out) (transfer full), with a NUL behind its @length bytes. */
gboolean       gloss_store_file_read        (const char      *path,
                                             char           **data,
                                             gsize           *length,
                                             GlossFileStamp  *stamp,
                                             GError         **error);

/* Puts @data in the place of @path, durably: at any moment, and after a power cut, the file is
 * either the old one or the new one. Only for one at a time, who holds the lock of the store. */
gboolean       gloss_store_file_replace     (const char      *path,
                                             const char      *data,
                                             gsize            length,
                                             GlossFileStamp  *stamp,
                                             GError         **error);

/* (transfer full) (nullable): renames @path to "@path.damaged-<time>", a name that nothing has
 * yet, and gives that name. */
char          *gloss_store_file_set_aside   (const char      *path,
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

/* Sets @error from @saved_errno: "Could not VERB PATH: reason". */
void           gloss_store_file_set_error   (GError         **error,
                                             int              saved_errno,
                                             const char      *verb,
                                             const char      *path);

G_END_DECLS

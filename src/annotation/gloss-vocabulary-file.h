/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-store-file.h"

G_BEGIN_DECLS

/**
 * The file of a vocabulary: one JSON object with the objects "colors" and "tags". Blocking; any
 * thread.
 */

/* The lock on the file @path, to be closed; -1 with an error. Makes the folder. */
int      gloss_vocabulary_file_lock              (const char      *path,
                                                  GError         **error);

/* (transfer full) (nullable): the text of the object, "{}" where there is no file.
 * GLOSS_ANNOTATION_ERROR_PARSE where it is something else, GLOSS_ANNOTATION_ERROR_VERSION where a
 * later version of Glossator wrote it. */
char    *gloss_vocabulary_file_read              (const char      *path,
                                                  GlossFileStamp  *stamp,
                                                  GError         **error);

/* (transfer full) (nullable): the same, but what can't be parsed is set aside. Under the lock.
 * @aside: (out) (transfer full) (nullable): its new name where that was done. */
char    *gloss_vocabulary_file_read_or_set_aside (const char      *path,
                                                  GlossFileStamp  *stamp,
                                                  char           **aside,
                                                  GError         **error);

/* Replaces the file, under the lock. @written: (out) (transfer full): @text with what was added
 * to say what the file is. */
gboolean gloss_vocabulary_file_write             (const char      *path,
                                                  const char      *text,
                                                  GlossFileStamp  *stamp,
                                                  char           **written,
                                                  GError         **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlossZipWriter:
 *
 * Makes a ZIP archive in memory, for file formats that are one. The same entries give the same
 * bytes: no clock and no names of users are in it. Not for use from several threads at once.
 */
typedef struct _GlossZipWriter GlossZipWriter;

GlossZipWriter *gloss_zip_writer_new    (void);
void            gloss_zip_writer_free   (GlossZipWriter *self);

/* Begins the entry @name, a relative path in ASCII with "/"; the one before it ends. */
void            gloss_zip_writer_begin  (GlossZipWriter *self,
                                         const char     *name);

/* Appends @data, @length bytes, to the entry that was begun; it stays below 4 GiB, as the whole
 * archive must. Copied. */
void            gloss_zip_writer_append (GlossZipWriter *self,
                                         const char     *data,
                                         gsize           length);

/* A whole entry at once. */
void            gloss_zip_writer_add    (GlossZipWriter *self,
                                         const char     *name,
                                         const char     *data,
                                         gsize           length);

/* (transfer full): the archive; the writer is empty afterwards and may only be freed. */
GBytes         *gloss_zip_writer_end    (GlossZipWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossZipWriter, gloss_zip_writer_free)

G_END_DECLS

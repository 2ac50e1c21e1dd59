/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "comparison/gloss-progress.h"
#include "document/gloss-library.h"
#include "import/gloss-import-place.h"

G_BEGIN_DECLS

/**
 * GlossImportReader:
 *
 * Reads files of annotations, and finds the place of each annotation in the documents of a
 * library: all of an import that takes time, and nothing that looks at the notes that are there.
 *
 * For the thread of its library. Both can be made on a thread of their own; what was read may then
 * be handed to another one.
 */
typedef struct _GlossImportReader GlossImportReader;

/* One annotation of a file, with its place. */
typedef struct
{
  GlossAnnotation         *annotation; /* as it would be stored; in no store yet */
  const GlossImportRecord *record;     /* what it was made of; borrowed from the file */
  GlossImportPlace         place;
} GlossImportFound;

/* What was read from one file. It needs neither the reader nor the library any more. */
typedef struct
{
  GlossImportFile *file;
  GPtrArray       *found; /* element-type GlossImportFound */
} GlossImportBatch;

GlossImportReader *gloss_import_reader_new       (GlossLibrary       *library);
void               gloss_import_reader_free      (GlossImportReader  *self);

/* (transfer full) (nullable): what is in the file @data, @length in bytes. @name: (nullable): of the
 * file, with which messages then begin. GLOSS_ANNOTATION_ERROR where it holds no annotations that are known, or is
 * damaged. @progress: (nullable): told of this file from @from to @to percent. */
GlossImportBatch  *gloss_import_reader_read_data (GlossImportReader  *self,
                                                  const char         *data,
                                                  gsize               length,
                                                  const char         *name,
                                                  GlossProgress      *progress,
                                                  guint               from,
                                                  guint               to,
                                                  GCancellable       *cancellable,
                                                  GError            **error);

/* The same for the file @file; G_IO_ERROR where it can't be read. */
GlossImportBatch  *gloss_import_reader_read_file (GlossImportReader  *self,
                                                  GFile              *file,
                                                  GlossProgress      *progress,
                                                  guint               from,
                                                  guint               to,
                                                  GCancellable       *cancellable,
                                                  GError            **error);
void               gloss_import_batch_free       (GlossImportBatch   *self);

/* (transfer full) (nullable): the annotation that @record says, with the target that @anchor
 * (nullable: as it came) says, and beside it what it came as. */
GlossAnnotation   *gloss_import_make_annotation  (const GlossImportRecord  *record,
                                                  GlossAnchor              *anchor,
                                                  GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportReader, gloss_import_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportBatch, gloss_import_batch_free)

G_END_DECLS

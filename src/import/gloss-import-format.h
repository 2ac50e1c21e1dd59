/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "document/gloss-offsets.h"

G_BEGIN_DECLS

/**
 * Files of annotations, as other programs write them, read into Web Annotations. What a file is
 * shows in its content, never in its name. Pure functions: any thread.
 */

/* The most that is read of one file. */
#define GLOSS_IMPORT_MAX_BYTES (256 * 1024 * 1024)

/* One annotation of a file. */
typedef struct
{
  char            *text;         /* a Web Annotation, JSON on one line, with an id that is the same each
                                  * time the file is read; its target as the program wrote it */
  char            *original;     /* JSON: what is kept of how it came, once its target is said anew */
  GPtrArray       *names;        /* element-type utf8: what the file calls the document: titles,
                                  * identifiers, symbols, addresses */

  /* What it quotes; NULL where the file does not say. */
  char            *exact;
  char            *prefix;
  char            *suffix;
  gboolean         has_selector; /* FALSE: it is on the document as a whole */

  /* Where the quotation begins in the text of the page that was read; -1: unknown. */
  gint64           start;
  GlossOffsetUnit  unit;
} GlossImportRecord;

typedef struct
{
  const char *format;      /* its name: "Hypothesis" */
  GPtrArray  *records;     /* element-type GlossImportRecord */
  guint       n_elsewhere; /* annotations whose address alone is in the file */
} GlossImportFile;

/* (transfer full) (nullable): the content, or of a larger file a little more than the most that is
 * read. */
GBytes          *gloss_import_file_load (GFile            *file,
                                         GCancellable     *cancellable,
                                         GError          **error);

/* TRUE where the file @data with the name @name is to be read as notes, and not as a document: it is
 * JSON, or bears a name that nothing else has. @length: in bytes. */
gboolean         gloss_import_is_notes  (const char       *name,
                                         const char       *data,
                                         gsize             length);

/* (transfer full) (nullable): GLOSS_ANNOTATION_ERROR where @data is no JSON, holds no annotations
 * that are known, or was written by a later version. @length: in bytes. */
GlossImportFile *gloss_import_file_read (const char       *data,
                                         gsize             length,
                                         GError          **error);
void             gloss_import_file_free (GlossImportFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportFile, gloss_import_file_free)

G_END_DECLS

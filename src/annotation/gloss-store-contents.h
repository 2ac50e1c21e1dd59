/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "annotation/gloss-load.h"
#include "annotation/gloss-store-file.h"

G_BEGIN_DECLS

/**
 * GlossStoreContents:
 *
 * What the collection and the journal of one document say together. Pure but for reading files:
 * it may be made in one thread and used in another. What is done to one annotation takes no longer
 * where there are many.
 */
typedef struct
{
  GSequence  *annotations; /* element-type GlossAnnotation, in the order of the file */
  GHashTable *by_id;       /* id -> GSequenceIter, both borrowed */
  GHashTable *removed;     /* id -> time of its removal, so that a removal is not undone by a file
                            * that does not know of it yet */
  char       *frame;       /* what else is in the collection; NULL: no file */
  gint64      version;     /* of the format of the file; 0 where it does not say */
  guint       n_conflicts; /* changes that were made in two places at once; both are there */
} GlossStoreContents;

GlossStoreContents *gloss_store_contents_new           (void);
void                gloss_store_contents_free          (GlossStoreContents  *self);

/* (transfer full) (nullable): reads the collection @path; a missing file is an empty one. @load:
 * (nullable): who waits for it.
 * GLOSS_ANNOTATION_ERROR where it is damaged or of a later version, else G_IO_ERROR. */
GlossStoreContents *gloss_store_contents_read          (const char          *path,
                                                        GlossLoad           *load,
                                                        GlossFileStamp      *stamp,
                                                        GError             **error);

/* Makes the changes of a whole journal (element-type GlossJournalEntry). Made twice, they change
 * nothing more. */
void                gloss_store_contents_apply_journal (GlossStoreContents  *self,
                                                        GPtrArray           *entries);

/* Makes all annotations ready to be looked at and searched, on several threads at once: for who has a
 * thread to spare before anybody searches. */
void                gloss_store_contents_prepare       (GlossStoreContents  *self);

/* Puts everything into the collection @path, as gloss_store_file_replace () does. */
gboolean            gloss_store_contents_write         (GlossStoreContents  *self,
                                                        const char          *symbol,
                                                        const char          *path,
                                                        GlossFileStamp      *stamp,
                                                        GError             **error);

guint               gloss_store_contents_get_n         (GlossStoreContents  *self);

/* (transfer none) (nullable): NULL behind the last one. */
GlossAnnotation    *gloss_store_contents_get           (GlossStoreContents  *self,
                                                        guint                position);

/* (transfer none) (nullable) */
GlossAnnotation    *gloss_store_contents_find          (GlossStoreContents  *self,
                                                        const char          *id);

/* TRUE where nothing is known of any annotation, not even that it was removed. */
gboolean            gloss_store_contents_is_blank      (GlossStoreContents  *self);

void                gloss_store_contents_add           (GlossStoreContents  *self,
                                                        GlossAnnotation     *annotation);

/* Remembers that @id was removed at @time, also where there is none: somebody may still have it, and
 * would think that nobody removed it. FALSE where there is none; @position: (out) where it stood. */
gboolean            gloss_store_contents_remove        (GlossStoreContents  *self,
                                                        const char          *id,
                                                        const char          *time,
                                                        guint               *position);

/* TRUE when both say the same, whenever they were written. */
gboolean            gloss_annotation_same_content      (GlossAnnotation     *a,
                                                        GlossAnnotation     *b);

/* (transfer full): @annotation under an id of its own, always the same one, as the other version
 * of an annotation that was changed in two places at once. */
GlossAnnotation    *gloss_annotation_copy_for_conflict (GlossAnnotation     *annotation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossStoreContents, gloss_store_contents_free)

G_END_DECLS

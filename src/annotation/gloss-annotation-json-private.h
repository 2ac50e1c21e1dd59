/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-json-text.h"
#include "annotation/gloss-load.h"
#include "annotation/gloss-record.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): as gloss_annotation_new_from_text (), of a text that was checked as
 * part of a larger one. */
GlossAnnotation *gloss_annotation_new_from_record (const GlossJsonText  *value,
                                                   GError              **error);

/* (transfer full): the same of a record in @block, which is cut out of it; what it says is read when
 * somebody looks at it. */
GlossAnnotation *gloss_annotation_new_take_record (GlossRecord          *record,
                                                   GlossRecordBlock     *block);

/* (transfer full) (nullable) (element-type GlossAnnotation): gloss_annotation_collection_read ()
 * without a copy of the text: @data, with a NUL behind it, is taken over and cut into records.
 * @load: (nullable). */
GPtrArray       *gloss_annotation_collection_read_take (char        *data,
                                                        gsize        length,
                                                        GlossLoad   *load,
                                                        char       **frame,
                                                        GError     **error);

typedef void (*GlossWriteFunc) (const char *data,
                                gsize       length,
                                gpointer    user_data);

/* gloss_annotation_collection_write () piece by piece. @more: (nullable): further members of the
 * collection, which begin with a comma. */
void             gloss_collection_write_to         (GPtrArray      *annotations,
                                                    const char     *symbol,
                                                    const char     *frame,
                                                    const char     *more,
                                                    GlossWriteFunc  write,
                                                    gpointer        user_data);

/* The format version that a checked @frame names, or 0. */
gint64           gloss_collection_get_version      (const char     *frame);

/* FALSE when @collection is none, or of a later version. */
gboolean         gloss_collection_check            (GlossJsonEdit  *collection,
                                                    GError        **error);

/* (transfer full) (nullable) (element-type GlossRecord): the records of a collection that has each
 * on a line of its own, found by several threads at once. @frame: (out): the collection with an
 * empty list in their place. NULL without an error: it is written in another way, or is damaged,
 * and must be read from its beginning to its end. */
GArray          *gloss_collection_find_lines       (const char   *data,
                                                    gsize         length,
                                                    GlossLoad    *load,
                                                    char        **frame,
                                                    GError      **error);

G_END_DECLS

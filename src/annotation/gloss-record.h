/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-json-text.h"

G_BEGIN_DECLS

/**
 * GlossRecord:
 *
 * An annotation as a piece of a larger text, of which no more is known than that it is one: what it
 * says is read when somebody looks at it. Any thread.
 */
typedef struct
{
  GlossJsonText  text;
  char          *id;     /* nullable */
  gboolean       spaced; /* there is, or may be, white space between its tokens */
} GlossRecord;

/* FALSE with GLOSS_ANNOTATION_ERROR_PARSE when @value, of a checked text, is no annotation. */
gboolean gloss_record_read  (GlossRecord          *record,
                             const GlossJsonText  *value,
                             GError              **error);
void     gloss_record_clear (GlossRecord          *record);

/**
 * GlossRecordBlock:
 *
 * The text that many records are pieces of, each with a NUL behind it. Reference-counted; for any
 * thread.
 */
typedef struct
{
  char *data;
} GlossRecordBlock;

/* (transfer full): @data is taken over. */
GlossRecordBlock *gloss_record_block_new   (char             *data);
GlossRecordBlock *gloss_record_block_ref   (GlossRecordBlock *self);
void              gloss_record_block_unref (GlossRecordBlock *self);

/* Puts @record, which is followed by at least one byte that nobody needs any more, on one line with
 * a NUL behind it. */
char             *gloss_record_block_cut   (GlossRecordBlock  *self,
                                            const GlossRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlossRecord, gloss_record_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossRecordBlock, gloss_record_block_unref)

G_END_DECLS

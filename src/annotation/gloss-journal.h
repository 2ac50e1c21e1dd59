/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * GlossJournal:
 *
 * The journal of an annotation store: JSON lines, one for each change, appended and synced. Its
 * file is also the lock of the store among processes.
 *
 * The first line names the document and a generation, a random id. Whoever folds the journal
 * into the collection empties it, and the next one to append begins a new generation: so a reader
 * sees that what it read before is in the collection now. A last line that has no end is no line:
 * its writer was never told that it is written.
 *
 * Blocking; not for use from several threads at once.
 */
typedef struct _GlossJournal GlossJournal;

/* One change, which may be made twice. */
typedef struct
{
  char            *id;
  GlossAnnotation *put;  /* the annotation as it is now; NULL: it was removed */
  char            *was;  /* "modified" of what it was before; NULL: it was not there */
  char            *time; /* of a removal */
} GlossJournalEntry;

void          gloss_journal_entry_free (GlossJournalEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossJournalEntry, gloss_journal_entry_free)

GlossJournal *gloss_journal_new        (const char    *path,
                                        const char    *symbol);
void          gloss_journal_free       (GlossJournal  *self);
const char   *gloss_journal_get_path   (GlossJournal  *self);

/* For who has nothing else to do: to wait a minute for others, who may be writing thousands of changes. */
void          gloss_journal_set_patient (GlossJournal *self);

/* Waits for other processes, but not for long: G_IO_ERROR_BUSY. For writing, the file and its
 * folder are made where they are missing; for reading, a missing file is a success. May be
 * nested; a lock for reading does not become one for writing. */
gboolean      gloss_journal_lock       (GlossJournal  *self,
                                        gboolean       write,
                                        GError       **error);
void          gloss_journal_unlock     (GlossJournal  *self);

/* The next four under a lock. */

/* Appends to @entries (element-type GlossJournalEntry) what was written since the last call.
 * @restarted: (out) TRUE when what was read before stands there no more, and @entries are all
 * that do. Lines that can't be read are passed over: @damage (out) (transfer full) (nullable)
 * says which line and why. */
gboolean      gloss_journal_read       (GlossJournal  *self,
                                        GPtrArray     *entries,
                                        gboolean      *restarted,
                                        char         **damage,
                                        GError       **error);

/* Makes the next gloss_journal_read () read everything. */
void          gloss_journal_rewind     (GlossJournal  *self);

/* Appends @lines, each with "\n" at its end, and syncs: all of them or none. They count as read. */
gboolean      gloss_journal_append     (GlossJournal  *self,
                                        const GString *lines,
                                        GError       **error);

/* Empties the file. */
gboolean      gloss_journal_clear      (GlossJournal  *self,
                                        GError       **error);

/* The bytes of the file when it was last read or appended to; 0 where nothing is in it. */
gsize         gloss_journal_get_size   (GlossJournal  *self);

/* Append the line of a change to @lines; @was as in GlossJournalEntry. */
void          gloss_journal_format_put    (GString         *lines,
                                           GlossAnnotation *annotation,
                                           const char      *was);
void          gloss_journal_format_remove (GString         *lines,
                                           const char      *id,
                                           const char      *was,
                                           const char      *time);

/* (transfer full) (nullable): the symbol that the journal @path names. */
char         *gloss_journal_read_symbol   (const char      *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossJournal, gloss_journal_free)

G_END_DECLS

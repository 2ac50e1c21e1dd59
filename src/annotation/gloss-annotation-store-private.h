/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-store.h"
#include "annotation/gloss-journal.h"
#include "annotation/gloss-load.h"
#include "annotation/gloss-store-contents.h"
#include "annotation/gloss-store-merge.h"
#include "annotation/gloss-undo-stack.h"

G_BEGIN_DECLS

/* The parts of the store: gloss-annotation-store.c tells who listens; -changes.c makes changes and
 * takes them back; -disk.c keeps the files and the annotations in step; -open.c opens it and
 * watches the files. */

struct _GlossAnnotationStore
{
  GObject             parent_instance;

  char               *symbol;
  char               *path;       /* of the collection */
  GlossStoreMode      mode;

  GlossStoreContents *contents;   /* what is in memory */
  GlossUndoStack     *undo_stack;
  GlossChange        *group;      /* what is being made as one step; NULL: each change is one */
  GHashTable         *pending;    /* what is not in the files as it is in memory: see GlossMerge */

  GlossJournal       *journal;
  GlossFileStamp      stamp;      /* of the collection as it was read or written last */
  gboolean            loaded;     /* both files were read, and @stamp is theirs */
  gboolean            journal_damaged;
  guint               n_begun;
  GError             *begin_error;

  GlossLoad          *load;       /* while it is opened on behalf of somebody who waits */
  GFileMonitor       *monitors[2];
  gboolean            watched;

  char               *fault;      /* why something is not written; gone when it is */
  GPtrArray          *notices;    /* element-type utf8: what happened to the files, until dismissed */
  GSource            *retry;      /* while it is watched and there is a fault */
};

/* Takes the lock and what others wrote; never fails, but then gloss_store_end () does. May be
 * nested. */
void     gloss_store_begin           (GlossAnnotationStore  *self);

/* The outermost one writes what is pending and gives the lock back. */
gboolean gloss_store_end             (GlossAnnotationStore  *self,
                                      GError               **error);

/* Makes the change, which it takes over, writes it and remembers it for undo. */
gboolean gloss_store_make_change     (GlossAnnotationStore  *self,
                                      GlossChange           *change,
                                      GError               **error);
gboolean gloss_store_has             (GlossAnnotationStore  *self,
                                      GlossAnnotation       *annotation);
void     gloss_store_notify_undo     (GlossAnnotationStore  *self);
void     gloss_store_unwatch         (GlossAnnotationStore  *self);

/* Takes in what others wrote, and writes nothing: the lock is free again before anybody hears of
 * it, who may want to make a change. */
gboolean gloss_store_refresh         (GlossAnnotationStore  *self,
                                      GError               **error);

/* TRUE when the collection alone does not say everything. */
gboolean gloss_store_has_journal     (GlossAnnotationStore  *self);

/* Puts everything into the collection. */
gboolean gloss_store_fold            (GlossAnnotationStore  *self,
                                      GError               **error);
/* TRUE where trying again won't help: what is there is none of our files. */
gboolean gloss_store_is_damage       (const GError          *error);
void     gloss_store_report_fault    (GlossAnnotationStore  *self,
                                      const GError          *error);

void     gloss_store_set_fault       (GlossAnnotationStore  *self,
                                      const char            *fault);
void     gloss_store_add_notice      (GlossAnnotationStore  *self,
                                      const char            *notice);

/* Tries again, while there is a fault, as often as somebody may notice that it is gone. */
void     gloss_store_update_retry    (GlossAnnotationStore  *self);
void     gloss_store_report_conflict (GlossAnnotationStore  *self);
void     gloss_store_emit_changed    (GlossAnnotationStore  *self,
                                      GlossAnnotation       *annotation);
void     gloss_store_insert          (GlossAnnotationStore  *self,
                                      GlossAnnotation       *annotation);
void     gloss_store_take_out        (GlossAnnotationStore  *self,
                                      const char            *id,
                                      const char            *time);

G_END_DECLS

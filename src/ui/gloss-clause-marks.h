/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-search.h"
#include "ui/gloss-placed-notes.h"
#include "ui/gloss-text-marks.h"

G_BEGIN_DECLS

/**
 * What is marked in the clauses of one text: the phrases that bear notes, and what a search found.
 * No widget.
 */
typedef struct
{
  GlossParallelSide side;          /* of the text, where two are read */
  gboolean          hidden;        /* the marks of notes are, as if there were none */
  GlossPlacedNotes *notes;         /* (nullable) */
  GlossPlacedNote  *current_note;  /* (nullable): the one that is chosen */
  GArray           *matches;       /* (nullable) (element-type GlossDocumentMatch), in reading order */
  int               current_match; /* an index of matches, or -1 */
} GlossClauseMarks;

/* (transfer full): the attributes of the text of the clause at @position. */
PangoAttrList   *gloss_clause_marks_get_attributes (const GlossClauseMarks *self,
                                                    guint                   position,
                                                    GlossMarkScheme         scheme);

/* FALSE where no note is on the whole of the clause; @color: of the first one that is. */
gboolean         gloss_clause_marks_get_color      (const GlossClauseMarks *self,
                                                    guint                   position,
                                                    GlossColor             *color);

guint            gloss_clause_marks_get_n_notes    (const GlossClauseMarks *self,
                                                    guint                   position);

/* How many of these notes are on a phrase in the language of the other side, and so on the clause. */
guint            gloss_clause_marks_get_n_from_other (const GlossClauseMarks *self,
                                                      guint                   position);

/* (transfer none) (nullable): the note whose phrase has the byte @byte in it; of several the one
 * on the shortest phrase, which lies on top. Where one of them is chosen, the one below that, and
 * below the last one the first again. */
GlossPlacedNote *gloss_clause_marks_find_note      (const GlossClauseMarks *self,
                                                    guint                   position,
                                                    guint                   byte);

/* (transfer none) (nullable): the note of the clause that follows the chosen one, the first where
 * none of them is chosen. */
GlossPlacedNote *gloss_clause_marks_get_next_note  (const GlossClauseMarks *self,
                                                    guint                   position);

G_END_DECLS

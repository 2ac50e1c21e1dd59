/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-store.h"
#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * Notes of an old text on the new one: where each would stand by the comparison of the two, and
 * carrying them there. The notes of the old text stay as they are. A carried note is a copy that
 * names the note it was made from ("dcterms:source"), under an id that is always the same for that
 * note and that document, so that a note which was carried twice is there once. One that stands on
 * changed wording is marked as to be confirmed ("glossator:toConfirm").
 *
 * For the thread of the stores.
 */

/* The most places that are offered for one note. */
#define GLOSS_CARRY_MAX_CANDIDATES 16

#define GLOSS_CARRY_NO_CANDIDATE G_MAXUINT

typedef struct
{
  GlossAnnotation     *annotation; /* of the old text */
  GlossClause         *old_clause; /* (nullable): where it stands there; NULL: on the whole, or nowhere */
  GlossComparisonRow  *row;        /* (nullable): what became of that clause */
  GlossPlacementState  state;      /* in the new text; AMBIGUOUS: to be chosen among @candidates */
  GlossAnchor         *anchor;     /* (nullable): where it would stand; NULL until one was chosen */
  GPtrArray           *candidates; /* element-type GlossAnchor; empty unless AMBIGUOUS */
  GlossAnnotation     *carried;    /* (nullable): the copy, where the note was carried before */
} GlossCarryItem;

/* (transfer full) (element-type GlossCarryItem): one for each of @annotations (a GListModel of
 * GlossAnnotation: of the old document's notes) that stands on the old document of @comparison, in
 * the order of its text, then those without a place in it. @new_store: (nullable) that of the new
 * document. The documents of the comparison must not be of one work. */
GPtrArray       *gloss_carry_over_plan          (GListModel            *annotations,
                                                 GlossAnnotationStore  *new_store,
                                                 GlossComparison       *comparison);

/* TRUE where the note has a place and was not carried yet. */
gboolean         gloss_carry_item_can_carry     (const GlossCarryItem  *item);

/* Chooses one of the candidates, or with GLOSS_CARRY_NO_CANDIDATE takes the choice back. */
void             gloss_carry_item_choose        (GlossCarryItem        *item,
                                                 guint                  candidate);

/* Carries those of @items (element-type GlossCarryItem) that can be, as one step of undo. Returns
 * how many were carried; where they could not be written, they are there in memory and @error is
 * set, as by gloss_annotation_store_add (). */
guint            gloss_carry_over_apply         (GPtrArray             *items,
                                                 GlossAnnotationStore  *new_store,
                                                 GError               **error);

/* (transfer full) (nullable): the id of the note that @annotation was carried over from. */
char            *gloss_annotation_dup_origin    (GlossAnnotation       *annotation);

/* TRUE where @annotation was carried over to changed wording and nobody has confirmed it yet. */
gboolean         gloss_annotation_is_to_confirm (GlossAnnotation       *annotation);

/* Confirms it, which can be undone; as the functions of the store. */
gboolean         gloss_carry_over_confirm       (GlossAnnotationStore  *store,
                                                 GlossAnnotation       *annotation,
                                                 GError               **error);

G_END_DECLS

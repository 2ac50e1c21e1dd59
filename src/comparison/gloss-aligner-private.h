/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-anchors.h"
#include "comparison/gloss-candidates.h"

G_BEGIN_DECLS

/* What the files of the alignment share. */

/* Old clauses that may meet new ones, by their numbers among the open ones of each side. */
typedef struct
{
  guint first[2];
  guint n[2];
  guint score;
  gint64 weight;
} GlossMatch;

typedef struct
{
  const GlossAlignClause *clauses[2];
  guint n_clauses[2];
  GlossWordings wordings;
  guint8 *headings[2];   /* by clause: whether it is a number and no more, and not chosen */
  GArray *links;         /* GlossLink */

  GlossOpenSide sides[2];
  guint *positions[2];   /* by open clause: its place in the text */
  guint8 *taken[2];      /* by open clause, as the sides have it */
  GlossFeatures *features;
  guint *signed_by[2];   /* by feature: how many signatures of the text have it */
  GArray *candidates;    /* GlossCandidate */
  GArray *found;         /* GlossMatch: taken from the candidates */
} GlossAligner;

static inline const GlossAlignClause *
gloss_aligner_get_open (const GlossAligner *self,
                        guint               side,
                        guint               number)
{
  return &self->clauses[side][self->positions[side][number]];
}

static inline guint
gloss_aligner_get_text (const GlossAligner *self,
                        guint               side,
                        guint               number)
{
  return self->sides[side].first_text + number;
}

/* The number among the open ones of the clause at @position in the text, which must be open. */
guint    gloss_aligner_find_open         (const GlossAligner *self,
                                          guint               side,
                                          guint               position);

/* Of the old open clause @i and the new one @j, by number. */
gboolean gloss_aligner_have_same_wording (const GlossAligner *self,
                                          guint               i,
                                          guint               j);
gboolean gloss_aligner_have_same_label   (const GlossAligner *self,
                                          guint               i,
                                          guint               j);

/* What speaks against a pair, whatever its words: 1000 forbids it. */
guint    gloss_aligner_find_penalty      (const GlossAligner *self,
                                          guint               i,
                                          guint               j);

/* What speaks for a pair beyond its words: where it stands, and a little its label. */
gint64   gloss_aligner_find_place_bonus  (const GlossAligner *self,
                                          guint               i,
                                          guint               j);

/* "[Repealed]", "（删除）": what stands in the place of a clause that is no more. */
gboolean gloss_aligner_is_stub           (const GlossAlignClause *clause,
                                          guint                   words);

/* @points for each word of the match. */
gint64   gloss_aligner_weigh_match       (const GlossAligner *self,
                                          const GlossMatch   *match,
                                          gint64              points);

/* Links two open clauses, or several of one side to one of the other. */
void     gloss_aligner_link              (GlossAligner       *self,
                                          const GlossMatch   *match);

/* Of @matches, links those that weigh most together in one order. */
void     gloss_aligner_choose_matches    (GlossAligner       *self,
                                          GArray             *matches);

/* Links what is left where nothing else can be meant, little as it has in common: headings, or all
 * else. */
void     gloss_aligner_match_left        (GlossAligner       *self,
                                          gboolean            headings);

/* A heading that is a number and no more ("Article 5") belongs to what stands below it, whatever
 * its number: it is no anchor, and stays out of the search until that has been linked. */
void     gloss_aligner_find_headings     (GlossAligner       *self);

/* Links the headings above what is linked, and opens the others to the search. */
void     gloss_aligner_link_headings     (GlossAligner       *self);

/* What is chosen must not become an anchor, nor must what it would meet without the choice: each
 * gets a wording of its own. */
void     gloss_aligner_set_chosen_apart  (GlossAligner       *self);

/* Links what is chosen, when the features are weighed and before the rest is searched. */
void     gloss_aligner_link_chosen       (GlossAligner       *self);

/* What it takes off a score that two clauses are of different kinds: nothing among kinds that a
 * revision exchanges freely, and all, 1000, where the kinds say that they are not the same. A plain
 * text knows only paragraphs. */
guint    gloss_aligner_find_kind_penalty (GlossClauseKind     a,
                                          GlossClauseKind     b);

/* Looks whether the clause @whole of @side is told by several neighbours of the other side, of
 * which the @n_parts from @part on are some; TRUE where @match has more parts than these. */
gboolean gloss_aligner_find_parts        (const GlossAligner *self,
                                          guint               side,
                                          guint               whole,
                                          guint               part,
                                          guint               n_parts,
                                          GlossMatch         *match);

/* Counts in how many signatures of its text each word stands, those included that the anchors
 * joined: they are added to the features behind the open clauses. */
void     gloss_aligner_count_signatures  (GlossAligner *self);

/* Signatures are mostly alike. What tells a signatory is a word that no other signature of the same
 * text has: the name of the person or of the State. TRUE where the old signature @i and the new one
 * @j have words in common, and none of that sort. */
gboolean gloss_aligner_is_other_signatory (const GlossAligner *self,
                                           guint               i,
                                           guint               j);

G_END_DECLS

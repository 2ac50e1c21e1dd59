/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-builder.h"

G_BEGIN_DECLS

/* Makes laws and versions of them, with known answers, from a seed. */

typedef enum
{
  LAW_ENGLISH,
  LAW_CHINESE,
} LawLanguage;

/* What is done to a law, in clauses of a thousand. */
typedef struct
{
  guint reworded;
  guint depth;    /* of a reworded clause, how many words of a hundred are changed at most */
  guint inserted;
  guint dropped;
  guint moved;
  guint moved_reworded;
  guint split;
  guint merged;   /* pairs of clauses */
} LawEdits;

/* One clause of the new version, and where it comes from. */
typedef struct
{
  char *text;
  guint old_first;
  guint n_old;     /* 0: inserted */
  gboolean part;   /* one of the parts of a split clause */
  gboolean moved;
} LawClause;

typedef struct
{
  LawLanguage language;
  GPtrArray *old_texts; /* utf8 */
  GArray *new_clauses;  /* LawClause */
} Law;

/* Where @alike is TRUE, all clauses are variants of a few. */
Law           *law_new          (LawLanguage     language,
                                 guint           n_clauses,
                                 gboolean        alike,
                                 const LawEdits *edits,
                                 guint32         seed);
void           law_free         (Law            *self);

GlossDocument *law_get_document (Law            *self,
                                 gboolean        new_version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Law, law_free)

G_END_DECLS

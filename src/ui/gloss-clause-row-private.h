/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-clause-row.h"

G_BEGIN_DECLS

/* What the row and its text share. */

struct _GlossClauseRow
{
  GtkWidget    parent_instance;

  GtkWidget   *bar;
  GtkLabel    *label;
  GtkLabel    *text;

  /* Most clauses have neither: made when first needed. */
  GtkWidget   *state_icon;
  GtkWidget   *marker;
  GtkLabel    *marker_count;

  GtkListItem *item;
  GlossClause *clause;
  char        *language;
  char        *bar_class;
  char        *speech;
  guint        n_notes;
  guint        n_from_other;
  guint        flash_id;

  /* A click that is not over yet. */
  guint            click_id;
  graphene_point_t click_point;
};

/* gloss-clause-row-text.c: the callbacks of the text. */
void gloss_clause_row_bind_text_callbacks (GtkWidgetClass *widget_class);

G_END_DECLS

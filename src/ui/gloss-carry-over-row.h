/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-carry-over.h"

G_BEGIN_DECLS

/**
 * GlossCarryChoice:
 *
 * A note that can be carried over, and whether the reader wants it to be. It shares the plan's
 * item, which must live as long as it.
 *
 * Property "chosen" (boolean): the reader wants it carried; FALSE where it can't be.
 */

#define GLOSS_TYPE_CARRY_CHOICE (gloss_carry_choice_get_type ())
G_DECLARE_FINAL_TYPE (GlossCarryChoice, gloss_carry_choice, GLOSS, CARRY_CHOICE, GObject)

/* (transfer full) */
GlossCarryChoice *gloss_carry_choice_new        (GlossCarryItem   *item);
GlossCarryItem   *gloss_carry_choice_get_item   (GlossCarryChoice *self);
gboolean          gloss_carry_choice_get_chosen (GlossCarryChoice *self);
void              gloss_carry_choice_set_chosen (GlossCarryChoice *self,
                                                 gboolean          chosen);

/**
 * GlossCarryOverRow:
 *
 * One note: its check box, its state in words, the old wording and its place, the new one, and for a
 * note with several places the choice among them.
 */

#define GLOSS_TYPE_CARRY_OVER_ROW (gloss_carry_over_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossCarryOverRow, gloss_carry_over_row, GLOSS, CARRY_OVER_ROW, GtkWidget)

GtkWidget *gloss_carry_over_row_new    (void);

/* @choice: (nullable): NULL takes the row out of use. @comparison: (nullable) likewise. */
void       gloss_carry_over_row_bind   (GlossCarryOverRow *self,
                                        GtkListItem       *item,
                                        GlossCarryChoice  *choice,
                                        GlossComparison   *comparison);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GlossComparisonExtras:
 *
 * What only some rows of a comparison have, beside their state: the link to the other end of a
 * clause that moved, and the badges that others add. Not visible while it is empty.
 */

#define GLOSS_TYPE_COMPARISON_EXTRAS (gloss_comparison_extras_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonExtras, gloss_comparison_extras, GLOSS, COMPARISON_EXTRAS, GtkBox)

GtkWidget *gloss_comparison_extras_new       (void);
void       gloss_comparison_extras_clear     (GlossComparisonExtras *self);

/* A button that activates "comparison.follow" with (bs): @is_away and @new_id. */
void       gloss_comparison_extras_add_link  (GlossComparisonExtras *self,
                                              const char            *label,
                                              gboolean               is_away,
                                              const char            *new_id);
void       gloss_comparison_extras_add_badge (GlossComparisonExtras *self,
                                              GtkWidget             *badge,
                                              const char            *spoken);

/* (transfer full): what is spoken of the badges; "" where there is none. */
char      *gloss_comparison_extras_speak     (GlossComparisonExtras *self);

G_END_DECLS

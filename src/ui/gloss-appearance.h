/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GlossAppearance:
 *
 * How the program looks by the wish of its user: the style, and the size, typeface and line length
 * of the text of documents. One for the display; it keeps all windows as the settings say, from
 * the moment on at which they change.
 *
 * The text of documents is what stands in a widget with the style class "document-text".
 *
 * Signal "changed": what gloss_appearance_measure_column () says may be another now.
 */

/* The size of the text of documents, in percent. */
#define GLOSS_TEXT_SIZE_MIN     50
#define GLOSS_TEXT_SIZE_DEFAULT 100
#define GLOSS_TEXT_SIZE_MAX     300

#define GLOSS_TYPE_APPEARANCE (gloss_appearance_get_type ())
G_DECLARE_FINAL_TYPE (GlossAppearance, gloss_appearance, GLOSS, APPEARANCE, GObject)

/* (transfer none): made on the first call, which needs a display, and kept until the program ends. */
GlossAppearance *gloss_appearance_get_default    (void);

/* In percent. What is out of bounds is set to the nearest that is not. */
int              gloss_appearance_get_text_size  (GlossAppearance    *self);
void             gloss_appearance_set_text_size  (GlossAppearance    *self,
                                                  int                 percent);

/* The next larger (@steps > 0) or smaller (@steps < 0) of the sizes that zooming goes through; as
 * many steps as @steps. */
void             gloss_appearance_zoom           (GlossAppearance    *self,
                                                  int                 steps);

/* The width of a column of text beside its labels, in pixels, for @widget's display and scale. */
int              gloss_appearance_measure_column (GlossAppearance    *self,
                                                  GtkWidget          *widget);

/* Keeps @clamp as wide as @n_columns columns, and no longer as many as it was told before. */
void             gloss_appearance_bind_clamp     (GlossAppearance    *self,
                                                  AdwClampScrollable *clamp,
                                                  guint               n_columns);

G_END_DECLS

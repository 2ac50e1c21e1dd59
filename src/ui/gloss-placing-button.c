/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placing-button"

#include "config.h"

#include "ui/gloss-placing-button.h"

void
gloss_placing_button_update (GtkButton       *button,
                             GlossPlacedNote *placed)
{
  gboolean open;

  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (placed == NULL || GLOSS_IS_PLACED_NOTE (placed));

  open = placed != NULL && gloss_placed_note_get_placement (placed)->state >= GLOSS_PLACEMENT_AMBIGUOUS;
  gtk_widget_set_visible (GTK_WIDGET (button), open);
  if (!open)
    return;

  /* The name last: an action without its parameter is an error. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    gloss_annotation_get_id (gloss_placed_note_get_annotation (placed)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.place-note");
}

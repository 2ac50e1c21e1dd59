/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comparison/gloss-comparison-pairing.h"
#include "ui/gloss-carry-over-dialog.h"
#include "ui/gloss-comparison-view.h"

/* Carrying notes over between the document that is read and the one before or after it. */

static void
carried_cb (GlossWindow          *self,
            GlossAnnotationStore *store,
            guint                 n_notes)
{
  gloss_carry_over_offer_undo (self->toast_overlay, store, n_notes);
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GlossWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossComparison) comparison = gloss_comparison_new_finish (result, &error);
  AdwDialog *dialog;

  /* The window is closed. */
  if (comparison == NULL || self->notebook == NULL)
    return;

  gloss_window_commit (self);
  dialog = gloss_carry_over_dialog_new (comparison, self->notebook);
  g_signal_connect_object (dialog, "carried", G_CALLBACK (carried_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
say (GlossWindow *self,
     const char  *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  gloss_window_add_toast (self, toast);
}

void
gloss_window_carry_over (GlossWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);
  GlossLibraryEntry *entry = gloss_window_get_entry (self);
  GlossLibraryEntry *other = entry != NULL ? gloss_window_guess_counterpart (self, entry) : NULL;
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  g_autoptr (GPtrArray) pairings = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_old;

  if (GLOSS_IS_COMPARISON_VIEW (page))
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "comparison-notes.carry-over", NULL);
      return;
    }
  if (entry == NULL)
    return;

  if (g_str_equal (gloss_library_entry_get_symbol (entry), gloss_library_entry_get_symbol (other)))
    {
      say (self, _("There is no earlier or later text in this language"));
      return;
    }

  is_old = strcmp (gloss_library_entry_get_date (entry), gloss_library_entry_get_date (other)) < 0;
  old_document = gloss_library_load (self->library, gloss_library_entry_get_name (is_old ? entry : other), &error);
  if (old_document != NULL)
    new_document = gloss_library_load (self->library, gloss_library_entry_get_name (is_old ? other : entry), &error);
  if (new_document == NULL)
    {
      gloss_window_report (self, error);
      return;
    }

  /* What the reader has paired otherwise wins; without that file there is nothing to win. */
  pairings = gloss_comparison_pairing_load (old_document, new_document, &error);
  if (error != NULL)
    say (self, error->message);
  gloss_comparison_new_with_choices_async (old_document, new_document, pairings, NULL, NULL, self->cancellable,
                                           compared_cb, g_object_ref (self));
}

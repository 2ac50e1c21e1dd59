/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-welcome-dialog"

#include "config.h"

#include "ui/gloss-welcome-dialog.h"

#include <glib/gi18n.h>

/* Where a beginner begins: the clause on the governance of the Internet. */
#define OLD_CODE     "A/66/359@en"
#define CODE         "A/69/723@en"
#define FIRST_CLAUSE "annex__para_2__item_8"

struct _GlossWelcomeDialog
{
  AdwDialog      parent_instance;

  AdwStatusPage *status_page;

  GlossWindow   *window; /* weak */
};

G_DEFINE_FINAL_TYPE (GlossWelcomeDialog, gloss_welcome_dialog, ADW_TYPE_DIALOG)

/* (transfer none) (nullable): what is chosen happens below the dialog, which goes. */
static GlossWindow *
leave (GlossWelcomeDialog *self)
{
  GlossWindow *window = self->window;

  adw_dialog_force_close (ADW_DIALOG (self));
  return window;
}

static void
read_cb (GlossWelcomeDialog *self)
{
  GlossWindow *window = leave (self);

  if (window != NULL)
    gloss_window_open_document (window, CODE, NULL);
}

static void
write_cb (GlossWelcomeDialog *self)
{
  GlossWindow *window = leave (self);
  AdwToast *toast;

  if (window == NULL)
    return;

  gloss_window_open_document (window, CODE, FIRST_CLAUSE);

  toast = adw_toast_new (_("A clause is chosen. Press N and write: it is saved as you type"));
  adw_toast_set_button_label (toast, _("_New Note"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (gloss_window_write_note), window, G_CONNECT_SWAPPED);
  gloss_window_add_toast (window, toast);
}

static void
compare_cb (GlossWelcomeDialog *self)
{
  GlossWindow *window = leave (self);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", "(ss)", OLD_CODE, CODE);
}

static void
import_cb (GlossWelcomeDialog *self)
{
  GlossWindow *window = leave (self);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.import-notes", NULL);
}

static void
gloss_welcome_dialog_dispose (GObject *object)
{
  GlossWelcomeDialog *self = GLOSS_WELCOME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_WELCOME_DIALOG);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (gloss_welcome_dialog_parent_class)->dispose (object);
}

static void
gloss_welcome_dialog_class_init (GlossWelcomeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_welcome_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-welcome-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossWelcomeDialog, status_page);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
gloss_welcome_dialog_init (GlossWelcomeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status_page, APPLICATION_ID);
}

void
gloss_welcome_dialog_present (GlossWindow *window)
{
  GlossWelcomeDialog *self;

  g_return_if_fail (GLOSS_IS_WINDOW (window));

  self = g_object_new (GLOSS_TYPE_WELCOME_DIALOG, NULL);
  g_set_weak_pointer (&self->window, window);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-entry-undo"

#include "config.h"

#include "ui/gloss-entry-undo.h"

static void
set_enabled (GtkEditable *text,
             gboolean     enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.undo", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.redo", enabled);
}

static void
changed_cb (GtkEditable *text)
{
  set_enabled (text, TRUE);
  g_signal_handlers_disconnect_by_func (text, changed_cb, NULL);
}

void
gloss_entry_undo_give_way (GtkEditable *entry)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_EDITABLE (entry));

  text = gtk_editable_get_delegate (entry);
  g_return_if_fail (GTK_IS_TEXT (text));

  set_enabled (text, FALSE);
  g_signal_connect (text, "changed", G_CALLBACK (changed_cb), NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-context-menu"

#include "config.h"

#include "ui/gloss-context-menu.h"

struct _GlossContextMenu
{
  GObject    parent_instance;

  GtkWidget *widget;
  GtkWidget *popover;   /* or NULL */
  GtkWidget *old_focus; /* weak */
};

G_DEFINE_FINAL_TYPE (GlossContextMenu, gloss_context_menu, G_TYPE_OBJECT)

static void
closed_cb (GlossContextMenu *self)
{
  if (self->old_focus != NULL && gtk_widget_get_mapped (self->old_focus))
    gtk_widget_grab_focus (self->old_focus);
  g_clear_weak_pointer (&self->old_focus);
}

static void
gloss_context_menu_dispose (GObject *object)
{
  GlossContextMenu *self = GLOSS_CONTEXT_MENU (object);

  g_clear_weak_pointer (&self->old_focus);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (gloss_context_menu_parent_class)->dispose (object);
}

static void
gloss_context_menu_class_init (GlossContextMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_context_menu_dispose;
}

static void
gloss_context_menu_init (GlossContextMenu *self)
{
}

GlossContextMenu *
gloss_context_menu_new (GtkWidget *widget)
{
  GlossContextMenu *self = g_object_new (GLOSS_TYPE_CONTEXT_MENU, NULL);

  self->widget = widget;

  return self;
}

void
gloss_context_menu_popup (GlossContextMenu *self,
                          GMenuModel       *model,
                          int               x,
                          int               y)
{
  g_return_if_fail (GLOSS_IS_CONTEXT_MENU (self));

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->popover, self->widget);
    }

  g_set_weak_pointer (&self->old_focus, gtk_root_get_focus (gtk_widget_get_root (self->widget)));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
gloss_context_menu_allocate (GlossContextMenu *self)
{
  g_return_if_fail (GLOSS_IS_CONTEXT_MENU (self));

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

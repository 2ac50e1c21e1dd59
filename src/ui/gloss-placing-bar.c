/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placing-bar"

#include "config.h"

#include "ui/gloss-placing-bar.h"

#include <glib/gi18n.h>

struct _GlossPlacingBar
{
  GtkWidget             parent_instance;

  GtkLabel             *label;

  GlossReaderView      *view;     /* NULL: it is closed */
  GtkEventController   *keys;     /* of the view */
  GlossDocument        *document;
  GlossAnnotationStore *store;
  GlossAnnotation      *annotation;
};

G_DEFINE_FINAL_TYPE (GlossPlacingBar, gloss_placing_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
leave_view (GlossPlacingBar *self)
{
  if (self->view == NULL)
    return;

  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->keys);
  self->keys = NULL;
  g_clear_object (&self->view);
}

static void
finish (GlossPlacingBar *self,
        gboolean         placed)
{
  if (self->view == NULL)
    return;

  leave_view (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, placed);
}

/* (transfer full) (nullable): what is selected in the text. */
static GlossAnchor *
create_anchor (GlossPlacingBar *self)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossClause *clause;
  guint start, end;

  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    return gloss_anchor_new_for_phrase (self->document, clause, start, end);
  if (gtk_bitset_is_empty (selection))
    return NULL;

  clause = gloss_document_get_clause (self->document, gtk_bitset_get_minimum (selection));
  return gloss_anchor_new_for_clause (self->document, clause);
}

/* The note may have been removed meanwhile. What could not be written, the store says itself. */
static void
take (GlossPlacingBar *self)
{
  g_autoptr (GlossAnchor) anchor = create_anchor (self);
  gboolean there = gloss_annotation_store_find (self->store, gloss_annotation_get_id (self->annotation)) == self->annotation;

  if (anchor == NULL)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->label),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  if (there)
    gloss_annotation_store_set_anchor (self->store, self->annotation, anchor, NULL);
  gloss_reader_view_clear_phrase (self->view);
  finish (self, there);
}

static void
take_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (GLOSS_PLACING_BAR (widget)->view != NULL)
    take (GLOSS_PLACING_BAR (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gloss_placing_bar_close (GLOSS_PLACING_BAR (widget));
}

/* Before the text has its own use for these keys. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GlossPlacingBar       *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      take (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      finish (self, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
gloss_placing_bar_dispose (GObject *object)
{
  GlossPlacingBar *self = GLOSS_PLACING_BAR (object);
  GtkWidget *child;

  leave_view (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_PLACING_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->annotation);
  g_clear_object (&self->store);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (gloss_placing_bar_parent_class)->dispose (object);
}

static void
gloss_placing_bar_class_init (GlossPlacingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_placing_bar_dispose;

  signals[SIGNAL_CLOSED] =
      g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                    G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "placing.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "placing.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "placing.cancel", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-placing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossPlacingBar, label);
}

static void
gloss_placing_bar_init (GlossPlacingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gloss_placing_bar_new (GlossReaderView      *view,
                       GlossDocument        *document,
                       GlossAnnotationStore *store,
                       GlossAnnotation      *annotation)
{
  GlossPlacingBar *self;

  g_return_val_if_fail (GLOSS_IS_READER_VIEW (view), NULL);
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  self = g_object_new (GLOSS_TYPE_PLACING_BAR, NULL);
  self->view = g_object_ref (view);
  self->document = g_object_ref (document);
  self->store = g_object_ref (store);
  self->annotation = g_object_ref (annotation);

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), self->keys);

  return GTK_WIDGET (self);
}

void
gloss_placing_bar_close (GlossPlacingBar *self)
{
  g_return_if_fail (GLOSS_IS_PLACING_BAR (self));

  finish (self, FALSE);
}

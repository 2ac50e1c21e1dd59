/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-loading-bar"

#include "config.h"

#include "ui/gloss-loading-bar.h"

struct _GlossLoadingBar
{
  GtkWidget       parent_instance;

  GtkWidget      *box;
  GtkLabel       *label;
  GtkProgressBar *progress_bar;

  GCancellable   *cancellable; /* of what is being opened; or NULL */
};

G_DEFINE_FINAL_TYPE (GlossLoadingBar, gloss_loading_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One opening, which the bar may give up before it comes to its end. */
typedef struct
{
  GlossLoadingBar *bar;
  GCancellable    *cancellable;
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->bar);
  g_clear_object (&opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static Opening *
begin (GlossLoadingBar *self)
{
  Opening *opening = g_new0 (Opening, 1);

  gloss_loading_bar_stop (self);
  self->cancellable = g_cancellable_new ();
  opening->bar = g_object_ref (self);
  opening->cancellable = g_object_ref (self->cancellable);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);

  return opening;
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  Opening *opening = user_data;

  if (opening->bar->cancellable == opening->cancellable && total > 0)
    gtk_progress_bar_set_fraction (opening->bar->progress_bar, (double) done / (double) total);
}

static void
end (Opening              *opening,
     GlossAnnotationStore *store,
     const GError         *error)
{
  GlossLoadingBar *self = opening->bar;

  if (self->cancellable != opening->cancellable || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gloss_loading_bar_stop (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0, store, error != NULL ? error->message : NULL);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store_finish (GLOSS_NOTEBOOK (source), result, &error);

  end (opening, store, error);
}

static void
all_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  gloss_notebook_open_all_finish (GLOSS_NOTEBOOK (source), result, &error);
  end (opening, NULL, error);
}

/* The window says it, for a screen reader does not know yet what is only now shown. */
static void
gloss_loading_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gloss_loading_bar_parent_class)->map (widget);

  gtk_accessible_announce (GTK_ACCESSIBLE (gtk_widget_get_root (widget)), gtk_label_get_text (GLOSS_LOADING_BAR (widget)->label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
gloss_loading_bar_dispose (GObject *object)
{
  GlossLoadingBar *self = GLOSS_LOADING_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GLOSS_TYPE_LOADING_BAR);

  G_OBJECT_CLASS (gloss_loading_bar_parent_class)->dispose (object);
}

static void
gloss_loading_bar_class_init (GlossLoadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_loading_bar_dispose;
  widget_class->map = gloss_loading_bar_map;

  signals[SIGNAL_LOADED] =
      g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, GLOSS_TYPE_ANNOTATION_STORE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-loading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossLoadingBar, box);
  gtk_widget_class_bind_template_child (widget_class, GlossLoadingBar, label);
  gtk_widget_class_bind_template_child (widget_class, GlossLoadingBar, progress_bar);
}

static void
gloss_loading_bar_init (GlossLoadingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gloss_loading_bar_open_store (GlossLoadingBar *self,
                              GlossNotebook   *notebook,
                              const char      *symbol)
{
  Opening *opening;

  g_return_if_fail (GLOSS_IS_LOADING_BAR (self));
  g_return_if_fail (GLOSS_IS_NOTEBOOK (notebook));

  opening = begin (self);
  gtk_widget_set_visible (GTK_WIDGET (self), !gloss_notebook_is_quick (notebook, symbol));
  gloss_notebook_get_store_async (notebook, symbol, opening->cancellable, progress_cb, opening, store_cb, opening);
}

void
gloss_loading_bar_open_all (GlossLoadingBar *self,
                            GlossNotebook   *notebook)
{
  Opening *opening;

  g_return_if_fail (GLOSS_IS_LOADING_BAR (self));
  g_return_if_fail (GLOSS_IS_NOTEBOOK (notebook));

  opening = begin (self);
  gloss_notebook_open_all_async (notebook, opening->cancellable, progress_cb, opening, all_cb, opening);
  gtk_widget_set_visible (GTK_WIDGET (self), gloss_notebook_is_loading (notebook));
}

void
gloss_loading_bar_stop (GlossLoadingBar *self)
{
  g_return_if_fail (GLOSS_IS_LOADING_BAR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
gloss_loading_bar_set_progress (GlossLoadingBar *self,
                                double           progress)
{
  g_return_if_fail (GLOSS_IS_LOADING_BAR (self));

  gtk_progress_bar_set_fraction (self->progress_bar, progress);
  gtk_widget_set_visible (GTK_WIDGET (self), progress < 1);
}

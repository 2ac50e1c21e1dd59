/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-find-bar"

#include "config.h"

#include "ui/gloss-find-bar.h"

#include <glib/gi18n.h>

struct _GlossFindBar
{
  GtkWidget      parent_instance;

  GtkSearchBar  *search_bar;
  GtkEditable   *entry;
  GtkLabel      *count;

  GlossDocument *document;
  GCancellable  *cancellable; /* of the search that runs, or NULL */
  GArray        *matches;     /* or NULL: nothing is looked for */
  int            current;
  guint          from;        /* the clause at which a search begins */
};

G_DEFINE_FINAL_TYPE (GlossFindBar, gloss_find_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MATCHES_CHANGED,
  SIGNAL_MATCH_CHOSEN,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_count (GlossFindBar *self)
{
  g_autofree char *text = NULL;
  gboolean found = self->matches != NULL && self->matches->len > 0;

  if (self->matches == NULL)
    text = g_strdup ("");
  else if (!found)
    text = g_strdup (_("Not found"));
  else
    /* Translators: the number of the match on which the search stands, and how many there are. */
    text = g_strdup_printf (_("%d of %u"), self->current + 1, self->matches->len);

  gtk_label_set_text (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", found);

  if (self->matches != NULL && !found)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");

  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
choose_match (GlossFindBar *self,
              int           index)
{
  self->current = index;
  if (index >= 0)
    self->from = g_array_index (self->matches, GlossDocumentMatch, index).position;
  update_count (self);
  g_signal_emit (self, signals[SIGNAL_MATCHES_CHANGED], 0);
  if (index >= 0)
    g_signal_emit (self, signals[SIGNAL_MATCH_CHOSEN], 0, self->from);
}

/* @matches (transfer full) (nullable) */
static void
take_matches (GlossFindBar *self,
              GArray       *matches)
{
  int first = -1;

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = matches;

  if (matches != NULL && matches->len > 0)
    {
      /* The first one from where the search began, else from the top again. */
      first = 0;
      for (guint i = 0; i < matches->len; i++)
        if (g_array_index (matches, GlossDocumentMatch, i).position >= self->from)
          {
            first = (int) i;
            break;
          }
    }

  choose_match (self, first);
}

static void
stop_search (GlossFindBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GlossFindBar) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *matches = gloss_document_search_finish (GLOSS_DOCUMENT (source), result, &error);

  /* Only a cancelled search fails. */
  if (matches == NULL)
    return;

  g_clear_object (&self->cancellable);
  take_matches (self, matches);
}

static void
search (GlossFindBar *self)
{
  const char *words = gtk_editable_get_text (self->entry);

  stop_search (self);
  if (self->document == NULL || *words == '\0' || !gtk_search_bar_get_search_mode (self->search_bar))
    {
      take_matches (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  gloss_document_search_async (self->document, words, self->cancellable, searched_cb, g_object_ref (self));
}

static void
search_changed_cb (GlossFindBar *self)
{
  search (self);
}

static void
activate_cb (GlossFindBar *self)
{
  gloss_find_bar_step (self, 1);
}

static void
next_match_cb (GlossFindBar *self)
{
  gloss_find_bar_step (self, 1);
}

static void
previous_match_cb (GlossFindBar *self)
{
  gloss_find_bar_step (self, -1);
}

static void
stop_search_cb (GlossFindBar *self)
{
  gloss_find_bar_close (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gloss_find_bar_step (GLOSS_FIND_BAR (widget), g_str_equal (action_name, "find.next") ? 1 : -1);
}

static void
gloss_find_bar_dispose (GObject *object)
{
  GlossFindBar *self = GLOSS_FIND_BAR (object);

  stop_search (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_FIND_BAR);
  g_clear_object (&self->document);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (gloss_find_bar_parent_class)->dispose (object);
}

static void
gloss_find_bar_class_init (GlossFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_find_bar_dispose;

  signals[SIGNAL_MATCHES_CHANGED] =
      g_signal_new ("matches-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_MATCH_CHOSEN] =
      g_signal_new ("match-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CLOSED] =
      g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "find.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, step_action);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, GlossFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
gloss_find_bar_init (GlossFindBar *self)
{
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_count (self);
}

void
gloss_find_bar_set_document (GlossFindBar  *self,
                             GlossDocument *document)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  if (!g_set_object (&self->document, document))
    return;

  gloss_find_bar_close (self);
}

void
gloss_find_bar_open (GlossFindBar *self,
                     guint         from,
                     const char   *words)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  self->from = from;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  search (self);
}

void
gloss_find_bar_close (GlossFindBar *self)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  stop_search (self);
  take_matches (self, NULL);
}

void
gloss_find_bar_step (GlossFindBar *self,
                     int           direction)
{
  int n_matches;

  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    {
      gloss_find_bar_open (self, self->from, NULL);
      return;
    }

  n_matches = self->matches != NULL ? (int) self->matches->len : 0;
  if (n_matches > 0)
    choose_match (self, (self->current + direction + n_matches) % n_matches);
}

GArray *
gloss_find_bar_get_matches (GlossFindBar *self)
{
  g_return_val_if_fail (GLOSS_IS_FIND_BAR (self), NULL);

  return self->matches;
}

int
gloss_find_bar_get_current (GlossFindBar *self)
{
  g_return_val_if_fail (GLOSS_IS_FIND_BAR (self), -1);

  return self->current;
}

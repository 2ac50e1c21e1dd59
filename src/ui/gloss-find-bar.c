/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-find-bar"

#include "config.h"

#include "ui/gloss-find-bar.h"

#include <glib/gi18n.h>

/* One match on the way through both texts. */
typedef struct
{
  GlossParallelSide side;
  guint             index; /* in the matches of that side */
  guint             place; /* of its row; of its clause where there is one text */
} Step;

struct _GlossFindBar
{
  GtkWidget      parent_instance;

  GtkSearchBar  *search_bar;
  GtkEditable   *entry;
  GtkLabel      *count;

  GlossDocument     *documents[GLOSS_N_PARALLEL_SIDES]; /* each may be NULL */
  GlossParallelRows *rows;                              /* NULL: there is one text at most */
  GCancellable      *cancellable;                       /* of the search that runs, or NULL */
  GArray            *found;                             /* by it in the first of two texts, or NULL */
  GArray            *matches[GLOSS_N_PARALLEL_SIDES];   /* or NULL: nothing is looked for */
  GArray            *steps;                             /* Step: the matches in the order of the rows */
  int                current;                           /* in "steps", or -1 */
  guint              from;                              /* the place at which a search begins */
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
  gboolean searched = self->matches[GLOSS_PARALLEL_FIRST] != NULL;
  gboolean found = self->steps->len > 0;

  if (!searched)
    text = g_strdup ("");
  else if (!found)
    text = g_strdup (_("Not found"));
  else
    /* Translators: the number of the match on which the search stands, and how many there are. */
    text = g_strdup_printf (_("%d of %u"), self->current + 1, self->steps->len);

  gtk_label_set_text (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", found);

  if (searched && !found)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");

  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static guint
get_place (GlossFindBar      *self,
           GlossParallelSide  side,
           guint              position)
{
  return self->rows != NULL ? gloss_parallel_rows_find (self->rows, side, position) : position;
}

static void
choose_match (GlossFindBar *self,
              int           index)
{
  const Step *step = index >= 0 ? &g_array_index (self->steps, Step, index) : NULL;

  self->current = index;
  if (step != NULL)
    self->from = step->place;
  update_count (self);
  g_signal_emit (self, signals[SIGNAL_MATCHES_CHANGED], 0);
  if (step != NULL)
    g_signal_emit (self, signals[SIGNAL_MATCH_CHOSEN], 0, step->side,
                   g_array_index (self->matches[step->side], GlossDocumentMatch, step->index).position);
}

static int
compare_steps_cb (gconstpointer a,
                  gconstpointer b)
{
  const Step *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->side != second->side)
    return first->side < second->side ? -1 : 1;

  return first->index < second->index ? -1 : first->index > second->index;
}

/* The way through what was found in all texts. */
static void
take_steps (GlossFindBar *self)
{
  int first = -1;

  g_array_set_size (self->steps, 0);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    for (guint i = 0; self->matches[side] != NULL && i < self->matches[side]->len; i++)
      {
        guint position = g_array_index (self->matches[side], GlossDocumentMatch, i).position;
        Step step = { side, i, get_place (self, side, position) };

        g_array_append_val (self->steps, step);
      }
  if (self->rows != NULL)
    g_array_sort (self->steps, compare_steps_cb);

  if (self->steps->len > 0)
    {
      /* The first one from where the search began, else from the top again. */
      first = 0;
      for (guint i = 0; i < self->steps->len; i++)
        if (g_array_index (self->steps, Step, i).place >= self->from)
          {
            first = (int) i;
            break;
          }
    }

  choose_match (self, first);
}

static void
drop_matches (GlossFindBar *self)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_clear_pointer (&self->matches[side], g_array_unref);
}

static void
stop_search (GlossFindBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_array_unref);
}

static void search_side (GlossFindBar      *self,
                         GlossParallelSide  side);

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

  if (self->rows != NULL && self->found == NULL)
    {
      self->found = matches;
      search_side (self, GLOSS_PARALLEL_SECOND);
      return;
    }

  /* The matches of the search before have stood until now. */
  g_clear_object (&self->cancellable);
  drop_matches (self);
  self->matches[GLOSS_PARALLEL_FIRST] = self->rows != NULL ? g_steal_pointer (&self->found) : matches;
  if (self->rows != NULL)
    self->matches[GLOSS_PARALLEL_SECOND] = matches;
  take_steps (self);
}

static void
search_side (GlossFindBar      *self,
             GlossParallelSide  side)
{
  gloss_document_search_async (self->documents[side], gtk_editable_get_text (self->entry), self->cancellable,
                               searched_cb, g_object_ref (self));
}

static void
search (GlossFindBar *self)
{
  stop_search (self);
  if (self->documents[GLOSS_PARALLEL_FIRST] == NULL || *gtk_editable_get_text (self->entry) == '\0' ||
      !gtk_search_bar_get_search_mode (self->search_bar))
    {
      drop_matches (self);
      take_steps (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  search_side (self, GLOSS_PARALLEL_FIRST);
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
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_clear_object (&self->documents[side]);
  g_clear_object (&self->rows);
  drop_matches (self);

  G_OBJECT_CLASS (gloss_find_bar_parent_class)->dispose (object);
}

static void
gloss_find_bar_finalize (GObject *object)
{
  g_array_unref (GLOSS_FIND_BAR (object)->steps);

  G_OBJECT_CLASS (gloss_find_bar_parent_class)->finalize (object);
}

static void
gloss_find_bar_class_init (GlossFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = gloss_find_bar_finalize;

  signals[SIGNAL_MATCHES_CHANGED] =
      g_signal_new ("matches-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_MATCH_CHOSEN] =
      g_signal_new ("match-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
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
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_count (self);
}

void
gloss_find_bar_set_document (GlossFindBar  *self,
                             GlossDocument *document)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  if (self->rows == NULL && self->documents[GLOSS_PARALLEL_FIRST] == document)
    return;

  gloss_find_bar_close (self);
  g_clear_object (&self->rows);
  g_clear_object (&self->documents[GLOSS_PARALLEL_SECOND]);
  g_set_object (&self->documents[GLOSS_PARALLEL_FIRST], document);
}

void
gloss_find_bar_set_parallel (GlossFindBar      *self,
                             GlossParallelRows *rows)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));
  g_return_if_fail (GLOSS_IS_PARALLEL_ROWS (rows));

  gloss_find_bar_close (self);
  g_set_object (&self->rows, rows);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_set_object (&self->documents[side], gloss_parallel_rows_get_document (rows, side));
}

static void
reveal (GlossFindBar *self,
        const char   *words)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  search (self);
}

void
gloss_find_bar_open (GlossFindBar *self,
                     guint         from,
                     const char   *words)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  self->from = get_place (self, GLOSS_PARALLEL_FIRST, from);
  reveal (self, words);
}

void
gloss_find_bar_close (GlossFindBar *self)
{
  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  stop_search (self);
  drop_matches (self);
  take_steps (self);
}

void
gloss_find_bar_step (GlossFindBar *self,
                     int           direction)
{
  int n_matches;

  g_return_if_fail (GLOSS_IS_FIND_BAR (self));

  if (!gtk_search_bar_get_search_mode (self->search_bar) || *gtk_editable_get_text (self->entry) == '\0')
    {
      reveal (self, NULL);
      return;
    }

  n_matches = (int) self->steps->len;
  if (n_matches > 0)
    choose_match (self, (self->current + direction + n_matches) % n_matches);
}

GArray *
gloss_find_bar_get_matches (GlossFindBar      *self,
                            GlossParallelSide  side)
{
  g_return_val_if_fail (GLOSS_IS_FIND_BAR (self), NULL);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, NULL);

  return self->matches[side];
}

int
gloss_find_bar_get_current (GlossFindBar      *self,
                            GlossParallelSide  side)
{
  const Step *step;

  g_return_val_if_fail (GLOSS_IS_FIND_BAR (self), -1);

  step = self->current >= 0 ? &g_array_index (self->steps, Step, self->current) : NULL;
  return step != NULL && step->side == side ? (int) step->index : -1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-pane"

#include "config.h"

#include "ui/gloss-comparison-pane.h"

#include <glib/gi18n.h>

#include "ui/gloss-comparison-chart.h"
#include "ui/gloss-comparison-speech.h"
#include "ui/gloss-language.h"

/* How much of a wording tells which change it is. */
#define EXCERPT_CHARS 80

struct _GlossComparisonPane
{
  AdwBin                parent_instance;

  AdwViewStack         *stack;
  AdwWrapBox           *filters;
  GtkListView          *list_view;
  GtkSingleSelection   *selection;
  GtkFilterListModel   *changes;
  GlossComparisonChart *chart;

  GlossComparisonList  *list;
  GlossComparison      *comparison;
  GtkToggleButton      *toggles[GLOSS_N_ROW_STATES];
  GtkCustomFilter      *filter;
  gboolean              updating; /* the toggles, by the program */
};

G_DEFINE_FINAL_TYPE (GlossComparisonPane, gloss_comparison_pane, ADW_TYPE_BIN)

/* The list of changes */

static gboolean
is_change_cb (gpointer item,
              gpointer user_data)
{
  GlossComparisonPane *self = user_data;

  return self->list != NULL &&
         gloss_comparison_items_is_change (gloss_comparison_list_get_items (self->list), item);
}

static GtkWidget *
make_label (const char *css_class,
            int         n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), n_lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
change_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_label ("caption-heading", 1));
  gtk_box_append (GTK_BOX (box), make_label ("caption", 2));
  gtk_list_item_set_child (list_item, box);

  /* The row that is selected is the one where the reader is: nothing else selects one, such as a pointer
   * that rests on the list. */
  gtk_list_item_set_selectable (list_item, FALSE);
}

/* (transfer full): the beginning of the wording. */
static char *
make_excerpt (GlossComparisonRow *row)
{
  const char *text = gloss_comparison_row_get_n_new (row) > 0 ? gloss_comparison_row_get_new_text (row)
                                                              : gloss_comparison_row_get_old_text (row);
  g_autofree char *excerpt = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), EXCERPT_CHARS));

  return g_strdelimit (g_steal_pointer (&excerpt), "\n", ' ');
}

static void
change_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                GlossComparisonPane      *self)
{
  GlossComparisonItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  g_autofree char *state = gloss_comparison_show_state (item);
  g_autofree char *place = gloss_comparison_show_item_place (self->comparison, item);
  g_autofree char *own_place = gloss_language_isolate (place);
  g_autofree char *name = gloss_comparison_speak_item (item);
  g_autofree char *excerpt = make_excerpt (gloss_comparison_item_get_row (item));
  /* Translators: what became of a clause, and where it stands: "New · annex, para. 2 (11)" */
  g_autofree char *title = g_strdup_printf (_("%s · %s"), state, own_place);

  gtk_label_set_label (GTK_LABEL (heading), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (heading)), excerpt);
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_accessible_description (list_item, excerpt);
}

static void
change_activated_cb (GlossComparisonPane *self,
                     guint                position)
{
  g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gloss_comparison_list_go_to_row (self->list, gloss_comparison_item_get_row (item), FALSE);
}

/* The list of changes stands where the reader is. */
static void
select_current (GlossComparisonPane *self)
{
  GlossComparisonRow *row = gloss_comparison_list_get_current_row (self->list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; row != NULL && i < n && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gloss_comparison_item_get_row (item) == row)
        found = i;
    }

  gtk_single_selection_set_selected (self->selection, found);
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    gtk_list_view_scroll_to (self->list_view, found, GTK_LIST_SCROLL_FOCUS, NULL); /* Tab leads to it as well */
}

/* The states that count */

static void
toggled_cb (GlossComparisonPane *self)
{
  guint states;

  if (self->updating || self->list == NULL)
    return;

  states = gloss_comparison_items_get_states (gloss_comparison_list_get_items (self->list));
  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    if (self->toggles[state] != NULL)
      {
        if (gtk_toggle_button_get_active (self->toggles[state]))
          states |= GLOSS_COMPARISON_STATE_BIT (state);
        else
          states &= ~GLOSS_COMPARISON_STATE_BIT (state);
      }

  gloss_comparison_list_set_states (self->list, states);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  select_current (self);
}

/* A toggle for each state that some clause is in, with how many are. */
static void
show_filters (GlossComparisonPane *self)
{
  const GlossComparisonSummary *summary = self->comparison != NULL ? gloss_comparison_get_summary (self->comparison) : NULL;
  guint states = gloss_comparison_items_get_states (gloss_comparison_list_get_items (self->list));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->filters))) != NULL;)
    adw_wrap_box_remove (self->filters, child);

  self->updating = TRUE;
  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    {
      g_autofree char *label = NULL;

      self->toggles[state] = NULL;
      if (summary == NULL || summary->rows[state] == 0)
        continue;

      /* Translators: what became of clauses, and of how many: "Reworded 11" */
      label = g_strdup_printf (_("%s %u"), gloss_row_state_get_label (state), summary->rows[state]);
      self->toggles[state] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (label));
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->toggles[state]))), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->toggles[state]))), PANGO_WRAP_WORD_CHAR);
      gtk_toggle_button_set_active (self->toggles[state], (states & GLOSS_COMPARISON_STATE_BIT (state)) != 0);
      gtk_widget_add_css_class (GTK_WIDGET (self->toggles[state]), "comparison-filter");
      g_signal_connect_object (self->toggles[state], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->filters, GTK_WIDGET (self->toggles[state]));
    }
  self->updating = FALSE;
}

static void
show_chart (GlossComparisonPane *self)
{
  gloss_comparison_chart_show (self->chart, self->comparison, gloss_comparison_list_get_palette (self->list));
}

static void
gloss_comparison_pane_dispose (GObject *object)
{
  GlossComparisonPane *self = GLOSS_COMPARISON_PANE (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_PANE);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_comparison_pane_parent_class)->dispose (object);
}

static void
gloss_comparison_pane_class_init (GlossComparisonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_comparison_pane_dispose;

  g_type_ensure (GLOSS_TYPE_COMPARISON_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-comparison-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPane, filters);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPane, selection);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPane, changes);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPane, chart);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_setup_cb);
}

static void
gloss_comparison_pane_init (GlossComparisonPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (is_change_cb, self, NULL);
  gtk_filter_list_model_set_filter (self->changes, GTK_FILTER (self->filter));
}

void
gloss_comparison_pane_set_list (GlossComparisonPane *self,
                                GlossComparisonList *list)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_PANE (self));
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (list));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  gtk_filter_list_model_set_model (self->changes, G_LIST_MODEL (gloss_comparison_list_get_items (list)));
  g_signal_connect_object (list, "place-changed", G_CALLBACK (select_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::colorblind", G_CALLBACK (show_chart), self, G_CONNECT_SWAPPED);
}

void
gloss_comparison_pane_set_comparison (GlossComparisonPane *self,
                                      GlossComparison     *comparison)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_PANE (self));
  g_return_if_fail (self->list != NULL);

  g_set_object (&self->comparison, comparison);
  show_filters (self);
  show_chart (self);
}

void
gloss_comparison_pane_focus (GlossComparisonPane *self)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_PANE (self));

  adw_view_stack_set_visible_child_name (self->stack, "changes");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

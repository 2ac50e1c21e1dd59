/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-list"

#include "config.h"

#include "ui/gloss-comparison-list.h"

#include "ui/gloss-clause-text.h"
#include "ui/gloss-comparison-changes.h"
#include "ui/gloss-comparison-menu.h"
#include "ui/gloss-comparison-row-widget.h"
#include "ui/gloss-comparison-speech.h"

struct _GlossComparisonList
{
  GtkBox              parent_instance;

  GtkListView        *list_view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filter_model;
  GtkWidget          *menu; /* made when it is first asked for */

  GlossComparison    *comparison;
  GtkBitset          *changes; /* where they stand in the selection */
  guint               waiting_position; /* to be gone to as soon as the list is shown */
  gboolean            waiting_select;
  gboolean            waiting_focus;
  guint               placing_position;
  guint               placing_tick;
  guint               n_ticks;
  gboolean            stacked;
};

G_DEFINE_FINAL_TYPE (GlossComparisonList, gloss_comparison_list, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_STACKED,
  N_PROPS,
};

enum
{
  PLACE_CHANGED,
  CLAUSE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Where the reader is */

static guint
find_change (GlossComparisonList *self,
             int                  step)
{
  return gloss_comparison_changes_step (self->changes, gtk_single_selection_get_selected (self->selection), step);
}

static void
find_changes (GlossComparisonList *self)
{
  g_clear_pointer (&self->changes, gtk_bitset_unref);
  self->changes = gloss_comparison_changes_find (G_LIST_MODEL (self->selection));

  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
selected_cb (GlossComparisonList *self)
{
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

/* (nullable): the widget that shows the row at @position, if the list holds one for it now. */
static GtkWidget *
find_row_widget (GlossComparisonList *self,
                 guint                position)
{
  g_autoptr (GlossComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       row != NULL && item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *widget = gtk_widget_get_first_child (item);

      if (GLOSS_IS_COMPARISON_ROW_WIDGET (widget) &&
          gloss_comparison_row_widget_get_row (GLOSS_COMPARISON_ROW_WIDGET (widget)) == row)
        return widget;
    }

  return NULL;
}

static gboolean
is_in_view (GlossComparisonList *self,
            guint                position)
{
  GtkWidget *widget = find_row_widget (self, position);
  graphene_rect_t bounds;

  return widget != NULL &&
         gtk_widget_compute_bounds (widget, GTK_WIDGET (self->list_view), &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (self->list_view));
}

/* A list scrolls only as far as it must, so that the row would stand at its edge. A reader wants
 * to see what comes after it: rows that did not fit are put below the upper edge. Where the row
 * stands is known when the list has been laid out, in the frame before this one. */
static gboolean
place_row_cb (GtkWidget     *list_view,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  GlossComparisonList *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  GtkWidget *widget;
  graphene_rect_t bounds;

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;

  self->placing_tick = 0;
  widget = find_row_widget (self, self->placing_position);
  if (widget != NULL && gtk_widget_compute_bounds (widget, list_view, &bounds))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y -
                                gtk_adjustment_get_page_size (adjustment) / 6);

  return G_SOURCE_REMOVE;
}

/* @focus: whether the row gets the focus even where the list does not have it. */
static void
go_to (GlossComparisonList *self,
       guint                position,
       gboolean             select,
       gboolean             focus)
{
  GtkListScrollFlags flags = GTK_LIST_SCROLL_FOCUS | (select ? GTK_LIST_SCROLL_SELECT : 0);
  gboolean in_view;

  /* What a list is told before it is shown is lost. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    {
      self->waiting_position = position;
      self->waiting_select = select;
      self->waiting_focus = focus;
      return;
    }

  in_view = is_in_view (self, position);
  gtk_list_view_scroll_to (self->list_view, position, flags, NULL);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  self->placing_position = position;
  self->n_ticks = 0;
  if (!in_view && self->placing_tick == 0)
    self->placing_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), place_row_cb, self, NULL);
}

static void
list_mapped_cb (GlossComparisonList *self)
{
  guint position = self->waiting_position;

  self->waiting_position = GTK_INVALID_LIST_POSITION;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    go_to (self, position, self->waiting_select, self->waiting_focus);
}

static GlossClause *
find_clause (GlossComparisonList  *self,
             GVariant             *parameter,
             GlossDocument       **document)
{
  const char *id;
  gboolean is_new;

  if (self->comparison == NULL)
    return NULL;

  g_variant_get (parameter, "(b&s)", &is_new, &id);
  *document = is_new ? gloss_comparison_get_new_document (self->comparison)
                     : gloss_comparison_get_old_document (self->comparison);
  return gloss_document_find_clause (*document, id);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GlossDocument *document;
  GlossClause *clause = find_clause (self, parameter, &document);

  if (clause != NULL)
    g_signal_emit (self, signals[CLAUSE_ACTIVATED], 0, document, clause);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GlossDocument *document;
  GlossClause *clause = find_clause (self, parameter, &document);
  g_autoptr (GtkBitset) selection = NULL;
  g_autofree char *text = NULL;

  if (clause == NULL)
    return;

  selection = gtk_bitset_new_range (gloss_clause_get_position (clause), 1);
  text = gloss_clause_text_copy (document, selection);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
row_activated_cb (GlossComparisonList *self,
                  guint                position)
{
  g_autoptr (GlossComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  gboolean is_new = gloss_comparison_row_get_n_new (row) > 0;
  GlossClause *clause = is_new ? gloss_comparison_row_get_new (row, 0) : gloss_comparison_row_get_old (row, 0);

  gtk_widget_activate_action (GTK_WIDGET (self), "comparison.open", "(bs)", is_new, gloss_clause_get_id (clause));
}

/* The menu of a row */

/* The menu of the current row; @x and @y are coordinates of @self. */
static void
show_menu (GlossComparisonList *self,
           double               x,
           double               y)
{
  g_autoptr (GMenuModel) menu = gloss_comparison_menu_new (gloss_comparison_list_get_current_row (self));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_menu_requested_cb (GlossComparisonRowWidget *widget,
                       double                    x,
                       double                    y,
                       GtkListItem              *item)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (gtk_widget_get_ancestor (GTK_WIDGET (widget), GLOSS_TYPE_COMPARISON_LIST));
  graphene_point_t point;

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  if (gtk_widget_compute_point (GTK_WIDGET (widget), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    show_menu (self, point.x, point.y);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GtkWidget *row_widget = find_row_widget (self, gtk_single_selection_get_selected (self->selection));
  graphene_rect_t bounds;

  if (row_widget != NULL && gtk_widget_compute_bounds (row_widget, GTK_WIDGET (self), &bounds))
    show_menu (self, bounds.origin.x + 12, bounds.origin.y + 12);
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              GlossComparisonList      *self)
{
  GtkWidget *widget = gloss_comparison_row_widget_new ();

  g_object_bind_property (self, "stacked", widget, "stacked", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (widget, "menu-requested", G_CALLBACK (row_menu_requested_cb), item, 0);
  gtk_list_item_set_child (item, widget);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             GlossComparisonList      *self)
{
  GlossComparisonRow *row = gtk_list_item_get_item (item);
  g_autofree char *name = gloss_comparison_speak_row (row);
  g_autofree char *difference = gloss_comparison_speak_difference (row);

  gloss_comparison_row_widget_set_row (GLOSS_COMPARISON_ROW_WIDGET (gtk_list_item_get_child (item)), self->comparison, row);
  gtk_list_item_set_accessible_label (item, name);
  gtk_list_item_set_accessible_description (item, difference);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               GlossComparisonList      *self)
{
  gloss_comparison_row_widget_set_row (GLOSS_COMPARISON_ROW_WIDGET (gtk_list_item_get_child (item)), NULL, NULL);
}

static gboolean
is_change_cb (gpointer item,
              gpointer user_data)
{
  return gloss_comparison_row_is_change (item);
}

static void
gloss_comparison_list_dispose (GObject *object)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (object);

  if (self->placing_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->placing_tick);
  self->placing_tick = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_LIST);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_comparison_list_parent_class)->dispose (object);
}

static void
gloss_comparison_list_finalize (GObject *object)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (object);

  gtk_bitset_unref (self->changes);

  G_OBJECT_CLASS (gloss_comparison_list_parent_class)->finalize (object);
}

static void
gloss_comparison_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (object);

  switch (prop_id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_list_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (object);

  switch (prop_id)
    {
    case PROP_STACKED:
      gloss_comparison_list_set_stacked (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_list_class_init (GlossComparisonListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_comparison_list_dispose;
  object_class->finalize = gloss_comparison_list_finalize;
  object_class->get_property = gloss_comparison_list_get_property;
  object_class->set_property = gloss_comparison_list_set_property;

  properties[PROP_STACKED] =
    g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PLACE_CHANGED] =
    g_signal_new ("place-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[CLAUSE_ACTIVATED] =
    g_signal_new ("clause-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, GLOSS_TYPE_DOCUMENT, GLOSS_TYPE_CLAUSE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-comparison-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonList, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonList, selection);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonList, filter_model);
  gtk_widget_class_bind_template_callback (widget_class, list_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);

  gtk_widget_class_install_action (widget_class, "comparison.open", "(bs)", open_action);
  gtk_widget_class_install_action (widget_class, "comparison.copy", "(bs)", copy_action);
  gtk_widget_class_install_action (widget_class, "comparison.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "comparison.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "comparison.menu", NULL);
}

static void
gloss_comparison_list_init (GlossComparisonList *self)
{
  self->changes = gtk_bitset_new_empty ();
  self->waiting_position = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gloss_comparison_list_set_comparison (GlossComparisonList *self,
                                      GlossComparison     *comparison)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (!g_set_object (&self->comparison, comparison))
    return;

  self->waiting_position = GTK_INVALID_LIST_POSITION;
  gtk_filter_list_model_set_model (self->filter_model, G_LIST_MODEL (comparison));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  find_changes (self);
}

GlossComparisonRow *
gloss_comparison_list_get_current_row (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

guint
gloss_comparison_list_get_n_changes (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), 0);

  return gtk_bitset_get_size (self->changes);
}

guint
gloss_comparison_list_get_change (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), 0);

  return gloss_comparison_changes_get_number (self->changes, gtk_single_selection_get_selected (self->selection));
}

gboolean
gloss_comparison_list_can_walk (GlossComparisonList *self,
                                int                  step)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), FALSE);

  return find_change (self, step) != GTK_INVALID_LIST_POSITION;
}

void
gloss_comparison_list_walk (GlossComparisonList *self,
                            int                  step)
{
  guint position;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  position = find_change (self, step);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  go_to (self, position, TRUE, FALSE);

  /* A row that gets the focus is spoken. Who walks by a button stays on the button. */
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->list_view)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    {
      GlossComparisonRow *row = gloss_comparison_list_get_current_row (self);
      g_autofree char *name = gloss_comparison_speak_row (row);
      g_autofree char *difference = gloss_comparison_speak_difference (row);
      g_autofree char *message = g_strdup_printf ("%s. %s", name, difference);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

void
gloss_comparison_list_grab_focus (GlossComparisonList *self)
{
  guint selected;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected != GTK_INVALID_LIST_POSITION)
    go_to (self, selected, FALSE, TRUE);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    go_to (self, 0, FALSE, TRUE);
}

gboolean
gloss_comparison_list_get_only_changes (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), FALSE);

  return gtk_filter_list_model_get_filter (self->filter_model) != NULL;
}

/* The reader stays on the same row where there is still such a row. */
void
gloss_comparison_list_set_only_changes (GlossComparisonList *self,
                                        gboolean             only_changes)
{
  g_autoptr (GtkCustomFilter) filter = NULL;
  guint selected;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (gloss_comparison_list_get_only_changes (self) == only_changes)
    return;

  if (only_changes)
    filter = gtk_custom_filter_new (is_change_cb, NULL, NULL);
  gtk_filter_list_model_set_filter (self->filter_model, GTK_FILTER (filter));
  find_changes (self);

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected != GTK_INVALID_LIST_POSITION)
    go_to (self, selected, FALSE, FALSE);
}

void
gloss_comparison_list_set_stacked (GlossComparisonList *self,
                                   gboolean             stacked)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (self->stacked == stacked)
    return;

  self->stacked = stacked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
}

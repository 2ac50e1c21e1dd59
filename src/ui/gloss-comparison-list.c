/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-list"

#include "config.h"

#include "ui/gloss-comparison-list-private.h"

#include "ui/gloss-appearance.h"
#include "ui/gloss-comparison-changes.h"
#include "ui/gloss-comparison-row-widget.h"
#include "ui/gloss-comparison-speech.h"

G_DEFINE_FINAL_TYPE (GlossComparisonList, gloss_comparison_list, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_STACKED,
  PROP_REDLINE,
  PROP_COLORBLIND,
  PROP_FOLDING,
  N_PROPS,
};

enum
{
  PLACE_CHANGED,
  CLAUSE_ACTIVATED,
  ROW_BOUND,
  MENU_OPENING,
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

void
gloss_comparison_list_find_changes (GlossComparisonList *self)
{
  g_clear_pointer (&self->changes, gtk_bitset_unref);
  self->changes = gloss_comparison_changes_find (self->items);

  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
selected_cb (GlossComparisonList *self)
{
  gloss_comparison_list_take_place (self);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
row_activated_cb (GlossComparisonList *self,
                  guint                position)
{
  g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GlossComparisonRow *row = gloss_comparison_item_get_row (item);
  GlossComparisonItemKind kind = gloss_comparison_item_get_kind (item);
  gboolean is_new = kind == GLOSS_COMPARISON_ITEM_ROW && gloss_comparison_row_get_n_new (row) > 0;
  GlossClause *clause;

  if (kind == GLOSS_COMPARISON_ITEM_FOLD)
    {
      gloss_comparison_list_toggle_fold (self, row);
      return;
    }

  clause = is_new ? gloss_comparison_row_get_new (row, 0) : gloss_comparison_row_get_old (row, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "comparison.open", "(bs)", is_new, gloss_clause_get_id (clause));
}

static void
row_menu_requested_cb (GlossComparisonRowWidget *widget,
                       double                    x,
                       double                    y,
                       GtkListItem              *item)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (gtk_widget_get_ancestor (GTK_WIDGET (widget), GLOSS_TYPE_COMPARISON_LIST));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  gloss_comparison_list_popup_menu (self, GTK_WIDGET (widget), x, y);
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              GlossComparisonList      *self)
{
  GtkWidget *widget = gloss_comparison_row_widget_new ();

  g_signal_connect_object (widget, "menu-requested", G_CALLBACK (row_menu_requested_cb), item, 0);
  gtk_list_item_set_child (item, widget);
}

static GlossComparisonLayout
get_layout (GlossComparisonList *self)
{
  if (self->redline)
    return GLOSS_COMPARISON_REDLINE;
  return self->stacked ? GLOSS_COMPARISON_STACKED : GLOSS_COMPARISON_SIDE_BY_SIDE;
}

/* What others add to a row stands on it, and is said after its name. */
static void
show_extras (GlossComparisonList *self,
             GtkListItem         *list_item)
{
  GlossComparisonRowWidget *widget = GLOSS_COMPARISON_ROW_WIDGET (gtk_list_item_get_child (list_item));
  GlossComparisonItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *name = gloss_comparison_speak_item (item);
  g_autofree char *extras = NULL;
  g_autofree char *full_name = NULL;

  gloss_comparison_row_widget_clear_badges (widget);
  if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW)
    g_signal_emit (self, signals[ROW_BOUND], 0, widget, gloss_comparison_item_get_row (item));
  extras = gloss_comparison_row_widget_speak_badges (widget);
  full_name = *extras != '\0' ? g_strdup_printf ("%s; %s", name, extras) : g_strdup (name);
  gtk_list_item_set_accessible_label (list_item, full_name);
}

/* The list item says what its widget draws. */
void
gloss_comparison_list_see_row (GlossComparisonList *self,
                               GtkWidget           *row_widget)
{
  GtkListItem *list_item = g_hash_table_lookup (self->bound_items, row_widget);
  g_autofree char *text = NULL;

  if (list_item == NULL)
    return;

  text = gloss_comparison_speak_item_text (gtk_list_item_get_item (list_item));
  gtk_list_item_set_accessible_description (list_item, text);
  gloss_comparison_row_widget_set_seen (GLOSS_COMPARISON_ROW_WIDGET (row_widget), TRUE);
  show_extras (self, list_item);
}

/* Two hundred rows are bound for each jump: most of the work waits until a row is seen. */
static void
row_bind_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             GlossComparisonList      *self)
{
  GlossComparisonRowWidget *widget = GLOSS_COMPARISON_ROW_WIDGET (gtk_list_item_get_child (list_item));
  GlossComparisonItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *name = gloss_comparison_speak_item (item);

  gloss_comparison_row_widget_set_seen (widget, FALSE);
  gloss_comparison_row_widget_set_layout (widget, get_layout (self), self->palette, self->matches);
  gloss_comparison_row_widget_set_item (widget, self->comparison, item);
  g_hash_table_insert (self->bound_items, widget, list_item);
  gtk_list_item_set_accessible_label (list_item, name);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               GlossComparisonList      *self)
{
  GtkWidget *widget = gtk_list_item_get_child (item);

  g_hash_table_remove (self->bound_items, widget);
  gloss_comparison_row_widget_set_item (GLOSS_COMPARISON_ROW_WIDGET (widget), NULL, NULL);
}

/* The rows that are on the screen learn it after they were laid out, and may then want another
 * height: the frame clock lays out again before anything is drawn. */
static void
gloss_comparison_list_realize (GtkWidget *widget)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);

  GTK_WIDGET_CLASS (gloss_comparison_list_parent_class)->realize (widget);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_handler = g_signal_connect_data (self->clock, "layout", G_CALLBACK (gloss_comparison_list_laid_out),
                                                self, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
gloss_comparison_list_unrealize (GtkWidget *widget)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);

  g_clear_signal_handler (&self->layout_handler, self->clock);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (gloss_comparison_list_parent_class)->unrealize (widget);
}

/* A window that becomes narrow takes the list from its place and puts it into another. */
static void
gloss_comparison_list_unmap (GtkWidget *widget)
{
  gloss_comparison_list_keep_place (GLOSS_COMPARISON_LIST (widget));

  GTK_WIDGET_CLASS (gloss_comparison_list_parent_class)->unmap (widget);
}

static void
gloss_comparison_list_dispose (GObject *object)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (object);

  gloss_comparison_list_stop (self);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_LIST);
  g_clear_object (&self->comparison);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (gloss_comparison_list_parent_class)->dispose (object);
}

static void
gloss_comparison_list_finalize (GObject *object)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (object);

  gtk_bitset_unref (self->changes);
  g_hash_table_unref (self->bound_items);

  G_OBJECT_CLASS (gloss_comparison_list_parent_class)->finalize (object);
}

static void
gloss_comparison_list_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  GTK_WIDGET_CLASS (gloss_comparison_list_parent_class)->size_allocate (widget, width, height, baseline);

  gloss_context_menu_allocate (GLOSS_COMPARISON_LIST (widget)->menu);
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

    case PROP_REDLINE:
      g_value_set_boolean (value, self->redline);
      break;

    case PROP_COLORBLIND:
      g_value_set_boolean (value, self->palette == GLOSS_PALETTE_COLORBLIND);
      break;

    case PROP_FOLDING:
      g_value_set_boolean (value, gloss_comparison_items_get_folding (self->items));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* How the rows look has changed. They have other heights then, but the reader stays at the row. */
void
gloss_comparison_list_update_rows (GlossComparisonList *self)
{
  GHashTableIter iter;
  gpointer widget;

  gloss_comparison_list_keep_place (self);
  g_hash_table_iter_init (&iter, self->bound_items);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    gloss_comparison_row_widget_set_layout (widget, get_layout (self), self->palette, self->matches);
}

static void
set_flag (GlossComparisonList *self,
          gboolean            *flag,
          gboolean             value,
          GParamSpec          *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  gloss_comparison_list_update_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_colorblind (GlossComparisonList *self,
                gboolean             colorblind,
                GParamSpec          *pspec)
{
  GlossPalette palette = colorblind ? GLOSS_PALETTE_COLORBLIND : GLOSS_PALETTE_STANDARD;

  if (self->palette == palette)
    return;

  self->palette = palette;
  gloss_comparison_list_update_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
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
      set_flag (self, &self->stacked, g_value_get_boolean (value), pspec);
      break;

    case PROP_REDLINE:
      set_flag (self, &self->redline, g_value_get_boolean (value), pspec);
      break;

    case PROP_COLORBLIND:
      set_colorblind (self, g_value_get_boolean (value), pspec);
      break;

    case PROP_FOLDING:
      gloss_comparison_list_set_folding (self, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
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
  widget_class->realize = gloss_comparison_list_realize;
  widget_class->unrealize = gloss_comparison_list_unrealize;
  widget_class->unmap = gloss_comparison_list_unmap;
  widget_class->size_allocate = gloss_comparison_list_size_allocate;

  properties[PROP_STACKED] =
    g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDLINE] =
    g_param_spec_boolean ("redline", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLORBLIND] =
    g_param_spec_boolean ("colorblind", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDING] =
    g_param_spec_boolean ("folding", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PLACE_CHANGED] =
    g_signal_new ("place-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[CLAUSE_ACTIVATED] =
    g_signal_new ("clause-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, GLOSS_TYPE_DOCUMENT, GLOSS_TYPE_CLAUSE);
  signals[ROW_BOUND] =
    g_signal_new ("row-bound", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, GLOSS_TYPE_COMPARISON_ROW_WIDGET, GLOSS_TYPE_COMPARISON_ROW);
  signals[MENU_OPENING] =
    g_signal_new ("menu-opening", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, GLOSS_TYPE_COMPARISON_ROW, G_TYPE_MENU);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-comparison-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonList, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonList, selection);
  gtk_widget_class_bind_template_callback_full (widget_class, "list_mapped_cb", G_CALLBACK (gloss_comparison_list_go_on));
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);

  gloss_comparison_list_install_actions (widget_class);
}

static void
gloss_comparison_list_init (GlossComparisonList *self)
{
  self->changes = gtk_bitset_new_empty ();
  self->bound_items = g_hash_table_new (NULL, NULL);
  self->waiting_position = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_appearance_bind_clamp (gloss_appearance_get_default (),
                               ADW_CLAMP_SCROLLABLE (gtk_widget_get_parent (GTK_WIDGET (self->list_view))), 2);
  g_signal_connect_object (gloss_appearance_get_default (), "changed", G_CALLBACK (gloss_comparison_list_keep_place),
                           self, G_CONNECT_SWAPPED);
  self->items = gloss_comparison_items_new ();
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  self->menu = gloss_context_menu_new (GTK_WIDGET (self));
}

void
gloss_comparison_list_emit_activated (GlossComparisonList *self,
                                      GlossDocument       *document,
                                      GlossClause         *clause)
{
  g_signal_emit (self, signals[CLAUSE_ACTIVATED], 0, document, clause);
}

void
gloss_comparison_list_emit_menu (GlossComparisonList *self,
                                 GlossComparisonRow  *row,
                                 GMenu               *menu)
{
  g_signal_emit (self, signals[MENU_OPENING], 0, row, menu);
}

void
gloss_comparison_list_refresh_row (GlossComparisonList *self,
                                   GlossComparisonRow  *row)
{
  GHashTableIter iter;
  gpointer widget;
  gpointer list_item;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  g_hash_table_iter_init (&iter, self->bound_items);
  while (g_hash_table_iter_next (&iter, &widget, &list_item))
    if ((row == NULL || gloss_comparison_row_widget_get_row (widget) == row) &&
        gloss_comparison_row_widget_get_seen (widget))
      show_extras (self, list_item);
}

void
gloss_comparison_list_set_comparison (GlossComparisonList *self,
                                      GlossComparison     *comparison)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (!g_set_object (&self->comparison, comparison))
    return;

  gloss_comparison_list_stop (self);
  self->waiting_position = GTK_INVALID_LIST_POSITION;
  gloss_comparison_items_set_comparison (self->items, comparison);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gloss_comparison_list_find_changes (self);
}

GlossComparisonRow *
gloss_comparison_list_get_current_row (GlossComparisonList *self)
{
  GlossComparisonItem *item;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  if (item == NULL || gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_FOLD)
    return NULL;

  return gloss_comparison_item_get_row (item);
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

  gloss_comparison_list_go_to (self, position, TRUE, FALSE);

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
    gloss_comparison_list_go_to (self, selected, FALSE, TRUE);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gloss_comparison_list_go_to (self, 0, FALSE, TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-comparison-list.h"
#include "ui/gloss-comparison-row-widget.h"
#include "ui/gloss-context-menu.h"

G_BEGIN_DECLS

/* What the list, the way to its rows and their menu share. */

struct _GlossComparisonList
{
  GtkBox                parent_instance;

  GtkListView          *list_view;
  GtkSingleSelection   *selection;
  GlossContextMenu     *menu;

  GlossComparison      *comparison;
  GlossComparisonItems *items;
  GHashTable           *bound_items; /* GlossComparisonRowWidget -> GtkListItem, not held: those that show an item now */
  GtkBitset            *changes; /* where they stand in the selection */
  guint                 waiting_position; /* to be gone to as soon as the list is shown */
  gboolean              waiting_select;
  gboolean              waiting_focus;
  guint                 placing_position;
  guint                 placing_tick;
  guint                 n_ticks;
  GdkFrameClock        *clock; /* while it is realized */
  gulong                layout_handler;
  gboolean              stacked;
  gboolean              redline;
  GlossPalette          palette;
  GlossPhraseCount     *matches; /* (nullable): not held */
};

/* Brings the row at @position on the screen and gives it the focus of the list; @focus: whether
 * the list gets the focus where it does not have it. */
void       gloss_comparison_list_go_to           (GlossComparisonList *self,
                                                  guint                position,
                                                  gboolean             select,
                                                  gboolean             focus);

/* Goes where the list was told to go while it was not on the screen. */
void       gloss_comparison_list_go_on           (GlossComparisonList *self);
void       gloss_comparison_list_stop            (GlossComparisonList *self);

/* Finds the changes anew, when other items are shown. */
void       gloss_comparison_list_find_changes    (GlossComparisonList *self);

/* Tells the rows that are on the screen, or about to be, that they are seen. */
void       gloss_comparison_list_see_rows        (GlossComparisonList *self);

/* (nullable): the widget that shows the item at @position, if the list holds one for it now. */
GtkWidget *gloss_comparison_list_find_row_widget (GlossComparisonList *self,
                                                  guint                position);

void       gloss_comparison_list_emit_activated  (GlossComparisonList *self,
                                                  GlossDocument       *document,
                                                  GlossClause         *clause);
void       gloss_comparison_list_emit_menu       (GlossComparisonList *self,
                                                  GlossComparisonRow  *row,
                                                  GMenu               *menu);

/* How the rows look has changed. */
void       gloss_comparison_list_update_rows     (GlossComparisonList *self);

/* @row_widget is seen from now on. */
void       gloss_comparison_list_see_row         (GlossComparisonList *self,
                                                  GtkWidget           *row_widget);

/* Of the menu of a row. */
void       gloss_comparison_list_install_actions (GtkWidgetClass      *widget_class);
void       gloss_comparison_list_popup_menu      (GlossComparisonList *self,
                                                  GtkWidget           *row_widget,
                                                  double               x,
                                                  double               y);

G_END_DECLS

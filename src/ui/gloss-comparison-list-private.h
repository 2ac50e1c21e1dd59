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
  gpointer              placing_item; /* GlossComparisonItem, not held: only compared */
  guint                 placing_tick;
  guint                 n_ticks;
  gboolean              keeping; /* the selected row is being put where it was */
  gboolean              noted;   /* it is on the screen, namely: */
  double                noted_y; /* in pixels from the top of the list */
  double                noted_height;
  GdkFrameClock        *clock; /* while it is realized */
  gulong                layout_handler;
  int                   width; /* of the list view, when it was laid out last */
  int                   height;
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

/* Takes down where the selected row stands on the screen. */
void       gloss_comparison_list_note_place      (GlossComparisonList *self);

/* Another row is selected, or the same one elsewhere: who goes on is not brought back to where they were on
 * their way to. */
void       gloss_comparison_list_take_place      (GlossComparisonList *self);

/* The rows are about to have other heights, or others will stand around them: if the selected row is on the
 * screen, it stays there. */
void       gloss_comparison_list_keep_place      (GlossComparisonList *self);

/* Goes where the list was told to go while it was not on the screen. */
void       gloss_comparison_list_go_on           (GlossComparisonList *self);
void       gloss_comparison_list_stop            (GlossComparisonList *self);

/* Finds the changes anew, when other items are shown. */
void       gloss_comparison_list_find_changes    (GlossComparisonList *self);

/* The list has been laid out: the rows that are on the screen, or about to be, are seen. */
void       gloss_comparison_list_laid_out        (GlossComparisonList *self);

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

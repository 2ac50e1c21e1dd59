/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/gloss-clause-marks.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-context-menu.h"
#include "ui/gloss-list-scroller.h"
#include "ui/gloss-parallel-row-widget.h"
#include "ui/gloss-reader-view.h"

G_BEGIN_DECLS

/* What the view, its rows, its context menu and its two columns share. A position is that of a clause in its
 * document, a place that of a row in the list: they are the same where one text is read alone. */

typedef struct
{
  GlossDocument    *document; /* NULL: there is none on this side */
  GlossClauseMarks  marks;
  GHashTable       *rows;     /* position -> GlossClauseRow, those that are bound */
  GtkBitset        *outdated; /* (nullable): positions of clauses whose marks are to be shown anew */
} GlossReaderSide;

struct _GlossReaderView
{
  GtkWidget          parent_instance;

  GtkWidget         *bin;
  GtkScrolledWindow *scrolled_window;
  AdwClampScrollable *clamp;
  GtkListView       *list_view;
  GtkListItemFactory *factory;
  GMenuModel        *menu_model;
  GlossContextMenu  *menu;

  GlossReaderSide    sides[GLOSS_N_PARALLEL_SIDES];
  GlossParallelRows *parallel;   /* NULL: the first side is read alone */
  GlossParallelSide  active;     /* the side on which the reader is */
  GtkMultiSelection *selection;
  GlossClauseRow    *phrase_row; /* in which a phrase may be selected; weak */

  int                width; /* for which the rows are laid out */
  gboolean           stacked;
  GlossListScroller *scroller;
  guint              update_id; /* an idle source: since the last one, clauses changed */
  guint              n_updated; /* how many of them are shown as they are now */
  guint              flash_place; /* of the row that flashes when it is reached */
};

/* Gives the class what opens the menu; the template of the class must have been set. */
void gloss_reader_view_install_menu (GtkWidgetClass *widget_class);

/* Selects the row at @place and no other, through the list's own action: from what that selects,
 * and from nothing else, Shift extends. */
void gloss_reader_view_select_alone (GlossReaderView *self,
                                     guint            place);

/* gloss-reader-view-rows.c: the rows that there are now. */

/* (transfer none) (nullable): the row that shows the clause, or one at @place, or one inside an
 * item of the list. */
GlossClauseRow    *gloss_reader_view_get_row      (GlossReaderView   *self,
                                                   GlossParallelSide  side,
                                                   guint              position);
GlossClauseRow    *gloss_reader_view_find_row     (GlossReaderView   *self,
                                                   guint              place);
GlossClauseRow    *gloss_reader_view_find_row_in  (GtkWidget         *item);

GlossParallelSide  gloss_reader_view_get_side     (GlossReaderView   *self,
                                                   GlossClauseRow    *row);
guint              gloss_reader_view_get_place    (GlossReaderView   *self,
                                                   GlossClauseRow    *row);
guint              gloss_reader_view_to_place     (GlossReaderView   *self,
                                                   GlossParallelSide  side,
                                                   guint              position);
guint              gloss_reader_view_get_n_places (GlossReaderView   *self);

/* (transfer none) (nullable): the clause of that side in the row at @place. */
GlossClause       *gloss_reader_view_get_clause   (GlossReaderView   *self,
                                                   GlossParallelSide  side,
                                                   guint              place);

/* Connects the signals of a row that was just made. */
void               gloss_reader_view_connect_row  (GlossReaderView   *self,
                                                   GlossClauseRow    *row);

/* Takes notice that @row shows a clause of that side from now on, or lets go of the clause. */
void               gloss_reader_view_take_row     (GlossReaderView   *self,
                                                   GlossParallelSide  side,
                                                   GlossClauseRow    *row);
void               gloss_reader_view_drop_row     (GlossReaderView   *self,
                                                   GlossParallelSide  side,
                                                   GlossClauseRow    *row);

/* Shows the marks of a clause as they are now, of a side, of all. */
void               gloss_reader_view_update_clause (GlossReaderView  *self,
                                                    guint             side,
                                                    guint             position);
void               gloss_reader_view_update_side  (GlossReaderView   *self,
                                                   GlossParallelSide  side);
void               gloss_reader_view_update_rows  (GlossReaderView   *self);
void               gloss_reader_view_stop_updates (GlossReaderView   *self);
void               gloss_reader_view_install_rows (GtkWidgetClass    *widget_class);

/* The side on which the reader is; the rows show it. */
void               gloss_reader_view_set_active   (GlossReaderView   *self,
                                                   GlossParallelSide  side);
void               gloss_reader_view_show_place   (GlossReaderView   *self,
                                                   guint              place,
                                                   GlossReaderFlags   flags);

/* gloss-reader-view-parallel.c: the two columns. */

/* (transfer full): makes rows of two columns. */
GtkListItemFactory *gloss_reader_view_new_parallel_factory (GlossReaderView *self);

/* The keys that go from one column to the other; the template of the class must have been set. */
void gloss_reader_view_install_parallel (GtkWidgetClass  *widget_class);
void gloss_reader_view_update_columns   (GlossReaderView *self);

G_END_DECLS

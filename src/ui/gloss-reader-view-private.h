/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-clause-marks.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-context-menu.h"
#include "ui/gloss-list-scroller.h"
#include "ui/gloss-reader-view.h"

G_BEGIN_DECLS

/* What the view and its context menu share. */

struct _GlossReaderView
{
  GtkWidget          parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkListView       *list_view;
  GMenuModel        *menu_model;
  GlossContextMenu  *menu;

  GlossDocument     *document;
  GtkMultiSelection *selection;
  GHashTable        *rows;       /* position -> GlossClauseRow, those that are bound */
  GlossClauseRow    *phrase_row; /* in which a phrase may be selected; weak */

  int                width; /* for which the rows are laid out */
  GlossClauseMarks   marks;
  GlossListScroller *scroller;
  guint              flash_position; /* of the clause that flashes when it is reached */
};

/* Gives the class what opens the menu; the template of the class must have been set. */
void gloss_reader_view_install_menu (GtkWidgetClass *widget_class);

/* Selects the clause at @position and no other, through the list's own action: from what that
 * selects, and from nothing else, Shift extends. */
void gloss_reader_view_select_alone (GlossReaderView *self,
                                     guint            position);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-all-notes-page.h"
#include "ui/gloss-loading-bar.h"
#include "ui/gloss-note-changes.h"
#include "ui/gloss-note-filter-bar.h"
#include "ui/gloss-note-list.h"
#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/* What the page and its actions share. */

struct _GlossAllNotesPage
{
  AdwNavigationPage    parent_instance;

  AdwWindowTitle      *window_title;
  AdwBanner           *banner;
  GlossLoadingBar     *loading_bar;
  GtkEditable         *search_entry;
  GtkBox              *filter_place;
  GtkMenuButton       *filter_button;
  GtkPopover          *filter_popover;
  GtkStack            *stack;
  GtkListView         *list_view;
  GtkWidget           *selection_bar;
  GtkLabel            *selection_label;
  GtkListItemFactory  *header_factory;
  GtkFlattenListModel *flattened;
  GlossNoteList       *list;
  GtkMultiSelection   *selection;
  GlossNoteFilterBar  *filter_bar;

  GlossLibrary        *library;
  GlossNotebook       *notebook;
  GlossNotePlaces     *places;
  GlossNoteChanges    *changes;
  GHashTable          *rows;      /* set of GlossAllNotesRow, those that are bound */
  GPtrArray           *spare_cards; /* element-type GlossAllNotesCard: no row has them */
  GHashTable          *unfilled;  /* of these, those that still show nothing, or not the words looked for */
  GHashTable          *selected;  /* set of GlossAnnotation */
  char                *sort;
  AdwToast            *toast;     /* weak: that offers to undo */
  gboolean             narrow;
  gboolean             stale;     /* notes changed that are not looked at again yet */
  gboolean             selecting; /* what is selected now is no choice of the user */
  gboolean             searching; /* a result is still to be said */
  guint                update_id; /* an idle source */
  guint                fill_id;   /* likewise */
  guint                to_top;    /* in so many layouts the list is still to show its beginning */
  guint                to_focus;  /* likewise, all of the note that has the focus */
};

void gloss_all_notes_page_install_actions (GtkWidgetClass    *widget_class);

/* The action "all-notes.export". */
void gloss_all_notes_page_export          (GtkWidget         *widget,
                                           const char        *action_name,
                                           GVariant          *parameter);

/* The callbacks of the list's factories. */
void gloss_all_notes_page_bind_row_callbacks (GtkWidgetClass *widget_class);

/* Marks what is looked for now in the rows. */
void gloss_all_notes_page_mark_rows       (GlossAllNotesPage *self);

/* Shows all of each row anew. */
void gloss_all_notes_page_update_rows     (GlossAllNotesPage *self);

/* Lets notes stay selected wherever they go in the list. */
void gloss_all_notes_page_keep_selection  (GlossAllNotesPage *self);

/* Makes possible what can be done with what is selected. */
void gloss_all_notes_page_update_actions  (GlossAllNotesPage *self);

/* Takes away a toast that offers to undo what is not the last step any more. */
void gloss_all_notes_page_dismiss_toast   (GlossAllNotesPage *self);

G_END_DECLS

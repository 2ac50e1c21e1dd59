/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-color-picker.h"
#include "ui/gloss-find-bar.h"
#include "ui/gloss-notes-pane.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-reader-view.h"

G_BEGIN_DECLS

/* What the page and its actions share. */

struct _GlossReaderPage
{
  AdwNavigationPage    parent_instance;

  AdwWindowTitle      *window_title;
  GtkLabel            *citation;
  GlossFindBar        *find_bar;
  AdwBanner           *banner;
  AdwOverlaySplitView *split_view;
  GlossReaderView     *view;
  GlossNotesPane      *notes_pane;
  GlossColorPicker    *color_picker;
  GtkPopover          *color_popover;

  GSettings           *settings;
  GlossDocument       *document;
  char                *key;
  GlossNotebook       *notebook;
  GlossPlacedNotes    *notes; /* NULL: there is no document, or its notes can't be opened */
  AdwToast            *toast; /* the one that offers undo; weak */
  guint                place_id;

  gboolean             narrow;
  gboolean             collapsed;
  gboolean             show_notes;
};

void                  gloss_reader_page_install_actions (GtkWidgetClass  *widget_class);

/* (nullable): NULL: there is no document, or its notes can't be opened. */
GlossAnnotationStore *gloss_reader_page_get_store       (GlossReaderPage *self);

/* The colour of a new note or highlight. */
GlossColor            gloss_reader_page_get_color       (GlossReaderPage *self);

/* Begins a note on the selected phrase, else on the first selected clause. */
void                  gloss_reader_page_write_note      (GlossReaderPage *self);

/* Says that a note was removed, and offers to undo it. */
void                  gloss_reader_page_offer_undo      (GlossReaderPage *self);
void                  gloss_reader_page_dismiss_toast   (GlossReaderPage *self);

G_END_DECLS

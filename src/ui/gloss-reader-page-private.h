/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-parallel-rows.h"
#include "ui/gloss-color-picker.h"
#include "ui/gloss-find-bar.h"
#include "ui/gloss-kept-tags.h"
#include "ui/gloss-loading-bar.h"
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
  GlossLoadingBar     *loading_bar;
  AdwOverlaySplitView *split_view;
  GlossReaderView     *view;
  GlossNotesPane      *notes_pane;
  GlossKeptTags       *kept_tags;
  GlossColorPicker    *color_picker;
  GtkPopover          *color_popover;
  GMenu               *languages_menu;

  GSettings           *settings;
  GlossDocument       *document;
  char                *key;
  GlossNotebook       *notebook;
  GlossLibrary        *library; /* where the other languages are */
  GlossParallelRows   *rows;    /* NULL: the document is read alone */
  GlossPlacedNotes    *notes; /* NULL: there is no document, or its notes can't be opened */
  GlossPlacedNotes    *placing; /* what "notes" will be when they have their places; or NULL */
  GlossAnnotation     *awaited; /* (nullable): to be shown then */
  AdwToast            *toast; /* the one that offers undo; weak */
  guint                place_id;
  guint                open_id; /* an idle source: the stores of other documents are to be opened */

  gboolean             narrow;
  gboolean             collapsed;
  gboolean             show_notes;
};

void                  gloss_reader_page_install_actions (GtkWidgetClass  *widget_class);

/* gloss-reader-page-parallel.c: another language beside the document. */
void                  gloss_reader_page_install_parallel (GtkWidgetClass *widget_class);

/* The languages that there are now. */
void                  gloss_reader_page_update_languages (GlossReaderPage *self);

/* (transfer full): in what languages one reads; of several, and where one of them is chosen, which. */
char                 *gloss_reader_page_dup_languages   (GlossReaderPage *self);

/* Shows the texts, with the notes that @store (nullable) holds. */
void                  gloss_reader_page_show_texts      (GlossReaderPage      *self,
                                                         GlossAnnotationStore *store);

/* What can be done, and what is shown of where the reader is. */
void                  gloss_reader_page_update_title    (GlossReaderPage *self);
void                  gloss_reader_page_update_undo     (GlossReaderPage *self);

/* gloss-reader-page-notes.c: the notes of the document, which may come after its text. */
void                  gloss_reader_page_bind_notes_callbacks (GtkWidgetClass *widget_class);

/* Shows the texts, at first without notes where there are many. */
void                  gloss_reader_page_open_notes      (GlossReaderPage *self);
void                  gloss_reader_page_close_notes     (GlossReaderPage *self);

/* Takes the notes that @store (nullable) holds, now or when their places are found, and shows them
 * then. */
void                  gloss_reader_page_take_store      (GlossReaderPage      *self,
                                                         GlossAnnotationStore *store);

/* (nullable): NULL: there is no document, or its notes can't be opened. */
GlossAnnotationStore *gloss_reader_page_get_store       (GlossReaderPage *self);

/* (nullable): the one in which something was changed here last, which undo is about. */
GlossAnnotationStore *gloss_reader_page_get_undo_store  (GlossReaderPage *self);

/* gloss-reader-page-marks.c: colours, highlights, notes and tags from the text. Both once. */
void                  gloss_reader_page_install_marks   (GtkWidgetClass  *widget_class);
void                  gloss_reader_page_init_marks      (GlossReaderPage *self);

/* Shows @note in the list of notes, which is shown too. */
void                  gloss_reader_page_pick_note       (GlossReaderPage *self,
                                                         GlossPlacedNote *note);

/* The colour of a new note or highlight. */
GlossColor            gloss_reader_page_get_color       (GlossReaderPage *self);

/* Begins a note on the selected phrase, else on the first selected clause. */
void                  gloss_reader_page_write_note      (GlossReaderPage *self);

/* Says that a note was removed, and offers to undo it. */
void                  gloss_reader_page_offer_undo      (GlossReaderPage *self);
void                  gloss_reader_page_dismiss_toast   (GlossReaderPage *self);

/* Says something that can't be answered. */
void                  gloss_reader_page_say             (GlossReaderPage *self,
                                                         const char      *text);

G_END_DECLS

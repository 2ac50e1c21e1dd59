/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-document-list.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-window.h"

G_BEGIN_DECLS

/* What the window and its actions share. */

struct _GlossWindow
{
  AdwApplicationWindow    parent_instance;

  AdwToastOverlay        *toast_overlay;
  AdwNavigationSplitView *split_view;
  GMenu                  *recent_section;
  GtkMenuButton          *menu_button;
  AdwBanner              *library_banner;
  GlossDocumentList      *document_list;
  GtkWidget              *compare_button;
  AdwNavigationPage      *content_page;
  AdwNavigationView      *navigation_view;
  GlossReaderPage        *reader_page;
  AdwNavigationPage      *all_notes_page; /* borrowed from the view; NULL until it is first asked for */

  GSettings              *settings;
  GVariant               *state; /* what is being restored; NULL most of the time */
  GlossLibrary           *library;
  GlossNotebook          *notebook;
  GCancellable           *cancellable; /* of what ends with the window */
};

void gloss_window_install_actions (GtkWidgetClass *widget_class);

/* gloss-window-files.c: files that are dropped on the window are opened. */
void gloss_window_accept_drops    (GlossWindow    *self);

/* Shows @document. @key: its name in the library, or the URI of its file. @clause_id: (nullable). */
void gloss_window_show_document   (GlossWindow    *self,
                                   GlossDocument  *document,
                                   const char     *key,
                                   const char     *clause_id);

/* A window never stands empty because a document could not be opened. */
void gloss_window_ensure_document (GlossWindow    *self);

/* gloss-window-placing.c: asks for the place of the note with that id. */
void gloss_window_place_note      (GlossWindow    *self,
                                   const char     *id);

/* Asks for files of notes to be brought in. */
void gloss_window_import_notes    (GlossWindow    *self);

/* Opens what @key names: a document of the library, or a file by its URI; else the first document. */
void gloss_window_open_key        (GlossWindow    *self,
                                   const char     *key);

/* Before the document @key is opened, and when it is there: bring back what the session knows. */
void gloss_window_restore_place   (GlossWindow    *self,
                                   const char     *key);
void gloss_window_restore_page    (GlossWindow    *self);
/* Shows @page, of which the window has one, known by its tag; going back keeps it. */
void gloss_window_show_kept_page  (GlossWindow       *self,
                                   AdwNavigationPage *page);

/* The actions on tags: "win.tags", "win.all-notes-tagged", "win.color-names". */
void gloss_window_install_tag_actions (GtkWidgetClass *widget_class);

/* Makes possible what can be done with the document that is read. */
void gloss_window_update_actions  (GlossWindow    *self);

/* Says that a document can't be opened, and why; @error names it. */
void gloss_window_report          (GlossWindow    *self,
                                   const GError   *error);

/* (transfer none) (nullable): the entry of the document that is read, if the library has it. */
GlossLibraryEntry *gloss_window_get_entry         (GlossWindow       *self);

/* (transfer none): the document that is most likely meant beside @entry; @entry itself where there
 * is no other. */
GlossLibraryEntry *gloss_window_guess_counterpart (GlossWindow       *self,
                                                   GlossLibraryEntry *entry);

/* Shows where the notes of the older of two texts would stand in the newer one. */
void gloss_window_carry_over                      (GlossWindow       *self);

G_END_DECLS

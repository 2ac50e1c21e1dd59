/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/gloss-application.h"

G_BEGIN_DECLS

/**
 * GlossWindow:
 *
 * The window: the documents at the side, and beside them pages: the reader, and on top of it what
 * was opened from there, such as a comparison.
 *
 * Its actions are "win.add-document", "win.all-notes", "win.compare" (ss): two names of documents, the old one
 * first, "win.compare-document", "win.export-notes", "win.import-notes",
 * "win.place-note" (s): the id of a note, "win.document-particulars", "win.remove-document".
 *
 * ::state-changed: gloss_window_dup_state () may say something else than before.
 */

#define GLOSS_TYPE_WINDOW (gloss_window_get_type ())
G_DECLARE_FINAL_TYPE (GlossWindow, gloss_window, GLOSS, WINDOW, AdwApplicationWindow)

GlossWindow *gloss_window_new           (GlossApplication  *application);

/* Opens the document of the library that @name names as for gloss_library_find (), and goes to the
 * clause @clause_id (nullable). Where it can't be opened, a dialog says why. */
void         gloss_window_open_document (GlossWindow       *self,
                                         const char        *name,
                                         const char        *clause_id);

/* Opens @files (element-type GFile): a document is shown, without adding it to the library; of notes
 * a dialog shows what would come in. Which of the two a file is shows in its content. */
void         gloss_window_open_files    (GlossWindow       *self,
                                         GPtrArray         *files);

/* Opens the document that was read last. */
void         gloss_window_open_last     (GlossWindow       *self);

/* (transfer full) (type a{sv}): what a session keeps of the window: its document and place, its
 * page and its size. */
GVariant    *gloss_window_dup_state     (GlossWindow       *self);

/* Brings all of that back, in a window that is not shown yet. What @state does not say, or what
 * there is no more, is as in a new window. */
void         gloss_window_restore       (GlossWindow       *self,
                                         GVariant          *state);

/* Begins a note on what is chosen in the document. */
void         gloss_window_write_note    (GlossWindow       *self);

/* Writes down what is being written in the window. */
void         gloss_window_commit        (GlossWindow       *self);

/* Shows @page in the place of the document; going back removes it. */
void         gloss_window_push_page     (GlossWindow       *self,
                                         AdwNavigationPage *page);

/* Shows the notes on all documents; from there one goes to the place of a note, and back. */
void         gloss_window_show_all_notes (GlossWindow      *self);

/* The same, with what is looked for in them. */
void         gloss_window_search_notes  (GlossWindow       *self,
                                         const char        *search);

/* Goes to the place of the note @annotation in @document (nullable: the library does not have it;
 * then it may be the one that is read, else a toast says so). */
void         gloss_window_open_note     (GlossWindow       *self,
                                         GlossAnnotation   *annotation,
                                         GlossDocument     *document);

/* (transfer full): shows @toast. Its title is taken literally only if the toast says so. */
void         gloss_window_add_toast     (GlossWindow       *self,
                                         AdwToast          *toast);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossAllNotesPage:
 *
 * All notes on all documents in one list: to search, filter and sort them, and to tag, remove and
 * export several at once.
 *
 * Its actions are "all-notes.search", "all-notes.add-tags", "all-notes.remove" and
 * "all-notes.export" on the selected notes (export: others may be chosen there),
 * "all-notes.select-all", "all-notes.select-none", "all-notes.undo", "all-notes.redo",
 * "all-notes.reset" of search and filters, and the state "all-notes.sort".
 *
 * Properties: "sort": "place", "date" or "tag"; "narrow": the filters stand in a popover.
 *
 * ::note-activated (GlossAnnotation *annotation, GlossDocument *document): the reader wants to see
 * the note in its place. @document (nullable): NULL where the library does not have it.
 */

#define GLOSS_TYPE_ALL_NOTES_PAGE (gloss_all_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (GlossAllNotesPage, gloss_all_notes_page, GLOSS, ALL_NOTES_PAGE, AdwNavigationPage)

/* Its tag as a navigation page is "all-notes". */
GlossAllNotesPage *gloss_all_notes_page_new           (GlossLibrary      *library,
                                                       GlossNotebook     *notebook);

/* Takes in what others wrote into the notes on any document, and tries again to write what could
 * not be written. */
void               gloss_all_notes_page_refresh       (GlossAllNotesPage *self);

/* Shows the notes that bear @tag, or one nested in it, and no others. */
void               gloss_all_notes_page_show_tag      (GlossAllNotesPage *self,
                                                       const char        *tag);

/* Looks for @search, as if it had been typed. */
void               gloss_all_notes_page_set_search    (GlossAllNotesPage *self,
                                                       const char        *search);

/* (transfer full) (element-type GlossAnnotation): in the order of the list. */
GPtrArray         *gloss_all_notes_page_dup_selected  (GlossAllNotesPage *self);
GPtrArray         *gloss_all_notes_page_dup_shown     (GlossAllNotesPage *self);

/* Adds @tags to the selected notes, as the dialog does when it is answered. */
void               gloss_all_notes_page_add_tags      (GlossAllNotesPage  *self,
                                                       const char * const *tags);

G_END_DECLS

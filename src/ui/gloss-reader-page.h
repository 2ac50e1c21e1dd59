/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"
#include "ui/gloss-placing-bar.h"
#include "ui/gloss-reading-places.h"

G_BEGIN_DECLS

/**
 * GlossReaderPage:
 *
 * A document and the notes on it: the text in the middle, the notes at the end, and what can be
 * done with them. It remembers where reading stopped.
 *
 * Its actions are "reader.new-note", "reader.highlight", "reader.copy", "reader.find",
 * "reader.find-next", "reader.find-previous", "reader.undo", "reader.redo", "reader.parallel", which
 * puts another language beside the document or takes it away, and the states "reader.show-notes" and
 * "reader.beside".
 *
 * Properties: "narrow": there is little room, so that the tools stand below the text; "collapsed":
 * the notes lie over the text instead of beside it; "show-notes": whether they are shown;
 * "document" (read only); "beside": the name of the same document in another language that is read
 * in parallel, "" where none is.
 */

#define GLOSS_TYPE_READER_PAGE (gloss_reader_page_get_type ())
G_DECLARE_FINAL_TYPE (GlossReaderPage, gloss_reader_page, GLOSS, READER_PAGE, AdwNavigationPage)

/* Shows @document, at the place where reading stopped. @key: what it is remembered by: its name in
 * the library, or the URI of its file. @notebook: its notes are there. */
void           gloss_reader_page_open         (GlossReaderPage *self,
                                               GlossDocument   *document,
                                               const char      *key,
                                               GlossNotebook   *notebook);

/* Where the other languages of a document come from, to be read beside it. */
void           gloss_reader_page_set_library  (GlossReaderPage *self,
                                               GlossLibrary    *library);

/* (transfer none): the name of what is read beside the document; "" where that is nothing. */
const char    *gloss_reader_page_get_beside   (GlossReaderPage *self);
void           gloss_reader_page_set_beside   (GlossReaderPage *self,
                                                const char      *name);

/* (transfer none) (nullable) */
GlossDocument *gloss_reader_page_get_document (GlossReaderPage *self);

/* (transfer none) (nullable): what the document is remembered by. */
const char    *gloss_reader_page_get_key      (GlossReaderPage *self);

/* Where one is in the document now. FALSE: it is not known, and @place is cleared. */
gboolean       gloss_reader_page_get_place    (GlossReaderPage   *self,
                                               GlossReadingPlace *place);

/* Selects the clause @id and shows it; nothing where the document does not have it. */
void           gloss_reader_page_show_clause  (GlossReaderPage *self,
                                               const char      *id);

/* Takes in what others wrote into the notes, and tries again to write what could not be written. */
void           gloss_reader_page_refresh      (GlossReaderPage *self);

/* Chooses the note @annotation, which is on this document, and goes to its place. */
void           gloss_reader_page_show_annotation (GlossReaderPage *self,
                                                  GlossAnnotation *annotation);

/* Writes down what is not yet: the note that is being written, and the place. */
void           gloss_reader_page_commit       (GlossReaderPage *self);

/* gloss-reader-page-placing.c: asks to select the words that @annotation is about, which is on the
 * document that is read, until this is done, given up, or another document is opened. (transfer
 * none) (nullable): what asks; NULL where there is no such note here. */
GlossPlacingBar *gloss_reader_page_begin_placing (GlossReaderPage *self,
                                                  GlossAnnotation *annotation);

G_END_DECLS

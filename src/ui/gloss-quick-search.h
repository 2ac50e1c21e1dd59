/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossQuickSearch:
 *
 * Finds words in all clauses of all documents and in all notes, and a document and its clauses by the
 * symbol, for whoever asks from outside of the windows. Clauses are searched on a thread, and notes a few at a time, so that the windows
 * stay usable meanwhile. For the thread of the library and the notebook.
 */

/* As many documents, notes and clauses are found at most. */
#define GLOSS_QUICK_SEARCH_MAX 25

/* What was found: a document, a clause, or a note with the clause that it names. */
typedef struct
{
  GlossDocument   *document;   /* NULL: the library does not have the document of the note */
  GlossClause     *clause;     /* NULL: it is a document, or that does not have the clause of the note */
  GlossAnnotation *annotation; /* NULL: it is a document or a clause */
} GlossQuickResult;

void              gloss_quick_result_clear            (GlossQuickResult *result);

#define GLOSS_TYPE_QUICK_SEARCH (gloss_quick_search_get_type ())
G_DECLARE_FINAL_TYPE (GlossQuickSearch, gloss_quick_search, GLOSS, QUICK_SEARCH, GObject)

/* (transfer full) */
GlossQuickSearch *gloss_quick_search_new              (GlossLibrary         *library,
                                                       GlossNotebook        *notebook);

/* Finds where all words of @search stand; one letter of an alphabet is not searched for. Where one of
 * them is the symbol of a document or a part of it, "69/723", the others may also stand in the title of
 * that document or in the citation of the clause. */
void              gloss_quick_search_find_async       (GlossQuickSearch     *self,
                                                       const char           *search,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/* (transfer full): an id for each result: documents first, then notes, then the clauses in which the words stand as
 * they were typed, then the others. NULL only with G_IO_ERROR_CANCELLED. */
GStrv             gloss_quick_search_find_finish      (GlossQuickSearch     *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

/* Opens all notes, so that those can be looked up which were found before the program was started
 * anew; what can't be read is for the windows to say. */
void              gloss_quick_search_open_async       (GlossQuickSearch     *self,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
void              gloss_quick_search_open_finish      (GlossQuickSearch     *self,
                                                       GAsyncResult         *result);

/* What @id stands for. FALSE: nothing, or what is no more, or a note that is not open. */
gboolean          gloss_quick_search_look_up          (GlossQuickSearch     *self,
                                                       const char           *id,
                                                       GlossQuickResult     *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlossQuickResult, gloss_quick_result_clear)

G_END_DECLS

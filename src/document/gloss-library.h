/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossLibrary:
 *
 * The documents that there are: the shipped ones and those that the user added, in
 * $XDG_DATA_HOME/glossator/documents/. It is a GListModel of GlossLibraryEntry, sorted by date,
 * symbol and language. For the thread that made it.
 *
 * An entry knows the particulars of a document (from the head of the file); the clauses are read
 * when the document is first loaded and kept while somebody holds the document.
 */

#define GLOSS_TYPE_LIBRARY_ENTRY (gloss_library_entry_get_type ())
G_DECLARE_FINAL_TYPE (GlossLibraryEntry, gloss_library_entry, GLOSS, LIBRARY_ENTRY, GObject)

/* As the functions of the same name of GlossDocument; also GObject properties "name", "symbol",
 * "language", "title", "short-title", "date". */
const char *gloss_library_entry_get_name        (GlossLibraryEntry *self);
const char *gloss_library_entry_get_symbol      (GlossLibraryEntry *self);
const char *gloss_library_entry_get_language    (GlossLibraryEntry *self);
const char *gloss_library_entry_get_title       (GlossLibraryEntry *self);
const char *gloss_library_entry_get_short_title (GlossLibraryEntry *self);
const char *gloss_library_entry_get_date        (GlossLibraryEntry *self);

/* FALSE for a shipped document. */
gboolean    gloss_library_entry_get_added       (GlossLibraryEntry *self);

#define GLOSS_TYPE_LIBRARY (gloss_library_get_type ())
G_DECLARE_FINAL_TYPE (GlossLibrary, gloss_library, GLOSS, LIBRARY, GObject)

/* (transfer full). A file of the user's that can't be read is left out, and
 * gloss_library_get_problems () names it. No more is read of a file than tells what it is; one that
 * is damaged further on fails when it is loaded. */
GlossLibrary      *gloss_library_new          (void);

/* (transfer none) (element-type utf8): one sentence for each file that could not be read. */
GPtrArray         *gloss_library_get_problems (GlossLibrary *self);

/* (transfer none) (nullable): @name is "A/69/723@zh", or a symbol alone, "A/69/723": then the
 * English expression, else the first. */
GlossLibraryEntry *gloss_library_find         (GlossLibrary *self,
                                               const char   *name);

/* (transfer full): the document that @name names as above. The same object as long as it lives. */
GlossDocument     *gloss_library_load         (GlossLibrary  *self,
                                               const char    *name,
                                               GError       **error);

/* Whether @name_or_path can only mean a file: it is a path such as "/A" or "./A", or ends as files of
 * documents do, and there is such a file. Any thread. */
gboolean           gloss_library_is_path      (const char   *name_or_path);

/* (transfer full): as gloss_library_load (), and where no document has that name, the file with
 * that path: Akoma Ntoso, or plain text. This is what DOCUMENT means on the command line, where
 * "./A" is a path even if there is a document "A". @self: (nullable) where gloss_library_is_path (). */
GlossDocument     *gloss_library_load_any     (GlossLibrary  *self,
                                               const char    *name_or_path,
                                               GError       **error);

/* Reads @file, and if it is a document, keeps a copy of it, byte by byte, among the user's
 * documents. (transfer none): the new entry. GLOSS_DOCUMENT_ERROR_EXISTS when its name is taken by
 * another. */
GlossLibraryEntry *gloss_library_add          (GlossLibrary  *self,
                                               GFile         *file,
                                               GError       **error);

/* Takes a document that the user added out of the library: its file goes to the trash, or where
 * there is none is renamed with ".removed". Annotations stay. */
gboolean           gloss_library_remove       (GlossLibrary       *self,
                                               GlossLibraryEntry  *entry,
                                               GError            **error);

/* (transfer full): reads one file, by its content and not by its name Akoma Ntoso or plain text.
 * G_IO_ERROR or GLOSS_DOCUMENT_ERROR; the message begins with the name of the file. Any thread. */
GlossDocument     *gloss_document_read_file   (GFile         *file,
                                               GCancellable  *cancellable,
                                               GError       **error);

G_END_DECLS

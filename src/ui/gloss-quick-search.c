/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-quick-search"

#include "config.h"

#include "ui/gloss-quick-search.h"

#include <string.h>

#include "annotation/gloss-search-text.h"

/* Notes that are looked at before the main loop has its turn. */
#define NOTES_AT_ONCE 500

/* Seconds for which the documents are kept after a search, as the next letter is typed. */
#define KEEP_DOCUMENTS 30

/* What an id begins with; a document's goes on with its name, a clause's with the name of the document,
 * a line break and the id of the clause, a note's with the id of the note. */
#define DOCUMENT "document:"
#define CLAUSE   "clause:"
#define NOTE     "note:"

struct _GlossQuickSearch
{
  GObject        parent_instance;

  GlossLibrary  *library;
  GlossNotebook *notebook;
  GPtrArray     *documents; /* element-type GlossDocument: those that are loaded by now */
  guint          n_loaded;  /* entries of the library that were tried */
  guint          forget_id;
  gboolean       notes_open;
};

G_DEFINE_FINAL_TYPE (GlossQuickSearch, gloss_quick_search, G_TYPE_OBJECT)

typedef struct
{
  GlossSearchWords *words;
  char             *phrase;    /* what was typed, folded */
  GPtrArray        *documents; /* element-type GlossDocument: for the thread */
  GPtrArray        *notes;     /* element-type utf8: the ids of those found */
  guint             store;     /* how far the notes have been looked at */
  guint             note;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  gloss_search_words_free (search->words);
  g_free (search->phrase);
  g_clear_pointer (&search->documents, g_ptr_array_unref);
  g_ptr_array_unref (search->notes);
  g_free (search);
}

void
gloss_quick_result_clear (GlossQuickResult *result)
{
  g_clear_object (&result->document);
  g_clear_object (&result->clause);
  g_clear_object (&result->annotation);
}

static void
forget_documents (GlossQuickSearch *self)
{
  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_ptr_array_set_size (self->documents, 0);
  self->n_loaded = 0;
}

static void
forget_cb (gpointer user_data)
{
  GlossQuickSearch *self = user_data;

  self->forget_id = 0;
  forget_documents (self);
}

/* Loads the next document. FALSE: there is none. One that is damaged is left out. */
static gboolean
load_document (GlossQuickSearch *self)
{
  g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), self->n_loaded);
  g_autoptr (GlossDocument) document = NULL;

  if (entry == NULL)
    return FALSE;

  self->n_loaded++;
  document = gloss_library_load (self->library, gloss_library_entry_get_name (entry), NULL);
  if (document != NULL)
    g_ptr_array_add (self->documents, g_steal_pointer (&document));

  return TRUE;
}

/* Looks at the next notes. FALSE: there are none, or enough were found. */
static gboolean
search_notes (GlossQuickSearch *self,
              Search           *search)
{
  guint n_left = NOTES_AT_ONCE;

  while (search->notes->len < GLOSS_QUICK_SEARCH_MAX)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), search->store);
      guint n_notes;

      if (store == NULL)
        return FALSE;

      n_notes = g_list_model_get_n_items (store);
      for (; search->note < n_notes && n_left > 0 && search->notes->len < GLOSS_QUICK_SEARCH_MAX; search->note++, n_left--)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (store, search->note);

          if (gloss_annotation_matches_words (annotation, search->words))
            g_ptr_array_add (search->notes, g_strconcat (NOTE, gloss_annotation_get_id (annotation), NULL));
        }

      if (n_left == 0)
        return TRUE;
      if (search->note >= n_notes)
        {
          search->store++;
          search->note = 0;
        }
    }

  return FALSE;
}

/* Whether one of the words that were typed is the symbol of @document or its name, or a part of them that
 * can't mean anything else: "69/723", but not the figure 69. */
static gboolean
names_document (const Search  *search,
                GlossDocument *document)
{
  g_autofree char *symbol = gloss_search_text_fold (gloss_document_get_symbol (document));
  g_autofree char *name = gloss_search_text_fold (gloss_document_get_name (document));
  g_auto (GStrv) words = g_strsplit_set (search->phrase, " \t\n,;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], symbol) || (strchr (words[i], '/') != NULL && strstr (name, words[i]) != NULL))
      return TRUE;

  return FALSE;
}

/* Whether it is @document as a whole that is meant, and not a place in it. */
static gboolean
is_whole_document (const Search  *search,
                   GlossDocument *document)
{
  g_autofree char *particulars = g_strjoin (" ", gloss_document_get_name (document),
                                            gloss_document_get_short_title (document),
                                            gloss_document_get_title (document), gloss_document_get_date (document), NULL);
  g_autofree char *folded = gloss_search_text_fold (particulars);

  return gloss_search_words_match (search->words, folded);
}

/* (transfer full): where the words may stand, folded. Who names the document means a place in it. */
static char *
fold_clause (GlossClause *clause,
             gboolean     named)
{
  g_autofree char *place = NULL;

  if (!named)
    return gloss_search_text_fold (gloss_clause_get_text (clause));

  place = g_strconcat (gloss_clause_get_citation (clause), "\n", gloss_clause_get_text (clause), NULL);
  return gloss_search_text_fold (place);
}

static void
add_id (GPtrArray *ids,
        char      *id)
{
  if (ids->len < GLOSS_QUICK_SEARCH_MAX)
    g_ptr_array_add (ids, id);
  else
    g_free (id);
}

/* Leaves @source empty. */
static void
move_ids (GPtrArray *ids,
          GPtrArray *source)
{
  g_ptr_array_extend_and_steal (ids, g_ptr_array_ref (source));
}

static void
search_documents_thread (GTask        *task,
                         gpointer      source,
                         gpointer      task_data,
                         GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) other = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < search->documents->len; i++)
    {
      GlossDocument *document = g_ptr_array_index (search->documents, i);
      guint n_clauses = gloss_document_get_n_clauses (document);
      gboolean named = names_document (search, document);

      if (named && is_whole_document (search, document))
        add_id (ids, g_strconcat (DOCUMENT, gloss_document_get_name (document), NULL));

      for (guint j = 0; j < n_clauses && exact->len < GLOSS_QUICK_SEARCH_MAX; j++)
        {
          GlossClause *clause = gloss_document_get_clause (document, j);
          g_autofree char *text = NULL;

          if (g_task_return_error_if_cancelled (task))
            return;

          text = fold_clause (clause, named);
          if (gloss_search_words_match (search->words, text))
            add_id (strstr (text, search->phrase) != NULL ? exact : other,
                    g_strconcat (CLAUSE, gloss_document_get_name (document), "\n", gloss_clause_get_id (clause), NULL));
        }
    }

  for (guint i = 0; i < other->len && exact->len < GLOSS_QUICK_SEARCH_MAX; i++)
    g_ptr_array_add (exact, g_strdup (g_ptr_array_index (other, i)));
  move_ids (ids, search->notes);
  move_ids (ids, exact);
  g_ptr_array_add (ids, NULL);

  g_task_return_pointer (task, g_ptr_array_steal (ids, NULL), (GDestroyNotify) g_strfreev);
}

static gboolean
step_cb (gpointer user_data)
{
  GTask *task = user_data;
  GlossQuickSearch *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  if (load_document (self) || search_notes (self, search))
    return G_SOURCE_CONTINUE;

  search->documents = g_ptr_array_copy (self->documents, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (search->documents, g_object_unref);
  g_task_run_in_thread (task, search_documents_thread);

  return G_SOURCE_REMOVE;
}

static void
start_searching (GTask *task)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, task, g_object_unref);
}

static void
notes_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GlossQuickSearch *self = g_task_get_source_object (task);

  gloss_notebook_open_all_finish (GLOSS_NOTEBOOK (source), result, NULL);
  self->notes_open = TRUE;
  g_task_return_boolean (task, TRUE);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  gloss_quick_search_open_finish (GLOSS_QUICK_SEARCH (source), result);
  start_searching (user_data);
}

/* A letter of an alphabet stands everywhere; a sign of Chinese is a word. */
static gboolean
is_enough (const char *phrase)
{
  return g_utf8_strlen (phrase, -1) > 1 ||
         (*phrase != '\0' && g_unichar_iswide (g_utf8_get_char (phrase)));
}

static void
gloss_quick_search_dispose (GObject *object)
{
  GlossQuickSearch *self = GLOSS_QUICK_SEARCH (object);

  forget_documents (self);
  g_clear_object (&self->library);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_quick_search_parent_class)->dispose (object);
}

static void
gloss_quick_search_finalize (GObject *object)
{
  g_ptr_array_unref (GLOSS_QUICK_SEARCH (object)->documents);

  G_OBJECT_CLASS (gloss_quick_search_parent_class)->finalize (object);
}

static void
gloss_quick_search_class_init (GlossQuickSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_quick_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = gloss_quick_search_finalize;
}

static void
gloss_quick_search_init (GlossQuickSearch *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
}

GlossQuickSearch *
gloss_quick_search_new (GlossLibrary  *library,
                        GlossNotebook *notebook)
{
  GlossQuickSearch *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_QUICK_SEARCH, NULL);
  self->library = g_object_ref (library);
  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (forget_documents), self, G_CONNECT_SWAPPED);

  return self;
}

void
gloss_quick_search_find_async (GlossQuickSearch    *self,
                               const char          *search,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *trimmed = NULL;
  Search *data;

  g_return_if_fail (GLOSS_IS_QUICK_SEARCH (self));
  g_return_if_fail (search != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_quick_search_find_async);

  trimmed = g_strstrip (g_strdup (search));
  data = g_new0 (Search, 1);
  data->words = gloss_search_words_new (trimmed);
  data->phrase = gloss_search_text_fold (trimmed);
  data->notes = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, data, search_free);

  g_clear_handle_id (&self->forget_id, g_source_remove);
  self->forget_id = g_timeout_add_seconds_once (KEEP_DOCUMENTS, forget_cb, self);

  if (!is_enough (data->phrase))
    g_task_return_pointer (task, g_new0 (char *, 1), (GDestroyNotify) g_strfreev);
  else
    gloss_quick_search_open_async (self, ready_cb, g_steal_pointer (&task));
}

GStrv
gloss_quick_search_find_finish (GlossQuickSearch  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
gloss_quick_search_open_async (GlossQuickSearch    *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GLOSS_IS_QUICK_SEARCH (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gloss_quick_search_open_async);
  if (self->notes_open)
    g_task_return_boolean (task, TRUE);
  else
    gloss_notebook_open_all_async (self->notebook, NULL, NULL, NULL, notes_opened_cb, g_steal_pointer (&task));
}

void
gloss_quick_search_open_finish (GlossQuickSearch *self,
                                GAsyncResult     *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

static gboolean
look_up_document (GlossQuickSearch *self,
                  const char       *name,
                  GlossQuickResult *result)
{
  if (gloss_library_find (self->library, name) != NULL)
    result->document = gloss_library_load (self->library, name, NULL);

  return result->document != NULL;
}

static gboolean
look_up_clause (GlossQuickSearch *self,
                const char       *place,
                GlossQuickResult *result)
{
  const char *line_break = strrchr (place, '\n');
  g_autofree char *name = line_break != NULL ? g_strndup (place, (gsize) (line_break - place)) : NULL;

  if (name != NULL && look_up_document (self, name, result))
    g_set_object (&result->clause, gloss_document_find_clause (result->document, line_break + 1));

  return result->clause != NULL;
}

/* The document in the language of the note, else in another. */
static GlossDocument *
load_document_of (GlossQuickSearch *self,
                  GlossAnnotation  *annotation)
{
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  g_autofree char *name = NULL;

  if (data->symbol == NULL)
    return NULL;

  name = g_strdup_printf ("%s@%s", data->symbol, data->language != NULL ? data->language : "");
  if (gloss_library_find (self->library, name) != NULL)
    return gloss_library_load (self->library, name, NULL);
  if (gloss_library_find (self->library, data->symbol) != NULL)
    return gloss_library_load (self->library, data->symbol, NULL);

  return NULL;
}

static gboolean
look_up_note (GlossQuickSearch *self,
              const char       *id,
              GlossQuickResult *result)
{
  guint n_stores = g_list_model_get_n_items (G_LIST_MODEL (self->notebook));

  for (guint i = 0; i < n_stores && result->annotation == NULL; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      g_set_object (&result->annotation, gloss_annotation_store_find (store, id));
    }

  if (result->annotation != NULL)
    {
      const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (result->annotation));

      result->document = load_document_of (self, result->annotation);
      if (result->document != NULL && data->clause_id != NULL)
        g_set_object (&result->clause, gloss_document_find_clause (result->document, data->clause_id));
    }

  return result->annotation != NULL;
}

gboolean
gloss_quick_search_look_up (GlossQuickSearch *self,
                            const char       *id,
                            GlossQuickResult *result)
{
  gboolean found = FALSE;

  g_return_val_if_fail (GLOSS_IS_QUICK_SEARCH (self), FALSE);
  g_return_val_if_fail (id != NULL && result != NULL, FALSE);

  *result = (GlossQuickResult) { NULL, NULL, NULL };

  if (g_str_has_prefix (id, DOCUMENT))
    found = look_up_document (self, id + strlen (DOCUMENT), result);
  else if (g_str_has_prefix (id, CLAUSE))
    found = look_up_clause (self, id + strlen (CLAUSE), result);
  else if (g_str_has_prefix (id, NOTE))
    found = look_up_note (self, id + strlen (NOTE), result);

  if (!found)
    gloss_quick_result_clear (result);

  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-places"

#include "config.h"

#include "ui/gloss-note-places.h"

#include "ui/gloss-change-text.h"

/* The bits of a key: the document, the clause and the phrase in it. */
#define CLAUSE_BITS 24
#define PHRASE_BITS 24
#define MAX_CLAUSE ((1u << CLAUSE_BITS) - 1)
#define MAX_PHRASE ((1u << PHRASE_BITS) - 1)

struct _GlossNotePlaces
{
  GObject        parent_instance;

  GlossLibrary  *library;
  GlossNotebook *notebook;
  GHashTable    *documents; /* name -> GlossDocument or NULL */
  GHashTable    *placed;    /* GlossAnnotation -> GlossPlacedNote, which holds it */
  GHashTable    *stores;    /* symbol -> GlossAnnotationStore; both borrowed from the notebook */
  GHashTable    *ranks;     /* symbol -> rank */
};

G_DEFINE_FINAL_TYPE (GlossNotePlaces, gloss_note_places, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_rank (GlossNotePlaces *self,
          const char      *symbol)
{
  if (!g_hash_table_contains (self->ranks, symbol))
    g_hash_table_insert (self->ranks, g_strdup (symbol), GUINT_TO_POINTER (g_hash_table_size (self->ranks)));
}

static void
update_ranks (GlossNotePlaces *self)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->library));
  guint n_stores = g_list_model_get_n_items (G_LIST_MODEL (self->notebook));

  g_hash_table_remove_all (self->ranks);
  g_hash_table_remove_all (self->stores);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      add_rank (self, gloss_library_entry_get_symbol (entry));
    }

  for (guint i = 0; i < n_stores; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      add_rank (self, gloss_annotation_store_get_symbol (store));
      g_hash_table_insert (self->stores, (char *) gloss_annotation_store_get_symbol (store), store);
    }
}

static void
library_changed_cb (GlossNotePlaces *self)
{
  g_hash_table_remove_all (self->placed);
  g_hash_table_remove_all (self->documents);
  update_ranks (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
notebook_changed_cb (GlossNotePlaces *self)
{
  update_ranks (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
unref_document (gpointer document)
{
  g_clear_object ((GlossDocument **) &document);
}

static void
gloss_note_places_finalize (GObject *object)
{
  GlossNotePlaces *self = GLOSS_NOTE_PLACES (object);

  g_hash_table_unref (self->placed);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->stores);
  g_hash_table_unref (self->ranks);
  g_clear_object (&self->library);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_note_places_parent_class)->finalize (object);
}

static void
gloss_note_places_class_init (GlossNotePlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_note_places_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_note_places_init (GlossNotePlaces *self)
{
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_document);
  self->placed = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->stores = g_hash_table_new (g_str_hash, g_str_equal);
  self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GlossNotePlaces *
gloss_note_places_new (GlossLibrary  *library,
                       GlossNotebook *notebook)
{
  GlossNotePlaces *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_NOTE_PLACES, NULL);
  self->library = g_object_ref (library);
  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "items-changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);
  update_ranks (self);

  return self;
}

static gboolean
has (GlossAnnotationStore *store,
     GlossAnnotation      *annotation)
{
  return gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) == annotation;
}

GlossAnnotationStore *
gloss_note_places_get_store (GlossNotePlaces *self,
                             GlossAnnotation *annotation)
{
  const char *symbol;
  GlossAnnotationStore *store;
  GHashTableIter iter;

  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (self), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  symbol = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->symbol;
  store = symbol != NULL ? g_hash_table_lookup (self->stores, symbol) : NULL;
  if (store != NULL && has (store, annotation))
    return store;

  /* A file may hold a note that names another document. */
  g_hash_table_iter_init (&iter, self->stores);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &store))
    if (has (store, annotation))
      return store;

  return NULL;
}

const char *
gloss_note_places_get_symbol (GlossNotePlaces *self,
                              GlossAnnotation *annotation)
{
  GlossAnnotationStore *store;
  const char *symbol;

  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (self), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  symbol = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->symbol;
  if (symbol != NULL && g_hash_table_contains (self->ranks, symbol))
    return symbol;

  store = gloss_note_places_get_store (self, annotation);
  return store != NULL ? gloss_annotation_store_get_symbol (store) : "";
}

static GlossDocument *
load (GlossNotePlaces *self,
      const char      *name)
{
  gpointer document;

  if (g_hash_table_lookup_extended (self->documents, name, NULL, &document))
    return document;

  /* Why a document can't be read is said when it is opened; here its notes do without it. */
  document = gloss_library_find (self->library, name) != NULL ? gloss_library_load (self->library, name, NULL) : NULL;
  g_hash_table_insert (self->documents, g_strdup (name), document);
  return document;
}

GlossDocument *
gloss_note_places_get_document (GlossNotePlaces *self,
                                GlossAnnotation *annotation)
{
  const char *symbol = gloss_note_places_get_symbol (self, annotation);
  const char *language = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->language;
  g_autofree char *name = language != NULL ? g_strdup_printf ("%s@%s", symbol, language) : NULL;
  GlossDocument *document = name != NULL ? load (self, name) : NULL;

  return document != NULL ? document : load (self, symbol);
}

GlossPlacedNote *
gloss_note_places_get_placed (GlossNotePlaces *self,
                              GlossAnnotation *annotation)
{
  GlossPlacedNote *placed;
  GlossDocument *document;
  g_autofree char *change = NULL;

  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (self), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  placed = g_hash_table_lookup (self->placed, annotation);
  if (placed != NULL && gloss_placed_note_is_placed (placed))
    return placed;

  document = gloss_note_places_get_document (self, annotation);
  if (document == NULL)
    return NULL;

  if (placed != NULL)
    {
      gloss_placed_note_place (placed, document);
      return placed;
    }

  placed = gloss_placed_note_new (annotation, document);
  change = gloss_change_text_describe (annotation, self->library);
  gloss_placed_note_set_change (placed, change);
  g_hash_table_insert (self->placed, annotation, placed);
  return placed;
}

GlossPlacementState
gloss_note_places_get_state (GlossNotePlaces *self,
                             GlossAnnotation *annotation)
{
  GlossPlacedNote *placed = gloss_note_places_get_placed (self, annotation);

  return placed != NULL ? gloss_placed_note_get_placement (placed)->state : GLOSS_PLACEMENT_NOT_FOUND;
}

char *
gloss_note_places_dup_citation (GlossNotePlaces *self,
                                GlossAnnotation *annotation)
{
  GlossPlacedNote *placed = gloss_note_places_get_placed (self, annotation);
  const char *clause_id = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->clause_id;
  const char *symbol = gloss_note_places_get_symbol (self, annotation);

  if (placed != NULL)
    return gloss_placed_note_dup_citation (placed);

  return clause_id != NULL ? g_strdup_printf ("%s, %s", symbol, clause_id) : g_strdup (symbol);
}

char *
gloss_note_places_dup_heading (GlossNotePlaces *self,
                               const char      *symbol)
{
  GlossLibraryEntry *entry;

  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (self), NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  entry = gloss_library_find (self->library, symbol);
  if (entry == NULL || g_str_equal (gloss_library_entry_get_short_title (entry), symbol))
    return g_strdup (symbol);

  return g_strdup_printf ("%s · %s", symbol, gloss_library_entry_get_short_title (entry));
}

guint
gloss_note_places_get_rank (GlossNotePlaces *self,
                            GlossAnnotation *annotation)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, gloss_note_places_get_symbol (self, annotation)));
}

guint64
gloss_note_places_get_key (GlossNotePlaces *self,
                           GlossAnnotation *annotation)
{
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  GlossDocument *document = load (self, gloss_note_places_get_symbol (self, annotation));
  GlossClause *clause = NULL;
  guint64 key = gloss_note_places_get_rank (self, annotation);
  guint64 position = 0;
  guint64 start = 0;

  /* One text gives the order for all languages, in which a clause has the same id but perhaps
   * another number of clauses before it. */
  if (data->clause_id != NULL && document != NULL)
    clause = gloss_document_find_clause (document, data->clause_id);
  if (clause != NULL)
    {
      position = MIN (gloss_clause_get_position (clause) + 1, MAX_CLAUSE - 1);
      start = data->start > 0 ? MIN ((guint64) data->start, MAX_PHRASE) : 0;
    }
  else if (data->clause_id != NULL)
    position = MAX_CLAUSE;

  return key << (CLAUSE_BITS + PHRASE_BITS) | position << PHRASE_BITS | start;
}

guint
gloss_note_places_key_get_rank (guint64 key)
{
  return (guint) (key >> (CLAUSE_BITS + PHRASE_BITS));
}

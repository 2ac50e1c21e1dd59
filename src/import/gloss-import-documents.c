/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-import"

#include "config.h"

#include "import/gloss-import-documents.h"

#include <string.h>

#include "document/gloss-fold.h"
#include "import/gloss-import-iri.h"

/* Names are short; what is longer is none. */
#define MAX_NAME_BYTES 4096

struct _GlossImportDocuments
{
  GlossLibrary *library;
  GHashTable   *texts; /* name -> GlossImportText; NULL: it can't be read */
};

static void
text_free (gpointer text)
{
  if (text != NULL)
    gloss_import_text_free (text);
}

GlossImportDocuments *
gloss_import_documents_new (GlossLibrary *library)
{
  GlossImportDocuments *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  self = g_new0 (GlossImportDocuments, 1);
  self->library = g_object_ref (library);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);

  return self;
}

void
gloss_import_documents_free (GlossImportDocuments *self)
{
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_object (&self->library);
  g_free (self);
}

/* (transfer none) */
static GlossLibraryEntry *
get_entry (GlossImportDocuments *self,
           guint                 position)
{
  g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), position);

  return entry;
}

static guint
get_n_entries (GlossImportDocuments *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->library));
}

/* (transfer none) (nullable) */
static GlossImportText *
get_text (GlossImportDocuments *self,
          GlossLibraryEntry    *entry)
{
  const char *name = gloss_library_entry_get_name (entry);
  gpointer text;

  if (!g_hash_table_lookup_extended (self->texts, name, NULL, &text))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossDocument) document = gloss_library_load (self->library, name, &error);

      if (document == NULL)
        g_debug ("%s", error->message);

      text = document != NULL ? gloss_import_text_new (document) : NULL;
      g_hash_table_insert (self->texts, g_strdup (name), text);
    }

  return text;
}

char *
gloss_import_documents_find_symbol (GlossImportDocuments *self,
                                    const char           *symbol)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  for (guint i = 0; i < get_n_entries (self); i++)
    {
      GlossLibraryEntry *entry = get_entry (self, i);

      if (g_ascii_strcasecmp (gloss_library_entry_get_symbol (entry), symbol) == 0 ||
          g_ascii_strcasecmp (gloss_library_entry_get_name (entry), symbol) == 0)
        return g_strdup (gloss_library_entry_get_symbol (entry));
    }

  return NULL;
}

char *
gloss_import_documents_find_iri (GlossImportDocuments  *self,
                                 const char            *iri,
                                 char                 **language)
{
  char *symbol;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (iri != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  *language = NULL;
  if (*iri == '\0')
    return NULL;

  for (guint i = 0; i < get_n_entries (self); i++)
    {
      GlossLibraryEntry *entry = get_entry (self, i);
      GlossImportText *text = get_text (self, entry);

      if (text != NULL && g_str_equal (gloss_document_get_iri (gloss_import_text_get_document (text)), iri))
        {
          *language = g_strdup (gloss_library_entry_get_language (entry));
          return g_strdup (gloss_library_entry_get_symbol (entry));
        }
    }

  symbol = gloss_import_iri_dup_symbol (iri, language);
  if (symbol != NULL)
    {
      char *known = gloss_import_documents_find_symbol (self, symbol);

      if (known != NULL)
        {
          g_free (symbol);
          symbol = known;
        }
    }

  return symbol;
}

static gboolean
same_title (const char *a,
            const char *b)
{
  g_autofree char *folded_a = gloss_fold (a, NULL);
  g_autofree char *folded_b = gloss_fold (b, NULL);

  return *g_strstrip (folded_a) != '\0' && g_str_equal (folded_a, g_strstrip (folded_b));
}

static gboolean
is_part_of_symbol (char c)
{
  return g_ascii_isalnum (c) || c == '/' || c == '.';
}

/* "A/69/723 - E" names A/69/723, "A/69/7234" and "A/69/723/Add.1" don't. */
static gboolean
contains_symbol (const char *name,
                 const char *symbol)
{
  gsize length = strlen (symbol);

  if (strchr (symbol, '/') == NULL)
    return FALSE;

  for (const char *at = strstr (name, symbol); at != NULL; at = strstr (at + 1, symbol))
    {
      gboolean begins = at == name || !is_part_of_symbol (at[-1]);
      gboolean ends = !is_part_of_symbol (at[length]) || (at[length] == '.' && !g_ascii_isalnum (at[length + 1]));

      if (begins && ends)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits (GlossLibraryEntry *entry,
      const char        *name)
{
  return g_ascii_strcasecmp (gloss_library_entry_get_symbol (entry), name) == 0 ||
         g_ascii_strcasecmp (gloss_library_entry_get_name (entry), name) == 0 ||
         same_title (gloss_library_entry_get_title (entry), name) ||
         same_title (gloss_library_entry_get_short_title (entry), name) ||
         contains_symbol (name, gloss_library_entry_get_symbol (entry));
}

char *
gloss_import_documents_find_names (GlossImportDocuments *self,
                                   GPtrArray            *names)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *language = NULL;
      g_autofree char *symbol = NULL;

      if (strlen (name) > MAX_NAME_BYTES)
        continue;

      symbol = gloss_import_documents_find_iri (self, name, &language);
      for (guint j = 0; symbol == NULL && j < get_n_entries (self); j++)
        {
          GlossLibraryEntry *entry = get_entry (self, j);

          if (!fits (entry, name))
            continue;

          /* A name of two documents is the name of none. */
          if (found != NULL && !g_str_equal (found, gloss_library_entry_get_symbol (entry)))
            return NULL;
          g_set_str (&found, gloss_library_entry_get_symbol (entry));
        }

      if (symbol != NULL && found != NULL && !g_str_equal (found, symbol))
        return NULL;
      if (symbol != NULL)
        g_set_str (&found, symbol);
    }

  return g_steal_pointer (&found);
}

static guint
rank_language (GlossLibraryEntry *entry,
               const char        *language)
{
  const char *own = gloss_library_entry_get_language (entry);

  if (language != NULL && g_ascii_strcasecmp (own, language) == 0)
    return 0;

  return g_str_equal (own, "en") ? 1 : 2;
}

GPtrArray *
gloss_import_documents_get_texts (GlossImportDocuments *self,
                                  const char           *symbol,
                                  const char           *language)
{
  GPtrArray *texts = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, texts);

  for (guint rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < get_n_entries (self); i++)
      {
        GlossLibraryEntry *entry = get_entry (self, i);
        GlossImportText *text;

        if (rank_language (entry, language) != rank ||
            (symbol != NULL && !g_str_equal (gloss_library_entry_get_symbol (entry), symbol)))
          continue;

        text = get_text (self, entry);
        if (text != NULL)
          g_ptr_array_add (texts, text);
      }

  return texts;
}

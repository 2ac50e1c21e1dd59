/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-library"

#include "config.h"

#include "document/gloss-library.h"

#include "document/gloss-akn-reader.h"
#include "document/gloss-document-file.h"
#include "document/gloss-library-private.h"
#include "glossator-documents-resource.h"

#include <glib/gi18n.h>
#include <string.h>

#define RESOURCE_PREFIX "/io/github/glossator/Glossator/documents/"

/* As many names are offered to a user who asks for one that there is not. */
#define MAX_SUGGESTIONS 12

struct _GlossLibrary
{
  GObject    parent_instance;

  GFile     *folder;   /* of the user's documents */
  GPtrArray *entries;  /* element-type GlossLibraryEntry, sorted */
  GPtrArray *problems; /* element-type utf8 */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossLibrary, gloss_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* (transfer full) for @entry: puts it in its place, which is returned. */
static guint
insert_entry (GlossLibrary      *self,
              GlossLibraryEntry *entry)
{
  guint position = 0;

  while (position < self->entries->len &&
         gloss_library_entry_compare (g_ptr_array_index (self->entries, position), entry) <= 0)
    position++;

  g_ptr_array_insert (self->entries, position, entry);
  return position;
}

static GlossLibraryEntry *
find_by_name (GlossLibrary *self,
              const char   *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GlossLibraryEntry *entry = g_ptr_array_index (self->entries, i);

      if (gloss_library_entry_has_name (entry, name))
        return entry;
    }

  return NULL;
}

/* The shipped documents are tested, so that one that can't be read is a fault of the program. */
static void
add_shipped (GlossLibrary *self)
{
  g_auto (GStrv) names = NULL;

  names = g_resources_enumerate_children (RESOURCE_PREFIX, 0, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PREFIX, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
      g_autoptr (GlossDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      if (bytes != NULL)
        document = gloss_akn_read_head (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), names[i], &error);
      if (document != NULL)
        insert_entry (self, gloss_library_entry_new (document, NULL, path));
      else
        g_critical ("The shipped document %s can't be read: %s", names[i], error != NULL ? error->message : "lost");
    }
}

static void
add_problem (GlossLibrary *self,
             char         *problem)
{
  g_info ("%s", problem);
  g_ptr_array_add (self->problems, problem);
}

static void
add_from_folder (GlossLibrary *self,
                 GFile        *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_document_file_read_head (file, &error);

  if (document == NULL)
    add_problem (self, g_strdup (error->message));
  else if (find_by_name (self, gloss_document_get_name (document)) != NULL)
    {
      g_autofree char *path = g_file_get_parse_name (file);

      add_problem (self, g_strdup_printf (_("%s: There is another document named %s"),
                                          path, gloss_document_get_name (document)));
    }
  else
    insert_entry (self, gloss_library_entry_new (document, file, NULL));
}

static gboolean
is_document_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && (g_ascii_strcasecmp (dot, ".akn") == 0 || g_ascii_strcasecmp (dot, ".xml") == 0 ||
                         g_ascii_strcasecmp (dot, ".txt") == 0);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* In the order of the names, so that of two files with one document the same counts each time. */
static void
add_folder (GlossLibrary *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info = NULL;

  enumerator = g_file_enumerate_children (self->folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                          G_FILE_QUERY_INFO_NONE, NULL, &error);

  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, &info, NULL, NULL, &error) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && is_document_name (g_file_info_get_name (info)))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_autofree char *path = g_file_get_parse_name (self->folder);

      add_problem (self, g_strdup_printf ("%s: %s", path, error->message));
    }

  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (self->folder, g_ptr_array_index (names, i));

      add_from_folder (self, file);
    }
}

static char *
describe_entries (GlossLibrary *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len && i < MAX_SUGGESTIONS; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, gloss_library_entry_get_name (g_ptr_array_index (self->entries, i)));
    }
  if (self->entries->len > MAX_SUGGESTIONS)
    {
      guint n_more = self->entries->len - MAX_SUGGESTIONS;

      /* Translators: %s are names of documents. */
      return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), names->str, n_more);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* @or_file: whether the name may have been that of a file. */
static void
set_not_found (GlossLibrary  *self,
               gboolean       or_file,
               const char    *name,
               GError       **error)
{
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *names = describe_entries (self);

  if (or_file)
    g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
                 _("There is no document or file “%s”; the documents are %s"), display_name, names);
  else
    g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
                 _("There is no document “%s”; the documents are %s"), display_name, names);
}

/* A name for the copy of @document, which is read from @file, that tells what is in it. A document
 * that does not say its symbol has that of its file, and must keep it. */
static GFile *
choose_copy (GlossLibrary   *self,
             GFile          *file,
             GBytes         *bytes,
             GlossDocument  *document,
             GError        **error)
{
  g_autofree char *file_symbol = gloss_document_file_dup_symbol (file);
  const char *suffix = gloss_document_file_is_xml (bytes) ? "akn" : "txt";
  g_autoptr (GFile) copy = NULL;
  g_autofree char *stem = NULL;

  if (g_str_equal (file_symbol, gloss_document_get_symbol (document)))
    {
      g_autofree char *name = g_strconcat (file_symbol, ".", suffix, NULL);

      copy = g_file_get_child (self->folder, name);
      if (!g_file_query_exists (copy, NULL))
        return g_steal_pointer (&copy);

      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_EXISTS,
                   _("There is already a file “%s” among your documents; rename the one to be added"), name);
      return NULL;
    }

  stem = g_strconcat (gloss_document_get_symbol (document), ".", gloss_document_get_language (document), NULL);
  g_strdelimit (stem, "/\\ :", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.%s", stem, suffix)
                                     : g_strdup_printf ("%s-%u.%s", stem, i, suffix);

      g_set_object (&copy, NULL);
      copy = g_file_get_child (self->folder, name);
      if (!g_file_query_exists (copy, NULL))
        return g_steal_pointer (&copy);
    }
}

static gboolean
write_copy (GFile   *copy,
            GBytes  *bytes,
            GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (copy);
  g_autoptr (GError) local_error = NULL;

  if (!g_file_make_directory_with_parents (folder, NULL, &local_error) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return g_file_set_contents_full (g_file_peek_path (copy), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

static GType
gloss_library_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_LIBRARY_ENTRY;
}

static guint
gloss_library_get_n_items (GListModel *model)
{
  return GLOSS_LIBRARY (model)->entries->len;
}

static gpointer
gloss_library_get_item (GListModel *model,
                        guint       position)
{
  GPtrArray *entries = GLOSS_LIBRARY (model)->entries;

  return position < entries->len ? g_object_ref (g_ptr_array_index (entries, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_library_get_item_type;
  iface->get_n_items = gloss_library_get_n_items;
  iface->get_item = gloss_library_get_item;
}

static void
gloss_library_dispose (GObject *object)
{
  GlossLibrary *self = GLOSS_LIBRARY (object);

  g_clear_object (&self->folder);
  g_ptr_array_set_size (self->entries, 0);

  G_OBJECT_CLASS (gloss_library_parent_class)->dispose (object);
}

static void
gloss_library_finalize (GObject *object)
{
  GlossLibrary *self = GLOSS_LIBRARY (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (gloss_library_parent_class)->finalize (object);
}

static void
gloss_library_class_init (GlossLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_library_dispose;
  object_class->finalize = gloss_library_finalize;
}

static void
gloss_library_init (GlossLibrary *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "glossator", "documents", NULL);

  self->folder = g_file_new_for_path (path);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

GlossLibrary *
gloss_library_new (void)
{
  GlossLibrary *self = g_object_new (GLOSS_TYPE_LIBRARY, NULL);

  gloss_documents_register_resource ();
  add_shipped (self);
  add_folder (self);

  return self;
}

GPtrArray *
gloss_library_get_problems (GlossLibrary *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY (self), NULL);

  return self->problems;
}

GlossLibraryEntry *
gloss_library_find (GlossLibrary *self,
                    const char   *name)
{
  GlossLibraryEntry *found = NULL;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  /* It may be a path, which need not be UTF-8. */
  if (!g_utf8_validate (name, -1, NULL))
    return NULL;

  found = find_by_name (self, name);
  for (guint i = 0; i < self->entries->len && found == NULL; i++)
    {
      GlossLibraryEntry *entry = g_ptr_array_index (self->entries, i);
      const char *language = gloss_library_entry_get_language (entry);

      if (gloss_library_entry_has_symbol (entry, name) &&
          (g_str_equal (language, "en") || g_str_has_prefix (language, "en-")))
        found = entry;
    }
  for (guint i = 0; i < self->entries->len && found == NULL; i++)
    {
      GlossLibraryEntry *entry = g_ptr_array_index (self->entries, i);

      if (gloss_library_entry_has_symbol (entry, name))
        found = entry;
    }

  return found;
}

GlossDocument *
gloss_library_load (GlossLibrary  *self,
                    const char    *name,
                    GError       **error)
{
  GlossLibraryEntry *entry;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  entry = gloss_library_find (self, name);
  if (entry == NULL)
    {
      set_not_found (self, FALSE, name, error);
      return NULL;
    }

  return gloss_library_entry_load (entry, error);
}

gboolean
gloss_library_is_path (const char *name_or_path)
{
  g_return_val_if_fail (name_or_path != NULL, FALSE);

  return (g_path_is_absolute (name_or_path) || g_str_has_prefix (name_or_path, "./") ||
          g_str_has_prefix (name_or_path, "../") || is_document_name (name_or_path)) &&
         g_file_test (name_or_path, G_FILE_TEST_IS_REGULAR);
}

GlossDocument *
gloss_library_load_any (GlossLibrary  *self,
                        const char    *name_or_path,
                        GError       **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local_error = NULL;
  GlossLibraryEntry *entry = NULL;
  GlossDocument *document;
  gboolean is_path;

  g_return_val_if_fail (name_or_path != NULL, NULL);

  is_path = gloss_library_is_path (name_or_path);
  g_return_val_if_fail (is_path || GLOSS_IS_LIBRARY (self), NULL);

  if (!is_path)
    entry = gloss_library_find (self, name_or_path);
  if (entry != NULL)
    return gloss_library_entry_load (entry, error);

  if (*name_or_path == '\0')
    {
      set_not_found (self, TRUE, name_or_path, error);
      return NULL;
    }

  file = g_file_new_for_path (name_or_path);
  document = gloss_document_read_file (file, NULL, &local_error);
  if (document != NULL)
    return document;

  if (!is_path && (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
                   g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)))
    set_not_found (self, TRUE, name_or_path, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

GlossLibraryEntry *
gloss_library_add (GlossLibrary  *self,
                   GFile         *file,
                   GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GFile) copy = NULL;
  GlossLibraryEntry *entry;
  guint position;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = gloss_document_file_load (file, NULL, error);
  if (bytes == NULL)
    return NULL;
  document = gloss_document_file_parse (file, bytes, error);
  if (document == NULL)
    return NULL;

  if (find_by_name (self, gloss_document_get_name (document)) != NULL)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_EXISTS,
                   _("There is already a document “%s”"), gloss_document_get_name (document));
      return NULL;
    }

  copy = choose_copy (self, file, bytes, document, error);
  if (copy == NULL)
    return NULL;
  if (!write_copy (copy, bytes, error))
    {
      g_prefix_error (error, _("“%s” could not be kept: "), gloss_document_get_name (document));
      return NULL;
    }

  entry = gloss_library_entry_new (document, copy, NULL);
  position = insert_entry (self, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);

  return entry;
}

/* Where there is no trash, nothing is deleted either. */
static gboolean
put_aside (GFile   *file,
           GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (path, ".removed", NULL) : g_strdup_printf ("%s-%u.removed", path, i);
      g_autoptr (GFile) aside = g_file_new_for_path (name);
      g_autoptr (GError) local_error = NULL;

      if (g_file_move (file, aside, G_FILE_COPY_NONE, NULL, NULL, NULL, &local_error))
        return TRUE;

      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
}

gboolean
gloss_library_remove (GlossLibrary       *self,
                      GlossLibraryEntry  *entry,
                      GError            **error)
{
  GFile *file;
  guint position;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (entry), FALSE);
  g_return_val_if_fail (gloss_library_entry_get_added (entry), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->entries, entry, &position), FALSE);

  file = gloss_library_entry_get_file (entry);
  if (g_file_query_exists (file, NULL) && !g_file_trash (file, NULL, NULL) && !put_aside (file, error))
    {
      g_prefix_error (error, _("“%s” could not be removed: "), gloss_library_entry_get_name (entry));
      return FALSE;
    }

  g_ptr_array_remove_index (self->entries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);

  return TRUE;
}

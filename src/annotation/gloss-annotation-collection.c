/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "annotation/gloss-annotation-json-private.h"
#include "annotation/gloss-json-edit.h"

#define CONTEXT        "http://www.w3.org/ns/anno.jsonld"
#define VERSION_MEMBER "glossator:version"

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE, reason);
  return FALSE;
}

static char *
make_id (const char *symbol,
         const char *suffix)
{
  g_autofree char *escaped = symbol != NULL ? g_uri_escape_string (symbol, "/", FALSE) : NULL;

  return g_strconcat ("urn:glossator:annotations", escaped != NULL ? ":" : "",
                      escaped != NULL ? escaped : "", suffix, NULL);
}

static void
set_default (GlossJsonEdit *edit,
             const char    *name,
             const char    *string)
{
  GlossJsonText value;

  if (!gloss_json_edit_get (edit, name, &value))
    gloss_json_edit_set_string (edit, name, string);
}

/* (transfer full): the collection around its annotations, with the items that are none. @items: (out):
 * the list of items in it. */
static char *
write_frame (const char     *symbol,
             const char     *frame,
             guint           n_annotations,
             GlossJsonText  *items)
{
  GlossJsonText old = frame != NULL ? gloss_json_text_for (frame) : (GlossJsonText) { NULL, 0 };
  GlossJsonText old_page = { NULL, 0 };
  GlossJsonText others = { "[]", 2 };
  g_autoptr (GlossJsonEdit) collection = gloss_json_edit_new (&old);
  g_autoptr (GlossJsonEdit) page = NULL;
  g_autofree char *id = make_id (symbol, "");
  g_autofree char *page_id = make_id (symbol, ":page-1");
  guint n_others = 0;
  GlossJsonIter iter;
  GlossJsonText text;
  GlossJsonText value;
  char *written;

  if (gloss_json_text_get_member (&old, "first", &old_page))
    gloss_json_text_get_member (&old_page, "items", &others);
  gloss_json_iter_init (&iter, &others);
  while (gloss_json_iter_next (&iter, NULL, &value))
    n_others++;

  page = gloss_json_edit_new (&old_page);
  set_default (page, "id", page_id);
  set_default (page, "type", "AnnotationPage");
  gloss_json_edit_set_int (page, "startIndex", 0);
  gloss_json_edit_take (page, "items", g_strndup (others.start, others.length));

  set_default (collection, "@context", CONTEXT);
  set_default (collection, "id", id);
  set_default (collection, "type", "AnnotationCollection");
  set_default (collection, "label", symbol);
  gloss_json_edit_set_int (collection, VERSION_MEMBER, GLOSS_ANNOTATION_FORMAT_VERSION);
  gloss_json_edit_set_int (collection, "total", n_annotations + n_others);
  gloss_json_edit_take (collection, "first", gloss_json_edit_to_text (page));

  written = gloss_json_edit_to_text (collection);
  text = gloss_json_text_for (written);
  gloss_json_text_get_member (&text, "first", &value);
  gloss_json_text_get_member (&value, "items", &value);
  *items = value;

  return written;
}

/* One annotation to a line, so that it is read, compared and mended line by line. */
void
gloss_collection_write_to (GPtrArray      *annotations,
                           const char     *symbol,
                           const char     *frame,
                           const char     *more,
                           GlossWriteFunc  write,
                           gpointer        user_data)
{
  GlossJsonText items;
  g_autofree char *text = write_frame (symbol, frame, annotations->len, &items);
  const char *separator = "\n";
  const char *rest = items.start + items.length - 1;
  GlossJsonIter iter;
  GlossJsonText other;

  write (text, items.start + 1 - text, user_data);
  for (guint i = 0; i < annotations->len; i++)
    {
      const char *record = gloss_annotation_get_text (g_ptr_array_index (annotations, i));

      write (separator, strlen (separator), user_data);
      write (record, strlen (record), user_data);
      separator = ",\n";
    }

  gloss_json_iter_init (&iter, &items);
  while (gloss_json_iter_next (&iter, NULL, &other))
    {
      write (separator, strlen (separator), user_data);
      write (other.start, other.length, user_data);
      separator = ",\n";
    }

  /* The last sign of the text is the "}" of the collection. */
  write ("\n", 1, user_data);
  write (rest, strlen (rest) - 1, user_data);
  if (more != NULL)
    write (more, strlen (more), user_data);
  write ("}\n", 2, user_data);
}

static void
append_cb (const char *data,
           gsize       length,
           gpointer    user_data)
{
  g_string_append_len (user_data, data, length);
}

char *
gloss_annotation_collection_write (GPtrArray  *annotations,
                                   const char *symbol,
                                   const char *frame)
{
  GString *text;

  g_return_val_if_fail (annotations != NULL, NULL);

  text = g_string_new (NULL);
  gloss_collection_write_to (annotations, symbol, frame, NULL, append_cb, text);
  return g_string_free (text, FALSE);
}

gint64
gloss_collection_get_version (const char *frame)
{
  GlossJsonText collection = gloss_json_text_for (frame);
  GlossJsonText version;
  gint64 number;

  if (!gloss_json_text_get_member (&collection, VERSION_MEMBER, &version) ||
      !gloss_json_text_get_int (&version, &number))
    return 0;

  return number;
}

gboolean
gloss_collection_check (GlossJsonEdit  *collection,
                        GError        **error)
{
  GlossJsonText type;
  GlossJsonText version;
  gint64 number;

  if (!gloss_json_edit_get (collection, "type", &type) ||
      !gloss_json_text_includes (&type, "AnnotationCollection"))
    return fail (error, _("no collection of annotations"));

  if (!gloss_json_edit_get (collection, VERSION_MEMBER, &version))
    return TRUE;

  if (!gloss_json_text_get_int (&version, &number))
    return fail (error, _("a format version that is no number"));
  if (number > GLOSS_ANNOTATION_FORMAT_VERSION)
    {
      g_autofree char *format = g_strdup_printf ("%" G_GINT64_FORMAT, number);

      /* Translators: it is said of a file. %s is a number. */
      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION,
                   _("written by a later version of Glossator (format %s)"), format);
      return FALSE;
    }

  return TRUE;
}

/* Items that are the addresses of annotations elsewhere stay in the frame. */
static gboolean
find_items (const GlossJsonText  *items,
            GArray               *records,
            GPtrArray            *others,
            GError              **error)
{
  GlossJsonIter iter;
  GlossJsonText item;
  guint n = 0;

  gloss_json_iter_init_list (&iter, items);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      GlossRecord record;

      n++;
      if (gloss_json_text_is_string (&item))
        {
          g_ptr_array_add (others, g_strndup (item.start, item.length));
          continue;
        }

      if (!gloss_record_read (&record, &item, error))
        {
          /* Translators: the annotation of that number in a file; what is wrong with it follows. */
          g_prefix_error (error, _("item %u: "), n);
          return FALSE;
        }
      g_array_append_val (records, record);
    }

  return TRUE;
}

static GArray *
new_records (void)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (GlossRecord));

  g_array_set_clear_func (records, (GDestroyNotify) gloss_record_clear);
  return records;
}

/* (transfer full) (nullable): the records, from the beginning of the text to its end. @frame: (out):
 * everything else. */
static GArray *
find_records (const char  *data,
              gsize        length,
              char       **frame,
              GError     **error)
{
  g_autoptr (GArray) records = new_records ();
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlossJsonEdit) collection_edit = NULL;
  g_autoptr (GlossJsonEdit) page_edit = NULL;
  GlossJsonText collection;
  GlossJsonText page;
  GlossJsonText items;

  if (!gloss_json_text_check (data, length, &collection, error))
    return NULL;

  /* The frame is made in the same going over as everything else is found: files are long. */
  collection_edit = gloss_json_edit_new_without (&collection, "first", &page);
  if (!gloss_collection_check (collection_edit, error))
    return NULL;

  if (page.length > 0 && !gloss_json_text_is_object (&page))
    return fail (error, _("a collection whose first page is elsewhere")), NULL;

  page_edit = gloss_json_edit_new_without (&page, "items", &items);
  if (items.length > 0 && !find_items (&items, records, others, error))
    return NULL;

  gloss_json_edit_take (page_edit, "items", gloss_json_array_to_text (others));
  gloss_json_edit_take (collection_edit, "first", gloss_json_edit_to_text (page_edit));
  *frame = gloss_json_edit_to_text (collection_edit);

  return g_steal_pointer (&records);
}

GPtrArray *
gloss_annotation_collection_read_take (char       *data,
                                       gsize       length,
                                       GlossLoad  *load,
                                       char      **frame,
                                       GError    **error)
{
  g_autoptr (GlossRecordBlock) block = gloss_record_block_new (data);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GArray) records = gloss_collection_find_lines (data, length, load, frame, &local_error);

  if (records == NULL && local_error == NULL)
    records = find_records (data, length, frame, &local_error);
  if (records == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  /* From here on the text is cut to pieces. */
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (annotations, gloss_annotation_new_take_record (&g_array_index (records, GlossRecord, i), block));

  return g_steal_pointer (&annotations);
}

GPtrArray *
gloss_annotation_collection_read (const char  *data,
                                  gsize        length,
                                  char       **frame,
                                  GError     **error)
{
  g_autofree char *own_frame = NULL;
  char *copy = g_malloc (length + 1);
  GPtrArray *annotations;

  memcpy (copy, data, length);
  copy[length] = '\0';
  annotations = gloss_annotation_collection_read_take (copy, length, NULL, &own_frame, error);
  if (annotations != NULL && frame != NULL)
    *frame = g_steal_pointer (&own_frame);

  return annotations;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-json-private.h"

#include <string.h>

#include "annotation/gloss-json-text-private.h"

/* A collection as gloss_annotation_collection_write () writes it:
 *
 *   {…,"first":{…,"items":[
 *   RECORD,
 *   RECORD
 *   ]},…}
 *
 * No line break stands inside a JSON value that has no white space between its tokens. So when the
 * first and the last line together are one JSON text whose list of items is empty, and each line
 * between them is one value, the whole is JSON, and the values are its items. */

/* In how many values an item stands: the list, the page and the collection. */
#define ITEM_DEPTH 3

/* Less than this is not worth a thread. */
#define MIN_PART_BYTES (512 * 1024)
#define MAX_PARTS 8

/* After how many bytes a thread says how far it is. */
#define REPORT_BYTES (256 * 1024)

typedef struct
{
  const char *start; /* of the first line */
  const char *end;   /* behind the line break of the last one */
  gboolean    last;  /* its last line has no comma */
  GlossLoad  *load;
  GArray     *records;
  GError     *error; /* somebody gave it up */
  gboolean    other; /* a line is no record */
} Part;

static gboolean
find_in_line (Part       *part,
              const char *start,
              const char *end)
{
  gboolean last = part->last && end + 1 == part->end;
  GlossRecord record = { { NULL, 0 }, NULL, FALSE };
  GlossJsonText value;
  gboolean spaced;

  if (!last && (end == start || *--end != ','))
    return FALSE;

  value = (GlossJsonText) { start, end - start };
  if (!gloss_json_text_check_item (start, end - start, ITEM_DEPTH, &spaced) ||
      is_space (*start) || !gloss_record_read (&record, &value, NULL))
    return FALSE;

  record.spaced = spaced;
  g_array_append_val (part->records, record);
  return TRUE;
}

static gpointer
find_in_part (gpointer data)
{
  Part *part = data;
  const char *reported = part->start;
  const char *line = part->start;

  if (!g_utf8_validate_len (part->start, part->end - part->start, NULL))
    {
      part->other = TRUE;
      return NULL;
    }

  while (line < part->end)
    {
      const char *end = memchr (line, '\n', part->end - line);

      if (!find_in_line (part, line, end))
        {
          part->other = TRUE;
          return NULL;
        }

      line = end + 1;
      if (line - reported > REPORT_BYTES || line == part->end)
        {
          if (!gloss_load_report (part->load, line - reported, &part->error))
            return NULL;
          reported = line;
        }
    }

  return NULL;
}

/* The first and the last line, if nothing but records can stand between them. @frame: (out) */
static gboolean
check_frame (const char  *data,
             const char  *items,
             const char  *tail,
             const char  *end,
             char       **frame)
{
  g_autofree char *joined = g_malloc (items - data + end - tail);
  gsize length = items - 1 - data;
  g_autoptr (GlossJsonEdit) edit = NULL;
  GlossJsonText collection;
  GlossJsonText page;
  GlossJsonText list = { NULL, 0 };

  memcpy (joined, data, length);
  memcpy (joined + length, tail, end - tail);
  if (!gloss_json_text_check (joined, length + (end - tail), &collection, NULL) ||
      !gloss_json_text_get_member (&collection, "first", &page) ||
      !gloss_json_text_get_member (&page, "items", &list) ||
      list.start != joined + length - 1 || list.length != 2)
    return FALSE;

  edit = gloss_json_edit_new (&collection);
  if (!gloss_collection_check (edit, NULL))
    return FALSE;

  *frame = gloss_json_edit_to_text (edit);
  return TRUE;
}

/* Parts of about the same size, each with whole lines. */
static GArray *
divide (const char *items,
        const char *tail,
        GlossLoad  *load)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  guint n_parts = CLAMP ((tail - items) / MIN_PART_BYTES, 1, MIN (g_get_num_processors (), MAX_PARTS));
  const char *start = items;

  for (guint i = 1; i <= n_parts && start < tail; i++)
    {
      const char *aim = items + (tail - items) / n_parts * i;
      const char *end = i < n_parts ? memchr (MAX (aim, start), '\n', tail - MAX (aim, start)) : NULL;
      Part part = { .start = start, .load = load };

      part.end = end != NULL ? end + 1 : tail;
      part.last = part.end == tail;
      part.records = g_array_new (FALSE, FALSE, sizeof (GlossRecord));
      g_array_set_clear_func (part.records, (GDestroyNotify) gloss_record_clear);
      g_array_append_val (parts, part);
      start = part.end;
    }

  return parts;
}

static void
run (GArray *parts)
{
  GThread *threads[MAX_PARTS] = { NULL, };

  for (guint i = 1; i < parts->len; i++)
    threads[i] = g_thread_try_new ("records", find_in_part, &g_array_index (parts, Part, i), NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (threads[i] != NULL)
        g_thread_join (threads[i]);
      else
        find_in_part (&g_array_index (parts, Part, i));
    }
}

/* (transfer full) (nullable): the records of all @parts, which are given up. */
static GArray *
collect (GArray  *parts,
         GError **error)
{
  g_autoptr (GArray) records = g_array_ref (g_array_index (parts, Part, 0).records);
  gboolean other = FALSE;
  g_autoptr (GError) first_error = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      other |= part->other;
      if (part->error != NULL && first_error == NULL)
        first_error = g_steal_pointer (&part->error);
      g_clear_error (&part->error);

      if (i > 0)
        {
          /* Their ids go with them. */
          g_array_append_vals (records, part->records->data, part->records->len);
          g_array_set_clear_func (part->records, NULL);
        }
      g_array_unref (part->records);
    }

  if (first_error == NULL && !other)
    return g_steal_pointer (&records);

  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  return NULL;
}

GArray *
gloss_collection_find_lines (const char  *data,
                             gsize        length,
                             GlossLoad   *load,
                             char       **frame,
                             GError     **error)
{
  g_autoptr (GArray) parts = NULL;
  g_autofree char *lines_frame = NULL;
  const char *end = data + length;
  const char *items;
  const char *tail;
  GArray *records;

  while (end > data && is_space (end[-1]))
    end--;

  items = memchr (data, '\n', end - data);
  if (items == NULL || items == data || items[-1] != '[')
    return NULL;

  items++;
  for (tail = end; tail > items && tail[-1] != '\n';)
    tail--;
  if (tail == items)
    return NULL;

  if (!check_frame (data, items, tail, end, &lines_frame))
    return NULL;

  parts = divide (items, tail, load);
  run (parts);
  records = collect (parts, error);
  if (records != NULL)
    *frame = g_steal_pointer (&lines_frame);

  return records;
}

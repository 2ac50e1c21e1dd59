/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-private.h"

#include "comparison/gloss-workers.h"

/* How many rows are written at a time, by one thread. */
#define ROWS_PER_PART 128

/* Rows that are written by several threads, and given away in their order. */
typedef struct
{
  const GlossExportWriter *writer;
  GlossComparison *comparison;
  GString *parts[GLOSS_MAX_WORKERS]; /* NULL until one is needed */

  GMutex mutex; /* for what follows, and held by who gives away */
  GCond turned;
  guint next; /* the first row that is not given away */
  GlossExportSink sink;
  gpointer sink_data;
  GError *error;
  gboolean failed;
} Rows;

gboolean
gloss_export_append_cb (const char  *data,
                        gsize        length,
                        gpointer     user_data,
                        GError     **error)
{
  g_string_append_len (user_data, data, (gssize) length);
  return TRUE;
}

static void
give_away (Rows    *rows,
           GString *part)
{
  if (!rows->failed && part->len > 0)
    rows->failed = !rows->sink (part->str, part->len, rows->sink_data, &rows->error);
  g_string_truncate (part, 0);
}

/* The parts are begun in their order, so that whose turn it is has no other to wait for. */
static void
write_rows_cb (guint    first,
               guint    end,
               guint    worker,
               gpointer user_data)
{
  Rows *rows = user_data;
  GString *part;

  if (rows->parts[worker] == NULL)
    rows->parts[worker] = g_string_new (NULL);
  part = rows->parts[worker];
  for (guint i = first; i < end; i++)
    rows->writer->write_row (part, rows->comparison, gloss_comparison_get_row (rows->comparison, i));

  g_mutex_lock (&rows->mutex);
  while (rows->next != first)
    g_cond_wait (&rows->turned, &rows->mutex);
  give_away (rows, part);
  rows->next = end;
  g_cond_broadcast (&rows->turned);
  g_mutex_unlock (&rows->mutex);
}

gboolean
gloss_export_rows (const GlossExportWriter  *writer,
                   GlossComparison          *comparison,
                   GlossExportSink           sink,
                   gpointer                  sink_data,
                   GError                  **error)
{
  Rows rows = { .writer = writer, .comparison = comparison, .sink = sink, .sink_data = sink_data };
  g_autoptr (GString) ends = g_string_new (NULL);

  g_mutex_init (&rows.mutex);
  g_cond_init (&rows.turned);

  writer->begin_comparison (ends, comparison);
  give_away (&rows, ends);
  if (!rows.failed)
    gloss_work (gloss_comparison_get_n_rows (comparison), ROWS_PER_PART, write_rows_cb, &rows);
  if (writer->end_comparison != NULL)
    writer->end_comparison (ends);
  give_away (&rows, ends);

  for (guint worker = 0; worker < GLOSS_MAX_WORKERS; worker++)
    if (rows.parts[worker] != NULL)
      g_string_free (rows.parts[worker], TRUE);
  g_cond_clear (&rows.turned);
  g_mutex_clear (&rows.mutex);

  if (rows.failed)
    g_propagate_error (error, rows.error);
  return !rows.failed;
}

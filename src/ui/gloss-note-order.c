/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-order.h"

const char *
gloss_note_order_get_tag (GlossAnnotation *annotation)
{
  const char * const *tags;
  const char *first;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), "");

  tags = gloss_annotation_get_tags (annotation);
  first = tags[0];
  for (guint i = 1; first != NULL && tags[i] != NULL; i++)
    if (g_utf8_collate (tags[i], first) < 0)
      first = tags[i];

  return first != NULL ? first : "";
}

static guint64
get_place (GlossAnnotation *annotation,
           GlossNotePlaces *places)
{
  return gloss_note_places_get_key (places, annotation);
}

static guint
get_rank (GlossAnnotation *annotation,
          GlossNotePlaces *places)
{
  return gloss_note_places_get_rank (places, annotation);
}

/* What bears no time is older than all that does. */
static gint64
get_time (GlossAnnotation *annotation,
          gpointer         user_data)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (gloss_annotation_get_modified (annotation), NULL);

  return time != NULL ? g_date_time_to_unix_usec (time) : G_MININT64;
}

static gboolean
has_no_tag (GlossAnnotation *annotation,
            gpointer         user_data)
{
  return gloss_annotation_get_tags (annotation)[0] == NULL;
}

static char *
dup_tag (GlossAnnotation *annotation,
         gpointer         user_data)
{
  return g_strdup (gloss_note_order_get_tag (annotation));
}

static void
unref_closure_data (gpointer  data,
                    GClosure *closure)
{
  g_object_unref (data);
}

/* (transfer full) @places (nullable) */
static GtkExpression *
create_expression (GType            type,
                   GCallback        get,
                   GlossNotePlaces *places)
{
  return gtk_cclosure_expression_new (type, NULL, 0, NULL, get, places != NULL ? g_object_ref (places) : NULL,
                                      places != NULL ? unref_closure_data : NULL);
}

GtkSorter *
gloss_note_order_by_place (GlossNotePlaces *places)
{
  return GTK_SORTER (gtk_numeric_sorter_new (create_expression (G_TYPE_UINT64, G_CALLBACK (get_place), places)));
}

GtkSorter *
gloss_note_order_by_document (GlossNotePlaces *places)
{
  return GTK_SORTER (gtk_numeric_sorter_new (create_expression (G_TYPE_UINT, G_CALLBACK (get_rank), places)));
}

GtkSorter *
gloss_note_order_by_date (void)
{
  GtkNumericSorter *sorter = gtk_numeric_sorter_new (create_expression (G_TYPE_INT64, G_CALLBACK (get_time), NULL));

  gtk_numeric_sorter_set_sort_order (sorter, GTK_SORT_DESCENDING);
  return GTK_SORTER (sorter);
}

GtkSorter *
gloss_note_order_by_tag (void)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_numeric_sorter_new (create_expression (G_TYPE_BOOLEAN, G_CALLBACK (has_no_tag), NULL))));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_string_sorter_new (create_expression (G_TYPE_STRING, G_CALLBACK (dup_tag), NULL))));
  return GTK_SORTER (sorter);
}

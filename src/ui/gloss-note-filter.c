/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-filter"

#include "config.h"

#include "ui/gloss-note-filter.h"

#include "annotation/gloss-search-text.h"
#include "annotation/gloss-timestamp.h"

struct _GlossNoteFilter
{
  GtkFilter        parent_instance;

  GlossNotePlaces *places;
  char            *search;
  char            *tag;
  char            *symbol;
  char            *author;
  char            *since;
  int              color;
  int              state;
};

G_DEFINE_FINAL_TYPE (GlossNoteFilter, gloss_note_filter, GTK_TYPE_FILTER)

static gboolean
has_tag (GlossAnnotation *annotation,
         const char      *tag)
{
  const char * const *tags = gloss_annotation_get_tags (annotation);
  gsize length = strlen (tag);

  for (guint i = 0; tags[i] != NULL; i++)
    if (g_str_has_prefix (tags[i], tag) && (tags[i][length] == '\0' || tags[i][length] == '/'))
      return TRUE;

  return FALSE;
}

/* What costs most comes last. */
static gboolean
gloss_note_filter_match (GtkFilter *filter,
                         gpointer   item)
{
  GlossNoteFilter *self = GLOSS_NOTE_FILTER (filter);
  GlossAnnotation *annotation = item;

  if (self->color >= 0 && (int) gloss_annotation_get_color (annotation) != self->color)
    return FALSE;
  if (self->author != NULL && !g_str_equal (self->author, gloss_annotation_get_author (annotation)))
    return FALSE;
  if (self->tag != NULL && !has_tag (annotation, self->tag))
    return FALSE;
  if (self->since != NULL && gloss_timestamp_compare (gloss_annotation_get_modified (annotation), self->since) < 0)
    return FALSE;
  if (self->symbol != NULL && !g_str_equal (self->symbol, gloss_note_places_get_symbol (self->places, annotation)))
    return FALSE;
  if (!gloss_annotation_matches (annotation, self->search, NULL))
    return FALSE;

  return self->state < 0 || (int) gloss_note_places_get_state (self->places, annotation) == self->state;
}

static GtkFilterMatch
gloss_note_filter_get_strictness (GtkFilter *filter)
{
  return gloss_note_filter_is_active (GLOSS_NOTE_FILTER (filter)) ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_ALL;
}

static void
gloss_note_filter_finalize (GObject *object)
{
  GlossNoteFilter *self = GLOSS_NOTE_FILTER (object);

  g_clear_object (&self->places);
  g_free (self->search);
  g_free (self->tag);
  g_free (self->symbol);
  g_free (self->author);
  g_free (self->since);

  G_OBJECT_CLASS (gloss_note_filter_parent_class)->finalize (object);
}

static void
gloss_note_filter_class_init (GlossNoteFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_note_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = gloss_note_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = gloss_note_filter_get_strictness;
}

static void
gloss_note_filter_init (GlossNoteFilter *self)
{
  self->search = g_strdup ("");
  self->color = -1;
  self->state = -1;
}

GlossNoteFilter *
gloss_note_filter_new (GlossNotePlaces *places)
{
  GlossNoteFilter *self = g_object_new (GLOSS_TYPE_NOTE_FILTER, NULL);

  self->places = g_object_ref (places);
  return self;
}

/* While somebody types on, only what is still shown need be looked at. */
static GtkFilterChange
compare_search (const char *old_search,
                const char *new_search)
{
  g_autofree char *old_folded = gloss_search_text_fold (old_search);
  g_autofree char *new_folded = gloss_search_text_fold (new_search);

  if (g_str_has_prefix (new_folded, old_folded))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (g_str_has_prefix (old_folded, new_folded))
    return GTK_FILTER_CHANGE_LESS_STRICT;
  return GTK_FILTER_CHANGE_DIFFERENT;
}

void
gloss_note_filter_set_criteria (GlossNoteFilter         *self,
                                const GlossNoteCriteria *criteria)
{
  const char *search;
  GtkFilterChange change;
  gboolean other;

  g_return_if_fail (GLOSS_IS_NOTE_FILTER (self));
  g_return_if_fail (criteria != NULL);

  search = criteria->search != NULL ? criteria->search : "";
  other = criteria->color != self->color || criteria->state != self->state;
  other |= g_set_str (&self->tag, criteria->tag);
  other |= g_set_str (&self->symbol, criteria->symbol);
  other |= g_set_str (&self->author, criteria->author);
  other |= g_set_str (&self->since, criteria->since);
  if (!other && g_str_equal (self->search, search))
    return;

  change = other ? GTK_FILTER_CHANGE_DIFFERENT : compare_search (self->search, search);
  self->color = criteria->color;
  self->state = criteria->state;
  g_set_str (&self->search, search);
  gtk_filter_changed (GTK_FILTER (self), change);
}

gboolean
gloss_note_filter_is_active (GlossNoteFilter *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER (self), FALSE);

  return *self->search != '\0' || self->tag != NULL || self->symbol != NULL || self->author != NULL ||
         self->since != NULL || self->color >= 0 || self->state >= 0;
}

const char *
gloss_note_filter_get_search (GlossNoteFilter *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER (self), "");

  return self->search;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placed-note"

#include "config.h"

#include "ui/gloss-placed-note.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-carry-over.h"
#include "ui/gloss-language.h"

struct _GlossPlacedNote
{
  GObject          parent_instance;

  GlossAnnotation  *annotation;
  GlossAnchor      *anchor;                             /* the one that was placed */
  GlossAnchor      *main_anchor;                        /* that of the annotation at that time */
  char             *change;                             /* (nullable): of a note on a change */
  GlossClause      *clauses[GLOSS_N_PARALLEL_SIDES];    /* what the placements borrow */
  GlossPlacement    placements[GLOSS_N_PARALLEL_SIDES];
  GlossParallelSide side;                               /* whose placement counts */
  guint             order;                              /* of the clause, or of its row */
  char             *parallel_remark;                    /* (nullable): only where two texts are read */
};

G_DEFINE_FINAL_TYPE (GlossPlacedNote, gloss_placed_note, G_TYPE_OBJECT)

enum
{
  PROP_ANNOTATION = 1,
  PROP_PLACEMENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
gloss_placed_note_finalize (GObject *object)
{
  GlossPlacedNote *self = GLOSS_PLACED_NOTE (object);

  g_clear_object (&self->annotation);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_clear_object (&self->clauses[side]);
  g_clear_pointer (&self->anchor, gloss_anchor_unref);
  g_clear_pointer (&self->main_anchor, gloss_anchor_unref);
  g_free (self->parallel_remark);
  g_free (self->change);

  G_OBJECT_CLASS (gloss_placed_note_parent_class)->finalize (object);
}

static void
gloss_placed_note_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GlossPlacedNote *self = GLOSS_PLACED_NOTE (object);

  switch (property_id)
    {
    case PROP_ANNOTATION:
      g_value_set_object (value, self->annotation);
      break;
    case PROP_PLACEMENT:
      g_value_set_pointer (value, &self->placements[self->side]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_placed_note_class_init (GlossPlacedNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gloss_placed_note_finalize;
  object_class->get_property = gloss_placed_note_get_property;

  properties[PROP_ANNOTATION] =
      g_param_spec_object ("annotation", NULL, NULL, GLOSS_TYPE_ANNOTATION,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEMENT] =
      g_param_spec_pointer ("placement", NULL, NULL,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gloss_placed_note_init (GlossPlacedNote *self)
{
}

GlossPlacedNote *
gloss_placed_note_new (GlossAnnotation *annotation,
                       GlossDocument   *document)
{
  GlossPlacedNote *self = g_object_new (GLOSS_TYPE_PLACED_NOTE, NULL);

  self->annotation = g_object_ref (annotation);
  gloss_placed_note_place (self, document);

  return self;
}

GlossPlacedNote *
gloss_placed_note_new_parallel (GlossAnnotation   *annotation,
                                GlossParallelRows *rows)
{
  GlossPlacedNote *self = g_object_new (GLOSS_TYPE_PLACED_NOTE, NULL);

  self->annotation = g_object_ref (annotation);
  gloss_placed_note_place_parallel (self, rows);

  return self;
}

GlossAnnotation *
gloss_placed_note_get_annotation (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  return self->annotation;
}

void
gloss_placed_note_set_annotation (GlossPlacedNote *self,
                                  GlossAnnotation *annotation)
{
  g_return_if_fail (GLOSS_IS_PLACED_NOTE (self));
  g_return_if_fail (GLOSS_IS_ANNOTATION (annotation));

  if (g_set_object (&self->annotation, annotation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATION]);
}

/* @document (nullable): there is no text on that side. */
static void
place_in (GlossPlacedNote   *self,
          GlossParallelSide  side,
          GlossDocument     *document)
{
  self->placements[side] = document != NULL ? gloss_anchor_resolve (self->anchor, document)
                                            : (GlossPlacement) { .state = GLOSS_PLACEMENT_NOT_FOUND };
  g_set_object (&self->clauses[side], self->placements[side].clause);
}

static void
take_anchor (GlossPlacedNote *self,
             GlossDocument   *document)
{
  g_clear_pointer (&self->anchor, gloss_anchor_unref);
  g_clear_pointer (&self->main_anchor, gloss_anchor_unref);
  self->main_anchor = gloss_anchor_ref (gloss_annotation_get_anchor (self->annotation));
  self->anchor = gloss_annotation_dup_side_for (self->annotation, document);
}

void
gloss_placed_note_place (GlossPlacedNote *self,
                         GlossDocument   *document)
{
  g_return_if_fail (GLOSS_IS_PLACED_NOTE (self));

  take_anchor (self, document);
  place_in (self, GLOSS_PARALLEL_FIRST, document);
  place_in (self, GLOSS_PARALLEL_SECOND, NULL);
  self->side = GLOSS_PARALLEL_FIRST;
  self->order = self->clauses[self->side] != NULL ? gloss_clause_get_position (self->clauses[self->side]) : 0;
  g_clear_pointer (&self->parallel_remark, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEMENT]);
}

/* (transfer full) (nullable): that the words stand in one of the two languages alone. */
static char *
make_parallel_remark (GlossPlacedNote   *self,
                      GlossParallelRows *rows)
{
  GlossParallelSide other = 1 - self->side;
  g_autofree char *language = NULL, *other_language = NULL;

  if (self->clauses[other] == NULL || !self->placements[other].other_language)
    return NULL;

  language = gloss_language_dup_name (gloss_document_get_language (gloss_parallel_rows_get_document (rows, self->side)));
  other_language = gloss_language_dup_name (gloss_document_get_language (gloss_parallel_rows_get_document (rows, other)));

  /* Translators: of a note on a phrase, where two languages are read side by side. The first %s is
   * the language of the phrase, the second one the other language. */
  return g_strdup_printf (_("The words are in %s; in %s on the clause"), language, other_language);
}

void
gloss_placed_note_place_parallel (GlossPlacedNote   *self,
                                  GlossParallelRows *rows)
{
  g_return_if_fail (GLOSS_IS_PLACED_NOTE (self));
  g_return_if_fail (GLOSS_IS_PARALLEL_ROWS (rows));

  take_anchor (self, gloss_parallel_rows_get_document (rows, GLOSS_PARALLEL_FIRST));
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    place_in (self, side, gloss_parallel_rows_get_document (rows, side));

  /* A clause that is gone from the text of its language may stand in the other one. */
  self->side = gloss_parallel_rows_find_side (rows, gloss_anchor_get_data (self->anchor)->language);
  if (self->placements[self->side].state == GLOSS_PLACEMENT_NOT_FOUND &&
      self->placements[1 - self->side].state != GLOSS_PLACEMENT_NOT_FOUND)
    self->side = 1 - self->side;

  self->order = self->clauses[self->side] != NULL
                    ? gloss_parallel_rows_find (rows, self->side, gloss_clause_get_position (self->clauses[self->side]))
                    : 0;
  g_free (self->parallel_remark);
  self->parallel_remark = make_parallel_remark (self, rows);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEMENT]);
}

gboolean
gloss_placed_note_is_placed (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), FALSE);

  return gloss_anchor_equal (self->main_anchor, gloss_annotation_get_anchor (self->annotation));
}

GlossAnchor *
gloss_placed_note_get_anchor (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  return self->anchor;
}

void
gloss_placed_note_set_change (GlossPlacedNote *self,
                              const char      *change)
{
  g_return_if_fail (GLOSS_IS_PLACED_NOTE (self));

  g_set_str (&self->change, change);
}

const GlossPlacement *
gloss_placed_note_get_placement (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  return &self->placements[self->side];
}

const GlossPlacement *
gloss_placed_note_get_placement_in (GlossPlacedNote   *self,
                                    GlossParallelSide  side)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, NULL);

  return &self->placements[side];
}

GlossParallelSide
gloss_placed_note_get_side (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), GLOSS_PARALLEL_FIRST);

  return self->side;
}

gboolean
gloss_placed_note_get_phrase (GlossPlacedNote *self,
                              guint           *start_byte,
                              guint           *end_byte)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), FALSE);

  return gloss_placed_note_get_phrase_in (self, self->side, start_byte, end_byte);
}

gboolean
gloss_placed_note_get_phrase_in (GlossPlacedNote   *self,
                                 GlossParallelSide  side,
                                 guint             *start_byte,
                                 guint             *end_byte)
{
  const GlossPlacement *placement;
  const char *text;

  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), FALSE);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, FALSE);

  placement = &self->placements[side];
  if (placement->clause == NULL || placement->start >= placement->end || placement->state > GLOSS_PLACEMENT_CHANGED)
    return FALSE;

  text = gloss_clause_get_text (placement->clause);
  *start_byte = (guint) (g_utf8_offset_to_pointer (text, placement->start) - text);
  *end_byte = (guint) (g_utf8_offset_to_pointer (text, placement->end) - text);
  return TRUE;
}

const char *
gloss_placed_note_get_remark (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  switch (self->placements[self->side].state)
    {
    case GLOSS_PLACEMENT_CHANGED:
      /* Translators: of a note whose phrase stands no longer as it was quoted. */
      return _("The wording has changed");
    case GLOSS_PLACEMENT_AMBIGUOUS:
      /* Translators: of a note whose phrase stands in several places. */
      return _("To be placed: the words stand in several places");
    case GLOSS_PLACEMENT_NOT_FOUND:
      /* Translators: of a note whose phrase or clause is not in the text. */
      return _("Not found in this text");
    case GLOSS_PLACEMENT_PLACED:
    default:
      if (gloss_annotation_is_to_confirm (self->annotation))
        /* Translators: of a note that was carried over from an older text. */
        return _("The wording has changed: to be confirmed");
      if (self->parallel_remark != NULL)
        return self->parallel_remark;
      if (self->placements[self->side].other_language)
        /* Translators: of a note on a phrase of the text in another language. */
        return _("On the clause: the phrase is in another language");
      return NULL;
    }
}

char *
gloss_placed_note_dup_citation (GlossPlacedNote *self)
{
  const GlossAnchorData *data;

  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  if (self->change != NULL)
    return g_strdup (self->change);
  if (self->clauses[self->side] != NULL)
    return g_strdup (gloss_clause_get_citation (self->clauses[self->side]));

  data = gloss_anchor_get_data (self->anchor);
  if (data->clause_id == NULL || self->placements[self->side].state == GLOSS_PLACEMENT_PLACED)
    return g_strdup (data->symbol != NULL ? data->symbol : "");

  /* The clause is not in the text: its id is all that is known. */
  return g_strdup_printf ("%s, %s", data->symbol != NULL ? data->symbol : "", data->clause_id);
}

static guint
rank (const GlossPlacedNote *self)
{
  if (self->clauses[self->side] != NULL)
    return 1;

  return self->placements[self->side].state == GLOSS_PLACEMENT_PLACED ? 0 : 2;
}

int
gloss_placed_note_compare (GlossPlacedNote *a,
                           GlossPlacedNote *b)
{
  guint rank_a = rank (a), rank_b = rank (b);
  int order;

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;

  if (a->clauses[a->side] != NULL)
    {
      guint start_a = a->placements[a->side].start;
      guint start_b = b->placements[b->side].start;

      if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
      if (a->side != b->side)
        return a->side < b->side ? -1 : 1;
      if (start_a != start_b)
        return start_a < start_b ? -1 : 1;
    }

  order = g_strcmp0 (gloss_annotation_get_created (a->annotation), gloss_annotation_get_created (b->annotation));
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_id (a->annotation), gloss_annotation_get_id (b->annotation));

  return order;
}

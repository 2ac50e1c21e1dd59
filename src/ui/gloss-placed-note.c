/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placed-note"

#include "config.h"

#include "ui/gloss-placed-note.h"

#include <glib/gi18n.h>

struct _GlossPlacedNote
{
  GObject          parent_instance;

  GlossAnnotation *annotation;
  GlossAnchor     *anchor; /* the one that was placed */
  GlossClause     *clause; /* what placement.clause borrows */
  GlossPlacement   placement;
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
  g_clear_object (&self->clause);
  g_clear_pointer (&self->anchor, gloss_anchor_unref);

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
      g_value_set_pointer (value, &self->placement);
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

void
gloss_placed_note_place (GlossPlacedNote *self,
                         GlossDocument   *document)
{
  g_return_if_fail (GLOSS_IS_PLACED_NOTE (self));

  g_clear_pointer (&self->anchor, gloss_anchor_unref);
  self->anchor = gloss_anchor_ref (gloss_annotation_get_anchor (self->annotation));
  self->placement = gloss_anchor_resolve (self->anchor, document);
  g_set_object (&self->clause, self->placement.clause);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEMENT]);
}

gboolean
gloss_placed_note_is_placed (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), FALSE);

  return gloss_anchor_equal (self->anchor, gloss_annotation_get_anchor (self->annotation));
}

const GlossPlacement *
gloss_placed_note_get_placement (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  return &self->placement;
}

gboolean
gloss_placed_note_get_phrase (GlossPlacedNote *self,
                              guint           *start_byte,
                              guint           *end_byte)
{
  const GlossPlacement *placement = &self->placement;
  const char *text;

  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), FALSE);

  if (self->clause == NULL || placement->start >= placement->end || placement->state > GLOSS_PLACEMENT_CHANGED)
    return FALSE;

  text = gloss_clause_get_text (self->clause);
  *start_byte = (guint) (g_utf8_offset_to_pointer (text, placement->start) - text);
  *end_byte = (guint) (g_utf8_offset_to_pointer (text, placement->end) - text);
  return TRUE;
}

const char *
gloss_placed_note_get_remark (GlossPlacedNote *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (self), NULL);

  switch (self->placement.state)
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
      if (self->placement.other_language)
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

  if (self->clause != NULL)
    return g_strdup (gloss_clause_get_citation (self->clause));

  data = gloss_anchor_get_data (gloss_annotation_get_anchor (self->annotation));
  if (data->clause_id == NULL || self->placement.state == GLOSS_PLACEMENT_PLACED)
    return g_strdup (data->symbol != NULL ? data->symbol : "");

  /* The clause is not in the text: its id is all that is known. */
  return g_strdup_printf ("%s, %s", data->symbol != NULL ? data->symbol : "", data->clause_id);
}

static guint
rank (const GlossPlacedNote *self)
{
  if (self->clause != NULL)
    return 1;

  return self->placement.state == GLOSS_PLACEMENT_PLACED ? 0 : 2;
}

int
gloss_placed_note_compare (GlossPlacedNote *a,
                           GlossPlacedNote *b)
{
  guint rank_a = rank (a), rank_b = rank (b);
  int order;

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;

  if (a->clause != NULL)
    {
      guint position_a = gloss_clause_get_position (a->clause);
      guint position_b = gloss_clause_get_position (b->clause);

      if (position_a != position_b)
        return position_a < position_b ? -1 : 1;
      if (a->placement.start != b->placement.start)
        return a->placement.start < b->placement.start ? -1 : 1;
    }

  order = g_strcmp0 (gloss_annotation_get_created (a->annotation), gloss_annotation_get_created (b->annotation));
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_id (a->annotation), gloss_annotation_get_id (b->annotation));

  return order;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-item"

#include "config.h"

#include "ui/gloss-comparison-item.h"

struct _GlossComparisonItem
{
  GObject                  parent_instance;

  GlossComparisonItemKind  kind;
  GlossComparisonRow      *row;
  guint                    n_rows;
  gboolean                 folded;
};

G_DEFINE_FINAL_TYPE (GlossComparisonItem, gloss_comparison_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
gloss_comparison_item_finalize (GObject *object)
{
  g_object_unref (GLOSS_COMPARISON_ITEM (object)->row);

  G_OBJECT_CLASS (gloss_comparison_item_parent_class)->finalize (object);
}

static void
gloss_comparison_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, GLOSS_COMPARISON_ITEM (object)->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_item_class_init (GlossComparisonItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gloss_comparison_item_finalize;
  object_class->get_property = gloss_comparison_item_get_property;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gloss_comparison_item_init (GlossComparisonItem *self)
{
}

GlossComparisonItem *
gloss_comparison_item_new (GlossComparisonItemKind  kind,
                           GlossComparisonRow      *row,
                           guint                    n_rows)
{
  GlossComparisonItem *self = g_object_new (GLOSS_TYPE_COMPARISON_ITEM, NULL);

  self->kind = kind;
  self->row = g_object_ref (row);
  self->n_rows = n_rows;

  return self;
}

GlossComparisonItemKind
gloss_comparison_item_get_kind (GlossComparisonItem *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (self), GLOSS_COMPARISON_ITEM_ROW);

  return self->kind;
}

GlossComparisonRow *
gloss_comparison_item_get_row (GlossComparisonItem *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (self), NULL);

  return self->row;
}

guint
gloss_comparison_item_get_n_rows (GlossComparisonItem *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (self), 0);

  return self->n_rows;
}

gboolean
gloss_comparison_item_get_folded (GlossComparisonItem *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (self), FALSE);

  return self->folded;
}

void
gloss_comparison_item_set_folded (GlossComparisonItem *self,
                                  gboolean             folded)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ITEM (self));

  if (self->folded == folded)
    return;

  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

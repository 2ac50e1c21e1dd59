/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-parallel-row-widget"

#include "config.h"

#include "ui/gloss-parallel-row-widget.h"

#include <glib/gi18n.h>

#include "ui/gloss-language.h"

typedef struct
{
  GtkWidget      *box;
  GlossClauseRow *row;

  /* Most cells need neither: made when first needed. */
  GtkLabel       *missing;
  GtkLabel       *remark;
} Cell;

struct _GlossParallelRowWidget
{
  GtkWidget          parent_instance;

  GtkBox            *box;
  GtkWidget         *first_cell;
  GtkWidget         *second_cell;
  GlossClauseRow    *first_row;
  GlossClauseRow    *second_row;
  Cell               cells[GLOSS_N_PARALLEL_SIDES];

  GtkListItem       *item;
  GlossParallelRows *rows;
};

G_DEFINE_FINAL_TYPE (GlossParallelRowWidget, gloss_parallel_row_widget, GTK_TYPE_WIDGET)

enum
{
  PROP_STACKED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkLabel *
add_label (Cell       *cell,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (cell->box), label);

  return GTK_LABEL (label);
}

/* Shows @text in the label, which is made when there first is one; @text (nullable). */
static void
set_label (Cell        *cell,
           GtkLabel   **label,
           const char  *css_class,
           const char  *text)
{
  if (text != NULL && *label == NULL)
    *label = add_label (cell, css_class);
  if (*label == NULL)
    return;

  gtk_label_set_text (*label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (*label), text != NULL);
}

/* (transfer full): what is said of one cell. */
static char *
dup_speech (GlossParallelRowWidget *self,
            GlossParallelSide       side)
{
  char *speech;

  if (gloss_clause_row_get_clause (self->cells[side].row) == NULL)
    return g_strdup (_("Not in this language"));

  g_object_get (self->cells[side].row, "speech", &speech, NULL);
  return speech;
}

static void
speech_cb (GlossParallelRowWidget *self)
{
  g_autofree char *first_language = NULL, *second_language = NULL, *first = NULL, *second = NULL, *name = NULL;

  if (self->rows == NULL)
    return;

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      Cell *cell = &self->cells[side];
      gboolean shown = gloss_clause_row_get_clause (cell->row) != NULL;
      g_autofree char *remark = shown ? gloss_clause_row_dup_other_remark (cell->row) : NULL;

      set_label (cell, &cell->remark, "parallel-remark", remark);
    }

  first_language = gloss_language_dup_name (
      gloss_document_get_language (gloss_parallel_rows_get_document (self->rows, GLOSS_PARALLEL_FIRST)));
  second_language = gloss_language_dup_name (
      gloss_document_get_language (gloss_parallel_rows_get_document (self->rows, GLOSS_PARALLEL_SECOND)));
  first = dup_speech (self, GLOSS_PARALLEL_FIRST);
  second = dup_speech (self, GLOSS_PARALLEL_SECOND);

  /* Translators: said of a clause in two languages: a language and the clause in it, then the other
   * language and the clause in that. */
  name = g_strdup_printf (_("%s: %s. %s: %s"), first_language, first, second_language, second);
  gtk_list_item_set_accessible_label (self->item, name);
}

static void
gloss_parallel_row_widget_get_property (GObject    *object,
                                        guint       property_id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  GtkOrientable *box = GTK_ORIENTABLE (GLOSS_PARALLEL_ROW_WIDGET (object)->box);

  switch (property_id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, gtk_orientable_get_orientation (box) == GTK_ORIENTATION_VERTICAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_parallel_row_widget_set_property (GObject      *object,
                                        guint         property_id,
                                        const GValue *value,
                                        GParamSpec   *pspec)
{
  GtkBox *box = GLOSS_PARALLEL_ROW_WIDGET (object)->box;
  gboolean stacked;

  switch (property_id)
    {
    case PROP_STACKED:
      /* Two columns are equally wide; two texts one above the other are as high as they are. */
      stacked = g_value_get_boolean (value);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (box), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_homogeneous (box, !stacked);
      gtk_box_set_spacing (box, stacked ? 0 : 12);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_parallel_row_widget_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GLOSS_TYPE_PARALLEL_ROW_WIDGET);
  g_clear_object (&GLOSS_PARALLEL_ROW_WIDGET (object)->rows);

  G_OBJECT_CLASS (gloss_parallel_row_widget_parent_class)->dispose (object);
}

static void
gloss_parallel_row_widget_class_init (GlossParallelRowWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_parallel_row_widget_dispose;
  object_class->get_property = gloss_parallel_row_widget_get_property;
  object_class->set_property = gloss_parallel_row_widget_set_property;

  properties[PROP_STACKED] =
      g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GLOSS_TYPE_CLAUSE_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/glossator/Glossator/ui/gloss-parallel-row-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossParallelRowWidget, box);
  gtk_widget_class_bind_template_child (widget_class, GlossParallelRowWidget, first_cell);
  gtk_widget_class_bind_template_child (widget_class, GlossParallelRowWidget, second_cell);
  gtk_widget_class_bind_template_child (widget_class, GlossParallelRowWidget, first_row);
  gtk_widget_class_bind_template_child (widget_class, GlossParallelRowWidget, second_row);
  gtk_widget_class_bind_template_callback (widget_class, speech_cb);
}

static void
gloss_parallel_row_widget_init (GlossParallelRowWidget *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cells[GLOSS_PARALLEL_FIRST] = (Cell) { .box = self->first_cell, .row = self->first_row };
  self->cells[GLOSS_PARALLEL_SECOND] = (Cell) { .box = self->second_cell, .row = self->second_row };
}

GtkWidget *
gloss_parallel_row_widget_new (void)
{
  return g_object_new (GLOSS_TYPE_PARALLEL_ROW_WIDGET, NULL);
}

void
gloss_parallel_row_widget_set_row (GlossParallelRowWidget *self,
                                   GtkListItem            *item,
                                   GlossParallelRow       *row,
                                   GlossParallelRows      *rows)
{
  g_return_if_fail (GLOSS_IS_PARALLEL_ROW_WIDGET (self));
  g_return_if_fail ((row == NULL) == (rows == NULL));

  self->item = item;
  g_set_object (&self->rows, rows);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      Cell *cell = &self->cells[side];
      GlossClause *clause = row != NULL ? gloss_parallel_row_get_clause (row, side) : NULL;
      const char *language = rows != NULL
                                 ? gloss_document_get_language (gloss_parallel_rows_get_document (rows, side))
                                 : NULL;

      gloss_clause_row_set_clause (cell->row, item, clause, language);
      gtk_widget_set_visible (GTK_WIDGET (cell->row), clause != NULL);
      set_label (cell, &cell->missing, "parallel-missing",
                 row != NULL && clause == NULL ? _("Not in this language") : NULL);
      set_label (cell, &cell->remark, "parallel-remark", NULL);
    }
}

GlossClauseRow *
gloss_parallel_row_widget_get_clause_row (GlossParallelRowWidget *self,
                                          GlossParallelSide       side)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROW_WIDGET (self), NULL);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, NULL);

  return self->cells[side].row;
}

GlossClauseRow *
gloss_parallel_row_widget_get_shown (GlossParallelRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROW_WIDGET (self), NULL);

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    if (gloss_clause_row_get_clause (self->cells[side].row) != NULL)
      return self->cells[side].row;

  return NULL;
}

void
gloss_parallel_row_widget_set_active (GlossParallelRowWidget *self,
                                      GlossParallelSide       side)
{
  g_return_if_fail (GLOSS_IS_PARALLEL_ROW_WIDGET (self));

  for (guint i = 0; i < GLOSS_N_PARALLEL_SIDES; i++)
    if (i == side)
      gtk_widget_add_css_class (self->cells[i].box, "active");
    else
      gtk_widget_remove_css_class (self->cells[i].box, "active");
}

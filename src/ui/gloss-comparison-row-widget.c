/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-row-widget"

#include "config.h"

#include "ui/gloss-comparison-row-widget.h"

#include <string.h>

#include <adwaita.h>

#include "ui/gloss-comparison-speech.h"
#include "ui/gloss-language.h"
#include "ui/gloss-style.h"

/* One clause on one side: its label and its wording. */
typedef struct
{
  GtkWidget   *box;
  GtkLabel    *label;
  GtkLabel    *text;
  GlossClause *clause; /* borrowed from the row; NULL while the block is not used */
} Block;

/* One side of the row. Most have one clause; blocks for more are made when they are needed and
 * then kept, for rows are used again and again. */
typedef struct
{
  GtkBox   *box;
  GtkLabel *caption;
  GArray   *blocks; /* of Block */
  gboolean  is_new;
} Side;

struct _GlossComparisonRowWidget
{
  GtkWidget           parent_instance;

  GtkWidget          *pill;
  GtkImage           *state_icon;
  GtkLabel           *state_label;
  GtkLabel           *place_label;
  GtkBox             *badges;
  GtkBox             *sides;
  GtkBox             *old_side;
  GtkBox             *new_side;
  GtkLabel           *old_caption;
  GtkLabel           *new_caption;

  GlossComparison    *comparison;
  GlossComparisonRow *row;
  Side                old_part;
  Side                new_part;
  GPtrArray          *spoken_badges; /* char */
  gboolean            stacked;
};

G_DEFINE_FINAL_TYPE (GlossComparisonRowWidget, gloss_comparison_row_widget, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STACKED,
  N_PROPS,
};

enum
{
  MENU_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const state_icons[GLOSS_N_ROW_STATES] = {
  [GLOSS_ROW_UNCHANGED] = "object-select-symbolic",
  [GLOSS_ROW_REWORDED] = "document-edit-symbolic",
  [GLOSS_ROW_RENUMBERED] = "view-list-ordered-symbolic",
  [GLOSS_ROW_MOVED] = "gloss-moved-symbolic",
  [GLOSS_ROW_MOVED_REWORDED] = "gloss-moved-symbolic",
  [GLOSS_ROW_SPLIT] = "gloss-split-symbolic",
  [GLOSS_ROW_MERGED] = "gloss-merged-symbolic",
  [GLOSS_ROW_NEW] = "list-add-symbolic",
  [GLOSS_ROW_DROPPED] = "list-remove-symbolic",
};

static Block *
get_block (Side  *side,
           guint  index)
{
  while (side->blocks->len <= index)
    {
      Block block = { NULL };

      block.box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      block.label = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (block.label, 0);
      gtk_widget_set_valign (GTK_WIDGET (block.label), GTK_ALIGN_START);
      gtk_widget_add_css_class (GTK_WIDGET (block.label), "clause-label");
      gtk_widget_add_css_class (GTK_WIDGET (block.label), "numeric");
      gtk_box_append (GTK_BOX (block.box), GTK_WIDGET (block.label));

      block.text = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (block.text, 0);
      gtk_label_set_wrap (block.text, TRUE);
      gtk_label_set_wrap_mode (block.text, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (block.text, 12);
      gtk_widget_set_hexpand (GTK_WIDGET (block.text), TRUE);
      gtk_widget_set_valign (GTK_WIDGET (block.text), GTK_ALIGN_START);
      gtk_widget_add_css_class (GTK_WIDGET (block.text), "clause-text");
      gtk_box_append (GTK_BOX (block.box), GTK_WIDGET (block.text));

      gtk_box_append (side->box, block.box);
      g_array_append_val (side->blocks, block);
    }

  return &g_array_index (side->blocks, Block, index);
}

static gboolean
is_heading (GlossClause *clause)
{
  GlossClauseKind kind = gloss_clause_get_kind (clause);

  return kind == GLOSS_CLAUSE_TITLE || kind == GLOSS_CLAUSE_ANNEX || kind == GLOSS_CLAUSE_SECTION;
}

/* What the side marks in the text of one clause, which begins at @offset of the row's text and is
 * @length bytes long. */
static PangoAttrList *
mark_clause (GlossComparisonRowWidget *self,
             Side                     *side,
             gsize                     offset,
             gsize                     length)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GlossTextMark));
  GlossDiffOp op = side->is_new ? GLOSS_DIFF_ADDED : GLOSS_DIFF_REMOVED;
  const GlossDiffStretch *stretches;
  guint n_stretches;

  stretches = gloss_comparison_row_get_stretches (self->row, &n_stretches);

  for (guint i = 0; i < n_stretches; i++)
    {
      gsize start = side->is_new ? stretches[i].new_start : stretches[i].old_start;
      gsize end = start + stretches[i].length;
      GlossTextMark mark = { side->is_new ? GLOSS_MARK_ADDED : GLOSS_MARK_REMOVED };

      if (stretches[i].op != op || end <= offset || start >= offset + length)
        continue;

      mark.start_byte = MAX (start, offset) - offset;
      mark.end_byte = MIN (end, offset + length) - offset;
      g_array_append_val (marks, mark);
    }

  return gloss_text_marks_to_attributes ((const GlossTextMark *) marks->data, marks->len,
                                         gloss_style_get_scheme ());
}

static void
show_side (GlossComparisonRowWidget *self,
           Side                     *side)
{
  GlossDocument *document;
  const char *language;
  guint n_clauses;
  gsize offset = 0;

  if (side->is_new)
    {
      document = gloss_comparison_get_new_document (self->comparison);
      n_clauses = gloss_comparison_row_get_n_new (self->row);
    }
  else
    {
      document = gloss_comparison_get_old_document (self->comparison);
      n_clauses = gloss_comparison_row_get_n_old (self->row);
    }
  language = gloss_document_get_language (document);

  gtk_label_set_label (side->caption, gloss_document_get_symbol (document));
  gtk_widget_set_visible (GTK_WIDGET (side->caption), self->stacked);
  gtk_widget_set_visible (GTK_WIDGET (side->box), n_clauses > 0 || !self->stacked);
  gtk_widget_set_direction (GTK_WIDGET (side->box), gloss_language_get_direction (language));

  for (guint i = 0; i < MAX (n_clauses, side->blocks->len); i++)
    {
      Block *block = get_block (side, i);
      g_autoptr (PangoAttrList) attributes = NULL;
      const char *text;
      gsize length;

      gtk_widget_set_visible (block->box, i < n_clauses);
      if (i >= n_clauses)
        {
          block->clause = NULL;
          continue;
        }

      block->clause = side->is_new ? gloss_comparison_row_get_new (self->row, i)
                                   : gloss_comparison_row_get_old (self->row, i);
      text = gloss_clause_get_text (block->clause);
      length = strlen (text);
      attributes = mark_clause (self, side, offset, length);

      gtk_widget_set_direction (block->box, gloss_language_get_direction (language));
      /* Side by side, all wordings begin below each other, with a label or without. */
      gtk_label_set_label (block->label, gloss_clause_get_label (block->clause));
      gtk_widget_set_visible (GTK_WIDGET (block->label), !self->stacked || *gloss_clause_get_label (block->clause) != '\0');
      gloss_language_apply (language, block->label, NULL);
      gtk_label_set_label (block->text, text);
      gloss_language_apply (language, block->text, attributes);
      if (is_heading (block->clause))
        gtk_widget_add_css_class (block->box, "heading");
      else
        gtk_widget_remove_css_class (block->box, "heading");

      /* The texts of a row's clauses are joined by a line break. */
      offset += length + 1;
    }
}

static void
show_row (GlossComparisonRowWidget *self)
{
  g_autofree char *place = NULL;
  GlossRowState state;

  if (self->row == NULL)
    return;

  state = gloss_comparison_row_get_state (self->row);
  place = gloss_comparison_show_place (self->comparison, self->row);

  gtk_widget_set_css_classes (self->pill,
                              (const char *[]) { "comparison-state", gloss_row_state_to_string (state), NULL });
  gtk_image_set_from_icon_name (self->state_icon, state_icons[state]);
  gtk_label_set_label (self->state_label, gloss_row_state_get_label (state));
  gtk_label_set_label (self->place_label, place);

  show_side (self, &self->old_part);
  show_side (self, &self->new_part);
}

/* The clause under the pointer, or (nullable) NULL. */
static GlossClause *
find_clause_at (GlossComparisonRowWidget *self,
                double                    x,
                double                    y,
                gboolean                 *is_new)
{
  Side *parts[] = { &self->old_part, &self->new_part };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < parts[i]->blocks->len; j++)
      {
        Block *block = &g_array_index (parts[i]->blocks, Block, j);
        graphene_rect_t bounds;

        if (block->clause != NULL &&
            gtk_widget_compute_bounds (block->box, GTK_WIDGET (self), &bounds) &&
            graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)))
          {
            *is_new = parts[i]->is_new;
            return block->clause;
          }
      }

  return NULL;
}

static void
click_pressed_cb (GlossComparisonRowWidget *self,
                  int                       n_press,
                  double                    x,
                  double                    y,
                  GtkGestureClick          *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GlossClause *clause;
  gboolean is_new;

  if (self->row == NULL)
    return;

  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      g_signal_emit (self, signals[MENU_REQUESTED], 0, x, y);
      return;
    }

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY || n_press != 2)
    return;

  /* Claimed, so that the list does not activate the row as well. */
  clause = find_clause_at (self, x, y, &is_new);
  if (clause != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_activate_action (GTK_WIDGET (self), "comparison.open", "(bs)", is_new, gloss_clause_get_id (clause));
    }
}

static void
long_press_pressed_cb (GlossComparisonRowWidget *self,
                       double                    x,
                       double                    y)
{
  if (self->row != NULL)
    g_signal_emit (self, signals[MENU_REQUESTED], 0, x, y);
}

static void
gloss_comparison_row_widget_dispose (GObject *object)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_ROW_WIDGET);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->spoken_badges, g_ptr_array_unref);
  g_clear_pointer (&self->old_part.blocks, g_array_unref);
  g_clear_pointer (&self->new_part.blocks, g_array_unref);

  G_OBJECT_CLASS (gloss_comparison_row_widget_parent_class)->dispose (object);
}

static void
gloss_comparison_row_widget_get_property (GObject    *object,
                                          guint       prop_id,
                                          GValue     *value,
                                          GParamSpec *pspec)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (object);

  switch (prop_id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_row_widget_set_property (GObject      *object,
                                          guint         prop_id,
                                          const GValue *value,
                                          GParamSpec   *pspec)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (object);

  switch (prop_id)
    {
    case PROP_STACKED:
      gloss_comparison_row_widget_set_stacked (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_row_widget_class_init (GlossComparisonRowWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_comparison_row_widget_dispose;
  object_class->get_property = gloss_comparison_row_widget_get_property;
  object_class->set_property = gloss_comparison_row_widget_set_property;

  properties[PROP_STACKED] =
    g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MENU_REQUESTED] =
    g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "comparisonrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/glossator/Glossator/ui/gloss-comparison-row-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, pill);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, state_icon);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, state_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, place_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, badges);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, sides);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, old_side);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, new_side);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, old_caption);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonRowWidget, new_caption);
  gtk_widget_class_bind_template_callback (widget_class, click_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_press_pressed_cb);
}

static void
gloss_comparison_row_widget_init (GlossComparisonRowWidget *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->spoken_badges = g_ptr_array_new_with_free_func (g_free);
  self->old_part = (Side) { self->old_side, self->old_caption, g_array_new (FALSE, FALSE, sizeof (Block)), FALSE };
  self->new_part = (Side) { self->new_side, self->new_caption, g_array_new (FALSE, FALSE, sizeof (Block)), TRUE };

  /* The marks are drawn in other colours then. */
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gloss_comparison_row_widget_new (void)
{
  return g_object_new (GLOSS_TYPE_COMPARISON_ROW_WIDGET, NULL);
}

void
gloss_comparison_row_widget_set_row (GlossComparisonRowWidget *self,
                                     GlossComparison          *comparison,
                                     GlossComparisonRow       *row)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));
  g_return_if_fail ((comparison == NULL) == (row == NULL));

  gloss_comparison_row_widget_clear_badges (self);
  g_set_object (&self->comparison, comparison);
  if (g_set_object (&self->row, row))
    show_row (self);
}

GlossComparisonRow *
gloss_comparison_row_widget_get_row (GlossComparisonRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), NULL);

  return self->row;
}

void
gloss_comparison_row_widget_set_stacked (GlossComparisonRowWidget *self,
                                         gboolean                  stacked)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));

  if (self->stacked == stacked)
    return;

  self->stacked = stacked;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->sides, !stacked);
  gtk_box_set_spacing (self->sides, stacked ? 12 : 24);
  show_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
}

void
gloss_comparison_row_widget_add_badge (GlossComparisonRowWidget *self,
                                       GtkWidget                *badge,
                                       const char               *spoken)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));
  g_return_if_fail (GTK_IS_WIDGET (badge));
  g_return_if_fail (spoken != NULL);

  gtk_box_append (self->badges, badge);
  g_ptr_array_add (self->spoken_badges, g_strdup (spoken));
}

void
gloss_comparison_row_widget_clear_badges (GlossComparisonRowWidget *self)
{
  GtkWidget *badge;

  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));

  while ((badge = gtk_widget_get_first_child (GTK_WIDGET (self->badges))) != NULL)
    gtk_box_remove (self->badges, badge);
  g_ptr_array_set_size (self->spoken_badges, 0);
}

char *
gloss_comparison_row_widget_speak_badges (GlossComparisonRowWidget *self)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), NULL);

  for (guint i = 0; i < self->spoken_badges->len; i++)
    g_string_append_printf (spoken, "%s%s", i > 0 ? "; " : "", (char *) g_ptr_array_index (self->spoken_badges, i));

  return g_string_free_and_steal (g_steal_pointer (&spoken));
}

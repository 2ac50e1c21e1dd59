/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-clause-row"

#include "config.h"

#include "ui/gloss-clause-row-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-language.h"

/* The deepest level that still moves the text; the style sheet knows by how much. */
#define MAX_DEPTH 4

/* Milliseconds; the style sheet knows it too. */
#define FLASH_TIME 1200

G_DEFINE_FINAL_TYPE (GlossClauseRow, gloss_clause_row, GTK_TYPE_WIDGET)

enum
{
  PROP_SPEECH = 1,
  N_PROPS,
};

enum
{
  SIGNAL_PHRASE_BEGUN,
  SIGNAL_TEXT_CLICKED,
  SIGNAL_MARKER_CLICKED,
  SIGNAL_TEXT_LEFT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_kind_class (GlossClause *clause)
{
  switch (gloss_clause_get_kind (clause))
    {
    case GLOSS_CLAUSE_MASTHEAD:
      return "clause-masthead";
    case GLOSS_CLAUSE_TITLE:
      return "clause-title";
    case GLOSS_CLAUSE_ANNEX:
      return "clause-annex";
    case GLOSS_CLAUSE_FORMULA:
      return "clause-formula";
    case GLOSS_CLAUSE_SECTION:
      return "clause-section";
    case GLOSS_CLAUSE_NOTE:
      return "clause-note";
    case GLOSS_CLAUSE_SIGNATURE:
      return "clause-signature";
    case GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH:
    case GLOSS_CLAUSE_PARAGRAPH:
    case GLOSS_CLAUSE_ITEM:
    case GLOSS_CLAUSE_SUBITEM:
    default:
      return "clause-body";
    }
}

static const char *
get_depth_class (GlossClause *clause)
{
  static const char *const classes[MAX_DEPTH + 1] = { "depth-0", "depth-1", "depth-2", "depth-3", "depth-4" };

  return classes[MIN (gloss_clause_get_depth (clause), MAX_DEPTH)];
}

/* (nullable): what a reader should know of the wording. */
static const char *
get_state_text (GlossClause *clause)
{
  switch (gloss_clause_get_confirmation (clause))
    {
    case GLOSS_CONFIRMATION_PARTIAL:
      return _("The main phrases are confirmed, the rest is transcribed");
    case GLOSS_CONFIRMATION_TRANSCRIBED:
      return _("Transcribed, not yet confirmed");
    case GLOSS_CONFIRMATION_UNSTATED:
    case GLOSS_CONFIRMATION_CONFIRMED:
    default:
      return NULL;
    }
}

static void
update_speech (GlossClauseRow *self)
{
  g_autofree char *other_remark = gloss_clause_row_dup_other_remark (self);
  const char *label = gloss_clause_get_label (self->clause);
  const char *state = get_state_text (self->clause);
  g_autoptr (GString) name = g_string_new (label);

  if (*label != '\0')
    g_string_append_c (name, ' ');
  g_string_append (name, gloss_clause_get_text (self->clause));
  if (self->n_notes > 0)
    {
      /* Translators: said after the text of a clause that carries notes. */
      g_string_append (name, "; ");
      g_string_append_printf (name, ngettext ("%u note", "%u notes", self->n_notes), self->n_notes);
    }
  if (other_remark != NULL)
    g_string_append_printf (name, "; %s", other_remark);
  if (state != NULL)
    g_string_append_printf (name, "; %s", state);

  if (g_set_str (&self->speech, name->str))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEECH]);
}

static void
update_state_icon (GlossClauseRow *self)
{
  const char *state = get_state_text (self->clause);

  if (state != NULL && self->state_icon == NULL)
    {
      self->state_icon = gtk_image_new ();
      gtk_widget_set_valign (self->state_icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->state_icon, "clause-state");
      gtk_widget_insert_after (self->state_icon, GTK_WIDGET (self), GTK_WIDGET (self->text));
    }

  if (self->state_icon != NULL)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon),
                                    gloss_clause_get_confirmation (self->clause) == GLOSS_CONFIRMATION_PARTIAL
                                      ? "gloss-partly-confirmed-symbolic"
                                      : "gloss-transcribed-symbolic");
      gtk_widget_set_visible (self->state_icon, state != NULL);
      gtk_widget_set_tooltip_text (self->state_icon, state);
    }
}

static void
marker_clicked_cb (GlossClauseRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MARKER_CLICKED], 0);
}

static void
update_marker (GlossClauseRow *self)
{
  if (self->n_notes > 0 && self->marker == NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

      self->marker_count = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->marker_count), "numeric");
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("gloss-note-symbolic"));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marker_count));

      self->marker = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->marker), box);
      gtk_widget_set_valign (self->marker, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->marker, "flat");
      gtk_widget_add_css_class (self->marker, "clause-marker");
      g_signal_connect_swapped (self->marker, "clicked", G_CALLBACK (marker_clicked_cb), self);
      gtk_widget_insert_before (self->marker, GTK_WIDGET (self), NULL);
    }

  if (self->marker != NULL)
    {
      g_autofree char *count = g_strdup_printf ("%u", self->n_notes);
      g_autofree char *name = g_strdup_printf (ngettext ("%u note", "%u notes", self->n_notes), self->n_notes);

      gtk_label_set_text (self->marker_count, count);
      gtk_widget_set_visible (self->marker, self->n_notes > 0);
      gtk_widget_set_tooltip_text (self->marker, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->marker), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
flash_over_cb (gpointer user_data)
{
  GlossClauseRow *self = user_data;

  self->flash_id = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "flash");
}

static void
stop_flash (GlossClauseRow *self)
{
  g_clear_handle_id (&self->flash_id, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "flash");
}

static void
gloss_clause_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SPEECH:
      g_value_set_string (value, GLOSS_CLAUSE_ROW (object)->speech);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_clause_row_dispose (GObject *object)
{
  GlossClauseRow *self = GLOSS_CLAUSE_ROW (object);

  stop_flash (self);
  g_clear_handle_id (&self->click_id, g_source_remove);
  g_clear_pointer (&self->state_icon, gtk_widget_unparent);
  g_clear_pointer (&self->marker, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_CLAUSE_ROW);
  g_clear_object (&self->clause);

  G_OBJECT_CLASS (gloss_clause_row_parent_class)->dispose (object);
}

static void
gloss_clause_row_finalize (GObject *object)
{
  GlossClauseRow *self = GLOSS_CLAUSE_ROW (object);

  g_free (self->language);
  g_free (self->bar_class);
  g_free (self->speech);

  G_OBJECT_CLASS (gloss_clause_row_parent_class)->finalize (object);
}

static void
gloss_clause_row_class_init (GlossClauseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_clause_row_dispose;
  object_class->finalize = gloss_clause_row_finalize;
  object_class->get_property = gloss_clause_row_get_property;

  properties[PROP_SPEECH] =
      g_param_spec_string ("speech", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_PHRASE_BEGUN] =
      g_signal_new ("phrase-begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_TEXT_CLICKED] =
      g_signal_new ("text-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_MARKER_CLICKED] =
      g_signal_new ("marker-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_TEXT_LEFT] =
      g_signal_new ("text-left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-clause-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossClauseRow, bar);
  gtk_widget_class_bind_template_child (widget_class, GlossClauseRow, label);
  gtk_widget_class_bind_template_child (widget_class, GlossClauseRow, text);
  gloss_clause_row_bind_text_callbacks (widget_class);
}

static void
gloss_clause_row_init (GlossClauseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gloss_clause_row_new (void)
{
  return g_object_new (GLOSS_TYPE_CLAUSE_ROW, NULL);
}

void
gloss_clause_row_set_clause (GlossClauseRow *self,
                             GtkListItem    *item,
                             GlossClause    *clause,
                             const char     *language)
{
  GtkTextDirection direction;
  const char *label;

  g_return_if_fail (GLOSS_IS_CLAUSE_ROW (self));

  stop_flash (self);
  g_clear_handle_id (&self->click_id, g_source_remove);
  gloss_clause_row_clear_phrase (self);
  if (self->clause != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), get_kind_class (self->clause));
      gtk_widget_remove_css_class (self->bar, get_depth_class (self->clause));
    }

  self->item = item;
  g_set_object (&self->clause, clause);
  g_set_str (&self->language, language);
  if (clause == NULL)
    return;

  /* The label stands where a line of the text begins. */
  direction = gloss_language_find_direction (language, gloss_clause_get_text (clause));
  gtk_widget_set_direction (GTK_WIDGET (self), direction);
  gtk_widget_set_direction (self->bar, direction);

  gtk_widget_add_css_class (GTK_WIDGET (self), get_kind_class (clause));
  gtk_widget_add_css_class (self->bar, get_depth_class (clause));

  label = gloss_clause_get_label (clause);
  gtk_label_set_text (self->label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->label), *label != '\0');
  gloss_language_apply (language, self->label, NULL);
  gtk_widget_set_direction (GTK_WIDGET (self->label), direction);
  gtk_label_set_text (self->text, gloss_clause_get_text (clause));
  update_state_icon (self);
}

GlossClause *
gloss_clause_row_get_clause (GlossClauseRow *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE_ROW (self), NULL);

  return self->clause;
}

void
gloss_clause_row_set_marks (GlossClauseRow *self,
                            PangoAttrList  *attributes,
                            guint           n_notes,
                            const char     *bar_class)
{
  g_return_if_fail (GLOSS_IS_CLAUSE_ROW (self));
  g_return_if_fail (self->clause != NULL);

  gloss_language_apply (self->language, self->text, attributes);

  if (self->bar_class != NULL)
    gtk_widget_remove_css_class (self->bar, self->bar_class);
  g_set_str (&self->bar_class, bar_class);
  if (bar_class != NULL)
    gtk_widget_add_css_class (self->bar, bar_class);

  self->n_notes = n_notes;
  update_marker (self);
  update_speech (self);
}

void
gloss_clause_row_set_n_from_other (GlossClauseRow *self,
                                   guint           n_from_other)
{
  g_return_if_fail (GLOSS_IS_CLAUSE_ROW (self));

  self->n_from_other = n_from_other;
}

char *
gloss_clause_row_dup_other_remark (GlossClauseRow *self)
{
  g_return_val_if_fail (GLOSS_IS_CLAUSE_ROW (self), NULL);

  if (self->n_from_other == 0)
    return NULL;

  /* Translators: of a clause that is read beside its translation. */
  return g_strdup_printf (ngettext ("On the clause: %u note whose words are in the other language",
                                    "On the clause: %u notes whose words are in the other language",
                                    self->n_from_other),
                          self->n_from_other);
}

void
gloss_clause_row_flash (GlossClauseRow *self)
{
  g_return_if_fail (GLOSS_IS_CLAUSE_ROW (self));

  stop_flash (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flash");
  self->flash_id = g_timeout_add_once (FLASH_TIME, flash_over_cb, self);
}

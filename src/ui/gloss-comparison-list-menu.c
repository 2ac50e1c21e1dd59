/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-list"

#include "config.h"

#include "ui/gloss-comparison-list-private.h"

#include "ui/gloss-clause-text.h"
#include "ui/gloss-comparison-menu.h"

static GlossClause *
find_clause (GlossComparisonList  *self,
             GVariant             *parameter,
             GlossDocument       **document)
{
  const char *id;
  gboolean is_new;

  if (self->comparison == NULL)
    return NULL;

  g_variant_get (parameter, "(b&s)", &is_new, &id);
  *document = is_new ? gloss_comparison_get_new_document (self->comparison)
                     : gloss_comparison_get_old_document (self->comparison);
  return gloss_document_find_clause (*document, id);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GlossDocument *document;
  GlossClause *clause = find_clause (self, parameter, &document);

  if (clause != NULL)
    gloss_comparison_list_emit_activated (self, document, clause);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GlossDocument *document;
  GlossClause *clause = find_clause (self, parameter, &document);
  g_autoptr (GtkBitset) selection = NULL;
  g_autofree char *text = NULL;

  if (clause == NULL)
    return;

  selection = gtk_bitset_new_range (gloss_clause_get_position (clause), 1);
  text = gloss_clause_text_copy (document, selection);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
toggle_fold_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GlossComparisonRow *row = gloss_comparison_find_new (self->comparison, g_variant_get_string (parameter, NULL));

  if (row != NULL)
    gloss_comparison_list_toggle_fold (self, row);
}

static void
follow_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GlossComparisonRow *row;
  const char *id;
  gboolean is_away;

  g_variant_get (parameter, "(b&s)", &is_away, &id);
  row = gloss_comparison_find_new (self->comparison, id);
  if (row != NULL)
    gloss_comparison_list_go_to_row (self, row, !is_away);
}

/* @x, @y: coordinates of @row_widget. */
void
gloss_comparison_list_popup_menu (GlossComparisonList *self,
                                  GtkWidget           *row_widget,
                                  double               x,
                                  double               y)
{
  GlossComparisonRow *row = gloss_comparison_list_get_current_row (self);
  g_autoptr (GMenu) menu = NULL;
  graphene_point_t point;

  if (row == NULL ||
      !gtk_widget_compute_point (row_widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  menu = gloss_comparison_menu_new (row);
  gloss_comparison_list_emit_menu (self, row, menu);
  gloss_context_menu_popup (self->menu, G_MENU_MODEL (menu), point.x, point.y);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonList *self = GLOSS_COMPARISON_LIST (widget);
  GtkWidget *row_widget =
    gloss_comparison_list_find_row_widget (self, gtk_single_selection_get_selected (self->selection));

  if (row_widget != NULL)
    gloss_comparison_list_popup_menu (self, row_widget, 12, 12);
}

void
gloss_comparison_list_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.open", "(bs)", open_action);
  gtk_widget_class_install_action (widget_class, "comparison.copy", "(bs)", copy_action);
  gtk_widget_class_install_action (widget_class, "comparison.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "comparison.toggle-fold", "s", toggle_fold_action);
  gtk_widget_class_install_action (widget_class, "comparison.follow", "(bs)", follow_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "comparison.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "comparison.menu", NULL);
}

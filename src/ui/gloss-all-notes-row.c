/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-row"

#include "config.h"

#include "ui/gloss-all-notes-row.h"

#include "ui/gloss-all-notes-card.h"

/* Pixels that a row takes as long as nothing is in it: less than with something, so that no row is
 * taken to be off the screen that is not. */
#define EMPTY_HEIGHT 64

struct _GlossAllNotesRow
{
  GtkWidget          parent_instance;

  GPtrArray         *spare;
  GlossAllNotesCard *card; /* NULL: empty */
  GtkListItem       *item;
  GlossAnnotation   *annotation;
};

G_DEFINE_FINAL_TYPE (GlossAllNotesRow, gloss_all_notes_row, GTK_TYPE_WIDGET)

static void
empty (GlossAllNotesRow *self)
{
  if (self->card == NULL)
    return;

  if (self->item != NULL)
    gtk_list_item_set_accessible_label (self->item, "");
  gloss_all_notes_card_clear (self->card);
  g_ptr_array_add (self->spare, g_object_ref (self->card));
  gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, EMPTY_HEIGHT);
}

static void
gloss_all_notes_row_dispose (GObject *object)
{
  GlossAllNotesRow *self = GLOSS_ALL_NOTES_ROW (object);

  self->item = NULL;
  empty (self);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (gloss_all_notes_row_parent_class)->dispose (object);
}

static void
gloss_all_notes_row_finalize (GObject *object)
{
  g_ptr_array_unref (GLOSS_ALL_NOTES_ROW (object)->spare);

  G_OBJECT_CLASS (gloss_all_notes_row_parent_class)->finalize (object);
}

static void
gloss_all_notes_row_class_init (GlossAllNotesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_all_notes_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = gloss_all_notes_row_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gloss_all_notes_row_init (GlossAllNotesRow *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, EMPTY_HEIGHT);
}

GtkWidget *
gloss_all_notes_row_new (GPtrArray *spare)
{
  GlossAllNotesRow *self = g_object_new (GLOSS_TYPE_ALL_NOTES_ROW, NULL);

  self->spare = g_ptr_array_ref (spare);

  return GTK_WIDGET (self);
}

void
gloss_all_notes_row_bind (GlossAllNotesRow *self,
                          GtkListItem      *item,
                          GlossAnnotation  *annotation)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_ROW (self));

  empty (self);
  self->item = annotation != NULL ? item : NULL;
  g_set_object (&self->annotation, annotation);
}

void
gloss_all_notes_row_fill (GlossAllNotesRow *self,
                          GlossNotePlaces  *places,
                          const char       *search)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_ROW (self));

  if (self->annotation == NULL)
    return;

  if (self->card != NULL)
    {
      gloss_all_notes_card_mark (self->card, search);
      return;
    }

  if (self->spare->len > 0)
    {
      g_autoptr (GlossAllNotesCard) card = g_ptr_array_steal_index (self->spare, self->spare->len - 1);

      self->card = card;
      gtk_widget_set_parent (GTK_WIDGET (card), GTK_WIDGET (self));
    }
  else
    {
      self->card = gloss_all_notes_card_new ();
      gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
    }
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  gloss_all_notes_card_show (self->card, self->item, self->annotation, places, search);
}

void
gloss_all_notes_row_update (GlossAllNotesRow *self)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_ROW (self));

  if (self->card != NULL)
    gloss_all_notes_card_update (self->card);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"

GlossColor
gloss_reader_page_get_color (GlossReaderPage *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "highlight-color");
  GlossColor color = GLOSS_COLOR_YELLOW;

  gloss_color_from_string (name, &color);
  return color;
}

static void
color_changed_cb (GlossReaderPage *self)
{
  gloss_color_picker_set_color (self->color_picker, gloss_reader_page_get_color (self));
}

static void
color_picked_cb (GlossReaderPage *self,
                 int              color)
{
  g_settings_set_string (self->settings, "highlight-color", gloss_color_to_string (color));
  gtk_popover_popdown (self->color_popover);
}

/* (transfer full) (nullable): where a new note goes: on the selected phrase, else on the first
 * selected clause. */
static GlossAnchor *
create_anchor (GlossReaderPage *self)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossDocument *document = gloss_reader_view_get_document (self->view);
  GlossClause *clause;
  guint start, end;

  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    return gloss_anchor_new_for_phrase (document, clause, start, end);

  if (gtk_bitset_is_empty (selection))
    return NULL;

  clause = gloss_document_get_clause (document, gtk_bitset_get_minimum (selection));
  return gloss_anchor_new_for_clause (document, clause);
}

/* (transfer none) (nullable): a new note on what is selected. A phrase that was chosen stays marked,
 * whether or not something is written on it. */
static GlossPlacedNote *
create_note (GlossReaderPage *self)
{
  g_autoptr (GlossAnchor) anchor = self->notes != NULL ? create_anchor (self) : NULL;
  GlossColor color = gloss_reader_page_get_color (self);
  GlossPlacedNote *note;

  if (anchor == NULL)
    return NULL;

  gloss_notes_pane_commit (self->notes_pane);
  note = gloss_anchor_has_phrase (anchor)
             ? gloss_placed_notes_add_tagged (self->notes, anchor, color, gloss_kept_tags_get (self->kept_tags))
             : gloss_placed_notes_begin (self->notes, anchor, color);
  gloss_reader_view_clear_phrase (self->view);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);

  return note;
}

void
gloss_reader_page_write_note (GlossReaderPage *self)
{
  GlossPlacedNote *note = create_note (self);

  if (note != NULL)
    gloss_notes_pane_show_note (self->notes_pane, note, TRUE);
}

static void
add_highlight (GlossReaderPage *self,
               GlossClause     *clause,
               guint            start,
               guint            end,
               GlossColor       color)
{
  g_autoptr (GlossAnchor) anchor =
      gloss_anchor_new_for_phrase (gloss_reader_view_get_document (self->view), clause, start, end);

  gloss_placed_notes_add_tagged (self->notes, anchor, color, gloss_kept_tags_get (self->kept_tags));
}

static void
highlight (GlossReaderPage *self,
           GlossColor       color)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossDocument *document = gloss_reader_view_get_document (self->view);
  g_autofree char *name = gloss_vocabulary_describe_color (gloss_vocabulary_get_default (), color);
  g_autofree char *message = NULL;
  GlossClause *clause;
  guint start, end;

  if (self->notes == NULL)
    return;

  gloss_notes_pane_commit (self->notes_pane);
  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    add_highlight (self, clause, start, end, color);
  else
    /* Without a phrase, all the words of each selected clause. */
    for (guint i = 0; i < gtk_bitset_get_size (selection); i++)
      {
        clause = gloss_document_get_clause (document, gtk_bitset_get_nth (selection, i));
        if (gloss_clause_get_n_chars (clause) > 0)
          add_highlight (self, clause, 0, gloss_clause_get_n_chars (clause), color);
      }

  gloss_reader_view_clear_phrase (self->view);

  /* Translators: %s is what the colour means, and which it is. */
  message = g_strdup_printf (_("Highlighted: %s"), name);
  if (g_settings_get_boolean (self->settings, "show-marks"))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    gloss_reader_page_say (self, _("Highlighted; marks are hidden"));
}

static gboolean
is_focus_in_notes (GlossReaderPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->notes_pane));
}

/* (transfer none) (nullable): the chosen note, where the reader still is with it: in the list of
 * notes, or on its clause. */
static GlossPlacedNote *
get_meant_note (GlossReaderPage *self)
{
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self->notes_pane);
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossDocument *document = gloss_reader_view_get_document (self->view);
  GlossClause *clause = note != NULL ? gloss_placed_note_get_placement (note)->clause : NULL;

  if (note == NULL || is_focus_in_notes (self))
    return note;

  clause = clause != NULL && document != NULL ? gloss_document_find_clause (document, gloss_clause_get_id (clause)) : NULL;
  return clause != NULL && gtk_bitset_contains (selection, gloss_clause_get_position (clause)) ? note : NULL;
}

/* With words selected, they are highlighted in that colour; else the chosen note gets it; else the
 * next one will. */
static void
color_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  int number = g_variant_get_int32 (parameter);
  GlossColor color = (GlossColor) (number - 1);
  GlossPlacedNote *note;
  g_autofree char *name = NULL;
  GlossClause *clause;
  guint start, end;

  if (number < 1 || number > GLOSS_N_COLORS)
    return;

  name = gloss_vocabulary_describe_color (gloss_vocabulary_get_default (), color);
  note = get_meant_note (self);
  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    {
      g_settings_set_string (self->settings, "highlight-color", gloss_color_to_string (color));
      highlight (self, color);
    }
  else if (note != NULL)
    {
      gloss_notes_pane_commit (self->notes_pane);
      gloss_placed_notes_set_color (self->notes, note, color);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    {
      /* Translators: %s is what the colour means, and which it is. */
      g_autofree char *message = g_strdup_printf (_("Next highlight: %s"), name);

      g_settings_set_string (self->settings, "highlight-color", gloss_color_to_string (color));
      gloss_reader_page_say (self, message);
    }
}

static void
new_note_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gloss_reader_page_write_note (GLOSS_READER_PAGE (widget));
}

static void
new_document_note_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  g_autoptr (GlossAnchor) anchor = NULL;
  GlossPlacedNote *note;

  if (self->notes == NULL)
    return;

  gloss_notes_pane_commit (self->notes_pane);
  anchor = gloss_anchor_new_for_clause (gloss_reader_view_get_document (self->view), NULL);
  note = gloss_placed_notes_begin (self->notes, anchor, gloss_reader_page_get_color (self));
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gloss_notes_pane_show_note (self->notes_pane, note, TRUE);
}

static void
highlight_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);

  highlight (self, gloss_reader_page_get_color (self));
}

/* (transfer none) (nullable): a note on the first selected clause. */
static GlossPlacedNote *
find_note_here (GlossReaderPage *self)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GPtrArray *notes;

  if (self->notes == NULL || gtk_bitset_is_empty (selection))
    return NULL;

  notes = gloss_placed_notes_get_on_clause_in (self->notes, gloss_reader_view_get_active (self->view),
                                               gtk_bitset_get_minimum (selection));
  return notes != NULL ? g_ptr_array_index (notes, 0) : NULL;
}

static void
tag_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  GlossPlacedNote *note = get_meant_note (self);
  GlossClause *clause;
  guint start, end;

  if (self->notes == NULL)
    return;

  if (gloss_reader_view_get_phrase (self->view, &clause, &start, &end))
    note = create_note (self);
  if (note == NULL)
    note = find_note_here (self);
  if (note == NULL)
    note = create_note (self);
  if (note == NULL)
    return;

  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gloss_notes_pane_tag_note (self->notes_pane, note);
}

/* What a screen reader says where only a mark moves. */
static void
announce_note (GlossReaderPage *self,
               GlossPlacedNote *note)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
  g_autofree char *citation = gloss_placed_note_dup_citation (note);
  g_autofree char *quotation = gloss_anchor_dup_quotation (gloss_annotation_get_anchor (annotation), NULL);
  const char *text = gloss_annotation_get_note (annotation);
  /* Translators: the first %s is the place of a note, the second one what it says. */
  g_autofree char *message = g_strdup_printf (C_("note", "%s: %s"), citation, *text != '\0' ? text : quotation);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Where the walk from note to note begins: at the chosen note, else at the selected clause, else at
 * the top. @on: (out) TRUE when the note at that position is the chosen one. */
static guint
find_start (GlossReaderPage *self,
            gboolean        *on)
{
  GListModel *notes = G_LIST_MODEL (self->notes);
  GlossPlacedNote *meant = get_meant_note (self);
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  guint n_notes = g_list_model_get_n_items (notes);
  guint position;

  *on = meant != NULL && gloss_placed_notes_find (self->notes, meant, &position);
  if (*on)
    return position;

  for (position = 0; position < n_notes && !gtk_bitset_is_empty (selection); position++)
    {
      g_autoptr (GlossPlacedNote) note = g_list_model_get_item (notes, position);
      GlossClause *clause = gloss_placed_note_get_placement (note)->clause;

      if (clause != NULL && gloss_clause_get_position (clause) >= gtk_bitset_get_minimum (selection))
        return position;
    }

  return gtk_bitset_is_empty (selection) ? 0 : n_notes;
}

static void
mark_step_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  gboolean forwards = g_str_equal (action_name, "reader.next-mark");
  gboolean in_notes = is_focus_in_notes (self);
  g_autoptr (GlossPlacedNote) note = NULL;
  GlossClause *clause;
  guint n_notes, position;
  gboolean on;

  n_notes = self->notes != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->notes)) : 0;
  if (n_notes == 0)
    return;

  /* Round the end, as a search goes. */
  position = find_start (self, &on);
  if (forwards)
    position = (on ? position + 1 : position) % n_notes;
  else
    position = (position + n_notes - 1) % n_notes;

  note = g_list_model_get_item (G_LIST_MODEL (self->notes), position);
  if (!self->collapsed)
    adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gloss_notes_pane_show_note (self->notes_pane, note, FALSE);

  clause = gloss_placed_note_get_placement (note)->clause;
  if (clause != NULL)
    gloss_reader_view_show_clause_in (self->view, gloss_placed_note_get_side (note), gloss_clause_get_position (clause),
                                      GLOSS_READER_SELECT | GLOSS_READER_FLASH | (in_notes ? 0 : GLOSS_READER_FOCUS));
  announce_note (self, note);
}

/* One after the other, those on the selected clause. */
static void
next_note_here_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (widget);
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GPtrArray *notes;
  guint next = 0;

  if (self->notes == NULL || gtk_bitset_is_empty (selection))
    return;

  notes = gloss_placed_notes_get_on_clause_in (self->notes, gloss_reader_view_get_active (self->view),
                                               gtk_bitset_get_minimum (selection));
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (g_ptr_array_index (notes, i) == gloss_notes_pane_get_selected (self->notes_pane))
      next = (i + 1) % notes->len;

  if (notes != NULL)
    gloss_reader_page_pick_note (self, g_ptr_array_index (notes, next));
}

static void
kept_tags_cb (GlossReaderPage *self)
{
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self->notes_pane);

  if (gloss_kept_tags_get (self->kept_tags) != NULL)
    gloss_kept_tags_begin (self->kept_tags, note != NULL
                                              ? gloss_annotation_get_tags (gloss_placed_note_get_annotation (note))
                                              : NULL);
}

static void
show_marks_cb (GlossReaderPage *self)
{
  gloss_reader_view_set_show_marks (self->view, g_settings_get_boolean (self->settings, "show-marks"));
}

void
gloss_reader_page_install_marks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.new-note", NULL, new_note_action);
  gtk_widget_class_install_action (widget_class, "reader.new-document-note", NULL, new_document_note_action);
  gtk_widget_class_install_action (widget_class, "reader.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "reader.color", "i", color_action);
  gtk_widget_class_install_action (widget_class, "reader.tag", NULL, tag_action);
  gtk_widget_class_install_action (widget_class, "reader.next-mark", NULL, mark_step_action);
  gtk_widget_class_install_action (widget_class, "reader.previous-mark", NULL, mark_step_action);
  gtk_widget_class_install_action (widget_class, "reader.next-note-here", NULL, next_note_here_action);
}

void
gloss_reader_page_init_marks (GlossReaderPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) show_marks = g_settings_create_action (self->settings, "show-marks");
  g_autoptr (GPropertyAction) keep_tag = g_property_action_new ("keep-tag", self->kept_tags, "active");

  g_action_map_add_action (G_ACTION_MAP (group), show_marks);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (keep_tag));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "marks", G_ACTION_GROUP (group));

  g_signal_connect_object (self->kept_tags, "notify::active", G_CALLBACK (kept_tags_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-marks", G_CALLBACK (show_marks_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::highlight-color", G_CALLBACK (color_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->color_picker, "color-picked", G_CALLBACK (color_picked_cb), self, G_CONNECT_SWAPPED);
  color_changed_cb (self);
  show_marks_cb (self);
}

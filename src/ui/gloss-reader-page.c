/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-page"

#include "config.h"

#include "ui/gloss-reader-page-private.h"

#include "ui/gloss-clause-text.h"

/* Milliseconds without scrolling after which the place is written down. */
#define PLACE_PAUSE 800

G_DEFINE_FINAL_TYPE (GlossReaderPage, gloss_reader_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_DOCUMENT = 1,
  PROP_NARROW,
  PROP_COLLAPSED,
  PROP_SHOW_NOTES,
  PROP_BESIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Below the title: what is selected, else what is read. */
void
gloss_reader_page_update_title (GlossReaderPage *self)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  g_autofree char *subtitle = NULL;
  gboolean selected = !gtk_bitset_is_empty (selection);

  if (self->document == NULL)
    subtitle = g_strdup ("");
  else
    {
      g_autofree char *languages = gloss_reader_page_dup_languages (self);
      g_autofree char *name = selected ? gloss_clause_text_name (gloss_reader_view_get_document (self->view), selection)
                                       : g_strdup (gloss_document_get_symbol (self->document));

      subtitle = selected && self->rows == NULL ? g_steal_pointer (&name)
                                                : g_strdup_printf ("%s · %s", name, languages);
    }

  /* In a narrow header there is no room for a citation: it gets a line of its own. */
  adw_window_title_set_subtitle (self->window_title, self->narrow ? "" : subtitle);
  gtk_label_set_text (self->citation, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->citation), self->narrow && *subtitle != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.new-note", selected && self->notes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.highlight", selected && self->notes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.tag", selected && self->notes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.new-document-note", self->notes != NULL);
}

void
gloss_reader_page_update_undo (GlossReaderPage *self)
{
  GlossAnnotationStore *store = gloss_reader_page_get_undo_store (self);
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (store != NULL)
    g_object_get (store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.redo", can_redo);
}

gboolean
gloss_reader_page_get_place (GlossReaderPage   *self,
                             GlossReadingPlace *place)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (self->view);
  GlossClause *top = gloss_reader_view_get_top_clause (self->view);
  GlossClause *selected = NULL;

  *place = (GlossReadingPlace) { NULL, NULL };
  if (self->document == NULL || top == NULL)
    return FALSE;

  if (!gtk_bitset_is_empty (selection))
    selected = gloss_document_get_clause (gloss_reader_view_get_document (self->view), gtk_bitset_get_minimum (selection));
  place->top_id = g_strdup (gloss_clause_get_id (top));
  place->selected_id = g_strdup (selected != NULL ? gloss_clause_get_id (selected) : "");
  return TRUE;
}

static void
save_place (GlossReaderPage *self)
{
  g_auto (GlossReadingPlace) place = { NULL, NULL };

  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_handle_id (&self->open_id, g_source_remove);
  if (gloss_reader_page_get_place (self, &place))
    gloss_reading_places_save (self->settings, self->key, place.top_id, place.selected_id);
}

static void
save_place_cb (gpointer user_data)
{
  GlossReaderPage *self = user_data;

  self->place_id = 0;
  save_place (self);
}

static void
place_changed_cb (GlossReaderPage *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_handle_id (&self->open_id, g_source_remove);
  self->place_id = g_timeout_add_once (PLACE_PAUSE, save_place_cb, self);
}

static void
restore_place (GlossReaderPage *self)
{
  g_auto (GlossReadingPlace) place = { NULL, NULL };

  gloss_reading_places_load (self->settings, self->key, &place);
  gloss_reader_view_restore (self->view,
                             gloss_document_find_clause (self->document, place.top_id),
                             gloss_document_find_clause (self->document, place.selected_id));
}

static void
selection_changed_cb (GlossReaderPage *self)
{
  gloss_reader_page_update_title (self);
  if (self->document != NULL)
    place_changed_cb (self);
}

void
gloss_reader_page_pick_note (GlossReaderPage *self,
                             GlossPlacedNote *note)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gloss_notes_pane_show_note (self->notes_pane, note, FALSE);
}

static void
note_selected_cb (GlossReaderPage *self,
                  GlossPlacedNote *note)
{
  GlossClause *clause = note != NULL ? gloss_placed_note_get_placement (note)->clause : NULL;

  gloss_reader_view_set_current_note (self->view, note);
  if (clause != NULL)
    gloss_reader_view_show_clause_in (self->view, gloss_placed_note_get_side (note), gloss_clause_get_position (clause),
                                      GLOSS_READER_FLASH);
}

static void
note_left_cb (GlossReaderPage *self)
{
  if (self->collapsed)
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gloss_reader_view_grab_text_focus (self->view);
}

/* Enter on a clause: its note is written on, or a new one. */
static void
clause_activated_cb (GlossReaderPage *self,
                     guint            side,
                     guint            position)
{
  GPtrArray *notes = self->notes != NULL ? gloss_placed_notes_get_on_clause_in (self->notes, side, position) : NULL;

  if (notes == NULL)
    {
      gloss_reader_page_write_note (self);
      return;
    }

  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gloss_notes_pane_show_note (self->notes_pane, g_ptr_array_index (notes, 0), TRUE);
}

static void
matches_changed_cb (GlossReaderPage *self)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    gloss_reader_view_set_matches (self->view, side, gloss_find_bar_get_matches (self->find_bar, side),
                                   gloss_find_bar_get_current (self->find_bar, side));
}

static void
match_chosen_cb (GlossReaderPage *self,
                 guint            side,
                 guint            position)
{
  gloss_reader_view_show_clause_in (self->view, side, position, GLOSS_READER_SELECT);
}

static void
find_closed_cb (GlossReaderPage *self)
{
  gloss_reader_view_grab_text_focus (self->view);
}

static void
set_show_notes (GlossReaderPage *self,
                gboolean         shown)
{
  if (self->show_notes == shown)
    return;

  if (!shown)
    gloss_notes_pane_commit (self->notes_pane);
  self->show_notes = shown;
  if (!self->collapsed)
    g_settings_set_boolean (self->settings, "show-notes", shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_NOTES]);
}

/* Beside the text the notes are as the user left them, which is remembered; over it they only come
 * when called. */
static void
set_collapsed (GlossReaderPage *self,
               gboolean         collapsed)
{
  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
  set_show_notes (self, !collapsed && g_settings_get_boolean (self->settings, "show-notes"));
}

static void
set_narrow (GlossReaderPage *self,
            gboolean         narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;

  /* Where large text makes the window narrow, the pane grows no wider than the window with it. */
  adw_overlay_split_view_set_sidebar_width_unit (self->split_view, narrow ? ADW_LENGTH_UNIT_PX : ADW_LENGTH_UNIT_SP);

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "narrow");
  gloss_reader_page_update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
gloss_reader_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (object);

  switch (property_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_NOTES:
      g_value_set_boolean (value, self->show_notes);
      break;
    case PROP_BESIDE:
      g_value_set_string (value, gloss_reader_page_get_beside (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_reader_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (object);

  switch (property_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_NOTES:
      set_show_notes (self, g_value_get_boolean (value));
      break;
    case PROP_BESIDE:
      gloss_reader_page_set_beside (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
close_document (GlossReaderPage *self)
{
  gloss_reader_page_commit (self);
  gloss_reader_page_dismiss_toast (self);
  gloss_reader_page_close_notes (self);
}

static void
gloss_reader_page_dispose (GObject *object)
{
  GlossReaderPage *self = GLOSS_READER_PAGE (object);

  if (self->document != NULL)
    {
      close_document (self);
      gloss_notes_pane_set_notes (self->notes_pane, NULL, NULL);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "marks", NULL);
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_handle_id (&self->open_id, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->rows);
  g_clear_object (&self->notes);
  g_clear_object (&self->notebook);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_READER_PAGE);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gloss_reader_page_parent_class)->dispose (object);
}

static void
gloss_reader_page_finalize (GObject *object)
{
  g_free (GLOSS_READER_PAGE (object)->key);

  G_OBJECT_CLASS (gloss_reader_page_parent_class)->finalize (object);
}

static void
gloss_reader_page_class_init (GlossReaderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_reader_page_dispose;
  object_class->finalize = gloss_reader_page_finalize;
  object_class->get_property = gloss_reader_page_get_property;
  object_class->set_property = gloss_reader_page_set_property;

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, GLOSS_TYPE_DOCUMENT,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] =
      g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_NOTES] =
      g_param_spec_boolean ("show-notes", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BESIDE] =
      g_param_spec_string ("beside", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gloss_reader_page_install_actions (widget_class);
  gloss_reader_page_install_parallel (widget_class);
  gtk_widget_class_install_property_action (widget_class, "reader.show-notes", "show-notes");

  g_type_ensure (GLOSS_TYPE_COLOR_PICKER);
  g_type_ensure (GLOSS_TYPE_FIND_BAR);
  g_type_ensure (GLOSS_TYPE_KEPT_TAGS);
  g_type_ensure (GLOSS_TYPE_LOADING_BAR);
  g_type_ensure (GLOSS_TYPE_NOTES_PANE);
  g_type_ensure (GLOSS_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-reader-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, citation);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, view);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, notes_pane);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, kept_tags);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, color_picker);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, color_popover);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderPage, languages_menu);
  gtk_widget_class_bind_template_callback (widget_class, matches_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_closed_cb);
  gloss_reader_page_bind_notes_callbacks (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "note_picked_cb", G_CALLBACK (gloss_reader_page_pick_note));
  gtk_widget_class_bind_template_callback (widget_class, clause_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "note_removed_cb", G_CALLBACK (gloss_reader_page_offer_undo));
  gtk_widget_class_bind_template_callback (widget_class, note_left_cb);
}

static void
gloss_reader_page_init (GlossReaderPage *self)
{
  self->settings = g_settings_new ("io.github.glossator.Glossator");
  self->show_notes = g_settings_get_boolean (self->settings, "show-notes");

  gtk_widget_init_template (GTK_WIDGET (self));

  gloss_reader_page_init_marks (self);
  gloss_reader_page_update_title (self);
  gloss_reader_page_update_undo (self);
  gloss_reader_page_update_languages (self);
}

void
gloss_reader_page_show_texts (GlossReaderPage      *self,
                              GlossAnnotationStore *store)
{
  gloss_reader_page_take_store (self, store);

  gloss_kept_tags_set_notebook (self->kept_tags, self->notebook);
  gloss_notes_pane_set_notes (self->notes_pane, self->notes, self->notebook);
  if (self->rows != NULL)
    {
      gloss_find_bar_set_parallel (self->find_bar, self->rows);
      gloss_reader_view_set_parallel (self->view, self->rows, self->notes);
    }
  else
    {
      gloss_find_bar_set_document (self->find_bar, self->document);
      gloss_reader_view_set_document (self->view, self->document, self->notes);
    }

  restore_place (self);
  gloss_reader_page_update_title (self);
}

void
gloss_reader_page_open (GlossReaderPage *self,
                        GlossDocument   *document,
                        const char      *key,
                        GlossNotebook   *notebook)
{
  g_return_if_fail (GLOSS_IS_READER_PAGE (self));
  g_return_if_fail (GLOSS_IS_DOCUMENT (document));
  g_return_if_fail (key != NULL);

  if (self->document != NULL)
    close_document (self);

  g_clear_object (&self->rows);
  g_set_object (&self->document, document);
  g_set_object (&self->notebook, notebook);
  g_set_str (&self->key, key);

  gloss_reader_page_open_notes (self);
  adw_window_title_set_title (self->window_title, gloss_document_get_short_title (document));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), gloss_document_get_short_title (document));
  gloss_reader_page_update_languages (self);
  gloss_reader_page_update_undo (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BESIDE]);
}

GlossDocument *
gloss_reader_page_get_document (GlossReaderPage *self)
{
  g_return_val_if_fail (GLOSS_IS_READER_PAGE (self), NULL);

  return self->document;
}

const char *
gloss_reader_page_get_key (GlossReaderPage *self)
{
  g_return_val_if_fail (GLOSS_IS_READER_PAGE (self), NULL);

  return self->key;
}

void
gloss_reader_page_show_clause (GlossReaderPage *self,
                               const char      *id)
{
  GlossParallelSide side = GLOSS_PARALLEL_FIRST;
  GlossClause *clause;

  g_return_if_fail (GLOSS_IS_READER_PAGE (self));

  clause = self->document != NULL ? gloss_document_find_clause (self->document, id) : NULL;
  if (clause == NULL && self->rows != NULL)
    {
      side = GLOSS_PARALLEL_SECOND;
      clause = gloss_document_find_clause (gloss_parallel_rows_get_document (self->rows, side), id);
    }

  if (clause != NULL)
    gloss_reader_view_show_clause_in (self->view, side, gloss_clause_get_position (clause),
                                      GLOSS_READER_SELECT | GLOSS_READER_FOCUS | GLOSS_READER_FLASH);
}

void
gloss_reader_page_refresh (GlossReaderPage *self)
{
  GlossAnnotationStore *store;

  g_return_if_fail (GLOSS_IS_READER_PAGE (self));

  /* What is wrong still, the store says itself. */
  store = gloss_reader_page_get_store (self);
  if (store != NULL)
    gloss_annotation_store_flush (store, NULL);
}

void
gloss_reader_page_show_annotation (GlossReaderPage *self,
                                   GlossAnnotation *annotation)
{
  GlossPlacedNote *note;
  GlossClause *clause;

  g_return_if_fail (GLOSS_IS_READER_PAGE (self));
  g_return_if_fail (GLOSS_IS_ANNOTATION (annotation));

  if (self->notes == NULL)
    {
      g_set_object (&self->awaited, annotation);
      return;
    }

  note = gloss_placed_notes_lookup (self->notes, annotation);
  if (note == NULL)
    return;

  /* Where the notes would cover the text, the text is what was asked for; a note without a place
   * has nothing else to be shown. */
  clause = gloss_placed_note_get_placement (note)->clause;
  if (!self->collapsed || clause == NULL)
    gloss_reader_page_pick_note (self, note);
  if (clause != NULL)
    gloss_reader_page_show_clause (self, gloss_clause_get_id (clause));
}

void
gloss_reader_page_commit (GlossReaderPage *self)
{
  g_return_if_fail (GLOSS_IS_READER_PAGE (self));

  gloss_notes_pane_commit (self->notes_pane);
  save_place (self);
}

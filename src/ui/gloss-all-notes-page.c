/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-page"

#include "config.h"

#include "ui/gloss-all-notes-page-private.h"

#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-entry-undo.h"
#include "ui/gloss-store-banner.h"

G_DEFINE_FINAL_TYPE (GlossAllNotesPage, gloss_all_notes_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_SORT = 1,
  PROP_NARROW,
  N_PROPS,
};

enum
{
  SIGNAL_NOTE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What there is, and what is shown of it. */

static void
update_count (GlossAllNotesPage *self)
{
  guint n_notes = gloss_note_list_get_n_all (self->list);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean pending = gloss_note_list_is_pending (self->list);
  g_autofree char *text = NULL;

  if (gloss_note_list_is_filtered (self->list))
    /* Translators: how many notes are shown of how many there are. */
    text = g_strdup_printf (ngettext ("%u of %u note", "%u of %u notes", n_notes), n_shown, n_notes);
  else
    text = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);
  adw_window_title_set_subtitle (self->window_title, n_notes > 0 ? text : "");

  if (n_notes == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (n_shown > 0)
    gtk_stack_set_visible_child_name (self->stack, "notes");
  else if (!pending)
    gtk_stack_set_visible_child_name (self->stack, "no-results");

  if (self->searching && !pending)
    {
      self->searching = FALSE;
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
shown_changed_cb (GlossAllNotesPage *self)
{
  update_count (self);
  gloss_all_notes_page_update_actions (self);
}

static void
update_problem (GlossAllNotesPage *self)
{
  gloss_store_banner_update (self->banner, gloss_store_banner_find (G_LIST_MODEL (self->notebook)));
}

static void
banner_cb (GlossAllNotesPage *self)
{
  GlossAnnotationStore *store = gloss_store_banner_find (G_LIST_MODEL (self->notebook));

  if (store != NULL)
    gloss_store_banner_activate (store);
  else
    gloss_all_notes_page_refresh (self);
}

/* Notes that are not on disk in a form that can be read are no reason to hide the others. */
static void
loaded_cb (GlossAllNotesPage    *self,
           GlossAnnotationStore *store,
           const char           *problem)
{
  update_problem (self);
  if (problem != NULL && !adw_banner_get_revealed (self->banner))
    gloss_store_banner_say (self->banner, problem, _("_Retry"));
}

/* Looks again at notes that changed. */
static void
update (GlossAllNotesPage *self)
{
  self->stale = FALSE;
  gloss_note_list_update (self->list);
  gloss_note_filter_bar_set_offers (self->filter_bar, G_LIST_MODEL (self->flattened), self->places);
  shown_changed_cb (self);
}

static void
update_cb (gpointer user_data)
{
  GlossAllNotesPage *self = user_data;

  self->update_id = 0;
  update (self);
}

/* Many changes, as of an import, are looked at once; and none while nobody looks. */
static void
queue_update (GlossAllNotesPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (self->update_id == 0)
    self->update_id = g_idle_add_once (update_cb, self);
}

static void
note_changed_cb (GlossAllNotesPage *self,
                 GlossAnnotation   *annotation)
{
  gloss_note_list_invalidate (self->list, annotation);
  queue_update (self);
}

static void
stores_changed_cb (GlossAllNotesPage *self,
                   guint              position,
                   guint              n_removed,
                   guint              n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      g_signal_connect_object (store, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "notify::problem", G_CALLBACK (update_problem), self, G_CONNECT_SWAPPED);
    }
}

static void
places_changed_cb (GlossAllNotesPage *self)
{
  gloss_note_list_invalidate (self->list, NULL);
  gloss_all_notes_page_update_rows (self);
  queue_update (self);
}

static void
changes_changed_cb (GlossAllNotesPage *self)
{
  /* A toast that offers to undo says nothing true any more when something else changed. */
  gloss_all_notes_page_dismiss_toast (self);
  gloss_all_notes_page_update_actions (self);
}

/* Searching, filtering and sorting */

static void
criteria_changed_cb (GlossAllNotesPage *self)
{
  GlossNoteCriteria criteria = GLOSS_NOTE_CRITERIA_ANY;
  const char *search = gtk_editable_get_text (self->search_entry);
  guint n_filters = gloss_note_filter_bar_count (self->filter_bar);
  g_autofree char *label = NULL;

  /* Translators: the label of a button; the number is that of the filters in use. */
  label = n_filters > 0 ? g_strdup_printf (_("Filters (%u)"), n_filters) : g_strdup (_("Filters"));
  gtk_menu_button_set_label (self->filter_button, label);

  gloss_note_filter_bar_get_criteria (self->filter_bar, &criteria);
  criteria.note.search = search;
  self->searching = TRUE;
  gloss_note_list_set_filter (self->list, gloss_note_filter_new (self->places, &criteria));
  self->to_top = 2;
  gloss_all_notes_page_mark_rows (self);
  shown_changed_cb (self);
}

static void
renewed_cb (GlossAllNotesPage *self)
{
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
stop_search_cb (GlossAllNotesPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
search_activate_cb (GlossAllNotesPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
set_sort (GlossAllNotesPage *self,
          const char        *sort)
{
  GlossExportOrder order = GLOSS_EXPORT_BY_PLACE;

  gloss_export_order_from_string (sort, &order);
  if (!g_set_str (&self->sort, gloss_export_order_to_string (order)))
    return;

  /* Headings of sections that are there no more must not be asked for. */
  gtk_list_view_set_header_factory (self->list_view, NULL);
  gloss_note_list_set_order (self->list, order);
  if (order != GLOSS_EXPORT_BY_DATE)
    gtk_list_view_set_header_factory (self->list_view, self->header_factory);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* Where there is little room, the filters stand one below the other in a popover, and what can be
 * done with selected notes below their number. */
static void
set_narrow (GlossAllNotesPage *self,
            gboolean           narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  GtkWidget *bar = GTK_WIDGET (self->filter_bar);

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    {
      gtk_box_remove (self->filter_place, bar);
      gtk_popover_set_child (self->filter_popover, bar);
    }
  else
    {
      gtk_popover_popdown (self->filter_popover);
      gtk_popover_set_child (self->filter_popover, NULL);
      gtk_box_append (self->filter_place, bar);
    }
  gloss_note_filter_bar_set_orientation (self->filter_bar, orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->selection_bar), orientation);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_place), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
activate_cb (GlossAllNotesPage *self,
             guint              position)
{
  g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (annotation != NULL)
    g_signal_emit (self, signals[SIGNAL_NOTE_ACTIVATED], 0, annotation,
                   gloss_note_places_get_document (self->places, annotation));
}

static void
gloss_all_notes_page_map (GtkWidget *widget)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (widget);

  GTK_WIDGET_CLASS (gloss_all_notes_page_parent_class)->map (widget);
  gloss_all_notes_page_refresh (self);
  if (self->stale)
    update (self);
}

static void
gloss_all_notes_page_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (object);

  switch (property_id)
    {
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_all_notes_page_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SORT:
      set_sort (GLOSS_ALL_NOTES_PAGE (object), g_value_get_string (value));
      break;
    case PROP_NARROW:
      set_narrow (GLOSS_ALL_NOTES_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_all_notes_page_dispose (GObject *object)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  if (self->list_view != NULL)
    {
      gtk_list_view_set_header_factory (self->list_view, NULL);
      gtk_list_view_set_model (self->list_view, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_ALL_NOTES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->flattened);
  g_clear_object (&self->filter_bar);
  g_clear_object (&self->changes);
  g_clear_object (&self->places);
  g_clear_object (&self->notebook);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (gloss_all_notes_page_parent_class)->dispose (object);
}

static void
gloss_all_notes_page_finalize (GObject *object)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->unfilled);
  g_ptr_array_unref (self->spare_cards);
  g_hash_table_unref (self->selected);
  g_free (self->sort);

  G_OBJECT_CLASS (gloss_all_notes_page_parent_class)->finalize (object);
}

static void
gloss_all_notes_page_class_init (GlossAllNotesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_all_notes_page_dispose;
  object_class->finalize = gloss_all_notes_page_finalize;
  object_class->get_property = gloss_all_notes_page_get_property;
  object_class->set_property = gloss_all_notes_page_set_property;
  widget_class->map = gloss_all_notes_page_map;

  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, "place",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_NOTE_ACTIVATED] =
      g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, GLOSS_TYPE_ANNOTATION, GLOSS_TYPE_DOCUMENT);

  gloss_all_notes_page_install_actions (widget_class);

  g_type_ensure (GLOSS_TYPE_LOADING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-all-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, filter_place);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, GlossAllNotesPage, header_factory);
  gtk_widget_class_bind_template_callback (widget_class, criteria_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gloss_all_notes_page_bind_row_callbacks (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
gloss_all_notes_page_init (GlossAllNotesPage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->unfilled = g_hash_table_new (NULL, NULL);
  self->spare_cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->selected = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->filter_bar = g_object_ref_sink (GLOSS_NOTE_FILTER_BAR (gloss_note_filter_bar_new ()));

  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_entry_undo_give_way (GTK_EDITABLE (self->search_entry));
  gtk_box_append (self->filter_place, GTK_WIDGET (self->filter_bar));
  g_signal_connect_object (self->filter_bar, "changed", G_CALLBACK (criteria_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gloss_vocabulary_get_default (), "changed", G_CALLBACK (gloss_all_notes_page_update_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gloss_all_notes_page_update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gloss_all_notes_page_update_rows), self, G_CONNECT_SWAPPED);
}

static void
build_models (GlossAllNotesPage *self)
{
  self->flattened = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->notebook)));
  self->list = gloss_note_list_new (G_LIST_MODEL (self->flattened), self->places);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));

  g_signal_connect_object (self->flattened, "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "renewed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::pending", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  gloss_all_notes_page_keep_selection (self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

GlossAllNotesPage *
gloss_all_notes_page_new (GlossLibrary  *library,
                          GlossNotebook *notebook)
{
  GlossAllNotesPage *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_ALL_NOTES_PAGE, NULL);
  self->library = g_object_ref (library);
  self->notebook = g_object_ref (notebook);
  gloss_loading_bar_open_all (self->loading_bar, self->notebook);

  self->places = gloss_note_places_new (library, notebook);
  self->changes = g_object_ref (gloss_note_changes_get (notebook));
  build_models (self);
  g_signal_connect_object (self->places, "changed", G_CALLBACK (places_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes, "changed", G_CALLBACK (changes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "items-changed", G_CALLBACK (stores_changed_cb), self, G_CONNECT_SWAPPED);
  stores_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (notebook)));

  set_sort (self, "place");
  update (self);

  return self;
}

void
gloss_all_notes_page_set_search (GlossAllNotesPage *self,
                                 const char        *search)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_PAGE (self));

  gtk_editable_set_text (self->search_entry, search);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (self->search_entry, -1);
}

void
gloss_all_notes_page_refresh (GlossAllNotesPage *self)
{
  guint n_stores;

  g_return_if_fail (GLOSS_IS_ALL_NOTES_PAGE (self));

  /* What is wrong still, the store says itself. */
  n_stores = g_list_model_get_n_items (G_LIST_MODEL (self->notebook));
  for (guint i = 0; i < n_stores; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      gloss_annotation_store_flush (store, NULL);
    }
  gloss_loading_bar_open_all (self->loading_bar, self->notebook);
}

void
gloss_all_notes_page_show_tag (GlossAllNotesPage *self,
                               const char        *tag)
{
  g_return_if_fail (GLOSS_IS_ALL_NOTES_PAGE (self));
  g_return_if_fail (tag != NULL);

  /* What is offered may be behind. */
  update (self);
  gtk_editable_set_text (self->search_entry, "");
  gloss_note_filter_bar_choose_tag (self->filter_bar, tag);
}

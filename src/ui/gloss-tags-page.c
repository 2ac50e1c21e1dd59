/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tags-page"

#include "config.h"

#include "ui/gloss-tags-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-entry-undo.h"
#include "ui/gloss-store-banner.h"
#include "ui/gloss-tag-row.h"

G_DEFINE_FINAL_TYPE (GlossTagsPage, gloss_tags_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  return gloss_tag_entry_matches (item, ((GlossTagsPage *) user_data)->words);
}

static void
update_page (GlossTagsPage *self)
{
  guint n_tags = self->index != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->index)) : 0;
  g_autofree char *subtitle = n_tags > 0 ? g_strdup_printf (ngettext ("%u tag", "%u tags", n_tags), n_tags) : g_strdup ("");
  const char *page = "tags";

  if (n_tags == 0)
    page = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    page = "no-results";

  gtk_stack_set_visible_child_name (self->stack, page);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* What the vocabulary, or any of the stores, can't do now. */
static void
update_problem (GlossTagsPage *self)
{
  const char *problem = gloss_vocabulary_get_problem (gloss_vocabulary_get_default ());

  if (problem == NULL)
    {
      gloss_store_banner_update (self->banner, gloss_store_banner_find (G_LIST_MODEL (self->notebook)));
      return;
    }

  gloss_store_banner_say (self->banner, problem, _("_Retry"));
}

static void
stores_changed_cb (GlossTagsPage *self,
                   guint          position,
                   guint          n_removed,
                   guint          n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      g_signal_connect_object (store, "notify::problem", G_CALLBACK (update_problem), self, G_CONNECT_SWAPPED);
    }
}

static void
retry_cb (GlossTagsPage *self)
{
  /* What is wrong still, they say themselves. */
  if (gloss_vocabulary_get_problem (gloss_vocabulary_get_default ()) != NULL)
    gloss_vocabulary_flush (gloss_vocabulary_get_default (), NULL);
  else
    gloss_store_banner_activate (gloss_store_banner_find (G_LIST_MODEL (self->notebook)));
  update_problem (self);
}

static void
loaded_cb (GlossTagsPage        *self,
           GlossAnnotationStore *store,
           const char           *problem)
{
  update_problem (self);
  if (problem != NULL && !adw_banner_get_revealed (self->banner))
    gloss_store_banner_say (self->banner, problem, NULL);
}

static void
update_cb (gpointer user_data)
{
  GlossTagsPage *self = user_data;

  self->update_id = 0;
  gloss_tag_index_update (self->index);
  update_page (self);
}

/* Many changes are looked at once; and none while nobody looks. */
static void
outdated_cb (GlossTagsPage *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_once (update_cb, self);
}

static void
changes_changed_cb (GlossTagsPage *self)
{
  gloss_tags_page_update_actions (self);
}

static void
search_changed_cb (GlossTagsPage *self)
{
  gboolean was_empty = gloss_search_words_is_empty (self->words);
  GHashTableIter iter;
  gpointer row;

  g_clear_pointer (&self->words, gloss_search_words_free);
  self->words = gloss_search_words_new (gtk_editable_get_text (self->search_entry));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);

  /* A tag that was found need not stand below the one it is nested in. */
  if (was_empty != gloss_search_words_is_empty (self->words))
    {
      g_hash_table_iter_init (&iter, self->rows);
      while (g_hash_table_iter_next (&iter, &row, NULL))
        {
          GtkListItem *item = g_object_get_data (row, "item");

          gloss_tag_row_set_entry (row, item, gtk_list_item_get_item (item), was_empty);
        }
    }
}

static void
stop_search_cb (GlossTagsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
search_activate_cb (GlossTagsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* What the menu acts upon is what is selected. */
static void
popup_menu_at (GlossTagsPage *self,
               GlossTagRow   *row,
               double         x,
               double         y)
{
  GlossTagEntry *entry = gloss_tag_row_get_entry (row);
  graphene_point_t point;

  if (entry == NULL || !gloss_tags_page_select (self, gloss_tag_entry_get_name (entry)) ||
      !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gloss_context_menu_popup (self->menu, self->menu_model, (int) point.x, (int) point.y);
}

static void
menu_clicked_cb (GlossTagsPage *self,
                 GlossTagRow   *row)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL;

  popup_menu_at (self, row, rtl ? 24 : gtk_widget_get_width (GTK_WIDGET (row)) - 24,
                 gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GlossTagsPage   *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu_at (self, GLOSS_TAG_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture))), x, y);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossTagsPage            *self)
{
  GtkWidget *row = gloss_tag_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "menu-clicked", G_CALLBACK (menu_clicked_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), "item", item);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossTagsPage            *self)
{
  GlossTagRow *row = GLOSS_TAG_ROW (gtk_list_item_get_child (item));

  gloss_tag_row_set_entry (row, item, gtk_list_item_get_item (item), !gloss_search_words_is_empty (self->words));
  g_hash_table_add (self->rows, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossTagsPage            *self)
{
  GlossTagRow *row = GLOSS_TAG_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->rows, row);
  gloss_tag_row_set_entry (row, item, NULL, FALSE);
}

static void
activate_cb (GlossTagsPage *self,
             guint          position)
{
  /* Enter is for the tag that has the focus, selected or not. */
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "tags.show", NULL);
}

/* From the keyboard: at the tag that has the focus. */
static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (GLOSS_IS_TAG_ROW (row))
    popup_menu_at (GLOSS_TAGS_PAGE (widget), GLOSS_TAG_ROW (row), 48, gtk_widget_get_height (row) / 2.0);
}

static void
gloss_tags_page_map (GtkWidget *widget)
{
  GlossTagsPage *self = GLOSS_TAGS_PAGE (widget);

  GTK_WIDGET_CLASS (gloss_tags_page_parent_class)->map (widget);
  gloss_tag_index_update (self->index);
  update_page (self);
}

static void
gloss_tags_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GTK_WIDGET_CLASS (gloss_tags_page_parent_class)->size_allocate (widget, width, height, baseline);
  gloss_context_menu_allocate (GLOSS_TAGS_PAGE (widget)->menu);
}

static void
gloss_tags_page_dispose (GObject *object)
{
  GlossTagsPage *self = GLOSS_TAGS_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_TAGS_PAGE);
  g_clear_object (&self->changes);
  g_clear_object (&self->index);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_tags_page_parent_class)->dispose (object);
}

static void
gloss_tags_page_finalize (GObject *object)
{
  GlossTagsPage *self = GLOSS_TAGS_PAGE (object);

  g_hash_table_unref (self->rows);
  gloss_search_words_free (self->words);

  G_OBJECT_CLASS (gloss_tags_page_parent_class)->finalize (object);
}

static void
gloss_tags_page_class_init (GlossTagsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_tags_page_dispose;
  object_class->finalize = gloss_tags_page_finalize;
  widget_class->map = gloss_tags_page_map;
  widget_class->size_allocate = gloss_tags_page_size_allocate;

  gloss_tags_page_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "tags.menu", NULL, menu_action);

  g_type_ensure (GLOSS_TYPE_LOADING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-tags-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, GlossTagsPage, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, update_page);
  gtk_widget_class_bind_template_callback (widget_class, gloss_tags_page_update_actions);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
gloss_tags_page_init (GlossTagsPage *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->words = gloss_search_words_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_entry_undo_give_way (GTK_EDITABLE (self->search_entry));

  self->menu = gloss_context_menu_new (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, filter_cb, self, NULL);
}

GlossTagsPage *
gloss_tags_page_new (GlossNotebook *notebook)
{
  GlossTagsPage *self;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_TAGS_PAGE, NULL);
  self->notebook = g_object_ref (notebook);
  gloss_loading_bar_open_all (self->loading_bar, notebook);
  update_problem (self);

  self->index = g_object_ref (gloss_tag_index_get (notebook));
  self->changes = g_object_ref (gloss_note_changes_get (notebook));
  gloss_tag_index_update (self->index);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->index));

  g_signal_connect_object (self->index, "outdated", G_CALLBACK (outdated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes, "changed", G_CALLBACK (changes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gloss_vocabulary_get_default (), "notify::problem", G_CALLBACK (update_problem), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "items-changed", G_CALLBACK (stores_changed_cb), self, G_CONNECT_SWAPPED);
  stores_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (notebook)));

  gloss_tags_page_update_actions (self);
  update_page (self);

  return self;
}

gboolean
gloss_tags_page_select (GlossTagsPage *self,
                        const char    *tag)
{
  guint n_items;

  g_return_val_if_fail (GLOSS_IS_TAGS_PAGE (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  gloss_tag_index_update (self->index);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GlossTagEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (g_str_equal (gloss_tag_entry_get_name (entry), tag))
        {
          gtk_list_view_scroll_to (self->list_view, i, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
          return TRUE;
        }
    }

  return FALSE;
}

const char *
gloss_tags_page_get_selected (GlossTagsPage *self)
{
  GlossTagEntry *entry;

  g_return_val_if_fail (GLOSS_IS_TAGS_PAGE (self), NULL);

  entry = gtk_single_selection_get_selected_item (self->selection);
  return entry != NULL ? gloss_tag_entry_get_name (entry) : NULL;
}

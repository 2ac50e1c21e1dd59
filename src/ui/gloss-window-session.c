/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include "ui/gloss-comparison-view.h"

/* The members of the state. */
#define DOCUMENT  "document"  /* s: the key of the document */
#define TOP       "top"       /* s: as in GlossReadingPlace */
#define SELECTED  "selected"  /* s */
#define BESIDE    "beside"    /* s: the document that is read in parallel with it */
#define PAGE      "page"      /* s: the action that shows what lies over the document, with its target */
#define WIDTH     "width"     /* i: in pixels */
#define HEIGHT    "height"    /* i */
#define MAXIMIZED "maximized" /* b */

/* (transfer full) (nullable): the action that leads to the page that is shown; NULL for the reader. */
static char *
dup_page (GlossWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  if (page == NULL)
    return NULL;

  if (page == self->all_notes_page)
    return g_strdup ("win.all-notes");

  if (g_strcmp0 (adw_navigation_page_get_tag (page), "tags") == 0)
    return g_strdup ("win.tags");

  if (GLOSS_IS_COMPARISON_VIEW (page))
    {
      GlossComparison *comparison = gloss_comparison_view_get_comparison (GLOSS_COMPARISON_VIEW (page));
      g_autoptr (GVariant) names = NULL;

      if (comparison == NULL)
        return NULL;

      names = g_variant_ref_sink (
          g_variant_new ("(ss)", gloss_document_get_name (gloss_comparison_get_old_document (comparison)),
                         gloss_document_get_name (gloss_comparison_get_new_document (comparison))));
      return g_action_print_detailed_name ("win.compare", names);
    }

  return NULL;
}

GVariant *
gloss_window_dup_state (GlossWindow *self)
{
  g_auto (GlossReadingPlace) place = { NULL, NULL };
  g_autofree char *page = NULL;
  const char *key;
  GVariantDict dict;
  int width, height;

  g_return_val_if_fail (GLOSS_IS_WINDOW (self), NULL);

  /* What is not restored yet is not known otherwise. */
  if (self->state != NULL)
    return g_variant_ref (self->state);

  g_variant_dict_init (&dict, NULL);
  key = gloss_reader_page_get_key (self->reader_page);
  if (key != NULL)
    g_variant_dict_insert (&dict, DOCUMENT, "s", key);

  /* Below another page the text is not laid out, and the place is the one that was written down. */
  if (key != NULL && (gloss_reader_page_get_place (self->reader_page, &place) ||
                      gloss_reading_places_load (self->settings, key, &place)))
    {
      g_variant_dict_insert (&dict, TOP, "s", place.top_id);
      g_variant_dict_insert (&dict, SELECTED, "s", place.selected_id);
    }

  if (key != NULL && *gloss_reader_page_get_beside (self->reader_page) != '\0')
    g_variant_dict_insert (&dict, BESIDE, "s", gloss_reader_page_get_beside (self->reader_page));

  page = dup_page (self);
  if (page != NULL)
    g_variant_dict_insert (&dict, PAGE, "s", page);

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_variant_dict_insert (&dict, WIDTH, "i", width);
  g_variant_dict_insert (&dict, HEIGHT, "i", height);
  g_variant_dict_insert (&dict, MAXIMIZED, "b", gtk_window_is_maximized (GTK_WINDOW (self)));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* Nothing but these actions can be asked for, as a session might be anything. */
static gboolean
leads_to_page (const char *action,
               GVariant   *target)
{
  if (g_str_equal (action, "win.all-notes") || g_str_equal (action, "win.tags"))
    return target == NULL;

  return g_str_equal (action, "win.compare") && target != NULL &&
         g_variant_is_of_type (target, G_VARIANT_TYPE ("(ss)"));
}

/* The place is that of this window, which need not be where reading stopped last in another. */
void
gloss_window_restore_place (GlossWindow *self,
                            const char  *key)
{
  const char *document, *top, *selected;

  if (self->state != NULL && g_variant_lookup (self->state, DOCUMENT, "&s", &document) &&
      g_str_equal (document, key) && g_variant_lookup (self->state, TOP, "&s", &top) &&
      g_variant_lookup (self->state, SELECTED, "&s", &selected))
    gloss_reading_places_save (self->settings, key, top, selected);
}

/* Only another language of the same document stands beside it. */
static void
restore_beside (GlossWindow *self,
                GVariant    *state)
{
  GlossLibraryEntry *entry = gloss_window_get_entry (self);
  GlossLibraryEntry *other;
  const char *document, *beside;

  if (entry == NULL || !g_variant_lookup (state, DOCUMENT, "&s", &document) ||
      !g_variant_lookup (state, BESIDE, "&s", &beside) ||
      g_strcmp0 (document, gloss_reader_page_get_key (self->reader_page)) != 0)
    return;

  other = gloss_library_find (self->library, beside);
  if (other != NULL && other != entry &&
      g_str_equal (gloss_library_entry_get_symbol (other), gloss_library_entry_get_symbol (entry)))
    gloss_reader_page_set_beside (self->reader_page, beside);
}

void
gloss_window_restore_page (GlossWindow *self)
{
  g_autoptr (GVariant) state = g_steal_pointer (&self->state);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;
  const char *page;

  if (state != NULL)
    restore_beside (self, state);
  if (state != NULL && g_variant_lookup (state, PAGE, "&s", &page) &&
      g_action_parse_detailed_name (page, &action, &target, NULL) &&
      leads_to_page (action, target))
    {
      gboolean animated = adw_navigation_view_get_animate_transitions (self->navigation_view);

      /* Nobody has seen the window yet: the page is simply there. */
      adw_navigation_view_set_animate_transitions (self->navigation_view, FALSE);
      gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
      adw_navigation_view_set_animate_transitions (self->navigation_view, animated);
    }
}

void
gloss_window_restore (GlossWindow *self,
                      GVariant    *state)
{
  const char *key = "";
  int width, height;
  gboolean maximized;

  g_return_if_fail (GLOSS_IS_WINDOW (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  if (g_variant_lookup (state, WIDTH, "i", &width) && g_variant_lookup (state, HEIGHT, "i", &height) &&
      width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_variant_lookup (state, MAXIMIZED, "b", &maximized))
    g_object_set (self, "maximized", maximized, NULL);

  self->state = g_variant_ref_sink (state);
  g_variant_lookup (state, DOCUMENT, "&s", &key);
  gloss_window_open_key (self, key);
}

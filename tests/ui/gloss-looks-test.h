/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-comparison-list.h"
#include "ui/gloss-comparison-pane.h"
#include "ui/gloss-find-bar.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-tags-page.h"
#include "ui/gloss-window.h"

#include "gloss-reader-test.h"

/* The real program with notes of every kind, taken to each of its pages and dialogs, for tests of
 * how they look. */

/* What is looked at: @place says where, @root is the page or dialog that is before the reader. */
typedef void (*LooksVisit) (const char  *place,
                            GlossWindow *window,
                            GtkWidget   *root,
                            gpointer     data);

static GlossApplication *looks_application;

/* Where nothing is accessible, GTK 4.18 leaks a list for each mnemonic. What Glossator itself would
 * leak, the tests of its windows and dialogs tell. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}

/* How many of the sizes and styles are gone through: with sanitizers each takes several times as long,
 * and shows the same. */
#ifdef __SANITIZE_ADDRESS__
#define LOOKS_ROUNDS 1
#else
#define LOOKS_ROUNDS G_MAXUINT
#endif

static inline void
looks_init (void)
{
  g_autoptr (GError) error = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  looks_application = gloss_application_new ();
  g_application_set_flags (G_APPLICATION (looks_application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (looks_application), NULL, &error);
  g_assert_no_error (error);
}

static inline gpointer
looks_find (GlossWindow *window,
            GType        type)
{
  return gloss_reader_test_find (GTK_WIDGET (window), type);
}

/* Lets the window lay itself out. A caret that blinks asks for frames for ever, so it is some of
 * them, not all. */
static inline void
looks_settle (GlossWindow *window)
{
  for (guint i = 0; i < 4; i++)
    {
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      for (guint j = 0; j < 100 && g_main_context_iteration (NULL, FALSE); j++)
        ;
    }
}

static inline void
looks_add_note (GlossDocument *document,
                const char    *clause_id,
                const char    *quote,
                const char    *note,
                GlossColor     color,
                const char    *tag)
{
  GlossNotebook *notebook = gloss_application_get_notebook (looks_application);
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (document), NULL);
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (document, clause_id, quote, note);
  const char *tags[] = { tag, NULL };
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  gloss_annotation_store_set_color (store, annotation, color, NULL);
  if (tag != NULL)
    gloss_annotation_store_set_tags (store, annotation, tags, NULL);
}

static const char *const looks_tags[GLOSS_N_COLORS] = {
  "position", "question", "internet-governance", "to object to", "background", "a-tag-with-a-name-that-is-longer-than-it-need-be",
};

/* A phrase in each color, with a note and without, each with a tag of its own. */
static inline void
looks_write_notes (GlossDocument *document)
{
  static const char *const words[GLOSS_N_COLORS] = {
    "All States", "multilateral, transparent", "equitable", "facilitate access", "stable and secure", "Internet",
  };

  for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
    looks_add_note (document, "annex__para_2__item_8", words[color],
                    color % 2 == 0 ? "What the delegation thinks of it" : "", color, looks_tags[color]);

  looks_add_note (document, "annex__para_2__item_9", "fully", "Why", GLOSS_COLOR_YELLOW, NULL);
  looks_add_note (document, "annex__para_2__item_9", NULL, "On all of it", GLOSS_COLOR_BLUE, NULL);
}

static inline gboolean
looks_has_rows (gpointer window)
{
  return looks_find (window, GLOSS_TYPE_CLAUSE_ROW) != NULL;
}

/* (transfer none): a window of that size in pixels, with the clause that has notes before the reader. */
static inline GlossWindow *
looks_open (int width,
            int height)
{
  static gboolean written;
  GlossWindow *window = gloss_window_new (looks_application);
  GlossReaderPage *page;

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gloss_window_open_document (window, "A/69/723@en", NULL);
  gtk_window_present (GTK_WINDOW (window));
  gloss_ui_test_wait (looks_has_rows, window);

  /* Where nothing composes windows, a frame takes of their size. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * width - gtk_widget_get_width (GTK_WIDGET (window)),
                               2 * height - gtk_widget_get_height (GTK_WIDGET (window)));
  looks_settle (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, height);

  page = looks_find (window, GLOSS_TYPE_READER_PAGE);
  if (!written)
    looks_write_notes (gloss_reader_page_get_document (page));
  written = TRUE;
  gloss_reader_page_show_clause (page, "annex__para_2__item_8");
  looks_settle (window);
  return window;
}

static inline void
looks_close (GlossWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static inline void
looks_act (GtkWidget  *widget,
           const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

/* Shows the page or dialog that is before the reader now, and closes it when it is a dialog. */
static inline void
looks_show (const char  *place,
            GlossWindow *window,
            LooksVisit   visit,
            gpointer     data)
{
  AdwDialog *dialog;
  AdwNavigationView *view = looks_find (window, ADW_TYPE_NAVIGATION_VIEW);

  looks_settle (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  visit (place, window, dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (adw_navigation_view_get_visible_page (view)), data);
  if (dialog == NULL)
    return;

  adw_dialog_force_close (dialog);
  looks_settle (window);
}

static inline void
looks_tour_reader (GlossWindow *window,
                   LooksVisit   visit,
                   gpointer     data)
{
  GtkWidget *page = looks_find (window, GLOSS_TYPE_READER_PAGE);
  GtkWidget *entry;

  looks_show ("reader", window, visit, data);

  looks_act (page, "reader.find");
entry = gloss_reader_test_find (looks_find (window, GLOSS_TYPE_FIND_BAR), GTK_TYPE_EDITABLE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "international");
looks_show ("reader, found words", window, visit, data);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words anywhere");
  looks_show ("reader, nothing found", window, visit, data);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");

  gtk_widget_activate_action (page, "reader.parallel", NULL);
  looks_show ("two languages", window, visit, data);
  gtk_widget_activate_action (page, "reader.parallel", NULL);

  looks_act (GTK_WIDGET (window), "win.export-notes");
  looks_show ("export of notes", window, visit, data);
  looks_act (GTK_WIDGET (window), "win.document-particulars");
  looks_show ("particulars", window, visit, data);
  looks_act (GTK_WIDGET (window), "win.color-names");
  looks_show ("names of colors", window, visit, data);
  looks_act (GTK_WIDGET (window), "win.carry-over");
  looks_show ("carrying over", window, visit, data);
}

/* In a narrow window the list of documents has all of it. */
static inline void
looks_tour_documents (GlossWindow *window,
                      LooksVisit   visit,
                      gpointer     data)
{
  AdwNavigationSplitView *split_view = looks_find (window, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  adw_navigation_split_view_set_show_content (split_view, FALSE);
  looks_settle (window);
  visit ("documents", window, GTK_WIDGET (adw_navigation_split_view_get_sidebar (split_view)), data);
  adw_navigation_split_view_set_show_content (split_view, TRUE);
  looks_settle (window);
}

static inline void
looks_tour_application (GlossWindow *window,
                        LooksVisit   visit,
                        gpointer     data)
{
  static const char *const actions[] = { "preferences", "help", "about", "welcome" };

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (looks_application), actions[i], NULL);
      looks_show (actions[i], window, visit, data);
    }
}

static inline void
looks_tour_notes (GlossWindow *window,
                  LooksVisit   visit,
                  gpointer     data)
{
  static const char *const actions[] = { "tags.rename", "tags.merge", "tags.describe", "tags.delete" };
  AdwNavigationView *view = looks_find (window, ADW_TYPE_NAVIGATION_VIEW);
  GlossTagsPage *tags;

  looks_act (GTK_WIDGET (window), "win.tags");
  looks_settle (window);
  tags = looks_find (window, GLOSS_TYPE_TAGS_PAGE);
  for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
    gloss_tags_page_describe (tags, looks_tags[color], (int) color, "What it stands for");
  looks_show ("tags", window, visit, data);
  g_assert_true (gloss_tags_page_select (tags, looks_tags[0]));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      looks_act (GTK_WIDGET (tags), actions[i]);
      looks_show (actions[i], window, visit, data);
    }
  adw_navigation_view_pop (view);

  gloss_window_show_all_notes (window);
  looks_show ("all notes", window, visit, data);
  gloss_window_search_notes (window, "delegation");
  looks_show ("all notes, found words", window, visit, data);
  gloss_window_search_notes (window, "no such words anywhere");
  looks_show ("all notes, nothing found", window, visit, data);
  gloss_window_search_notes (window, "");
  adw_navigation_view_pop (view);
  looks_settle (window);
}

static inline gboolean
looks_has_comparison (gpointer window)
{
  GtkWidget *list = looks_find (window, GLOSS_TYPE_COMPARISON_LIST);

  return list != NULL && gtk_widget_get_mapped (list) &&
         g_list_model_get_n_items (G_LIST_MODEL (gloss_comparison_list_get_items (GLOSS_COMPARISON_LIST (list)))) > 0;
}

static inline void
looks_tour_comparison (GlossWindow *window,
                       LooksVisit   visit,
                       gpointer     data)
{
  AdwNavigationView *view = looks_find (window, ADW_TYPE_NAVIGATION_VIEW);
  GtkWidget *list;
  GtkWidget *pane;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", "(ss)", "A/66/359@en", "A/69/723@en");
  gloss_ui_test_wait (looks_has_comparison, window);
  list = looks_find (window, GLOSS_TYPE_COMPARISON_LIST);
  for (guint i = 0; i < 12; i++)
    looks_act (list, "comparison.next");
  looks_show ("comparison", window, visit, data);

  looks_act (list, "comparison.documents");
  looks_show ("documents of the comparison", window, visit, data);
  looks_act (list, "comparison.look-up");
  looks_show ("looking up", window, visit, data);
  looks_act (list, "comparison-notes.write");
  looks_show ("notes on a change", window, visit, data);
  looks_act (list, "comparison.export");
  looks_show ("export of the comparison", window, visit, data);

  pane = looks_find (window, GLOSS_TYPE_COMPARISON_PANE);
  if (!gtk_widget_get_mapped (pane))
    looks_act (list, "comparison.show-changes");
  looks_show ("changes", window, visit, data);
  adw_view_stack_set_visible_child_name (gloss_reader_test_find (pane, ADW_TYPE_VIEW_STACK), "summary");
  looks_show ("summary", window, visit, data);
  adw_navigation_view_pop (view);
  looks_settle (window);
}

/* What is said in passing, with a button, and at a length that only some messages have. */
static inline void
looks_tour_toast (GlossWindow *window,
                  LooksVisit   visit,
                  gpointer     data)
{
  AdwToast *toast = adw_toast_new (_("The document of this note is not among the documents"));

  adw_toast_set_button_label (toast, _("_Undo"));
  gloss_window_add_toast (window, g_object_ref (toast));
  looks_show ("toast", window, visit, data);
  adw_toast_dismiss (toast);
  g_object_unref (toast);
  looks_settle (window);
}

/* Goes everywhere. */
static inline void
looks_tour (GlossWindow *window,
            LooksVisit   visit,
            gpointer     data)
{
  looks_tour_documents (window, visit, data);
  looks_tour_reader (window, visit, data);
  looks_tour_toast (window, visit, data);
  looks_tour_application (window, visit, data);
  looks_tour_notes (window, visit, data);
  looks_tour_comparison (window, visit, data);
}

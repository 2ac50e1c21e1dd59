/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-notebook.h"
#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

/* A notebook in a folder of its own, and a comparison of three clauses with two: one reworded, one as
 * it was, one dropped. */

typedef struct
{
  char            *folder;
  GlossNotebook   *notebook;
  GlossComparison *comparison;
  GtkWidget       *window;
} ChangeFixture;

static const char *const change_old_clauses[] = {
  "(a)", "States should settle every dispute by peaceful means and refrain from the use of force",
  "(b)", "To fully respect rights and fundamental freedoms in the information space",
  "(c)", "A clause on spare parts and their carriage by rail that nobody needed any more",
  NULL
};
static const char *const change_new_clauses[] = {
  "(1)", "States must settle each dispute by peaceful means only and refrain from the threat of force",
  "(2)", "To fully respect rights and fundamental freedoms in the information space",
  NULL
};

static inline gboolean
change_is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static inline void
change_set_up (ChangeFixture *fixture,
               gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("glossator-XXXXXX", NULL);
  fixture->notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  fixture->comparison = gloss_test_compare (change_old_clauses, change_new_clauses);
  fixture->window = adw_window_new ();
  gtk_widget_set_size_request (fixture->window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_toast_overlay_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (change_is_mapped, fixture->window);
}

static inline void
change_tear_down (ChangeFixture *fixture,
                  gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->notebook);
  g_assert_finalize_object (fixture->comparison);
  gloss_ui_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static inline void
change_add (const char *path,
            void      (*test) (ChangeFixture *, gconstpointer))
{
  g_test_add (path, ChangeFixture, NULL, change_set_up, test, change_tear_down);
}

static inline GlossAnnotationStore *
change_store (ChangeFixture *fixture,
              const char    *symbol)
{
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, symbol, NULL);

  g_assert_nonnull (store);
  return store;
}

static inline guint
change_count (ChangeFixture *fixture,
              const char    *symbol)
{
  return g_list_model_get_n_items (G_LIST_MODEL (change_store (fixture, symbol)));
}

/* (transfer none): a note on a clause of the old document, in its store. */
static inline GlossAnnotation *
change_add_note (ChangeFixture *fixture,
                 guint          position,
                 const char    *note)
{
  GlossDocument *document = gloss_comparison_get_old_document (fixture->comparison);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, position));
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_YELLOW, "A delegate");

  g_assert_true (gloss_annotation_store_add (change_store (fixture, "OLD/1"), annotation, NULL));
  return annotation;
}

static inline GlossComparisonRow *
change_row (ChangeFixture *fixture,
            const char    *old_id,
            const char    *new_id)
{
  GlossComparisonRow *row = old_id != NULL ? gloss_comparison_find_old (fixture->comparison, old_id)
                                           : gloss_comparison_find_new (fixture->comparison, new_id);

  g_assert_nonnull (row);
  return row;
}

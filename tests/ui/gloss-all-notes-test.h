/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-all-notes-page.h"

#include "ui/gloss-note-filter-bar.h"

#include "gloss-reader-test.h"

/* Notes on two documents that the program ships, and on one that it has not. */

typedef struct
{
  GlossLibrary      *library;
  GlossNotebook     *notebook;
  char              *folder;
  GtkWidget         *window;
  GlossAllNotesPage *page;
  GlossAnnotation   *activated;
  char              *activated_name;
} Fixture;

static inline void
activated_cb (GlossAllNotesPage *page,
              GlossAnnotation   *annotation,
              GlossDocument     *document,
              Fixture           *fixture)
{
  g_set_object (&fixture->activated, annotation);
  g_set_str (&fixture->activated_name, document != NULL ? gloss_document_get_name (document) : NULL);
}

/* @tags: separated by commas, or NULL. @clause_id: NULL for the whole document; @quote: NULL for all of
 * the clause. */
static inline void
add (Fixture    *fixture,
     const char *name,
     const char *clause_id,
     const char *quote,
     const char *note,
     const char *tags,
     GlossColor  color,
     const char *author)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossAnchor) anchor = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_auto (GStrv) list = tags != NULL ? g_strsplit (tags, ",", -1) : NULL;
  GlossAnnotationStore *store;
  GlossClause *clause = NULL;

  if (g_str_equal (name, "A/1"))
    document = gloss_reader_test_document ("en");
  else
    document = gloss_library_load (fixture->library, name, &error);
  g_assert_no_error (error);

  if (clause_id != NULL)
    clause = gloss_document_find_clause (document, clause_id);
  g_assert_true (clause != NULL || clause_id == NULL);
  anchor = quote != NULL ? gloss_anchor_new_for_quote (document, clause, quote, &error)
                         : gloss_anchor_new_for_clause (document, clause);
  g_assert_no_error (error);
  annotation = gloss_annotation_new (anchor, note, (const char * const *) list, color, author);
  store = gloss_notebook_get_store (fixture->notebook, gloss_document_get_symbol (document), &error);
  g_assert_no_error (error);
  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);

  /* Times are written to the millisecond: the next note is later. */
  for (gint64 now = g_get_real_time () / 1000; g_get_real_time () / 1000 == now;)
    ;
}

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->notebook = gloss_reader_test_notebook (&fixture->folder);

  /* Neither in the order of the text, nor of the tags. */
  if (data == NULL)
    {
      add (fixture, "A/69/723@en", "annex__para_2__item_8", NULL, "Ours", "peace", GLOSS_COLOR_GREEN, "Ada");
      add (fixture, "A/1", "item_1", NULL, "Unknown", NULL, GLOSS_COLOR_YELLOW, "Bo");
      add (fixture, "A/69/723@zh", "annex__para_2__item_7", NULL, "中文 café", "法/国际", GLOSS_COLOR_RED, "Ada");
      add (fixture, "A/66/359@en", "annex__sec_2", NULL, "", "law,peace", GLOSS_COLOR_YELLOW, "Bo");
      add (fixture, "A/69/723@en", "annex__para_2__item_7", "offline environment", "", NULL, GLOSS_COLOR_BLUE, "Ada");
    }

  fixture->window = gtk_window_new ();
  fixture->page = gloss_all_notes_page_new (fixture->library, fixture->notebook);
  g_signal_connect (fixture->page, "note-activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->page);
  g_clear_object (&fixture->activated);
  g_clear_pointer (&fixture->activated_name, g_free);
  g_assert_finalize_object (fixture->notebook);
  g_clear_object (&fixture->library);
  g_free (fixture->folder);
}

static inline gpointer
find (Fixture *fixture,
      GType    type)
{
  return gloss_reader_test_find (GTK_WIDGET (fixture->page), type);
}

static inline GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_list_view_get_model (find (fixture, GTK_TYPE_LIST_VIEW));
}

/* What the list shows: of each note its text or its quotation. */
static inline char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) shown = gloss_all_notes_page_dup_shown (fixture->page);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (shown, i);
      const char *note = gloss_annotation_get_note (annotation);
      g_autofree char *quotation = gloss_anchor_dup_quotation (gloss_annotation_get_anchor (annotation), NULL);

      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", *note != '\0' ? note : *quotation != '\0' ? quotation : "-");
    }

  return g_string_free_and_steal (all);
}

#define assert_list(fixture, expected)                 \
  G_STMT_START                                         \
    {                                                  \
      g_autofree char *listed = list (fixture);        \
      g_assert_cmpstr (listed, ==, expected);          \
    }                                                  \
  G_STMT_END

static inline const char *
get_count (Fixture *fixture)
{
  return adw_window_title_get_subtitle (find (fixture, ADW_TYPE_WINDOW_TITLE));
}

static inline const char *
get_stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find (fixture, GTK_TYPE_STACK));
}

static inline void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  gloss_reader_test_settle ();
}

static inline void
search (Fixture    *fixture,
        const char *words)
{
  GtkEditable *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* Chooses @label in one of the lists of filters. */
static inline void
choose (Fixture    *fixture,
        const char *label)
{
  GtkWidget *bar = find (fixture, GLOSS_TYPE_NOTE_FILTER_BAR);

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *drop_down = gloss_reader_test_find (child, GTK_TYPE_DROP_DOWN);
      GListModel *model = drop_down != NULL ? gtk_drop_down_get_model (drop_down) : NULL;

      for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
        if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
          {
            gtk_drop_down_set_selected (drop_down, i);
            return;
          }
    }

  g_error ("“%s” is not offered", label);
}

/* The note as another program finds it on the disk. (transfer full) */
static inline char *
read_disk (Fixture *fixture)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GError) error = NULL;
  GString *all = g_string_new (NULL);

  gloss_notebook_open_all (notebook, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (notebook)); i++)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      for (guint j = 0; j < g_list_model_get_n_items (store); j++)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (store, j);
          g_autofree char *tags = g_strjoinv (",", (char **) gloss_annotation_get_tags (annotation));

          g_string_append_printf (all, "[%s]", tags);
        }
    }

  return g_string_free_and_steal (all);
}

#define assert_disk(fixture, expected)                 \
  G_STMT_START                                         \
    {                                                  \
      g_autofree char *on_disk = read_disk (fixture);  \
      g_assert_cmpstr (on_disk, ==, expected);         \
    }                                                  \
  G_STMT_END

/* A test in the page with the notes, or, where it is not to have any, without. */
static inline void
add_test (const char *path,
          gboolean    has_notes,
          void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, has_notes ? NULL : "empty", set_up, test, tear_down);
}

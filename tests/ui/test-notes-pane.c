/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-notes-pane.h"

#include "ui/gloss-color-picker.h"
#include "ui/gloss-note-row.h"
#include "ui/gloss-tag-editor.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument    *document;
  GlossNotebook    *notebook;
  GlossPlacedNotes *notes;
  GtkWidget        *window;
  GlossNotesPane   *pane;
  guint             n_removed;
  guint             n_selected;
} Fixture;

static void
count_removed_cb (GlossNotesPane *pane,
                  Fixture        *fixture)
{
  fixture->n_removed++;
}

static void
count_selected_cb (GlossNotesPane  *pane,
                   GlossPlacedNote *note,
                   Fixture         *fixture)
{
  fixture->n_selected++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->notes = gloss_placed_notes_new (fixture->document, gloss_reader_test_store (fixture->notebook));
  fixture->window = gtk_window_new ();
  fixture->pane = g_object_new (GLOSS_TYPE_NOTES_PANE, NULL);
  g_signal_connect (fixture->pane, "note-removed", G_CALLBACK (count_removed_cb), fixture);
  g_signal_connect (fixture->pane, "note-selected", G_CALLBACK (count_selected_cb), fixture);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gloss_notes_pane_set_notes (fixture->pane, fixture->notes, fixture->notebook);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->notes);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

static GlossPlacedNote *
add_note (Fixture    *fixture,
          const char *id,
          const char *quote,
          const char *note)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->document, id, quote, note);
  guint position = gloss_clause_get_position (gloss_document_find_clause (fixture->document, id));
  GPtrArray *on_clause;

  gloss_annotation_store_add (gloss_placed_notes_get_store (fixture->notes), annotation, NULL);
  on_clause = gloss_placed_notes_get_on_clause (fixture->notes, position);
  return g_ptr_array_index (on_clause, on_clause->len - 1);
}

static GlossPlacedNote *
begin_note (Fixture    *fixture,
            const char *id)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (fixture->document,
                                                                gloss_document_find_clause (fixture->document, id));

  return gloss_placed_notes_begin (fixture->notes, anchor, GLOSS_COLOR_YELLOW);
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  return gloss_reader_test_find (GTK_WIDGET (fixture->pane), type);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find (fixture, GTK_TYPE_STACK));
}

static guint
count_shown (Fixture *fixture)
{
  GtkListView *list = find (fixture, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static gboolean
is_writing (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *text_view = find (fixture, GTK_TYPE_TEXT_VIEW);

  return text_view != NULL && gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text_view;
}

static gboolean
has_editor (gpointer data)
{
  return find (data, GLOSS_TYPE_NOTE_EDITOR) != NULL;
}

static gboolean
begun_is_gone (gpointer data)
{
  return gloss_placed_notes_get_begun (((Fixture *) data)->notes) == NULL;
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkTextView *text_view = find (fixture, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (text_view), text, -1);
}

static const char *
get_note (GlossPlacedNote *note)
{
  return gloss_annotation_get_note (gloss_placed_note_get_annotation (note));
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  add_note (fixture, "item_1", NULL, "One");
  g_assert_cmpstr (get_page (fixture), ==, "notes");
  gloss_notes_pane_set_notes (fixture->pane, NULL, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "unavailable");
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  GlossPlacedNote *note = add_note (fixture, "item_1", NULL, "One");
  GtkWidget *text_view;

  g_assert_false (has_editor (fixture));
  gloss_notes_pane_show_note (fixture->pane, note, TRUE);
  g_assert_true (gloss_notes_pane_get_selected (fixture->pane) == note);
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  gloss_ui_test_wait (is_writing, fixture);

  text_view = find (fixture, GTK_TYPE_TEXT_VIEW);
  gtk_test_accessible_assert_role (text_view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (text_view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Note");

  type (fixture, " for all");
  gloss_notes_pane_commit (fixture->pane);
  g_assert_cmpstr (get_note (note), ==, "One for all");
}

/* What was typed is written when another note is chosen, before any pause. */
static void
test_choose_another (Fixture       *fixture,
                     gconstpointer  data)
{
  GlossPlacedNote *one = add_note (fixture, "item_1", NULL, "One");
  GlossPlacedNote *two = add_note (fixture, "item_2", NULL, "Two");

  gloss_notes_pane_show_note (fixture->pane, one, TRUE);
  gloss_ui_test_wait (is_writing, fixture);
  type (fixture, "!");
  gloss_notes_pane_show_note (fixture->pane, two, FALSE);
  g_assert_cmpstr (get_note (one), ==, "One!");
  g_assert_cmpstr (get_note (two), ==, "Two");
}

static void
test_begun_is_dropped (Fixture       *fixture,
                       gconstpointer  data)
{
  GlossPlacedNote *two = add_note (fixture, "item_2", NULL, "Two");

  gloss_notes_pane_show_note (fixture->pane, begin_note (fixture, "item_1"), TRUE);
  gloss_ui_test_wait (is_writing, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  gloss_notes_pane_show_note (fixture->pane, two, FALSE);
  gloss_ui_test_wait (begun_is_gone, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

static void
test_begun_is_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  GlossAnnotationStore *store = gloss_placed_notes_get_store (fixture->notes);
  GlossPlacedNote *note = begin_note (fixture, "item_1");

  gloss_notes_pane_show_note (fixture->pane, note, TRUE);
  gloss_ui_test_wait (is_writing, fixture);
  type (fixture, "Ours");
  gloss_notes_pane_commit (fixture->pane);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);

  /* The writer goes on in the same editor. */
  g_assert_true (is_writing (fixture));
  type (fixture, "!");
  gloss_notes_pane_commit (fixture->pane);
  g_assert_cmpstr (get_note (note), ==, "Ours!");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);
}

static void
test_tags_and_color (Fixture       *fixture,
                     gconstpointer  data)
{
  GlossPlacedNote *note = add_note (fixture, "item_1", NULL, "One");
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
  GtkWidget *entry, *picker;

  gloss_notes_pane_show_note (fixture->pane, note, FALSE);
  gloss_ui_test_wait (has_editor, fixture);

  entry = gloss_reader_test_find (find (fixture, GLOSS_TYPE_TAG_EDITOR), GTK_TYPE_ENTRY);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Add tag");
  gtk_editable_set_text (GTK_EDITABLE (entry), "peace");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gloss_annotation_has_tag (annotation, "peace"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  picker = find (fixture, GLOSS_TYPE_COLOR_PICKER);
  g_signal_emit_by_name (gtk_widget_get_last_child (picker), "clicked");
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_GRAY);

  /* A tag in the making is no less written than the text. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "安全");
  gloss_notes_pane_commit (fixture->pane);
  g_assert_true (gloss_annotation_has_tag (annotation, "安全"));
}

static gboolean
shows_one (gpointer data)
{
  return count_shown (data) == 1;
}

static gboolean
shows_none (gpointer data)
{
  return count_shown (data) == 0;
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const tags[] = { "peace", NULL };
  GtkEditable *search = find (fixture, GTK_TYPE_SEARCH_ENTRY);
  GlossPlacedNote *one = add_note (fixture, "item_1", NULL, "The café");
  GlossPlacedNote *two = add_note (fixture, "item_2", NULL, "Two");

  gloss_placed_notes_set_tags (fixture->notes, two, tags);
  gtk_editable_set_text (search, "CAFE");
  gloss_ui_test_wait (shows_one, fixture);
  gtk_editable_set_text (search, "nothing like it");
  gloss_ui_test_wait (shows_none, fixture);
  g_assert_cmpstr (get_page (fixture), ==, "no-results");
  gtk_editable_set_text (search, "");

  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "notes.tag", "s", "peace");
  gloss_ui_test_wait (shows_one, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "notes.tag", "s", "other");
  g_assert_cmpuint (count_shown (fixture), ==, 0);

  /* A note that is to be shown is shown, whatever was looked for. */
  gloss_notes_pane_show_note (fixture->pane, one, FALSE);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_assert_true (gloss_notes_pane_get_selected (fixture->pane) == one);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  GlossAnnotationStore *store = gloss_placed_notes_get_store (fixture->notes);
  GlossPlacedNote *note = add_note (fixture, "item_1", NULL, "One");
  g_autoptr (GlossAnnotation) back = NULL;

  gloss_notes_pane_show_note (fixture->pane, note, TRUE);
  gloss_ui_test_wait (is_writing, fixture);
  type (fixture, " more");
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "notes.remove", NULL);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
  g_assert_null (gloss_notes_pane_get_selected (fixture->pane));

  /* It comes back as it was last. */
  gloss_annotation_store_undo (store, NULL);
  back = g_list_model_get_item (G_LIST_MODEL (store), 0);
  g_assert_cmpstr (gloss_annotation_get_note (back), ==, "One more");
}

static gboolean
is_searching (gpointer filtered)
{
  return gtk_filter_list_model_get_pending (filtered) > 0;
}

static gboolean
is_searched (gpointer filtered)
{
  return !is_searching (filtered);
}

/* Very many notes are looked through bit by bit. */
static void
test_filter_many (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkEditable *search = find (fixture, GTK_TYPE_SEARCH_ENTRY);
  GtkSelectionModel *selection = gtk_list_view_get_model (find (fixture, GTK_TYPE_LIST_VIEW));
  GListModel *filtered = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection));
  GlossAnnotationStore *store = gloss_placed_notes_get_store (fixture->notes);

  gloss_notes_pane_set_notes (fixture->pane, NULL, NULL);
  gloss_annotation_store_begin_group (store, "Many");
  for (guint i = 0; i < 2500; i++)
    add_note (fixture, "item_1", NULL, i % 100 == 0 ? "rare" : "common");
  gloss_annotation_store_end_group (store, NULL);
  gloss_notes_pane_set_notes (fixture->pane, fixture->notes, fixture->notebook);
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 2500);

  gtk_editable_set_text (search, "rare");
  gloss_ui_test_wait (is_searching, filtered);
  gloss_ui_test_wait (is_searched, filtered);
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 25);

  /* What is given up while it goes on leaves nothing behind. */
  gtk_editable_set_text (search, "common");
  gloss_ui_test_wait (is_searching, filtered);
  gloss_notes_pane_set_notes (fixture->pane, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 0);
  gloss_notes_pane_set_notes (fixture->pane, fixture->notes, fixture->notebook);
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 2500);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list = find (fixture, GTK_TYPE_LIST_VIEW);
  GtkWidget *row;

  add_note (fixture, "item_3", "digital", "Which one?");
  gloss_reader_test_settle ();
  row = find (fixture, GLOSS_TYPE_NOTE_ROW);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Notes");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A/1, para. 2 (3): Which one?; Position (Yellow)");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/notes-pane/pages", test_pages },
    { "/notes-pane/write", test_write },
    { "/notes-pane/choose-another", test_choose_another },
    { "/notes-pane/begun-is-dropped", test_begun_is_dropped },
    { "/notes-pane/begun-is-kept", test_begun_is_kept },
    { "/notes-pane/tags-and-color", test_tags_and_color },
    { "/notes-pane/filter", test_filter },
    { "/notes-pane/filter-many", test_filter_many },
    { "/notes-pane/remove", test_remove },
    { "/notes-pane/accessible", test_accessible },
  };

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}

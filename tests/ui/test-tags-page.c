/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-tags-page.h"

#include "annotation/gloss-tag-index.h"
#include "annotation/gloss-vocabulary-change.h"
#include "ui/gloss-note-changes.h"
#include "ui/gloss-tag-row.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossNotebook   *notebook;
  GtkWidget       *window;
  GtkWidget       *overlay;
  GlossTagsPage   *page;
  GlossAnnotation *notes[4];
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static GlossAnnotation *
add (Fixture    *fixture,
     const char *symbol,
     const char *tags)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = symbol, .start = -1, .end = -1 });
  g_auto (GStrv) parts = g_strsplit (tags, "|", -1);
  GlossAnnotation *annotation =
      gloss_annotation_new (anchor, "note", (const char * const *) parts, GLOSS_COLOR_YELLOW, "N. N.");
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, symbol, &error);

  g_assert_no_error (error);
  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  return annotation;
}

static void
describe (const char *tag,
          const char *record)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (records, (char *) tag, (char *) record);
  gloss_vocabulary_set_records (gloss_vocabulary_get_default (), records, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->notes[0] = add (fixture, "A", "law|peace");
  fixture->notes[1] = add (fixture, "A", "law/water");
  fixture->notes[2] = add (fixture, "B", "law|法");
  fixture->notes[3] = add (fixture, "C", "peace");
  describe ("law", "{\"color\":\"blue\",\"description\":\"What binds\"}");

  fixture->page = gloss_tags_page_new (fixture->notebook);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), GTK_WIDGET (fixture->page));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->page);
  gloss_reader_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) tags = gloss_vocabulary_dup_tags (gloss_vocabulary_get_default ());

  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->page);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->notes); i++)
    g_object_unref (fixture->notes[i]);
  g_assert_finalize_object (fixture->notebook);
  for (guint i = 0; i < tags->len; i++)
    describe (g_ptr_array_index (tags, i), NULL);
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (
      GTK_LIST_VIEW (gloss_reader_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW))));
}

/* The tags of the list, each with its count. */
static void
assert_list (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_reader_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (get_model (fixture)); i++)
    {
      g_autoptr (GlossTagEntry) entry = g_list_model_get_item (get_model (fixture), i);

      g_string_append_printf (out, "%s %u|", gloss_tag_entry_get_name (entry), gloss_tag_entry_get_n_within (entry));
    }
  g_assert_cmpstr (out->str, ==, expected);
}

/* The tags of the four notes. */
static void
assert_notes (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fixture->notes); i++)
    {
      g_autofree char *tags = g_strjoinv (",", (char **) gloss_annotation_get_tags (fixture->notes[i]));

      g_string_append_printf (out, "[%s]", tags);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  gloss_reader_test_settle ();
}

/* TRUE when a label with this text is shown somewhere in the window. */
static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = gloss_reader_test_find (GTK_WIDGET (fixture->page), GLOSS_TYPE_TAG_ROW);

  assert_list (fixture, "law 3|law/water 1|peace 2|法 1|");
  g_assert_true (shows (row, "law"));
  g_assert_true (shows (row, "What binds"));
  g_assert_true (shows (row, "3"));
  g_assert_true (shows (GTK_WIDGET (fixture->page), "water"));

  /* It follows the notes. */
  gloss_annotation_store_set_tags (gloss_notebook_get_store (fixture->notebook, "C", NULL), fixture->notes[3],
                                   (const char * const[]) { "war", NULL }, NULL);
  assert_list (fixture, "law 3|law/water 1|peace 1|war 1|法 1|");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *entry = gloss_reader_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "WAT");
  g_signal_emit_by_name (entry, "search-changed");
  assert_list (fixture, "law/water 1|");
  g_assert_true (shows (GTK_WIDGET (fixture->page), "law/water"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "法");
  g_signal_emit_by_name (entry, "search-changed");
  assert_list (fixture, "法 1|");
  gtk_editable_set_text (GTK_EDITABLE (entry), "none");
  g_signal_emit_by_name (entry, "search-changed");
  assert_list (fixture, "");
  g_assert_true (shows (GTK_WIDGET (fixture->page), "No Tags Found"));
}

/* In all documents, with what is nested and what is said of it: one step. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  GlossVocabulary *vocabulary = gloss_vocabulary_get_default ();

  gloss_tags_page_rename (fixture->page, "law", "lex");
  assert_notes (fixture, "[lex,peace][lex/water][lex,法][peace]");
  assert_list (fixture, "lex 3|lex/water 1|peace 2|法 1|");
  g_assert_cmpstr (gloss_tags_page_get_selected (fixture->page), ==, "lex");
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "lex"), ==, "What binds");
  g_assert_true (shows (fixture->overlay, "Renamed “law” to “lex” in 3 notes"));

  act (fixture, "tags.undo");
  assert_notes (fixture, "[law,peace][law/water][law,法][peace]");
  assert_list (fixture, "law 3|law/water 1|peace 2|法 1|");
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "law"), ==, "What binds");
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "lex"), ==, "");

  act (fixture, "tags.redo");
  assert_notes (fixture, "[lex,peace][lex/water][lex,法][peace]");
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (vocabulary, "lex"), ==, "What binds");
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  gloss_tags_page_rename (fixture->page, "law", "peace");
  assert_notes (fixture, "[peace][peace/water][peace,法][peace]");
  g_assert_true (shows (fixture->overlay, "Merged “law” into “peace” in 3 notes"));
  act (fixture, "tags.undo");
  assert_notes (fixture, "[law,peace][law/water][law,法][peace]");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (gloss_tags_page_select (fixture->page, "law"));
  act (fixture, "tags.delete");
  assert_notes (fixture, "[peace][][法][peace]");
  assert_list (fixture, "peace 2|法 1|");
  g_assert_cmpstr (gloss_tags_page_get_selected (fixture->page), ==, "peace");
  g_assert_true (shows (fixture->overlay, "Deleted “law” from 3 notes"));
  act (fixture, "tags.undo");
  assert_notes (fixture, "[law,peace][law/water][law,法][peace]");
  g_assert_cmpstr (gloss_vocabulary_get_tag_description (gloss_vocabulary_get_default (), "law"), ==, "What binds");
}

/* Undone in one of the documents, it is undone in all. */
static void
test_undo_from_a_document (Fixture       *fixture,
                           gconstpointer  data)
{
  GlossNoteChanges *changes = gloss_note_changes_get (fixture->notebook);
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, "B", NULL);
  GlossAnnotationStore *other = gloss_notebook_get_store (fixture->notebook, "A", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *redo_label = NULL;

  gloss_tags_page_rename (fixture->page, "law", "lex");
  gloss_annotation_store_set_note (other, fixture->notes[0], "written since", &error);
  g_assert_no_error (error);

  gloss_note_changes_undo_in (changes, store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Renamed “law” to “lex” in 3 notes");
  assert_notes (fixture, "[law,peace][law/water][law,法][peace]");
  g_assert_cmpstr (gloss_annotation_get_note (fixture->notes[0]), ==, "written since");

  gloss_note_changes_redo_in (changes, store, &redo_label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redo_label, ==, label);
  assert_notes (fixture, "[lex,peace][lex/water][lex,法][peace]");
}

/* What was tagged otherwise since stays, and the user is told. */
static void
test_undo_after_change (Fixture       *fixture,
                        gconstpointer  data)
{
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, "B", NULL);

  gloss_tags_page_rename (fixture->page, "law", "lex");
  gloss_annotation_store_set_tags (store, fixture->notes[2], (const char * const[]) { "lex", "new", NULL }, NULL);
  act (fixture, "tags.undo");
  assert_notes (fixture, "[law,peace][law/water][lex,new][peace]");
  g_assert_true (shows (fixture->overlay, "The note was changed elsewhere in the meantime, and stays as it is"));
}

static void
test_describe (Fixture       *fixture,
               gconstpointer  data)
{
  GlossVocabulary *vocabulary = gloss_vocabulary_get_default ();
  GlossColor color;

  gloss_tags_page_describe (fixture->page, "law", GLOSS_COLOR_RED, "Lex");
  gloss_reader_test_settle ();
  g_assert_true (shows (GTK_WIDGET (fixture->page), "Lex"));
  g_assert_true (gloss_vocabulary_get_tag_color (vocabulary, "law", &color));
  g_assert_cmpint (color, ==, GLOSS_COLOR_RED);

  act (fixture, "tags.undo");
  g_assert_true (shows (GTK_WIDGET (fixture->page), "What binds"));
  g_assert_true (gloss_vocabulary_get_tag_color (vocabulary, "law", &color));
  g_assert_cmpint (color, ==, GLOSS_COLOR_BLUE);

  gloss_tags_page_describe (fixture->page, "law", -1, "");
  g_assert_null (gloss_vocabulary_get_record (vocabulary, "law"));
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
test_rename_dialog (Fixture       *fixture,
                    gconstpointer  data)
{
  AdwAlertDialog *dialog;
  GtkWidget *entry;

  g_assert_true (gloss_tags_page_select (fixture->page, "law"));
  act (fixture, "tags.rename");
  dialog = ADW_ALERT_DIALOG (get_dialog (fixture));
  g_assert_nonnull (dialog);
  entry = adw_alert_dialog_get_extra_child (dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "law");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "rename"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "a, b");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "rename"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " peace ");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "rename"));
  g_assert_cmpstr (adw_alert_dialog_get_response_label (dialog, "rename"), ==, "_Merge");
  gtk_editable_set_text (GTK_EDITABLE (entry), " lex / scripta ");
  g_assert_cmpstr (adw_alert_dialog_get_response_label (dialog, "rename"), ==, "_Rename");

  g_signal_emit_by_name (dialog, "response", "rename");
  assert_notes (fixture, "[lex/scripta,peace][lex/scripta/water][lex/scripta,法][peace]");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gloss_reader_test_settle ();
}

static void
test_merge_dialog (Fixture       *fixture,
                   gconstpointer  data)
{
  AdwAlertDialog *dialog;
  GListModel *others;
  g_autoptr (GtkStringObject) first = NULL;

  g_assert_true (gloss_tags_page_select (fixture->page, "law"));
  act (fixture, "tags.merge");
  dialog = ADW_ALERT_DIALOG (get_dialog (fixture));
  g_assert_nonnull (dialog);

  /* Not into itself. */
  others = gtk_drop_down_get_model (GTK_DROP_DOWN (adw_alert_dialog_get_extra_child (dialog)));
  g_assert_cmpuint (g_list_model_get_n_items (others), ==, 2);
  first = g_list_model_get_item (others, 0);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "peace");

  g_signal_emit_by_name (dialog, "response", "merge");
  assert_notes (fixture, "[peace][peace/water][peace,法][peace]");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gloss_reader_test_settle ();
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/tags-page/list", test_list },
    { "/tags-page/search", test_search },
    { "/tags-page/rename", test_rename },
    { "/tags-page/merge", test_merge },
    { "/tags-page/delete", test_delete },
    { "/tags-page/undo-from-a-document", test_undo_from_a_document },
    { "/tags-page/undo-after-change", test_undo_after_change },
    { "/tags-page/describe", test_describe },
    { "/tags-page/rename-dialog", test_rename_dialog },
    { "/tags-page/merge-dialog", test_merge_dialog },
  };

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}

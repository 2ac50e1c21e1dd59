/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-reader-page.h"

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-kept-tags.h"
#include "ui/gloss-notes-pane.h"
#include "ui/gloss-reader-view.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument        *document;
  GlossNotebook        *notebook;
  GlossAnnotationStore *store;
  GSettings            *settings;
  GtkWidget            *window;
  GtkWidget            *overlay;
  GlossReaderPage      *page;
  GlossReaderView      *view;
  GlossNotesPane       *pane;
} Fixture;

static gboolean
has_rows (gpointer view)
{
  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new ("io.github.glossator.Glossator");
  g_settings_reset (fixture->settings, "highlight-color");
  g_settings_reset (fixture->settings, "show-marks");
  g_settings_reset (fixture->settings, "reading-places");

  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->store = gloss_reader_test_store (fixture->notebook);
  fixture->page = g_object_new (GLOSS_TYPE_READER_PAGE, NULL);
  fixture->view = gloss_reader_test_find (GTK_WIDGET (fixture->page), GLOSS_TYPE_READER_VIEW);
  fixture->pane = gloss_reader_test_find (GTK_WIDGET (fixture->page), GLOSS_TYPE_NOTES_PANE);

  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), GTK_WIDGET (fixture->page));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->overlay);
  gloss_reader_page_open (fixture->page, fixture->document, "A/1@en", fixture->notebook);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture->view);
  gloss_reader_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->notebook);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->settings);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  gloss_reader_test_settle ();
}

static void
press_digit (Fixture *fixture,
             int      digit)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reader.color", "i", digit));
  gloss_reader_test_settle ();
}

static GlossClauseRow *
find_row (GtkWidget  *root,
          const char *id)
{
  if (GLOSS_IS_CLAUSE_ROW (root))
    {
      GlossClause *clause = gloss_clause_row_get_clause (GLOSS_CLAUSE_ROW (root));

      return clause != NULL && g_str_equal (gloss_clause_get_id (clause), id) ? GLOSS_CLAUSE_ROW (root) : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GlossClauseRow *found = find_row (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkLabel *
find_text (Fixture    *fixture,
           const char *id)
{
  GlossClauseRow *row = find_row (GTK_WIDGET (fixture->view), id);
  const char *text = gloss_clause_get_text (gloss_clause_row_get_clause (row));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
      return GTK_LABEL (child);

  return NULL;
}

typedef struct
{
  Fixture    *fixture;
  const char *id;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  const Arrival *arrival = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (arrival->fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (arrival->fixture->view)) &&
         find_row (focus, arrival->id) != NULL;
}

/* Selects a phrase as by the keyboard. */
static void
select_phrase (Fixture    *fixture,
               const char *id,
               int         start,
               int         end)
{
  GtkLabel *label;

  gloss_reader_page_show_clause (fixture->page, id);
  gloss_ui_test_wait (has_arrived, &(Arrival) { fixture, id });
  gloss_reader_test_settle ();
  label = find_text (fixture, id);
  g_assert_nonnull (label);
  gtk_widget_grab_focus (GTK_WIDGET (label));
  gtk_label_select_region (label, start, end);
  gloss_reader_test_settle ();
}

/* What the store holds: quotation, colour and tags of each. */
static void
assert_store (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->store)); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);
      g_autofree char *quotation = gloss_anchor_dup_quotation (gloss_annotation_get_anchor (annotation), NULL);
      g_autofree char *tags = g_strjoinv (",", (char **) gloss_annotation_get_tags (annotation));

      g_string_append_printf (out, "%s %s [%s]|", quotation, gloss_color_to_string (gloss_annotation_get_color (annotation)),
                              tags);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

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
test_digits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *color = NULL;
  g_autofree char *same = NULL;

  /* With words selected: a highlight. */
  select_phrase (fixture, "item_1", 3, 7);
  press_digit (fixture, 4);
  assert_store (fixture, "keep red []|");
  color = g_settings_get_string (fixture->settings, "highlight-color");
  g_assert_cmpstr (color, ==, "red");

  /* Without: the colour of the next one. */
  gloss_reader_page_show_clause (fixture->page, "item_2");
  press_digit (fixture, 2);
  assert_store (fixture, "keep red []|");
  g_assert_true (shows (fixture->overlay, "Next highlight: Question (Green)"));

  /* On the chosen note: its colour, and of nothing else. */
  gloss_reader_page_show_clause (fixture->page, "item_1");
  act (fixture, "reader.next-mark");
  press_digit (fixture, 3);
  assert_store (fixture, "keep blue []|");
  same = g_settings_get_string (fixture->settings, "highlight-color");
  g_assert_cmpstr (same, ==, "green");

  /* It is chosen still, but the reader went on. */
  gloss_reader_page_show_clause (fixture->page, "item_3");
  press_digit (fixture, 5);
  assert_store (fixture, "keep blue []|");

  press_digit (fixture, 7);
  press_digit (fixture, 0);
  assert_store (fixture, "keep blue []|");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  select_phrase (fixture, "item_1", 3, 7);
  press_digit (fixture, 4);
  act (fixture, "reader.next-mark");
  press_digit (fixture, 6);
  assert_store (fixture, "keep gray []|");

  act (fixture, "reader.undo");
  assert_store (fixture, "keep red []|");
  g_assert_true (shows (fixture->overlay, "Undone: Change Color"));
  act (fixture, "reader.undo");
  assert_store (fixture, "");
  g_assert_true (shows (fixture->overlay, "Undone: Add Note"));
  act (fixture, "reader.redo");
  act (fixture, "reader.redo");
  assert_store (fixture, "keep gray []|");
  g_assert_true (shows (fixture->overlay, "Redone: Change Color"));
}

static void
test_kept_tags (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const tags[] = { "peace", "law/water", NULL };
  GlossKeptTags *kept = gloss_reader_test_find (GTK_WIDGET (fixture->page), GLOSS_TYPE_KEPT_TAGS);

  act (fixture, "marks.keep-tag");
  gloss_kept_tags_begin (kept, tags);
  gloss_reader_test_settle ();
  g_assert_true (shows (GTK_WIDGET (kept), "peace"));
  select_phrase (fixture, "item_1", 3, 7);
  act (fixture, "reader.highlight");
  select_phrase (fixture, "item_2", 3, 13);
  press_digit (fixture, 2);
  assert_store (fixture, "keep yellow [peace,law/water]|coöperate green [peace,law/water]|");

  act (fixture, "marks.keep-tag");
  g_assert_false (shows (GTK_WIDGET (kept), "peace"));
  select_phrase (fixture, "item_3", 3, 9);
  act (fixture, "reader.highlight");
  assert_store (fixture, "keep yellow [peace,law/water]|coöperate green [peace,law/water]|bridge green []|");

  /* The same ones the next time, and one step of undo each. */
  act (fixture, "marks.keep-tag");
  g_assert_true (shows (GTK_WIDGET (kept), "peace"));
  act (fixture, "reader.undo");
  act (fixture, "reader.undo");
  assert_store (fixture, "keep yellow [peace,law/water]|");
}

static gboolean
is_tagging (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) != NULL;
}

static gboolean
is_reading (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->view));
}

static void
test_tag (Fixture       *fixture,
          gconstpointer  data)
{
  select_phrase (fixture, "item_1", 3, 7);
  act (fixture, "reader.tag");
  gloss_ui_test_wait (is_tagging, fixture);
  assert_store (fixture, "keep yellow []|");
  g_assert_nonnull (gloss_notes_pane_get_selected (fixture->pane));

  /* On the clause: the note that is there, not another one. */
  gloss_reader_page_show_clause (fixture->page, "item_1");
  gloss_ui_test_wait (is_reading, fixture);
  act (fixture, "reader.tag");
  gloss_ui_test_wait (is_tagging, fixture);
  assert_store (fixture, "keep yellow []|");
}

/* Every mark is reached: those of one clause one after the other, then those of the next, and round. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  GString *walk = g_string_new (NULL);

  select_phrase (fixture, "item_1", 3, 17);
  act (fixture, "reader.highlight");
  select_phrase (fixture, "item_1", 3, 7);
  act (fixture, "reader.highlight");
  select_phrase (fixture, "item_3", 3, 9);
  act (fixture, "reader.highlight");
  gloss_reader_page_show_clause (fixture->page, "title");

  for (guint i = 0; i < 5; i++)
    {
      GlossPlacedNote *note;
      g_autofree char *quotation = NULL;

      act (fixture, i < 4 ? "reader.next-mark" : "reader.previous-mark");
      note = gloss_notes_pane_get_selected (fixture->pane);
      g_assert_nonnull (note);
      quotation = gloss_anchor_dup_quotation (gloss_annotation_get_anchor (gloss_placed_note_get_annotation (note)), NULL);
      g_string_append_printf (walk, "%s|", quotation);
    }
  g_assert_cmpstr (walk->str, ==, "keep the peace|keep|bridge|keep the peace|bridge|");
  g_string_free (walk, TRUE);
}

static gboolean
has_marks (Fixture    *fixture,
           const char *id)
{
  PangoAttrList *attributes = gtk_label_get_attributes (find_text (fixture, id));
  g_autoptr (PangoAttrIterator) iter = attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;

  if (iter == NULL)
    return FALSE;
  do
    if (pango_attr_iterator_get (iter, PANGO_ATTR_BACKGROUND) != NULL)
      return TRUE;
  while (pango_attr_iterator_next (iter));

  return FALSE;
}

static void
test_hide_marks (Fixture       *fixture,
                 gconstpointer  data)
{
  select_phrase (fixture, "item_1", 3, 7);
  act (fixture, "reader.highlight");
  g_assert_true (has_marks (fixture, "item_1"));
  g_assert_true (shows (GTK_WIDGET (find_row (GTK_WIDGET (fixture->view), "item_1")), "1"));

  act (fixture, "marks.show-marks");
  g_assert_false (has_marks (fixture, "item_1"));
  g_assert_false (shows (GTK_WIDGET (find_row (GTK_WIDGET (fixture->view), "item_1")), "1"));
  g_assert_false (g_settings_get_boolean (fixture->settings, "show-marks"));

  act (fixture, "marks.show-marks");
  g_assert_true (has_marks (fixture, "item_1"));
}

static gboolean
is_writing (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && GTK_IS_TEXT_VIEW (focus);
}

static void
test_document_note (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *focus;
  g_autoptr (GlossAnnotation) annotation = NULL;
  const GlossAnchorData *anchor;

  select_phrase (fixture, "item_1", 3, 7);
  act (fixture, "reader.highlight");
  act (fixture, "reader.new-document-note");
  gloss_ui_test_wait (is_writing, fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "On all of it", -1);
  gloss_reader_page_commit (fixture->page);
  gloss_reader_test_settle ();
  assert_store (fixture, "keep yellow []| yellow []|");

  annotation = g_list_model_get_item (G_LIST_MODEL (fixture->store), 1);
  anchor = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  g_assert_cmpstr (anchor->symbol, ==, "A/1");
  g_assert_null (anchor->clause_id);
  g_assert_true (shows (GTK_WIDGET (fixture->pane), "On the whole document"));
  g_assert_true (shows (GTK_WIDGET (fixture->pane), "A/1"));
  act (fixture, "reader.undo");
  assert_store (fixture, "keep yellow []|");
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
    { "/reader-page-marks/digits", test_digits },
    { "/reader-page-marks/undo", test_undo },
    { "/reader-page-marks/kept-tags", test_kept_tags },
    { "/reader-page-marks/tag", test_tag },
    { "/reader-page-marks/walk", test_walk },
    { "/reader-page-marks/hide-marks", test_hide_marks },
    { "/reader-page-marks/document-note", test_document_note },
  };

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}

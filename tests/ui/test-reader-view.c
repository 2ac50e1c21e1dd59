/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-reader-view.h"

#include <string.h>

#include "ui/gloss-clause-row.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument    *document;
  GlossNotebook    *notebook;
  GlossPlacedNotes *notes;
  GtkWidget        *window;
  GlossReaderView  *view;
  guint             n_selections;
  GlossPlacedNote  *picked;
} Fixture;

static void
selection_changed_cb (GlossReaderView *view,
                      Fixture         *fixture)
{
  fixture->n_selections++;
}

static void
note_picked_cb (GlossReaderView *view,
                GlossPlacedNote *note,
                Fixture         *fixture)
{
  fixture->picked = note;
}

static gboolean
has_rows (gpointer view)
{
  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  language)
{
  fixture->document = gloss_reader_test_document (language != NULL ? language : "en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->notes = gloss_placed_notes_new (fixture->document, gloss_reader_test_store (fixture->notebook));
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (GLOSS_TYPE_READER_VIEW, NULL);
  g_signal_connect (fixture->view, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
  g_signal_connect (fixture->view, "note-picked", G_CALLBACK (note_picked_cb), fixture);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gloss_reader_view_set_document (fixture->view, fixture->document, fixture->notes);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture->view);
  fixture->n_selections = 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->notes);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

/* (transfer none): the row of the clause @id. */
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
      GlossClauseRow *row = find_row (child, id);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* (transfer none): the label that shows the text of the clause @id. */
static GtkLabel *
find_text (Fixture    *fixture,
           const char *id)
{
  GlossClauseRow *row = find_row (GTK_WIDGET (fixture->view), id);

  g_assert_nonnull (row);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "clause-text"))
      return GTK_LABEL (child);

  g_assert_not_reached ();
}

/* Whether the text of the clause @id has an attribute of @type at the byte @byte. */
static gboolean
has_attribute (Fixture       *fixture,
               const char    *id,
               PangoAttrType  type,
               int            byte)
{
  PangoAttrList *attributes = gtk_label_get_attributes (find_text (fixture, id));
  g_autoptr (GSList) list = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  gboolean found = FALSE;

  for (GSList *l = list; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type == type && attribute->start_index <= (guint) byte && (guint) byte < attribute->end_index)
        found = TRUE;
      pango_attribute_destroy (attribute);
    }

  return found;
}

/* How the text of the clause @id is underlined at the byte @byte. */
static int
get_underline (Fixture    *fixture,
               const char *id,
               int         byte)
{
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (find_text (fixture, id)));
  int start, end;

  do
    {
      PangoAttribute *attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_UNDERLINE);

      pango_attr_iterator_range (iterator, &start, &end);
      if (start <= byte && byte < end && attribute != NULL)
        return ((PangoAttrInt *) attribute)->value;
    }
  while (pango_attr_iterator_next (iterator));

  return PANGO_UNDERLINE_NONE;
}

static guint
count_selected (Fixture *fixture)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (fixture->view);

  return (guint) gtk_bitset_get_size (selection);
}

static void
add_note (Fixture    *fixture,
          const char *id,
          const char *quote,
          const char *note)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->document, id, quote, note);

  gloss_annotation_store_add (gloss_placed_notes_get_store (fixture->notes), annotation, NULL);
}

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GtkBitset) selection = NULL;

  g_assert_cmpuint (count_selected (fixture), ==, 0);
  gloss_reader_view_show_clause (fixture->view, 3, GLOSS_READER_SELECT | GLOSS_READER_FLASH);
  selection = gloss_reader_view_get_selection (fixture->view);
  g_assert_cmpuint (gtk_bitset_get_size (selection), ==, 1);
  g_assert_true (gtk_bitset_contains (selection, 3));
  g_assert_cmpuint (fixture->n_selections, ==, 1);

  gloss_reader_view_show_clause (fixture->view, 4, GLOSS_READER_SELECT);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list = gloss_reader_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (find_row (list, "item_3")));
  GtkWidget *partial = gtk_widget_get_parent (GTK_WIDGET (find_row (list, "item_2")));

  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Clauses");
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "(3) To bridge the digital divide;");

  add_note (fixture, "item_3", NULL, "a");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "(3) To bridge the digital divide;; 1 note");
  add_note (fixture, "item_3", "bridge", "b");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "(3) To bridge the digital divide;; 2 notes");

  gtk_test_accessible_assert_property (partial, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "(2) To coöperate with every State;; "
                                       "The main phrases are confirmed, the rest is transcribed");
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  int digital = (int) strlen ("To bridge the ");
  GlossPlacedNote *note;

  g_assert_false (has_attribute (fixture, "item_3", PANGO_ATTR_BACKGROUND, digital));
  add_note (fixture, "item_3", "digital", NULL);
  g_assert_true (has_attribute (fixture, "item_3", PANGO_ATTR_BACKGROUND, digital));
  g_assert_false (has_attribute (fixture, "item_3", PANGO_ATTR_BACKGROUND, 0));

  /* A note is told from a highlight, and the chosen note from the others. */
  g_assert_cmpint (get_underline (fixture, "item_3", digital), ==, PANGO_UNDERLINE_SINGLE);
  note = g_ptr_array_index (gloss_placed_notes_get_on_clause (fixture->notes, 4), 0);
  gloss_placed_notes_set_note (fixture->notes, note, "Which?");
  g_assert_cmpint (get_underline (fixture, "item_3", digital), ==, PANGO_UNDERLINE_DOUBLE);
  g_assert_false (has_attribute (fixture, "item_3", PANGO_ATTR_OVERLINE, digital));
  gloss_reader_view_set_current_note (fixture->view, note);
  g_assert_true (has_attribute (fixture, "item_3", PANGO_ATTR_OVERLINE, digital));
  gloss_reader_view_set_current_note (fixture->view, NULL);
  g_assert_false (has_attribute (fixture, "item_3", PANGO_ATTR_OVERLINE, digital));

  gloss_placed_notes_remove (fixture->notes, note);
  g_assert_false (has_attribute (fixture, "item_3", PANGO_ATTR_BACKGROUND, digital));
}

static void
test_matches (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) matches = gloss_document_search (fixture->document, "peace", NULL, NULL);
  int in_item_1 = (int) strlen ("To keep the ");
  int in_item_4 = (int) strlen ("To settle every dispute in ");

  g_assert_cmpuint (matches->len, ==, 2);
  gloss_reader_view_set_matches (fixture->view, GLOSS_PARALLEL_FIRST, matches, 1);
  g_assert_true (has_attribute (fixture, "item_1", PANGO_ATTR_BACKGROUND, in_item_1));
  g_assert_true (has_attribute (fixture, "item_1", PANGO_ATTR_OVERLINE, in_item_1));
  g_assert_cmpint (get_underline (fixture, "item_1", in_item_1), ==, PANGO_UNDERLINE_NONE);
  g_assert_true (has_attribute (fixture, "item_4", PANGO_ATTR_OVERLINE, in_item_4));
  g_assert_cmpint (get_underline (fixture, "item_4", in_item_4), ==, PANGO_UNDERLINE_DOUBLE);
  g_assert_false (has_attribute (fixture, "item_3", PANGO_ATTR_BACKGROUND, 0));

  gloss_reader_view_set_matches (fixture->view, GLOSS_PARALLEL_FIRST, NULL, -1);
  g_assert_false (has_attribute (fixture, "item_1", PANGO_ATTR_BACKGROUND, in_item_1));
}

static void
test_phrase (Fixture       *fixture,
             gconstpointer  data)
{
  GtkLabel *text = find_text (fixture, "item_2");
  GlossClause *clause;
  guint start, end;

  g_assert_false (gloss_reader_view_get_phrase (fixture->view, &clause, &start, &end));

  /* Spaces around the words do not belong to it; positions are code points. */
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_label_select_region (text, 12, 18);
  g_assert_true (gloss_reader_view_get_phrase (fixture->view, &clause, &start, &end));
  g_assert_cmpstr (gloss_clause_get_id (clause), ==, "item_2");
  g_assert_cmpuint (start, ==, 13);
  g_assert_cmpuint (end, ==, 17);

  /* All of the text is the clause, not a phrase in it. */
  gtk_label_select_region (text, 0, -1);
  g_assert_false (gloss_reader_view_get_phrase (fixture->view, &clause, &start, &end));

  /* There is one phrase at a time. */
  gtk_label_select_region (text, 13, 17);
  gtk_widget_grab_focus (GTK_WIDGET (find_text (fixture, "item_3")));
  g_assert_false (gloss_reader_view_get_phrase (fixture->view, &clause, &start, &end));
  g_assert_false (gtk_label_get_selection_bounds (text, NULL, NULL));
}

static void
test_marker (Fixture       *fixture,
             gconstpointer  data)
{
  GlossClauseRow *row = find_row (GTK_WIDGET (fixture->view), "item_3");
  GtkWidget *marker;

  g_assert_null (gloss_reader_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON));
  add_note (fixture, "item_3", NULL, "a");
  add_note (fixture, "item_3", "divide", "b");
  marker = gloss_reader_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (marker));
  gtk_test_accessible_assert_property (marker, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 notes");

  g_signal_emit_by_name (marker, "clicked");
  g_assert_true (fixture->picked == g_ptr_array_index (gloss_placed_notes_get_on_clause (fixture->notes, 4), 0));
  gloss_reader_view_set_current_note (fixture->view, fixture->picked);
  g_signal_emit_by_name (marker, "clicked");
  g_assert_true (fixture->picked == g_ptr_array_index (gloss_placed_notes_get_on_clause (fixture->notes, 4), 1));

  gloss_placed_notes_remove (fixture->notes, fixture->picked);
  gloss_reader_view_set_current_note (fixture->view, NULL);
  gloss_placed_notes_remove (fixture->notes, g_ptr_array_index (gloss_placed_notes_get_on_clause (fixture->notes, 4), 0));
  g_assert_false (gtk_widget_get_visible (marker));
}

/* The text runs as its language does, not as that of the interface. */
static void
test_direction (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (find_text (fixture, "item_1"))), ==, GTK_TEXT_DIR_RTL);
  g_assert_true (has_attribute (fixture, "item_1", PANGO_ATTR_LANGUAGE, 0));
}

static void
test_without_notes (Fixture       *fixture,
                    gconstpointer  data)
{
  gloss_reader_view_show_clause (fixture->view, 3, GLOSS_READER_SELECT);
  gloss_reader_view_set_document (fixture->view, fixture->document, NULL);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  gloss_ui_test_wait (has_rows, fixture->view);

  gloss_reader_view_set_document (fixture->view, NULL, NULL);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_null (gloss_reader_view_get_top_clause (fixture->view));
}

/* What Shift and an arrow key do. */
static void
extend_to (Fixture *fixture,
           guint    position)
{
  GtkWidget *list = gloss_reader_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);

  g_assert_true (gtk_widget_activate_action (list, "list.select-item", "(ubb)", position, FALSE, TRUE));
}

static void
test_extend (Fixture       *fixture,
             gconstpointer  data)
{
  gloss_reader_view_show_clause (fixture->view, 1, GLOSS_READER_SELECT);
  extend_to (fixture, 3);
  g_assert_cmpuint (count_selected (fixture), ==, 3);

  gloss_reader_view_restore (fixture->view, NULL, gloss_document_get_clause (fixture->document, 2));
  extend_to (fixture, 1);
  g_assert_cmpuint (count_selected (fixture), ==, 2);
}

/* However many notes on a clause change at once, the row shows them as they are in the end; and a view
 * that goes before is not asked again. */
static void
test_many_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  GlossAnnotationStore *store = gloss_placed_notes_get_store (fixture->notes);
  GlossClauseRow *row = find_row (GTK_WIDGET (fixture->view), "item_1");
  g_autofree char *speech = NULL;

  gloss_annotation_store_begin_group (store, "Many");
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->document, "item_1", NULL, "x");

      gloss_annotation_store_add (store, annotation, NULL);
    }
  gloss_annotation_store_end_group (store, NULL);
  gloss_reader_test_settle ();
  g_object_get (row, "speech", &speech, NULL);
  g_assert_nonnull (strstr (speech, "; 100 notes"));

  gloss_annotation_store_undo (store, NULL);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/reader-view/select", Fixture, NULL, set_up, test_select, tear_down);
  g_test_add ("/reader-view/extend", Fixture, NULL, set_up, test_extend, tear_down);
  g_test_add ("/reader-view/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/reader-view/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/reader-view/many-changes", Fixture, NULL, set_up, test_many_changes, tear_down);
  g_test_add ("/reader-view/matches", Fixture, NULL, set_up, test_matches, tear_down);
  g_test_add ("/reader-view/phrase", Fixture, NULL, set_up, test_phrase, tear_down);
  g_test_add ("/reader-view/marker", Fixture, NULL, set_up, test_marker, tear_down);
  g_test_add ("/reader-view/direction", Fixture, "ar", set_up, test_direction, tear_down);
  g_test_add ("/reader-view/without-notes", Fixture, NULL, set_up, test_without_notes, tear_down);

  return gloss_ui_test_run ();
}

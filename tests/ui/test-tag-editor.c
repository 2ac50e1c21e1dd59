/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-tag-editor.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossNotebook  *notebook;
  GtkWidget      *window;
  GlossTagEditor *editor;
  GtkWidget      *entry;
  guint           n_changes;
} Fixture;

static void
count_cb (GlossTagEditor *editor,
          Fixture        *fixture)
{
  fixture->n_changes++;
  gloss_tag_editor_set_tags (editor, gloss_tag_editor_get_tags (editor));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const used[] = { "peace", "internet-governance", "互联网治理", NULL };
  static const char *const tags[] = { "peace", NULL };
  g_autoptr (GlossDocument) document = gloss_reader_test_document ("en");
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (document, "item_1", NULL, "a");
  GlossAnnotationStore *store;

  fixture->notebook = gloss_reader_test_notebook (NULL);
  store = gloss_reader_test_store (fixture->notebook);
  gloss_annotation_store_add (store, annotation, NULL);
  gloss_annotation_store_set_tags (store, annotation, used, NULL);

  fixture->window = gtk_window_new ();
  fixture->editor = GLOSS_TAG_EDITOR (gloss_tag_editor_new (fixture->notebook));
  fixture->entry = gloss_reader_test_find (GTK_WIDGET (fixture->editor), GTK_TYPE_ENTRY);
  gloss_tag_editor_set_tags (fixture->editor, tags);
  g_signal_connect (fixture->editor, "tags-changed", G_CALLBACK (count_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->editor));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->entry);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->editor);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->editor);
  g_clear_object (&fixture->notebook);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static void
assert_tags (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *tags = g_strjoinv ("|", (char **) gloss_tag_editor_get_tags (fixture->editor));

  g_assert_cmpstr (tags, ==, expected);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  type (fixture, "  security ");
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_tags (fixture, "peace|security");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");

  /* None twice, and none of nothing. */
  type (fixture, "peace");
  g_signal_emit_by_name (fixture->entry, "activate");
  type (fixture, "   ");
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_tags (fixture, "peace|security");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* A comma ends a tag, in the scripts that have another one as well. */
static void
test_commas (Fixture       *fixture,
             gconstpointer  data)
{
  type (fixture, "a, b");
  assert_tags (fixture, "peace|a|b");
  type (fixture, "安全，主权、治理");
  assert_tags (fixture, "peace|a|b|安全|主权|治理");
}

static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  type (fixture, "half a ta");
  gloss_tag_editor_commit (fixture->editor);
  assert_tags (fixture, "peace|half a ta");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button = gloss_reader_test_find (GTK_WIDGET (fixture->editor), GTK_TYPE_BUTTON);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Tag “peace”");
  g_signal_emit_by_name (button, "clicked");
  assert_tags (fixture, "");
  g_assert_null (gloss_reader_test_find (GTK_WIDGET (fixture->editor), GTK_TYPE_BUTTON));
}

/* Tags in use are offered, but for those that are there. */
static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkListBox *list;
  GtkListBoxRow *row;

  type (fixture, "e");
  list = gloss_reader_test_find (GTK_WIDGET (fixture->editor), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (list);
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))), ==, "internet-governance");
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));

  type (fixture, "治理");
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))), ==, "互联网治理");
  g_signal_emit_by_name (list, "row-activated", row);
  assert_tags (fixture, "peace|互联网治理");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
}

/* Tab leaves the entry, forwards and backwards. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      guint n_steps = 0;

      gtk_widget_grab_focus (GTK_WIDGET (fixture->editor));
      while (gtk_widget_child_focus (GTK_WIDGET (fixture->editor), directions[i]) && n_steps < 10)
        n_steps++;
      g_assert_cmpuint (n_steps, <=, 2); /* over the tag */
    }
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/tag-editor/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/tag-editor/commas", Fixture, NULL, set_up, test_commas, tear_down);
  g_test_add ("/tag-editor/commit", Fixture, NULL, set_up, test_commit, tear_down);
  g_test_add ("/tag-editor/leave", Fixture, NULL, set_up, test_leave, tear_down);
  g_test_add ("/tag-editor/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/tag-editor/suggestions", Fixture, NULL, set_up, test_suggestions, tear_down);

  return gloss_ui_test_run ();
}

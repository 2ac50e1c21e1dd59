/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-color-names.h"

#include "gloss-reader-test.h"

typedef struct
{
  char            *folder;
  GlossVocabulary *vocabulary;
  GlossColorNames *names;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_build_filename (gloss_ui_test_folder, "words-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (fixture->folder));
  fixture->vocabulary = gloss_vocabulary_new (fixture->folder);
  fixture->names = g_object_ref_sink (g_object_new (GLOSS_TYPE_COLOR_NAMES, NULL));
  gloss_color_names_set_vocabulary (fixture->names, fixture->vocabulary);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->names != NULL)
    g_assert_finalize_object (fixture->names);
  g_assert_finalize_object (fixture->vocabulary);
  g_free (fixture->folder);
}

/* (transfer none): the row of the colour that is called @title. */
static GtkEditable *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return GTK_EDITABLE (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkEditable *
row (Fixture    *fixture,
     GlossColor  color)
{
  GtkEditable *found = find_row (GTK_WIDGET (fixture->names), gloss_color_get_label (color));

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_written (gpointer data)
{
  GlossVocabulary *vocabulary = ((Fixture *) data)->vocabulary;

  return g_str_equal (gloss_vocabulary_get_color_name (vocabulary, GLOSS_COLOR_BLUE), "反对 & more");
}

/* A name is written when typing pauses. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossVocabulary) again = NULL;

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    g_assert_cmpstr (gtk_editable_get_text (row (fixture, i)), ==, gloss_vocabulary_get_default_name (i));

  gtk_editable_set_text (row (fixture, GLOSS_COLOR_BLUE), "反对");
  gtk_editable_set_text (row (fixture, GLOSS_COLOR_BLUE), "反对 & more");
  gloss_ui_test_wait (is_written, fixture);

  again = gloss_vocabulary_new (fixture->folder);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (again, GLOSS_COLOR_BLUE), ==, "反对 & more");
  g_assert_cmpstr (gloss_vocabulary_get_color_name (again, GLOSS_COLOR_RED), ==,
                   gloss_vocabulary_get_default_name (GLOSS_COLOR_RED));
}

/* What was typed last is not lost when the dialog goes. */
static void
test_commit_in_the_end (Fixture       *fixture,
                        gconstpointer  data)
{
  gtk_editable_set_text (row (fixture, GLOSS_COLOR_GREEN), "To support");
  g_assert_finalize_object (g_steal_pointer (&fixture->names));
  g_assert_cmpstr (gloss_vocabulary_get_color_name (fixture->vocabulary, GLOSS_COLOR_GREEN), ==, "To support");
}

static void
test_default (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_editable_set_text (row (fixture, GLOSS_COLOR_RED), "Never");
  gloss_color_names_commit (fixture->names);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (fixture->vocabulary, GLOSS_COLOR_RED), ==, "Never");

  gtk_editable_set_text (row (fixture, GLOSS_COLOR_RED), "  ");
  gloss_color_names_commit (fixture->names);
  g_assert_cmpstr (gloss_vocabulary_get_color_name (fixture->vocabulary, GLOSS_COLOR_RED), ==,
                   gloss_vocabulary_get_default_name (GLOSS_COLOR_RED));
}

/* What is named elsewhere is shown, unless it is just being typed here. */
static void
test_named_elsewhere (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  gtk_editable_set_text (row (fixture, GLOSS_COLOR_RED), "Being typed");
  gloss_vocabulary_set_color_name (fixture->vocabulary, GLOSS_COLOR_YELLOW, "Our position", &error);
  g_assert_no_error (error);

  g_assert_cmpstr (gtk_editable_get_text (row (fixture, GLOSS_COLOR_YELLOW)), ==, "Our position");
  g_assert_cmpstr (gtk_editable_get_text (row (fixture, GLOSS_COLOR_RED)), ==, "Being typed");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/color-names/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/color-names/commit-in-the-end", Fixture, NULL, set_up, test_commit_in_the_end, tear_down);
  g_test_add ("/color-names/default", Fixture, NULL, set_up, test_default, tear_down);
  g_test_add ("/color-names/named-elsewhere", Fixture, NULL, set_up, test_named_elsewhere, tear_down);

  return gloss_ui_test_run ();
}

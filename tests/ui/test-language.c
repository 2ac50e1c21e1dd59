/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-language.h"

#include <string.h>

#include "gloss-ui-test.h"

static void
test_direction (void)
{
  g_assert_cmpint (gloss_language_get_direction ("en"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gloss_language_get_direction ("zh"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gloss_language_get_direction ("zh-Hant"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gloss_language_get_direction ("ar"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gloss_language_get_direction ("fa-IR"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gloss_language_get_direction ("he"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gloss_language_get_direction ("und"), ==, GTK_TEXT_DIR_NONE);
  g_assert_cmpint (gloss_language_get_direction (""), ==, GTK_TEXT_DIR_NONE);
  g_assert_cmpint (gloss_language_get_direction (NULL), ==, GTK_TEXT_DIR_NONE);
}

/* A plain text says nothing of its language: its letters do. */
static void
test_find_direction (void)
{
  g_assert_cmpint (gloss_language_find_direction ("und", "Each State"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gloss_language_find_direction ("und", "(1) تتعهد كل دولة (State)"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gloss_language_find_direction (NULL, "כל מדינה"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gloss_language_find_direction ("en", "كل"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gloss_language_find_direction ("und", "(1)"), ==, GTK_TEXT_DIR_NONE);
}

static void
assert_name (const char *language,
             const char *expected)
{
  g_autofree char *name = gloss_language_dup_name (language);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_name (void)
{
  assert_name ("en", "English");
  assert_name ("zh", "Chinese");
  assert_name ("qzz", "qzz");
  assert_name ("und", "Unknown language");
  assert_name (NULL, "Unknown language");
}

/* The point at the end of a citation in an Arabic line stands to the right of its words. */
static void
test_isolate (void)
{
  g_autofree char *own = gloss_language_isolate ("letter, first para.");
  g_autofree char *line = g_strdup_printf ("جديد · %s", own);
  GtkWidget *label = g_object_ref_sink (gtk_label_new (line));
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  int point = (int) (strrchr (line, '.') - line);
  int first = (int) (strchr (line, 'l') - line);
  PangoRectangle point_place, first_place;

  pango_layout_index_to_pos (layout, point, &point_place);
  pango_layout_index_to_pos (layout, first, &first_place);
  g_assert_cmpint (point_place.x, >, first_place.x);

  g_object_unref (label);
}

static void
test_apply (void)
{
  g_autoptr (GtkLabel) label = NULL;
  PangoAttrIterator *iterator;
  PangoAttribute *attribute;

  label = GTK_LABEL (g_object_ref_sink (gtk_label_new ("قانون")));
  gloss_language_apply ("ar", label, NULL);

  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_RTL);
  iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE);
  g_assert_nonnull (attribute);
  g_assert_cmpstr (pango_language_to_string (((PangoAttrLanguage *) attribute)->value), ==, "ar");
  pango_attr_iterator_destroy (iterator);

  /* A label is used again for another text. */
  gloss_language_apply ("en", label, NULL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_LTR);
}

/* In a list the words stand where those of the interface begin, whichever way they run. */
static void
test_apply_in_list (void)
{
  g_autoptr (GtkLabel) label = GTK_LABEL (g_object_ref_sink (gtk_label_new ("كل دولة")));

  gloss_language_apply_in_list ("ar", label, NULL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 1);
  gtk_label_set_text (label, "Each State");
  gloss_language_apply_in_list ("en", label, NULL);
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 0);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gloss_language_apply_in_list ("en", label, NULL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/language/direction", test_direction);
  g_test_add_func ("/language/name", test_name);
  g_test_add_func ("/language/isolate", test_isolate);
  g_test_add_func ("/language/apply", test_apply);
  g_test_add_func ("/language/find-direction", test_find_direction);
  g_test_add_func ("/language/apply-in-list", test_apply_in_list);

  return gloss_ui_test_run ();
}

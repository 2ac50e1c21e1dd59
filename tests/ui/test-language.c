/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-language.h"

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

int
main (int argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/language/direction", test_direction);
  g_test_add_func ("/language/name", test_name);
  g_test_add_func ("/language/apply", test_apply);

  return gloss_ui_test_run ();
}

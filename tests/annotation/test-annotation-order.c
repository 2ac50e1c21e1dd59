/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-order.h"

#include <locale.h>

#include "annotation/gloss-annotation-json.h"

/* (transfer full) @tags and @modified as they stand in a file. */
static GlossAnnotation *
make (const char *const *tags,
      const char        *modified)
{
  const GlossAnchorData data = { .symbol = "A/1", .language = "en", .source = "urn:example:1", .start = -1, .end = -1 };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "Note", tags, GLOSS_COLOR_GREEN, "Ada");
  g_autoptr (JsonNode) node = gloss_annotation_to_json (annotation);
  GlossAnnotation *changed;
  g_autoptr (GError) error = NULL;

  if (modified != NULL)
    json_object_set_string_member (json_node_get_object (node), "modified", modified);
  changed = gloss_annotation_new_from_json (node, &error);
  g_assert_no_error (error);

  return changed;
}

static void
test_tag (void)
{
  static const char *const tags[] = { "war", "law", "peace", NULL };
  g_autoptr (GlossAnnotation) tagged = make (tags, NULL);
  g_autoptr (GlossAnnotation) plain = make (NULL, NULL);

  g_assert_cmpstr (gloss_annotation_order_get_tag (tagged), ==, "law");
  g_assert_cmpstr (gloss_annotation_order_get_tag (plain), ==, "");
}

static void
test_compare_tags (void)
{
  g_assert_cmpint (gloss_annotation_order_compare_tags ("law", "peace"), <, 0);
  g_assert_cmpint (gloss_annotation_order_compare_tags ("peace", "law"), >, 0);
  g_assert_cmpint (gloss_annotation_order_compare_tags ("law", "law"), ==, 0);
  g_assert_cmpint (gloss_annotation_order_compare_tags ("law", "Law"), !=, 0);
  g_assert_cmpint (gloss_annotation_order_compare_tags ("", "zzz"), >, 0);
  g_assert_cmpint (gloss_annotation_order_compare_tags ("法", ""), <, 0);
  g_assert_cmpint (gloss_annotation_order_compare_tags ("", ""), ==, 0);
}

/* The offset of a time counts, and what is no time is older than all that is. */
static void
test_date (void)
{
  static const char *const times[] = {
    "2026-11-22T09:00:00.001Z", "2026-11-22T09:00:00.000Z", "2026-11-22T12:00:00+05:00", "2015-01-13", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    for (guint j = 0; j < G_N_ELEMENTS (times); j++)
      {
        g_autoptr (GlossAnnotation) first = make (NULL, times[i]);
        g_autoptr (GlossAnnotation) second = make (NULL, times[j]);
        int order = gloss_annotation_order_by_date (first, second);

        g_assert_cmpint ((order > 0) - (order < 0), ==, ((int) i > (int) j) - ((int) i < (int) j));
      }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation-order/tag", test_tag);
  g_test_add_func ("/annotation-order/compare-tags", test_compare_tags);
  g_test_add_func ("/annotation-order/date", test_date);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-filter.h"

#include "annotation/gloss-annotation-json.h"

/* (transfer full): a note tagged "law/water", "Café", changed at noon. */
static GlossAnnotation *
make (const char *modified)
{
  static const char *const tags[] = { "law/water", "Café", NULL };
  const GlossAnchorData data = {
    .symbol = "A/1", .language = "en", .source = "urn:example:1", .exact = "All States", .start = 0, .end = 10,
  };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "我们的立场 ours", tags, GLOSS_COLOR_RED, "Ada");
  g_autoptr (JsonNode) node = gloss_annotation_to_json (annotation);
  g_autoptr (GError) error = NULL;
  GlossAnnotation *changed;

  json_object_set_string_member (json_node_get_object (node), "modified", modified);
  changed = gloss_annotation_new_from_json (node, &error);
  g_assert_no_error (error);

  return changed;
}

static gboolean
match (GlossAnnotationCriteria criteria)
{
  g_autoptr (GlossAnnotation) annotation = make ("2026-11-22T12:00:00.000Z");
  g_autoptr (GlossAnnotationFilter) filter = gloss_annotation_filter_new (&criteria);

  return gloss_annotation_filter_match (filter, annotation);
}

static void
test_any (void)
{
  GlossAnnotationCriteria criteria = GLOSS_ANNOTATION_CRITERIA_ANY;
  g_autoptr (GlossAnnotationFilter) filter = gloss_annotation_filter_new (&criteria);

  g_assert_false (gloss_annotation_filter_is_active (filter));
  g_assert_true (match (criteria));
}

static void
test_active (void)
{
  static const GlossAnnotationCriteria active[] = {
    { .color = GLOSS_COLOR_YELLOW }, { .color = -1, .search = "a" }, { .color = -1, .tag = "a" },
    { .color = -1, .author = "a" }, { .color = -1, .since = "2026-01-01T00:00:00Z" },
    { .color = -1, .until = "2026-01-01T00:00:00Z" },
  };
  GlossAnnotationCriteria blank = { .color = -1, .search = " \t" };
  g_autoptr (GlossAnnotationFilter) nothing = gloss_annotation_filter_new (&blank);

  g_assert_false (gloss_annotation_filter_is_active (nothing));
  for (guint i = 0; i < G_N_ELEMENTS (active); i++)
    {
      g_autoptr (GlossAnnotationFilter) filter = gloss_annotation_filter_new (&active[i]);

      g_assert_true (gloss_annotation_filter_is_active (filter));
    }
}

static void
test_each (void)
{
  g_assert_true (match ((GlossAnnotationCriteria) { .color = GLOSS_COLOR_RED }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = GLOSS_COLOR_YELLOW }));
  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .author = "Ada" }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = -1, .author = "Ad" }));

  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .tag = "law" }));
  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .tag = "law/water" }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = -1, .tag = "law/wat" }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = -1, .tag = "water" }));

  /* Words of the note, of the quotation and of a tag, without regard to case, accents and width. */
  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .search = "OURS states cafe" }));
  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .search = "ｏｕｒｓ 立场" }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = -1, .search = "ours theirs" }));
}

static void
test_time (void)
{
  g_autoptr (GlossAnnotation) timeless = make ("");
  g_autoptr (GlossAnnotationFilter) until = gloss_annotation_filter_new (&(GlossAnnotationCriteria) {
    .color = -1, .until = "2026-11-22T00:00:00Z",
  });

  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .since = "2026-11-22T12:00:00Z" }));
  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .since = "2026-11-22T16:00:00+04:00" }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = -1, .since = "2026-11-22T12:00:01Z" }));
  g_assert_true (match ((GlossAnnotationCriteria) { .color = -1, .until = "2026-11-22T12:00:01Z" }));
  g_assert_false (match ((GlossAnnotationCriteria) { .color = -1, .until = "2026-11-22T12:00:00Z" }));
  g_assert_false (gloss_annotation_filter_match (until, timeless));
}

/* All that is asked for must be true. */
static void
test_all (void)
{
  GlossAnnotationCriteria criteria = {
    .color = GLOSS_COLOR_RED, .tag = "law", .author = "Ada", .search = "ours", .since = "2026-11-22T00:00:00Z",
    .until = "2026-11-23T00:00:00Z",
  };

  g_assert_true (match (criteria));
  criteria.author = "Bo";
  g_assert_false (match (criteria));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation-filter/any", test_any);
  g_test_add_func ("/annotation-filter/active", test_active);
  g_test_add_func ("/annotation-filter/each", test_each);
  g_test_add_func ("/annotation-filter/time", test_time);
  g_test_add_func ("/annotation-filter/all", test_all);

  return g_test_run ();
}

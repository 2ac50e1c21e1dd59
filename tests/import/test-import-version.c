/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-version.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"

#define QUOTE(words) "{\"source\":\"urn:x\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"" words "\"}}"
#define ANCHORED     "{\"source\":{\"id\":\"urn:y\",\"label\":\"Y\"},\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"c1\"," \
                     "\"refinedBy\":{\"type\":\"TextQuoteSelector\",\"exact\":\"a  b\"}}}"

/* (transfer full) */
static GlossAnnotation *
make (const char *modified,
      const char *note,
      const char *target,
      const char *more)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GlossAnnotation *annotation;

  text = g_strdup_printf ("{\"id\":\"urn:uuid:1\",\"type\":\"Annotation\",\"modified\":\"%s\",\"bodyValue\":\"%s\",\"target\":%s%s}",
                          modified, note, target, more);
  annotation = gloss_annotation_new_from_text (text, strlen (text), &error);
  g_assert_no_error (error);

  return annotation;
}

static void
test_compare (void)
{
  g_autoptr (GlossAnnotation) present = make ("2026-01-02T00:00:00Z", "n", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) same = make ("2026-01-02T01:00:00+01:00", "n", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) touched = make ("2026-01-03T00:00:00Z", "n", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) later = make ("2026-01-03T00:00:00Z", "m", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) moved = make ("2026-01-03T00:00:00Z", "n", QUOTE ("b"), "");
  g_autoptr (GlossAnnotation) earlier = make ("2026-01-01T00:00:00Z", "m", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) another = make ("2026-01-02T00:00:00Z", "m", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) undated = make ("", "m", QUOTE ("a"), "");

  g_assert_cmpint (gloss_import_compare_versions (same, present), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (touched, present), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (later, present), ==, GLOSS_IMPORT_VERSION_LATER);
  g_assert_cmpint (gloss_import_compare_versions (moved, present), ==, GLOSS_IMPORT_VERSION_LATER);
  g_assert_cmpint (gloss_import_compare_versions (earlier, present), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (another, present), ==, GLOSS_IMPORT_VERSION_ANOTHER);
  g_assert_cmpint (gloss_import_compare_versions (undated, present), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (present, undated), ==, GLOSS_IMPORT_VERSION_LATER);
}

/* What counts is what was told, not where it was found, nor what else a target says. */
static void
test_selection (void)
{
  g_autoptr (GlossAnnotation) told = make ("", "", QUOTE ("a b"), "");
  g_autoptr (GlossAnnotation) placed = make ("", "", ANCHORED, ",\"" GLOSS_IMPORT_ORIGINAL "\":{\"target\":" QUOTE ("a b") "}");
  g_autoptr (GlossAnnotation) row = make ("", "", ANCHORED, ",\"" GLOSS_IMPORT_ORIGINAL "\":{\"text\":\"t\",\"target\":[" QUOTE ("a b") "]}");
  g_autoptr (GlossAnnotation) foliate = make ("", "", ANCHORED, ",\"" GLOSS_IMPORT_ORIGINAL "\":{\"value\":\"epubcfi(/6)\"}");
  g_autoptr (GlossAnnotation) own = make ("", "", ANCHORED, "");
  g_autoptr (GlossAnnotation) whole = make ("", "", "\"urn:x\"", "");
  g_autoptr (GlossAnnotation) other_whole = make ("", "", "\"urn:y\"", "");
  g_autoptr (GlossAnnotation) picture = make ("", "", "{\"source\":\"urn:x\",\"selector\":{\"type\":\"SvgSelector\",\"value\":\"1\"}}", "");
  g_autoptr (GlossAnnotation) other_picture = make ("", "", "{\"source\":\"urn:x\",\"selector\":{\"type\":\"SvgSelector\",\"value\":\"2\"}}", "");

  g_assert_true (gloss_import_same_selection (told, placed));
  g_assert_true (gloss_import_same_selection (told, row));
  g_assert_false (gloss_import_same_selection (told, own));
  g_assert_false (gloss_import_same_selection (told, foliate));
  g_assert_false (gloss_import_same_selection (whole, other_whole));
  g_assert_true (gloss_import_same_selection (picture, picture));
  g_assert_false (gloss_import_same_selection (picture, other_picture));
}

static void
test_another_id (void)
{
  g_autoptr (GlossAnnotation) one = make ("2026-01-02T00:00:00Z", "m", QUOTE ("a"), ",\"x\":1.0");
  g_autoptr (GlossAnnotation) again = make ("2026-01-02T00:00:00Z", "m", QUOTE ("a"), "");
  g_autoptr (GlossAnnotation) other = make ("2026-01-02T00:00:00Z", "n", QUOTE ("a"), "");

  g_assert_true (gloss_import_take_another_id (&one));
  g_assert_true (gloss_import_take_another_id (&again));
  g_assert_true (gloss_import_take_another_id (&other));
  g_assert_cmpstr (gloss_annotation_get_id (one), !=, "urn:uuid:1");
  g_assert_cmpstr (gloss_annotation_get_id (one), ==, gloss_annotation_get_id (again));
  g_assert_cmpstr (gloss_annotation_get_id (one), !=, gloss_annotation_get_id (other));
  g_assert_nonnull (strstr (gloss_annotation_get_text (one), "\"x\":1.0"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-version/compare", test_compare);
  g_test_add_func ("/import-version/selection", test_selection);
  g_test_add_func ("/import-version/another-id", test_another_id);

  return g_test_run ();
}

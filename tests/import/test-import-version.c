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

/* (transfer full): @note as another program tells it, changed there at @original_time (nullable), as it
 * is kept: with what it said then. @here_time (nullable) and @here: what became of it here since. */
static GlossAnnotation *
come (const char *original_time,
      const char *note,
      const char *here_time,
      const char *here)
{
  g_autofree char *time = original_time != NULL ? g_strdup_printf (",\"updated\":\"%s\"", original_time) : g_strdup ("");
  g_autofree char *original = g_strdup_printf (",\"" GLOSS_IMPORT_ORIGINAL "\":{\"target\":" QUOTE ("a") "%s}", time);
  g_autoptr (GlossAnnotation) as_it_came = make (original_time != NULL ? original_time : "", note, QUOTE ("a"), original);
  g_autofree char *digest = gloss_import_dup_statement_digest (as_it_came);
  g_autofree char *more = g_strdup_printf ("%s,\"" GLOSS_IMPORT_CAME "\":\"%s\"", original, digest);

  if (here == NULL)
    return make (original_time != NULL ? original_time : "", note, QUOTE ("a"), more);
  return make (here_time, here, ANCHORED, more);
}

/* What came from another program and was changed here is not written over by a later change there, nor
 * is that one dropped because it is earlier than the change here. */
static void
test_changed_in_both_places (void)
{
  g_autoptr (GlossAnnotation) came = come ("2026-01-02T00:00:00Z", "n", NULL, NULL);
  g_autoptr (GlossAnnotation) placed = come ("2026-01-02T00:00:00Z", "n", "2026-01-06T00:00:00Z", "n");
  g_autoptr (GlossAnnotation) here = come ("2026-01-02T01:00:00.000001+01:00", "n", "2026-01-04T00:00:00Z", "here");
  g_autoptr (GlossAnnotation) earlier = come ("2026-01-01T00:00:00Z", "m", NULL, NULL);
  g_autoptr (GlossAnnotation) there = come ("2026-01-03T00:00:00Z", "there", NULL, NULL);
  g_autoptr (GlossAnnotation) later = come ("2026-01-07T00:00:00Z", "there", NULL, NULL);
  g_autoptr (GlossAnnotation) agreed = come ("2026-01-07T00:00:00Z", "here", NULL, NULL);
  g_autoptr (GlossAnnotation) passed_on = come ("2026-01-02T00:00:00Z", "n", "2026-01-07T00:00:00Z", "on");

  g_assert_cmpint (gloss_import_compare_versions (came, here), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (earlier, here), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (there, here), ==, GLOSS_IMPORT_VERSION_ANOTHER);
  g_assert_cmpint (gloss_import_compare_versions (later, here), ==, GLOSS_IMPORT_VERSION_ANOTHER);
  g_assert_cmpint (gloss_import_compare_versions (agreed, here), ==, GLOSS_IMPORT_VERSION_KNOWN);

  /* Not changed here, or only given its place; and changed by somebody who had it from the same program. */
  g_assert_cmpint (gloss_import_compare_versions (later, came), ==, GLOSS_IMPORT_VERSION_LATER);
  g_assert_cmpint (gloss_import_compare_versions (later, placed), ==, GLOSS_IMPORT_VERSION_LATER);
  g_assert_cmpint (gloss_import_compare_versions (passed_on, here), ==, GLOSS_IMPORT_VERSION_LATER);
}

/* Without dates as well; and whoever changed it here, be it without saying when. */
static void
test_changed_without_a_date (void)
{
  g_autoptr (GlossAnnotation) came = come (NULL, "n", NULL, NULL);
  g_autoptr (GlossAnnotation) there = come (NULL, "there", NULL, NULL);
  g_autoptr (GlossAnnotation) here = come (NULL, "n", "2026-01-04T00:00:00Z", "here");
  g_autoptr (GlossAnnotation) quietly = come ("2026-01-02T00:00:00Z", "n", "2026-01-02T00:00:00Z", "here");
  g_autoptr (GlossAnnotation) dated = come ("2026-01-02T00:00:00Z", "n", NULL, NULL);

  g_assert_cmpint (gloss_import_compare_versions (came, here), ==, GLOSS_IMPORT_VERSION_KNOWN);
  g_assert_cmpint (gloss_import_compare_versions (there, here), ==, GLOSS_IMPORT_VERSION_ANOTHER);
  g_assert_cmpint (gloss_import_compare_versions (dated, quietly), ==, GLOSS_IMPORT_VERSION_KNOWN);
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
  g_test_add_func ("/import-version/changed-in-both-places", test_changed_in_both_places);
  g_test_add_func ("/import-version/changed-without-a-date", test_changed_without_a_date);
  g_test_add_func ("/import-version/selection", test_selection);
  g_test_add_func ("/import-version/another-id", test_another_id);

  return g_test_run ();
}

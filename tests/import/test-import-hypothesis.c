/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-format.h"

#include "import-fixture.h"

#define ROW(members) "{\"uri\":\"https://example.org/\",\"text\":\"t\"" members "}"

static GlossAnnotation *
parse_row (const char *row)
{
  g_autoptr (GlossImportFile) file = fixture_read (row);

  g_assert_cmpstr (file->format, ==, "Hypothesis");
  g_assert_cmpuint (file->records->len, ==, 1);
  return fixture_parse (fixture_record (file, 0));
}

static void
test_members (void)
{
  g_autofree char *data = fixture_sample ("hypothesis-api.json");
  g_autoptr (GlossImportFile) file = fixture_read (data);
  const GlossImportRecord *record = fixture_record (file, 0);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (record);

  g_assert_cmpstr (gloss_annotation_get_id (annotation), ==, "https://hypothes.is/a/AAAAexampleQUOTE0000001");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "Equal *roles*, but equal means?");
  g_assert_cmpstr (gloss_annotation_get_author (annotation), ==, "grace");
  g_assert_cmpstr (gloss_annotation_get_created (annotation), ==, "2026-02-01T08:00:00.000000+00:00");
  g_assert_cmpstr (gloss_annotation_get_modified (annotation), ==, "2026-02-01T08:30:00.000000+00:00");
  g_assert_true (gloss_annotation_has_tag (annotation, "internet-governance"));
  g_assert_true (gloss_annotation_has_tag (annotation, "question"));

  g_assert_cmpstr (record->exact, ==, "All States must play\nthe same role");
  g_assert_cmpstr (record->prefix, ==, "\n(8)\n");
  g_assert_cmpint (record->start, ==, 9120);
  g_assert_cmpint (record->unit, ==, GLOSS_OFFSET_UTF16);
  g_assert_cmpuint (record->names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (record->names, 0), ==, "A/69/723 - E");

  /* What is not understood is kept. */
  g_assert_nonnull (strstr (record->original, "\"group\":\"__world__\""));
  g_assert_nonnull (strstr (record->original, "\"RangeSelector\""));
}

/* A reply is on the words that are replied to. */
static void
test_reply (void)
{
  g_autofree char *data = fixture_sample ("hypothesis-api.json");
  g_autoptr (GlossImportFile) file = fixture_read (data);
  const GlossImportRecord *record = fixture_record (file, 1);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (record);

  g_assert_cmpstr (record->exact, ==, "All States must play\nthe same role");
  g_assert_cmpstr (gloss_annotation_get_author (annotation), ==, "Ada L.");
  g_assert_nonnull (strstr (record->text, "\"replying\""));
}

static void
test_ids (void)
{
  g_autoptr (GlossAnnotation) known = parse_row (ROW (",\"id\":\"abc-_1\""));
  g_autoptr (GlossAnnotation) elsewhere = parse_row (ROW (",\"id\":\"abc-_1\",\"user\":\"acct:a@school.example\""));
  g_autoptr (GlossAnnotation) elsewhere_later = parse_row ("{\"uri\":\"https://example.org/\",\"text\":\"changed\",\"id\":\"abc-_1\","
                                                           "\"user\":\"acct:b@school.example\"}");
  g_autoptr (GlossAnnotation) odd = parse_row (ROW (",\"id\":\"a b\\u0000c\""));
  g_autoptr (GlossAnnotation) none = parse_row (ROW (""));
  g_autoptr (GlossAnnotation) none_again = parse_row (ROW (",\"tags\":[\"x\"]"));

  g_assert_cmpstr (gloss_annotation_get_id (known), ==, "https://hypothes.is/a/abc-_1");
  g_assert_true (g_str_has_prefix (gloss_annotation_get_id (elsewhere), "urn:uuid:"));
  g_assert_cmpstr (gloss_annotation_get_id (elsewhere), ==, gloss_annotation_get_id (elsewhere_later));
  g_assert_true (g_str_has_prefix (gloss_annotation_get_id (odd), "urn:uuid:"));
  g_assert_cmpstr (gloss_annotation_get_id (none), ==, gloss_annotation_get_id (none_again));
}

/* Whatever type a member has, it is read or passed over. */
static void
test_wrong_types (void)
{
  static const char *const rows[] = {
    ROW (",\"id\":1,\"user\":2,\"tags\":3,\"created\":[],\"updated\":{},\"target\":4,\"document\":5,\"user_info\":6"),
    ROW (",\"tags\":\"one\",\"target\":[],\"document\":{\"title\":[1,null,\"x\"]},\"references\":[7]"),
    ROW (",\"target\":[{\"selector\":[1,{\"type\":1},{\"type\":\"TextQuoteSelector\",\"exact\":1},"
         "{\"type\":\"TextPositionSelector\",\"start\":\"1\"}]}]"),
    ROW (",\"target\":[{\"source\":[\"https://example.org/\"],\"selector\":null}],\"tags\":[null,{},\"\"]"),
    ROW (",\"target\":[{\"selector\":{\"type\":\"TextPositionSelector\",\"start\":-1}}],\"user_info\":{\"display_name\":1}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GlossAnnotation) annotation = parse_row (rows[i]);
      const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));

      g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "t");
      g_assert_cmpstr (data->source, ==, "https://example.org/");
      g_assert_null (data->exact);
    }
}

static void
test_bad_row (void)
{
  const char *data = "{\"rows\":[" ROW ("") ",{\"text\":\"no address\"}],\"total\":2}";
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_import_file_read (data, strlen (data), &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, "annotation 2"));
}

static void
test_separate_replies (void)
{
  g_autoptr (GlossImportFile) file = NULL;

  file = fixture_read ("{\"total\":1,\"rows\":[{\"id\":\"r\",\"uri\":\"u:1\",\"text\":\"\",\"target\":[{\"source\":\"u:1\",\"selector\":"
                       "[{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}]}]}],"
                       "\"replies\":[{\"id\":\"s\",\"uri\":\"u:1\",\"text\":\"yes\",\"references\":[\"r\"]}]}");
  g_assert_cmpuint (file->records->len, ==, 2);
  g_assert_cmpstr (fixture_record (file, 1)->exact, ==, "words");
}

/* What Glossator wrote for Hypothesis has its own id, author and target again. */
static void
test_own (void)
{
  g_autoptr (GlossImportFile) file = fixture_read (
    "[{\"id\":\"urn:uuid:1\",\"user\":\"acct:_@glossator.invalid\",\"user_info\":{\"display_name\":\"\"},\"uri\":\"u\",\"text\":\"n\","
    "\"target\":[{\"source\":\"u\",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"all of the clause\"}]}],"
    "\"glossator:target\":{\"source\":\"u\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"c1\"},\"styleClass\":\"blue\"}},"
    "{\"id\":\"AbC\",\"user\":\"acct:n@glossator.invalid\",\"user_info\":{\"display_name\":\"新\"},\"uri\":\"u\",\"text\":\"n\"}]");
  g_autoptr (GlossAnnotation) ours = fixture_parse (fixture_record (file, 0));
  g_autoptr (GlossAnnotation) theirs = fixture_parse (fixture_record (file, 1));

  g_assert_cmpstr (gloss_annotation_get_id (ours), ==, "urn:uuid:1");
  g_assert_cmpstr (gloss_annotation_get_author (ours), ==, "");
  g_assert_cmpint (gloss_annotation_get_color (ours), ==, GLOSS_COLOR_BLUE);
  g_assert_false (gloss_anchor_has_phrase (gloss_annotation_get_anchor (ours)));
  g_assert_null (fixture_record (file, 0)->exact);

  /* It came from there once. */
  g_assert_cmpstr (gloss_annotation_get_id (theirs), ==, "https://hypothes.is/a/AbC");
  g_assert_cmpstr (gloss_annotation_get_author (theirs), ==, "新");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-hypothesis/members", test_members);
  g_test_add_func ("/import-hypothesis/reply", test_reply);
  g_test_add_func ("/import-hypothesis/ids", test_ids);
  g_test_add_func ("/import-hypothesis/own", test_own);
  g_test_add_func ("/import-hypothesis/wrong-types", test_wrong_types);
  g_test_add_func ("/import-hypothesis/bad-row", test_bad_row);
  g_test_add_func ("/import-hypothesis/separate-replies", test_separate_replies);

  return g_test_run ();
}

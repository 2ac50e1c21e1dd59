/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-target.h"

#include <string.h>

static GlossAnchor *
read_target (const char *text,
             GlossColor *color)
{
  GlossJsonText target = gloss_json_text_for (text);

  return gloss_target_read (&target, color);
}

static void
test_iri (void)
{
  GlossColor color = GLOSS_COLOR_GRAY;
  g_autoptr (GlossAnchor) plain = read_target ("\"https://example.org/A/1\"", &color);
  g_autoptr (GlossAnchor) fragment = read_target ("\"https://example.org/A/1#para%201\"", &color);
  g_autoptr (GlossAnchor) resource = read_target ("{\"id\":\"https://example.org/A/1\",\"type\":\"Text\"}", &color);

  g_assert_cmpstr (gloss_anchor_get_data (plain)->source, ==, "https://example.org/A/1");
  g_assert_null (gloss_anchor_get_data (plain)->clause_id);
  g_assert_cmpstr (gloss_anchor_get_data (fragment)->source, ==, "https://example.org/A/1");
  g_assert_cmpstr (gloss_anchor_get_data (fragment)->clause_id, ==, "para 1");
  g_assert_cmpstr (gloss_anchor_get_data (resource)->source, ==, "https://example.org/A/1");
  g_assert_cmpuint (color, ==, GLOSS_COLOR_GRAY);
}

/* A fragment in another syntax is no clause, and positions in the whole text are none in a clause. */
static void
test_foreign_selectors (void)
{
  GlossColor color = GLOSS_COLOR_YELLOW;
  g_autoptr (GlossAnchor) anchor = read_target (
    "{\"source\":\"u:x\",\"selector\":[{\"type\":\"FragmentSelector\",\"value\":\"page=3\","
    "\"conformsTo\":\"http://tools.ietf.org/rfc/rfc3778\"},{\"type\":\"TextPositionSelector\",\"start\":1,\"end\":2},"
    "{\"type\":\"TextQuoteSelector\",\"exact\":\"q\"},{\"type\":\"TextQuoteSelector\",\"exact\":\"other\"},17]}", &color);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);

  g_assert_null (data->clause_id);
  g_assert_cmpint (data->start, ==, -1);
  g_assert_cmpstr (data->exact, ==, "q");
  g_assert_null (data->prefix);
}

static void
test_wrong_types (void)
{
  static const char *const targets[] = {
    "{}", "[]", "[null,17]", "17", "{\"source\":17}", "{\"source\":[]}", "{\"source\":{\"id\":17,\"label\":{},\"language\":[]}}",
    "{\"source\":\"u:x\",\"selector\":null,\"styleClass\":17}", "{\"source\":\"u:x\",\"selector\":\"s\",\"styleClass\":[\"pink\",{}]}",
    "{\"source\":\"u:x\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":17,\"prefix\":[]}}",
    "{\"source\":\"u:x\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":17,\"refinedBy\":17}}",
    "{\"source\":\"u:x#c\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":1.5,\"end\":\"2\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      GlossColor color = GLOSS_COLOR_YELLOW;
      g_autoptr (GlossAnchor) anchor = read_target (targets[i], &color);

      g_assert_false (gloss_anchor_has_phrase (anchor));
      g_assert_null (gloss_anchor_get_data (anchor)->symbol);
      g_assert_cmpint (gloss_anchor_get_data (anchor)->start, ==, -1);
      g_assert_cmpuint (color, ==, GLOSS_COLOR_YELLOW);
    }
}

static void
assert_written (const char      *old,
                GlossAnchor     *anchor,
                const GlossColor color,
                const char      *expected)
{
  GlossJsonText target = { NULL, 0 };
  GlossColor read_color = GLOSS_COLOR_YELLOW;
  g_autofree char *text = NULL;
  g_autoptr (GlossAnchor) again = NULL;

  if (old != NULL)
    target = gloss_json_text_for (old);
  text = gloss_target_write (old != NULL ? &target : NULL, anchor, &color);
  g_assert_cmpstr (text, ==, expected);

  again = read_target (text, &read_color);
  g_assert_cmpuint (read_color, ==, color);
  if (anchor != NULL)
    g_assert_true (gloss_anchor_equal (anchor, again));
}

#define FRAGMENT \
  "\"type\":\"FragmentSelector\",\"conformsTo\":\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\",\"value\":\"p\""

static void
test_write (void)
{
  GlossAnchorData data = { "A/1", "en", "u:x", NULL, NULL, NULL, NULL, -1, -1 };
  g_autoptr (GlossAnchor) whole = gloss_anchor_new (&data);
  g_autoptr (GlossAnchor) clause = NULL;
  g_autoptr (GlossAnchor) phrase = NULL;
  g_autoptr (GlossAnchor) quote = NULL;

  data.clause_id = "p";
  clause = gloss_anchor_new (&data);
  data.exact = "e";
  data.prefix = "b";
  data.start = 1;
  data.end = 2;
  phrase = gloss_anchor_new (&data);
  data.clause_id = NULL;
  data.start = data.end = -1;
  quote = gloss_anchor_new (&data);

#define SOURCE "\"source\":{\"id\":\"u:x\",\"type\":\"Text\",\"language\":\"en\",\"label\":\"A/1\"}"
  assert_written (NULL, whole, GLOSS_COLOR_RED, "{\"type\":\"SpecificResource\"," SOURCE ",\"styleClass\":\"red\"}");
  assert_written (NULL, clause, GLOSS_COLOR_RED,
                  "{\"type\":\"SpecificResource\"," SOURCE ",\"styleClass\":\"red\",\"selector\":{" FRAGMENT "}}");
  assert_written (NULL, phrase, GLOSS_COLOR_RED,
                  "{\"type\":\"SpecificResource\"," SOURCE ",\"styleClass\":\"red\",\"selector\":{" FRAGMENT ","
                  "\"refinedBy\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"e\",\"prefix\":\"b\"},"
                  "{\"type\":\"TextPositionSelector\",\"start\":1,\"end\":2}]}}");
  assert_written (NULL, quote, GLOSS_COLOR_RED,
                  "{\"type\":\"SpecificResource\"," SOURCE ",\"styleClass\":\"red\","
                  "\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"e\",\"prefix\":\"b\"}]}");

  /* Unknown members stay; a selector of another kind told of the old place. */
  assert_written ("{\"x\":1,\"source\":{\"y\":2,\"id\":\"u:old\"},\"selector\":[{\"type\":\"FragmentSelector\",\"z\":3,"
                  "\"value\":\"old\",\"refinedBy\":{\"type\":\"TextQuoteSelector\",\"exact\":\"o\",\"q\":4}},"
                  "{\"type\":\"XPathSelector\",\"value\":\"/old\"}],\"styleClass\":\"blue\"}",
                  phrase, GLOSS_COLOR_RED,
                  "{\"x\":1,\"source\":{\"y\":2,\"id\":\"u:x\",\"type\":\"Text\",\"language\":\"en\",\"label\":\"A/1\"},"
                  "\"selector\":{\"type\":\"FragmentSelector\",\"z\":3,\"value\":\"p\","
                  "\"refinedBy\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"e\",\"q\":4,\"prefix\":\"b\"},"
                  "{\"type\":\"TextPositionSelector\",\"start\":1,\"end\":2}],"
                  "\"conformsTo\":\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"},\"styleClass\":\"red\"}");

  /* A colour needs a specific resource to stand on. */
  assert_written ("\"u:x#p\"", NULL, GLOSS_COLOR_GREEN,
                  "{\"type\":\"SpecificResource\",\"source\":\"u:x#p\",\"styleClass\":\"green\"}");
  assert_written ("[17,\"u:x\",{\"id\":\"u:y\"}]", NULL, GLOSS_COLOR_GREEN,
                  "[17,{\"type\":\"SpecificResource\",\"source\":\"u:x\",\"styleClass\":\"green\"},{\"id\":\"u:y\"}]");
}

/* The words of a whole clause stand there for others: the place is the clause, and nothing is left of them
 * once it is another. */
static void
test_words (void)
{
  const char *on_clause = "{\"x\":1,\"source\":\"u:x\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"item_1\"}}";
  const char *refined = "{\"source\":\"u:x\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"item_1\","
                        "\"refinedBy\":{\"type\":\"TextQuoteSelector\",\"exact\":\"peace\"}}}";
  GlossColor color = GLOSS_COLOR_GRAY;
  g_autoptr (GlossAnchor) anchor = read_target (on_clause, &color);
  g_autoptr (GlossAnchor) phrase = read_target (refined, &color);
  g_autoptr (GlossAnchor) again = NULL;
  GlossJsonText target = gloss_json_text_for (on_clause);
  GlossJsonText refined_target = gloss_json_text_for (refined);
  g_autofree char *with_words = gloss_target_write_words (&target, anchor, "𝔓eace");
  g_autofree char *moved = NULL;
  GlossJsonText written = gloss_json_text_for (with_words);

  g_assert_nonnull (strstr (with_words, "\"x\":1"));
  g_assert_nonnull (strstr (with_words, "{\"type\":\"TextQuoteSelector\",\"exact\":\"𝔓eace\",\"prefix\":\"\",\"suffix\":\"\"}"));
  g_assert_nonnull (strstr (with_words, "{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":5}"));
  again = read_target (with_words, &color);
  g_assert_false (gloss_anchor_has_phrase (again));
  g_assert_cmpstr (gloss_anchor_get_data (again)->clause_id, ==, "item_1");
  g_assert_cmpint (gloss_anchor_get_data (again)->start, ==, -1);

  moved = gloss_target_write (&written, phrase, NULL);
  g_clear_pointer (&again, gloss_anchor_unref);
  again = read_target (moved, &color);
  g_assert_true (gloss_anchor_has_phrase (again));
  g_assert_null (strstr (moved, "𝔓eace"));

  g_assert_null (gloss_target_write_words (&refined_target, phrase, "peace"));
  g_assert_null (gloss_target_write_words (&target, anchor, ""));
}

static void
test_no_iri (void)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = "my notes", .start = -1, .end = -1 });
  g_autofree char *text = gloss_target_write (NULL, anchor, NULL);

  g_assert_nonnull (strstr (text, "\"id\":\"urn:glossator:my%20notes\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation-target/iri", test_iri);
  g_test_add_func ("/annotation-target/foreign-selectors", test_foreign_selectors);
  g_test_add_func ("/annotation-target/wrong-types", test_wrong_types);
  g_test_add_func ("/annotation-target/write", test_write);
  g_test_add_func ("/annotation-target/words", test_words);
  g_test_add_func ("/annotation-target/no-iri", test_no_iri);

  return g_test_run ();
}

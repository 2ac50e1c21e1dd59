/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"

static GlossAnnotation *
make (const char         *note,
      const char *const *tags)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/1", .clause_id = "para_1", .exact = "Souveraineté des États", .start = 0, .end = 22,
  });

  return gloss_annotation_new (anchor, note, tags, GLOSS_COLOR_BLUE, "N. N.");
}

static void
count_cb (GlossAnnotation *annotation,
          GParamSpec      *pspec,
          guint           *n)
{
  (*n)++;
}

static void
test_new (void)
{
  g_autoptr (GlossAnnotation) annotation = make (NULL, NULL);
  g_autoptr (GlossAnnotation) other = make ("", NULL);
  g_autoptr (GlossAnnotation) mine = NULL;

  g_assert_true (g_str_has_prefix (gloss_annotation_get_id (annotation), "urn:uuid:"));
  g_assert_true (g_uuid_string_is_valid (gloss_annotation_get_id (annotation) + strlen ("urn:uuid:")));
  g_assert_cmpstr (gloss_annotation_get_id (annotation), !=, gloss_annotation_get_id (other));
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "");
  g_assert_cmpstr (gloss_annotation_get_author (annotation), ==, "N. N.");
  g_assert_null (gloss_annotation_get_tags (annotation)[0]);
  g_assert_cmpuint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_BLUE);
  g_assert_cmpstr (gloss_annotation_get_created (annotation), ==, gloss_annotation_get_modified (annotation));

  mine = gloss_annotation_new (gloss_annotation_get_anchor (annotation), NULL, NULL, GLOSS_COLOR_RED, NULL);
  g_assert_cmpstr (gloss_annotation_get_author (mine), !=, "");
  g_assert_cmpstr (gloss_annotation_get_author (mine), !=, "Unknown");
}

static void
test_tags (void)
{
  const char *tags[] = { " law ", "", "法律　", "law", "\t", "Law", "a/b", NULL };
  g_autoptr (GlossAnnotation) annotation = make ("", tags);
  const char *const *kept = gloss_annotation_get_tags (annotation);

  g_assert_cmpuint (g_strv_length ((char **) kept), ==, 4);
  g_assert_cmpstr (kept[0], ==, "law");
  g_assert_cmpstr (kept[1], ==, "法律");
  g_assert_cmpstr (kept[2], ==, "Law");
  g_assert_cmpstr (kept[3], ==, "a/b");
  g_assert_true (gloss_annotation_has_tag (annotation, "法律"));
  g_assert_true (gloss_annotation_has_tag (annotation, " 法律\u3000"));
  g_assert_false (gloss_annotation_has_tag (annotation, "la"));
  g_assert_false (gloss_annotation_has_tag (annotation, " "));
}

static void
test_changes (void)
{
  g_autoptr (GlossAnnotation) annotation = make ("one", NULL);
  g_autofree char *before = g_strdup (gloss_annotation_get_modified (annotation));
  guint n_notes = 0;
  guint n_modified = 0;

  g_signal_connect (annotation, "notify::note", G_CALLBACK (count_cb), &n_notes);
  g_signal_connect (annotation, "notify::modified", G_CALLBACK (count_cb), &n_modified);

  g_assert_false (gloss_annotation_set_note (annotation, "one"));
  g_assert_cmpstr (gloss_annotation_get_modified (annotation), ==, before);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *note = g_strdup_printf ("note %u", i);
      g_autofree char *last = g_strdup (gloss_annotation_get_modified (annotation));

      g_assert_true (gloss_annotation_set_note (annotation, note));
      g_assert_cmpstr (gloss_annotation_get_modified (annotation), >, last);
    }

  g_assert_cmpuint (n_notes, ==, 20);
  g_assert_cmpuint (n_modified, ==, 20);

  g_assert_true (gloss_annotation_set_color (annotation, GLOSS_COLOR_GRAY));
  g_assert_false (gloss_annotation_set_color (annotation, GLOSS_COLOR_GRAY));
  g_assert_true (gloss_annotation_set_tags (annotation, (const char *[]) { "a", NULL }));
  g_assert_false (gloss_annotation_set_tags (annotation, (const char *[]) { " a ", "a", NULL }));
  g_assert_false (gloss_annotation_set_anchor (annotation, gloss_annotation_get_anchor (annotation)));
}

static void
test_invalid_text (void)
{
  g_autoptr (GlossAnnotation) annotation = make ("a\xff", NULL);

  g_assert_true (g_utf8_validate (gloss_annotation_get_note (annotation), -1, NULL));
  gloss_annotation_set_note (annotation, "\xc3");
  g_assert_true (g_utf8_validate (gloss_annotation_get_text (annotation), -1, NULL));
}

static void
test_become (void)
{
  const char *tags[] = { "x", NULL };
  g_autoptr (GlossAnnotation) annotation = make ("one", NULL);
  g_autoptr (GlossAnnotation) other = NULL;
  const char *text = gloss_annotation_get_text (annotation);

  other = gloss_annotation_new_from_text (text, strlen (text), NULL);
  gloss_annotation_set_note (other, "two");
  gloss_annotation_set_tags (other, tags);
  gloss_annotation_become (annotation, other);

  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "two");
  g_assert_true (gloss_annotation_has_tag (annotation, "x"));
  g_assert_cmpstr (gloss_annotation_get_text (annotation), ==, gloss_annotation_get_text (other));
}

static void
test_matches (void)
{
  const char *tags[] = { "国际法", "Cyber Norms", NULL };
  g_autoptr (GlossAnnotation) annotation = make ("Our position: NO", tags);

  g_assert_true (gloss_annotation_matches (annotation, NULL, NULL));
  g_assert_true (gloss_annotation_matches (annotation, "", NULL));
  g_assert_true (gloss_annotation_matches (annotation, "etats position norms", NULL));
  g_assert_true (gloss_annotation_matches (annotation, "国际", NULL));
  g_assert_true (gloss_annotation_matches (annotation, "ｐｏｓｉｔｉｏｎ", "国际法"));
  g_assert_false (gloss_annotation_matches (annotation, "position", "law"));
  g_assert_false (gloss_annotation_matches (annotation, "yes", NULL));

  gloss_annotation_set_note (annotation, "yes");
  g_assert_true (gloss_annotation_matches (annotation, "yes", NULL));
  g_assert_false (gloss_annotation_matches (annotation, "position", NULL));
}

static void
test_ids (void)
{
  g_autofree char *one = gloss_annotation_make_id ("seed");
  g_autofree char *again = gloss_annotation_make_id ("seed");
  g_autofree char *other = gloss_annotation_make_id ("seeds");

  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (g_uuid_string_is_valid (one + strlen ("urn:uuid:")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation/new", test_new);
  g_test_add_func ("/annotation/tags", test_tags);
  g_test_add_func ("/annotation/changes", test_changes);
  g_test_add_func ("/annotation/invalid-text", test_invalid_text);
  g_test_add_func ("/annotation/become", test_become);
  g_test_add_func ("/annotation/matches", test_matches);
  g_test_add_func ("/annotation/ids", test_ids);

  return g_test_run ();
}

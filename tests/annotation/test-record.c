/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-record.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"

static void
test_read (void)
{
  GlossJsonText text = gloss_json_text_for ("{\"type\":[\"x\",\"Annotation\"],\"id\":\"u:\\u0031\",\"target\":\"t\"}");
  g_auto (GlossRecord) record = { { NULL, 0 }, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_record_read (&record, &text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (record.id, ==, "u:1");
  g_assert_true (record.text.start == text.start);
  g_assert_cmpuint (record.text.length, ==, text.length);
}

static void
test_no_annotation (void)
{
  static const char *const texts[] = {
    "1", "[]", "{}", "{\"type\":\"Note\",\"target\":\"t\"}", "{\"type\":\"Annotation\"}",
    "{\"type\":\"Annotation\",\"target\":null}", "{\"type\":\"Annotation\",\"target\":\"t\",\"id\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GlossJsonText text = gloss_json_text_for (texts[i]);
      GlossRecord record = { { NULL, 0 }, NULL, FALSE };
      g_autoptr (GError) error = NULL;

      g_assert_false (gloss_record_read (&record, &text, &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
      g_assert_null (record.id);
    }
}

/* Pieces of one text that lie side by side. */
static void
test_block (void)
{
  g_autoptr (GlossRecordBlock) block = gloss_record_block_new (g_strdup ("[{ \"a\" : \" b \" },{\"c\":1}]"));
  GlossRecord first = { { block->data + 1, strlen ("{ \"a\" : \" b \" }") }, NULL, TRUE };
  GlossRecord second = { { block->data + 1 + first.text.length + 1, strlen ("{\"c\":1}") }, NULL, FALSE };
  g_autoptr (GlossRecordBlock) held = gloss_record_block_ref (block);
  const char *first_text = gloss_record_block_cut (block, &first);
  const char *second_text = gloss_record_block_cut (block, &second);

  g_clear_pointer (&block, gloss_record_block_unref);
  g_assert_cmpstr (first_text, ==, "{\"a\":\" b \"}");
  g_assert_cmpstr (second_text, ==, "{\"c\":1}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/record/read", test_read);
  g_test_add_func ("/record/no-annotation", test_no_annotation);
  g_test_add_func ("/record/block", test_block);

  return g_test_run ();
}

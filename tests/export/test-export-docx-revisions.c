/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-docx-revisions.h"

#include "export/docx-fixture.h"

/* (transfer full): the few paragraphs of @docx, which is ended. */
static char *
end_docx (GlossDocx *docx)
{
  char *paragraphs = g_strdup (docx->body->str);
  g_autoptr (GBytes) file = gloss_docx_end (docx, "", NULL, NULL, NULL);

  g_assert_cmpuint (g_bytes_get_size (file), >, 0);
  return paragraphs;
}

/* (transfer full): two paragraphs, the second as @revision has it; with a move where it is one. */
static char *
write_two (GlossRevision revision)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1 & 2", "en", "2015-01-13");
  g_autoptr (GlossRevisions) revisions = NULL;
  gboolean moved = revision == GLOSS_REVISION_MOVED_FROM || revision == GLOSS_REVISION_MOVED_TO;
  guint range = 0;
  GlossDocx docx;

  gloss_docx_init (&docx);
  revisions = gloss_revisions_new (&docx, document, document);
  for (guint i = 0; i < 2; i++)
    {
      GlossRevision own = i == 1 ? revision : GLOSS_REVISION_KEPT;

      gloss_revisions_begin_paragraph (revisions, gloss_document_get_clause (document, i), GLOSS_EXPORT_NEW, own);
      if (i == 1 && moved)
        range = gloss_revisions_begin_move (revisions, revision, 7);
      gloss_revisions_append (revisions, own, "text", 4);
      gloss_revisions_append (revisions, own, "nothing", 0);
      if (i == 1 && moved)
        gloss_revisions_end_move (revisions, revision, range);
    }
  gloss_revisions_end (revisions);

  return end_docx (&docx);
}

/* The change of the last paragraph is on the mark before it, for its own can't go. */
static void
test_marks (void)
{
  static const char *const names[] = {
    [GLOSS_REVISION_DELETED] = "del",
    [GLOSS_REVISION_INSERTED] = "ins",
    [GLOSS_REVISION_MOVED_FROM] = "moveFrom",
    [GLOSS_REVISION_MOVED_TO] = "moveTo",
  };

  for (GlossRevision revision = GLOSS_REVISION_DELETED; revision <= GLOSS_REVISION_MOVED_TO; revision++)
    {
      g_autofree char *text = write_two (revision);
      g_auto (GStrv) paragraphs = g_strsplit (text, "</w:p>", -1);
      g_autofree char *mark = g_strdup_printf ("<w:%s w:id=\"%u\" w:author=\"A/1 &amp; 2\" w:date=\"2015-01-13T00:00:00Z\"/></w:rPr></w:pPr>",
                                               names[revision], revision < GLOSS_REVISION_MOVED_FROM ? 1 : 2);
      g_autofree char *element = g_strdup_printf ("</w:%s>", names[revision]);

      g_assert_nonnull (strstr (paragraphs[0], mark));
      g_assert_null (strstr (paragraphs[0], element));
      g_assert_null (strstr (paragraphs[1], "</w:rPr></w:pPr>"));
      g_assert_nonnull (strstr (paragraphs[1], element));
      g_assert_null (strstr (text, "nothing"));
    }
}

static void
test_kept (void)
{
  g_autofree char *text = write_two (GLOSS_REVISION_KEPT);

  g_assert_null (strstr (text, "w:id="));
}

/* An insertion that goes on in new paragraphs has no kept mark inside. */
static void
test_borders (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "");
  g_autoptr (GlossRevisions) revisions = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  GlossDocx docx;

  gloss_docx_init (&docx);
  revisions = gloss_revisions_new (&docx, document, document);
  for (guint i = 0; i < 3; i++)
    {
      gloss_revisions_begin_paragraph (revisions, gloss_document_get_clause (document, 0), GLOSS_EXPORT_NEW,
                                       i == 1 ? GLOSS_REVISION_INSERTED : GLOSS_REVISION_KEPT);
      gloss_revisions_append (revisions, GLOSS_REVISION_INSERTED, "text", 4);
    }
  gloss_revisions_append (revisions, GLOSS_REVISION_KEPT, "text", 4);
  gloss_revisions_end (revisions);

  text = end_docx (&docx);
  paragraphs = g_strsplit (text, "</w:p>", -1);
  g_assert_nonnull (strstr (paragraphs[0], "</w:rPr></w:pPr>"));
  g_assert_null (strstr (paragraphs[1], "</w:rPr></w:pPr>"));
  g_assert_null (strstr (paragraphs[2], "</w:rPr></w:pPr>"));
}

static void
test_moves (void)
{
  g_autofree char *from = write_two (GLOSS_REVISION_MOVED_FROM);
  g_autofree char *to = write_two (GLOSS_REVISION_MOVED_TO);

  g_assert_nonnull (strstr (from, "<w:moveFromRangeStart w:id=\"0\" w:name=\"move7\""));
  g_assert_nonnull (strstr (from, "</w:moveFrom><w:moveFromRangeEnd w:id=\"0\"/>"));
  g_assert_nonnull (strstr (to, "<w:moveToRangeStart w:id=\"0\" w:name=\"move7\""));
  g_assert_nonnull (strstr (to, "</w:moveTo><w:moveToRangeEnd w:id=\"0\"/>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-docx-revisions/marks", test_marks);
  g_test_add_func ("/export-docx-revisions/kept", test_kept);
  g_test_add_func ("/export-docx-revisions/borders", test_borders);
  g_test_add_func ("/export-docx-revisions/moves", test_moves);

  return g_test_run ();
}

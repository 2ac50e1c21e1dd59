/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/docx-fixture.h"

static void
export_note (Part       *comments,
             const char *note,
             const char *author)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, 0));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) file = NULL;

  g_ptr_array_add (notes, gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_BLUE, author));
  file = fixture_export_docx (notes, document);
  part_open (comments, file, "word/comments.xml");
}

static void
test_authors (void)
{
  static const struct
  {
    const char *author;
    const char *shown;
    const char *initials;
  } cases[] = {
    { "Ann-Marie O'Neil \"x\" <y>", "Ann-Marie O'Neil \"x\" <y>", "AMO" },
    { "王芳", "王芳", "王" },
    { "", "Unknown author", "Ua" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Part) comments = { NULL };

      export_note (&comments, "note", cases[i].author);
      part_assert (&comments, "string(//w:comment/@w:author)", cases[i].shown);
      part_assert (&comments, "string(//w:comment/@w:initials)", cases[i].initials);
    }
}

/* Each paragraph of a note is read in the direction of the note. */
static void
test_direction (void)
{
  g_auto (Part) arabic = { NULL };
  g_auto (Part) english = { NULL };

  export_note (&arabic, "1. ملاحظة\nABC", "Ann");
  part_assert (&arabic, "count(//w:comment/w:p[w:pPr/w:bidi])", "2");
  part_assert (&arabic, "count(//w:comment/w:p[1]/w:r/w:rPr/w:rtl)", "1");
  part_assert (&arabic, "string(//w:comment/w:p[1])", "1. ملاحظة");

  export_note (&english, "ABC ملاحظة", "Ann");
  part_assert (&english, "count(//w:bidi | //w:rtl)", "0");
}

static void
test_reference (void)
{
  g_auto (Part) comments = { NULL };

  export_note (&comments, "a\r\nb", "Ann");
  part_assert (&comments, "count(//w:annotationRef)", "1");
  part_assert (&comments, "count(//w:comment/w:p[1]//w:annotationRef)", "1");
  part_assert (&comments, "string(//w:comment/w:p[1])", "a");
  part_assert (&comments, "string(//w:comment/w:p[2])", "b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-docx-comment/authors", test_authors);
  g_test_add_func ("/export-docx-comment/direction", test_direction);
  g_test_add_func ("/export-docx-comment/reference", test_reference);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/export-fixture.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

#define NOTES_HEADER                                                                         \
  BYTE_ORDER_MARK "document,language,date,title,citation,clause,quotation,note,tags,color," \
                  "meaning,author,created,modified,place,id,"                                      \
                  "old citation,old quotation\r\n"

/* (transfer full) (element-type GPtrArray of utf8): reads RFC 4180 as strictly as it is written. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  g_assert_true (g_str_has_prefix (p, BYTE_ORDER_MARK));
  p += strlen (BYTE_ORDER_MARK);

  while (*p != '\0')
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      gboolean quoted = *p == '"';

      for (p += quoted ? 1 : 0; *p != '\0'; p++)
        {
          if (quoted && p[0] == '"' && p[1] == '"')
            p++;
          else if (quoted ? *p == '"' : *p == ',' || *p == '\r')
            break;
          else
            g_assert_true (quoted || (*p != '"' && *p != '\n'));
          g_string_append_c (cell, *p);
        }
      if (quoted)
        g_assert_cmpint (*p++, ==, '"');

      g_ptr_array_add (row, g_strdup (cell->str));
      if (*p == ',')
        {
          p++;
          continue;
        }

      g_assert_true (g_str_has_prefix (p, "\r\n"));
      p += strlen ("\r\n");
      g_ptr_array_add (rows, g_steal_pointer (&row));
      row = g_ptr_array_new_with_free_func (g_free);
    }

  return rows;
}

static const char *
get_cell (GPtrArray  *rows,
          guint       row,
          const char *column)
{
  GPtrArray *header = g_ptr_array_index (rows, 0);
  GPtrArray *cells = g_ptr_array_index (rows, row);
  guint index;

  g_assert_cmpuint (cells->len, ==, header->len);
  g_assert_true (g_ptr_array_find_with_equal_func (header, column, g_str_equal, &index));

  return g_ptr_array_index (cells, index);
}

static void
test_notes (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = fixture_notes (document);
  GlossAnnotation *first = g_ptr_array_index (notes, 1);
  GlossAnnotation *second = g_ptr_array_index (notes, 0);
  g_autofree char *text = fixture_export_notes (notes, document, GLOSS_EXPORT_CSV);
  g_autofree char *expected =
    g_strdup_printf (NOTES_HEADER
                     "A/1,en,2015-01-13,\"Code, \"\"draft\"\" *one* <b>\",\"A/1, para. 1\",para_1,*should*,"
                     "\"'- no, \"\"must\"\" & <more>\n\n@all\",\"a_b; x,y\",green,Question,Ann,%s,%s,placed,%s,,\r\n"
                     "A/1,en,2015-01-13,\"Code, \"\"draft\"\" *one* <b>\",\"A/1, para. 1 (a)\",para_1__item_a,"
                     "\"'=1+1\nsecond line\",,,green,Question,Ann,%s,%s,placed,%s,,\r\n",
                     gloss_annotation_get_created (first), gloss_annotation_get_modified (first),
                     gloss_annotation_get_id (first),
                     gloss_annotation_get_created (second), gloss_annotation_get_modified (second),
                     gloss_annotation_get_id (second));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_CSV);

  g_assert_cmpstr (text, ==, NOTES_HEADER);
}

/* No cell begins with a sign that makes it a formula, and the exact text can be told from it. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *note;
    const char *cell;
  } cases[] = {
    { "=HYPERLINK(\"http://example.org\")", "'=HYPERLINK(\"http://example.org\")" },
    { "+1", "'+1" },
    { "-1", "'-1" },
    { "@SUM(1)", "'@SUM(1)" },
    { "\t=1", "'\t=1" },
    { "\r=1", "'\r=1" },
    { "'=1", "''=1" },
    { "＝SUM(A1)", "'＝SUM(A1)" },
    { "－1", "'－1" },
    { "，", "，" },
    { "''-1", "'''-1" },
    { "'tis so", "'tis so" },
    { "a=1", "a=1" },
    { "", "" },
    { " lead", " lead" },
    { "line\r\nbreak,\"quoted\"", "line\r\nbreak,\"quoted\"" },
  };
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      g_ptr_array_add (notes, fixture_note (document, "para_1", NULL, cases[i].note, NULL));
      text = fixture_export_notes (notes, document, GLOSS_EXPORT_CSV);
      rows = parse_csv (text);

      g_assert_cmpuint (rows->len, ==, 2);
      g_assert_cmpstr (get_cell (rows, 1, "note"), ==, cases[i].cell);
      g_assert_cmpstr (get_cell (rows, 1, "quotation"), ==, FIXTURE_FIRST);
    }
}

static void
test_comparison (void)
{
  g_autofree char *text = fixture_export_comparison (FIXTURE_COMPARED_OLD, FIXTURE_COMPARED_NEW,
                                                     GLOSS_EXPORT_CSV);
  g_autoptr (GPtrArray) rows = parse_csv (text);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (get_cell (rows, 1, "old clause"), ==, "A/1, (a)");
  g_assert_cmpstr (get_cell (rows, 1, "new clause"), ==, "A/2, (1)");
  g_assert_cmpstr (get_cell (rows, 1, "state"), ==, "reworded");
  g_assert_cmpstr (get_cell (rows, 1, "old text"), ==, FIXTURE_COMPARED_OLD);
  g_assert_cmpstr (get_cell (rows, 1, "new text"), ==, FIXTURE_COMPARED_NEW);
  g_assert_cmpstr (get_cell (rows, 1, "words removed"), ==, "should");
  g_assert_cmpstr (get_cell (rows, 1, "words added"), ==, "must …  and *threats*");
  g_assert_cmpstr (get_cell (rows, 1, "old id"), ==, "item_a");
  g_assert_cmpstr (get_cell (rows, 1, "new id"), ==, "item_1");
  g_assert_cmpfloat (g_ascii_strtod (get_cell (rows, 1, "score"), NULL), >, 0.0);
  g_assert_cmpfloat (g_ascii_strtod (get_cell (rows, 1, "score"), NULL), <, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-csv/notes", test_notes);
  g_test_add_func ("/export-csv/no-notes", test_no_notes);
  g_test_add_func ("/export-csv/formulas", test_formulas);
  g_test_add_func ("/export-csv/comparison", test_comparison);

  return g_test_run ();
}

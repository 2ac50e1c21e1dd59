/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-docx-private.h"


#include "export/docx-fixture.h"
#include "export/office-fixture.h"

static GBytes *
make_file (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = fixture_notes (document);

  return fixture_export_docx (notes, document);
}

/* Every part is declared, and every part that is named is there; all of them are XML. */
static void
test_parts (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_autoptr (GHashTable) entries = fixture_unzip (file);
  g_autofree char *types = NULL;
  GHashTableIter iter;
  const char *name;
  GBytes *content;

  types = g_strndup (g_bytes_get_data (g_hash_table_lookup (entries, "[Content_Types].xml"), NULL),
                     g_bytes_get_size (g_hash_table_lookup (entries, "[Content_Types].xml")));
  g_assert_cmpuint (g_hash_table_size (entries), ==, 10);

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &content))
    {
      g_autofree char *declared = g_strdup_printf ("PartName=\"/%s\"", name);
      g_auto (Part) part = { NULL };

      part_open (&part, file, name);
      if (!g_str_has_suffix (name, ".rels") && name[0] != '[')
        g_assert_nonnull (strstr (types, declared));
    }
}

static void
assert_targets (GBytes     *file,
                const char *relationships,
                const char *folder,
                guint       n_expected)
{
  g_autoptr (GHashTable) entries = fixture_unzip (file);
  g_auto (Part) part = { NULL };
  xmlXPathObject *targets;

  part_open (&part, file, relationships);
  targets = xmlXPathEvalExpression ((const xmlChar *) "//@Target", part.context);
  g_assert_cmpint (targets->nodesetval->nodeNr, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      xmlChar *target = xmlNodeGetContent (targets->nodesetval->nodeTab[i]);
      g_autofree char *path = g_strconcat (folder, (const char *) target, NULL);

      g_assert_true (g_hash_table_contains (entries, path));
      xmlFree (target);
    }
  xmlXPathFreeObject (targets);
}

static void
test_relationships (void)
{
  g_autoptr (GBytes) file = make_file ();

  assert_targets (file, "_rels/.rels", "", 2);
  assert_targets (file, "word/_rels/document.xml.rels", "word/", 5);
}

static void
test_properties (void)
{
  GlossDocx docx;
  g_autoptr (GBytes) file = NULL;
  g_auto (Part) core = { NULL };
  g_auto (Part) header = { NULL };

  gloss_docx_init (&docx);
  file = gloss_docx_end (&docx, "A & <B>", "Head & line", "Ann; 王芳", "2015-01-13T09:00:00.123Z");
  part_open (&core, file, "docProps/core.xml");
  part_open (&header, file, "word/header1.xml");

  part_assert (&core, "string(//*[local-name()='title'])", "A & <B>");
  part_assert (&core, "string(//*[local-name()='creator'])", "Ann; 王芳");
  part_assert (&core, "string(//*[local-name()='created'])", "2015-01-13T09:00:00Z");
  part_assert (&header, "string(//w:p)", "Head & line");
}

static void
test_times (void)
{
  static const struct
  {
    const char *time;
    const char *expected;
  } cases[] = {
    { "2015-01-13T09:00:00.123Z", " w:date=\"2015-01-13T09:00:00Z\"" },
    { "2015-01-13T09:00:00+02:00", " w:date=\"2015-01-13T07:00:00Z\"" },
    { "2015-01-13", " w:date=\"2015-01-13T00:00:00Z\"" },
    { "2015", "" },
    { "yesterday", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      gloss_docx_append_time (out, "w:date", cases[i].time);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

/* LibreOffice opens the file and finds the text and the comments in it. */
static void
test_libreoffice (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_autofree char *content = fixture_convert_to_fodt (file);

  if (content == NULL)
    return;

  g_assert_nonnull (strstr (content, "*should*"));
  g_assert_nonnull (strstr (content, "<dc:creator>Ann</dc:creator>"));
  g_assert_nonnull (strstr (content, "- no, &quot;must&quot; &amp; &lt;more&gt;"));
  g_assert_nonnull (strstr (content, "<office:annotation-end"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-docx-package/parts", test_parts);
  g_test_add_func ("/export-docx-package/relationships", test_relationships);
  g_test_add_func ("/export-docx-package/properties", test_properties);
  g_test_add_func ("/export-docx-package/times", test_times);
  g_test_add_func ("/export-docx-package/libreoffice", test_libreoffice);

  return g_test_run ();
}

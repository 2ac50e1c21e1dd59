/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-iri.h"

static void
test_symbols (void)
{
  static const struct
  {
    const char *iri;
    const char *symbol;
    const char *language;
  } cases[] = {
    { "https://undocs.org/A/69/723", "A/69/723", NULL },
    { "https://undocs.org/en/A/69/723", "A/69/723", "en" },
    { "http://undocs.org/zh/A/69/723", "A/69/723", "zh" },
    { "http://www.undocs.org/A/69/723/", "A/69/723", NULL },
    { "HTTPS://UNDOCS.ORG/A/69/723#page=2", "A/69/723", NULL },
    { "https://docs.un.org/en/A/69/723", "A/69/723", "en" },
    { "https://docs.un.org/A%2F69%2F723", "A/69/723", NULL },
    { "https://documents.un.org/api/symbol/access?s=A/69/723&l=fr&t=pdf", "A/69/723", "fr" },
    { "https://www.un.org/ga/search/view_doc.asp?symbol=A/69/723&Lang=E", "A/69/723", "en" },
    { "http://www.un.org/en/ga/search/view_doc.asp?symbol=S/RES/1373%20(2001)", "S/RES/1373 (2001)", NULL },
    { "https://daccess-ods.un.org/access.nsf/GetFile?OpenAgent&DS=A/69/723&Lang=R", "A/69/723", "ru" },
    { "https://undocs.org/CCPR/C/21/Rev.1/Add.13", "CCPR/C/21/Rev.1/Add.13", NULL },
    { "https://via.hypothes.is/https://undocs.org/en/A/69/723", "A/69/723", "en" },
    { "urn:glossator:A/69/723%40zh", "A/69/723", "zh" },
    { "urn:glossator:A/69/723@zh", "A/69/723", "zh" },
    { "urn:glossator:my%20notes", "my notes", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *language = NULL;
      g_autofree char *symbol = gloss_import_iri_dup_symbol (cases[i].iri, &language);

      g_assert_cmpstr (symbol, ==, cases[i].symbol);
      g_assert_cmpstr (language, ==, cases[i].language);
    }
}

static void
test_others (void)
{
  static const char *const iris[] = {
    "", "A/69/723", "https://", "https://undocs.org/", "https://undocs.org/en", "https://undocs.org/en/",
    "https://undocs.org.example/A/69/723", "https://example.org/A/69/723", "ftp://undocs.org/A/69/723",
    "https://www.un.org/en/about-us", "https://undocs.org/A/x<y>/2", "urn:glossator:", "urn:glossator:%zz",
    "urn:x-pdf:0123456789abcdef", "https://undocs.org/%00A/69/723", "mailto:a@b.example",
  };

  for (guint i = 0; i < G_N_ELEMENTS (iris); i++)
    {
      g_autofree char *language = NULL;

      g_assert_null (gloss_import_iri_dup_symbol (iris[i], &language));
      g_assert_null (language);
    }
}

static void
test_absolute (void)
{
  static const char *const absolute[] = { "urn:uuid:1", "https://example.org/a?b#c", "tag:x,2026:1", "https://例.example/" };
  static const char *const others[] = { "", "1", "anno1", "a/b", "#x", "urn:", "https://a b", "x:<y>", "http://a\nb" };

  for (guint i = 0; i < G_N_ELEMENTS (absolute); i++)
    g_assert_true (gloss_import_iri_is_absolute (absolute[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (gloss_import_iri_is_absolute (others[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-iri/symbols", test_symbols);
  g_test_add_func ("/import-iri/others", test_others);
  g_test_add_func ("/import-iri/absolute", test_absolute);

  return g_test_run ();
}

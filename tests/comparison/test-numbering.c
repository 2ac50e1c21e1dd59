/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-numbering.h"

#include <string.h>

static void
test_is_numbering (void)
{
  static const struct
  {
    const char *text;
    gboolean is;
  } cases[] = {
    { "Article 5", TRUE },
    { " ARTICLE\302\24012. ", TRUE },
    { "Art. 5:", TRUE },
    { "Sec. 3.1", TRUE },
    { "CHAPTER IV", TRUE },
    { "Part B", TRUE },
    { "Article 12bis", TRUE },
    { "\302\247 5", TRUE },
    { "\302\247\302\24712-14", TRUE },
    { "Статья 7", TRUE },
    { "المادة ٥", TRUE },
    { "المادة 5", TRUE },
    { "第十二条", TRUE },
    { "第 12 條", TRUE },
    { "第二部分", TRUE },
    { "", FALSE },
    { "Article", FALSE },
    { "5", FALSE },
    { "(1)", FALSE },
    { "B12", FALSE },
    { "Part of", FALSE },
    { "Article 5 Definitions", FALSE },
    { "5 euros", FALSE },
    { "14 September 2011", FALSE },
    { "第十二条 国家保护湿地。", FALSE },
    { "第一条和第二条", FALSE },
    { "第条", FALSE },
    { "条", FALSE },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_test_message ("%s", cases[k].text);
      g_assert_cmpint (gloss_is_numbering (cases[k].text, strlen (cases[k].text)), ==, cases[k].is);
    }
}

/* Only the bytes that are given are looked at. */
static void
test_length (void)
{
  g_assert_true (gloss_is_numbering ("Article 5 Definitions", strlen ("Article 5")));
  g_assert_false (gloss_is_numbering ("Article 5", strlen ("Article ")));
  g_assert_false (gloss_is_numbering ("第五条", strlen ("第五")));
}

/* "LABEL|the text that follows", or the text as it was. */
static void
assert_scan (const char *text,
             const char *expected)
{
  gsize skip;
  gsize length = gloss_numbering_scan (text, strlen (text), &skip);
  g_autofree char *shown = g_strdup_printf ("%.*s|%s", (int) length, text, text + skip);

  g_assert_cmpuint (length, <=, skip);
  g_assert_cmpstr (length > 0 ? shown : text + skip, ==, expected);
}

static void
test_scan (void)
{
  assert_scan ("Article 5. The Minister", "Article 5.|The Minister");
  assert_scan ("ARTICLE IV: Scope", "ARTICLE IV:|Scope");
  assert_scan ("Art. 6 – Scope", "Art. 6|Scope");
  assert_scan ("Art. 12bis. Scope", "Art. 12bis.|Scope");
  assert_scan ("Section 4\nFees", "Section 4|Fees");
  assert_scan ("Article 5", "Article 5|");
  assert_scan ("Article 5: Deletion of data", "Article 5:|Deletion of data");
  assert_scan ("§ 5. Haftung", "§ 5.|Haftung");
  assert_scan ("Статья 7. Права", "Статья 7.|Права");
  assert_scan ("المادة ٥: الحقوق", "المادة ٥:|الحقوق");
  assert_scan ("第五条　缔约方", "第五条|缔约方");
  assert_scan ("第 十二 条 缔约方", "第 十二 条|缔约方");
  assert_scan ("第二部分：总则", "第二部分|总则");
  assert_scan ("1.2 The Supplier", "1.2|The Supplier");
  assert_scan ("1.2.3. A supplier", "1.2.3.|A supplier");
  assert_scan ("1.2 供应商", "1.2|供应商");
  assert_scan ("12) to respect", "12)|to respect");
  assert_scan ("iv) to respect", "iv)|to respect");
  assert_scan ("a） 尊重", "a）|尊重");
  assert_scan ("1、尊重", "1、|尊重");

  assert_scan ("Art. 5.- La Corte", "Art. 5.-|La Corte");
  assert_scan ("Artículo 5º. La Corte", "Artículo 5º.|La Corte");
  assert_scan ("Article 5\302\240: La Cour", "Article 5\302\240:|La Cour");
  assert_scan ("Article premier. La Cour", "Article premier.|La Cour");
  assert_scan ("Article 5 bis. La Cour", "Article 5 bis.|La Cour");
  assert_scan ("Article 5 ter – La Cour", "Article 5 ter|La Cour");
  assert_scan ("ст. 5. Права", "ст. 5.|Права");
  assert_scan ("المادة (5): الحقوق", "المادة (5):|الحقوق");
  assert_scan ("المادة الأولى: الحقوق", "المادة الأولى:|الحقوق");
  assert_scan ("مادة ٥- الحقوق", "مادة ٥-|الحقوق");
  assert_scan ("第五条之一　缔约方", "第五条之一|缔约方");
  assert_scan ("1.- La Corte", "1.-|La Corte");
  assert_scan ("1º La Corte", "1º|La Corte");
  assert_scan ("а) уважать", "а)|уважать");
  assert_scan ("(ب) الحقوق", "(ب)|الحقوق");
  assert_scan ("هـ) الحقوق", "هـ)|الحقوق");
  assert_scan ("١٢- الحقوق", "١٢-|الحقوق");
  assert_scan ("①尊重", "①|尊重");
  assert_scan ("㈠ 尊重", "㈠|尊重");

  assert_scan ("", "");
  assert_scan ("Article 5: delete paragraph 2.", "Article 5: delete paragraph 2.");
  assert_scan ("Article 5: Delete paragraph 2.", "Article 5: Delete paragraph 2.");
  assert_scan ("ARTICLE 5: DELETE paragraph 2.", "ARTICLE 5: DELETE paragraph 2.");
  assert_scan ("Статья 5. Исключить пункт 2.", "Статья 5. Исключить пункт 2.");
  assert_scan ("第五条：删除第二款。", "第五条：删除第二款。");
  assert_scan ("المادة 5: تحذف الفقرة 2", "المادة 5: تحذف الفقرة 2");
  assert_scan ("Article 5 bis applies.", "Article 5 bis applies.");
  assert_scan ("المادة (5) من الميثاق", "المادة (5) من الميثاق");
  assert_scan ("第五条之规定", "第五条之规定");
  assert_scan ("А. Иванов", "А. Иванов");
  assert_scan ("1.-La", "1.-La");
  assert_scan ("٥ في المائة", "٥ في المائة");
  assert_scan ("Article 5 applies.", "Article 5 applies.");
  assert_scan ("Article 5, paragraph 2", "Article 5, paragraph 2");
  assert_scan ("§ 5 gilt", "§ 5 gilt");
  assert_scan ("May 2015: Geneva", "May 2015: Geneva");
  assert_scan ("第五条规定的义务", "第五条规定的义务");
  assert_scan ("2.5 per cent", "2.5 per cent");
  assert_scan ("2.5 EUR", "2.5 EUR");
  assert_scan ("1. The Supplier", "1. The Supplier");
  assert_scan ("V. Smith", "V. Smith");
  assert_scan ("is) not", "is) not");
  assert_scan ("a)b", "a)b");
  assert_scan ("1.2", "1.2");
  assert_scan ("1..2 The", "1..2 The");
}

static gboolean
have_same_name (const char *a,
                const char *b)
{
  return gloss_numbering_have_same_name (a, strlen (a), b, strlen (b));
}

static void
test_names (void)
{
  g_assert_true (have_same_name ("Article 5", "ARTICLE 12."));
  g_assert_true (have_same_name ("第五条", "第12条"));
  g_assert_true (have_same_name ("(1)", "2."));
  g_assert_false (have_same_name ("Article 5", "Chapter 5"));
  g_assert_false (have_same_name ("第五条", "第五章"));
  g_assert_false (have_same_name ("Article 5", "(5)"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbering/is-numbering", test_is_numbering);
  g_test_add_func ("/numbering/length", test_length);
  g_test_add_func ("/numbering/scan", test_scan);
  g_test_add_func ("/numbering/names", test_names);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-shipped-documents"

#include "config.h"

#include "document/gloss-library.h"
#include "shipped-clauses.h"
#include "shipped-mends.h"

/*
 * The shipped documents against the texts that were handed in, which lie in tests/data/corpus/.
 * A text is mended by the list in shipped-mends.h; then each block between empty lines must be one clause,
 * label and wording, byte by byte. Each mend must be recorded at the clause that it names, and
 * where a document records a mend there must be one here.
 */

typedef struct
{
  const char *name;
  const char *file;     /* of the corpus */
  const Mend *mends;    /* made in this order */
  guint       n_mends;
} Text;

static const Text texts[] = {
  { "A/66/359@en", "a-66-359.en.txt", NULL, 0 },
  { "A/69/723@en", "a-69-723.en.txt", mends_a_69_723_en, G_N_ELEMENTS (mends_a_69_723_en) },
  { "A/69/723@zh", "a-69-723.zh.txt", mends_a_69_723_zh, G_N_ELEMENTS (mends_a_69_723_zh) },
  { "S/2021/540@zh", "s-2021-540.zh.txt", mends_s_2021_540_zh, G_N_ELEMENTS (mends_s_2021_540_zh) },
};

static GlossDocument *
load (const char *name)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GError) error = NULL;
  GlossDocument *document = gloss_library_load (library, name, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_cmpuint (gloss_library_get_problems (library)->len, ==, 0);

  return document;
}

static char *
read_corpus (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "corpus", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
mend (const char *handed_in,
      const Text *text)
{
  g_autoptr (GString) mended = g_string_new (handed_in);

  for (guint i = 0; i < text->n_mends; i++)
    {
      const Mend *m = &text->mends[i];
      guint found = g_string_replace (mended, m->from, m->to, 0);

      if (found != 1)
        g_test_message ("%s: the mend of %s was made %u times", text->name, m->clause, found);
      g_assert_cmpuint (found, ==, 1);
    }

  return g_string_free (g_steal_pointer (&mended), FALSE);
}

static GlossClause *
find (GlossDocument *document,
      const char    *id)
{
  GlossClause *clause = gloss_document_find_clause (document, id);

  if (clause == NULL)
    g_test_message ("%s has no clause %s", gloss_document_get_name (document), id);
  g_assert_nonnull (clause);

  return clause;
}

static void
test_wording (gconstpointer data)
{
  const Text *text = data;
  g_autoptr (GlossDocument) document = load (text->name);
  g_autofree char *handed_in = read_corpus (text->file);
  g_autofree char *mended = mend (handed_in, text);
  g_auto (GStrv) blocks = g_regex_split_simple ("\n{2,}", g_strstrip (mended), 0, 0);

  for (guint i = 0; blocks[i] != NULL && i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *label = gloss_clause_get_label (clause);
      g_autofree char *whole = g_strconcat (label, *label != '\0' ? " " : "",
                                            gloss_clause_get_text (clause), NULL);

      g_assert_cmpstr (whole, ==, blocks[i]);
    }

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, g_strv_length (blocks));
}

static void
test_remarks (gconstpointer data)
{
  const Text *text = data;
  g_autoptr (GlossDocument) document = load (text->name);
  g_autoptr (GHashTable) mended = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < text->n_mends; i++)
    {
      GlossClause *clause = find (document, text->mends[i].clause);

      g_assert_nonnull (gloss_clause_get_remark (clause));
      g_assert_cmpstr (gloss_clause_get_remark (clause), !=, "");
      g_hash_table_add (mended, (gpointer) text->mends[i].clause);
    }

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      gboolean is_mended = g_hash_table_contains (mended, gloss_clause_get_id (clause));
      gboolean is_partial = gloss_clause_get_confirmation (clause) == GLOSS_CONFIRMATION_PARTIAL;

      if ((gloss_clause_get_remark (clause) != NULL) != (is_mended || is_partial))
        g_test_message ("%s: the remark of %s", text->name, gloss_clause_get_id (clause));
      g_assert_cmpint (gloss_clause_get_remark (clause) != NULL, ==, is_mended || is_partial);
    }
}

static void
assert_remark (GlossDocument *document,
               const char    *id,
               const char    *part)
{
  const char *remark = gloss_clause_get_remark (find (document, id));

  if (remark == NULL || strstr (remark, part) == NULL)
    g_test_message ("the remark of %s: %s", id, remark);
  g_assert_nonnull (remark);
  g_assert_nonnull (strstr (remark, part));
}

/* A remark must say what was mended, so that the handed-in text can be told from it. */
static void
test_remarks_say_what (void)
{
  g_autoptr (GlossDocument) en = load ("A/69/723@en");
  g_autoptr (GlossDocument) zh = load ("A/69/723@zh");
  g_autoptr (GlossDocument) note = load ("S/2021/540@zh");
  g_autoptr (GlossDocument) first = load ("A/66/359@en");
  static const char *const roman[] = { "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii" };

  assert_remark (en, "annex__preamble__rec_8", "page break");
  assert_remark (en, "annex__preamble__rec_8", "including norms, rules or principles");
  assert_remark (en, "masthead__subject", "two things");
  assert_remark (en, "letter__title", "two things");
  assert_remark (en, "letter__para_1", "[A/66/359](#)");
  assert_remark (en, "letter__sig_6", "asterisks");

  assert_remark (zh, "letter__para_2", "分发给荷");
  assert_remark (zh, "letter__para_2", "分发为荷");
  assert_remark (zh, "annex__preamble__rec_8", "[A/RES/66/24](#)");
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("annex__preamble__rec_%u", i);
      g_autofree char *number = g_strdup_printf ("list number “%u.”", i);

      assert_remark (zh, id, number);
    }
  for (guint i = 5; i <= 13; i++)
    {
      g_autofree char *id = g_strdup_printf ("annex__para_2__item_%u", i);
      g_autofree char *label = g_strdup_printf ("“(%s)”", roman[i - 5]);

      assert_remark (zh, id, label);
    }
  assert_remark (zh, "annex__para_2__item_7__subitem_a", "list mark");

  assert_remark (note, "annex__para_5", "page break");
  assert_remark (note, "annex__para_3", "[S/2021/415](#)");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("annex__note_%u", i);

      assert_remark (note, id, "between paragraph 10 and its (a)");
    }

  assert_remark (first, "annex__preamble__rec_5", "first half");
  assert_remark (first, "annex__sec_2__item_f", "main phrases");
  assert_remark (first, "letter__sig_4", "name and the post");
}

static void
assert_document_remark (const char *name,
                        const char *part)
{
  g_autoptr (GlossDocument) document = load (name);
  const char *remark = gloss_document_get_remark (document);

  g_assert_nonnull (remark);
  if (strstr (remark, part) == NULL)
    g_test_message ("the remark of %s: %s", name, remark);
  g_assert_nonnull (strstr (remark, part));
}

static void
test_sources (void)
{
  assert_document_remark ("A/66/359@en", "is a transcription");
  assert_document_remark ("A/66/359@en", "\n\nConfirmed in part: preambular paragraphs 3, 5 and 6");
  assert_document_remark ("A/66/359@en", "https://undocs.org/A/66/359");
  assert_document_remark ("A/69/723@en", "https://undocs.org/A/69/723");
  assert_document_remark ("A/69/723@zh", "https://undocs.org/zh/A/69/723");
  assert_document_remark ("S/2021/540@zh", "The symbol S/2021/540 is not in the text itself.");
  assert_document_remark ("S/2021/540@zh", "https://undocs.org/zh/S/2021/540");
}

static void
test_particulars (void)
{
  static const struct
  {
    const char *symbol, *language, *iri, *date, *short_title;
  } particulars[] = {
    { "A/66/359", "en", "https://undocs.org/en/A/66/359", "2011-09-14",
      "Code of conduct for information security, 2011" },
    { "A/69/723", "en", "https://undocs.org/en/A/69/723", "2015-01-13",
      "Code of conduct for information security, 2015" },
    { "A/69/723", "zh", "https://undocs.org/zh/A/69/723", "2015-01-13",
      "信息安全国际行为准则（2015年）" },
    { "S/2021/540", "zh", "https://undocs.org/zh/S/2021/540", "2021-06-08",
      "维护网络空间的国际和平与安全：概念说明（2021年）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (particulars); i++)
    {
      g_autoptr (GlossDocument) document = load (texts[i].name);

      g_assert_cmpstr (gloss_document_get_symbol (document), ==, particulars[i].symbol);
      g_assert_cmpstr (gloss_document_get_language (document), ==, particulars[i].language);
      g_assert_cmpstr (gloss_document_get_iri (document), ==, particulars[i].iri);
      g_assert_cmpstr (gloss_document_get_date (document), ==, particulars[i].date);
      g_assert_cmpstr (gloss_document_get_short_title (document), ==, particulars[i].short_title);
      g_assert_cmpstr (gloss_document_get_title (document), ==,
                       gloss_clause_get_text (find (document, "letter__title")));
    }
}

static guint
count (GlossDocument  *document,
       GlossClauseKind kind,
       const char     *prefix)
{
  guint n = 0;

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      if (gloss_clause_get_kind (clause) == kind
          && g_str_has_prefix (gloss_clause_get_id (clause), prefix))
        n++;
    }

  return n;
}

static void
test_counts (void)
{
  g_autoptr (GlossDocument) first = load ("A/66/359@en");
  g_autoptr (GlossDocument) note = load ("S/2021/540@zh");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GlossDocument) revised = load (i == 0 ? "A/69/723@en" : "A/69/723@zh");

      g_assert_cmpuint (count (revised, GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH, ""), ==, 12);
      g_assert_cmpuint (count (revised, GLOSS_CLAUSE_ITEM, ""), ==, 13);
      g_assert_cmpuint (count (revised, GLOSS_CLAUSE_SUBITEM, ""), ==, 2);
      g_assert_cmpuint (count (revised, GLOSS_CLAUSE_SUBITEM, "annex__para_2__item_7__"), ==, 2);
      g_assert_cmpuint (count (revised, GLOSS_CLAUSE_SIGNATURE, "letter__"), ==, 6);
    }

  g_assert_cmpuint (count (first, GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH, ""), ==, 8);
  g_assert_cmpuint (count (first, GLOSS_CLAUSE_ITEM, ""), ==, 11);
  g_assert_cmpuint (count (first, GLOSS_CLAUSE_SUBITEM, ""), ==, 0);
  g_assert_cmpuint (count (first, GLOSS_CLAUSE_SIGNATURE, ""), ==, 4);
  g_assert_cmpuint (count (first, GLOSS_CLAUSE_NOTE, ""), ==, 1);

  g_assert_cmpuint (count (note, GLOSS_CLAUSE_PARAGRAPH, "annex__para_"), ==, 13);
  g_assert_cmpuint (count (note, GLOSS_CLAUSE_ITEM, "annex__para_10__item_"), ==, 7);
  g_assert_cmpuint (count (note, GLOSS_CLAUSE_ITEM, ""), ==, 7);
  g_assert_cmpuint (count (note, GLOSS_CLAUSE_NOTE, "annex__note_"), ==, 3);
  g_assert_cmpuint (count (note, GLOSS_CLAUSE_SECTION, ""), ==, 5);
}

static void
assert_clauses (const char     *name,
                const Expected *expected,
                guint           n_expected,
                gboolean        chinese)
{
  g_autoptr (GlossDocument) document = load (name);
  guint position = 0;

  for (guint i = 0; i < n_expected; i++)
    {
      g_autofree char *citation = NULL;
      const char *label = chinese ? expected[i].label_zh : expected[i].label;
      GlossClause *clause;

      /* The Chinese text lacks some lines of the masthead. */
      if (label == NULL)
        continue;

      g_assert_cmpuint (position, <, gloss_document_get_n_clauses (document));
      clause = gloss_document_get_clause (document, position);
      citation = g_strconcat (gloss_document_get_symbol (document), ", ",
                              expected[i].citation, NULL);

      g_assert_cmpstr (gloss_clause_get_id (clause), ==, expected[i].id);
      g_assert_cmpstr (gloss_clause_kind_to_string (gloss_clause_get_kind (clause)), ==,
                       gloss_clause_kind_to_string (expected[i].kind));
      g_assert_cmpstr (gloss_clause_get_label (clause), ==, label);
      g_assert_cmpstr (gloss_clause_get_citation (clause), ==, citation);
      g_assert_cmpint (gloss_clause_get_confirmation (clause), ==, expected[i].confirmation);
      g_assert_true (gloss_document_find_clause (document, expected[i].id) == clause);
      position++;
    }

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, position);
}

static void
test_clauses_a_66_359 (void)
{
  assert_clauses ("A/66/359@en", a_66_359, G_N_ELEMENTS (a_66_359), FALSE);
}

static void
test_clauses_a_69_723_en (void)
{
  assert_clauses ("A/69/723@en", a_69_723, G_N_ELEMENTS (a_69_723), FALSE);
}

static void
test_clauses_a_69_723_zh (void)
{
  assert_clauses ("A/69/723@zh", a_69_723, G_N_ELEMENTS (a_69_723), TRUE);
}

static void
test_clauses_s_2021_540 (void)
{
  assert_clauses ("S/2021/540@zh", s_2021_540, G_N_ELEMENTS (s_2021_540), FALSE);
}

/* Notes hang on eIds: they name one clause each, and the same in both languages. */
static void
test_languages_agree (void)
{
  g_autoptr (GlossDocument) en = load ("A/69/723@en");
  g_autoptr (GlossDocument) zh = load ("A/69/723@zh");
  g_autoptr (GPtrArray) only_en = g_ptr_array_new ();
  g_autofree char *missing = NULL;

  g_assert_true (gloss_document_same_work (en, zh));

  for (guint i = 0; i < gloss_document_get_n_clauses (zh); i++)
    {
      GlossClause *clause = gloss_document_get_clause (zh, i);
      GlossClause *other = find (en, gloss_clause_get_id (clause));

      g_assert_cmpint (gloss_clause_get_kind (clause), ==, gloss_clause_get_kind (other));
      g_assert_cmpuint (gloss_clause_get_depth (clause), ==, gloss_clause_get_depth (other));
      g_assert_cmpstr (gloss_clause_get_citation (clause), ==, gloss_clause_get_citation (other));
    }

  for (guint i = 0; i < gloss_document_get_n_clauses (en); i++)
    {
      const char *id = gloss_clause_get_id (gloss_document_get_clause (en, i));

      if (gloss_document_find_clause (zh, id) == NULL)
        g_ptr_array_add (only_en, (gpointer) id);
    }
  g_ptr_array_add (only_en, NULL);

  missing = g_strjoinv (" ", (char **) only_en->pdata);
  g_assert_cmpstr (missing, ==, "masthead__organ masthead__distr masthead__original");
}

/* The marks of the notes stand in the text that they belong to, and the notes right after it. */
static void
test_note_marks (void)
{
  g_autoptr (GlossDocument) note = load ("S/2021/540@zh");
  g_autoptr (GlossDocument) first = load ("A/66/359@en");
  GlossClause *marked = find (note, "annex__para_8");
  static const char *const marks[] = { "共识报告。¹ 会员国", "措施。² 2021", "问题。³ 从" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      guint position = gloss_clause_get_position (marked) + 1 + i;
      GlossClause *clause = gloss_document_get_clause (note, position);

      g_assert_nonnull (strstr (gloss_clause_get_text (marked), marks[i]));
      g_assert_cmpint (gloss_clause_get_kind (clause), ==, GLOSS_CLAUSE_NOTE);
    }

  g_assert_cmpstr (gloss_clause_get_text (find (first, "masthead__agenda_item")), ==,
                   "Item 93 of the provisional agenda*");
  g_assert_cmpstr (gloss_clause_get_text (find (first, "masthead__note_1")), ==, "A/66/150.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *stem = g_strndup (texts[i].file, strlen (texts[i].file) - strlen (".txt"));
      g_autofree char *wording = g_strdup_printf ("/shipped-documents/%s/wording", stem);
      g_autofree char *remarks = g_strdup_printf ("/shipped-documents/%s/remarks", stem);

      g_test_add_data_func (wording, &texts[i], test_wording);
      g_test_add_data_func (remarks, &texts[i], test_remarks);
    }

  g_test_add_func ("/shipped-documents/a-66-359.en/clauses", test_clauses_a_66_359);
  g_test_add_func ("/shipped-documents/a-69-723.en/clauses", test_clauses_a_69_723_en);
  g_test_add_func ("/shipped-documents/a-69-723.zh/clauses", test_clauses_a_69_723_zh);
  g_test_add_func ("/shipped-documents/s-2021-540.zh/clauses", test_clauses_s_2021_540);
  g_test_add_func ("/shipped-documents/remarks-say-what-was-mended", test_remarks_say_what);
  g_test_add_func ("/shipped-documents/sources", test_sources);
  g_test_add_func ("/shipped-documents/particulars", test_particulars);
  g_test_add_func ("/shipped-documents/counts", test_counts);
  g_test_add_func ("/shipped-documents/languages-agree", test_languages_agree);
  g_test_add_func ("/shipped-documents/note-marks", test_note_marks);

  return g_test_run ();
}

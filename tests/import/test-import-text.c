/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-text.h"

#include "import-fixture.h"

static const char *const clauses[] = {
  "|The States Parties to \342\200\234this\342\200\235 text,",
  "(1)|To co-operate in good faith, and to seek \"peace\";",
  "(2)|\360\235\224\230\360\237\230\200 caf\303\251 re\314\201sum\303\251 \357\254\201nal",
  "(3)|To cooperate with other partners.",
  "(\344\270\200)|\345\220\204\345\233\275\345\272\224\345\220\210\344\275\234\343\200\202",
  NULL,
};

typedef struct
{
  GlossDocument   *document;
  GlossImportText *text;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = fixture_document ("T/1", clauses);
  fixture->text = gloss_import_text_new (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->text, gloss_import_text_free);
  g_clear_object (&fixture->document);
}

static GArray *
find (Fixture    *fixture,
      const char *exact,
      const char *prefix,
      const char *suffix)
{
  gboolean all;
  GArray *sites = gloss_import_text_find (fixture->text, exact, prefix, suffix, &all);

  g_assert_true (all);
  return sites;
}

/* The one place of @exact is the words @words of the clause @position. */
static void
assert_words (Fixture    *fixture,
              const char *exact,
              guint       position,
              const char *words,
              guint       n_clauses)
{
  g_autoptr (GArray) sites = find (fixture, exact, NULL, NULL);
  g_autofree char *found = NULL;
  const GlossImportSite *site;

  g_assert_cmpuint (sites->len, ==, 1);
  site = &g_array_index (sites, GlossImportSite, 0);
  g_assert_cmpuint (gloss_clause_get_position (site->clause), ==, position);
  found = g_utf8_substring (gloss_clause_get_text (site->clause), site->start, site->end);
  g_assert_cmpstr (found, ==, words);
  g_assert_cmpuint (site->n_clauses, ==, n_clauses);
}

static void
test_other_signs (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_words (fixture, "good faith", 1, "good faith", 1);
  assert_words (fixture, "  good\n\tfaith ", 1, "good faith", 1);
  assert_words (fixture, "goodfaith", 1, "good faith", 1);
  assert_words (fixture, "Parties\302\240to \"this\" text", 0, "Parties to \342\200\234this\342\200\235 text", 1);
  assert_words (fixture, "seek \342\200\234peace\342\200\235", 1, "seek \"peace\"", 1);
  assert_words (fixture, "in good fai\302\255th", 1, "in good faith", 1);
  assert_words (fixture, "other part\342\200\220\nners", 3, "other partners", 1);
  assert_words (fixture, "\345\220\204\345\233\275 \345\272\224\345\220\210\344\275\234", 4,
                "\345\220\204\345\233\275\345\272\224\345\220\210\344\275\234", 1);
}

/* The accent by itself, or part of the letter; a ligature, or its letters. */
static void
test_compositions (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_words (fixture, "cafe\314\201 r\303\251sum\303\251", 2, "caf\303\251 re\314\201sum\303\251", 1);
  assert_words (fixture, "final", 2, "\357\254\201nal", 1);
}

static void
test_letters_count (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const none[] = { "Good faith", "resume", "caf", "cafe", "art", "oper", "", " - ", "nowhere" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GArray) sites = find (fixture, none[i], NULL, NULL);

      g_assert_cmpuint (sites->len, ==, 0);
    }
}

/* Where the context goes through the word as well, so may the quotation. */
static void
test_part_of_word (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GArray) sites = find (fixture, "art", "other p", "ners");

  g_assert_cmpuint (sites->len, ==, 1);
  g_assert_cmpuint (g_array_index (sites, GlossImportSite, 0).start, ==, 25);
}

static void
test_across_clauses (Fixture       *fixture,
                     gconstpointer  data)
{
  /* With the label between, and without, as pages have it. */
  assert_words (fixture, "text, (1) To co-operate", 0, "text,", 2);
  assert_words (fixture, "text,\nTo co-operate", 0, "text,", 2);
  assert_words (fixture, "partners.\n(\344\270\200)\n\345\220\204\345\233\275", 3, "partners.", 2);
  assert_words (fixture, "(3) To cooperate with", 3, "To cooperate with", 1);
  assert_words (fixture, "partners.\n(\344\270\200)", 3, "partners.", 1);
}

static void
test_label_alone (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GArray) sites = find (fixture, "(3)", NULL, NULL);

  g_assert_cmpuint (sites->len, ==, 1);
  g_assert_cmpstr (gloss_clause_get_id (g_array_index (sites, GlossImportSite, 0).clause), ==, "c4");
  g_assert_cmpuint (g_array_index (sites, GlossImportSite, 0).start, ==, 0);
  g_assert_cmpuint (g_array_index (sites, GlossImportSite, 0).end, ==, 0);
}

static void
test_context (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) sites = find (fixture, "To cooperate", "final\n(3)\n", " with\nother");
  const GlossImportSite *first;
  const GlossImportSite *second;

  /* A hyphen makes no other word, as it may stand at the end of a line. */
  g_assert_cmpuint (sites->len, ==, 2);
  first = &g_array_index (sites, GlossImportSite, 0);
  second = &g_array_index (sites, GlossImportSite, 1);
  g_assert_cmpstr (gloss_clause_get_id (first->clause), ==, "c2");
  g_assert_false (first->literal);
  g_assert_false (first->telling);
  g_assert_cmpstr (gloss_clause_get_id (second->clause), ==, "c4");
  g_assert_true (second->literal);
  g_assert_true (second->telling);
  g_assert_cmpuint (second->fit, ==, strlen ("final(3)withother"));
}

/* Positions in a page, behind characters outside of the BMP. */
static void
test_offset (Fixture       *fixture,
             gconstpointer  data)
{
  const char *before = "The States Parties to \342\200\234this\342\200\235 text,\n"
                       "(1) To co-operate in good faith, and to seek \"peace\";\n"
                       "(2) \360\235\224\230\360\237\230\200 ";
  g_autoptr (GArray) sites = find (fixture, "caf\303\251", NULL, NULL);
  const GlossImportSite *site = &g_array_index (sites, GlossImportSite, 0);
  gsize n_chars = g_utf8_strlen (before, -1);

  g_assert_cmpuint (sites->len, ==, 1);
  g_assert_cmpuint (gloss_import_text_get_offset (fixture->text, site, GLOSS_OFFSET_CHARS), ==, n_chars);
  g_assert_cmpuint (gloss_import_text_get_offset (fixture->text, site, GLOSS_OFFSET_UTF16), ==, n_chars + 2);
  g_assert_cmpuint (gloss_import_text_get_offset (fixture->text, site, GLOSS_OFFSET_BYTES), ==, strlen (before));
}

static void
test_too_many (void)
{
  g_autoptr (GString) many = g_string_new ("|");
  const char *texts[2] = { NULL, NULL };
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossImportText) text = NULL;
  g_autoptr (GArray) sites = NULL;
  gboolean all;

  for (guint i = 0; i < 30000; i++)
    g_string_append (many, "a ");
  texts[0] = many->str;

  document = fixture_document ("T/2", texts);
  text = gloss_import_text_new (document);
  sites = gloss_import_text_find (text, "a", NULL, NULL, &all);
  g_assert_false (all);
  g_assert_cmpuint (sites->len, >, 0);
}

#define ADD(name, test) g_test_add ("/import-text/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("other-signs", test_other_signs);
  ADD ("compositions", test_compositions);
  ADD ("letters-count", test_letters_count);
  ADD ("part-of-word", test_part_of_word);
  ADD ("across-clauses", test_across_clauses);
  ADD ("label-alone", test_label_alone);
  ADD ("context", test_context);
  ADD ("offset", test_offset);
  g_test_add_func ("/import-text/too-many", test_too_many);

  return g_test_run ();
}

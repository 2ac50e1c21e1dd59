/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-alignment.h"

#include <string.h>

#define SPECIES  "The purpose of this Law is to protect wetlands and the species that live in them."
#define MINISTER "The Minister shall designate the protected wetlands."
#define GAZETTE  "The designation shall be published in the Official Gazette within thirty days."
#define BURN     "No person shall drain, fill or burn a protected wetland."
#define FINE     "Whoever does so commits an offence and is liable to a fine of five thousand euros."
#define FORCE    "This Law enters into force on the first day of January."
#define NEW      "Landowners receive compensation out of the national budget."

/* The clauses, "LABEL|TEXT", up to NULL. */
static guint
make_clauses (const char *const *lines,
              GlossAlignClause  *clauses)
{
  guint n = 0;

  for (; lines[n] != NULL; n++)
    {
      const char *text = strchr (lines[n], '|') + 1;
      gsize label_length = (gsize) (text - lines[n]) - 1;

      clauses[n] = (GlossAlignClause) {
        .text = text,
        .length = strlen (text),
        .label = g_strndup (lines[n], label_length),
        .kind = g_str_has_prefix (lines[n], "Art") || g_str_has_prefix (lines[n], "Ch")
                  ? GLOSS_CLAUSE_SECTION
                  : GLOSS_CLAUSE_PARAGRAPH,
      };
    }

  return n;
}

/* The rows as "OLD>NEW state", clauses by number, "OLD+N" for several. */
static char *
show_rows (const char *const *old_lines,
           const char *const *new_lines)
{
  GlossAlignClause old_clauses[32], new_clauses[32];
  guint n_old = make_clauses (old_lines, old_clauses);
  guint n_new = make_clauses (new_lines, new_clauses);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) rows = gloss_align (old_clauses, n_old, new_clauses, n_new, tokenizer, NULL, NULL, NULL);
  GString *shown = g_string_new (NULL);

  for (guint k = 0; k < rows->len; k++)
    {
      const GlossAlignRow *row = &g_array_index (rows, GlossAlignRow, k);

      if (row->n_old > 0)
        g_string_append_printf (shown, "%u", row->old_first);
      if (row->n_old > 1)
        g_string_append_printf (shown, "+%u", row->n_old - 1);
      g_string_append_c (shown, '>');
      if (row->n_new > 0)
        g_string_append_printf (shown, "%u", row->new_first);
      if (row->n_new > 1)
        g_string_append_printf (shown, "+%u", row->n_new - 1);
      g_string_append_printf (shown, " %s\n", gloss_row_state_to_string (row->state));
    }
  for (guint i = 0; i < n_old; i++)
    g_free ((char *) old_clauses[i].label);
  for (guint j = 0; j < n_new; j++)
    g_free ((char *) new_clauses[j].label);

  return g_string_free (shown, FALSE);
}

/* Lines of a plain text. "Article 2" was put in: the one that had the number goes with its text. */
static void
test_lines (void)
{
  static const char *const old_lines[] = { "|Article 1", "|" SPECIES, "|Article 2", "|" MINISTER,
                                           "|Article 3", "|" FORCE, NULL };
  static const char *const new_lines[] = { "|Article 1", "|" SPECIES, "|Article 2", "|" NEW,
                                           "|Article 3", "|" MINISTER, "|Article 4", "|" FORCE, NULL };
  g_autofree char *rows = show_rows (old_lines, new_lines);

  g_assert_cmpstr (rows, ==,
                   "0>0 unchanged\n1>1 unchanged\n>2 new\n>3 new\n2>4 reworded\n3>5 unchanged\n"
                   "4>6 reworded\n5>7 unchanged\n");
}

/* The same where the numbers are labels, and of an article that lost its first paragraph. */
static void
test_labels (void)
{
  static const char *const old_lines[] = { "Chapter I|", "Article 1|", "(1)|" SPECIES, "(2)|" MINISTER,
                                           "(3)|" GAZETTE, "Article 2|", "(1)|" FORCE, NULL };
  static const char *const new_lines[] = { "Chapter I|", "Article 1|", "(1)|" NEW, "Article 2|", "(1)|" MINISTER,
                                           "(2)|" GAZETTE, "Article 3|", "(1)|" FORCE, NULL };
  g_autofree char *rows = show_rows (old_lines, new_lines);

  g_assert_cmpstr (rows, ==,
                   "0>0 unchanged\n>1 new\n>2 new\n1>3 renumbered\n2> dropped\n3>4 renumbered\n4>5 renumbered\n"
                   "5>6 renumbered\n6>7 unchanged\n");
}

/* An article that is moved takes its heading along. */
static void
test_moved (void)
{
  static const char *const old_lines[] = { "Article 1|", "|" FINE, "Article 2|", "|" SPECIES, "|" GAZETTE,
                                           "Article 3|", "|" MINISTER, "|" BURN, NULL };
  static const char *const new_lines[] = { "Article 1|", "|" SPECIES, "|" GAZETTE, "Article 2|", "|" MINISTER,
                                           "|" BURN, "Article 3|", "|" FINE, NULL };
  g_autofree char *rows = show_rows (old_lines, new_lines);

  g_assert_cmpstr (rows, ==,
                   "2>0 renumbered\n3>1 unchanged\n4>2 unchanged\n5>3 renumbered\n6>4 unchanged\n7>5 unchanged\n"
                   "0>6 moved\n1>7 moved\n");
}

/* A clause that became two articles; and back. */
static void
test_split_over_a_heading (void)
{
  static const char *const whole[] = { "|Article 1", "|" SPECIES, "|Article 2", "|" BURN " " FINE, "|Article 3",
                                       "|" FORCE, NULL };
  static const char *const parts[] = { "|Article 1", "|" SPECIES, "|Article 2", "|" BURN, "|Article 3", "|" FINE,
                                       "|Article 4", "|" FORCE, NULL };
  g_autofree char *split = show_rows (whole, parts);
  g_autofree char *merged = show_rows (parts, whole);

  g_assert_cmpstr (split, ==,
                   "0>0 unchanged\n1>1 unchanged\n2>2 unchanged\n3>3+2 split\n4>6 reworded\n5>7 unchanged\n");
  g_assert_cmpstr (merged, ==,
                   "0>0 unchanged\n1>1 unchanged\n2>2 unchanged\n3+2>3 merged\n6>4 reworded\n7>5 unchanged\n");
}

/* Where nothing below tells more, a heading meets the one that says the same, and a chapter never an
 * article. */
static void
test_left_over (void)
{
  static const char *const old_lines[] = { "|" SPECIES, "|Article 7", "|" BURN, "|" FORCE, NULL };
  static const char *const new_lines[] = { "|" SPECIES, "|Article 7", "|" NEW, "|" FORCE, NULL };
  static const char *const chapters[] = { "|" SPECIES, "|Chapter 7", "|" BURN, "|" FORCE, NULL };
  g_autofree char *rows = show_rows (old_lines, new_lines);
  g_autofree char *other = show_rows (old_lines, chapters);

  g_assert_cmpstr (rows, ==, "0>0 unchanged\n1>1 unchanged\n2> dropped\n>2 new\n3>3 unchanged\n");
  g_assert_cmpstr (other, ==, "0>0 unchanged\n1> dropped\n>1 new\n2>2 unchanged\n3>3 unchanged\n");
}

/* A long paragraph that came from another article does not make it that article. */
static void
test_long_guest (void)
{
  static const char *const old_lines[] = { "|Article 1", "|" SPECIES " " GAZETTE " " FINE " " NEW, "|" BURN, "|Article 2",
                                           "|" MINISTER, "|" FORCE, NULL };
  static const char *const new_lines[] = { "|Article 2", "|" MINISTER, "|" SPECIES " " GAZETTE " " FINE " " NEW, "|" FORCE,
                                           NULL };
  g_autofree char *rows = show_rows (old_lines, new_lines);

  g_assert_cmpstr (rows, ==, "0> dropped\n2> dropped\n3>0 unchanged\n4>1 unchanged\n1>2 moved\n5>3 unchanged\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/aligner-headings/lines", test_lines);
  g_test_add_func ("/aligner-headings/labels", test_labels);
  g_test_add_func ("/aligner-headings/moved", test_moved);
  g_test_add_func ("/aligner-headings/split-over-a-heading", test_split_over_a_heading);
  g_test_add_func ("/aligner-headings/long-guest", test_long_guest);
  g_test_add_func ("/aligner-headings/left-over", test_left_over);

  return g_test_run ();
}

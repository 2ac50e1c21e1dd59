/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-carry-over.h"

#include "change-fixture.h"

typedef struct
{
  const char *name;
  const char *old_texts[4];
  const char *new_texts[4];
  const char *phrase;      /* of the first old clause; NULL: the whole of it */
  GlossPlacementState state;
  const char *clause;      /* NULL: none yet */
  const char *words;       /* NULL: the whole clause */
  guint n_candidates;
} Case;

#define RIGHTS "To fully respect rights and fundamental freedoms in the information space"
#define OTHER  "States shall settle every dispute by peaceful means and refrain from the use of force"

static const Case cases[] = {
  { "same clause", { RIGHTS, OTHER }, { RIGHTS, OTHER }, NULL, GLOSS_PLACEMENT_PLACED, "c1", NULL, 0 },
  { "renumbered", { RIGHTS, OTHER }, { "An entirely new undertaking about supply chains", RIGHTS, OTHER },
    NULL, GLOSS_PLACEMENT_PLACED, "c2", NULL, 0 },
  { "reworded", { RIGHTS, OTHER }, { "To fully respect rights and freedoms in the information space and beyond", OTHER },
    NULL, GLOSS_PLACEMENT_CHANGED, "c1", NULL, 0 },
  { "dropped", { RIGHTS, OTHER }, { OTHER }, NULL, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL, 0 },

  { "phrase in the same clause", { RIGHTS, OTHER }, { RIGHTS, OTHER }, "rights", GLOSS_PLACEMENT_PLACED, "c1", "rights", 0 },
  { "phrase kept in another wording", { RIGHTS, OTHER },
    { "To respect all rights and fundamental freedoms in the information space", OTHER },
    "fundamental freedoms", GLOSS_PLACEMENT_PLACED, "c1", "fundamental freedoms", 0 },
  { "the same one of two", { "the State and the people and the law of the land", OTHER },
    { "the State and then the people and the law of the whole land", OTHER },
    "the law", GLOSS_PLACEMENT_PLACED, "c1", "the law", 0 },
  { "word put into the phrase", { RIGHTS, OTHER },
    { "To fully respect rights and all fundamental freedoms in the information space", OTHER },
    "rights and fundamental freedoms", GLOSS_PLACEMENT_CHANGED, "c1", "rights and all fundamental freedoms", 0 },
  { "last word made way", { RIGHTS, OTHER },
    { "To fully respect rights and fundamental liberties in the information space", OTHER },
    "rights and fundamental freedoms", GLOSS_PLACEMENT_CHANGED, "c1", "rights and fundamental liberties", 0 },
  { "nothing left of it", { RIGHTS, OTHER }, { "To fully respect rights and dignity in the information space", OTHER },
    "fundamental freedoms", GLOSS_PLACEMENT_CHANGED, "c1", NULL, 0 },
  { "another quotation mark", { "Each State shall keep its ‘own’ house in order and tidy", OTHER },
    { "Each State shall keep its 'own' house in order and tidy", OTHER },
    "its ‘own’ house", GLOSS_PLACEMENT_PLACED, "c1", "its 'own' house", 0 },

  { "words elsewhere", { RIGHTS, OTHER },
    { OTHER, "Whoever trades in goods must pay heed to fundamental freedoms in the information space at all times, "
             "as customs officers, carriers, insurers, brokers and bankers do" },
    "freedoms in the information space", GLOSS_PLACEMENT_AMBIGUOUS, NULL, NULL, 1 },
  { "common words elsewhere", { RIGHTS, OTHER }, { OTHER }, "and", GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL, 0 },
};

/* (transfer full): what the anchor quotes, "" for the whole of its clause. */
static void
assert_anchor (const Case     *test,
               GlossAnchor    *anchor,
               GlossDocument  *document)
{
  const GlossAnchorData *data;
  GlossPlacement placement;

  if (test->clause == NULL)
    {
      g_assert_null (anchor);
      return;
    }

  g_assert_nonnull (anchor);
  data = gloss_anchor_get_data (anchor);
  g_assert_cmpstr (data->symbol, ==, NEW_SYMBOL);
  g_assert_cmpstr (data->clause_id, ==, test->clause);
  g_assert_cmpstr (data->exact, ==, test->words);

  placement = gloss_anchor_resolve (anchor, document);
  g_assert_cmpint (placement.state, ==, GLOSS_PLACEMENT_PLACED);
}

static GPtrArray *
plan (GlossComparison *comparison,
      const char      *phrase)
{
  GlossDocument *document = gloss_comparison_get_old_document (comparison);
  GlossClause *clause = gloss_document_get_clause (document, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnchor) anchor = phrase != NULL ? gloss_anchor_new_for_quote (document, clause, phrase, &error)
                                                  : gloss_anchor_new_for_clause (document, clause);
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_autoptr (GListStore) list = g_list_store_new (GLOSS_TYPE_ANNOTATION);
  GPtrArray *items;

  g_assert_no_error (error);
  annotation = gloss_annotation_new (anchor, "note", NULL, GLOSS_COLOR_YELLOW, NULL);
  g_list_store_append (list, annotation);
  items = gloss_carry_over_plan (G_LIST_MODEL (list), NULL, comparison);
  g_assert_cmpuint (items->len, ==, 1);
  return items;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GlossComparison) comparison = compare_texts (test->old_texts, test->new_texts);
  g_autoptr (GPtrArray) items = plan (comparison, test->phrase);
  GlossCarryItem *item = g_ptr_array_index (items, 0);

  g_assert_cmpstr (gloss_placement_state_to_string (item->state), ==, gloss_placement_state_to_string (test->state));
  g_assert_cmpuint (item->candidates->len, ==, test->n_candidates);
  assert_anchor (test, item->anchor, gloss_comparison_get_new_document (comparison));
}

static const char *const split_old[] = {
  "Each State shall protect its networks against intrusion by anybody from abroad, and each State shall "
  "train sufficient numbers of experts who can repair what was broken by disasters",
  OTHER, NULL
};
static const char *const split_new[] = {
  "Each State shall protect its networks against intrusion by anybody from abroad",
  "Each State shall train sufficient numbers of experts who can repair what was broken by disasters",
  OTHER, NULL
};

/* A clause that became two: its phrases know where they are, the whole of it does not. */
static void
test_split (void)
{
  g_autoptr (GlossComparison) comparison = compare_texts (split_old, split_new);
  g_autoptr (GPtrArray) whole = plan (comparison, NULL);
  g_autoptr (GPtrArray) phrase = plan (comparison, "numbers of experts");
  GlossCarryItem *item = g_ptr_array_index (whole, 0);

  g_assert_cmpstr (gloss_row_state_to_string (gloss_comparison_row_get_state (item->row)), ==, "split");
  g_assert_cmpint (item->state, ==, GLOSS_PLACEMENT_AMBIGUOUS);
  g_assert_cmpuint (item->candidates->len, ==, 2);
  g_assert_false (gloss_carry_item_can_carry (item));
  gloss_carry_item_choose (item, 1);
  g_assert_true (gloss_carry_item_can_carry (item));
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->clause_id, ==, "c2");

  item = g_ptr_array_index (phrase, 0);
  g_assert_cmpint (item->state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->clause_id, ==, "c2");
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->exact, ==, "numbers of experts");
}

/* The second old clause of a row counts from its own beginning. */
static void
test_merged (void)
{
  g_autoptr (GlossComparison) comparison = compare_texts (split_new, split_old);
  GlossDocument *document = gloss_comparison_get_old_document (comparison);
  g_autoptr (GlossAnchor) anchor =
    gloss_anchor_new_for_quote (document, gloss_document_get_clause (document, 1), "experts who can repair", NULL);
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "note", NULL, GLOSS_COLOR_YELLOW, NULL);
  g_autoptr (GListStore) list = g_list_store_new (GLOSS_TYPE_ANNOTATION);
  g_autoptr (GPtrArray) items = NULL;
  GlossCarryItem *item;

  g_list_store_append (list, annotation);
  items = gloss_carry_over_plan (G_LIST_MODEL (list), NULL, comparison);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (gloss_row_state_to_string (gloss_comparison_row_get_state (item->row)), ==, "merged");
  g_assert_cmpint (item->state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->clause_id, ==, "c1");
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->exact, ==, "experts who can repair");
}

/* Words of one language are not looked for in another: the note is on the clause, to be confirmed. */
static void
test_other_language (void)
{
  g_autoptr (GlossDocument) old_document = make_text (OLD_SYMBOL, "en", (const char *[]) { RIGHTS, OTHER, NULL });
  g_autoptr (GlossDocument) new_document = make_text (NEW_SYMBOL, "fr", (const char *[]) { RIGHTS, OTHER, NULL });
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  g_autoptr (GPtrArray) items = plan (comparison, "rights");
  GlossCarryItem *item = g_ptr_array_index (items, 0);

  g_assert_cmpint (item->state, ==, GLOSS_PLACEMENT_CHANGED);
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->clause_id, ==, "c1");
  g_assert_null (gloss_anchor_get_data (item->anchor)->exact);
}

/* Positions count code points, whatever stands before them. */
static void
test_astral (void)
{
  g_autoptr (GlossComparison) comparison =
    compare_texts ((const char *[]) { "The 𐐷 sign and the word freedoms in one clause of this text", NULL },
                   (const char *[]) { "The 𐐷𐐷 sign and then the word freedoms in one clause of this text", NULL });
  g_autoptr (GPtrArray) items = plan (comparison, "freedoms");
  GlossCarryItem *item = g_ptr_array_index (items, 0);

  g_assert_cmpint (item->state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_anchor_get_data (item->anchor)->exact, ==, "freedoms");
  g_assert_cmpint (gloss_anchor_get_data (item->anchor)->start, ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/carry-place/%s", cases[i].name);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/carry-place/split", test_split);
  g_test_add_func ("/carry-place/merged", test_merged);
  g_test_add_func ("/carry-place/other-language", test_other_language);
  g_test_add_func ("/carry-place/astral", test_astral);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/docx-fixture.h"

/* What a word processor makes of tracked changes when all of them are accepted or rejected. */

static gboolean
is_element (xmlNode    *node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

/* What disappears: with its text where it stands around runs, with its mark where it is one. */
static gboolean
disappears (xmlNode  *node,
            gboolean  accept)
{
  return accept ? is_element (node, "del") || is_element (node, "moveFrom")
                : is_element (node, "ins") || is_element (node, "moveTo");
}

static void
append_runs (GString  *out,
             xmlNode  *parent,
             gboolean  accept)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (disappears (node, accept) || is_element (node, "pPr") || is_element (node, "rPr"))
        continue;

      if (is_element (node, "t") || is_element (node, "delText"))
        {
          xmlChar *text = xmlNodeGetContent (node);

          /* Deleted text is named so in deletions, and nowhere else. */
          g_assert_true (is_element (node, "delText") == is_element (node->parent->parent, "del"));
          g_string_append (out, (const char *) text);
          xmlFree (text);
        }
      else if (is_element (node, "br"))
        g_string_append_c (out, '\n');
      else if (is_element (node, "tab"))
        g_string_append_c (out, '\t');
      else
        append_runs (out, node, accept);
    }
}

static xmlNode *
find_child (xmlNode    *parent,
            const char *name)
{
  for (xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    if (is_element (node, name))
      return node;

  return NULL;
}

static gboolean
mark_disappears (xmlNode  *paragraph,
                 gboolean  accept)
{
  xmlNode *properties = find_child (find_child (paragraph, "pPr"), "rPr");

  for (xmlNode *node = properties != NULL ? properties->children : NULL; node != NULL; node = node->next)
    if (disappears (node, accept))
      return TRUE;

  return FALSE;
}

/* (transfer full): the paragraphs of the body, "¶" behind each. */
static char *
settle (GBytes   *file,
        gboolean  accept)
{
  GString *out = g_string_new (NULL);
  g_auto (Part) body = { NULL };
  xmlNode *parent;

  part_open (&body, file, "word/document.xml");
  parent = find_child (xmlDocGetRootElement (body.doc), "body");
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (!is_element (node, "p"))
        continue;

      append_runs (out, node, accept);
      if (is_element (node->next, "sectPr"))
        g_assert_false (mark_disappears (node, accept));
      if (!mark_disappears (node, accept))
        g_string_append (out, "¶");
    }

  return g_string_free (out, FALSE);
}

static char *
join_clauses (GlossDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *label = gloss_clause_get_label (clause);

      g_string_append_printf (out, "%s%s%s¶", label, *label != '\0' ? "\t" : "", gloss_clause_get_text (clause));
    }

  return g_string_free (out, FALSE);
}

/* (transfer full): the file, whose changes give either text. */
static GBytes *
assert_both_texts (GlossDocument *old_document,
                   GlossDocument *new_document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, &error);
  GBytes *file;
  g_autofree char *old_text = join_clauses (old_document);
  g_autofree char *new_text = join_clauses (new_document);
  g_autofree char *accepted = NULL;
  g_autofree char *rejected = NULL;

  g_assert_no_error (error);
  file = gloss_export_comparison_bytes (comparison, GLOSS_EXPORT_DOCX);
  accepted = settle (file, TRUE);
  rejected = settle (file, FALSE);

  /* A document of Word has one paragraph at least. */
  if (*old_text == '\0' && *new_text != '\0')
    g_assert_cmpstr (rejected, ==, "¶");
  else
    g_assert_cmpstr (rejected, ==, old_text);
  if (*new_text == '\0' && *old_text != '\0')
    g_assert_cmpstr (accepted, ==, "¶");
  else
    g_assert_cmpstr (accepted, ==, new_text);

  return file;
}

/* @clauses: labels and texts, ending in NULL. */
static GlossDocument *
make_document (const char        *symbol,
               const char *const *clauses)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, "en");
  gloss_document_builder_set_date (builder, "2015-01-13");
  for (guint i = 0; clauses[i] != NULL; i += 2)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i / 2);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = id, .label = clauses[i], .text = clauses[i + 1], .kind = GLOSS_CLAUSE_ITEM,
      });
    }

  return gloss_document_builder_end (builder);
}

#define PEACE    "States shall settle every dispute by peaceful means alone and refrain from all threats of force;"
#define CRIME    "States shall combat criminal and terrorist activities that use networks & <software>;"
#define SUPPLY   "States shall endeavour to ensure the security of the supply chain of goods and services;"
#define RIGHTS   "States shall fully respect the rights and freedoms of everyone in the information space;"
#define CULTURE  "Recognizing the diversity of the history, the culture and the social systems of all countries;"

static void
compare (const char *const *old_clauses,
         const char *const *new_clauses,
         Part              *body)
{
  g_autoptr (GlossDocument) old_document = make_document ("A/1", old_clauses);
  g_autoptr (GlossDocument) new_document = make_document ("A/2", new_clauses);
  g_autoptr (GBytes) file = assert_both_texts (old_document, new_document);

  part_open (body, file, "word/document.xml");
}

static void
test_reworded (void)
{
  const char *const old_clauses[] = { "(a)", PEACE, "(b)", CRIME, NULL };
  const char *const new_clauses[] = { "(1)", PEACE, "(b)", "States should combat criminal and terrorist activities that use networks & <software>;", NULL };
  g_auto (Part) body = { NULL };

  compare (old_clauses, new_clauses, &body);
  part_assert (&body, "count(//w:p)", "2");
  part_assert (&body, "string(//w:p[1]/w:del)", "(a)");
  part_assert (&body, "string(//w:p[1]/w:ins)", "(1)");
  part_assert (&body, "string(//w:p[2]/w:del)", "shall");
  part_assert (&body, "string(//w:p[2]/w:ins)", "should");
  part_assert (&body, "string(//w:p[2]/w:ins/@w:author)", "A/2");
  part_assert (&body, "string(//w:p[2]/w:ins/@w:date)", "2015-01-13T00:00:00Z");
  part_assert (&body, "count(//*[@w:id]) = count(//*[@w:id][not(@w:id = preceding::*/@w:id)])", "true");
}

static void
test_new_and_dropped (void)
{
  const char *const two[] = { "(a)", PEACE, "(b)", RIGHTS, NULL };
  const char *const three[] = { "(a)", PEACE, "(b)", CRIME, "(c)", RIGHTS, NULL };
  g_auto (Part) inserted = { NULL };
  g_auto (Part) deleted = { NULL };

  compare (two, three, &inserted);
  part_assert (&inserted, "count(//w:pPr/w:rPr/w:ins)", "1");
  part_assert (&inserted, "string(//w:p[2]/w:ins[2])", CRIME);
  compare (three, two, &deleted);
  part_assert (&deleted, "count(//w:pPr/w:rPr/w:del)", "1");
  part_assert (&deleted, "string(//w:p[2]/w:del[2])", CRIME);
}

/* The last paragraph's mark can't go: whatever stands at the end, both texts come out. */
static void
test_end (void)
{
  const char *const one[] = { "", PEACE, NULL };
  const char *const more[] = { "", PEACE, "", CRIME, "", RIGHTS, NULL };
  const char *const other[] = { "", PEACE, "", SUPPLY, NULL };
  const char *const unlike[] = { "", CULTURE, NULL };
  const char *const none[] = { NULL };
  const char *const *texts[] = { one, more, other, unlike, none };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_auto (Part) body = { NULL };

        compare (texts[i], texts[j], &body);
      }
}

static void
test_moved (void)
{
  const char *const old_clauses[] = { "(a)", PEACE, "(b)", CRIME, "(c)", SUPPLY, "(d)", RIGHTS, NULL };
  const char *const new_clauses[] = { "(a)", RIGHTS, "(b)", PEACE, "(c)", CRIME, "(d)", SUPPLY, NULL };
  g_auto (Part) body = { NULL };

  compare (old_clauses, new_clauses, &body);
  part_assert (&body, "count(//w:moveFromRangeStart)", "1");
  part_assert (&body, "count(//w:moveToRangeStart)", "1");
  part_assert (&body, "string(//w:moveFromRangeStart/@w:name) = string(//w:moveToRangeStart/@w:name)", "true");
  part_assert (&body, "string(//w:moveFromRangeStart/@w:id) = string(//w:moveFromRangeEnd/@w:id)", "true");
  part_assert (&body, "string(//w:p/w:moveTo[2])", RIGHTS);
  part_assert (&body, "string(//w:p/w:moveFrom[2])", RIGHTS);
}

static void
test_split_and_merged (void)
{
  const char *const whole[] = { "1.", CULTURE, "2.", PEACE " " CRIME, "3.", RIGHTS, NULL };
  const char *const parts[] = { "1.", CULTURE, "2.", PEACE, "3.", CRIME, "4.", RIGHTS, NULL };
  g_auto (Part) split = { NULL };
  g_auto (Part) merged = { NULL };

  compare (whole, parts, &split);
  part_assert (&split, "count(//w:pPr/w:rPr/w:ins)", "1");
  part_assert (&split, "count(//w:p)", "4");
  compare (parts, whole, &merged);
  part_assert (&merged, "count(//w:pPr/w:rPr/w:del)", "1");
  part_assert (&merged, "count(//w:p)", "4");
}

/* A line break inside a clause, where the other text begins a new one. */
static void
test_line_breaks (void)
{
  const char *const whole[] = { "1.", CULTURE, "2.", PEACE "\n" CRIME, "3.", RIGHTS, NULL };
  const char *const parts[] = { "1.", CULTURE, "2.", PEACE, "3.", CRIME, "4.", RIGHTS, NULL };
  g_auto (Part) split = { NULL };
  g_auto (Part) merged = { NULL };

  compare (whole, parts, &split);
  compare (parts, whole, &merged);
}

static void
test_shipped (void)
{
  static const char *const names[] = { "A/66/359@en", "A/69/723@en", "A/69/723@zh" };
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GlossDocument) old_document = gloss_library_load (library, names[i], &error);
        g_autoptr (GlossDocument) new_document = gloss_library_load (library, names[j], &error);
        g_autoptr (GBytes) file = NULL;

        g_assert_no_error (error);
        file = assert_both_texts (old_document, new_document);
      }
}

/* Texts of clauses at random, moved, cut, joined and reworded at random. */
static void
test_random (void)
{
  static const char *const texts[] = {
    PEACE, CRIME, SUPPLY, RIGHTS, CULTURE, PEACE " " CRIME, SUPPLY "\n" RIGHTS, CULTURE " " PEACE " " RIGHTS, "",
    "States should settle disputes by peaceful means and refrain from threats;", "和平与安全 😀", "(Signed)\nA. B.", CRIME "\n",
  };
  static const char *const labels[] = { "", "(a)", "(b)", "1.", "（一）" };

  for (guint round = 0; round < 400; round++)
    {
      const char *clauses[2][21];
      g_auto (Part) body = { NULL };

      for (guint side = 0; side < 2; side++)
        {
          guint n_clauses = g_test_rand_int_range (0, 11);

          for (guint i = 0; i < n_clauses; i++)
            {
              clauses[side][2 * i] = labels[g_test_rand_int_range (0, G_N_ELEMENTS (labels))];
              clauses[side][2 * i + 1] = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
            }
          clauses[side][2 * n_clauses] = NULL;
        }

      compare (clauses[0], clauses[1], &body);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-docx-comparison/reworded", test_reworded);
  g_test_add_func ("/export-docx-comparison/new-and-dropped", test_new_and_dropped);
  g_test_add_func ("/export-docx-comparison/end", test_end);
  g_test_add_func ("/export-docx-comparison/moved", test_moved);
  g_test_add_func ("/export-docx-comparison/split-and-merged", test_split_and_merged);
  g_test_add_func ("/export-docx-comparison/line-breaks", test_line_breaks);
  g_test_add_func ("/export-docx-comparison/shipped", test_shipped);
  g_test_add_func ("/export-docx-comparison/random", test_random);

  return g_test_run ();
}

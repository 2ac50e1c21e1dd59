/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-vocabulary.h"

/* The search goes by the order of the table, so one name out of order is one that is not found. */
static void
test_find (void)
{
  static const char *const names[] = {
    "act", "address", "adjournment", "administrationOfOath", "alinea", "amendment", "amendmentBody", "amendmentContent",
    "amendmentHeading", "amendmentJustification", "amendmentList", "amendmentReference",
    "annex", "annexes", "answer", "arguments", "article", "attachment", "attachments", "authorialNote", "background",
    "bill", "block", "blockContainer", "blockList", "body", "book", "br", "caption", "chapter", "citation", "citations",
    "clause", "collectionBody", "communication", "component", "components", "conclusions", "container", "content",
    "coverPage", "crossHeading", "debate", "debateBody", "debateReport", "debateSection", "decision",
    "declarationOfVote", "div", "division", "doc", "docTitle", "documentCollection", "embeddedStructure", "embeddedText", "eol",
    "foreign", "formula", "fragment", "fragmentBody", "from", "hcontainer", "header", "heading", "indent", "interstitial", "intro",
    "introduction", "item", "judgement", "judgementBody", "judgment", "judgmentBody", "level", "li", "list",
    "listIntroduction", "listWrapUp", "longTitle", "mainBody", "meta", "ministerialStatements", "motivation",
    "narrative", "nationalInterest", "noteRef", "noticesOfMotion", "num", "officialGazette", "ol", "oralStatements",
    "other", "p", "papers", "paragraph", "part", "personalStatements", "petitions", "point", "pointOfOrder", "portion",
    "portionBody", "prayers", "preamble", "preface", "proceduralMotions", "proviso", "question", "questions",
    "quotedStructure", "quotedText", "recital", "recitals", "remedies", "resolutions", "rollCall", "rule", "scene", "section",
    "signature", "speech", "speechGroup", "statement", "subchapter", "subclause", "subdivision", "subFlow", "subheading",
    "sublist", "subparagraph", "subpart", "subrule", "subsection", "subtitle", "summary", "table", "tblock", "td",
    "th", "title", "toc", "tocItem", "tome", "tr", "transitional", "ul", "wrapUp", "writtenStatements",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const GlossAknElement *element = gloss_akn_vocabulary_find (names[i]);

      g_assert_nonnull (element);
      g_assert_cmpstr (element->name, ==, names[i]);
    }
}

static void
test_within_lines (void)
{
  static const char *const names[] = { "b", "i", "ref", "sup", "ins", "del", "span", "remark", "P", "", "zzz" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (gloss_akn_vocabulary_find (names[i]));
}

static void
test_namespaces (void)
{
  g_assert_true (gloss_akn_is_namespace (NULL));
  g_assert_true (gloss_akn_is_namespace ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0"));
  g_assert_true (gloss_akn_is_namespace ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"));
  g_assert_true (gloss_akn_is_namespace ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"));
  g_assert_true (gloss_akn_is_namespace ("http://www.akomantoso.org/2.0"));
  g_assert_true (gloss_akn_is_namespace ("http://Inhaltsdaten.LegalDocML.de/1.6/"));
  g_assert_false (gloss_akn_is_namespace ("http://www.w3.org/1999/xhtml"));
  g_assert_false (gloss_akn_is_namespace (GLOSS_AKN_OWN_NAMESPACE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-vocabulary/find", test_find);
  g_test_add_func ("/akn-vocabulary/within-lines", test_within_lines);
  g_test_add_func ("/akn-vocabulary/namespaces", test_namespaces);

  return g_test_run ();
}

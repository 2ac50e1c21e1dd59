/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-vocabulary.h"

#include <stdlib.h>
#include <string.h>

#define DOCUMENT(name)            { name, GLOSS_AKN_DOCUMENT, GLOSS_AKN_ROLE_NONE, 0, NULL, name }
#define GROUP(name)               { name, GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_NONE, 0, NULL, name }
#define HEADED(name)              { name, GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_HEADED, name, name }
#define WRAPPER(name, role)       { name, GLOSS_AKN_WRAPPER, GLOSS_AKN_ROLE_##role, 0, NULL, name }
#define DIVISION(name, noun, abb) { name, GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_ROMAN, noun, abb }
#define UNIT(name, noun, abb)     { name, GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_UNIT, 0, noun, abb }
#define PARAGRAPH(name, noun, abb) \
  { name, GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_TAKES | GLOSS_AKN_GIVES, noun, abb }
#define ITEM(name, abb)           { name, GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_ITEM, GLOSS_AKN_TAKES, "item", abb }
#define BLOCK(name, role)         { name, GLOSS_AKN_BLOCK, GLOSS_AKN_ROLE_##role, 0, NULL, name }

/* Sorted by name. The abbreviations are those of the naming convention of Akoma Ntoso. */
static const GlossAknElement elements[] = {
  DOCUMENT ("act"),
  HEADED ("address"),
  HEADED ("adjournment"),
  HEADED ("administrationOfOath"),
  { "alinea", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_TAKES | GLOSS_AKN_GIVES, "subpara.", "al" },
  DOCUMENT ("amendment"),
  GROUP ("amendmentBody"),
  GROUP ("amendmentContent"),
  GROUP ("amendmentHeading"),
  GROUP ("amendmentJustification"),
  DOCUMENT ("amendmentList"),
  GROUP ("amendmentReference"),
  { "annex", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_ANNEX, GLOSS_AKN_HEADED, "annex", "annex" },
  GROUP ("annexes"),
  HEADED ("answer"),
  HEADED ("arguments"),
  UNIT ("article", "art.", "art"),
  { "attachment", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_ANNEX, GLOSS_AKN_HEADED, "annex", "att" },
  GROUP ("attachments"),
  { "authorialNote", GLOSS_AKN_NOTE, GLOSS_AKN_ROLE_NOTE, 0, "footnote", "note" },
  HEADED ("background"),
  DOCUMENT ("bill"),
  BLOCK ("block", TEXT),
  { "blockContainer", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_HEADED, "part", "blockContainer" },
  WRAPPER ("blockList", NONE),
  { "body", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  DIVISION ("book", "book", "book"),
  { "br", GLOSS_AKN_LINE_BREAK, GLOSS_AKN_ROLE_NONE, 0, NULL, NULL },
  { "caption", GLOSS_AKN_BLOCK, GLOSS_AKN_ROLE_TEXT, 0, "caption", "caption" },
  DIVISION ("chapter", "chap.", "chp"),
  { "citation", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_RECITAL, GLOSS_AKN_TAKES, "preambular para.", "cit" },
  { "citations", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_NONE, GLOSS_AKN_HEADED, NULL, "cits" },
  UNIT ("clause", "clause", "clause"),
  { "collectionBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  HEADED ("communication"),
  { "component", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_ANNEX, GLOSS_AKN_HEADED, "component", "cmp" },
  GROUP ("components"),
  GROUP ("conclusions"),
  WRAPPER ("container", NONE),
  WRAPPER ("content", NONE),
  { "coverPage", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_MASTHEAD, 0, NULL, "coverPage" },
  BLOCK ("crossHeading", HEADING),
  DOCUMENT ("debate"),
  { "debateBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  DOCUMENT ("debateReport"),
  { "debateSection", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_HEADED, "sect.", "dbsect" },
  HEADED ("decision"),
  HEADED ("declarationOfVote"),
  WRAPPER ("div", NONE),
  DIVISION ("division", "division", "div"),
  DOCUMENT ("doc"),
  { "docTitle", GLOSS_AKN_TITLE, GLOSS_AKN_ROLE_NONE, 0, NULL, NULL },
  DOCUMENT ("documentCollection"),
  WRAPPER ("embeddedStructure", QUOTATION),
  { "embeddedText", GLOSS_AKN_QUOTE, GLOSS_AKN_ROLE_NONE, 0, NULL, NULL },
  { "eol", GLOSS_AKN_LINE_BREAK, GLOSS_AKN_ROLE_NONE, 0, NULL, NULL },
  BLOCK ("foreign", TEXT),
  { "formula", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_FORMULA, 0, NULL, "formula" },
  DOCUMENT ("fragment"),
  { "fragmentBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  BLOCK ("from", TEXT),
  PARAGRAPH ("hcontainer", "para.", "hcontainer"),
  { "header", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_MASTHEAD, 0, NULL, "header" },
  { "heading", GLOSS_AKN_HEADING, GLOSS_AKN_ROLE_HEADING, 0, NULL, "heading" },
  ITEM ("indent", "indent"),
  GROUP ("interstitial"),
  WRAPPER ("intro", CHAPEAU),
  HEADED ("introduction"),
  ITEM ("item", "item"),
  DOCUMENT ("judgement"),
  { "judgementBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  DOCUMENT ("judgment"),
  { "judgmentBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  PARAGRAPH ("level", "level", "lvl"),
  ITEM ("li", "item"),
  { "list", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_GIVES, "list", "list" },
  BLOCK ("listIntroduction", CHAPEAU),
  BLOCK ("listWrapUp", CLOSING),
  { "longTitle", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_TITLE, 0, NULL, "longTitle" },
  { "mainBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  { "meta", GLOSS_AKN_META, GLOSS_AKN_ROLE_NONE, 0, NULL, NULL },
  HEADED ("ministerialStatements"),
  HEADED ("motivation"),
  BLOCK ("narrative", TEXT),
  HEADED ("nationalInterest"),
  { "noteRef", GLOSS_AKN_NOTE_REF, GLOSS_AKN_ROLE_NOTE, 0, "footnote", "note" },
  HEADED ("noticesOfMotion"),
  { "num", GLOSS_AKN_NUM, GLOSS_AKN_ROLE_TEXT, 0, NULL, "p" },
  DOCUMENT ("officialGazette"),
  WRAPPER ("ol", NONE),
  HEADED ("oralStatements"),
  BLOCK ("other", TEXT),
  BLOCK ("p", TEXT),
  HEADED ("papers"),
  PARAGRAPH ("paragraph", "para.", "para"),
  DIVISION ("part", "part", "part"),
  HEADED ("personalStatements"),
  HEADED ("petitions"),
  ITEM ("point", "point"),
  HEADED ("pointOfOrder"),
  DOCUMENT ("portion"),
  { "portionBody", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_BODY, 0, NULL, "body" },
  HEADED ("prayers"),
  { "preamble", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_PREAMBLE, 0, NULL, "preamble" },
  { "preface", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_PREFACE, 0, NULL, "preface" },
  HEADED ("proceduralMotions"),
  PARAGRAPH ("proviso", "proviso", "proviso"),
  HEADED ("question"),
  HEADED ("questions"),
  WRAPPER ("quotedStructure", QUOTATION),
  { "quotedText", GLOSS_AKN_QUOTE, GLOSS_AKN_ROLE_NONE, 0, NULL, NULL },
  { "recital", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_RECITAL, GLOSS_AKN_TAKES, "preambular para.", "rec" },
  { "recitals", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_NONE, GLOSS_AKN_HEADED, NULL, "recs" },
  HEADED ("remedies"),
  HEADED ("resolutions"),
  HEADED ("rollCall"),
  UNIT ("rule", "rule", "rule"),
  BLOCK ("scene", TEXT),
  DIVISION ("section", "sect.", "sec"),
  { "signature", GLOSS_AKN_SIGNATURE, GLOSS_AKN_ROLE_TEXT, 0, NULL, "sig" },
  HEADED ("speech"),
  HEADED ("speechGroup"),
  DOCUMENT ("statement"),
  WRAPPER ("subFlow", QUOTATION),
  DIVISION ("subchapter", "subchap.", "subchp"),
  PARAGRAPH ("subclause", "subclause", "subclause"),
  DIVISION ("subdivision", "subdivision", "subdiv"),
  { "subheading", GLOSS_AKN_SUBHEADING, GLOSS_AKN_ROLE_HEADING, 0, NULL, "heading" },
  PARAGRAPH ("sublist", "sublist", "sublist"),
  PARAGRAPH ("subparagraph", "subpara.", "subpara"),
  DIVISION ("subpart", "subpart", "subpart"),
  UNIT ("subrule", "subrule", "subrule"),
  PARAGRAPH ("subsection", "subsect.", "subsec"),
  DIVISION ("subtitle", "subtitle", "subtitle"),
  BLOCK ("summary", TEXT),
  { "table", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_COUNTED, 0, "table", "table" },
  { "tblock", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_UNIT, GLOSS_AKN_HEADED, "block", "tblock" },
  { "td", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_COUNTED, 0, "cell", "cell" },
  { "th", GLOSS_AKN_UNIT, GLOSS_AKN_ROLE_COUNTED, 0, "cell", "cell" },
  DIVISION ("title", "title", "title"),
  GROUP ("toc"),
  BLOCK ("tocItem", TEXT),
  DIVISION ("tome", "tome", "tome"),
  { "tr", GLOSS_AKN_GROUP, GLOSS_AKN_ROLE_COUNTED, 0, "row", "row" },
  UNIT ("transitional", "transitional provision", "trans"),
  WRAPPER ("ul", NONE),
  WRAPPER ("wrapUp", CLOSING),
  HEADED ("writtenStatements"),
};

static int
compare_name (gconstpointer key,
              gconstpointer element)
{
  return strcmp (key, ((const GlossAknElement *) element)->name);
}

const GlossAknElement *
gloss_akn_vocabulary_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return bsearch (name, elements, G_N_ELEMENTS (elements), sizeof elements[0], compare_name);
}

gboolean
gloss_akn_is_namespace (const char *uri)
{
  g_autofree char *lower = NULL;

  if (uri == NULL || g_str_equal (uri, GLOSS_AKN_NAMESPACE))
    return TRUE;

  lower = g_ascii_strdown (uri, -1);
  return strstr (lower, "legaldocml") != NULL || strstr (lower, "akomantoso") != NULL;
}

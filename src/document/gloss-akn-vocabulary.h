/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What the elements of Akoma Ntoso are to a reader: which hold a text, which bear a number or a
 * heading, which only group others, and what their parts are called in a citation. An element
 * that is not listed stands within a line of text, and is passed through. Immutable, for any
 * thread.
 */

#define GLOSS_AKN_NAMESPACE       "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

/* The namespace of what Glossator adds to the standard's own means. */
#define GLOSS_AKN_OWN_NAMESPACE   "urn:glossator:akn"

#define GLOSS_XML_NAMESPACE       "http://www.w3.org/XML/1998/namespace"

/* How the reader of files goes about an element. */
typedef enum
{
  GLOSS_AKN_DOCUMENT,    /* act, doc, statement ... */
  GLOSS_AKN_GROUP,       /* only groups others, and never takes their words */
  GLOSS_AKN_WRAPPER,     /* content, intro: what is in it belongs to the unit around it */
  GLOSS_AKN_UNIT,        /* bears a number or a heading, or takes the first words in it */
  GLOSS_AKN_BLOCK,       /* a paragraph of text */
  GLOSS_AKN_NUM,
  GLOSS_AKN_HEADING,
  GLOSS_AKN_SUBHEADING,
  GLOSS_AKN_NOTE,        /* authorialNote */
  GLOSS_AKN_NOTE_REF,
  GLOSS_AKN_LINE_BREAK,
  GLOSS_AKN_TITLE,       /* within a line: makes the clause a title */
  GLOSS_AKN_SIGNATURE,   /* within a line: makes the clause a signature */
  GLOSS_AKN_QUOTE,       /* within a line: words that quotation marks may be printed around */
  GLOSS_AKN_META,
} GlossAknClass;

/* What the element is for the outline of the document and its citations. */
typedef enum
{
  GLOSS_AKN_ROLE_NONE,
  GLOSS_AKN_ROLE_ANNEX,
  GLOSS_AKN_ROLE_QUOTATION, /* a part of another text, with numbers of its own */
  GLOSS_AKN_ROLE_MASTHEAD,
  GLOSS_AKN_ROLE_PREFACE,
  GLOSS_AKN_ROLE_PREAMBLE,
  GLOSS_AKN_ROLE_FORMULA,
  GLOSS_AKN_ROLE_RECITAL,
  GLOSS_AKN_ROLE_BODY,
  GLOSS_AKN_ROLE_UNIT,      /* "sect. 2", “Purpose and scope”, "first para." */
  GLOSS_AKN_ROLE_ITEM,      /* "(8)" */
  GLOSS_AKN_ROLE_COUNTED,   /* "table 1, row 2, cell 3" */
  GLOSS_AKN_ROLE_TEXT,      /* a text within any of them */
  GLOSS_AKN_ROLE_TITLE,
  GLOSS_AKN_ROLE_HEADING,   /* a heading that heads no element */
  GLOSS_AKN_ROLE_CHAPEAU,
  GLOSS_AKN_ROLE_CLOSING,
  GLOSS_AKN_ROLE_NOTE,
} GlossAknRole;

typedef enum
{
  /* A group that may bear a number and a heading all the same. */
  GLOSS_AKN_HEADED = 1 << 0,

  /* A number here takes the words of an unnumbered unit that begins it, rather than stand alone. */
  GLOSS_AKN_TAKES = 1 << 1,

  /* Gives its first words to such a number. */
  GLOSS_AKN_GIVES = 1 << 2,

  /* A division of many units: a Chinese number is cited as a Roman one. */
  GLOSS_AKN_ROMAN = 1 << 3,
} GlossAknFlags;

typedef struct
{
  const char    *name;
  GlossAknClass  class_;
  GlossAknRole   role;
  GlossAknFlags  flags;
  const char    *noun;         /* in citations: "art." */
  const char    *abbreviation; /* in ids: "art" */
} GlossAknElement;

/* (nullable): the element with the local name @name. */
const GlossAknElement *gloss_akn_vocabulary_find (const char *name);

/* Whether @uri (nullable) is a namespace of Akoma Ntoso: of any version, of a draft, or of one of
 * the national profiles that have their own. */
gboolean               gloss_akn_is_namespace    (const char *uri);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-places.h"

#include "document/gloss-citation.h"
#include "document/gloss-numeral.h"

#include <string.h>

/* A heading that stands for a number is cut after this many characters. */
#define MAX_HEADING_CHARS 80

typedef struct _Place Place;

struct _Place
{
  GlossAknNode *node;

  /* The place itself, without the symbol; NULL for what adds nothing to that of its owner. */
  char         *text;

  Place        *owner;         /* the nearest place above that has a text, or the document */
  Place        *division;      /* the nearest annex, masthead or quotation above, or the document */
  char         *number;        /* as cited, or NULL */
  gboolean      is_numbered;   /* something between it and its division has a number, or itself */
  GHashTable   *counts;        /* noun -> how many there were in this place */

  /* Of a division: each "noun number" in it, and the nouns whose numbers start again. */
  GHashTable   *numbers;
  GHashTable   *restarting;
};

typedef struct
{
  GPtrArray  *places;   /* element-type Place, one for each node */
  Place       document; /* the owner and division of what is outermost */
  const char *document_name;
} Derivation;

static void
clear_place (Place *place)
{
  g_clear_pointer (&place->text, g_free);
  g_clear_pointer (&place->number, g_free);
  g_clear_pointer (&place->counts, g_hash_table_unref);
  g_clear_pointer (&place->numbers, g_hash_table_unref);
  g_clear_pointer (&place->restarting, g_hash_table_unref);
}

static void
free_place (gpointer data)
{
  clear_place (data);
  g_free (data);
}

static guint
count (Place      *place,
       const char *noun)
{
  guint n;

  if (place->counts == NULL)
    place->counts = g_hash_table_new (g_str_hash, g_str_equal);

  n = GPOINTER_TO_UINT (g_hash_table_lookup (place->counts, noun)) + 1;
  g_hash_table_insert (place->counts, (gpointer) noun, GUINT_TO_POINTER (n));

  return n;
}

static guint
get_count (Place      *place,
           const char *noun)
{
  return place->counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (place->counts, noun)) : 0;
}

static gboolean
opens_division (GlossAknNode *node)
{
  return node->element->role == GLOSS_AKN_ROLE_ANNEX || node->element->role == GLOSS_AKN_ROLE_QUOTATION ||
         node->element->role == GLOSS_AKN_ROLE_MASTHEAD;
}

/* Where the places of what is directly in @place begin. The document itself is named only where
 * the annexes make it one part among others and no number tells them apart: "letter, first para.". */
static const char *
get_base (Derivation *derivation,
          Place      *place,
          gboolean    has_number)
{
  if (place != &derivation->document)
    return place->text;

  return has_number || derivation->document_name == NULL ? "" : derivation->document_name;
}

static char *
join_ordinal (Derivation *derivation,
              Place      *owner,
              const char *noun)
{
  g_autofree char *ordinal = gloss_numeral_to_ordinal_word (count (owner, noun));
  g_autofree char *words = g_strconcat (ordinal, " ", noun, NULL);

  return gloss_citation_join (get_base (derivation, owner, FALSE), words);
}

static char *
join_noun (const char *base,
           const char *noun,
           const char *number)
{
  g_autofree char *words = g_strconcat (noun, " ", number, NULL);

  return gloss_citation_join (base, words);
}

static char *
join_heading (const char *base,
              const char *heading)
{
  g_autofree char *line = g_strndup (heading, strcspn (heading, "\n"));
  g_autofree char *quoted = NULL;

  if (g_utf8_strlen (line, -1) > MAX_HEADING_CHARS)
    {
      g_autofree char *beginning = g_utf8_substring (line, 0, MAX_HEADING_CHARS);

      quoted = g_strconcat ("“", g_strchomp (beginning), "…”", NULL);
    }
  else
    quoted = g_strconcat ("“", line, "”", NULL);

  return gloss_citation_join (base, quoted);
}

/* What a line of a preface is, by the last part of its id if that is a word: "annex__original" is
 * the "original". */
static char *
find_line_name (GlossAknNode *node)
{
  const char *name = node->id;

  if (name == NULL)
    return NULL;

  for (const char *next; (next = strstr (name, "__")) != NULL;)
    name = next + 2;

  if (strlen (name) < 3 || g_ascii_isdigit (name[strlen (name) - 1]))
    return NULL;

  return g_strdelimit (g_strdup (name), "_", ' ');
}

/* A letter in the id of an item where the label has its Arabic number: it is printed in the
 * language in which the ids were made, "(a)", and cited in every language, also where the Chinese
 * text prints "(1)". An id that only counts has no letters. */
static char *
find_letter (GlossAknNode *node,
             const char   *number)
{
  const char *part = node->id != NULL ? strrchr (node->id, '_') : NULL;

  if (part == NULL || !g_ascii_islower (part[1]) || part[2] != '\0')
    return NULL;

  return gloss_numeral_parse_arabic (number, strlen (number)) == (guint) (part[1] - 'a' + 1) ? g_strdup (part + 1) : NULL;
}

/* The number of a unit as it is cited, or NULL. */
static char *
find_number (GlossAknNode *node)
{
  g_autofree char *number = NULL;

  if (node->element->role == GLOSS_AKN_ROLE_NOTE)
    {
      number = gloss_citation_number (node->label);
      if (*number == '\0')
        g_set_str (&number, node->label);
    }
  else if (node->element->role == GLOSS_AKN_ROLE_ANNEX)
    return NULL;
  else if (node->element->flags & GLOSS_AKN_ROMAN)
    number = gloss_citation_number_of_division (node->label);
  else
    number = gloss_citation_number (node->label);

  if (node->element->role == GLOSS_AKN_ROLE_ITEM)
    {
      char *letter = find_letter (node, number);

      if (letter != NULL)
        return letter;
    }

  return *number != '\0' ? g_steal_pointer (&number) : NULL;
}

/* Whether the file says with a plain word what its container is: <hcontainer name="schedule">. */
static gboolean
names_itself (GlossAknNode *node)
{
  return g_str_equal (node->element->name, "hcontainer") && node->name != NULL && *node->name != '\0' &&
         !g_str_equal (node->name, "hcontainer") && node->name[strspn (node->name, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

static const char *
get_noun (GlossAknNode *node)
{
  if (names_itself (node))
    return node->name;

  return node->element->noun != NULL ? node->element->noun : "para.";
}

/* The paragraphs of an article are its own, even where no other article has any with a number; those
 * of a section or a chapter may run on through the next one. */
static gboolean
owns_numbers (Place *place)
{
  return place->node != NULL && place->number != NULL && place->node->element->role == GLOSS_AKN_ROLE_UNIT &&
         place->node->element->flags == 0;
}

/* An item belongs to the number above it; all else that has a number may run on. */
static gboolean
follows_number (Place *place,
                Place *above)
{
  if (!above->is_numbered)
    return FALSE;

  return place->node->element->role == GLOSS_AKN_ROLE_ITEM ||
         (place->node->element->role == GLOSS_AKN_ROLE_UNIT && gloss_citation_is_bracketed (place->node->label));
}

static void
note_number (Place *place)
{
  const char *noun = get_noun (place->node);
  Place *division = place->division;

  if (division->numbers == NULL)
    {
      division->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      division->restarting = g_hash_table_new (g_str_hash, g_str_equal);
    }

  if (!g_hash_table_add (division->numbers, g_strconcat (noun, " ", place->number, NULL)))
    g_hash_table_add (division->restarting, (gpointer) noun);
}

/* Learns which numbers there are, before any of them is cited. */
static void
survey (Derivation *derivation,
        GPtrArray  *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (nodes, i);
      Place *place = g_new0 (Place, 1);
      Place *above = &derivation->document;

      g_ptr_array_add (derivation->places, place);
      place->node = node;
      if (node->parent != NULL)
        above = g_ptr_array_index (derivation->places, node->parent->index);
      place->division = node->parent != NULL && opens_division (node->parent) ? above : above->division;

      /* An act or a judgment needs no name beside its annexes, for its articles have numbers. */
      if (node->parent == NULL && (g_str_equal (node->element->name, "doc") || g_str_equal (node->element->name, "statement")))
        derivation->document_name = node->name;

      if (node->element->role == GLOSS_AKN_ROLE_ANNEX)
        count (place->division, "annexes");

      if (node->is_clause)
        place->number = find_number (node);
      place->is_numbered = place->number != NULL || node->element->role == GLOSS_AKN_ROLE_COUNTED ||
                           (above->is_numbered && !opens_division (node));

      if (place->number != NULL && !follows_number (place, above))
        note_number (place);
    }
}

static char *
derive_numbered (Derivation *derivation,
                 Place      *place,
                 Place      *above,
                 const char *noun)
{
  Place *base = place->division;

  if (follows_number (place, above))
    return g_strconcat (place->owner->text, " (", place->number, ")", NULL);

  if (owns_numbers (place->owner) || g_hash_table_contains (base->restarting, get_noun (place->node)))
    base = place->owner;

  if (place->node->element->role == GLOSS_AKN_ROLE_ITEM)
    {
      g_autofree char *bracketed = g_strconcat ("(", place->number, ")", NULL);

      return join_noun (get_base (derivation, base, TRUE), "para.", bracketed);
    }

  return join_noun (get_base (derivation, base, TRUE), noun, place->number);
}

/* One that has no number is counted among all of its sort in @owner, so that it can be found. */
static char *
derive_numbered_or_counted (Derivation *derivation,
                            Place      *place,
                            Place      *above,
                            Place      *owner)
{
  const char *noun = get_noun (place->node);
  g_autofree char *ordinal = join_ordinal (derivation, owner, noun);

  return place->number != NULL ? derive_numbered (derivation, place, above, noun) : g_steal_pointer (&ordinal);
}

static char *
derive_annex (Derivation *derivation,
              Place      *place)
{
  const char *base = get_base (derivation, place->division, TRUE);
  const char *noun = get_noun (place->node);
  guint n = count (place->division, noun);
  g_autofree char *number = NULL;

  if (!gloss_citation_find_annex (place->node->label, &noun, &number) &&
      !gloss_citation_find_annex (place->node->text, &noun, &number))
    {
      if (get_count (place->division, "annexes") == 1)
        return gloss_citation_join (base, noun);
      number = gloss_numeral_to_roman (n);
    }

  return join_noun (base, noun, number);
}

static char *
derive_counted (Derivation *derivation,
                Place      *place)
{
  const char *noun = get_noun (place->node);
  gboolean is_outer = g_str_equal (noun, "table");
  Place *base = is_outer ? place->division : place->owner;
  g_autofree char *number = g_strdup_printf ("%u", count (base, noun));

  return join_noun (get_base (derivation, base, TRUE), noun, number);
}

static char *
derive_formula (Derivation *derivation,
                Place      *place)
{
  const char *words = "formula";

  if (place->owner->node != NULL && place->owner->node->element->role == GLOSS_AKN_ROLE_FORMULA)
    return g_strdup (place->owner->text);

  switch (gloss_akn_node_find_role (place->node))
    {
    case GLOSS_AKN_ROLE_CHAPEAU:
      words = "recitals, chapeau";
      break;
    case GLOSS_AKN_ROLE_CLOSING:
      words = "recitals, closing words";
      break;
    default:
      if (place->node->region == GLOSS_AKN_ROLE_PREAMBLE)
        words = get_count (place->division, "preambular para.") == 0 ? "preamble, opening words"
                                                                                 : "preamble, closing words";
      break;
    }

  return gloss_citation_join (get_base (derivation, place->division, FALSE), words);
}

static char *
derive_title (Derivation *derivation,
              Place      *place)
{
  g_autofree char *name = NULL;

  if (place->node->element->role != GLOSS_AKN_ROLE_TITLE)
    name = find_line_name (place->node);

  /* The subject in a masthead is the subject; the title of a letter is that of the letter. */
  if (place->node->region == GLOSS_AKN_ROLE_MASTHEAD)
    return gloss_citation_join (get_base (derivation, place->division->division, TRUE), name != NULL ? name : "title");

  return gloss_citation_join (get_base (derivation, place->division, FALSE), name != NULL ? name : "title");
}

static char *
derive_masthead (Derivation *derivation,
                 Place      *place)
{
  g_autofree char *name = NULL;

  if (place->node->region == GLOSS_AKN_ROLE_MASTHEAD)
    return g_strdup (place->division->text);

  name = find_line_name (place->node);
  return gloss_citation_join (get_base (derivation, place->division, TRUE), name != NULL ? name : "masthead");
}

/* The noun for a text without a number within @owner. */
static const char *
get_text_noun (Derivation *derivation,
               Place      *owner)
{
  if (owner == &derivation->document)
    return "para.";

  switch (owner->node->element->role)
    {
    case GLOSS_AKN_ROLE_RECITAL:
    case GLOSS_AKN_ROLE_ITEM:
      return "subpara.";
    case GLOSS_AKN_ROLE_UNIT:
      return (owner->node->element->flags & GLOSS_AKN_TAKES) != 0 ? "subpara." : "para.";
    default:
      return "para.";
    }
}

static char *
derive_text (Derivation *derivation,
             Place      *place)
{
  GlossAknNode *node = place->node;

  switch ((GlossClauseKind) node->kind)
    {
    case GLOSS_CLAUSE_SIGNATURE:
      return join_ordinal (derivation, place->division, "signature");
    case GLOSS_CLAUSE_FORMULA:
      return derive_formula (derivation, place);
    case GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH:
      if (node->region == GLOSS_AKN_ROLE_PREAMBLE && gloss_akn_node_find_owner (node)->element->role != GLOSS_AKN_ROLE_RECITAL)
        return join_ordinal (derivation, place->division, "preambular para.");
      break;
    case GLOSS_CLAUSE_TITLE:
      return derive_title (derivation, place);
    case GLOSS_CLAUSE_MASTHEAD:
      return derive_masthead (derivation, place);
    default:
      break;
    }

  switch (gloss_akn_node_find_role (node))
    {
    case GLOSS_AKN_ROLE_CHAPEAU:
      return gloss_citation_join (get_base (derivation, place->owner, FALSE), "chapeau");
    case GLOSS_AKN_ROLE_CLOSING:
      return gloss_citation_join (get_base (derivation, place->owner, FALSE), "closing words");
    default:
      break;
    }

  if (node->element->noun != NULL)
    return gloss_citation_join (get_base (derivation, place->owner, FALSE), node->element->noun);

  if (place->number != NULL)
    {
      g_autofree char *label = gloss_citation_from_label (node->label, 0);

      return gloss_citation_join (get_base (derivation, place->owner, TRUE), label);
    }

  return join_ordinal (derivation, place->owner, get_text_noun (derivation, place->owner));
}

/* The text of @place, or NULL where it adds nothing to that of its owner. */
static char *
derive (Derivation *derivation,
        Place      *place,
        Place      *above)
{
  GlossAknNode *node = place->node;
  const char *noun = get_noun (node);

  switch (node->element->role)
    {
    case GLOSS_AKN_ROLE_ANNEX:
      return derive_annex (derivation, place);
    case GLOSS_AKN_ROLE_QUOTATION:
      return gloss_citation_join (get_base (derivation, place->owner, FALSE), "quoted text");
    case GLOSS_AKN_ROLE_MASTHEAD:
      return gloss_citation_join (get_base (derivation, place->division, TRUE), "masthead");
    case GLOSS_AKN_ROLE_COUNTED:
      return derive_counted (derivation, place);
    default:
      break;
    }

  if (!node->is_clause)
    return NULL;

  switch (node->element->role)
    {
    case GLOSS_AKN_ROLE_UNIT:
      if (place->number != NULL)
        return derive_numbered (derivation, place, above, noun);
      if (node->has_heading)
        return join_heading (get_base (derivation, place->owner, FALSE), node->text);
      return join_ordinal (derivation, place->owner, noun);
    case GLOSS_AKN_ROLE_HEADING:
      return join_heading (get_base (derivation, place->owner, FALSE), node->text);
    case GLOSS_AKN_ROLE_ITEM:
      return derive_numbered_or_counted (derivation, place, above, place->owner);
    case GLOSS_AKN_ROLE_NOTE:
    case GLOSS_AKN_ROLE_RECITAL:
      return derive_numbered_or_counted (derivation, place, above, place->division);
    case GLOSS_AKN_ROLE_FORMULA:
      return derive_formula (derivation, place);
    default:
      return derive_text (derivation, place);
    }
}

/* Whether what is within @node is cited after it. */
static gboolean
owns (GlossAknNode *node)
{
  switch (node->element->role)
    {
    case GLOSS_AKN_ROLE_TEXT:
    case GLOSS_AKN_ROLE_CHAPEAU:
    case GLOSS_AKN_ROLE_CLOSING:
    case GLOSS_AKN_ROLE_HEADING:
    case GLOSS_AKN_ROLE_NOTE:
    case GLOSS_AKN_ROLE_NONE:
      return FALSE;
    default:
      return TRUE;
    }
}

GPtrArray *
gloss_akn_places_derive (GlossAknOutline *outline)
{
  GPtrArray *nodes = gloss_akn_outline_get_nodes (outline);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (nodes->len, g_free);
  Derivation derivation = { NULL };

  derivation.document.text = g_strdup ("");
  derivation.document.division = &derivation.document;
  derivation.places = g_ptr_array_new_full (nodes->len, free_place);

  survey (&derivation, nodes);
  if (get_count (&derivation.document, "annexes") == 0)
    derivation.document_name = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (nodes, i);
      Place *place = g_ptr_array_index (derivation.places, i);
      Place *above = &derivation.document;

      if (node->parent != NULL)
        above = g_ptr_array_index (derivation.places, node->parent->index);
      place->owner = above->text != NULL && (node->parent == NULL || owns (node->parent)) ? above : above->owner;
      place->text = derive (&derivation, place, above);

      /* A unit that bears its own first words has had its first subparagraph. */
      if (place->text != NULL && owns (node) && node->is_clause && !node->has_heading && *node->text != '\0')
        count (place, get_text_noun (&derivation, place));
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (nodes, i);
      Place *place = g_ptr_array_index (derivation.places, i);

      if (!node->is_clause)
        g_ptr_array_add (texts, NULL);
      else if (node->citation != NULL)
        g_ptr_array_add (texts, g_strdup (node->citation));
      else
        g_ptr_array_add (texts, gloss_citation_clean (g_strdup (place->text)));
    }

  g_ptr_array_unref (derivation.places);
  clear_place (&derivation.document);

  return g_steal_pointer (&texts);
}

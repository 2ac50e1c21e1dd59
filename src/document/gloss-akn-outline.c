/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-outline.h"

#include "document/gloss-citation.h"

/* How many nodes are allocated at a time: a damaged file may have a million. */
#define NODES_PER_BLOCK 64

struct _GlossAknOutline
{
  GPtrArray *nodes;  /* element-type GlossAknNode, in the blocks */
  GPtrArray *blocks; /* arrays of NODES_PER_BLOCK */
};

static void
clear_node (gpointer data)
{
  GlossAknNode *node = data;

  gloss_akn_prose_clear (&node->label_prose);
  gloss_akn_prose_clear (&node->text_prose);
  g_free (node->id);
  g_free (node->name);
  g_free (node->citation);
  g_free (node->label);
  g_free (node->text);
}

static GlossAknRole
find_region (const GlossAknElement *element,
             GlossAknNode          *parent)
{
  switch (element->role)
    {
    case GLOSS_AKN_ROLE_MASTHEAD:
    case GLOSS_AKN_ROLE_PREFACE:
    case GLOSS_AKN_ROLE_PREAMBLE:
    case GLOSS_AKN_ROLE_BODY:
      return element->role;
    case GLOSS_AKN_ROLE_ANNEX:
    case GLOSS_AKN_ROLE_QUOTATION:
      return GLOSS_AKN_ROLE_NONE;
    default:
      return parent != NULL ? parent->region : GLOSS_AKN_ROLE_NONE;
    }
}

GlossAknNode *
gloss_akn_node_find_owner (GlossAknNode *node)
{
  for (GlossAknNode *above = node->parent; above != NULL; above = above->parent)
    {
      switch (above->element->role)
        {
        case GLOSS_AKN_ROLE_NONE:
        case GLOSS_AKN_ROLE_TEXT:
        case GLOSS_AKN_ROLE_CHAPEAU:
        case GLOSS_AKN_ROLE_CLOSING:
          break;
        default:
          return above;
        }
    }

  return NULL;
}

GlossAknRole
gloss_akn_node_find_role (GlossAknNode *node)
{
  if (node->element->role != GLOSS_AKN_ROLE_TEXT)
    return node->element->role;

  for (GlossAknNode *above = node->parent; above != NULL; above = above->parent)
    {
      switch (above->element->role)
        {
        case GLOSS_AKN_ROLE_CHAPEAU:
        case GLOSS_AKN_ROLE_CLOSING:
          return above->element->role;
        case GLOSS_AKN_ROLE_NONE:
        case GLOSS_AKN_ROLE_TEXT:
          break;
        default:
          return GLOSS_AKN_ROLE_TEXT;
        }
    }

  return GLOSS_AKN_ROLE_TEXT;
}

static gboolean
is_within_item (GlossAknNode *node)
{
  for (GlossAknNode *above = node->parent; above != NULL; above = above->parent)
    {
      if (above->element->role == GLOSS_AKN_ROLE_ANNEX || above->element->role == GLOSS_AKN_ROLE_QUOTATION)
        return FALSE;
      if (above->element->role == GLOSS_AKN_ROLE_ITEM)
        return TRUE;
    }

  return FALSE;
}

/* A text that is no unit of its own is what the place where it stands makes of it. */
static GlossClauseKind
find_kind_of_text (GlossAknNode *node)
{
  GlossAknNode *owner = gloss_akn_node_find_owner (node);
  GlossAknRole owner_role = owner != NULL ? owner->element->role : GLOSS_AKN_ROLE_NONE;
  GlossAknRole role = gloss_akn_node_find_role (node);

  switch (owner_role)
    {
    case GLOSS_AKN_ROLE_FORMULA:
      return GLOSS_CLAUSE_FORMULA;
    case GLOSS_AKN_ROLE_TITLE:
      return GLOSS_CLAUSE_TITLE;
    case GLOSS_AKN_ROLE_RECITAL:
      return GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH;
    case GLOSS_AKN_ROLE_PREAMBLE:
      return role == GLOSS_AKN_ROLE_TEXT ? GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH : GLOSS_CLAUSE_FORMULA;
    case GLOSS_AKN_ROLE_MASTHEAD:
    case GLOSS_AKN_ROLE_PREFACE:
      return GLOSS_CLAUSE_MASTHEAD;
    default:
      return GLOSS_CLAUSE_PARAGRAPH;
    }
}

static GlossClauseKind
find_kind (GlossAknNode *node)
{
  if (node->element->role == GLOSS_AKN_ROLE_NOTE)
    return GLOSS_CLAUSE_NOTE;
  if (node->is_signature)
    return GLOSS_CLAUSE_SIGNATURE;

  switch (node->element->role)
    {
    case GLOSS_AKN_ROLE_ANNEX:
      return GLOSS_CLAUSE_ANNEX;
    case GLOSS_AKN_ROLE_FORMULA:
      return GLOSS_CLAUSE_FORMULA;
    case GLOSS_AKN_ROLE_RECITAL:
      return GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH;
    case GLOSS_AKN_ROLE_TITLE:
      return GLOSS_CLAUSE_TITLE;
    case GLOSS_AKN_ROLE_HEADING:
      return GLOSS_CLAUSE_SECTION;
    case GLOSS_AKN_ROLE_ITEM:
      return is_within_item (node) ? GLOSS_CLAUSE_SUBITEM : GLOSS_CLAUSE_ITEM;
    default:
      break;
    }

  if (node->has_heading)
    return GLOSS_CLAUSE_SECTION;
  if (node->is_title)
    return GLOSS_CLAUSE_TITLE;

  if (node->element->role == GLOSS_AKN_ROLE_UNIT)
    {
      gboolean is_bare = *node->text == '\0' && (node->element->flags & GLOSS_AKN_TAKES) == 0;

      return is_bare ? GLOSS_CLAUSE_SECTION : GLOSS_CLAUSE_PARAGRAPH;
    }

  return find_kind_of_text (node);
}

/* How deep a clause is: as many clauses are around it. */
static int
find_depth (GlossAknNode *node)
{
  for (GlossAknNode *above = node->parent; above != NULL; above = above->parent)
    {
      if (above->is_clause)
        return above->depth + 1;
    }

  return 0;
}

/* An id in the manner of the naming convention of Akoma Ntoso: the nearest id above, what the
 * element is, and its number, or its place among its like. */
static char *
make_id (GlossAknNode *node,
         GHashTable   *counts)
{
  g_autofree char *base = NULL;
  g_autofree char *number = gloss_citation_number (node->label);
  const char *abbreviation = node->element->abbreviation;
  GlossAknNode *above = node->parent;

  while (above != NULL && above->id == NULL)
    above = above->parent;

  /* Texts without a number are counted apart from those that have one. */
  if (node->element->role == GLOSS_AKN_ROLE_TEXT && *number != '\0')
    abbreviation = "para";

  base = above != NULL ? g_strconcat (above->id, "__", abbreviation, NULL) : g_strdup (abbreviation);

  if (*number == '\0')
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, base)) + 1;

      g_hash_table_insert (counts, g_strdup (base), GUINT_TO_POINTER (count));
      return g_strdup_printf ("%s_%u", base, count);
    }

  for (char *p = number; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p) || (g_ascii_ispunct (*p) && *p != '.'))
        *p = '-';
    }

  return g_strconcat (base, "_", number, NULL);
}

GlossAknOutline *
gloss_akn_outline_new (void)
{
  GlossAknOutline *self = g_new0 (GlossAknOutline, 1);

  self->nodes = g_ptr_array_new_with_free_func (clear_node);
  self->blocks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
gloss_akn_outline_free (GlossAknOutline *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

GlossAknNode *
gloss_akn_outline_add (GlossAknOutline       *self,
                       const GlossAknElement *element,
                       GlossAknNode          *parent,
                       const char            *id,
                       const char            *name)
{
  guint at = self->nodes->len % NODES_PER_BLOCK;
  GlossAknNode *node;

  if (at == 0)
    g_ptr_array_add (self->blocks, g_new0 (GlossAknNode, NODES_PER_BLOCK));
  node = (GlossAknNode *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + at;
  node->element = element;
  node->parent = parent;
  node->index = self->nodes->len;
  node->region = find_region (element, parent);
  node->id = g_strdup (id);
  node->name = g_strdup (name);
  node->kind = -1;
  node->depth = -1;
  g_ptr_array_add (self->nodes, node);

  return node;
}

guint
gloss_akn_outline_get_size (GlossAknOutline *self)
{
  return self->nodes->len;
}

gboolean
gloss_akn_node_is_open (GlossAknNode *node)
{
  return !node->is_closed && !node->has_heading && gloss_akn_prose_is_empty (&node->text_prose);
}

void
gloss_akn_node_close_above (GlossAknNode *node)
{
  /* Above a closed one all are. */
  for (GlossAknNode *above = node->parent; above != NULL && !above->is_closed; above = above->parent)
    above->is_closed = TRUE;
}

guint
gloss_akn_outline_close (GlossAknOutline *self)
{
  guint n_clauses = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (self->nodes, i);

      node->label = gloss_akn_prose_steal (&node->label_prose);
      node->text = gloss_akn_prose_steal (&node->text_prose);
      node->is_clause = node->kind >= 0 || *node->label != '\0' || *node->text != '\0';
      n_clauses += node->is_clause;
    }

  return n_clauses;
}

void
gloss_akn_outline_finish (GlossAknOutline *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      GlossAknNode *node = g_ptr_array_index (self->nodes, i);

      if (!node->is_clause)
        continue;

      if (node->kind < 0)
        node->kind = find_kind (node);
      if (node->depth < 0)
        node->depth = find_depth (node);
      if (node->id == NULL)
        node->id = make_id (node, counts);
    }
}

GPtrArray *
gloss_akn_outline_get_nodes (GlossAknOutline *self)
{
  return self->nodes;
}

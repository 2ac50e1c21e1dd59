/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-flow.h"

#include "document/gloss-akn-prose.h"
#include "document/gloss-akn-vocabulary.h"

#include <string.h>

/* One open element. */
typedef struct
{
  const GlossAknElement *element;  /* NULL for one that stands within a line */
  GlossAknNode          *node;     /* the innermost structural one, this one included, or NULL */
  gboolean               is_exact;
  char                  *end_quote; /* what is printed after its words, or NULL */
} Frame;

struct _GlossAknFlow
{
  GlossAknOutline *outline;
  GlossAknMeta    *meta;

  Frame            frames[GLOSS_AKN_FLOW_MAX_DEPTH + 1];
  guint            depth;           /* frames[depth] is the innermost, frames[0] is outside of all */

  GlossAknNode    *target;          /* who gets the text that comes, or NULL */
  gboolean         target_is_label;

  GlossAknNode    *note;            /* the footnote that is being read, or NULL */
  guint            note_depth;      /* where it was opened */
};

static Frame *
get_frame (GlossAknFlow *self)
{
  return &self->frames[self->depth];
}

/* A text that no element of its own holds. */
static GlossAknNode *
add_anonymous (GlossAknFlow *self,
               const char   *element,
               GlossAknNode *parent)
{
  return gloss_akn_outline_add (self->outline, gloss_akn_vocabulary_find (element), parent, NULL, NULL);
}

/* The numbered unit around @unit that has no words yet and takes those of @unit, or NULL. */
static GlossAknNode *
find_taker (GlossAknNode *unit)
{
  /* What the file says to be a clause of some kind keeps its words. */
  while ((unit->element->flags & GLOSS_AKN_GIVES) != 0 && !unit->has_label && unit->kind < 0)
    {
      GlossAknNode *above = unit->parent;

      while (above != NULL && above->element->class_ == GLOSS_AKN_WRAPPER)
        above = above->parent;

      if (above == NULL || !gloss_akn_node_is_open (above))
        return NULL;
      if ((above->element->flags & GLOSS_AKN_TAKES) != 0 && above->has_label)
        return above;
      unit = above;
    }

  return NULL;
}

/* A text without an id takes that of the <intro> or <wrapUp> around it. */
static void
adopt_id (GlossAknNode *node)
{
  for (GlossAknNode *above = node->parent;
       node->id == NULL && above != NULL && above->element->class_ == GLOSS_AKN_WRAPPER;
       above = above->parent)
    {
      if (above->element->role == GLOSS_AKN_ROLE_CHAPEAU || above->element->role == GLOSS_AKN_ROLE_CLOSING)
        node->id = g_steal_pointer (&above->id);
    }
}

/* Who gets words that come now: the unit that has none yet, else a paragraph within it. */
static GlossAknNode *
find_target (GlossAknFlow *self)
{
  GlossAknNode *innermost = get_frame (self)->node;
  GlossAknNode *unit = innermost;
  GlossAknNode *block = NULL;

  for (; unit != NULL; unit = unit->parent)
    {
      if (unit->element->class_ != GLOSS_AKN_BLOCK && unit->element->class_ != GLOSS_AKN_WRAPPER)
        break;
      if (unit->element->class_ == GLOSS_AKN_BLOCK && block == NULL)
        block = unit;
    }

  if (unit != NULL && unit->element->class_ == GLOSS_AKN_UNIT && gloss_akn_node_is_open (unit))
    {
      GlossAknNode *taker = find_taker (unit);

      if (taker != NULL)
        unit = taker;
      if (unit->id == NULL && block != NULL)
        unit->id = g_steal_pointer (&block->id);
      return unit;
    }

  if (block == NULL || !gloss_akn_node_is_open (block))
    block = add_anonymous (self, "p", block != NULL ? block->parent : innermost);

  adopt_id (block);
  return block;
}

static void
set_target (GlossAknFlow *self,
            GlossAknNode *node,
            gboolean      is_label)
{
  self->target = node;
  self->target_is_label = is_label;
}

static GlossAknNode *
ensure_target (GlossAknFlow *self)
{
  if (self->target == NULL)
    set_target (self, find_target (self), FALSE);

  return self->target;
}

/* Where the words go that come now. */
static GlossAknProse *
get_prose (GlossAknFlow *self)
{
  if (self->note != NULL)
    return &self->note->text_prose;

  gloss_akn_node_close_above (ensure_target (self));
  return self->target_is_label ? &self->target->label_prose : &self->target->text_prose;
}

/* Whether what comes now is within a line of text, and not between paragraphs. */
static gboolean
is_within_line (GlossAknFlow *self)
{
  GlossAknNode *node = get_frame (self)->node;

  return self->note != NULL || self->target != NULL || (node != NULL && node->element->class_ == GLOSS_AKN_BLOCK);
}

/* The nearest element that can bear a number or a heading that stands here, or NULL. */
static GlossAknNode *
find_bearer (GlossAknFlow *self)
{
  GlossAknNode *node = get_frame (self)->node;

  while (node != NULL && node->element->class_ == GLOSS_AKN_WRAPPER)
    node = node->parent;

  if (node == NULL || !gloss_akn_node_is_open (node))
    return NULL;

  return node->element->class_ == GLOSS_AKN_UNIT || (node->element->flags & GLOSS_AKN_HEADED) != 0 ? node : NULL;
}

static void
start_num (GlossAknFlow *self)
{
  GlossAknNode *bearer;

  if (is_within_line (self))
    {
      /* A number that a paragraph begins with is its number; further on it is a word. */
      bearer = ensure_target (self);
      if (bearer->has_label || !gloss_akn_node_is_open (bearer))
        {
          gloss_akn_prose_end_word (get_prose (self));
          return;
        }
    }
  else
    {
      bearer = find_bearer (self);
      if (bearer == NULL || bearer->has_label)
        bearer = add_anonymous (self, "num", get_frame (self)->node);
    }

  bearer->has_label = TRUE;
  set_target (self, bearer, TRUE);
}

static void
end_num (GlossAknFlow *self)
{
  if (self->target == NULL)
    return;

  if (!self->target_is_label)
    gloss_akn_prose_end_word (get_prose (self));
  else if (get_frame (self)->node != NULL && get_frame (self)->node->element->class_ == GLOSS_AKN_BLOCK)
    self->target_is_label = FALSE;
  else
    set_target (self, NULL, FALSE);
}

static void
start_heading (GlossAknFlow *self)
{
  GlossAknNode *bearer = find_bearer (self);

  if (bearer == NULL)
    bearer = add_anonymous (self, "heading", get_frame (self)->node);

  bearer->has_heading = TRUE;
  set_target (self, bearer, FALSE);
}

static void
start_subheading (GlossAknFlow *self)
{
  GlossAknNode *node = get_frame (self)->node;

  if (node != NULL && node->has_heading && !node->is_closed)
    {
      set_target (self, node, FALSE);
      gloss_akn_prose_end_line (&node->text_prose);
    }
  else
    start_heading (self);
}

/* A footnote belongs beside the clause that bears its mark. */
static GlossAknNode *
add_note (GlossAknFlow          *self,
          const GlossAknElement *element,
          const char            *id,
          const char            *marker)
{
  GlossAknNode *parent = self->target != NULL ? self->target : get_frame (self)->node;
  GlossAknNode *note;

  if (parent != NULL && (parent == self->target || parent->element->class_ == GLOSS_AKN_BLOCK))
    parent = parent->parent;

  note = gloss_akn_outline_add (self->outline, element, parent, id, NULL);
  if (marker != NULL)
    gloss_akn_prose_append (&note->label_prose, marker, strlen (marker), FALSE);

  return note;
}

static void
start_note (GlossAknFlow             *self,
            const GlossAknElement    *element,
            const GlossAknAttributes *attributes,
            const char               *id)
{
  g_autofree char *marker = gloss_akn_attributes_get (attributes, NULL, "marker");

  if (marker != NULL && is_within_line (self))
    gloss_akn_prose_add_mark (get_prose (self), marker);

  if (self->note != NULL)
    {
      /* A note on a note is part of it. */
      gloss_akn_prose_end_line (&self->note->text_prose);
      return;
    }

  self->note = add_note (self, element, id, marker);
  self->note_depth = self->depth;
}

/* A reference to a note; one that stands in <meta> comes into the text with it. */
static void
start_note_ref (GlossAknFlow             *self,
                const GlossAknElement    *element,
                const GlossAknAttributes *attributes)
{
  g_autofree char *marker = gloss_akn_attributes_get (attributes, NULL, "marker");
  g_autofree char *href = gloss_akn_attributes_get (attributes, NULL, "href");
  g_autofree char *text = NULL;

  if (marker != NULL && is_within_line (self))
    gloss_akn_prose_add_mark (get_prose (self), marker);

  if (href == NULL || *href != '#' || self->note != NULL)
    return;

  text = gloss_akn_meta_steal_note (self->meta, href + 1);
  if (text != NULL)
    {
      GlossAknNode *note = add_note (self, element, href + 1, marker);

      gloss_akn_prose_append (&note->text_prose, text, strlen (text), TRUE);
    }
}

static void
start_line_break (GlossAknFlow             *self,
                  const GlossAknAttributes *attributes)
{
  g_autofree char *break_at = gloss_akn_attributes_get (attributes, NULL, "breakAt");

  /* With breakAt it is where a printed line ended within the next word. */
  if (break_at == NULL && is_within_line (self))
    gloss_akn_prose_add_line (get_prose (self), get_frame (self)->is_exact);
}

static void
start_signature (GlossAknFlow *self,
                 char        **id)
{
  GlossAknNode *target = ensure_target (self);

  target->is_signature = TRUE;
  if (target->id == NULL)
    target->id = g_steal_pointer (id);
}

/* Marks that the file keeps out of the words it quotes, and the document prints. */
static void
start_quote (GlossAknFlow             *self,
             const GlossAknAttributes *attributes)
{
  g_autofree char *start = gloss_akn_attributes_get (attributes, NULL, "startQuote");
  g_autofree char *end = gloss_akn_attributes_get (attributes, NULL, "endQuote");

  if (start != NULL && gloss_akn_prose_add_quote (get_prose (self), start))
    get_frame (self)->end_quote = g_strdup (end != NULL ? end : start);
}

static void
read_own_attributes (GlossAknNode             *node,
                     const GlossAknAttributes *attributes)
{
  g_autofree char *kind = gloss_akn_attributes_get (attributes, GLOSS_AKN_OWN_NAMESPACE, "kind");
  g_autofree char *depth = gloss_akn_attributes_get (attributes, GLOSS_AKN_OWN_NAMESPACE, "depth");
  GlossClauseKind known;
  guint64 value;

  if (kind != NULL && gloss_clause_kind_from_string (kind, &known))
    node->kind = known;
  if (depth != NULL && g_ascii_string_to_unsigned (depth, 10, 0, G_MAXINT, &value, NULL))
    node->depth = value;
  node->citation = gloss_akn_attributes_get (attributes, GLOSS_AKN_OWN_NAMESPACE, "citation");
}

static void
start_structure (GlossAknFlow             *self,
                 const GlossAknElement    *element,
                 const GlossAknAttributes *attributes,
                 const char               *id)
{
  Frame *frame = get_frame (self);
  g_autofree char *name = gloss_akn_attributes_get (attributes, NULL, "name");
  g_autofree char *space = NULL;

  set_target (self, NULL, FALSE);
  frame->node = gloss_akn_outline_add (self->outline, element, frame->node, id, name);
  read_own_attributes (frame->node, attributes);

  /* Where white space counts, it begins a paragraph as any word does. */
  if (element->class_ == GLOSS_AKN_BLOCK && frame->is_exact)
    {
      space = gloss_akn_attributes_get (attributes, GLOSS_XML_NAMESPACE, "space");
      if (space != NULL)
        ensure_target (self);
    }
}

/* A note is one clause, whatever is in it. */
static void
start_in_note (GlossAknFlow             *self,
               const GlossAknElement    *element,
               const GlossAknAttributes *attributes)
{
  switch (element->class_)
    {
    case GLOSS_AKN_NOTE:
      start_note (self, element, attributes, NULL);
      break;
    case GLOSS_AKN_NOTE_REF:
      start_note_ref (self, element, attributes);
      break;
    case GLOSS_AKN_LINE_BREAK:
      start_line_break (self, attributes);
      break;
    case GLOSS_AKN_DOCUMENT:
    case GLOSS_AKN_GROUP:
    case GLOSS_AKN_WRAPPER:
    case GLOSS_AKN_UNIT:
    case GLOSS_AKN_BLOCK:
    case GLOSS_AKN_HEADING:
    case GLOSS_AKN_SUBHEADING:
      gloss_akn_prose_end_line (&self->note->text_prose);
      break;
    default:
      break;
    }
}

/* The eId of 3.0, the id of 2.0, and what came between them. */
static char *
find_id (const GlossAknAttributes *attributes)
{
  char *id = gloss_akn_attributes_get (attributes, NULL, "eId");

  if (id == NULL)
    id = gloss_akn_attributes_get (attributes, NULL, "id");
  if (id == NULL)
    id = gloss_akn_attributes_get (attributes, GLOSS_XML_NAMESPACE, "id");

  return id;
}

static void
start_in_text (GlossAknFlow             *self,
               const GlossAknElement    *element,
               const GlossAknAttributes *attributes)
{
  g_autofree char *id = find_id (attributes);

  switch (element->class_)
    {
    case GLOSS_AKN_DOCUMENT:
    case GLOSS_AKN_GROUP:
    case GLOSS_AKN_WRAPPER:
    case GLOSS_AKN_UNIT:
    case GLOSS_AKN_BLOCK:
      start_structure (self, element, attributes, id);
      break;
    case GLOSS_AKN_NUM:
      start_num (self);
      break;
    case GLOSS_AKN_HEADING:
      start_heading (self);
      break;
    case GLOSS_AKN_SUBHEADING:
      start_subheading (self);
      break;
    case GLOSS_AKN_NOTE:
      start_note (self, element, attributes, id);
      break;
    case GLOSS_AKN_NOTE_REF:
      start_note_ref (self, element, attributes);
      break;
    case GLOSS_AKN_LINE_BREAK:
      start_line_break (self, attributes);
      break;
    case GLOSS_AKN_TITLE:
      ensure_target (self)->is_title = TRUE;
      break;
    case GLOSS_AKN_SIGNATURE:
      start_signature (self, &id);
      break;
    case GLOSS_AKN_META:
    default:
      break;
    }
}

GlossAknFlow *
gloss_akn_flow_new (GlossAknOutline *outline,
                    GlossAknMeta    *meta)
{
  GlossAknFlow *self = g_new0 (GlossAknFlow, 1);

  self->outline = outline;
  self->meta = meta;

  return self;
}

void
gloss_akn_flow_free (GlossAknFlow *self)
{
  for (guint i = 1; i <= self->depth; i++)
    g_free (self->frames[i].end_quote);
  g_free (self);
}

void
gloss_akn_flow_start_element (GlossAknFlow             *self,
                              const GlossAknElement    *element,
                              const GlossAknAttributes *attributes,
                              gboolean                  exact)
{
  g_return_if_fail (self->depth < GLOSS_AKN_FLOW_MAX_DEPTH);

  self->depth++;
  *get_frame (self) = (Frame) { element, self->frames[self->depth - 1].node, exact };

  if (element == NULL)
    return;

  if (element->class_ == GLOSS_AKN_QUOTE)
    start_quote (self, attributes);
  else if (self->note != NULL)
    start_in_note (self, element, attributes);
  else
    start_in_text (self, element, attributes);
}

static void
end_in_note (GlossAknFlow          *self,
             const GlossAknElement *element)
{
  if (self->depth < self->note_depth)
    {
      self->note = NULL;
      return;
    }

  switch (element->class_)
    {
    case GLOSS_AKN_NUM:
      gloss_akn_prose_end_word (&self->note->text_prose);
      break;
    case GLOSS_AKN_NOTE_REF:
    case GLOSS_AKN_LINE_BREAK:
    case GLOSS_AKN_TITLE:
    case GLOSS_AKN_SIGNATURE:
    case GLOSS_AKN_QUOTE:
    case GLOSS_AKN_META:
      break;
    default:
      gloss_akn_prose_end_line (&self->note->text_prose);
      break;
    }
}

static void
end_in_text (GlossAknFlow          *self,
             const GlossAknElement *element)
{
  GlossAknNode *node = get_frame (self)->node;

  switch (element->class_)
    {
    case GLOSS_AKN_NUM:
      end_num (self);
      break;
    case GLOSS_AKN_SIGNATURE:
      /* Signatures that no paragraph separates are several all the same. */
      if (node == NULL || node->element->class_ != GLOSS_AKN_BLOCK)
        set_target (self, NULL, FALSE);
      break;
    case GLOSS_AKN_DOCUMENT:
    case GLOSS_AKN_GROUP:
    case GLOSS_AKN_WRAPPER:
    case GLOSS_AKN_UNIT:
    case GLOSS_AKN_BLOCK:
    case GLOSS_AKN_HEADING:
    case GLOSS_AKN_SUBHEADING:
      set_target (self, NULL, FALSE);
      break;
    default:
      break;
    }
}

void
gloss_akn_flow_end_element (GlossAknFlow *self)
{
  const GlossAknElement *element = get_frame (self)->element;
  g_autofree char *end_quote = g_steal_pointer (&get_frame (self)->end_quote);

  g_return_if_fail (self->depth > 0);

  if (end_quote != NULL && is_within_line (self))
    gloss_akn_prose_add_quote (get_prose (self), end_quote);
  self->depth--;
  if (element == NULL)
    return;

  if (self->note != NULL)
    end_in_note (self, element);
  else
    end_in_text (self, element);
}

void
gloss_akn_flow_add_text (GlossAknFlow *self,
                         const char   *text,
                         gsize         length)
{
  /* White space between the elements is that of the file. */
  if (self->note == NULL && self->target == NULL && gloss_akn_prose_is_blank (text, length))
    return;

  gloss_akn_prose_append (get_prose (self), text, length, get_frame (self)->is_exact);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-akn-prose.h"
#include "document/gloss-akn-vocabulary.h"
#include "document/gloss-document-builder.h"

G_BEGIN_DECLS

/**
 * GlossAknOutline:
 *
 * The structural elements of a document in the order of the file, each with its parent and the
 * words that fell to it, as a reader finds them. When all are there, the clauses are derived:
 * which element is one, its kind, depth, id and citation. Not for use from several threads at once.
 */
typedef struct _GlossAknOutline GlossAknOutline;
typedef struct _GlossAknNode    GlossAknNode;

struct _GlossAknNode
{
  const GlossAknElement *element;
  GlossAknNode          *parent;      /* NULL for the outermost */
  guint                  index;       /* among all nodes */
  GlossAknRole           region;      /* masthead, preface, preamble, body; NONE outside of them */
  char                  *id;          /* the eId of the file, or NULL */
  char                  *name;        /* the attribute "name", or NULL */
  GlossAknProse          label_prose;
  GlossAknProse          text_prose;

  /* What the file says outright, in Glossator's own attributes: NULL or -1 where it does not. */
  char                  *citation;
  int                    kind;
  int                    depth;

  guint                  has_label : 1;
  guint                  has_heading : 1;  /* the text is a heading */
  guint                  is_title : 1;
  guint                  is_signature : 1;
  guint                  is_closed : 1;    /* something within has had words */

  /* Set by gloss_akn_outline_close (): */
  char                  *label;
  char                  *text;
  guint                  is_clause : 1;
};

GlossAknOutline *gloss_akn_outline_new       (void);
void             gloss_akn_outline_free      (GlossAknOutline       *self);

/* (transfer none): a new element after all others. @id and @name are copied. */
GlossAknNode    *gloss_akn_outline_add       (GlossAknOutline       *self,
                                              const GlossAknElement *element,
                                              GlossAknNode          *parent,
                                              const char            *id,
                                              const char            *name);

guint            gloss_akn_outline_get_size  (GlossAknOutline       *self);

/* Whether the words that come next can be the first ones of @node. */
gboolean         gloss_akn_node_is_open      (GlossAknNode          *node);

/* To be said when @node gets its first words. */
void             gloss_akn_node_close_above  (GlossAknNode          *node);

/* The nearest element above @node that is more than a wrapper of text, or NULL. */
GlossAknNode    *gloss_akn_node_find_owner   (GlossAknNode          *node);

/* The role of @node, where a text takes that of the wrapper around it: chapeau or closing words. */
GlossAknRole     gloss_akn_node_find_role    (GlossAknNode          *node);

/* Derives labels and texts; nothing may be added afterwards. Gives how many are clauses. */
guint            gloss_akn_outline_close     (GlossAknOutline       *self);

/* Derives kinds, depths and ids, once it is closed. */
void             gloss_akn_outline_finish    (GlossAknOutline       *self);

/* (transfer none) (element-type GlossAknNode): all of them, finished, in the order of the file. */
GPtrArray       *gloss_akn_outline_get_nodes (GlossAknOutline       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossAknOutline, gloss_akn_outline_free)

G_END_DECLS

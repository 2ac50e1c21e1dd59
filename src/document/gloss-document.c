/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-document.h"

#include "document/gloss-document-private.h"

struct _GlossDocument
{
  GObject            parent_instance;

  GlossDocumentParts parts;
  GHashTable        *clause_ids; /* id -> clause, both borrowed; made when it is first needed, by any thread */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_QUARK (gloss-document-error-quark, gloss_document_error)
G_DEFINE_FINAL_TYPE_WITH_CODE (GlossDocument, gloss_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GHashTable *
get_clause_ids (GlossDocument *self)
{
  if (g_once_init_enter_pointer (&self->clause_ids))
    {
      GHashTable *clause_ids = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < self->parts.clauses->len; i++)
        {
          GlossClause *clause = g_ptr_array_index (self->parts.clauses, i);

          g_hash_table_insert (clause_ids, (gpointer) gloss_clause_get_id (clause), clause);
        }
      g_once_init_leave_pointer (&self->clause_ids, clause_ids);
    }

  return self->clause_ids;
}

static GType
gloss_document_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_CLAUSE;
}

static guint
gloss_document_get_n_items (GListModel *model)
{
  return GLOSS_DOCUMENT (model)->parts.clauses->len;
}

static gpointer
gloss_document_get_item (GListModel *model,
                         guint       position)
{
  GPtrArray *clauses = GLOSS_DOCUMENT (model)->parts.clauses;

  return position < clauses->len ? g_object_ref (g_ptr_array_index (clauses, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_document_get_item_type;
  iface->get_n_items = gloss_document_get_n_items;
  iface->get_item = gloss_document_get_item;
}

static void
gloss_document_finalize (GObject *object)
{
  GlossDocument *self = GLOSS_DOCUMENT (object);

  g_clear_pointer (&self->clause_ids, g_hash_table_unref);
  gloss_document_parts_clear (&self->parts);

  G_OBJECT_CLASS (gloss_document_parent_class)->finalize (object);
}

static void
gloss_document_class_init (GlossDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_document_finalize;
}

static void
gloss_document_init (GlossDocument *self)
{
}

void
gloss_document_parts_clear (GlossDocumentParts *parts)
{
  g_clear_pointer (&parts->symbol, g_free);
  g_clear_pointer (&parts->language, g_free);
  g_clear_pointer (&parts->name, g_free);
  g_clear_pointer (&parts->iri, g_free);
  g_clear_pointer (&parts->title, g_free);
  g_clear_pointer (&parts->short_title, g_free);
  g_clear_pointer (&parts->date, g_free);
  g_clear_pointer (&parts->remark, g_free);
  g_clear_pointer (&parts->clauses, g_ptr_array_unref);
}

GlossDocument *
gloss_document_new (GlossDocumentParts *parts)
{
  GlossDocument *self = g_object_new (GLOSS_TYPE_DOCUMENT, NULL);

  self->parts = *parts;
  *parts = (GlossDocumentParts) { NULL };

  return self;
}

const char *
gloss_document_get_symbol (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.symbol;
}

const char *
gloss_document_get_language (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.language;
}

const char *
gloss_document_get_name (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.name;
}

const char *
gloss_document_get_iri (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.iri;
}

const char *
gloss_document_get_title (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.title;
}

const char *
gloss_document_get_short_title (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.short_title;
}

const char *
gloss_document_get_date (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.date;
}

const char *
gloss_document_get_remark (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);

  return self->parts.remark;
}

guint
gloss_document_get_n_clauses (GlossDocument *self)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), 0);

  return self->parts.clauses->len;
}

GlossClause *
gloss_document_get_clause (GlossDocument *self,
                           guint          position)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (position < self->parts.clauses->len, NULL);

  return g_ptr_array_index (self->parts.clauses, position);
}

GlossClause *
gloss_document_find_clause (GlossDocument *self,
                            const char    *id)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (get_clause_ids (self), id);
}

gboolean
gloss_document_same_work (GlossDocument *self,
                          GlossDocument *other)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (other), FALSE);

  return g_str_equal (self->parts.symbol, other->parts.symbol);
}

const char *
gloss_document_get_name_beside (GlossDocument *self,
                                GlossDocument *other)
{
  return gloss_document_same_work (self, other) ? gloss_document_get_name (self) : gloss_document_get_symbol (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "document/gloss-document-builder.h"
#include "ui/gloss-placed-notes.h"

#include "gloss-ui-test.h"

/* A small document and its notes, for the tests of the reader. */

/* (transfer full): A/1 with a title, a section and the items (1) to (4), of which (2) is confirmed
 * in part. */
static inline GlossDocument *
gloss_reader_test_document (const char *language)
{
  static const GlossClauseData clauses[] = {
    { .id = "title", .text = "A code of conduct", .kind = GLOSS_CLAUSE_TITLE, .citation = "title" },
    { .id = "para_2", .label = "2.", .text = "Conduct", .kind = GLOSS_CLAUSE_SECTION, .citation = "para. 2" },
    { .id = "item_1", .label = "(1)", .text = "To keep the peace;", .kind = GLOSS_CLAUSE_ITEM, .depth = 1,
      .citation = "para. 2 (1)" },
    { .id = "item_2", .label = "(2)", .text = "To coöperate with every State;", .kind = GLOSS_CLAUSE_ITEM,
      .depth = 1, .citation = "para. 2 (2)", .confirmation = GLOSS_CONFIRMATION_PARTIAL },
    { .id = "item_3", .label = "(3)", .text = "To bridge the digital divide;", .kind = GLOSS_CLAUSE_ITEM,
      .depth = 1, .citation = "para. 2 (3)" },
    { .id = "item_4", .label = "(4)", .text = "To settle every dispute in peace.", .kind = GLOSS_CLAUSE_ITEM,
      .depth = 1, .citation = "para. 2 (4)" },
  };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_set_title (builder, "International code of conduct");
  gloss_document_builder_set_short_title (builder, "Code of conduct");
  gloss_document_builder_set_date (builder, "2015-01-13");
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    gloss_document_builder_add_clause (builder, &clauses[i]);

  return gloss_document_builder_end (builder);
}

/* (transfer full): A/1 in Chinese, which lacks the title and the item (1), and has an item (5). */
static inline GlossDocument *
gloss_reader_test_translation (void)
{
  static const GlossClauseData clauses[] = {
    { .id = "para_2", .label = "二.", .text = "行为", .kind = GLOSS_CLAUSE_SECTION, .citation = "para. 2" },
    { .id = "item_2", .label = "(二)", .text = "与各国合作；", .kind = GLOSS_CLAUSE_ITEM, .depth = 1,
      .citation = "para. 2 (2)" },
    { .id = "item_3", .label = "(三)", .text = "弥合数字鸿沟；", .kind = GLOSS_CLAUSE_ITEM, .depth = 1,
      .citation = "para. 2 (3)" },
    { .id = "item_4", .label = "(四)", .text = "和平解决争端。", .kind = GLOSS_CLAUSE_ITEM, .depth = 1,
      .citation = "para. 2 (4)" },
    { .id = "item_5", .label = "(五)", .text = "State 国家", .kind = GLOSS_CLAUSE_ITEM, .depth = 1,
      .citation = "para. 2 (5)" },
  };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, "zh");
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    gloss_document_builder_add_clause (builder, &clauses[i]);

  return gloss_document_builder_end (builder);
}

/* (transfer full): a notebook in a folder of its own, which stays until the end of the test
 * program. @folder: (out) (optional) */
static inline GlossNotebook *
gloss_reader_test_notebook (char **folder)
{
  g_autofree char *path = g_build_filename (gloss_ui_test_folder, "notes-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (path));
  if (folder != NULL)
    *folder = g_strdup (path);

  return gloss_notebook_new (path, GLOSS_STORE_STRICT);
}

/* (transfer none): the store of A/1. */
static inline GlossAnnotationStore *
gloss_reader_test_store (GlossNotebook *notebook)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, "A/1", &error);

  g_assert_no_error (error);
  return store;
}

/* (transfer full): an annotation on the first place of @quote in the clause @id, or on all of the
 * clause where @quote is NULL. */
static inline GlossAnnotation *
gloss_reader_test_annotation (GlossDocument *document,
                              const char    *id,
                              const char    *quote,
                              const char    *note)
{
  GlossClause *clause = gloss_document_find_clause (document, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnchor) anchor = quote != NULL ? gloss_anchor_new_for_quote (document, clause, quote, &error)
                                                 : gloss_anchor_new_for_clause (document, clause);

  g_assert_no_error (error);
  return gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_YELLOW, "Tester");
}

/* What a model says of its changes. */
typedef struct
{
  guint n_emissions;
  guint n_removed;
  guint n_added;
} GlossReaderTestChanges;

static inline void
gloss_reader_test_count_cb (GListModel             *model,
                            guint                   position,
                            guint                   n_removed,
                            guint                   n_added,
                            GlossReaderTestChanges *changes)
{
  changes->n_emissions++;
  changes->n_removed += n_removed;
  changes->n_added += n_added;
}

/* (transfer none) (nullable): the first widget of @type in the tree of @root, itself included. */
static inline gpointer
gloss_reader_test_find (GtkWidget *root,
                        GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = gloss_reader_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Lets the main loop do what it has to do now. */
static inline void
gloss_reader_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

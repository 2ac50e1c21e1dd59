/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"
#include "import/gloss-import-reader.h"

G_BEGIN_DECLS

/**
 * GlossImportPlan:
 *
 * What would come in from files of annotations, to be looked at before it does: which documents
 * the annotations are on, where they stand, which of them are there already. Files are W3C Web
 * Annotations, Glossator's own among them, and those of Hypothesis, Readium and Foliate.
 *
 * Nothing is lost on the way: an annotation whose place is not found, or whose document is not
 * there, comes in as it is; what a file says that Glossator does not know is kept with it. A file
 * that comes twice comes once.
 *
 * For the thread of its library and notebook. What takes time, reading, can be done on another one:
 * see GlossImportReader.
 */
typedef struct _GlossImportPlan GlossImportPlan;

typedef enum
{
  GLOSS_IMPORT_NEW,       /* among them the other version of one that is there, which is kept beside it */
  GLOSS_IMPORT_UPDATE,    /* a later version of one that is there, in whose place it comes */
  GLOSS_IMPORT_DUPLICATE, /* it is there already, as it is or in a later version */
} GlossImportChange;

/* One annotation of a file. Borrowed from the plan. */
typedef struct
{
  GlossImportChange    change;
  gboolean             is_other_version; /* of one that is there, or before it in the files */
  GlossAnnotation     *annotation;   /* as it would be stored; in no store yet */
  const char          *symbol;       /* whose notes it would be among; never NULL */
  GlossDocument       *document;     /* (nullable): not in the library, or not known which one */
  GlossPlacementState  state;
  GlossClause         *clause;       /* (nullable): where it stands */
  guint                n_clauses;    /* over which the quotation runs: more than 1, and the annotation
                                      * stands on its part in the first one, and keeps the whole */
  guint                n_candidates; /* places that fit, where state is ambiguous */
} GlossImportItem;

/* How many. The states count those alone that would come in. */
typedef struct
{
  guint n_new;
  guint n_updates;
  guint n_duplicates;
  guint n_placed;
  guint n_changed;
  guint n_ambiguous;
  guint n_not_found;
  guint n_elsewhere; /* annotations of which the files have no more than the address */
} GlossImportCounts;

GlossImportPlan       *gloss_import_plan_new        (GlossLibrary     *library,
                                                     GlossNotebook    *notebook);
void                   gloss_import_plan_free       (GlossImportPlan  *self);

/* Adds what is in the file @data, @length in bytes. @name: of the file, for messages. FALSE with
 * GLOSS_ANNOTATION_ERROR where it holds no annotations that are known, or is damaged; then nothing
 * of it is in the plan. @format: (out) (optional) (transfer none): "Hypothesis". */
gboolean               gloss_import_plan_add        (GlossImportPlan  *self,
                                                     const char       *data,
                                                     gsize             length,
                                                     const char       *name,
                                                     const char      **format,
                                                     GError          **error);

/* The same for the file @file; G_IO_ERROR where it can't be read. */
gboolean               gloss_import_plan_add_file   (GlossImportPlan  *self,
                                                     GFile            *file,
                                                     const char      **format,
                                                     GError          **error);

/* The same for what was read elsewhere: nothing of this takes the time that reading does. @batch:
 * (transfer full). */
gboolean               gloss_import_plan_take       (GlossImportPlan  *self,
                                                     GlossImportBatch *batch,
                                                     GError          **error);

guint                  gloss_import_plan_get_n_items (GlossImportPlan *self);
const GlossImportItem *gloss_import_plan_get_item   (GlossImportPlan  *self,
                                                     guint             position);
GlossImportCounts      gloss_import_plan_get_counts (GlossImportPlan  *self);

/* Brings the annotations in: one step of undo, and one write, for each document; one more where
 * a document also loses notes to another. @steps: (nullable) (element-type GlossAnnotationStore):
 * the store of each step is added to it, in the order in which they were made. FALSE with the first
 * error where not all could be written; the stores hold what was not, and write it when they can.
 * To be called once. */
gboolean               gloss_import_plan_apply      (GlossImportPlan  *self,
                                                     GPtrArray        *steps,
                                                     GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportPlan, gloss_import_plan_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-anchor.h"
#include "document/gloss-library.h"
#include "import/gloss-import-format.h"

G_BEGIN_DECLS

/**
 * GlossImportPlacer:
 *
 * Finds out which document of a library an annotation from elsewhere is on, and where in it. A
 * place is taken only where nothing speaks against it; what several places fit is left open.
 *
 * For the thread of its library. It holds the documents that it read.
 */
typedef struct _GlossImportPlacer GlossImportPlacer;

typedef struct
{
  char                *symbol;       /* of the document; where none is known, what else names it */
  GlossDocument       *document;     /* (nullable): it is not in the library */
  GlossAnchor         *anchor;       /* as it is to be stored; NULL: as it came */
  GlossPlacementState  state;
  GlossClause         *clause;       /* (nullable): borrowed from the document */
  guint                n_clauses;    /* over which the quotation runs; more than 1: the anchor is on its
                                      * part in the first one */
  guint                n_candidates; /* places that fit */
} GlossImportPlace;

GlossImportPlacer *gloss_import_placer_new   (GlossLibrary            *library);
void               gloss_import_placer_free  (GlossImportPlacer       *self);

/* @anchor: where @record says it stands. @place is initialised. */
void               gloss_import_placer_place (GlossImportPlacer       *self,
                                              const GlossImportRecord *record,
                                              GlossAnchor             *anchor,
                                              GlossImportPlace        *place);
void               gloss_import_place_clear  (GlossImportPlace        *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportPlacer, gloss_import_placer_free)

G_END_DECLS

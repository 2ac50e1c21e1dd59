/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-carry-over.h"

G_BEGIN_DECLS

/* Finds the state, the anchor and the candidates of @item, whose note has @anchor and stands at
 * @placement in the old document of @comparison. */
void gloss_carry_place_find (GlossCarryItem       *item,
                             GlossAnchor          *anchor,
                             const GlossPlacement *placement,
                             GlossComparison      *comparison);

G_END_DECLS

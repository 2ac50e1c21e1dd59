/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): "On a change: A/66/359, annex, para. (f) → A/69/723, annex, para. 2
 * (7)"; NULL where @annotation is no note on a change. @library: (nullable): where the documents
 * are; of one that is not at hand, what the note itself knows. */
char *gloss_change_text_describe (GlossAnnotation *annotation,
                                  GlossLibrary    *library);

G_END_DECLS

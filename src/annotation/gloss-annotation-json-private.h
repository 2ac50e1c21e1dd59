/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-json-text.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): as gloss_annotation_new_from_text (), of a text that was checked as
 * part of a larger one. */
GlossAnnotation *gloss_annotation_new_from_record (const GlossJsonText  *record,
                                                   GError              **error);

G_END_DECLS

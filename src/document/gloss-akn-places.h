/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-akn-outline.h"

G_BEGIN_DECLS

/**
 * How the clauses of an outline are cited, derived from what is around them.
 *
 * A numbered unit is cited by its number within its annex, where numbers of its sort run on, as
 * those of paragraphs and articles mostly do; else after what it stands in. Items follow their
 * paragraph: "annex, para. 2 (7) (a)". What bears no number is cited by its heading or counted:
 * "annex, “Purpose and scope”, first para.".
 */

/* (transfer full) (element-type utf8): for each node of the finished @outline its place, without
 * the symbol of the document; NULL for what is no clause. */
GPtrArray *gloss_akn_places_derive (GlossAknOutline *outline);

G_END_DECLS

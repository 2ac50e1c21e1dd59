/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "ui/gloss-printout.h"

G_BEGIN_DECLS

/**
 * GlossPrintPages:
 *
 * A printout on pages of one size. Nothing is cut off: a block that does not fit goes to the next
 * page, one that is long is continued there, at least two lines of it on either side. Lengths are
 * in points. For the thread of the PangoContext.
 */

typedef struct _GlossPrintPages GlossPrintPages;

/* @printout: (not copied): must outlive the pages. @width, @height: of the paper within its
 * margins. Columns run in the direction of @context, the text of each paragraph in its own. */
GlossPrintPages *gloss_print_pages_new         (GlossPrintout   *printout,
                                                PangoContext    *context,
                                                double           width,
                                                double           height);
void             gloss_print_pages_free        (GlossPrintPages *self);

/* Finds room for up to @n_blocks more blocks; TRUE when all have theirs. So a long text can be
 * laid out bit by bit. */
gboolean         gloss_print_pages_lay_out     (GlossPrintPages *self,
                                                guint            n_blocks);

/* At least 1. Final when gloss_print_pages_lay_out () has returned TRUE. */
guint            gloss_print_pages_get_n_pages (GlossPrintPages *self);

void             gloss_print_pages_draw        (GlossPrintPages *self,
                                                guint            page,
                                                cairo_t         *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossPrintPages, gloss_print_pages_free)

G_END_DECLS

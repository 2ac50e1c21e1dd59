/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The difference of two texts, by words. Pure functions without state: any thread.
 */

typedef enum
{
  GLOSS_DIFF_EQUAL,   /* in both texts: the same bytes */
  GLOSS_DIFF_REMOVED, /* in the old text only */
  GLOSS_DIFF_ADDED,   /* in the new text only */
} GlossDiffOp;

/* A stretch of the difference. Read in order, the stretches that are not ADDED give the old text
 * and those that are not REMOVED give the new one, to the byte. No stretch is empty, no two
 * neighbours have the same operation, and between two EQUAL ones REMOVED stands before ADDED. */
typedef struct
{
  GlossDiffOp op;
  guint       old_start; /* bytes; where the stretch begins in the old text, or would stand */
  guint       new_start; /* bytes; likewise in the new text */
  guint       length;    /* bytes, never 0 */
  gboolean    typographic; /* for REMOVED and ADDED: what was put in its place, or took its place,
                            * has the same wording as gloss-wording.h has it: another quotation
                            * mark, dash, width or white space, and no rewording; in a row of a
                            * comparison also the number of a clause that is a part of its text */
} GlossDiffStretch;

/* How coarse a difference is: what opening one more separate change costs, in changed words. */
#define GLOSS_DIFF_COARSENESS_DEFAULT 5
#define GLOSS_DIFF_COARSENESS_MAX     8

/* (transfer full) (element-type GlossDiffStretch): the difference of two UTF-8 texts. @language
 * is the BCP 47 language by whose words the texts are cut. The same input gives the same result
 * on every machine. */
GArray *gloss_diff_texts (const char *old_text,
                          const char *new_text,
                          const char *language,
                          guint       coarseness);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What the help says: topics of sections, each a heading and its paragraphs. Not translated; the
 * strings are marked for it.
 */

#define GLOSS_HELP_MAX_PARAGRAPHS 4
#define GLOSS_HELP_MAX_SECTIONS   5

typedef struct
{
  const char *heading;                               /* NULL ends the sections */
  const char *paragraphs[GLOSS_HELP_MAX_PARAGRAPHS]; /* NULL where there are fewer */
} GlossHelpSection;

typedef struct
{
  const char       *id;
  const char       *icon_name;
  const char       *title;
  const char       *summary;
  GlossHelpSection  sections[GLOSS_HELP_MAX_SECTIONS];
} GlossHelpTopic;

extern const GlossHelpTopic gloss_help_topics[];
extern const guint          gloss_help_n_topics;

G_END_DECLS

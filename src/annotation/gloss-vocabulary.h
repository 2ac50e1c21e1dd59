/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * GlossVocabulary:
 *
 * What the colours and the tags of the notes mean to the reader: a name for each of the six
 * colours, and for a tag, where the reader gave it one, a colour and a description. For the main
 * thread.
 *
 * On disk: FOLDER/vocabulary.json, one JSON object. It is replaced atomically, under a lock that
 * other processes take too, and only what was set here is changed in what is there then: fields
 * that are not known and what others set meanwhile stay. A file that is damaged, or is something
 * else, is set aside under a new name. Changes on disk are taken in.
 *
 * When a change can't be written it is made in memory all the same, the function returns FALSE
 * with the reason, and it is written with the next change or by gloss_vocabulary_flush ().
 *
 * Signals: "changed": any name, colour or description may be another. Pointers that were borrowed
 * before are no longer valid.
 * Properties: "problem" (string, nullable): one sentence for the user while something is wrong.
 */

#define GLOSS_TYPE_VOCABULARY (gloss_vocabulary_get_type ())
G_DECLARE_FINAL_TYPE (GlossVocabulary, gloss_vocabulary, GLOSS, VOCABULARY, GObject)

/* (transfer full): @folder (nullable): NULL for $XDG_DATA_HOME/glossator. */
GlossVocabulary *gloss_vocabulary_new                (const char      *folder);

/* (transfer none): the one of the user, read at the first call; every part of the program speaks
 * with these words. */
GlossVocabulary *gloss_vocabulary_get_default        (void);

const char      *gloss_vocabulary_get_problem        (GlossVocabulary *self);

/* Borrowed; never NULL, never empty: what the reader calls @color, else its translated default:
 * "Position", "Question", "Agree", "Object", "Background", "Other". */
const char      *gloss_vocabulary_get_color_name     (GlossVocabulary *self,
                                                      GlossColor       color);

/* Likewise without anybody's name for it. */
const char      *gloss_vocabulary_get_default_name   (GlossColor       color);

/* (transfer full): the name and what colour it is, "Position (yellow)": where one hears of the
 * colour, or meets it without seeing it. */
char            *gloss_vocabulary_describe_color     (GlossVocabulary *self,
                                                      GlossColor       color);

/* @name: NULL or blank for the default. */
gboolean         gloss_vocabulary_set_color_name     (GlossVocabulary *self,
                                                      GlossColor       color,
                                                      const char      *name,
                                                      GError         **error);

/* FALSE where the reader gave @tag no colour. */
gboolean         gloss_vocabulary_get_tag_color      (GlossVocabulary *self,
                                                      const char      *tag,
                                                      GlossColor      *color);

/* Borrowed; "" where there is none. */
const char      *gloss_vocabulary_get_tag_description (GlossVocabulary *self,
                                                       const char      *tag);

/* (transfer full) (element-type utf8): the tags of which something is known here, sorted. */
GPtrArray       *gloss_vocabulary_dup_tags           (GlossVocabulary *self);

/* Borrowed; (nullable): all that is known of @tag, as a JSON value. */
const char      *gloss_vocabulary_get_record         (GlossVocabulary *self,
                                                      const char      *tag);

/* Sets the records of several tags in one go. @records: (element-type utf8 utf8): tag to JSON
 * value, NULL to forget it. */
gboolean         gloss_vocabulary_set_records        (GlossVocabulary *self,
                                                      GHashTable      *records,
                                                      GError         **error);

/* Takes in what others wrote. */
void             gloss_vocabulary_refresh            (GlossVocabulary *self);

/* Tries again to write what could not be written. */
gboolean         gloss_vocabulary_flush              (GlossVocabulary *self,
                                                      GError         **error);

G_END_DECLS

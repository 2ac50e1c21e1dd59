/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * How a text in some language is set and named. Texts follow their own language, not that of the
 * interface: in which direction they run, and in which shapes Han signs are drawn. @language is
 * a BCP 47 language, "und" or "" where it is not known.
 */

/* GTK_TEXT_DIR_NONE where the language is not known: then the interface decides. */
GtkTextDirection gloss_language_get_direction (const char    *language);

/* The same for @text in @language: where the language is not known, the first letter that runs in one
 * direction decides. */
GtkTextDirection gloss_language_find_direction (const char   *language,
                                                const char   *text);

/* (transfer full): "English", in the language of the interface; the code itself where there is no
 * name for it. */
char            *gloss_language_dup_name      (const char    *language);

/* (transfer full): @text between the signs that keep its direction apart from that of the words around
 * it (UAX #9, FSI and PDI): a citation in an Arabic line ends with its own point. */
char            *gloss_language_isolate       (const char    *text);

/* Sets @label up for a text in @language. Attributes that the label has otherwise are replaced by
 * @attributes (transfer none) (nullable), which is changed: the language is added to it. */
void             gloss_language_apply         (const char    *language,
                                               GtkLabel      *label,
                                               PangoAttrList *attributes);

/* The same for a label in a list of the interface. The words keep their direction, and stand where
 * those of the interface begin. */
void             gloss_language_apply_in_list (const char    *language,
                                               GtkLabel      *label,
                                               PangoAttrList *attributes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-json-edit.h"
#include "import/gloss-import-format.h"

G_BEGIN_DECLS

/* For the readers of the formats alone. */

typedef struct
{
  const char *name;

  /* TRUE when @root is such a file; that it is damaged further on is for the reader to say. */
  gboolean  (*recognize) (const GlossJsonText  *root);
  gboolean  (*read)      (const GlossJsonText  *root,
                          GlossImportFile      *file,
                          GError              **error);
} GlossImportFormat;

extern const GlossImportFormat gloss_import_readium;
extern const GlossImportFormat gloss_import_w3c;
extern const GlossImportFormat gloss_import_hypothesis;
extern const GlossImportFormat gloss_import_foliate;

/* (transfer none): a new record at the end of @file, without text. */
GlossImportRecord *gloss_import_file_add       (GlossImportFile      *file);

/* Fills in what is quoted, from what the target of a Web Annotation selects. @unit: what positions
 * count. */
void               gloss_import_record_read_target (GlossImportRecord *record,
                                                    const GlossJsonText *target,
                                                    GlossOffsetUnit    unit);

/* TRUE where @selectors, one or a list, have one of that type; with @refinements also one that
 * refines another one. */
gboolean           gloss_import_find_selector  (const GlossJsonText  *selectors,
                                                const char           *type,
                                                gboolean              refinements,
                                                GlossJsonText        *found);

/* Adds the strings that the member @name of @object holds: a string, a list of them, or an object
 * with one for each language. */
void               gloss_import_read_names     (GPtrArray            *names,
                                                const GlossJsonText  *object,
                                                const char           *name);

/* (transfer full): an id that is always the same for the same parts, "urn:uuid:...". Ends in NULL;
 * a part that is not there is "". */
char              *gloss_import_make_id        (const char           *first_part,
                                                ...) G_GNUC_NULL_TERMINATED;

/* Begins a record for an annotation that was no Web Annotation. */
GlossJsonEdit     *gloss_import_begin_text     (const char           *id,
                                                const char           *motivation,
                                                const char           *created,
                                                const char           *modified);

/* Adds a body to @bodies (element-type utf8, JSON); none where @value is NULL or "". @format:
 * (nullable). */
void               gloss_import_add_body       (GPtrArray            *bodies,
                                                const char           *purpose,
                                                const char           *format,
                                                const char           *value);

/* Gives back FALSE, with GLOSS_ANNOTATION_ERROR_PARSE. @n: the number of the annotation, from 1. */
gboolean           gloss_import_fail           (GError              **error,
                                                guint                 n,
                                                const char           *reason);

G_END_DECLS

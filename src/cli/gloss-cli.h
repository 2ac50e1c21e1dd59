/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparison/gloss-comparison.h"
#include "export/gloss-exporter.h"

G_BEGIN_DECLS

/**
 * glossator-cli: a table of commands. A command does its work or fails with an error, whose
 * message becomes the one line on standard error; GLOSS_CLI_ERROR_USAGE makes the program end with
 * status 2, any other error with 1.
 *
 * Arguments are taken as the bytes they are, whatever the locale; those that must be text are
 * checked to be UTF-8. Everything written is UTF-8 too.
 */

typedef enum
{
  GLOSS_CLI_ERROR_USAGE,
} GlossCliError;

#define GLOSS_CLI_ERROR (gloss_cli_error_quark ())
GQuark   gloss_cli_error_quark    (void);

typedef struct
{
  const char         *name;
  const char         *parameters;  /* "OLD NEW" */
  const char         *summary;     /* one sentence for --help; to be translated */
  const char         *description; /* (nullable): what else --help says; to be translated */
  const GOptionEntry *options;     /* strings are G_OPTION_ARG_FILENAME: bytes as they came */
  guint               min_arguments;
  guint               max_arguments;

  /* @arguments: NULL-terminated, UTF-8 */
  gboolean          (*run) (const char *const *arguments,
                            GError           **error);
} GlossCliCommand;

extern const GlossCliCommand gloss_cli_documents;
extern const GlossCliCommand gloss_cli_show;
extern const GlossCliCommand gloss_cli_compare;
extern const GlossCliCommand gloss_cli_annotate;
extern const GlossCliCommand gloss_cli_notes;
extern const GlossCliCommand gloss_cli_import;
extern const GlossCliCommand gloss_cli_carry_over;
extern const GlossCliCommand gloss_cli_look_up;

/* gloss-cli-output.c */

/* Writes @content to the file @path, whole or not at all; where that is NULL or "-", to standard
 * output. */
gboolean gloss_cli_write_bytes    (GBytes            *content,
                                   const char        *path,
                                   GError           **error);

/* Likewise @text. */
gboolean gloss_cli_write          (const char        *text,
                                   const char        *path,
                                   GError           **error);

/* Likewise @comparison. */
gboolean gloss_cli_write_comparison (GlossComparison   *comparison,
                                     GlossExportFormat  format,
                                     const char        *path,
                                     GError           **error);

/* Writes "glossator-cli: @message" to standard error, on one line whatever it holds. */
void     gloss_cli_report         (const char        *message);

/* gloss-cli-options.c: values of options. A value that can't be is a GLOSS_CLI_ERROR_USAGE; NULL,
 * the option not being given, always can. */

/* TRUE where @value is UTF-8. @name: the option or argument, for the message. */
gboolean gloss_cli_check_text     (const char        *name,
                                   const char        *value,
                                   GError           **error);

/* As gloss_cli_check_text (), and there must be something in it that is not white space. */
gboolean gloss_cli_check_words    (const char        *name,
                                   const char        *value,
                                   GError           **error);

/* The index of @value in @choices, which ends in NULL; 0 where @value is NULL. */
gboolean gloss_cli_choose         (const char        *name,
                                   const char        *value,
                                   const char *const *choices,
                                   guint             *index,
                                   GError           **error);

/* The format of an export, one of the first @n_formats; plain text where @value is NULL. What is
 * no text goes to a terminal only where it is told to: then @path, the output, must not be NULL. */
gboolean gloss_cli_choose_format  (const char        *value,
                                   guint              n_formats,
                                   const char        *path,
                                   GlossExportFormat *format,
                                   GError           **error);

/* gloss-cli-pairings.c */

/* Put among the options of a command that compares. */
#define GLOSS_CLI_PAIRING_OPTIONS(no_pairings) \
  { "no-pairings", 0, 0, G_OPTION_ARG_NONE, no_pairings, \
    N_("Compare as if no clauses had been paired, or parted, by hand"), NULL }

/* (transfer full): the comparison as the window has it: what the user has paired by hand stands, and
 * standard error says that. @no_pairings: as without. */
GlossComparison *
         gloss_cli_compare_documents (GlossDocument  *old_document,
                                      GlossDocument  *new_document,
                                      gboolean        no_pairings,
                                      GError        **error);

/* gloss-cli-clause.c */

/* (transfer none): the clause that @name names: its eId; its citation, with or without the symbol;
 * or its printed label where only one clause bears it. GLOSS_DOCUMENT_ERROR_NOT_FOUND with what is
 * near. */
GlossClause *
         gloss_cli_find_clause    (GlossDocument     *document,
                                   const char        *name,
                                   GError           **error);

G_END_DECLS

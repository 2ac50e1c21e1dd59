/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <glib/gi18n.h>

G_DEFINE_QUARK (gloss-cli-error-quark, gloss_cli_error)

static const GlossCliCommand *const commands[] = {
  &gloss_cli_documents, &gloss_cli_show, &gloss_cli_compare, &gloss_cli_annotate, &gloss_cli_notes,
  &gloss_cli_import,
  &gloss_cli_carry_over, &gloss_cli_look_up,
};

static gboolean
print_overview (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  glossator-cli %s\n\n%s\n\n%s\n", _("Usage:"),
                          _("COMMAND [OPTION…] [ARGUMENT…]"),
                          _("Reads, annotates and compares international documents."), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-12s%s\n", commands[i]->name, _(commands[i]->summary));
  g_string_append_printf (text, "\n%s\n",
                          _("DOCUMENT is a name that “documents” prints, such as A/69/723 or A/69/723@zh, or the path of a\n"
                            "file: Akoma Ntoso, or plain text with an empty line between clauses.\n"
                            "“glossator-cli COMMAND --help” says more of a command, “--version” which version this is."));

  return gloss_cli_write (text->str, NULL, error);
}

static gboolean
print_help (const GlossCliCommand  *command,
            GOptionContext         *context,
            GError                **error)
{
  g_autofree char *name = g_strdup_printf ("glossator-cli %s", command->name);
  g_autofree char *help = NULL;

  g_set_prgname (name);
  help = g_option_context_get_help (context, TRUE, NULL);

  return gloss_cli_write (help, NULL, error);
}

static gboolean
check_arguments (const GlossCliCommand   *command,
                 const char *const       *arguments,
                 GError                 **error)
{
  guint n_arguments = g_strv_length ((char **) arguments);

  if (n_arguments < command->min_arguments)
    {
      g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("“%s” needs %s"), command->name,
                   gettext (command->parameters));
      return FALSE;
    }

  if (n_arguments > command->max_arguments)
    {
      g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("“%s” has no use for “%s”"),
                   command->name,
                   arguments[command->max_arguments]);
      return FALSE;
    }

  for (guint i = 0; i < n_arguments; i++)
    if (!gloss_cli_check_words (gettext (command->parameters), arguments[i], error))
      return FALSE;

  return TRUE;
}

/* @arguments: the command's name and what follows it. */
static gboolean
run_command (const GlossCliCommand  *command,
             char                  **arguments,
             GError                **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->parameters);
  g_auto (GStrv) options = g_strdupv (arguments);
  g_auto (GStrv) positional = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean help = FALSE;
  const char *const none[] = { NULL };
  const char *const *operands;
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Say what this command does"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &positional, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->description);
  g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &options, &local_error))
    {
      g_set_error_literal (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, local_error->message);
      return FALSE;
    }

  if (help)
    return print_help (command, context, error);

  operands = positional != NULL ? (const char *const *) positional : none;
  return check_arguments (command, operands, error) && command->run (operands, error);
}

static gboolean
run (char   **arguments,
     GError **error)
{
  const char *name = arguments[1];

  if (name == NULL)
    {
      g_set_error_literal (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("A command is needed (“glossator-cli --help” lists them)"));
      return FALSE;
    }

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    return print_overview (error);

  if (g_str_equal (name, "--version"))
    return gloss_cli_write ("glossator-cli " PACKAGE_VERSION "\n", NULL, error);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i]->name))
      {
        if (run_command (commands[i], arguments + 1, error))
          return TRUE;

        if (g_error_matches (*error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE))
          {
            g_autofree char *message = g_strdup ((*error)->message);

            g_clear_error (error);
            g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE,
                         _("%s (“glossator-cli %s --help” says more)"),
                         message, name);
          }
        return FALSE;
      }

  g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE,
               _("There is no command “%s” (“glossator-cli --help” lists them)"),
               name);
  return FALSE;
}

/* What goes wrong is said once, by the error; libraries add nothing. Mistakes of the program
 * itself are shown. */
static GLogWriterOutput
write_log_cb (GLogLevelFlags   log_level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         user_data)
{
  if ((log_level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) == 0 &&
      g_getenv ("G_MESSAGES_DEBUG") == NULL)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (log_level, fields, n_fields, user_data);
}

/* Were a standard file closed, the next file opened would take its place, and output meant for
 * the terminal would be written into it. */
static void
hold_standard_files (void)
{
  for (int fd = open ("/dev/null", O_RDONLY); fd >= 0; fd = open ("/dev/null", O_RDONLY))
    if (fd > STDERR_FILENO)
      {
        close (fd);
        break;
      }
}

int
main (int    argc,
      char **argv)
{
  const char *catalogs = g_getenv ("GLOSSATOR_LOCALEDIR"); /* of a build that is not installed */
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

#ifdef __GLIBC__
  /* From this many bytes on, what is freed goes back to the system at once, however much was freed before. */
  mallopt (M_MMAP_THRESHOLD, 256 * 1024);
#endif

  /* A closed pipe or a limit on the size of files is an error to report, not an end. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  hold_standard_files ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogs != NULL ? catalogs : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("glossator-cli");
  g_log_writer_default_set_use_stderr (TRUE);
  g_log_set_writer_func (write_log_cb, NULL, NULL);

  arguments = g_strdupv (argv);
  if (run (arguments, &error))
    return EXIT_SUCCESS;

  gloss_cli_report (error->message);
  return g_error_matches (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE) ? 2 : EXIT_FAILURE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

gboolean
gloss_cli_check_text (const char  *name,
                      const char  *value,
                      GError     **error)
{
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return TRUE;

  g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("%s: “%s” is not UTF-8"), name,
               value);
  return FALSE;
}

gboolean
gloss_cli_check_words (const char  *name,
                       const char  *value,
                       GError     **error)
{
  if (!gloss_cli_check_text (name, value, error))
    return FALSE;

  if (value == NULL)
    return TRUE;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return TRUE;

  g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("%s must not be empty"), name);
  return FALSE;
}

gboolean
gloss_cli_choose (const char         *name,
                  const char         *value,
                  const char *const  *choices,
                  guint              *index,
                  GError            **error)
{
  g_autofree char *list = NULL;

  *index = 0;
  if (value == NULL)
    return TRUE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (value, choices[i]))
      {
        *index = i;
        return TRUE;
      }

  list = g_strjoinv (", ", (char **) choices);
  /* Translators: an option, the value that it was given, and the values that it may have. */
  g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("%s can’t be “%s”, but one of %s"),
               name, value, list);
  return FALSE;
}

gboolean
gloss_cli_choose_format (const char         *value,
                         guint               n_formats,
                         const char         *path,
                         GlossExportFormat  *format,
                         GError            **error)
{
  const char *names[GLOSS_N_EXPORT_FORMATS + 1] = { NULL };
  guint index;

  for (guint i = 0; i < n_formats; i++)
    names[i] = gloss_export_format_to_string (i);

  if (!gloss_cli_choose ("--format", value, names, &index, error))
    return FALSE;

  *format = value != NULL ? index : GLOSS_EXPORT_TEXT;
  if (path == NULL && gloss_export_format_is_binary (*format))
    {
      /* Translators: an option with its value; --output stays as it is. */
      g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE,
                   _("--format=%s is no text: --output must name a file"), value);
      return FALSE;
    }

  return TRUE;
}

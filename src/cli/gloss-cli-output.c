/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

/* Written here and not through stdio: what the locale can't show would be changed by it, and what
 * its buffer holds may fail after the last look. */
static gboolean
write_all (int         fd,
           const char *text,
           gsize       left)
{
  while (left > 0)
    {
      gssize written = write (fd, text, left);

      if (written >= 0)
        {
          text += written;
          left -= written;
        }
      else if (errno == EAGAIN)
        {
          struct pollfd ready = { .fd = fd, .events = POLLOUT };

          poll (&ready, 1, -1);
        }
      else if (errno != EINTR)
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* A GlossExportSink. */
static gboolean
write_to_stdout (const char  *text,
                 gsize        length,
                 gpointer     user_data,
                 GError     **error)
{
  int saved_errno;

  if (write_all (STDOUT_FILENO, text, length))
    return TRUE;

  saved_errno = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _("Can’t write to standard output: %s"),
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
is_stdout (const char *path)
{
  return path == NULL || g_str_equal (path, "-");
}

gboolean
gloss_cli_write_bytes (GBytes      *content,
                       const char  *path,
                       GError     **error)
{
  g_autoptr (GFile) file = NULL;
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  if (path != NULL && *path == '\0')
    {
      g_set_error_literal (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE,
                           _("--output needs the name of a file"));
      return FALSE;
    }

  if (is_stdout (path))
    return write_to_stdout (data, length, NULL, error);

  file = g_file_new_for_path (path);
  return gloss_export_save (file, content, NULL, error);
}

gboolean
gloss_cli_write_comparison (GlossComparison    *comparison,
                            GlossExportFormat   format,
                            const char         *path,
                            GError            **error)
{
  g_autoptr (GBytes) content = NULL;

  if (is_stdout (path))
    return gloss_export_comparison_to (comparison, format, write_to_stdout, NULL, error);

  content = gloss_export_comparison_bytes (comparison, format);
  return gloss_cli_write_bytes (content, path, error);
}

gboolean
gloss_cli_write (const char  *text,
                 const char  *path,
                 GError     **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));

  return gloss_cli_write_bytes (content, path, error);
}

void
gloss_cli_report (const char *message)
{
  g_autofree char *text = g_utf8_make_valid (message, -1);
  g_autofree char *line = NULL;

  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  /* There is nobody left to tell when this fails. */
  line = g_strdup_printf ("glossator-cli: %s\n", g_strstrip (text));
  (void) write_all (STDERR_FILENO, line, strlen (line));
}

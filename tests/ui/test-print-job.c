/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-print-job.h"

#include <string.h>

#include "document/gloss-library.h"
#include "ui/gloss-print-comparison.h"

#include "gloss-ui-test.h"

/* The PDF is read back by a program that is not ours. */

static GBytes *
export_pdf (GlossPrintout *printout)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  gloss_print_job_export_pdf_async (printout, gloss_ui_test_take_result, &result);
  gloss_ui_test_wait (gloss_ui_test_has_result, &result);
  pdf = gloss_print_job_export_pdf_finish (result, &error);
  g_assert_no_error (error);
  g_object_unref (result);

  return pdf;
}

/* What @argv prints about @pdf, which stands as a file behind it. */
static char *
read_back (GBytes     *pdf,
           const char *program,
           const char *first,
           ...)
{
  g_autofree char *path = g_build_filename (gloss_ui_test_folder, "printed.pdf", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  va_list rest;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  g_ptr_array_add (arguments, (gpointer) program);
  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (arguments, path);
  if (g_str_equal (program, "pdftotext"))
    g_ptr_array_add (arguments, (gpointer) "-");
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return output;
}

/* The text without white space, in which line breaks on paper differ from those of the text, and
 * without hyphens that a line ends in. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x200b && c != '\f')
        g_string_append_unichar (squeezed, c);
    }

  return g_string_free_and_steal (squeezed);
}

static GlossComparison *
compare_codes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  GlossComparison *comparison;

  old_document = gloss_library_load (library, "A/66/359@en", &error);
  g_assert_no_error (error);
  new_document = gloss_library_load (library, "A/69/723@en", &error);
  g_assert_no_error (error);
  comparison = gloss_comparison_new (old_document, new_document, NULL, &error);
  g_assert_no_error (error);

  return comparison;
}

static guint
count_pdf_pages (GBytes *pdf)
{
  g_autofree char *info = read_back (pdf, "pdfinfo", NULL, NULL);
  const char *line = strstr (info, "Pages:");

  g_assert_nonnull (line);
  return g_ascii_strtoull (line + strlen ("Pages:") + strspn (line + strlen ("Pages:"), " "), NULL, 10);
}

/* Every page has its number, the headings of its columns and the legend. */
static void
test_pages (void)
{
  g_autoptr (GlossComparison) comparison = compare_codes ();
  g_autoptr (GBytes) pdf = export_pdf (gloss_print_comparison (comparison, NULL, GLOSS_PRINT_SIDE_BY_SIDE));
  guint n_pages = count_pdf_pages (pdf);

  g_assert_cmpuint (n_pages, >=, 3);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *number = g_strdup_printf ("%u", page);
      g_autofree char *text = read_back (pdf, "pdftotext", "-layout", "-f", number, "-l", number, NULL);
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", page, n_pages);

      g_assert_nonnull (strstr (text, foot));
      g_assert_nonnull (strstr (text, "A/66/359 compared with A/69/723"));
      g_assert_nonnull (strstr (text, "Old text: A/66/359"));
      g_assert_nonnull (strstr (text, "New text: A/69/723"));
      g_assert_nonnull (strstr (text, "removed"));
      g_assert_nonnull (strstr (text, "added"));
    }
}

/* Every word of both texts is on paper, in order. */
static void
test_words (void)
{
  g_autoptr (GlossComparison) comparison = compare_codes ();
  g_autoptr (GBytes) pdf = export_pdf (gloss_print_comparison (comparison, NULL, GLOSS_PRINT_REDLINE));
  g_autofree char *text = read_back (pdf, "pdftotext", "-raw", NULL);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *squeezed = NULL;
  const char *cursor;

  /* What stands at the head and foot of each page stands between the lines of the text. */
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[i], "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        if (!g_str_has_prefix (lines[j], "Page ") && !g_str_has_prefix (lines[j], "removed added") &&
            !(j < 3 && (g_str_equal (lines[j], "A/66/359 compared with A/69/723") ||
                        g_str_has_prefix (lines[j], "State"))))
          g_string_append (body, lines[j]);
    }
  squeezed = squeeze (body->str);
  cursor = squeezed;

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);
      guint n_stretches;
      const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

      for (guint j = 0; j < n_stretches; j++)
        {
          const char *start = gloss_comparison_row_get_stretch_text (row, &stretches[j]);
          g_autofree char *stretch = g_strndup (start, stretches[j].length);
          g_autofree char *expected = squeeze (stretch);
          const char *found = strstr (cursor, expected);

          if (found == NULL)
            g_test_message ("not on paper: %s", stretch);
          g_assert_nonnull (found);
          cursor = found + strlen (expected);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");

  if (reader == NULL)
    {
      g_print ("1..0 # SKIP pdftotext is not installed\n");
      return 0;
    }
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/print-job/pages", test_pages);
  g_test_add_func ("/print-job/words", test_words);

  return gloss_ui_test_run ();
}

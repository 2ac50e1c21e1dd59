/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target over every file of the folder given as argument: as a test over its corpus.
 * Built with clang -fsanitize=fuzzer, a target is linked without this file. */

#include <glib.h>

#include <stdio.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GDir *folder;
  const char *name;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: %s FOLDER\n", argv[0]);
      return 2;
    }

  folder = g_dir_open (argv[1], 0, &error);
  if (folder == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (folder);
  g_ptr_array_sort (names, compare_names);

  printf ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (argv[1], g_ptr_array_index (names, i), NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (file, &data, &length, &error))
        {
          printf ("not ok %u %s: %s\n", i + 1, file, error->message);
          return 1;
        }
      LLVMFuzzerTestOneInput ((const guint8 *) data, length);
      printf ("ok %u %s\n", i + 1, (const char *) g_ptr_array_index (names, i));
      fflush (stdout);
    }

  return names->len > 0 ? 0 : 1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "store-fixture.h"

/* The program starts itself again as another process, which writes to the same folder:
 * "--write FOLDER NUMBER" as often as it says, "--until-killed FOLDER NUMBER" for ever, and says
 * on its standard output what it was told is written. */

#define N_WRITERS 4
#define N_CHANGES 40

/* How often a process is killed: otherwise with GLOSSATOR_TEST_KILLS. */
#define N_KILLS 500

static GlossAnnotation *
make_note (const char *note)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = SYMBOL, .clause_id = "annex__para_1", .start = -1, .end = -1,
  });

  return gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_YELLOW, "A delegate");
}

static GlossAnnotationStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_annotation_store_open (folder, SYMBOL, GLOSS_STORE_STRICT, &error);

  g_assert_no_error (error);
  return store;
}

static void
add (GlossAnnotationStore *store,
     GlossAnnotation      *annotation)
{
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
}

static int
write_much (const char *folder,
            const char *number)
{
  g_autoptr (GlossAnnotationStore) store = open_store (folder);
  g_autoptr (GlossAnnotation) mine = make_note ("mine");
  g_autoptr (GError) error = NULL;

  add (store, mine);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *note = g_strdup_printf ("%s/%u", number, i);
      g_autoptr (GlossAnnotation) brief = make_note ("brief");
      g_autoptr (GlossAnnotation) kept = make_note (note);

      if (i % 10 == 5)
        gloss_annotation_store_close (store, &error);
      g_assert_no_error (error);
      gloss_annotation_store_set_note (store, mine, note, &error);
      g_assert_no_error (error);
      add (store, brief);
      gloss_annotation_store_remove (store, brief, &error);
      g_assert_no_error (error);
      add (store, kept);
    }

  return 0;
}

/* One line for each change: before it "?", then "!". "ID TEXT" is what the annotation is then,
 * "ID" alone that it is removed. */
static void
report (char        sign,
        const char *id,
        const char *note)
{
  printf ("%c%s %s\n", sign, id, note != NULL ? note : "");
  fflush (stdout);
}

G_NORETURN static void
write_until_killed (const char *folder,
                    const char *number)
{
  g_autoptr (GlossAnnotationStore) store = open_store (folder);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_ascii_strtoull (number, NULL, 10));
  GListModel *model = G_LIST_MODEL (store);

  for (guint i = 0;; i++)
    {
      g_autofree char *note = g_strdup_printf ("%s:%u", number, i);
      guint n = g_list_model_get_n_items (model);
      guint choice = g_rand_int_range (random, 0, 20);
      g_autoptr (GlossAnnotation) annotation = NULL;
      g_autoptr (GError) error = NULL;

      if (n > 0)
        annotation = g_list_model_get_item (model, g_rand_int_range (random, 0, n));

      if (choice == 0)
        {
          gloss_annotation_store_close (store, &error);
        }
      else if (annotation == NULL || choice < 7)
        {
          g_set_object (&annotation, NULL);
          annotation = make_note (note);
          report ('?', gloss_annotation_get_id (annotation), note);
          gloss_annotation_store_add (store, annotation, &error);
          report ('!', gloss_annotation_get_id (annotation), note);
        }
      else if (choice < 15)
        {
          report ('?', gloss_annotation_get_id (annotation), note);
          gloss_annotation_store_set_note (store, annotation, note, &error);
          report ('!', gloss_annotation_get_id (annotation), note);
        }
      else
        {
          report ('?', gloss_annotation_get_id (annotation), NULL);
          gloss_annotation_store_remove (store, annotation, &error);
          report ('!', gloss_annotation_get_id (annotation), NULL);
        }
      g_assert_no_error (error);
    }
}

static GPid
start (Fixture    *fixture,
       const char *mode,
       guint       number,
       int        *output)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, mode, fixture->folder, number_text, NULL };
  g_autoptr (GError) error = NULL;
  GPid child = 0;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                            NULL, NULL, &child, NULL, output, NULL, &error);
  g_assert_no_error (error);
  return child;
}

static guint
count_notes (GlossAnnotationStore *store,
             const char           *note)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (store), i);

      n += g_str_equal (gloss_annotation_get_note (annotation), note);
    }

  return n;
}

/* Several processes at once: what each was told is written is there. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  GPid children[N_WRITERS];
  g_autoptr (GlossAnnotationStore) store = NULL;

  for (guint i = 0; i < N_WRITERS; i++)
    children[i] = start (fixture, "--write", i, NULL);

  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }

  store = open_store (fixture->folder);
  g_assert_null (gloss_annotation_store_get_problem (store));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, N_WRITERS * (N_CHANGES + 1));
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_autofree char *last = g_strdup_printf ("%u/%u", i, N_CHANGES - 1);

      g_assert_cmpuint (count_notes (store, last), ==, 2);
    }
}

/* What the reports say must be there: @known is id -> note, and one change, at most, may have
 * been written though nobody was told. */
static void
assert_nothing_lost (Fixture    *fixture,
                     GHashTable *known,
                     const char *open_id,
                     const char *open_note)
{
  g_autoptr (GlossAnnotationStore) store = open_store (fixture->folder);
  guint n_expected = g_hash_table_size (known);
  GHashTableIter iter;
  gpointer id;
  gpointer note;

  g_assert_null (gloss_annotation_store_get_problem (store));

  if (open_id != NULL)
    {
      GlossAnnotation *annotation = gloss_annotation_store_find (store, open_id);
      const char *before = g_hash_table_lookup (known, open_id);
      const char *now = annotation != NULL ? gloss_annotation_get_note (annotation) : NULL;

      g_assert_true (g_strcmp0 (now, before) == 0 || g_strcmp0 (now, open_note) == 0);
      n_expected += (now != NULL) - (before != NULL);

      if (now != NULL)
        g_hash_table_replace (known, g_strdup (open_id), g_strdup (now));
      else
        g_hash_table_remove (known, open_id);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_expected);
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &id, &note))
    {
      GlossAnnotation *annotation = gloss_annotation_store_find (store, id);

      g_assert_nonnull (annotation);
      g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, note);
    }
}

static void
take_report (char        *report_line,
             GHashTable  *known,
             char       **open_id,
             char       **open_note)
{
  char *id = report_line + 1;
  char *note = strchr (id, ' ');

  *strchr (note, '\n') = '\0';
  *note++ = '\0';

  if (report_line[0] == '?')
    {
      g_set_str (open_id, id);
      g_set_str (open_note, *note != '\0' ? note : NULL);
      return;
    }

  g_clear_pointer (open_id, g_free);
  g_clear_pointer (open_note, g_free);
  if (*note != '\0')
    g_hash_table_replace (known, g_strdup (id), g_strdup (note));
  else
    g_hash_table_remove (known, id);
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  const char *wanted = g_getenv ("GLOSSATOR_TEST_KILLS");
  guint n_kills = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : N_KILLS;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_open = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *open_id = NULL;
      g_autofree char *open_note = NULL;
      int output = -1;
      int status = 0;
      GPid child = start (fixture, "--until-killed", i, &output);
      FILE *reports = fdopen (output, "r");
      guint n_left = g_random_int_range (0, 60);
      char line[256];

      /* Somewhere behind that report; what it reports until it dies counts as well. */
      while (n_left > 0 && fgets (line, sizeof line, reports) != NULL)
        {
          take_report (line, known, &open_id, &open_note);
          n_left--;
        }
      g_usleep (g_random_int_range (0, 1500));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

      /* Each report is written at once, so none of them is cut short. */
      while (fgets (line, sizeof line, reports) != NULL)
        take_report (line, known, &open_id, &open_note);
      fclose (reports);

      n_open += open_id != NULL;
      assert_nothing_lost (fixture, known, open_id, open_note);
    }

  g_test_message ("%u of %u times in the middle of a change", n_open, n_kills);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_much (argv[2], argv[3]);
  if (argc == 4 && g_str_equal (argv[1], "--until-killed"))
    write_until_killed (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-processes/together", test_together);
  fixture_add ("/annotation-store-processes/killed", test_killed);

  return g_test_run ();
}

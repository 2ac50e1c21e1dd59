/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-pairing-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define OLD "A/66/359@en"
#define NEW "A/69/723@en"
#define FILE_NAME "A%2F66%2F359@en+A%2F69%2F723@en.json"

typedef struct
{
  char *folder;
  char *path;
  GlossPairingStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("pairings-XXXXXX", &error);

  g_assert_no_error (error);
  /* A folder that is not there yet. */
  fixture->folder = g_build_filename (parent, "comparisons", NULL);
  fixture->path = g_build_filename (fixture->folder, FILE_NAME, NULL);
  fixture->store = gloss_pairing_store_new (fixture->folder, OLD, NEW);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);

  if (dir != NULL)
    {
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

          g_remove (path);
        }
      g_dir_close (dir);
    }
  g_rmdir (fixture->folder);
  g_rmdir (parent);
  gloss_pairing_store_free (fixture->store);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
set (GlossPairingStore  *store,
     GPtrArray          *pairings,
     GError            **error)
{
  return gloss_pairing_store_set (store, pairings, "Changed", error);
}

/* As somebody does who chooses one clause after the other. */
static gboolean
choose (GlossPairingStore  *store,
        const char         *old_id,
        const char         *new_id,
        GError            **error)
{
  g_autoptr (GPtrArray) changed = NULL;

  if (!gloss_pairing_store_load (store, error))
    return FALSE;

  changed = gloss_pairings_copy (gloss_pairing_store_get_pairings (store));
  gloss_pairings_choose (changed, old_id, new_id);
  return set (store, changed, error);
}

static gboolean
reset (GlossPairingStore  *store,
       GError            **error)
{
  g_autoptr (GPtrArray) none = gloss_pairings_new ();

  return gloss_pairing_store_load (store, error) && set (store, none, error);
}

static gboolean
can_undo (GlossPairingStore *store)
{
  return gloss_pairing_store_peek_undo (store) != NULL;
}

static gboolean
can_redo (GlossPairingStore *store)
{
  return gloss_pairing_store_peek_redo (store) != NULL;
}

static void
assert_pairings (GlossPairingStore *store,
                 const char        *expected)
{
  GPtrArray *pairings = gloss_pairing_store_get_pairings (store);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < pairings->len; i++)
    {
      const GlossPairing *pairing = g_ptr_array_index (pairings, i);

      g_string_append_printf (shown, "%s=%s ", pairing->old_id != NULL ? pairing->old_id : "",
                              pairing->new_id != NULL ? pairing->new_id : "");
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

/* What another program finds in the file. */
static void
assert_on_disk (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (GlossPairingStore) other = gloss_pairing_store_new (fixture->folder, OLD, NEW);
  g_autoptr (GError) error = NULL;

  gloss_pairing_store_load (other, &error);
  g_assert_no_error (error);
  assert_pairings (other, expected);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (fixture->folder, 0700);
  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_pairing_store_load (fixture->store, &error));
  g_assert_no_error (error);
  assert_pairings (fixture->store, "");
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));

  g_assert_true (choose (fixture->store, "item_f", "item_7", &error));
  g_assert_true (choose (fixture->store, "item_g", NULL, &error));
  g_assert_true (choose (fixture->store, NULL, "item_9", &error));
  g_assert_no_error (error);
  assert_pairings (fixture->store, "item_f=item_7 item_g= =item_9 ");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  assert_on_disk (fixture, "item_f=item_7 item_g= =item_9 ");

  g_assert_true (reset (fixture->store, &error));
  g_assert_no_error (error);
  assert_pairings (fixture->store, "");
  assert_on_disk (fixture, "");
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (can_undo (fixture->store));
  choose (fixture->store, "a", "1", &error);
  choose (fixture->store, "a", "2", &error);
  reset (fixture->store, &error);
  g_assert_no_error (error);

  g_assert_true (gloss_pairing_store_undo (fixture->store, &error));
  assert_on_disk (fixture, "a=2 ");
  g_assert_true (gloss_pairing_store_undo (fixture->store, &error));
  assert_pairings (fixture->store, "a=1 ");
  assert_on_disk (fixture, "a=1 ");
  g_assert_true (gloss_pairing_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  assert_on_disk (fixture, "");
  g_assert_false (can_undo (fixture->store));

  /* What changed nothing is not undone. */
  reset (fixture->store, &error);
  set (fixture->store, gloss_pairing_store_get_pairings (fixture->store), &error);
  g_assert_no_error (error);
  g_assert_false (can_undo (fixture->store));
}

static void
test_redo (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) several = gloss_pairings_new ();

  choose (fixture->store, "a", "1", &error);
  gloss_pairings_choose (several, "b", NULL);
  gloss_pairings_choose (several, NULL, "2");
  set (fixture->store, several, &error);
  g_assert_no_error (error);
  assert_on_disk (fixture, "b= =2 ");
  g_assert_false (can_redo (fixture->store));

  /* Several at once are one step. */
  gloss_pairing_store_undo (fixture->store, &error);
  assert_on_disk (fixture, "a=1 ");
  gloss_pairing_store_undo (fixture->store, &error);
  assert_on_disk (fixture, "");
  g_assert_true (gloss_pairing_store_redo (fixture->store, &error));
  assert_on_disk (fixture, "a=1 ");
  g_assert_true (gloss_pairing_store_redo (fixture->store, &error));
  g_assert_no_error (error);
  assert_on_disk (fixture, "b= =2 ");
  assert_pairings (fixture->store, "b= =2 ");
  g_assert_false (can_redo (fixture->store));

  /* What was undone is gone when something else is chosen. */
  gloss_pairing_store_undo (fixture->store, &error);
  g_assert_true (can_redo (fixture->store));
  choose (fixture->store, "c", "3", &error);
  g_assert_no_error (error);
  g_assert_false (can_redo (fixture->store));
  assert_on_disk (fixture, "a=1 c=3 ");
}

/* What is undone has the name and the time with which it was done. */
static void
test_steps (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  gint64 first_time;

  gloss_pairings_choose (pairings, "a", "1");
  gloss_pairing_store_set (fixture->store, pairings, "First", &error);
  first_time = gloss_pairing_store_peek_undo (fixture->store)->time_us;
  g_assert_cmpint (first_time, >=, before);
  gloss_pairings_choose (pairings, "b", "2");
  gloss_pairing_store_set (fixture->store, pairings, "Second", &error);
  g_assert_cmpstr (gloss_pairing_store_peek_undo (fixture->store)->label, ==, "Second");
  g_assert_cmpint (gloss_pairing_store_peek_undo (fixture->store)->time_us, >=, first_time);

  gloss_pairing_store_undo (fixture->store, &error);
  gloss_pairing_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_pairing_store_peek_redo (fixture->store)->label, ==, "First");
  g_assert_cmpint (gloss_pairing_store_peek_redo (fixture->store)->time_us, ==, first_time);
  gloss_pairing_store_redo (fixture->store, &error);
  g_assert_cmpstr (gloss_pairing_store_peek_undo (fixture->store)->label, ==, "First");
  g_assert_cmpstr (gloss_pairing_store_peek_redo (fixture->store)->label, ==, "Second");
}

/* Another window chose something meanwhile. */
static void
test_two_stores (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GlossPairingStore) other = gloss_pairing_store_new (fixture->folder, OLD, NEW);
  g_autoptr (GlossPairingStore) back = gloss_pairing_store_new (fixture->folder, NEW, OLD);
  g_autoptr (GError) error = NULL;

  choose (fixture->store, "a", "1", &error);
  choose (other, "b", "2", &error);
  choose (fixture->store, "c", "3", &error);
  g_assert_no_error (error);
  assert_on_disk (fixture, "a=1 b=2 c=3 ");

  /* The same two documents the other way round are another comparison. */
  g_assert_true (gloss_pairing_store_load (back, &error));
  assert_pairings (back, "");
}

/* What another window chose meanwhile is not undone with it. */
static void
test_undo_beside_others (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GlossPairingStore) other = gloss_pairing_store_new (fixture->folder, OLD, NEW);
  g_autoptr (GError) error = NULL;

  choose (fixture->store, "a", "1", &error);
  choose (fixture->store, "a", "2", &error);
  choose (other, "b", "3", &error);
  g_assert_no_error (error);

  g_assert_true (gloss_pairing_store_undo (fixture->store, &error));
  assert_on_disk (fixture, "b=3 a=1 ");
  assert_pairings (fixture->store, "b=3 a=1 ");
  g_assert_true (gloss_pairing_store_undo (other, &error));
  assert_on_disk (fixture, "a=1 ");
  g_assert_true (gloss_pairing_store_redo (fixture->store, &error));
  assert_on_disk (fixture, "a=2 ");
  g_assert_true (gloss_pairing_store_redo (other, &error));
  assert_on_disk (fixture, "a=2 b=3 ");

  /* The other one says something else of the clause that this one would go back to. */
  choose (other, "a", NULL, &error);
  g_assert_true (gloss_pairing_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  assert_on_disk (fixture, "b=3 a= ");
}

static void
test_unknown_is_kept (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  write_file (fixture, "{\"type\":\"GlossatorPairings\",\"version\":1,\"old\":\"" OLD "\",\"new\":\"" NEW "\","
                       "\"author\":\"Delegation\",\"pairings\":["
                       "{\"old\":\"a\",\"new\":\"1\",\"why\":\"same duty\"},"
                       "{\"old\":[\"b\",\"c\"],\"new\":\"2\"},7,{\"old\":\"d\"}]}");
  g_assert_true (gloss_pairing_store_load (fixture->store, &error));
  assert_pairings (fixture->store, "a=1 d= ");
  g_assert_true (choose (fixture->store, "d", "4", &error));
  g_assert_no_error (error);

  assert_on_disk (fixture, "a=1 d=4 ");
  g_file_get_contents (fixture->path, &text, NULL, NULL);
  g_assert_nonnull (strstr (text, "Delegation"));
  g_assert_nonnull (strstr (text, "same duty"));
  g_assert_nonnull (strstr (text, "\"c\""));
  g_assert_nonnull (strstr (text, "7"));
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const texts[] = {
    "", "{", "[]", "\xff\xfe", "{\"type\":\"GlossatorPairings\",\"version\":1,\"pairings\":[]}",
    "{\"type\":\"Other\",\"version\":1,\"old\":\"" OLD "\",\"new\":\"" NEW "\",\"pairings\":[]}",
    "{\"type\":\"GlossatorPairings\",\"version\":1,\"old\":\"" OLD "\",\"new\":\"" NEW "\",\"pairings\":{}}",
    "{\"type\":\"GlossatorPairings\",\"version\":1,\"old\":\"B\",\"new\":\"" NEW "\",\"pairings\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", fixture->path, i + 1);
      g_autofree char *kept = NULL;

      write_file (fixture, texts[i]);
      g_assert_false (gloss_pairing_store_load (fixture->store, &error));
      g_assert_error (error, GLOSS_PAIRING_STORE_ERROR, GLOSS_PAIRING_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, aside));
      g_file_get_contents (aside, &kept, NULL, NULL);
      g_assert_cmpstr (kept, ==, texts[i]);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      assert_pairings (fixture->store, "");
      g_clear_error (&error);

      /* And the reader goes on. */
      g_assert_true (choose (fixture->store, "a", "1", &error));
      g_assert_no_error (error);
      assert_on_disk (fixture, "a=1 ");
    }
}

/* It is not for an older program to judge. */
static void
test_newer_version (Fixture      *fixture,
                    gconstpointer data)
{
  const char *text = "{\"type\":\"GlossatorPairings\",\"version\":2,\"old\":\"" OLD "\",\"new\":\"" NEW "\","
                     "\"pairings\":[]}";
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  write_file (fixture, text);
  g_assert_false (gloss_pairing_store_load (fixture->store, &error));
  g_assert_error (error, GLOSS_PAIRING_STORE_ERROR, GLOSS_PAIRING_STORE_ERROR_VERSION);
  g_clear_error (&error);
  g_assert_false (choose (fixture->store, "a", "1", &error));
  g_assert_error (error, GLOSS_PAIRING_STORE_ERROR, GLOSS_PAIRING_STORE_ERROR_VERSION);
  g_file_get_contents (fixture->path, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, text);
  assert_pairings (fixture->store, "");
}

/* A folder stands where the data folder should be made: nothing can be written. */
static void
test_cannot_write (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->folder, "a file", -1, &error);
  g_assert_no_error (error);
  g_assert_false (choose (fixture->store, "a", "1", &error));
  g_assert_nonnull (error);
  assert_pairings (fixture->store, "");
  g_assert_false (can_undo (fixture->store));
  g_remove (fixture->folder);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (400, 'x');
  g_autoptr (GlossPairingStore) long_store = gloss_pairing_store_new (fixture->folder, long_name, "../../etc/passwd");
  g_autoptr (GlossPairingStore) again = gloss_pairing_store_new (fixture->folder, long_name, "../../etc/passwd");
  g_autoptr (GlossPairingStore) a = gloss_pairing_store_new (fixture->folder, "a+b", "c");
  g_autoptr (GlossPairingStore) b = gloss_pairing_store_new (fixture->folder, "a", "b+c");
  g_autoptr (GError) error = NULL;

  choose (long_store, "a", "1", &error);
  choose (a, "b", "2", &error);
  g_assert_no_error (error);
  g_assert_true (gloss_pairing_store_load (again, &error));
  assert_pairings (again, "a=1 ");
  g_assert_true (gloss_pairing_store_load (b, &error));
  assert_pairings (b, "");
}

static void
test_default_folder (void)
{
  g_autoptr (GlossPairingStore) store = gloss_pairing_store_new (NULL, OLD, NEW);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "glossator", "comparisons", FILE_NAME, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (choose (store, "a", "1", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/pairing-store/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/pairing-store/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/pairing-store/redo", Fixture, NULL, set_up, test_redo, tear_down);
  g_test_add ("/pairing-store/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/pairing-store/two-stores", Fixture, NULL, set_up, test_two_stores, tear_down);
  g_test_add ("/pairing-store/undo-beside-others", Fixture, NULL, set_up, test_undo_beside_others, tear_down);
  g_test_add ("/pairing-store/unknown-is-kept", Fixture, NULL, set_up, test_unknown_is_kept, tear_down);
  g_test_add ("/pairing-store/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/pairing-store/newer-version", Fixture, NULL, set_up, test_newer_version, tear_down);
  g_test_add ("/pairing-store/cannot-write", Fixture, NULL, set_up, test_cannot_write, tear_down);
  g_test_add ("/pairing-store/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add_func ("/pairing-store/default-folder", test_default_folder);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-journal.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "annotation/gloss-annotation-json.h"
#include "store-fixture.h"

static GPtrArray *
read_all (GlossJournal *journal,
          gboolean     *restarted,
          char        **damage)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_journal_entry_free);

  g_assert_true (gloss_journal_lock (journal, FALSE, &error));
  gloss_journal_read (journal, entries, restarted, damage, &error);
  g_assert_no_error (error);
  gloss_journal_unlock (journal);

  return entries;
}

static guint
count_entries (const char *path)
{
  g_autoptr (GlossJournal) journal = gloss_journal_new (path, SYMBOL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *damage = NULL;
  gboolean restarted;

  entries = read_all (journal, &restarted, &damage);
  g_assert_null (damage);
  return entries->len;
}

static void
append_put (GlossJournal    *journal,
            GlossAnnotation *annotation)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  gloss_journal_format_put (lines, annotation, NULL);
  g_assert_true (gloss_journal_lock (journal, TRUE, &error));
  gloss_journal_append (journal, lines, &error);
  g_assert_no_error (error);
  gloss_journal_unlock (journal);
}

static void
test_append_and_read (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GlossJournal) writer = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GlossJournal) reader = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one\ntwo");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *damage = NULL;
  g_autofree char *symbol = NULL;
  const GlossJournalEntry *entry;
  gboolean restarted;

  /* Reading makes no file. */
  entries = read_all (reader, &restarted, &damage);
  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_false (restarted);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_clear_pointer (&entries, g_ptr_array_unref);

  gloss_journal_format_put (lines, annotation, "2015-01-13T09:00:00Z");
  gloss_journal_format_remove (lines, "urn:\"2\"", NULL, "2015-01-13T10:00:00Z");
  g_assert_true (gloss_journal_lock (writer, TRUE, &error));
  gloss_journal_append (writer, lines, &error);
  g_assert_no_error (error);
  gloss_journal_unlock (writer);

  entries = read_all (reader, &restarted, &damage);
  g_assert_null (damage);
  g_assert_false (restarted);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->id, ==, gloss_annotation_get_id (annotation));
  g_assert_cmpstr (gloss_annotation_get_text (entry->put), ==, gloss_annotation_get_text (annotation));
  g_assert_cmpstr (entry->was, ==, "2015-01-13T09:00:00Z");
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->id, ==, "urn:\"2\"");
  g_assert_null (entry->put);
  g_assert_null (entry->was);
  g_assert_cmpstr (entry->time, ==, "2015-01-13T10:00:00Z");
  g_clear_pointer (&entries, g_ptr_array_unref);

  /* What was read is not read again, and what one wrote oneself is not either. */
  append_put (writer, annotation);
  entries = read_all (reader, &restarted, &damage);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_false (restarted);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = read_all (writer, &restarted, &damage);
  g_assert_cmpuint (entries->len, ==, 0);
  g_clear_pointer (&entries, g_ptr_array_unref);

  gloss_journal_rewind (reader);
  entries = read_all (reader, &restarted, &damage);
  g_assert_cmpuint (entries->len, ==, 3);

  symbol = gloss_journal_read_symbol (fixture->journal);
  g_assert_cmpstr (symbol, ==, SYMBOL);
}

/* A reader sees that the journal was folded, even if it has grown longer than before since. */
static void
test_generations (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GlossJournal) writer = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GlossJournal) reader = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *damage = NULL;
  gboolean restarted;

  append_put (writer, annotation);
  g_ptr_array_unref (read_all (reader, &restarted, &damage));

  g_assert_true (gloss_journal_lock (writer, TRUE, NULL));
  g_assert_true (gloss_journal_clear (writer, NULL));
  gloss_journal_unlock (writer);
  for (guint i = 0; i < 3; i++)
    append_put (writer, annotation);

  entries = read_all (reader, &restarted, &damage);
  g_assert_true (restarted);
  g_assert_cmpuint (entries->len, ==, 3);
}

/* A torn line is dropped, and the next line is not glued to it. */
static void
test_torn (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossAnnotation) one = fixture_make (fixture, "one");
  g_autoptr (GlossAnnotation) two = fixture_make (fixture, "法律 😀");
  g_autofree char *first = NULL;
  g_autofree char *both = NULL;
  gsize length;

  {
    g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);

    append_put (journal, one);
    first = fixture_read (fixture->journal);
    append_put (journal, two);
    both = fixture_read (fixture->journal);
  }

  length = strlen (both);
  for (gsize n = strlen (first); n <= length; n++)
    {
      g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
      guint expected = n == length ? 2 : 1;

      fixture_write (fixture, fixture->journal, both, n);
      g_assert_cmpuint (count_entries (fixture->journal), ==, expected);

      append_put (journal, two);
      g_assert_cmpuint (count_entries (fixture->journal), ==, expected + 1);
    }

  /* The first line of all, too. */
  for (gsize n = 0; n < strlen (first); n++)
    {
      g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);

      fixture_write (fixture, fixture->journal, first, n);
      g_assert_cmpuint (count_entries (fixture->journal), ==, 0);
      append_put (journal, two);
      g_assert_cmpuint (count_entries (fixture->journal), ==, 1);
    }
}

/* What was never the beginning of a line of ours is no torn line, but somebody else's. */
static void
test_foreign_end (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *rest;
    gsize       length;
    gboolean    foreign;
  } cases[] = {
    { "{\"put\":{\"id\"", 12, FALSE },
    { "{\"rem", 5, FALSE },
    { "\0\0\0\0", 4, FALSE },
    { "{\"put\":{\0\0\0", 11, FALSE },
    { "my own notes", 12, TRUE },
    { "{\"other\":1}", 11, TRUE },
    { "\0\0x", 3, TRUE },
  };
  g_autoptr (GlossAnnotation) one = fixture_make (fixture, "one");
  g_autofree char *good = NULL;

  {
    g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);

    append_put (journal, one);
    good = fixture_read (fixture->journal);
  }

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      guint number = i / 2;
      g_autoptr (GString) text = g_string_new (i % 2 == 0 ? good : "");
      g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
      g_autoptr (GPtrArray) entries = NULL;
      g_autofree char *damage = NULL;
      gboolean restarted;

      g_string_append_len (text, cases[number].rest, cases[number].length);
      fixture_write (fixture, fixture->journal, text->str, text->len);
      entries = read_all (journal, &restarted, &damage);
      g_assert_cmpuint (entries->len, ==, i % 2 == 0);
      g_assert_cmpint (damage != NULL, ==, cases[number].foreign);
    }
}

/* Damage in the middle costs no more than the line that is damaged, and is told. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const lines[] = {
    "garbage\n", "{}\n", "{\"put\":{}}\n", "{\"put\":17}\n", "{\"remove\":17}\n", "\n", "\xff\n", "[1,2]\n", "{\"put\":{\"id\"\n",
  };
  g_autoptr (GlossAnnotation) one = fixture_make (fixture, "one");
  g_autofree char *good = NULL;
  const char *header_end;

  {
    g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);

    append_put (journal, one);
    good = fixture_read (fixture->journal);
  }
  header_end = strchr (good, '\n') + 1;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strconcat (good, lines[i], header_end, NULL);
      g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
      g_autoptr (GPtrArray) entries = NULL;
      g_autofree char *damage = NULL;
      gboolean restarted;

      fixture_write (fixture, fixture->journal, text, -1);
      entries = read_all (journal, &restarted, &damage);
      g_assert_cmpuint (entries->len, ==, 2);
      g_assert_nonnull (damage);
    }

  /* A damaged first line costs nothing but the generation. */
  {
    g_autofree char *text = g_strconcat ("{\"type\":\n", header_end, NULL);
    g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
    g_autoptr (GPtrArray) entries = NULL;
    g_autofree char *damage = NULL;
    gboolean restarted;

    fixture_write (fixture, fixture->journal, text, -1);
    entries = read_all (journal, &restarted, &damage);
    g_assert_cmpuint (entries->len, ==, 1);
    g_assert_nonnull (damage);
  }
}

static void
test_later_version (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = NULL;
  gboolean restarted;

  fixture_write (fixture, fixture->journal, "{\"type\":\"GlossatorJournal\",\"version\":2,\"generation\":\"g\"}\nnews\n", -1);
  g_assert_true (gloss_journal_lock (journal, FALSE, NULL));
  g_assert_false (gloss_journal_read (journal, entries, &restarted, &damage, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION);
  gloss_journal_unlock (journal);
}

static void
test_no_space (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
  g_autofree char *large = g_strnfill (20000, 'x');
  g_autoptr (GlossAnnotation) small_one = fixture_make (fixture, "small");
  g_autoptr (GlossAnnotation) large_one = fixture_make (fixture, large);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  struct rlimit old;
  gboolean appended;

  append_put (journal, small_one);
  before = fixture_read (fixture->journal);

  gloss_journal_format_put (lines, large_one, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 8192, old.rlim_max }), ==, 0);
  g_assert_true (gloss_journal_lock (journal, TRUE, NULL));
  appended = gloss_journal_append (journal, lines, &error);
  gloss_journal_unlock (journal);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (appended);
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  after = fixture_read (fixture->journal);
  g_assert_cmpstr (after, ==, before);

  append_put (journal, large_one);
  g_assert_cmpuint (count_entries (fixture->journal), ==, 2);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->folder, "a file", -1, NULL);
  g_assert_false (gloss_journal_lock (journal, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (gloss_journal_lock (journal, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

/* Whoever holds the lock of a file that was replaced holds nothing. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossJournal) holder = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GlossJournal) other = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_journal_lock (holder, TRUE, NULL));
  g_assert_false (gloss_journal_lock (other, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);

  fixture_write (fixture, fixture->journal, "", 0);
  g_assert_true (gloss_journal_lock (other, TRUE, NULL));
  gloss_journal_unlock (other);
  gloss_journal_unlock (holder);
}

/* A lock that is waited for is had when the other one is done. */
static void
test_waits (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossJournal) journal = gloss_journal_new (fixture->journal, SYMBOL);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  pid_t children[4];

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          g_autoptr (GlossJournal) own = gloss_journal_new (fixture->journal, SYMBOL);

          for (guint n = 0; n < 25; n++)
            append_put (own, annotation);
          _exit (0);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }

  g_assert_cmpuint (count_entries (fixture->journal), ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/journal/append-and-read", test_append_and_read);
  fixture_add ("/journal/generations", test_generations);
  fixture_add ("/journal/torn", test_torn);
  fixture_add ("/journal/damaged", test_damaged);
  fixture_add ("/journal/foreign-end", test_foreign_end);
  fixture_add ("/journal/later-version", test_later_version);
  fixture_add ("/journal/no-space", test_no_space);
  fixture_add ("/journal/no-folder", test_no_folder);
  fixture_add ("/journal/replaced", test_replaced);
  fixture_add ("/journal/waits", test_waits);

  return g_test_run ();
}

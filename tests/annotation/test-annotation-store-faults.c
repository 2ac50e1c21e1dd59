/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For unshare (). */
#define _GNU_SOURCE

#include "annotation/gloss-annotation-store.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "store-fixture.h"

/* What a disk does to a store. The calls of the system that the store makes go through the functions
 * below, by the linker's --wrap; real faults, where the system lets a test make them, come at the end
 * in processes of their own. */

typedef enum
{
  CALL_NONE,
  CALL_WRITE,
  CALL_READ,
  CALL_PREAD,
  CALL_FSYNC,
  CALL_FDATASYNC,
  CALL_FTRUNCATE,
} Call;

static struct
{
  Call  call;
  int   error;
  guint after;  /* calls that succeed before */
  guint times;  /* that fail then; 0: all */
  gsize bytes;  /* of the write that fails, so many are written first */
  guint n_calls;
  guint n_failed;
} fault;

gssize __real_write (int fd, const void *data, gsize length);
gssize __real_read (int fd, void *data, gsize length);
gssize __real_pread64 (int fd, void *data, gsize length, off_t offset);
int    __real_fsync (int fd);
int    __real_fdatasync (int fd);
int    __real_ftruncate64 (int fd, off_t length);
gssize __wrap_write (int fd, const void *data, gsize length);
gssize __wrap_read (int fd, void *data, gsize length);
gssize __wrap_pread64 (int fd, void *data, gsize length, off_t offset);
int    __wrap_fsync (int fd);
int    __wrap_fdatasync (int fd);
int    __wrap_ftruncate64 (int fd, off_t length);

static gboolean
fails (Call call)
{
  if (fault.call != call)
    return FALSE;

  fault.n_calls++;
  if (fault.n_calls <= fault.after || (fault.times > 0 && fault.n_failed >= fault.times))
    return FALSE;

  fault.n_failed++;
  errno = fault.error;
  return TRUE;
}

gssize
__wrap_write (int         fd,
              const void *data,
              gsize       length)
{
  if (!fails (CALL_WRITE))
    return __real_write (fd, data, length);

  /* Part of it, and the error the next time, as a disk that is full does it. */
  if (fault.bytes > 0 && fault.n_failed == 1)
    return __real_write (fd, data, MIN (length, fault.bytes));
  return -1;
}

gssize
__wrap_read (int    fd,
             void  *data,
             gsize  length)
{
  return fails (CALL_READ) ? -1 : __real_read (fd, data, length);
}

gssize
__wrap_pread64 (int    fd,
                void  *data,
                gsize  length,
                off_t  offset)
{
  return fails (CALL_PREAD) ? -1 : __real_pread64 (fd, data, length, offset);
}

int
__wrap_fsync (int fd)
{
  return fails (CALL_FSYNC) ? -1 : __real_fsync (fd);
}

int
__wrap_fdatasync (int fd)
{
  return fails (CALL_FDATASYNC) ? -1 : __real_fdatasync (fd);
}

int
__wrap_ftruncate64 (int   fd,
                    off_t length)
{
  return fails (CALL_FTRUNCATE) ? -1 : __real_ftruncate64 (fd, length);
}

static void
set_fault (Call  call,
           int   error,
           guint after,
           guint times,
           gsize bytes)
{
  fault.call = call;
  fault.error = error;
  fault.after = after;
  fault.times = times;
  fault.bytes = bytes;
  fault.n_calls = fault.n_failed = 0;
}

static void
clear_fault (void)
{
  set_fault (CALL_NONE, 0, 0, 0, 0);
}

static guint
count (GlossAnnotationStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static GlossAnnotation *
add (Fixture              *fixture,
     GlossAnnotationStore *store,
     const char           *note)
{
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, note);

  gloss_annotation_store_add (store, annotation, NULL);
  return gloss_annotation_store_find (store, gloss_annotation_get_id (annotation));
}

/* What somebody else reads now is what the store says. */
static void
assert_written (Fixture              *fixture,
                GlossAnnotationStore *store)
{
  g_autoptr (GlossAnnotationStore) again = fixture_open (fixture, GLOSS_STORE_STRICT);

  g_assert_cmpuint (count (again), ==, count (store));
  for (guint i = 0; i < count (store); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (store), i);
      GlossAnnotation *other = gloss_annotation_store_find (again, gloss_annotation_get_id (annotation));

      g_assert_nonnull (other);
      g_assert_cmpstr (gloss_annotation_get_note (other), ==, gloss_annotation_get_note (annotation));
    }
}

/* Each kind of change, with each kind of fault: it is told in one sentence, made in memory, nothing
 * that was acknowledged goes, and it is written when it can be. */
static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    Call  call;
    int   error;
    gsize bytes;
    GIOErrorEnum code;
  } faults[] = {
    { CALL_WRITE, EIO, 0, G_IO_ERROR_FAILED },
    { CALL_WRITE, EIO, 40, G_IO_ERROR_FAILED },
    { CALL_WRITE, ENOSPC, 0, G_IO_ERROR_NO_SPACE },
    { CALL_WRITE, ENOSPC, 90, G_IO_ERROR_NO_SPACE },
    { CALL_WRITE, EDQUOT, 7, G_IO_ERROR_FAILED },
    { CALL_WRITE, EROFS, 0, G_IO_ERROR_READ_ONLY },
    { CALL_FDATASYNC, EIO, 0, G_IO_ERROR_FAILED },
    { CALL_FDATASYNC, ENOSPC, 0, G_IO_ERROR_NO_SPACE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      for (guint kind = 0; kind < 3; kind++)
        {
          g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
          GlossAnnotation *there = add (fixture, store, "there");
          g_autoptr (GlossAnnotation) new_one = fixture_make (fixture, "new");
          guint n = count (store);
          g_autofree char *before = fixture_read (fixture->journal);
          g_autofree char *after = NULL;
          g_autoptr (GError) error = NULL;
          const char *problem;

          set_fault (faults[i].call, faults[i].error, 0, 0, faults[i].bytes);
          if (kind == 0)
            g_assert_false (gloss_annotation_store_add (store, new_one, &error));
          else if (kind == 1)
            g_assert_false (gloss_annotation_store_set_note (store, there, "changed", &error));
          else
            g_assert_false (gloss_annotation_store_remove (store, there, &error));
          clear_fault ();

          if (faults[i].code != G_IO_ERROR_FAILED)
            g_assert_error (error, G_IO_ERROR, (int) faults[i].code);
          problem = gloss_annotation_store_get_problem (store);
          g_assert_nonnull (strstr (problem, g_strerror (faults[i].error)));
          g_assert_null (strstr (problem, ". "));
          g_assert_cmpuint (count (store), ==, n + (kind == 0) - (kind == 2));
          after = fixture_read (fixture->journal);
          g_assert_cmpstr (after, ==, before);

          g_assert_true (gloss_annotation_store_flush (store, NULL));
          g_assert_null (gloss_annotation_store_get_problem (store));
          assert_written (fixture, store);
        }
    }
}

/* Even where the half line can't be taken back. */
static void
test_no_rollback (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GString) line = g_string_new (NULL);
  int fd;

  add (fixture, store, "one");
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = NULL;

      set_fault (CALL_WRITE, ENOSPC, 0, 0, 1 + i * 7);
      add (fixture, store, "more");
      clear_fault ();

      /* What the rollback could not do, as if it had failed. */
      text = g_strndup ("{\"put\":{\"id\":\"urn:uuid:00000000-0000-0000-0000-000000000000\",\"type\":\"Annotation\"", i + 1);
      fd = open (fixture->journal, O_WRONLY | O_APPEND);
      g_assert_cmpint (__real_write (fd, text, strlen (text)), ==, (gssize) strlen (text));
      close (fd);

      g_assert_true (gloss_annotation_store_flush (store, NULL));
      g_assert_null (gloss_annotation_store_get_problem (store));
    }

  g_assert_cmpuint (count (store), ==, 61);
  assert_written (fixture, store);
}

/* The collection, in the middle of being replaced: the old one stays, and the journal with it. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    Call  call;
    int   error;
    guint after;
    gsize bytes;
  } faults[] = {
    { CALL_WRITE, ENOSPC, 0, 0 },
    { CALL_WRITE, ENOSPC, 0, 1000 },
    { CALL_WRITE, EIO, 1, 10 },
    { CALL_FSYNC, EIO, 0, 0 },
  };
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

  /* Longer than what is written at once. */
  for (guint i = 0; i < 200; i++)
    add (fixture, store, "the first ones");
  g_assert_true (gloss_annotation_store_close (store, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *before = fixture_read (fixture->file);
      g_autofree char *after = NULL;

      add (fixture, store, "another one");
      set_fault (faults[i].call, faults[i].error, faults[i].after, 0, faults[i].bytes);
      g_assert_false (gloss_annotation_store_close (store, NULL));
      g_assert_cmpuint (fault.n_failed, >, 0);
      clear_fault ();

      after = fixture_read (fixture->file);
      g_assert_cmpstr (after, ==, before);
      assert_written (fixture, store);
      g_assert_true (gloss_annotation_store_close (store, NULL));
      assert_written (fixture, store);
    }
}

/* A journal that was not emptied says again what the collection says already. */
static void
test_not_emptied (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");

  add (fixture, store, "two");
  gloss_annotation_store_set_note (store, one, "changed", NULL);
  set_fault (CALL_FTRUNCATE, EIO, 0, 0, 0);
  gloss_annotation_store_close (store, NULL);
  g_assert_cmpuint (fault.n_failed, >, 0);
  clear_fault ();

  assert_written (fixture, store);
  gloss_annotation_store_remove (store, one, NULL);
  assert_written (fixture, store);
}

/* What can't be read now is not taken for nothing: it is neither set aside nor written over. */
static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    Call  call;
    guint after;
  } faults[] = {
    { CALL_PREAD, 0 },
    { CALL_PREAD, 1 },
    { CALL_READ, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GlossAnnotationStore) store = NULL;
      g_autofree char *file = NULL;
      g_autofree char *journal = NULL;
      g_autofree char *file_after = NULL;
      g_autofree char *journal_after = NULL;
      guint n;

      {
        g_autoptr (GlossAnnotationStore) writer = fixture_open (fixture, GLOSS_STORE_STRICT);

        add (fixture, writer, "in the collection");
        g_assert_true (gloss_annotation_store_close (writer, NULL));
        add (fixture, writer, "in the journal");
        n = count (writer);
      }
      file = fixture_read (fixture->file);
      journal = fixture_read (fixture->journal);

      set_fault (faults[i].call, EIO, faults[i].after, 0, 0);
      store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
      g_assert_cmpuint (fault.n_failed, >, 0);
      g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), g_strerror (EIO)));
      add (fixture, store, "meanwhile");
      g_assert_cmpuint (count (store), ==, 1);
      clear_fault ();

      file_after = fixture_read (fixture->file);
      g_assert_cmpstr (file_after, ==, file);
      journal_after = fixture_read (fixture->journal);
      g_assert_cmpstr (journal_after, ==, journal);
      g_assert_true (gloss_annotation_store_flush (store, NULL));
      g_assert_null (gloss_annotation_store_get_problem (store));
      g_assert_cmpuint (count (store), ==, n + 1);
      assert_written (fixture, store);
    }
}

/* Runs @test in a process of its own; its exit status 77 says that the system does not let it. */
static void
run_apart (Fixture    *fixture,
           void      (*test) (Fixture *fixture),
           const char *reason)
{
  int status = -1;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      test (fixture);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip (reason);
  else
    g_assert_cmpint (status, ==, 0);
}

static void
write_to (const char *path,
          const char *text)
{
  int fd = open (path, O_WRONLY);

  if (fd >= 0 && __real_write (fd, text, strlen (text)) < 0)
    _exit (77);
  if (fd >= 0)
    close (fd);
}

/* A file system of its own, as root or with the rights that a user has in a namespace of his own. */
static void
mount_small (const char *folder)
{
  uid_t user = getuid ();
  gid_t group = getgid ();

  if (unshare (CLONE_NEWNS) != 0)
    {
      g_autofree char *users = g_strdup_printf ("0 %u 1", user);
      g_autofree char *groups = g_strdup_printf ("0 %u 1", group);

      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
        _exit (77);
      write_to ("/proc/self/setgroups", "deny");
      write_to ("/proc/self/uid_map", users);
      write_to ("/proc/self/gid_map", groups);
    }

  if (mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=256k,mode=0700") != 0)
    _exit (77);
}

static void
fill_tmpfs (Fixture *fixture)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autofree char *ballast = g_build_filename (fixture->folder, "ballast", NULL);
  g_autofree char *zeros = g_malloc0 (4096);
  GlossAnnotation *last;
  guint n_failed = 0;
  int fd;

  g_mkdir_with_parents (fixture->folder, 0700);
  mount_small (fixture->folder);
  store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  add (fixture, store, "while there is room");
  g_assert_true (gloss_annotation_store_close (store, NULL));

  fd = open (ballast, O_WRONLY | O_CREAT, 0600);
  while (__real_write (fd, zeros, 4096) > 0)
    ;
  close (fd);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *note = g_strnfill (50 + i * 10, 'x');

      last = add (fixture, store, note);
      n_failed += gloss_annotation_store_get_problem (store) != NULL;
    }
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), g_strerror (ENOSPC)));
  g_assert_false (gloss_annotation_store_set_note (store, last, "and on", NULL));
  g_assert_false (gloss_annotation_store_close (store, NULL));
  g_assert_cmpuint (count (store), ==, 41);

  /* Room, and nobody asks: the main loop writes it. */
  g_unlink (ballast);
  while (gloss_annotation_store_get_problem (store) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_written (fixture, store);
  g_assert_true (gloss_annotation_store_close (store, NULL));
  assert_written (fixture, store);
}

static void
test_small_tmpfs (Fixture       *fixture,
                  gconstpointer  data)
{
  run_apart (fixture, fill_tmpfs, "no file system may be mounted here");
}

/* Not root any more, and without root's rights to pass over permissions. */
static void
drop_rights (Fixture *fixture)
{
  struct { guint32 version; int pid; } header = { 0x20080522, 0 };
  struct { guint32 effective, permitted, inheritable; } none[2] = { { 0, 0, 0 }, { 0, 0, 0 } };

  if (syscall (SYS_capset, &header, none) != 0)
    _exit (77);
  g_chmod (fixture->folder, 0500);
  if (g_access (fixture->folder, W_OK) == 0)
    _exit (77);
  g_chmod (fixture->folder, 0700);
}

static void
try_denied (Fixture    *fixture,
            const char *path,
            int         mode,
            int         mode_again)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  guint n = count (store);

  g_chmod (path, mode);
  add (fixture, store, "denied");
  g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), g_strerror (EACCES)));
  g_assert_cmpuint (count (store), ==, n + 1);

  g_chmod (path, mode_again);
  while (gloss_annotation_store_get_problem (store) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_written (fixture, store);
}

static void
deny (Fixture *fixture)
{
  g_autoptr (GlossAnnotationStore) reader = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

    add (fixture, store, "one");
    g_assert_true (gloss_annotation_store_close (store, NULL));
    add (fixture, store, "two");
  }
  drop_rights (fixture);

  try_denied (fixture, fixture->journal, 0400, 0600);
  try_denied (fixture, fixture->journal, 0000, 0600);
  try_denied (fixture, fixture->folder, 0000, 0700);

  /* A folder in which nothing new can be made, and no journal yet. */
  g_remove (fixture->journal);
  try_denied (fixture, fixture->folder, 0500, 0700);

  /* A collection that can't be read is not written over. */
  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

    g_assert_true (gloss_annotation_store_close (store, NULL));
  }
  before = fixture_read (fixture->file);
  g_chmod (fixture->file, 0000);
  reader = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_assert_nonnull (strstr (gloss_annotation_store_get_problem (reader), g_strerror (EACCES)));
  add (fixture, reader, "before it could be read");
  g_chmod (fixture->file, 0600);
  after = fixture_read (fixture->file);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (gloss_annotation_store_flush (reader, NULL));
  assert_written (fixture, reader);
}

static void
test_denied (Fixture       *fixture,
             gconstpointer  data)
{
  run_apart (fixture, deny, "the rights of root can't be given up here");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-faults/journal", test_journal);
  fixture_add ("/annotation-store-faults/no-rollback", test_no_rollback);
  fixture_add ("/annotation-store-faults/fold", test_fold);
  fixture_add ("/annotation-store-faults/not-emptied", test_not_emptied);
  fixture_add ("/annotation-store-faults/read", test_read);
  fixture_add ("/annotation-store-faults/small-tmpfs", test_small_tmpfs);
  fixture_add ("/annotation-store-faults/denied", test_denied);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-library.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "akn-test.h"

static GFile *
write_file (const char *folder,
            const char *name,
            const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static char *
make_akn (const char *symbol,
          const char *language,
          const char *date)
{
  return g_strdup_printf (AKN_TEST_BEGIN "<meta><identification><FRBRWork><FRBRalias name='symbol' value='%s'/>"
                                         "<FRBRdate date='%s'/></FRBRWork></identification></meta>"
                                         "<body xml:lang='%s'><p>Text</p></body>" AKN_TEST_END,
                          symbol, date, language);
}

static void
assert_names (GlossLibrary      *library,
              const char *const *names)
{
  guint n_names = g_strv_length ((char **) names);

  for (guint i = 0; i < MIN (n_names, g_list_model_get_n_items (G_LIST_MODEL (library))); i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);

      g_assert_cmpstr (gloss_library_entry_get_name (entry), ==, names[i]);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, n_names);
}

static const char *const shipped_names[] = { "A/66/359@en", "A/69/723@en", "A/69/723@zh", "S/2021/540@zh", NULL };

static void
test_shipped (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  assert_names (library, shipped_names);
  g_assert_cmpuint (gloss_library_get_problems (library)->len, ==, 0);

  for (guint i = 0; shipped_names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);
      g_autoptr (GlossDocument) document = gloss_library_load (library, shipped_names[i], &error);
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      g_assert_false (gloss_library_entry_get_added (entry));
      g_assert_cmpstr (gloss_library_entry_get_name (entry), ==, gloss_document_get_name (document));
      g_assert_cmpstr (gloss_library_entry_get_symbol (entry), ==, gloss_document_get_symbol (document));
      g_assert_cmpstr (gloss_library_entry_get_language (entry), ==, gloss_document_get_language (document));
      g_assert_cmpstr (gloss_library_entry_get_title (entry), ==, gloss_document_get_title (document));
      g_assert_cmpstr (gloss_library_entry_get_short_title (entry), ==, gloss_document_get_short_title (document));
      g_assert_cmpstr (gloss_library_entry_get_date (entry), ==, gloss_document_get_date (document));

      g_object_get (entry, "title", &title, NULL);
      g_assert_cmpstr (title, ==, gloss_document_get_title (document));
    }
}

static void
test_find (void)
{
  static const struct
  {
    const char *name;
    const char *found;
  } cases[] = {
    { "A/69/723", "A/69/723@en" },   { "A/69/723@zh", "A/69/723@zh" }, { "a/69/723@ZH", "A/69/723@zh" },
    { "s/2021/540", "S/2021/540@zh" }, { "A/69/723@fr", NULL },        { "A/69", NULL },
    { "", NULL },                    { "@zh", NULL },                  { "A/69/723\xff", NULL },
  };
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlossLibraryEntry *entry = gloss_library_find (library, cases[i].name);

      g_assert_cmpstr (entry != NULL ? gloss_library_entry_get_name (entry) : NULL, ==, cases[i].found);
    }
}

static void
test_same_object (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossDocument) document = gloss_library_load (library, "A/69/723", &error);
  g_autoptr (GlossDocument) again = gloss_library_load_any (library, "a/69/723@en", &error);

  g_assert_no_error (error);
  g_assert_true (document == again);

  /* The library itself holds none. */
  g_clear_object (&again);
  g_assert_finalize_object (g_steal_pointer (&document));
  document = gloss_library_load (library, "A/69/723", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/69/723@en");
}

static void
test_not_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  g_assert_null (gloss_library_load (library, "A/69/999", &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There is no document “A/69/999”; "
                   "the documents are A/66/359@en, A/69/723@en, A/69/723@zh, S/2021/540@zh");
  g_clear_error (&error);

  g_assert_null (gloss_library_load_any (library, "nowhere/draft.txt", &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There is no document or file “nowhere/draft.txt”; "
                   "the documents are A/66/359@en, A/69/723@en, A/69/723@zh, S/2021/540@zh");
  g_clear_error (&error);

  g_assert_null (gloss_library_load_any (library, "", &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND);
}

static void
test_name_or_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GFile) same_name = write_file ("cwd/A/69", "723", "A file of that name.");
  g_autoptr (GFile) plain = write_file ("cwd", "draft.txt", "(8) Text");
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cwd", NULL);

  g_assert_cmpint (g_chdir (folder), ==, 0);

  document = gloss_library_load_any (library, "A/69/723", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/69/723@en");
  g_clear_object (&document);

  document = gloss_library_load_any (library, "./A/69/723", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "723@und");
  g_clear_object (&document);

  document = gloss_library_load_any (library, "draft.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "draft@und");
  g_clear_object (&document);

  /* Only what there is, and is called like a file. */
  g_assert_true (gloss_library_is_path ("draft.txt"));
  g_assert_true (gloss_library_is_path ("./A/69/723"));
  g_assert_true (gloss_library_is_path (g_file_peek_path (plain)));
  g_assert_false (gloss_library_is_path ("A/69/723"));
  g_assert_false (gloss_library_is_path ("A/69"));
  g_assert_false (gloss_library_is_path ("./A/69"));
  g_assert_false (gloss_library_is_path ("nowhere.txt"));
  g_assert_false (gloss_library_is_path (""));

  /* Such a one needs no library. */
  document = gloss_library_load_any (NULL, "draft.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "draft@und");
  g_clear_object (&document);

  document = gloss_library_load_any (library, "A/69", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_null (document);

  g_assert_cmpint (g_chdir (before), ==, 0);
}

typedef struct
{
  guint n_changes;
  guint position;
  guint n_removed;
  guint n_added;
} Changes;

static void
items_changed_cb (Changes *changes,
                  guint    position,
                  guint    n_removed,
                  guint    n_added)
{
  *changes = (Changes) { changes->n_changes + 1, position, n_removed, n_added };
}

static void
test_add_and_remove (void)
{
  static const char *const with_both[] = { "draft@und",    "A/66/359@en",   "A/67/1@en", "A/69/723@en",
                                           "A/69/723@zh", "S/2021/540@zh", NULL };
  static const char *const with_text[] = { "draft@und",   "A/66/359@en",   "A/69/723@en",
                                           "A/69/723@zh", "S/2021/540@zh", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossLibrary) other = NULL;
  g_autoptr (GlossLibrary) third = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autofree char *akn = make_akn ("A/67/1", "en", "2012-07-01");
  g_autofree char *akn_path = g_build_filename (g_get_user_data_dir (), "glossator/documents/A-67-1.en.akn", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GFile) akn_file = write_file ("elsewhere", "some name.xml", akn);
  g_autoptr (GFile) text_file = write_file ("elsewhere", "draft.txt", "(8) Text\r\n");
  GlossLibraryEntry *entry;
  Changes changes = { 0 };

  g_signal_connect_swapped (library, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  entry = gloss_library_add (library, akn_file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_library_entry_get_name (entry), ==, "A/67/1@en");
  g_assert_true (gloss_library_entry_get_added (entry));
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, 0);
  g_assert_cmpuint (changes.n_added, ==, 1);

  entry = gloss_library_add (library, text_file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_library_entry_get_name (entry), ==, "draft@und");
  assert_names (library, with_both);

  /* What is kept is the file as it was, and does not need the one that it came from. */
  g_file_get_contents (akn_path, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, akn);
  g_file_delete (akn_file, NULL, &error);
  g_assert_no_error (error);

  other = gloss_library_new ();
  assert_names (other, with_both);
  document = gloss_library_load (other, "a/67/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/67/1@en");

  /* Removed from the one, it stays readable for whoever holds it. */
  changes = (Changes) { 0 };
  g_assert_true (gloss_library_remove (library, gloss_library_find (library, "A/67/1"), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (changes.position, ==, 2);
  g_assert_cmpuint (changes.n_removed, ==, 1);
  g_assert_cmpuint (changes.n_added, ==, 0);
  g_assert_false (g_file_test (akn_path, G_FILE_TEST_EXISTS));
  third = gloss_library_new ();
  assert_names (third, with_text);

  g_assert_true (gloss_library_remove (library, gloss_library_find (library, "draft"), &error));
  g_assert_no_error (error);
  assert_names (library, shipped_names);
}

static void
test_add_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autofree char *shipped = make_akn ("a/69/723", "en", "2015-01-13");
  g_autoptr (GFile) taken = write_file ("elsewhere", "taken.akn", shipped);
  g_autoptr (GFile) damaged = write_file ("elsewhere", "damaged.akn", AKN_TEST_BEGIN "<body><p>Text</body>");
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/missing.akn");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", "documents", NULL);
  g_autoptr (GDir) dir = NULL;

  g_assert_null (gloss_library_add (library, taken, &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_null (gloss_library_add (library, damaged, &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
  g_clear_error (&error);

  g_assert_null (gloss_library_add (library, missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  assert_names (library, shipped_names);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (dir != NULL ? g_dir_read_name (dir) : NULL);
}

/* A document is not kept under a name that it would not have the next time. */
static void
test_add_same_file_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossLibrary) again = NULL;
  g_autofree char *first_akn = make_akn ("B 1", "en", "2012-07-01");
  g_autofree char *second_akn = make_akn ("B-1", "en", "2012-07-02");
  g_autoptr (GFile) first = write_file ("elsewhere", "first.akn", first_akn);
  g_autoptr (GFile) second = write_file ("elsewhere", "second.akn", second_akn);
  g_autoptr (GFile) english = write_file ("one", "same.akn", AKN_TEST_BEGIN "<body xml:lang='en'><p>A</p></body>" AKN_TEST_END);
  g_autoptr (GFile) french = write_file ("two", "same.akn", AKN_TEST_BEGIN "<body xml:lang='fr'><p>B</p></body>" AKN_TEST_END);

  g_assert_nonnull (gloss_library_add (library, first, &error));
  g_assert_no_error (error);
  g_assert_nonnull (gloss_library_add (library, second, &error));
  g_assert_no_error (error);
  g_assert_nonnull (gloss_library_add (library, english, &error));
  g_assert_no_error (error);
  g_assert_null (gloss_library_add (library, french, &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_EXISTS);

  again = gloss_library_new ();
  g_assert_nonnull (gloss_library_find (again, "B 1@en"));
  g_assert_nonnull (gloss_library_find (again, "B-1@en"));
  g_assert_nonnull (gloss_library_find (again, "same@en"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 7);
}

static void
test_folder_is_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) obstacle = write_file ("glossator", "documents", "a file");
  g_autoptr (GFile) text = write_file ("elsewhere", "draft.txt", "Text");
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  assert_names (library, shipped_names);
  g_assert_cmpuint (gloss_library_get_problems (library)->len, ==, 1);

  g_assert_null (gloss_library_add (library, text, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "“draft@und” could not be kept: "));
  assert_names (library, shipped_names);
}

/* As on a full disk: nothing half-written stays behind, and nothing is in the library. */
static void
test_no_space (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autofree char *akn = make_akn ("A/67/1", "en", "2012-07-01");
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "glossator", "documents", NULL);
  g_autoptr (GFile) file = write_file ("elsewhere", "new.akn", akn);
  g_autoptr (GDir) folder = NULL;
  struct rlimit before, small;
  GlossLibraryEntry *entry;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  small = before;
  small.rlim_cur = 16;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &small));
  entry = gloss_library_add (library, file, &error);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));

  g_assert_null (entry);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "“A/67/1@en” could not be kept: "));
  assert_names (library, shipped_names);

  folder = g_dir_open (path, 0, NULL);
  g_assert_nonnull (folder);
  g_assert_null (g_dir_read_name (folder));
}

static void
test_problems (void)
{
  static const char *const expected[] = { "A/66/359@en", "A/69/723@en", "A/69/723@zh", "C/1@en", "S/2021/540@zh", NULL };
  g_autofree char *taken = make_akn ("A/69/723", "en", "2015-01-13");
  g_autofree char *good = make_akn ("C/1", "en", "2020-01-01");
  g_autoptr (GFile) a = write_file ("glossator/documents", "a.akn", "<akomaNtoso>");
  g_autoptr (GFile) b = write_file ("glossator/documents", "b.xml", taken);
  g_autoptr (GFile) c = write_file ("glossator/documents", "C.AKN", good);
  g_autoptr (GFile) d = write_file ("glossator/documents", "d.txt", "T\xe4t");
  g_autoptr (GFile) e = write_file ("glossator/documents", "e.akn.removed", "<akomaNtoso>");
  g_autoptr (GFile) f = write_file ("glossator/documents", "f.akn/g.txt", "Text");
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  GPtrArray *problems = gloss_library_get_problems (library);

  assert_names (library, expected);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "a.akn: "));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 1), "b.xml: There is another document named A/69/723@en"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 2), "d.txt: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/shipped", test_shipped);
  g_test_add_func ("/library/find", test_find);
  g_test_add_func ("/library/same-object", test_same_object);
  g_test_add_func ("/library/not-found", test_not_found);
  g_test_add_func ("/library/name-or-path", test_name_or_path);
  g_test_add_func ("/library/add-and-remove", test_add_and_remove);
  g_test_add_func ("/library/add-refused", test_add_refused);
  g_test_add_func ("/library/add-same-file-name", test_add_same_file_name);
  g_test_add_func ("/library/folder-is-no-folder", test_folder_is_no_folder);
  g_test_add_func ("/library/no-space", test_no_space);
  g_test_add_func ("/library/problems", test_problems);

  return g_test_run ();
}

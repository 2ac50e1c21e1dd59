/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-zip-writer.h"

#include "export/docx-fixture.h"

static GBytes *
make_archive (void)
{
  g_autoptr (GlossZipWriter) writer = gloss_zip_writer_new ();
  g_autofree char *long_text = g_strnfill (300000, 'x');

  gloss_zip_writer_add (writer, "a.txt", "Text\n", 5);
  gloss_zip_writer_add (writer, "folder/empty", "", 0);
  gloss_zip_writer_add (writer, "folder/long", long_text, 300000);
  gloss_zip_writer_add (writer, "folder/bytes", "\0\xff\n", 3);

  return gloss_zip_writer_end (writer);
}

static void
test_contents (void)
{
  g_autoptr (GBytes) archive = make_archive ();
  g_autoptr (GHashTable) entries = fixture_unzip (archive);
  g_autofree char *long_text = g_strnfill (300000, 'x');
  const struct
  {
    const char *name;
    const char *data;
    gsize length;
  } expected[] = {
    { "a.txt", "Text\n", 5 }, { "folder/empty", "", 0 }, { "folder/long", long_text, 300000 },
    { "folder/bytes", "\0\xff\n", 3 },
  };

  g_assert_cmpuint (g_hash_table_size (entries), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GBytes *content = g_hash_table_lookup (entries, expected[i].name);

      g_assert_nonnull (content);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), expected[i].data,
                       expected[i].length);
    }
  g_assert_cmpuint (g_bytes_get_size (archive), <, 3000);
}

/* An entry in pieces, empty ones among them, is the same as a whole one. */
static void
test_pieces (void)
{
  g_autoptr (GlossZipWriter) writer = gloss_zip_writer_new ();
  g_autoptr (GBytes) whole = make_archive ();
  g_autoptr (GBytes) archive = NULL;
  g_autofree char *long_text = g_strnfill (300000, 'x');

  gloss_zip_writer_begin (writer, "a.txt");
  gloss_zip_writer_append (writer, "Te", 2);
  gloss_zip_writer_append (writer, NULL, 0);
  gloss_zip_writer_append (writer, "xt\n", 3);
  gloss_zip_writer_begin (writer, "folder/empty");
  gloss_zip_writer_begin (writer, "folder/long");
  for (guint at = 0, n = 0; at < 300000; at += n)
    {
      n = MIN (2 * n + 1, 300000 - at);
      gloss_zip_writer_append (writer, long_text + at, n);
    }
  gloss_zip_writer_add (writer, "folder/bytes", "\0\xff\n", 3);
  archive = gloss_zip_writer_end (writer);

  g_assert_true (g_bytes_equal (archive, whole));
}

/* The sum of "123456789" is the check value of the standard. */
static void
test_crc (void)
{
  g_autoptr (GlossZipWriter) writer = gloss_zip_writer_new ();
  g_autoptr (GBytes) archive = NULL;

  gloss_zip_writer_add (writer, "n", "123456789", 9);
  archive = gloss_zip_writer_end (writer);
  g_assert_cmphex (fixture_number ((const guint8 *) g_bytes_get_data (archive, NULL) + 14, 4), ==, 0xcbf43926);
}

static void
test_reproducible (void)
{
  g_autoptr (GBytes) first = make_archive ();
  g_autoptr (GBytes) second = make_archive ();
  const guint8 *data = g_bytes_get_data (first, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (fixture_number (data + 10, 2), ==, 0);
  g_assert_cmpuint (fixture_number (data + 12, 2), ==, 1 << 5 | 1); /* 1 January 1980 */
}

static void
test_empty (void)
{
  g_autoptr (GlossZipWriter) writer = gloss_zip_writer_new ();
  g_autoptr (GBytes) archive = gloss_zip_writer_end (writer);

  g_assert_cmpmem (g_bytes_get_data (archive, NULL), g_bytes_get_size (archive),
                   "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/zip-writer/contents", test_contents);
  g_test_add_func ("/zip-writer/pieces", test_pieces);
  g_test_add_func ("/zip-writer/crc", test_crc);
  g_test_add_func ("/zip-writer/reproducible", test_reproducible);
  g_test_add_func ("/zip-writer/empty", test_empty);

  return g_test_run ();
}

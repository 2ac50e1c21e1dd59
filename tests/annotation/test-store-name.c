/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-store-name.h"

#include <string.h>

static void
assert_name (const char *symbol,
             const char *expected)
{
  g_autofree char *name = gloss_store_name_escape (symbol);
  g_autofree char *back = gloss_store_name_unescape (name);

  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpstr (back, ==, symbol);
}

static void
test_readable (void)
{
  assert_name ("A/69/723", "A_69_723");
  assert_name ("A_69_723", "A%5F69%5F723");
  assert_name ("S/2021/540", "S_2021_540");
  assert_name ("notes v1.2-final", "notes%20v1.2-final");
  assert_name ("法", "%E6%B3%95");
  assert_name (".", "%2E");
  assert_name ("..", "%2E.");
  assert_name (".hidden", "%2Ehidden");
  assert_name ("../../etc/passwd", "%2E._.._etc_passwd");
  assert_name ("%", "%25");
  assert_name ("%5F", "%255F");
  assert_name ("", "%");
  assert_name ("a\nb\\c:d", "a%0Ab%5Cc%3Ad");
}

static void
test_injective (void)
{
  static const char alphabet[] = { '/', '_', '%', '5', 'F', '.', 'a', '+' };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_symbols = 0;

  for (guint i = 0; i < 8 * 8 * 8 * 8; i++)
    {
      const char symbol[] = { alphabet[i % 8], alphabet[i / 8 % 8], alphabet[i / 64 % 8], alphabet[i / 512], '\0' };

      g_hash_table_add (names, gloss_store_name_escape (symbol));
      n_symbols++;
    }

  g_assert_cmpuint (g_hash_table_size (names), ==, n_symbols);
}

static void
test_long (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint length = 170; length < 400; length++)
    {
      static const char *const letters[] = { "a", "/", "法", "_" };

      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        {
          g_autoptr (GString) symbol = g_string_new (NULL);
          g_autofree char *name = NULL;

          for (guint n = 0; n < length; n++)
            g_string_append (symbol, letters[i]);
          name = gloss_store_name_escape (symbol->str);

          g_assert_cmpuint (strlen (name), <=, 180);
          if (gloss_store_name_is_digest (name))
            {
              g_assert_null (gloss_store_name_unescape (name));
            }
          else
            {
              g_autofree char *back = gloss_store_name_unescape (name);

              g_assert_cmpstr (back, ==, symbol->str);
            }
          g_assert_true (g_hash_table_add (names, g_steal_pointer (&name)));
        }
    }
}

static void
test_foreign_names (void)
{
  static const char *const foreign[] = {
    "A 69", "A_69 (conflicted copy)", "%5f", "%41", "%", "%4", "%zz", "a%", ".hidden", "A_69_723.json.damaged~", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *symbol = gloss_store_name_unescape (foreign[i]);

      /* The name of the empty symbol is one after all. */
      if (g_str_equal (foreign[i], "%"))
        g_assert_cmpstr (symbol, ==, "");
      else
        g_assert_null (symbol);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store-name/readable", test_readable);
  g_test_add_func ("/store-name/injective", test_injective);
  g_test_add_func ("/store-name/long", test_long);
  g_test_add_func ("/store-name/foreign-names", test_foreign_names);

  return g_test_run ();
}

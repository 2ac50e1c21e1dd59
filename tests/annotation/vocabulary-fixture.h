/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>

#include "annotation/gloss-vocabulary.h"

/* A folder for a vocabulary. */

typedef struct
{
  char *folder;
  char *file;
} VocabularyFixture;

static inline void
vocabulary_fixture_set_up (VocabularyFixture *fixture,
                           gconstpointer      data)
{
  fixture->folder = g_dir_make_tmp ("glossator-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "vocabulary.json", NULL);
}

static inline void
vocabulary_fixture_tear_down (VocabularyFixture *fixture,
                              gconstpointer      data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_chmod (fixture->folder, 0700);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static inline void
vocabulary_fixture_write (VocabularyFixture *fixture,
                          const char        *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->file, text, -1, &error);
  g_assert_no_error (error);
}

/* (transfer full) */
static inline char *
vocabulary_fixture_read (VocabularyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (fixture->file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline void
vocabulary_fixture_add (const char *path,
                        void      (*test) (VocabularyFixture *, gconstpointer))
{
  g_test_add (path, VocabularyFixture, NULL, vocabulary_fixture_set_up, test, vocabulary_fixture_tear_down);
}

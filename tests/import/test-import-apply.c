/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import.h"

#include "import-fixture.h"

/* A note on a document that the library does not have, by its address. */
#define NOTE(id, modified, source)                                                                           \
  "{\"id\":\"" id "\",\"type\":\"Annotation\",\"modified\":\"" modified "\",\"bodyValue\":\"of " modified "\",\"target\":{\"source\":\"" source \
  "\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}}}"

#define ONE "https://example.org/one"
#define TWO "https://example.org/two"

typedef struct
{
  GlossLibrary  *library;
  GlossNotebook *notebook;
  GPtrArray     *steps;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  fixture->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->steps, g_ptr_array_unref);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->library);
}

static void
import (Fixture    *fixture,
        const char *text)
{
  g_autoptr (GlossImportPlan) plan = gloss_import_plan_new (fixture->library, fixture->notebook);
  g_autoptr (GError) error = NULL;

  gloss_import_plan_add (plan, text, strlen (text), "test.json", NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (fixture->steps, 0);
  gloss_import_plan_apply (plan, fixture->steps, &error);
  g_assert_no_error (error);
}

static GlossAnnotationStore *
get_store (Fixture    *fixture,
           const char *symbol)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, symbol, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
has (Fixture    *fixture,
     const char *symbol,
     const char *id)
{
  return gloss_annotation_store_find (get_store (fixture, symbol), id) != NULL;
}

static void
undo (Fixture *fixture)
{
  for (guint i = fixture->steps->len; i > 0; i--)
    {
      g_autoptr (GError) error = NULL;

      gloss_annotation_store_undo (g_ptr_array_index (fixture->steps, i - 1), &error);
      g_assert_no_error (error);
    }
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  import (fixture, "[" NOTE ("urn:a:1", "", ONE) "," NOTE ("urn:a:2", "", TWO) "," NOTE ("urn:a:3", "", ONE) "]");
  g_assert_cmpuint (fixture->steps->len, ==, 2);
  g_assert_true (has (fixture, ONE, "urn:a:1"));
  g_assert_true (has (fixture, TWO, "urn:a:2"));

  undo (fixture);
  g_assert_false (has (fixture, ONE, "urn:a:1"));
  g_assert_false (has (fixture, TWO, "urn:a:2"));
  g_assert_false (has (fixture, ONE, "urn:a:3"));
}

/* Nothing that comes in is no step: undoing it would take back what was done before. */
static void
test_no_step (Fixture       *fixture,
              gconstpointer  data)
{
  import (fixture, NOTE ("urn:b:1", "", ONE));
  g_assert_cmpuint (fixture->steps->len, ==, 1);
  import (fixture, NOTE ("urn:b:1", "", ONE));
  g_assert_cmpuint (fixture->steps->len, ==, 0);
}

/* Two notes change places: each is in one place, before, after, and after that is undone. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  import (fixture, "[" NOTE ("urn:c:1", "2026-01-01T00:00:00Z", ONE) "," NOTE ("urn:c:2", "2026-01-01T00:00:00Z", TWO) "]");
  import (fixture, "[" NOTE ("urn:c:1", "2026-01-02T00:00:00Z", TWO) "," NOTE ("urn:c:2", "2026-01-02T00:00:00Z", ONE) "]");

  g_assert_false (has (fixture, ONE, "urn:c:1"));
  g_assert_true (has (fixture, TWO, "urn:c:1"));
  g_assert_true (has (fixture, ONE, "urn:c:2"));
  g_assert_false (has (fixture, TWO, "urn:c:2"));

  undo (fixture);
  g_assert_true (has (fixture, ONE, "urn:c:1"));
  g_assert_false (has (fixture, TWO, "urn:c:1"));
  g_assert_false (has (fixture, ONE, "urn:c:2"));
  g_assert_true (has (fixture, TWO, "urn:c:2"));
}

#define ADD(name, test) g_test_add ("/import-apply/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("steps", test_steps);
  ADD ("no-step", test_no_step);
  ADD ("moved", test_moved);

  return g_test_run ();
}

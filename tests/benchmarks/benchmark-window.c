/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window does with very many notes on one document: how long each thing that a person does
 * takes until nothing is left to be done, and the longest time in which the window could not answer
 * meanwhile, on the clock, which depends on what else the machine does, and computed by the main
 * thread. It asserts nothing, and takes a display:
 *
 *   build-aux/env xvfb-run -a dbus-run-session _build/tests/benchmarks/benchmark-window [NOTES [CLAUSES]]
 *
 * The notes, 100,000 otherwise, are on the words of a law of that many clauses, 2,000 otherwise. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "document/gloss-akn-writer.h"
#include "ui/gloss-application.h"
#include "ui/gloss-find-bar.h"
#include "ui/gloss-loading-bar.h"
#include "ui/gloss-notes-pane.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-reader-view.h"
#include "ui/gloss-tag-changes.h"
#include "ui/gloss-window.h"

#include "law-generator.h"

#define SYMBOL    "A/1"
#define N_CHANGES 20

/* Longer than anything that goes on by itself, such as the fading of a toast, comes back. */
#define QUIET_US  (400 * 1000)

/* Milliseconds. */
static struct
{
  double woken_clock;    /* when the main loop went to work */
  double woken_computed;
  double longest_clock;  /* it worked without a pause */
  double longest_computed;
  double last_work;      /* the end of what was more than waiting */
} loop;

static double
get_clock (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static double
get_computed (void)
{
  struct timespec computed;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &computed);
  return (double) computed.tv_sec * 1000 + (double) computed.tv_nsec / 1000000;
}

/* Nothing is being done at the moment. */
static void
pause_work (void)
{
  double clock = get_clock ();
  double computed = get_computed ();

  loop.longest_clock = MAX (loop.longest_clock, clock - loop.woken_clock);
  loop.longest_computed = MAX (loop.longest_computed, computed - loop.woken_computed);
  if (computed - loop.woken_computed > 1)
    loop.last_work = clock;
}

/* The main loop asks for something to do: it has done what there was. */
static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n_ready;

  pause_work ();
  n_ready = g_poll (fds, n_fds, timeout);
  loop.woken_clock = get_clock ();
  loop.woken_computed = get_computed ();
  return n_ready;
}

typedef struct
{
  double clock;
  double computed;
} Step;

static Step
begin_step (void)
{
  loop.woken_clock = get_clock ();
  loop.woken_computed = get_computed ();
  loop.last_work = loop.woken_clock;
  loop.longest_clock = 0;
  loop.longest_computed = 0;

  return (Step) { loop.woken_clock, loop.woken_computed };
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until there was nothing to do for a while. */
static void
end_step (Step        step,
          const char *what)
{
  guint tick_id = g_timeout_add (QUIET_US / 4000, tick_cb, NULL);

  pause_work ();
  while (get_clock () - loop.last_work < QUIET_US / 1000.0)
    {
      g_main_context_iteration (NULL, TRUE);
      pause_work ();
    }
  g_source_remove (tick_id);

  g_print ("%-32s %8.1f %8.1f %8.1f %8.1f\n", what, loop.last_work - step.clock, get_computed () - step.computed,
           loop.longest_clock, loop.longest_computed);
}

static gpointer
find (GtkWidget *root,
      GType      type)
{
  gpointer found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static GlossDocument *
write_document (guint n_clauses)
{
  static const LawEdits no_edits = { 0 };
  g_autoptr (Law) law = law_new (LAW_ENGLISH, n_clauses, FALSE, &no_edits, 7);
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", "documents", NULL);
  g_autofree char *path = g_build_filename (folder, "law.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  gloss_document_builder_set_symbol (builder, SYMBOL);
  gloss_document_builder_set_language (builder, "en");
  gloss_document_builder_set_title (builder, "A law");
  for (guint i = 0; i < law->old_texts->len; i++)
    gloss_document_builder_add_clause (builder, &(GlossClauseData) {
      .text = g_ptr_array_index (law->old_texts, i),
      .kind = GLOSS_CLAUSE_PARAGRAPH,
    });
  document = gloss_document_builder_end (builder);
  text = gloss_akn_write (document);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, text, -1, &error))
    g_error ("Could not write %s", path);

  return g_steal_pointer (&document);
}

/* On a few words each, so that they overlap on a clause that bears many. */
static void
write_notes (GlossDocument *document,
             guint          n_notes)
{
  static const char *const tags[] = { "law", "law/water", "peace", "中文", NULL };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", "annotations", NULL);
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (folder, GLOSS_STORE_STRICT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (document), &error);

  if (store == NULL)
    g_error ("%s", error->message);

  gloss_annotation_store_begin_group (store, "Write");
  for (guint i = 0; i < n_notes; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i * 7 % gloss_document_get_n_clauses (document));
      guint n_chars = gloss_clause_get_n_chars (clause);
      guint start = n_chars > 20 ? (guint) g_rand_int_range (rand, 0, (int) n_chars - 20) : 0;
      g_autoptr (GlossAnchor) anchor = n_chars > 20 ? gloss_anchor_new_for_phrase (document, clause, start, start + 20)
                                                    : gloss_anchor_new_for_clause (document, clause);
      const char *const own[] = { tags[i % 4], NULL };
      g_autofree char *text = g_strdup_printf ("Note n%u: what the delegation says of it, in some words", i);
      g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, text, own, i % GLOSS_N_COLORS, "Ada");

      gloss_annotation_store_add (store, annotation, NULL);
    }
  if (!gloss_annotation_store_end_group (store, &error))
    g_error ("%s", error->message);
}

static void
act (gpointer    widget,
     const char *action)
{
  if (!gtk_widget_activate_action (widget, action, NULL))
    g_error ("There is no %s", action);
}

/* How much is computed until a change is acknowledged, which is before anything of it is drawn. */
static void
change (GtkWidget  *page,
        const char *action,
        GArray     *times)
{
  double taken = get_computed ();

  act (page, action);
  taken = get_computed () - taken;
  g_array_append_val (times, taken);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
report_times (GArray *times)
{
  g_array_sort (times, compare_times);
  g_print ("  acknowledged after %.2f, longest %.2f ms of computing\n", g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1));
  g_array_set_size (times, 0);
}

/* In the middle of the text: one clause after the other is highlighted, and all of that taken back. */
static void
measure_changes (GtkWidget *window,
                 guint      n_clauses)
{
  GtkWidget *page = find (window, GLOSS_TYPE_READER_PAGE);
  GlossReaderView *view = find (window, GLOSS_TYPE_READER_VIEW);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Step step;

  step = begin_step ();
  for (guint i = 0; i < N_CHANGES; i++)
    {
      gloss_reader_view_show_clause (view, n_clauses / 2 + i, GLOSS_READER_SELECT);
      change (page, "reader.highlight", times);
    }
  end_step (step, "highlighting 20 clauses");
  report_times (times);

  step = begin_step ();
  for (guint i = 0; i < N_CHANGES; i++)
    change (page, "reader.undo", times);
  end_step (step, "taking them back");
  report_times (times);
}

static void
measure_pane (GtkWidget *window)
{
  GlossReaderPage *page = find (window, GLOSS_TYPE_READER_PAGE);
  GtkWidget *pane = find (window, GLOSS_TYPE_NOTES_PANE);
  GtkEditable *entry = find (pane, GTK_TYPE_SEARCH_ENTRY);
  Step step;

  step = begin_step ();
  g_object_set (page, "show-notes", TRUE, NULL);
  end_step (step, "showing the notes");

  step = begin_step ();
  act (page, "reader.next-mark");
  end_step (step, "going to the next note");

  step = begin_step ();
  gtk_editable_set_text (entry, "n99");
  end_step (step, "searching the notes");

  step = begin_step ();
  gtk_editable_set_text (entry, "");
  end_step (step, "searching no more");

  g_object_set (page, "show-notes", FALSE, NULL);
}

static void
measure_pages (GtkWidget *window)
{
  AdwNavigationView *pages = find (window, ADW_TYPE_NAVIGATION_VIEW);
  Step step;

  step = begin_step ();
  act (window, "win.all-notes");
  end_step (step, "opening All Notes");
  adw_navigation_view_pop (pages);
  end_step (begin_step (), "going back");

  step = begin_step ();
  act (window, "win.export-notes");
  end_step (step, "opening the export of notes");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  end_step (begin_step (), "going back");

  step = begin_step ();
  act (window, "win.tags");
  end_step (step, "opening the tags");
  adw_navigation_view_pop (pages);
  end_step (begin_step (), "going back");
}

static void
measure (GApplication  *application,
         GlossDocument *document)
{
  GtkWidget *window;
  GtkScrollable *list;
  GtkAdjustment *adjustment;
  guint n_clauses = gloss_document_get_n_clauses (document);
  Step step;

  g_print ("%-32s %8s %8s %8s %8s ms\n", "", "clock", "computed", "longest", "computed");

  step = begin_step ();
  window = GTK_WIDGET (gloss_window_new (GLOSS_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gloss_window_open_document (GLOSS_WINDOW (window), SYMBOL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  end_step (step, "opening the document");

  list = find (find (window, GLOSS_TYPE_READER_VIEW), GTK_TYPE_LIST_VIEW);
  adjustment = gtk_scrollable_get_vadjustment (list);
  step = begin_step ();
  for (guint i = 0; i < 50; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 300);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  end_step (step, "scrolling 50 times");

  step = begin_step ();
  gloss_reader_page_show_clause (find (window, GLOSS_TYPE_READER_PAGE), 
                                 gloss_clause_get_id (gloss_document_get_clause (document, n_clauses - 1)));
  end_step (step, "going to the last clause");

  measure_changes (window, n_clauses);
  measure_pane (window);

  step = begin_step ();
  gloss_find_bar_open (find (window, GLOSS_TYPE_FIND_BAR), 0, "state");
  end_step (step, "finding words in the text");

  measure_pages (window);

  step = begin_step ();
  gloss_tag_changes_rename (gloss_application_get_notebook (GLOSS_APPLICATION (application)), "peace", "calm");
  end_step (step, "renaming a tag of a quarter");
  step = begin_step ();
  act (find (window, GLOSS_TYPE_READER_PAGE), "reader.undo");
  end_step (step, "taking that back");

  step = begin_step ();
  gtk_window_destroy (GTK_WINDOW (window));
  end_step (step, "closing");
}

static void
nothing_cb (void)
{
}

int
main (int   argc,
      char *argv[])
{
  guint n_notes = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint n_clauses = argc > 2 ? (guint) atoi (argv[2]) : 2000;
  g_autofree char *folder = g_dir_make_tmp ("gloss-window-XXXXXX", NULL);
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossApplication) application = NULL;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);

  document = write_document (n_clauses);
  write_notes (document, n_notes);

  application = gloss_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (nothing_cb), NULL);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_print ("%u notes on %u clauses\n", n_notes, gloss_document_get_n_clauses (document));
  g_main_context_set_poll_func (NULL, poll_cb);
  measure (G_APPLICATION (application), document);
  return 0;
}

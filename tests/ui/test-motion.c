/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gloss-looks-test.h"

/* Who asked the desktop for less motion sees none: what draws the eye to a clause stands still. */

/* (transfer full): what is drawn of the widget. */
static GBytes *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  return gsk_render_node_serialize (node);
}

/* (transfer none) (nullable): a clause that is seen. */
static GlossClauseRow *
find_row (GtkWidget *widget)
{
  GlossClauseRow *row = NULL;

  if (GLOSS_IS_CLAUSE_ROW (widget))
    return gtk_widget_get_mapped (widget) ? GLOSS_CLAUSE_ROW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_row (child);

  return row;
}

/* Whether the clause looks different some frames after it drew the eye. */
static gboolean
moves (GlossWindow *window)
{
  GlossClauseRow *row = find_row (GTK_WIDGET (window));
  g_autoptr (GBytes) before = NULL;
  gboolean moved = FALSE;

  gloss_clause_row_flash (row);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  before = draw (GTK_WIDGET (row));

  for (guint i = 0; i < 10 && !moved; i++)
    {
      g_autoptr (GBytes) after = NULL;

      looks_settle (window);
      after = draw (GTK_WIDGET (row));
      moved = !g_bytes_equal (before, after);
    }

  return moved;
}

static void
test_flash (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GlossWindow *window = looks_open (800, 600);

  g_assert_false (moves (window));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_true (moves (window));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  looks_close (window);
}

int
main (int   argc,
      char *argv[])
{
  /* That of GTK for tests can't announce anything. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  looks_init ();
  g_test_add_func ("/motion/flash", test_flash);

  return gloss_ui_test_run ();
}

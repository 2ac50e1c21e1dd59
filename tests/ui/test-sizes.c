/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gloss-language-test.h"
#include "gloss-looks-test.h"

/* Nothing is cut off and nothing has to be scrolled sideways, from the smallest window up, with text
 * of the usual size and of twice that. What a page asks for in vain, libadwaita says in a warning.
 * No key that is held with Alt means two things in one place, for that depends on the words as well.
 *
 * test-sizes [LOCALE] does so in another language. With GLOSSATOR_PICTURES=FOLDER a picture of each
 * place is put there, to be looked at. */

#define USUAL_DPI (96 * 1024)

/* AdwAlertDialog asks for the height of a heading in a width that it will not give it, before it takes
 * the smaller one. */
static gboolean
is_known (const char *message)
{
  return g_str_has_prefix (message, "Trying to measure GtkLabel");
}

/* Of several things that are wrong GLib tells the first; the log has them all. */
G_GNUC_PRINTF (1, 2)
static void
complain (const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("wrong: %s", message);
  g_test_fail_printf ("%s", message);
}

static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        data)
{
  if (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL))
    if (!is_known (message))
      complain ("a warning: %s", message);
}

static GLogWriterOutput
write_cb (GLogLevelFlags   level,
          const GLogField *fields,
          gsize            n_fields,
          gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      log_cb (NULL, level, fields[i].value, NULL);

  return G_LOG_WRITER_HANDLED;
}

static void
set_text_scale (int scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * USUAL_DPI, NULL);
}

static double
get_text_scale (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return (double) dpi / USUAL_DPI;
}

/* Whether the widget lies in something that scrolls in that direction. */
static gboolean
is_scrolled (GtkWidget      *widget,
             GtkOrientation  orientation)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_SCROLLED_WINDOW (parent))
      {
        GtkPolicyType across, down;

        gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (parent), &across, &down);
        if ((orientation == GTK_ORIENTATION_HORIZONTAL ? across : down) != GTK_POLICY_NEVER)
          return TRUE;
      }

  return FALSE;
}

/* A text may scroll in its own field, and bars and shadows are drawn as far as there is room;
 * anything else is seen whole. */
static gboolean
is_field (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SCROLLBAR (widget) ||
         g_str_has_suffix (G_OBJECT_TYPE_NAME (widget), "Gizmo");
}

static void
check_widget (const char  *place,
              GlossWindow *window,
              GtkWidget   *widget)
{
  graphene_rect_t bounds;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (window));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (window));
  gboolean leaf = gtk_widget_get_first_child (widget) == NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || is_field (widget))
    return;

  if (leaf && gtk_widget_get_width (widget) > 0 && gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds))
    {
      g_autofree char *where = g_strdup_printf ("%s: %s (%s) from %.0f, %.0f: %.0f × %.0f in %.0f × %.0f", place, G_OBJECT_TYPE_NAME (widget),
                                                GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "",
                                                bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height, width, height);

      if (!is_scrolled (widget, GTK_ORIENTATION_HORIZONTAL) &&
          (bounds.origin.x < -0.5f || bounds.origin.x + bounds.size.width > width + 0.5f))
        complain ("beside the window: %s", where);
      if (!is_scrolled (widget, GTK_ORIENTATION_VERTICAL) &&
          (bounds.origin.y < -0.5f || bounds.origin.y + bounds.size.height > height + 0.5f))
        complain ("above or below the window: %s", where);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widget (place, window, child);
}

/* A picture of the window as it stands. */
static void
keep_picture (const char  *place,
              GlossWindow *window)
{
  const char *folder = g_getenv ("GLOSSATOR_PICTURES");
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s %d×%d %g.png", folder, place, width, height, get_text_scale ());
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
check_mnemonics (const char *place,
                 GtkWidget  *widget,
                 GHashTable *taken)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget) && gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) != GDK_KEY_VoidSymbol)
    {
      gpointer key = GUINT_TO_POINTER (gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))));
      const char *text = gtk_label_get_label (GTK_LABEL (widget));
      const char *other = g_hash_table_lookup (taken, key);

      /* An entry row shows its title twice: in the middle while it is empty, and small above the text. */
      if (other != NULL && !g_str_equal (other, text))
        complain ("%s: one key for “%s” and “%s”", place, other, text);
      g_hash_table_insert (taken, key, (gpointer) text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_mnemonics (place, child, taken);
}

static void
visit (const char  *place,
       GlossWindow *window,
       GtkWidget   *root,
       gpointer     data)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  g_test_message ("%s", place);
  check_widget (place, window, root);
  check_mnemonics (place, root, taken);
  keep_picture (place, window);
}

typedef struct
{
  int width;
  int height;
  int scale;
} Size;

static const Size sizes[] = {
  { 360, 294, 1 },
  { 360, 294, 2 },
  { 360, 640, 2 },
  { 1024, 768, 1 },
  { 1024, 768, 2 },
  { 360, 640, 1 },
};

static void
test_size (gconstpointer data)
{
  const Size *size = data;
  GlossWindow *window;

  set_text_scale (size->scale);
  window = looks_open (size->width, size->height);
  looks_tour (window, visit, NULL);
  looks_close (window);
  set_text_scale (1);
}

int
main (int   argc,
      char *argv[])
{
  /* That of GTK for tests can't announce anything. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  if (argc > 1 && *argv[1] != '-' && !language_test_choose (argv[1]))
    return 0;
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_default_handler (log_cb, NULL);
  g_log_set_writer_func (write_cb, NULL, NULL);
  looks_init ();
  for (guint i = 0; i < MIN (G_N_ELEMENTS (sizes), LOOKS_ROUNDS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sizes/%dx%d/%d-percent", sizes[i].width, sizes[i].height, 100 * sizes[i].scale);

      g_test_add_data_func (path, &sizes[i], test_size);
    }

  return gloss_ui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gsk/gsk.h>
#include <stdlib.h>

#include "gloss-contrast-test.h"
#include "gloss-looks-test.h"
#include "ui/gloss-style.h"

/* Each word and each sign of the program can be read and seen on what it stands on: the colors are
 * taken from what the real window draws, on every page and dialog, in each of the four styles. */

/* What is drawn of the window now: as nodes, and as pixels of four bytes. */
typedef struct
{
  const char      *place;
  GlossWindow     *window;
  GtkWidget       *root;
  guchar          *pixels;
  int              width;
  int              height;
  gsize            stride;
} Picture;

/* The picture is larger than the window, so that the thinnest letter has pixels of its full color. */
#define SCALE 2

/* From what it is in the window to what it is in the picture. FALSE: nothing of it is seen. */
static gboolean
to_picture (const Picture   *picture,
            graphene_rect_t *area)
{
  graphene_rect_scale (area, SCALE, SCALE, area);

  return graphene_rect_intersection (area, &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height), area) &&
         area->size.width >= 2 * SCALE && area->size.height >= 2 * SCALE;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static GdkRGBA
to_color (guint32 pixel)
{
  return (GdkRGBA) { ((pixel >> 16) & 0xff) / 255.0f, ((pixel >> 8) & 0xff) / 255.0f, (pixel & 0xff) / 255.0f, 1 };
}

/* The color that most pixels of the area have, which is what words and signs stand on, and of the
 * others the one that stands out most. */
static void
get_colors (const Picture         *picture,
            const graphene_rect_t *area,
            GdkRGBA               *ground,
            GdkRGBA               *figure)
{
  g_autoptr (GArray) pixels = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint best = 0, run = 0;
  double contrast = 0;

  for (int y = (int) area->origin.y; y < (int) (area->origin.y + area->size.height); y++)
    g_array_append_vals (pixels, picture->pixels + (gsize) y * picture->stride + (gsize) area->origin.x * 4,
                         (guint) area->size.width);

  g_array_sort (pixels, compare_values);
  for (guint i = 0; i < pixels->len; i++)
    {
      guint32 pixel = g_array_index (pixels, guint32, i);

      run = i > 0 && g_array_index (pixels, guint32, i - 1) == pixel ? run + 1 : 1;
      if (run > best)
        {
          best = run;
          *ground = to_color (pixel);
        }
    }

  for (guint i = 0; i < pixels->len; i++)
    {
      guint32 pixel = g_array_index (pixels, guint32, i);

      if ((i == 0 || g_array_index (pixels, guint32, i - 1) != pixel) && contrast_get (to_color (pixel), *ground) > contrast)
        {
          contrast = contrast_get (to_color (pixel), *ground);
          *figure = to_color (pixel);
        }
    }
}

/* The widget that is seen there, if it belongs to what is looked at and can be used: what can't be
 * used need not stand out. */
static GtkWidget *
find_widget (const Picture         *picture,
             const graphene_rect_t *area)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (picture->window),
                                       (area->origin.x + area->size.width / 2) / SCALE,
                                       (area->origin.y + area->size.height / 2) / SCALE,
                                       GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  if (widget == NULL || !gtk_widget_is_sensitive (widget) ||
      !(widget == picture->root || gtk_widget_is_ancestor (widget, picture->root)))
    return NULL;

  return widget;
}

static char *
describe (GtkWidget *widget)
{
  g_autofree char *text = GTK_IS_LABEL (widget) ? g_strndup (gtk_label_get_text (GTK_LABEL (widget)), 40) : NULL;
  GString *path = g_string_new (text);

  for (GtkWidget *w = widget; w != NULL && path->len < 160; w = gtk_widget_get_parent (w))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (w);
      g_autofree char *joined = g_strjoinv (".", classes);

      g_string_append_printf (path, " < %s.%s", gtk_widget_class_get_css_name (GTK_WIDGET_GET_CLASS (w)), joined);
    }

  return g_string_free_and_steal (path);
}

static void
check_area (const Picture   *picture,
            GtkWidget       *sign, /* NULL for words */
            graphene_rect_t *area,
            const char      *what,
            double           least)
{
  GtkWidget *widget = to_picture (picture, area) ? find_widget (picture, area) : NULL;
  GdkRGBA ground, figure;

  /* Something else may lie above it, such as the header of a dialog. */
  if (widget == NULL ||
      (sign != NULL && widget != sign && !gtk_widget_is_ancestor (widget, sign) && !gtk_widget_is_ancestor (sign, widget)))
    return;

  /* What is as its ground is not shown now, like the tick of a color that is not chosen. */
  get_colors (picture, area, &ground, &figure);
  if (contrast_get (figure, ground) > 1.001 && contrast_get (figure, ground) < least)
    {
      g_autofree char *name = describe (widget);
      g_autofree char *front = gdk_rgba_to_string (&figure);
      g_autofree char *back = gdk_rgba_to_string (&ground);

      g_test_message ("%s: %s of %.2f, %s on %s: %s", picture->place, what, contrast_get (figure, ground), front, back, name);
      g_test_fail ();
    }
}

static void
check_text (const Picture         *picture,
            GskRenderNode         *node,
            float                  x,
            float                  y,
            const graphene_rect_t *clip)
{
  graphene_rect_t area;
  float height;

  gsk_render_node_get_bounds (node, &area);
  graphene_rect_offset (&area, x, y);
  height = area.size.height;

  /* Of a line that is cut off where a list ends, the letters can't be judged. */
  if (clip != NULL && (!graphene_rect_intersection (&area, clip, &area) || area.size.height < height - 1))
    return;

  /* In the larger picture a line may stand a little higher or lower. */
  graphene_rect_inset (&area, 0, -3);
  check_area (picture, NULL, &area, "text", CONTRAST_OF_TEXT);
}

/* Looks for words in what is drawn. */
static void
check_node (const Picture         *picture,
            GskRenderNode         *node,
            float                  x,
            float                  y,
            const graphene_rect_t *clip)
{
  graphene_rect_t narrower;
  float dx, dy;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        check_node (picture, gsk_container_node_get_child (node, i), x, y, clip);
      break;

    case GSK_TRANSFORM_NODE:
      if (gsk_transform_get_category (gsk_transform_node_get_transform (node)) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
        break;
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      check_node (picture, gsk_transform_node_get_child (node), x + dx, y + dy, clip);
      break;

    case GSK_OPACITY_NODE:
      check_node (picture, gsk_opacity_node_get_child (node), x, y, clip);
      break;

    case GSK_CLIP_NODE:
    case GSK_ROUNDED_CLIP_NODE:
      if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
        narrower = *gsk_clip_node_get_clip (node);
      else
        narrower = gsk_rounded_clip_node_get_clip (node)->bounds;
      graphene_rect_offset (&narrower, x, y);
      if (clip != NULL && !graphene_rect_intersection (&narrower, clip, &narrower))
        break;
      check_node (picture,
                  gsk_render_node_get_node_type (node) == GSK_CLIP_NODE ? gsk_clip_node_get_child (node)
                                                                        : gsk_rounded_clip_node_get_child (node),
                  x, y, &narrower);
      break;

    case GSK_DEBUG_NODE:
      check_node (picture, gsk_debug_node_get_child (node), x, y, clip);
      break;

    case GSK_SHADOW_NODE:
      check_node (picture, gsk_shadow_node_get_child (node), x, y, clip);
      break;

    case GSK_SUBSURFACE_NODE:
      check_node (picture, gsk_subsurface_node_get_child (node), x, y, clip);
      break;

    case GSK_TEXT_NODE:
      check_text (picture, node, x, y, clip);
      break;

    default:
      break;
    }
}

/* Whether the widget or what it stands in has one of the six colors. */
static gboolean
has_color (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
      if (gtk_widget_has_css_class (widget, gloss_style_get_color_class (color)))
        return TRUE;

  return FALSE;
}

/* Signs: icons, and what style.css draws beside words in one of the six colors. */
static gboolean
is_sign (GtkWidget *widget)
{
  static const char *const classes[] = { "note-bar", "note-quotation", "color-swatch", "tag-icon", "colored" };

  /* Those in a switch only say once more how it stands. */
  if (GTK_IS_IMAGE (widget))
    return gtk_image_get_storage_type (GTK_IMAGE (widget)) != GTK_IMAGE_EMPTY && !GTK_IS_SWITCH (gtk_widget_get_parent (widget));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (widget, classes[i]) && has_color (widget))
      return TRUE;

  return GTK_IS_DRAWING_AREA (widget);
}

/* Of a sign that is cut off where the window ends, the colored part may be what is not seen. */
static gboolean
is_half_seen (const Picture         *picture,
              const graphene_rect_t *area)
{
  graphene_rect_t window = GRAPHENE_RECT_INIT (0, 0, (float) picture->width / SCALE, (float) picture->height / SCALE);
  graphene_rect_t seen;

  return graphene_rect_intersection (area, &window, &seen) && seen.size.height >= area->size.height / 2;
}

static void
check_signs (const Picture *picture,
             GtkWidget     *widget)
{
  graphene_rect_t area;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  if (is_sign (widget) && gtk_widget_compute_bounds (widget, GTK_WIDGET (picture->window), &area) &&
      is_half_seen (picture, &area))
    {
      /* With something of what it stands on around it. */
      graphene_rect_inset (&area, -6, -2);
      check_area (picture, widget, &area, "sign", CONTRAST_OF_MARKS);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_signs (picture, child);
}

/* (transfer full) */
static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  return gtk_snapshot_to_node (snapshot);
}

/* @picture: (out): its pixels are the caller's. */
static void
take_picture (const char  *place,
              GlossWindow *window,
              GtkWidget   *root,
              Picture     *picture)
{
  g_autoptr (GskRenderNode) node = draw (GTK_WIDGET (window));
  g_autoptr (GskTransform) scale = gsk_transform_scale (NULL, SCALE, SCALE);
  g_autoptr (GskRenderNode) scaled = gsk_transform_node_new (node, scale);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (window)) * SCALE,
                                             (float) gtk_widget_get_height (GTK_WIDGET (window)) * SCALE);
  g_autoptr (GdkTexture) texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), scaled, &area);

  *picture = (Picture) { .place = place, .window = window, .root = root };
  picture->width = gdk_texture_get_width (texture);
  picture->height = gdk_texture_get_height (texture);
  picture->stride = (gsize) picture->width * 4;
  picture->pixels = g_malloc (picture->stride * (gsize) picture->height);
  gdk_texture_download (texture, picture->pixels, picture->stride);
}

static void
visit (const char  *place,
       GlossWindow *window,
       GtkWidget   *root,
       gpointer     data)
{
  g_autoptr (GskRenderNode) node = draw (root);
  graphene_point_t origin;
  Picture picture;

  take_picture (place, window, root, &picture);
  g_assert_true (gtk_widget_compute_point (root, GTK_WIDGET (window), &GRAPHENE_POINT_INIT (0, 0), &origin));
  check_node (&picture, node, origin.x, origin.y, NULL);
  check_signs (&picture, root);
  g_free (picture.pixels);
}

static void
use_style (gconstpointer dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark != NULL ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_style (gconstpointer dark)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.glossator.Glossator");
  GlossWindow *window;

  use_style (dark);
  window = looks_open (1200, 760);
  looks_tour (window, visit, NULL);

  /* Once more in the other palette. */
  g_settings_set_boolean (settings, "colorblind-palette", TRUE);
  looks_tour_comparison (window, visit, NULL);
  g_settings_reset (settings, "colorblind-palette");
  looks_close (window);
}

/* Where the keyboard is, is seen as well as any sign. */
static void
test_focus (gconstpointer dark)
{
  const GType types[] = { GTK_TYPE_BUTTON, GTK_TYPE_ENTRY, GTK_TYPE_CHECK_BUTTON };
  GlossWindow *window;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  graphene_rect_t area;
  GdkRGBA ground, figure;
  Picture picture;

  use_style (dark);
  window = looks_open (600, 400);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_new (types[i], "focusable", TRUE, "halign", GTK_ALIGN_CENTER, "width-request", 90, NULL);

      gtk_box_append (GTK_BOX (box), widget);
      gtk_widget_add_css_class (widget, "flat");
    }

  for (GtkWidget *widget = gtk_widget_get_first_child (box); widget != NULL; widget = gtk_widget_get_next_sibling (widget))
    {
      gtk_widget_grab_focus (widget);
      gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
      looks_settle (window);
      take_picture ("focus", window, box, &picture);
      g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &area));
      graphene_rect_inset (&area, -8, -8);
      g_assert_true (to_picture (&picture, &area));
      get_colors (&picture, &area, &ground, &figure);
      g_test_message ("%s: %.2f", G_OBJECT_TYPE_NAME (widget), contrast_get (figure, ground));
      g_assert_cmpfloat (contrast_get (figure, ground), >=, CONTRAST_OF_MARKS);
      g_free (picture.pixels);
    }
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
  g_test_add_data_func ("/contrast/light", NULL, test_style);
  if (LOOKS_ROUNDS > 1)
    g_test_add_data_func ("/contrast/dark", GINT_TO_POINTER (TRUE), test_style);
  g_test_add_data_func ("/contrast/focus/light", NULL, test_focus);
  g_test_add_data_func ("/contrast/focus/dark", GINT_TO_POINTER (TRUE), test_focus);

  return gloss_ui_test_run ();
}

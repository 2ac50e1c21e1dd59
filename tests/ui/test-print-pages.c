/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-print-pages.h"

#include <string.h>

/* What is drawn on a page is looked at through a surface that records where ink is. */

#define WIDTH 400.0
#define HEIGHT 500.0
#define INDENT 28

static PangoContext *
create_context (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_base_dir (context, direction);
  return context;
}

static void
measure_ink (GlossPrintPages *pages,
             guint            page,
             double          *x,
             double          *y,
             double          *width,
             double          *height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gloss_print_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, x, y, width, height);
  cairo_surface_destroy (surface);
}

static void
add_text (GlossPrintout      *printout,
          GlossPrintBlockKind kind,
          guint               n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "%sline %u", i > 0 ? "\n" : "", i);

  gloss_printout_begin_block (printout, kind, 0);
  gloss_printout_add_cell (printout, text->str, NULL, "en");
}

static guint
count_pages (GlossPrintout *printout,
             PangoContext  *context)
{
  g_autoptr (GlossPrintPages) pages = gloss_print_pages_new (printout, context, WIDTH, HEIGHT);

  while (!gloss_print_pages_lay_out (pages, 3))
    ;

  return gloss_print_pages_get_n_pages (pages);
}

/* Nothing is drawn beyond the paper, whatever the text is like. */
static void
test_within_paper (void)
{
  static const char *const headings[] = { "State", "Old", "New", NULL };
  static const guint shares[] = { 20, 40, 40 };
  static const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };

  for (guint direction = 0; direction < G_N_ELEMENTS (directions); direction++)
    {
      PangoContext *context = create_context (directions[direction]);
      g_autoptr (GlossPrintout) printout = gloss_printout_new ("A title that is longer than the page is wide, and then some words more, and more of them still");
      g_autofree char *word = g_strnfill (500, 'w');

      gloss_printout_set_columns (printout, headings, shares);
      gloss_printout_set_legend (printout, "legend", NULL);
      for (guint i = 0; i < 40; i++)
        {
          gloss_printout_begin_block (printout, GLOSS_PRINT_ROW, 0);
          gloss_printout_add_cell (printout, "reworded", NULL, NULL);
          gloss_printout_add_cell (printout, i % 7 == 3 ? word : "some old words\nof two lines", NULL, "en");
          gloss_printout_add_cell (printout, i % 5 == 2 ? "" : "这是新的文字，比旧的长一些，也比旧的好看。", NULL, "zh");
        }

      {
        g_autoptr (GlossPrintPages) pages = gloss_print_pages_new (printout, context, WIDTH, HEIGHT);

        g_assert_true (gloss_print_pages_lay_out (pages, G_MAXUINT));
        g_assert_cmpuint (gloss_print_pages_get_n_pages (pages), >=, 3);

        for (guint page = 0; page < gloss_print_pages_get_n_pages (pages); page++)
          {
            double x;
            double y;
            double width;
            double height;

            measure_ink (pages, page, &x, &y, &width, &height);
            g_assert_cmpfloat (x, >=, -2);
            g_assert_cmpfloat (y, >=, -2);
            g_assert_cmpfloat (x + width, <=, WIDTH + 2);
            g_assert_cmpfloat (y + height, <=, HEIGHT + 2);
          }
      }

      g_object_unref (context);
    }
}

/* A heading goes to the next page with the text that it heads. */
static void
test_heading_stays (void)
{
  PangoContext *context = create_context (PANGO_DIRECTION_LTR);

  /* However much stands before it, the heading and its text never come apart: adding the text to a
   * page that the heading is last on would otherwise leave the number of pages as it was. */
  for (guint n_before = 1; n_before < 30; n_before++)
    {
      g_autoptr (GlossPrintout) alone = gloss_printout_new ("title");
      g_autoptr (GlossPrintout) headed = gloss_printout_new ("title");
      g_autoptr (GlossPrintPages) pages = NULL;
      double x;
      double y;
      double width;
      double height;

      for (guint i = 0; i < n_before; i++)
        {
          add_text (alone, GLOSS_PRINT_TEXT, 1);
          add_text (headed, GLOSS_PRINT_TEXT, 1);
        }
      add_text (headed, GLOSS_PRINT_HEADING, 1);
      add_text (headed, GLOSS_PRINT_TEXT, 2);

      if (count_pages (headed, context) == count_pages (alone, context))
        continue;

      /* The last page holds the heading and two lines, which are higher than two lines alone. */
      pages = gloss_print_pages_new (headed, context, WIDTH, HEIGHT);
      g_assert_true (gloss_print_pages_lay_out (pages, G_MAXUINT));
      g_assert_cmpuint (gloss_print_pages_get_n_pages (pages), ==, 2);
      measure_ink (pages, 1, &x, &y, &width, &height);
      g_assert_cmpfloat (height, >, 0);

      {
        g_autoptr (GlossPrintout) expected = gloss_printout_new ("title");
        g_autoptr (GlossPrintPages) expected_pages = NULL;
        double expected_height;

        add_text (expected, GLOSS_PRINT_HEADING, 1);
        add_text (expected, GLOSS_PRINT_TEXT, 2);
        expected_pages = gloss_print_pages_new (expected, context, WIDTH, HEIGHT);
        g_assert_true (gloss_print_pages_lay_out (expected_pages, G_MAXUINT));
        measure_ink (expected_pages, 0, &x, &y, &width, &expected_height);
        g_assert_cmpfloat_with_epsilon (height, expected_height, 1);
      }
      g_object_unref (context);
      return;
    }

  g_assert_not_reached ();
}

/* A block of any length is continued, bit by bit as in one go; a page too low for one line ends too. */
static void
test_continued (void)
{
  PangoContext *context = create_context (PANGO_DIRECTION_LTR);
  g_autoptr (GlossPrintout) printout = gloss_printout_new ("title");
  guint n_pages;

  add_text (printout, GLOSS_PRINT_TEXT, 1000);
  n_pages = count_pages (printout, context);
  g_assert_cmpuint (n_pages, >=, 20);
  g_assert_cmpuint (n_pages, <=, 40);

  {
    g_autoptr (GlossPrintPages) low = gloss_print_pages_new (printout, context, WIDTH, 5);

    g_assert_true (gloss_print_pages_lay_out (low, G_MAXUINT));
    g_assert_cmpuint (gloss_print_pages_get_n_pages (low), ==, 1000);
  }

  g_object_unref (context);
}

static void
test_empty (void)
{
  PangoContext *context = create_context (PANGO_DIRECTION_LTR);
  g_autoptr (GlossPrintout) printout = gloss_printout_new ("title");

  g_assert_cmpuint (count_pages (printout, context), ==, 1);
  g_object_unref (context);
}

static void
measure_text (PangoDirection interface,
              const char    *text,
              const char    *language,
              double        *left,
              double        *right)
{
  PangoContext *context = create_context (interface);
  g_autoptr (GlossPrintout) printout = gloss_printout_new ("");
  g_autoptr (GlossPrintPages) pages = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  int stride = cairo_image_surface_get_stride (surface);

  gloss_printout_begin_block (printout, GLOSS_PRINT_TEXT, INDENT);
  gloss_printout_add_cell (printout, text, NULL, language);
  pages = gloss_print_pages_new (printout, context, WIDTH, HEIGHT);
  g_assert_true (gloss_print_pages_lay_out (pages, G_MAXUINT));
  gloss_print_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* Between the rules at the head and the foot, which are as wide as the paper. */
  *left = WIDTH;
  *right = 0;
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 24; y < HEIGHT - 24; y++)
    for (int x = 0; x < WIDTH; x++)
      if (pixels[y * stride + x] > 64)
        {
          *left = MIN (*left, x);
          *right = MAX (*right, x + 1);
        }

  g_assert_cmpfloat (*left, <, *right);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* A text begins on the side of its own language, or of its letters, whatever the interface does; and so
 * does its indent. */
static void
test_direction (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    gboolean    rtl;
  } texts[] = {
    { "All States must play", "en", FALSE },
    { "All States must play", "und", FALSE },
    { "All States must play", NULL, FALSE },
    { "(1) تتعهد كل دولة", "ar", TRUE },
    { "(1) تتعهد كل دولة", "und", TRUE },
    { "(1) تتعهد كل دولة", NULL, TRUE },
    { "ICT تتعهد كل دولة", "ar", TRUE },
    { "A/66/359", "ar", TRUE },
    { "تتعهد is what it says", "en", FALSE },
  };
  static const PangoDirection interfaces[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };

  for (guint interface = 0; interface < G_N_ELEMENTS (interfaces); interface++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        double left;
        double right;

        measure_text (interfaces[interface], texts[i].text, texts[i].language, &left, &right);
        g_test_message ("%s, %s: from %g to %g", texts[i].text, texts[i].language, left, right);
        if (texts[i].rtl)
          {
            g_assert_cmpfloat_with_epsilon (right, WIDTH - INDENT, 3);
            g_assert_cmpfloat (left, >, WIDTH / 2);
          }
        else
          {
            g_assert_cmpfloat_with_epsilon (left, INDENT, 3);
            g_assert_cmpfloat (right, <, WIDTH / 2);
          }
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print-pages/within-paper", test_within_paper);
  g_test_add_func ("/print-pages/heading-stays", test_heading_stays);
  g_test_add_func ("/print-pages/continued", test_continued);
  g_test_add_func ("/print-pages/empty", test_empty);
  g_test_add_func ("/print-pages/direction", test_direction);

  return g_test_run ();
}

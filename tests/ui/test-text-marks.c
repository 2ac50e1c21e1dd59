/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-text-marks.h"

#include "gloss-contrast-test.h"

/* The attribute of @type that Pango uses at @byte, or NULL. */
static PangoAttribute *
get_attribute (PangoAttrList *attributes,
               PangoAttrType  type,
               int            byte)
{
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (attributes);

  do
    {
      int start;
      int end;

      pango_attr_iterator_range (iterator, &start, &end);
      if (start <= byte && byte < end)
        return pango_attr_iterator_get (iterator, type);
    }
  while (pango_attr_iterator_next (iterator));

  return NULL;
}

static gboolean
is_struck (PangoAttrList *attributes,
           int            byte)
{
  PangoAttribute *attribute = get_attribute (attributes, PANGO_ATTR_STRIKETHROUGH, byte);

  return attribute != NULL && ((PangoAttrInt *) attribute)->value;
}

static int
get_underline (PangoAttrList *attributes,
               int            byte)
{
  PangoAttribute *attribute = get_attribute (attributes, PANGO_ATTR_UNDERLINE, byte);

  return attribute != NULL ? ((PangoAttrInt *) attribute)->value : PANGO_UNDERLINE_NONE;
}

/* 0xRRRRGGGGBBBB, or -1 where there is no background. */
static gint64
get_background (PangoAttrList *attributes,
                int            byte)
{
  PangoAttribute *attribute = get_attribute (attributes, PANGO_ATTR_BACKGROUND, byte);
  PangoColor color;

  if (attribute == NULL)
    return -1;

  color = ((PangoAttrColor *) attribute)->color;
  return ((gint64) color.red << 32) | ((gint64) color.green << 16) | color.blue;
}

static gint64
get_background_of_one (GlossMarkKind kind,
                       GlossColor    color)
{
  GlossTextMark mark = { kind, color, 0, 1 };
  g_autoptr (PangoAttrList) attributes = gloss_text_marks_to_attributes (&mark, 1, GLOSS_SCHEME_LIGHT);

  return get_background (attributes, 0);
}

static void
test_none (void)
{
  const GlossTextMark empty = { GLOSS_MARK_ADDED, 0, 7, 7 };
  g_autoptr (PangoAttrList) none = gloss_text_marks_to_attributes (NULL, 0, GLOSS_SCHEME_LIGHT);
  g_autoptr (PangoAttrList) nothing = gloss_text_marks_to_attributes (&empty, 1, GLOSS_SCHEME_LIGHT);

  g_assert_null (pango_attr_list_get_attributes (none));
  g_assert_null (pango_attr_list_get_attributes (nothing));
}

/* Each mark can be told from plain text, and from its like, without seeing any colour. */
static void
test_not_by_color_alone (void)
{
  for (GlossMarkScheme scheme = GLOSS_SCHEME_LIGHT; scheme <= GLOSS_SCHEME_DARK_CONTRAST; scheme++)
    {
      const GlossTextMark marks[] = {
        { GLOSS_MARK_HIGHLIGHT, GLOSS_COLOR_BLUE, 0, 10 },
        { GLOSS_MARK_NOTE, GLOSS_COLOR_BLUE, 10, 20 },
        { GLOSS_MARK_REMOVED, 0, 20, 30 },
        { GLOSS_MARK_ADDED, 0, 30, 40 },
        { GLOSS_MARK_CURRENT, 0, 40, 50 },
        { GLOSS_MARK_MATCH, 0, 50, 60 },
      };
      g_autoptr (PangoAttrList) attributes = gloss_text_marks_to_attributes (marks, G_N_ELEMENTS (marks), scheme);

      g_assert_cmpint (get_underline (attributes, 5), ==, PANGO_UNDERLINE_SINGLE);
      g_assert_cmpint (get_underline (attributes, 15), ==, PANGO_UNDERLINE_DOUBLE);
      g_assert_true (is_struck (attributes, 25));
      g_assert_cmpint (get_underline (attributes, 25), ==, PANGO_UNDERLINE_NONE);
      g_assert_cmpint (get_underline (attributes, 35), !=, PANGO_UNDERLINE_NONE);
      g_assert_false (is_struck (attributes, 35));
      g_assert_cmpint (get_underline (attributes, 45), !=, PANGO_UNDERLINE_NONE);
      g_assert_nonnull (get_attribute (attributes, PANGO_ATTR_OVERLINE, 45));
      g_assert_null (get_attribute (attributes, PANGO_ATTR_OVERLINE, 35));
      g_assert_cmpint (get_underline (attributes, 55), ==, PANGO_UNDERLINE_NONE);
      g_assert_nonnull (get_attribute (attributes, PANGO_ATTR_OVERLINE, 55));
    }
}

/* "国" has three bytes: a mark ends exactly where it says. */
static void
test_bytes (void)
{
  const GlossTextMark mark = { GLOSS_MARK_REMOVED, 0, 3, 9 };
  g_autoptr (PangoAttrList) attributes = gloss_text_marks_to_attributes (&mark, 1, GLOSS_SCHEME_DARK);

  g_assert_false (is_struck (attributes, 2));
  g_assert_true (is_struck (attributes, 3));
  g_assert_true (is_struck (attributes, 8));
  g_assert_false (is_struck (attributes, 9));
  g_assert_cmpint (get_background (attributes, 2), ==, -1);
  g_assert_cmpint (get_background (attributes, 3), !=, -1);
  g_assert_cmpint (get_background (attributes, 9), ==, -1);
}

static void
test_shorter_on_top (void)
{
  gint64 yellow = get_background_of_one (GLOSS_MARK_HIGHLIGHT, GLOSS_COLOR_YELLOW);
  gint64 green = get_background_of_one (GLOSS_MARK_HIGHLIGHT, GLOSS_COLOR_GREEN);
  gint64 match = get_background_of_one (GLOSS_MARK_MATCH, 0);
  const GlossTextMark marks[] = {
    /* The longer one begins later: by Pango's own order it would hide the end of the shorter. */
    { GLOSS_MARK_HIGHLIGHT, GLOSS_COLOR_GREEN, 0, 20 },
    { GLOSS_MARK_NOTE, GLOSS_COLOR_YELLOW, 10, 100 },
    { GLOSS_MARK_MATCH, 0, 50, 60 },
    /* Of two of the same length the search is on top. */
    { GLOSS_MARK_MATCH, 0, 110, 120 },
    { GLOSS_MARK_HIGHLIGHT, GLOSS_COLOR_GREEN, 110, 120 },
  };

  g_assert_cmpint (yellow, !=, green);
  g_assert_cmpint (yellow, !=, match);

  /* The order in which they are given does not matter. */
  for (guint round = 0; round < 2; round++)
    {
      GlossTextMark ordered[G_N_ELEMENTS (marks)];
      g_autoptr (PangoAttrList) attributes = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        ordered[i] = marks[round == 0 ? i : G_N_ELEMENTS (marks) - 1 - i];
      attributes = gloss_text_marks_to_attributes (ordered, G_N_ELEMENTS (ordered), GLOSS_SCHEME_LIGHT);

      g_assert_cmpint (get_background (attributes, 5), ==, green);
      g_assert_cmpint (get_background (attributes, 15), ==, green);
      g_assert_cmpint (get_background (attributes, 19), ==, green);
      g_assert_cmpint (get_background (attributes, 20), ==, yellow);
      g_assert_cmpint (get_background (attributes, 55), ==, match);
      g_assert_cmpint (get_background (attributes, 99), ==, yellow);
      g_assert_cmpint (get_background (attributes, 100), ==, -1);
      g_assert_cmpint (get_background (attributes, 115), ==, match);

      /* The note's line goes on under what lies above it, and only there. */
      g_assert_cmpint (get_underline (attributes, 5), ==, PANGO_UNDERLINE_SINGLE);
      g_assert_cmpint (get_underline (attributes, 15), ==, PANGO_UNDERLINE_DOUBLE);
      g_assert_cmpint (get_underline (attributes, 55), ==, PANGO_UNDERLINE_DOUBLE);
    }
}

/* What is current keeps the colour of what it stands on, and is stronger than it. */
static void
test_current (void)
{
  const GlossTextMark marks[] = {
    { GLOSS_MARK_HIGHLIGHT, GLOSS_COLOR_PURPLE, 0, 30 },
    { GLOSS_MARK_CURRENT, 0, 10, 20 },
  };
  g_autoptr (PangoAttrList) attributes = gloss_text_marks_to_attributes (marks, G_N_ELEMENTS (marks), GLOSS_SCHEME_LIGHT);
  PangoAttribute *plain = get_attribute (attributes, PANGO_ATTR_BACKGROUND_ALPHA, 5);
  PangoAttribute *current = get_attribute (attributes, PANGO_ATTR_BACKGROUND_ALPHA, 15);

  g_assert_cmpint (get_background (attributes, 15), ==, get_background (attributes, 5));
  g_assert_cmpint (((PangoAttrInt *) current)->value, >, ((PangoAttrInt *) plain)->value);
  g_assert_null (get_attribute (attributes, PANGO_ATTR_OVERLINE, 9));
  g_assert_nonnull (get_attribute (attributes, PANGO_ATTR_OVERLINE, 10));
  g_assert_null (get_attribute (attributes, PANGO_ATTR_OVERLINE, 20));
}

/* Marks of one look that touch are one piece. */
static void
test_neighbours (void)
{
  const GlossTextMark marks[] = {
    { GLOSS_MARK_ADDED, 0, 0, 10 },
    { GLOSS_MARK_ADDED, 0, 10, 20 },
  };
  g_autoptr (PangoAttrList) attributes = gloss_text_marks_to_attributes (marks, G_N_ELEMENTS (marks), GLOSS_SCHEME_LIGHT);
  PangoAttribute *underline = get_attribute (attributes, PANGO_ATTR_UNDERLINE, 5);

  g_assert_cmpuint (underline->start_index, ==, 0);
  g_assert_cmpuint (underline->end_index, ==, 20);
}

static GdkRGBA
get_color (PangoAttribute *attribute,
           float           alpha)
{
  PangoColor color = ((PangoAttrColor *) attribute)->color;

  return (GdkRGBA) { color.red / 65535.0f, color.green / 65535.0f, color.blue / 65535.0f, alpha };
}

/* The pages on which text stands, of libadwaita: view, window, a chosen row and a card. */
static const GdkRGBA light_pages[] = { { 1, 1, 1, 1 }, { 0.980f, 0.980f, 0.984f, 1 }, { 0.91f, 0.91f, 0.92f, 1 } };
static const GdkRGBA dark_pages[] = { { 0, 0, 0, 1 }, { 0.114f, 0.114f, 0.125f, 1 }, { 0.133f, 0.133f, 0.149f, 1 }, { 0.25f, 0.25f, 0.27f, 1 } };

static void
assert_readable (const GlossTextMark *marks,
                 guint                n_marks,
                 GlossMarkScheme      scheme)
{
  gboolean dark = scheme == GLOSS_SCHEME_DARK || scheme == GLOSS_SCHEME_DARK_CONTRAST;
  const GdkRGBA *pages = dark ? dark_pages : light_pages;
  guint n_pages = dark ? G_N_ELEMENTS (dark_pages) : G_N_ELEMENTS (light_pages);
  GdkRGBA ink = dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 0.024f, scheme == GLOSS_SCHEME_LIGHT ? 0.8f : 1 };
  g_autoptr (PangoAttrList) attributes = gloss_text_marks_to_attributes (marks, n_marks, scheme);
  PangoAttribute *background = get_attribute (attributes, PANGO_ATTR_BACKGROUND, 0);
  PangoAttribute *alpha = get_attribute (attributes, PANGO_ATTR_BACKGROUND_ALPHA, 0);
  const PangoAttrType lines[] = {
    PANGO_ATTR_UNDERLINE_COLOR,
    PANGO_ATTR_OVERLINE_COLOR,
    PANGO_ATTR_STRIKETHROUGH_COLOR,
  };

  g_assert_nonnull (background);
  g_assert_nonnull (alpha);
  g_assert_null (get_attribute (attributes, PANGO_ATTR_FOREGROUND, 0));

  for (guint i = 0; i < n_pages; i++)
    {
      GdkRGBA ground = contrast_lay_over (get_color (background, (float) ((PangoAttrInt *) alpha)->value / 65535), pages[i]);
      gboolean lined = FALSE;

      g_assert_cmpfloat (contrast_get (contrast_lay_over (ink, ground), ground), >=, CONTRAST_OF_TEXT);

      /* What is no text but carries meaning: 3 to 1. */
      for (guint j = 0; j < G_N_ELEMENTS (lines); j++)
        {
          PangoAttribute *line = get_attribute (attributes, lines[j], 0);

          if (line == NULL)
            continue;

          lined = TRUE;
          g_assert_cmpfloat (contrast_get (get_color (line, 1), ground), >=, CONTRAST_OF_MARKS);
          g_assert_cmpfloat (contrast_get (get_color (line, 1), pages[i]), >=, CONTRAST_OF_MARKS);
        }

      /* The background alone is too pale to be seen by everybody. */
      g_assert_true (lined);
    }
}

static void
test_contrast (void)
{
  for (GlossMarkScheme scheme = GLOSS_SCHEME_LIGHT; scheme <= GLOSS_SCHEME_DARK_CONTRAST; scheme++)
    for (GlossMarkKind kind = GLOSS_MARK_HIGHLIGHT; kind <= GLOSS_MARK_CURRENT; kind++)
      for (GlossColor color = 0; color < GLOSS_N_COLORS; color++)
        {
          const GlossTextMark marks[] = {
            { kind, color, 0, 5 },
            { GLOSS_MARK_CURRENT, 0, 0, 5 },
          };

          assert_readable (marks, 1, scheme);
          assert_readable (marks, 2, scheme);
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-marks/none", test_none);
  g_test_add_func ("/text-marks/not-by-color-alone", test_not_by_color_alone);
  g_test_add_func ("/text-marks/bytes", test_bytes);
  g_test_add_func ("/text-marks/shorter-on-top", test_shorter_on_top);
  g_test_add_func ("/text-marks/current", test_current);
  g_test_add_func ("/text-marks/neighbours", test_neighbours);
  g_test_add_func ("/text-marks/contrast", test_contrast);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-text-marks.h"

/* What a mark is drawn with: the background on a light and on a dark page, and the lines on each.
 * The backgrounds are translucent, so that the page, a chosen row and the selection of the reader
 * shine through. */
typedef struct
{
  guint32 light;
  guint32 dark;
  guint32 light_line;
  guint32 dark_line;
} Tint;

enum
{
  TINT_REMOVED = GLOSS_N_COLORS,
  TINT_ADDED,
  TINT_MATCH,
  N_TINTS,

  NO_TINT = -1,
};

static const Tint tints[N_TINTS] = {
  [GLOSS_COLOR_YELLOW] = { 0xf5c211, 0xcd9309, 0x8f6400, 0xf8e45c },
  [GLOSS_COLOR_GREEN] = { 0x33d17a, 0x26a269, 0x1b7a45, 0x8ff0a4 },
  [GLOSS_COLOR_BLUE] = { 0x62a0ea, 0x1c71d8, 0x1a5fb4, 0x99c1f1 },
  [GLOSS_COLOR_RED] = { 0xf66151, 0xe01b24, 0xa51d2d, 0xffb0aa },
  [GLOSS_COLOR_PURPLE] = { 0xc061cb, 0xa347ba, 0x613583, 0xeab4ea },
  [GLOSS_COLOR_GRAY] = { 0x9a9996, 0x87868b, 0x5e5c64, 0xdeddda },
  [TINT_REMOVED] = { 0xf66151, 0xe01b24, 0xa51d2d, 0xffb0aa },
  [TINT_ADDED] = { 0x2ec27e, 0x26a269, 0x15703f, 0x8ff0a4 },
  [TINT_MATCH] = { 0xff7800, 0xe66100, 0x8a3d00, 0xffcf90 },
};

/* The share of the background's colour, of 65535, and of the one that is chosen. */
#define BACKGROUND_ALPHA ((guint16) (65535 * 0.38))
#define CURRENT_ALPHA ((guint16) (65535 * 0.55))

/* How one stretch of text looks. */
typedef struct
{
  int background; /* a tint */
  int underline;  /* a tint */
  PangoUnderline underline_style;
  gboolean found;
  gboolean removed;
  gboolean current;
} Look;

#define NO_LOOK { NO_TINT, NO_TINT, PANGO_UNDERLINE_NONE, FALSE, FALSE, FALSE }

static int
get_tint (const GlossTextMark *mark)
{
  switch (mark->kind)
    {
    case GLOSS_MARK_HIGHLIGHT:
    case GLOSS_MARK_NOTE:
      return CLAMP ((int) mark->color, 0, GLOSS_N_COLORS - 1);

    case GLOSS_MARK_REMOVED:
      return TINT_REMOVED;

    case GLOSS_MARK_ADDED:
      return TINT_ADDED;

    case GLOSS_MARK_MATCH:
    case GLOSS_MARK_CURRENT:
    default:
      return TINT_MATCH;
    }
}

/* Whether @a lies above @b: the shorter one, of equal ones the later kind, then the later mark. */
static gboolean
is_above (const GlossTextMark *a,
          const GlossTextMark *b)
{
  guint length_a = a->end_byte - a->start_byte;
  guint length_b = b->end_byte - b->start_byte;

  if (length_a != length_b)
    return length_a < length_b;
  if (a->kind != b->kind)
    return a->kind > b->kind;
  return a > b;
}

/* The background is that of the mark on top; the lines of those below it stay, for they tell what
 * the colour of another mark must not hide: below the words what the reader marked, once, or twice
 * where there is a note on it, and above them what a search found. What is current strengthens the
 * mark it stands on. */
static Look
compose_look (GPtrArray *active)
{
  Look look = NO_LOOK;
  const GlossTextMark *top = NULL;
  const GlossTextMark *lined = NULL;

  for (guint i = 0; i < active->len; i++)
    {
      const GlossTextMark *mark = g_ptr_array_index (active, i);

      look.found |= mark->kind == GLOSS_MARK_MATCH;
      look.removed |= mark->kind == GLOSS_MARK_REMOVED;
      look.current |= mark->kind == GLOSS_MARK_CURRENT;

      if (mark->kind != GLOSS_MARK_CURRENT && (top == NULL || is_above (mark, top)))
        top = mark;
      if ((mark->kind == GLOSS_MARK_HIGHLIGHT || mark->kind == GLOSS_MARK_NOTE || mark->kind == GLOSS_MARK_ADDED) &&
          (lined == NULL || is_above (mark, lined)))
        lined = mark;
      if (mark->kind == GLOSS_MARK_NOTE)
        look.underline_style = PANGO_UNDERLINE_DOUBLE;
    }

  if (top != NULL)
    look.background = get_tint (top);
  else if (look.current)
    look.background = TINT_MATCH;

  if (lined != NULL)
    look.underline = get_tint (lined);
  else if (look.current)
    look.underline = look.background;

  if (look.current)
    look.underline_style = PANGO_UNDERLINE_DOUBLE;
  else if (lined != NULL && look.underline_style == PANGO_UNDERLINE_NONE)
    look.underline_style = PANGO_UNDERLINE_SINGLE;

  return look;
}

static gboolean
look_equal (const Look *a,
            const Look *b)
{
  return a->background == b->background &&
         a->underline == b->underline &&
         a->underline_style == b->underline_style &&
         a->found == b->found &&
         a->removed == b->removed &&
         a->current == b->current;
}

static gboolean
is_dark (GlossMarkScheme scheme)
{
  return scheme == GLOSS_SCHEME_DARK || scheme == GLOSS_SCHEME_DARK_CONTRAST;
}

guint32
gloss_text_marks_get_line (GlossColor      color,
                           GlossMarkScheme scheme)
{
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, 0);

  return is_dark (scheme) ? tints[color].dark_line : tints[color].light_line;
}

/* Pango has 16 bits for each part of a colour. */
#define RED(rgb) ((guint16) ((((rgb) >> 16) & 0xff) * 0x101))
#define GREEN(rgb) ((guint16) ((((rgb) >> 8) & 0xff) * 0x101))
#define BLUE(rgb) ((guint16) (((rgb) & 0xff) * 0x101))

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  guint           start_byte,
                  guint           end_byte)
{
  attribute->start_index = start_byte;
  attribute->end_index = end_byte;
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_look (PangoAttrList  *attributes,
             const Look     *look,
             guint           start_byte,
             guint           end_byte,
             GlossMarkScheme scheme)
{
  gboolean dark = is_dark (scheme);

  if (look->background != NO_TINT)
    {
      guint32 color = dark ? tints[look->background].dark : tints[look->background].light;

      insert_attribute (attributes, pango_attr_background_new (RED (color), GREEN (color), BLUE (color)), start_byte, end_byte);
      insert_attribute (attributes, pango_attr_background_alpha_new (look->current ? CURRENT_ALPHA : BACKGROUND_ALPHA), start_byte, end_byte);
    }

  if (look->underline_style != PANGO_UNDERLINE_NONE)
    {
      guint32 color = dark ? tints[look->underline].dark_line : tints[look->underline].light_line;

      insert_attribute (attributes, pango_attr_underline_new (look->underline_style), start_byte, end_byte);
      insert_attribute (attributes, pango_attr_underline_color_new (RED (color), GREEN (color), BLUE (color)), start_byte, end_byte);
    }

  if (look->current || look->found)
    {
      int tint = look->current ? look->background : TINT_MATCH;
      guint32 color = dark ? tints[tint].dark_line : tints[tint].light_line;

      insert_attribute (attributes, pango_attr_overline_new (PANGO_OVERLINE_SINGLE), start_byte, end_byte);
      insert_attribute (attributes, pango_attr_overline_color_new (RED (color), GREEN (color), BLUE (color)), start_byte, end_byte);
    }

  if (look->removed)
    {
      guint32 color = dark ? tints[TINT_REMOVED].dark_line : tints[TINT_REMOVED].light_line;

      insert_attribute (attributes, pango_attr_strikethrough_new (TRUE), start_byte, end_byte);
      insert_attribute (attributes, pango_attr_strikethrough_color_new (RED (color), GREEN (color), BLUE (color)), start_byte, end_byte);
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  guint edge_a = *(const guint *) a;
  guint edge_b = *(const guint *) b;

  return (edge_a > edge_b) - (edge_a < edge_b);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const GlossTextMark *mark_a = *(const GlossTextMark *const *) a;
  const GlossTextMark *mark_b = *(const GlossTextMark *const *) b;

  return (mark_a->start_byte > mark_b->start_byte) - (mark_a->start_byte < mark_b->start_byte);
}

/* Pango lets of two attributes the one win that begins later, whatever its length. So the text is
 * cut at every edge of a mark, and each piece gets attributes of its own that do not overlap. */
PangoAttrList *
gloss_text_marks_to_attributes (const GlossTextMark *marks,
                                guint                n_marks,
                                GlossMarkScheme      scheme)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (n_marks);
  g_autoptr (GPtrArray) active = g_ptr_array_new ();
  g_autoptr (GArray) edges = g_array_sized_new (FALSE, FALSE, sizeof (guint), 2 * n_marks);
  Look pending = NO_LOOK;
  guint pending_start = 0;
  guint next = 0;

  g_return_val_if_fail (marks != NULL || n_marks == 0, NULL);

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].start_byte >= marks[i].end_byte)
        continue;

      g_ptr_array_add (sorted, (gpointer) &marks[i]);
      g_array_append_val (edges, marks[i].start_byte);
      g_array_append_val (edges, marks[i].end_byte);
    }

  g_ptr_array_sort (sorted, compare_starts);
  g_array_sort (edges, compare_edges);

  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);
      Look look;

      if (i + 1 < edges->len && edge == g_array_index (edges, guint, i + 1))
        continue;

      for (guint j = active->len; j > 0; j--)
        {
          const GlossTextMark *mark = g_ptr_array_index (active, j - 1);

          if (mark->end_byte <= edge)
            g_ptr_array_remove_index_fast (active, j - 1);
        }
      for (; next < sorted->len; next++)
        {
          const GlossTextMark *mark = g_ptr_array_index (sorted, next);

          if (mark->start_byte > edge)
            break;
          g_ptr_array_add (active, (gpointer) mark);
        }

      /* Neighbours that look alike stay one piece: their lines are then drawn unbroken. */
      look = compose_look (active);
      if (!look_equal (&look, &pending))
        {
          insert_look (attributes, &pending, pending_start, edge, scheme);
          pending = look;
          pending_start = edge;
        }
    }

  return g_steal_pointer (&attributes);
}

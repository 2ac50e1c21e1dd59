/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-docx-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "annotation/gloss-timestamp.h"

/* The colours behind phrases: light, so that black text keeps a contrast of at least 7:1. */
static const char *const fills[GLOSS_N_COLORS] = {
  [GLOSS_COLOR_YELLOW] = "FFF2B8",
  [GLOSS_COLOR_GREEN] = "CDF2D4",
  [GLOSS_COLOR_BLUE] = "CFE4FF",
  [GLOSS_COLOR_RED] = "FFD4D2",
  [GLOSS_COLOR_PURPLE] = "EBD8F5",
  [GLOSS_COLOR_GRAY] = "E0E0E0",
};

/* A note whose comment is written, and where it stands. */
typedef struct
{
  const GlossExportNote *note;
  guint                  comment;
} Placed;

/* Notes that follow each other: of one document, or of one clause. */
typedef struct
{
  const Placed *first;
  guint         n;
} Notes;

static gboolean
is_phrase (const GlossExportNote *note)
{
  return note->start < note->end;
}

/* The whole clause is marked from its label on. */
static void
begin_whole (GString *out,
             Notes    notes)
{
  for (guint i = 0; i < notes.n; i++)
    if (!is_phrase (notes.first[i].note))
      gloss_docx_begin_comment (out, notes.first[i].comment);
}

static void
end_whole (GString *out,
           Notes    notes)
{
  for (guint i = 0; i < notes.n; i++)
    if (!is_phrase (notes.first[i].note))
      gloss_docx_end_comment (out, notes.first[i].comment);
}

/* Where phrases end comes before where others begin. */
static void
append_borders (GString *out,
                Notes    notes,
                guint    position)
{
  for (guint i = 0; i < notes.n; i++)
    if (is_phrase (notes.first[i].note) && notes.first[i].note->end == position)
      gloss_docx_end_comment (out, notes.first[i].comment);

  for (guint i = 0; i < notes.n; i++)
    if (is_phrase (notes.first[i].note) && notes.first[i].note->start == position)
      gloss_docx_begin_comment (out, notes.first[i].comment);
}

/* (nullable): the colour of the smallest phrase over the character at @position. */
static const char *
find_fill (Notes notes,
           guint position)
{
  const GlossExportNote *smallest = NULL;

  for (guint i = 0; i < notes.n; i++)
    {
      const GlossExportNote *note = notes.first[i].note;

      if (note->start <= position && position < note->end &&
          (smallest == NULL || note->end - note->start < smallest->end - smallest->start))
        smallest = note;
    }

  return smallest != NULL ? fills[gloss_annotation_get_color (smallest->annotation)] : NULL;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* (transfer full) (element-type guint): in order, where the text of a clause of @n_chars
 * characters is cut by its notes, its end last. */
static GArray *
find_borders (Notes notes,
              guint n_chars)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < notes.n; i++)
    if (is_phrase (notes.first[i].note))
      {
        g_array_append_val (borders, notes.first[i].note->start);
        g_array_append_val (borders, notes.first[i].note->end);
      }
  g_array_append_val (borders, n_chars);
  g_array_sort (borders, compare_positions);

  return borders;
}

static void
append_text (GString     *out,
             GlossClause *clause,
             const char  *language,
             Notes        notes)
{
  g_autoptr (GArray) borders = find_borders (notes, gloss_clause_get_n_chars (clause));
  const char *text = gloss_clause_get_text (clause);
  guint position = 0;

  append_borders (out, notes, 0);
  for (guint i = 0; i < borders->len; i++)
    {
      guint border = g_array_index (borders, guint, i);
      const char *end = g_utf8_offset_to_pointer (text, border - position);
      GlossDocxRun run = { .language = language, .fill = find_fill (notes, position) };

      if (border == position)
        continue;

      gloss_docx_append_run (out, &run, text, end - text);
      append_borders (out, notes, border);
      text = end;
      position = border;
    }
}

static void
append_clause (GString     *out,
               GlossClause *clause,
               const char  *language,
               Notes        on_document,
               Notes        notes)
{
  const char *label = gloss_clause_get_label (clause);
  GlossDocxRun run = { .language = language };

  gloss_docx_begin_clause (out, clause, language, NULL);
  begin_whole (out, on_document);
  begin_whole (out, notes);

  if (*label != '\0')
    {
      gloss_docx_append_run (out, &run, label, strlen (label));
      gloss_docx_append_run (out, &run, "\t", 1);
    }
  append_text (out, clause, language, notes);

  end_whole (out, notes);
  end_whole (out, on_document);
  gloss_docx_end_paragraph (out);
}

/* (nullable): where notes stand that are on no clause: on the title, or else at the beginning. */
static GlossClause *
find_head (GlossDocument *document)
{
  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      if (gloss_clause_get_kind (clause) == GLOSS_CLAUSE_TITLE)
        return clause;
    }

  return gloss_document_get_n_clauses (document) > 0 ? gloss_document_get_clause (document, 0) : NULL;
}

/* Without the text, each note stands on its citation. */
static void
append_orphans (GString                 *out,
                const GlossExportSource *source,
                Notes                    notes)
{
  g_autofree char *particulars = gloss_export_dup_particulars (source->symbol, source->language, source->date);
  GlossDocxRun run = { .language = source->language };

  gloss_docx_begin_paragraph (out, "Title", NULL);
  gloss_docx_append_run (out, &run, source->title, strlen (source->title));
  gloss_docx_end_paragraph (out);
  gloss_docx_begin_paragraph (out, "Masthead", NULL);
  gloss_docx_append_run (out, &(GlossDocxRun) { NULL }, particulars, strlen (particulars));
  gloss_docx_end_paragraph (out);

  for (guint i = 0; i < notes.n; i++)
    {
      const char *citation = notes.first[i].note->citation;

      gloss_docx_begin_paragraph (out, "Normal", NULL);
      gloss_docx_begin_comment (out, notes.first[i].comment);
      gloss_docx_append_run (out, &(GlossDocxRun) { NULL }, citation, strlen (citation));
      gloss_docx_end_comment (out, notes.first[i].comment);
      gloss_docx_end_paragraph (out);
    }
}

/* @notes: of one document, those on no clause in front and behind, the others in its order. */
static void
append_document (GString                 *out,
                 const GlossExportSource *source,
                 Notes                    notes)
{
  GlossClause *head = source->document != NULL ? find_head (source->document) : NULL;
  g_autoptr (GArray) on_document = g_array_new (FALSE, FALSE, sizeof (Placed));
  guint next = 0;

  if (head == NULL)
    {
      append_orphans (out, source, notes);
      return;
    }

  for (guint i = 0; i < notes.n; i++)
    if (notes.first[i].note->clause == NULL)
      g_array_append_val (on_document, notes.first[i]);
  while (next < notes.n && notes.first[next].note->clause == NULL)
    next++;

  for (guint i = 0; i < gloss_document_get_n_clauses (source->document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (source->document, i);
      Notes here = { notes.first + next, 0 };
      Notes above = { NULL, 0 };

      while (next < notes.n && notes.first[next].note->clause == clause)
        {
          here.n++;
          next++;
        }
      if (clause == head)
        above = (Notes) { (const Placed *) on_document->data, on_document->len };

      append_clause (out, clause, source->language, above, here);
    }
}

static gboolean
same_source (const GlossExportNote *a,
             const GlossExportNote *b)
{
  return g_str_equal (a->source->symbol, b->source->symbol) && g_str_equal (a->source->language, b->source->language);
}

static void
append_notes (GlossDocx *docx,
              GPtrArray *notes)
{
  g_autofree Placed *placed = g_new (Placed, notes->len);
  guint end;

  for (guint i = 0; i < notes->len; i++)
    {
      placed[i].note = g_ptr_array_index (notes, i);
      placed[i].comment = gloss_docx_add_comment (docx, placed[i].note);
    }

  for (guint i = 0; i < notes->len; i = end)
    {
      for (end = i + 1; end < notes->len && same_source (placed[i].note, placed[end].note); end++)
        ;
      if (i > 0)
        g_string_append (docx->body, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
      append_document (docx->body, placed[i].note->source, (Notes) { placed + i, end - i });
      gloss_docx_flush (docx);
    }
}

/* (transfer full): "Ann; Bo", in the order in which they come. */
static char *
join_authors (GPtrArray *notes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *authors = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const GlossExportNote *note = g_ptr_array_index (notes, i);
      const char *author = gloss_annotation_get_author (note->annotation);

      if (*author == '\0' || !g_hash_table_add (seen, (gpointer) author))
        continue;
      g_string_append_printf (authors, "%s%s", authors->len > 0 ? "; " : "", author);
    }

  return g_string_free (authors, FALSE);
}

/* (nullable): when the last of the notes was written or changed. */
static const char *
find_last_time (GPtrArray *notes)
{
  const char *last = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const GlossExportNote *note = g_ptr_array_index (notes, i);
      const char *modified = gloss_annotation_get_modified (note->annotation);

      if (gloss_timestamp_compare (modified, last) > 0)
        last = modified;
    }

  return last;
}

GBytes *
gloss_export_notes_docx (GPtrArray *notes)
{
  g_autofree char *authors = join_authors (notes);
  GlossDocx docx;

  gloss_docx_init (&docx);
  append_notes (&docx, notes);

  if (notes->len == 0)
    {
      const char *nothing = _("There are no notes.");

      gloss_docx_begin_paragraph (docx.body, "Normal", NULL);
      gloss_docx_append_run (docx.body, &(GlossDocxRun) { NULL }, nothing, strlen (nothing));
      gloss_docx_end_paragraph (docx.body);
    }

  return gloss_docx_end (&docx, _("Notes"), NULL, *authors != '\0' ? authors : NULL, find_last_time (notes));
}

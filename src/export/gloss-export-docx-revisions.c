/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-docx-revisions.h"

#include <string.h>

static const char *const elements[] = {
  [GLOSS_REVISION_DELETED] = "del",
  [GLOSS_REVISION_INSERTED] = "ins",
  [GLOSS_REVISION_MOVED_FROM] = "moveFrom",
  [GLOSS_REVISION_MOVED_TO] = "moveTo",
};

typedef struct
{
  GlossClause  *clause;   /* whose style it has */
  const char   *language;
  GString      *content;
  GlossRevision revision; /* of the paragraph as a whole */
  GlossRevision mark;     /* of the sign at its end */
  GlossRevision last;     /* of what stands before that sign */
} Paragraph;

struct _GlossRevisions
{
  GlossDocx  *docx;
  GPtrArray  *paragraphs; /* (element-type Paragraph): from the last that is in both texts on */
  const char *languages[2];
  GString    *author;     /* the attributes of each change: who and when */
  guint       n_revisions;
};

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_string_free (paragraph->content, TRUE);
  g_free (paragraph);
}

static Paragraph *
get_last (GlossRevisions *self)
{
  return g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1);
}

/* Who changed the text is not known; the text that it became is. */
static GString *
make_author (GlossDocument *new_document)
{
  const char *name = gloss_document_get_symbol (new_document);
  GString *author = g_string_new (" w:author=\"");

  gloss_xml_append_text (author, name, strlen (name));
  g_string_append_c (author, '"');
  gloss_docx_append_time (author, "w:date", gloss_document_get_date (new_document));

  return author;
}

static gboolean
is_old (GlossRevision revision)
{
  return revision == GLOSS_REVISION_DELETED || revision == GLOSS_REVISION_MOVED_FROM;
}

static GlossRevision
get_revision (GlossRevisions *self,
              guint           index)
{
  return ((Paragraph *) g_ptr_array_index (self->paragraphs, index))->revision;
}

static Paragraph *
add_paragraph (GlossRevisions *self,
               GlossClause    *clause,
               GlossExportSide side,
               GlossRevision   revision)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->clause = clause;
  paragraph->language = self->languages[side];
  paragraph->content = g_string_new (NULL);
  paragraph->revision = paragraph->mark = revision;
  g_ptr_array_add (self->paragraphs, paragraph);

  return paragraph;
}

/* Puts the changes of the marks of the paragraphs from @first to @end on the marks before them,
 * which leaves the same texts: what parts two paragraphs then belongs to the second. */
static void
shift_marks (GlossRevisions *self,
             guint           first,
             guint           end)
{
  for (guint i = first; i < end; i++)
    {
      Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (i > 0)
        ((Paragraph *) g_ptr_array_index (self->paragraphs, i - 1))->mark = paragraph->revision;
      paragraph->mark = GLOSS_REVISION_KEPT;
    }
}

/* LibreOffice takes an insertion at the end of a paragraph and one at the beginning of the next for
 * one, and rejects the mark between them as well. (Seen in 7.4; so with deletions.) Where that
 * mark is an insertion too, and the last one behind it is not, all is well. */
static void
mend_borders (GlossRevisions *self)
{
  guint end;

  for (guint i = 0; i + 1 < self->paragraphs->len; i = end)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      end = i + 1;
      if (paragraph->revision != GLOSS_REVISION_KEPT || paragraph->mark != GLOSS_REVISION_KEPT ||
          paragraph->last == GLOSS_REVISION_KEPT)
        continue;

      while (end < self->paragraphs->len && get_revision (self, end) != GLOSS_REVISION_KEPT &&
             is_old (get_revision (self, end)) == is_old (paragraph->last))
        end++;
      shift_marks (self, i + 1, end);
    }
}

/* The last mark of a document always stays. Where the last paragraph is not in both texts, its
 * change must therefore be on the mark before it; where the texts end in different paragraphs, the
 * two share one. */
static void
mend_end (GlossRevisions *self)
{
  GPtrArray *paragraphs = self->paragraphs;
  guint first = paragraphs->len;
  guint last_of[2] = { G_MAXUINT, G_MAXUINT };

  while (first > 0 && get_revision (self, first - 1) != GLOSS_REVISION_KEPT)
    first--;

  for (guint i = first; i < paragraphs->len; i++)
    last_of[is_old (get_revision (self, i)) ? GLOSS_EXPORT_OLD : GLOSS_EXPORT_NEW] = i;

  if (last_of[GLOSS_EXPORT_OLD] != G_MAXUINT && last_of[GLOSS_EXPORT_NEW] != G_MAXUINT)
    {
      Paragraph *removed = paragraphs->pdata[last_of[GLOSS_EXPORT_OLD]];
      Paragraph *added = paragraphs->pdata[last_of[GLOSS_EXPORT_NEW]];
      Paragraph *both;

      both = add_paragraph (self, added->clause, GLOSS_EXPORT_NEW, GLOSS_REVISION_KEPT);
      g_string_append (both->content, removed->content->str);
      g_string_append (both->content, added->content->str);
      g_ptr_array_remove (paragraphs, removed);
      g_ptr_array_remove (paragraphs, added);
      return;
    }

  shift_marks (self, first, paragraphs->len);
}

static void
write_paragraphs (GlossRevisions *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);
      GString *out = self->docx->body;
      g_autofree char *mark = NULL;

      if (paragraph->mark != GLOSS_REVISION_KEPT)
        mark = g_strdup_printf ("<w:%s w:id=\"%u\"%s/>", elements[paragraph->mark], self->n_revisions++,
                                self->author->str);
      gloss_docx_begin_clause (out, paragraph->clause, paragraph->language, mark);
      g_string_append_len (out, paragraph->content->str, paragraph->content->len);
      gloss_docx_end_paragraph (out);
      gloss_docx_flush (self->docx);
    }

  g_ptr_array_set_size (self->paragraphs, 0);
}

GlossRevisions *
gloss_revisions_new (GlossDocx     *docx,
                     GlossDocument *old_document,
                     GlossDocument *new_document)
{
  GlossRevisions *self = g_new0 (GlossRevisions, 1);

  self->docx = docx;
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  self->languages[GLOSS_EXPORT_OLD] = gloss_document_get_language (old_document);
  self->languages[GLOSS_EXPORT_NEW] = gloss_document_get_language (new_document);
  self->author = make_author (new_document);

  return self;
}

void
gloss_revisions_free (GlossRevisions *self)
{
  g_ptr_array_unref (self->paragraphs);
  g_string_free (self->author, TRUE);
  g_free (self);
}

void
gloss_revisions_begin_paragraph (GlossRevisions *self,
                                 GlossClause    *clause,
                                 GlossExportSide side,
                                 GlossRevision   revision)
{
  /* What is mended goes no further back than to a paragraph of both texts. */
  if (revision == GLOSS_REVISION_KEPT)
    {
      mend_borders (self);
      write_paragraphs (self);
    }

  add_paragraph (self, clause, side, revision);
}

void
gloss_revisions_set_mark (GlossRevisions *self,
                          GlossRevision   revision)
{
  get_last (self)->mark = revision;
}

guint
gloss_revisions_begin_move (GlossRevisions *self,
                            GlossRevision   revision,
                            guint           move)
{
  g_string_append_printf (get_last (self)->content, "<w:%sRangeStart w:id=\"%u\" w:name=\"move%u\"%s/>",
                          elements[revision], self->n_revisions, move, self->author->str);
  return self->n_revisions++;
}

void
gloss_revisions_end_move (GlossRevisions *self,
                          GlossRevision   revision,
                          guint           range)
{
  g_string_append_printf (get_last (self)->content, "<w:%sRangeEnd w:id=\"%u\"/>", elements[revision], range);
}

void
gloss_revisions_append (GlossRevisions *self,
                        GlossRevision   revision,
                        const char     *text,
                        gsize           length)
{
  GlossExportSide side = is_old (revision) ? GLOSS_EXPORT_OLD : GLOSS_EXPORT_NEW;
  GlossDocxRun run = { .language = self->languages[side], .deleted = revision == GLOSS_REVISION_DELETED };
  GString *out = get_last (self)->content;

  if (length == 0)
    return;

  get_last (self)->last = revision;
  if (revision != GLOSS_REVISION_KEPT)
    g_string_append_printf (out, "<w:%s w:id=\"%u\"%s>", elements[revision], self->n_revisions++, self->author->str);
  gloss_docx_append_run (out, &run, text, length);
  if (revision != GLOSS_REVISION_KEPT)
    g_string_append_printf (out, "</w:%s>", elements[revision]);
}

void
gloss_revisions_end (GlossRevisions *self)
{
  mend_end (self);
  mend_borders (self);
  write_paragraphs (self);
}

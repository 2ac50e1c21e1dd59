/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-note-row.h"
#include "ui/gloss-notes-pane.h"

G_BEGIN_DECLS

/* What the pane and its rows share. */

struct _GlossNotesPane
{
  GtkWidget           parent_instance;

  GtkWidget          *toolbar_view;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkEditable        *search_entry;
  GtkMenuButton      *tag_button;
  GtkWidget          *tag_pill;
  GtkLabel           *tag_pill_label;
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  GlossPlacedNotes   *notes;
  GlossNotebook      *notebook;
  GHashTable         *rows;   /* GlossPlacedNote -> GlossNoteRow, those that are bound */
  GlossNoteBuffer    *buffer; /* of the chosen note, or NULL */
  char               *tag;    /* "" : any */

  guint               drop_id;  /* an idle source */
  guint               write_id; /* a tick callback, while the row to be written is not there yet */
  gboolean            tagging;  /* a tag is to be written, not the note */
};

/* gloss-notes-pane-rows.c: the rows, what is done with the note of one, and writing in it. */
void gloss_notes_pane_install_rows  (GtkWidgetClass *widget_class);

/* Gives the row of the chosen note its editor, and takes it from every other. */
void gloss_notes_pane_update_row    (GlossNotesPane *self,
                                     GlossNoteRow   *row);

/* Gives the focus to the editor of the chosen note as soon as its row is there. */
void gloss_notes_pane_begin_writing (GlossNotesPane *self);
void gloss_notes_pane_stop_writing  (GlossNotesPane *self);

G_END_DECLS

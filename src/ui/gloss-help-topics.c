/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-help-topics.h"

#include <glib/gi18n.h>

const GlossHelpTopic gloss_help_topics[] = {
  {
    .id = "window",
    .icon_name = "sidebar-show-symbolic",
    .title = N_("What Is Where"),
    .summary = N_("The documents, the text, the notes and the menus"),
    .sections = {
      { N_("Documents"),
        { N_("The list at the side has the documents that Glossator comes with and those that you add with Ctrl+O: Akoma Ntoso, or plain text with an empty line between the clauses."),
          N_("A file that you open from the file manager or drop on the window is read where it is, and stands in the main menu under “Open Recent” from then on.") } },
      { N_("Text"),
        { N_("The document is read clause by clause. The arrow keys go from clause to clause, and the line below the title names the chosen one as the United Nations cite it."),
          N_("Ctrl+F finds words without regard to case and accents, and Ctrl+G goes on to the next place."),
          N_("Ctrl+C copies the chosen clauses, or the selected phrase, together with the citation.") } },
      { N_("Notes"),
        { N_("The notes stand beside the text, in its order; F9 shows and hides them. “All Notes” lists those of all documents, and “Tags” the tags that you use.") } },
      { N_("Menus"),
        { N_("F10 opens the main menu, with preferences and keyboard shortcuts. The menu with three dots is about the document that you read, and Shift+F10 opens the menu of a clause.") } },
    },
  },
  {
    .id = "reading",
    .icon_name = "zoom-in-symbolic",
    .title = N_("Reading Comfortably"),
    .summary = N_("Text size, typeface, line length, two languages"),
    .sections = {
      { N_("Text Size"),
        { N_("Ctrl and + or − changes the size of the text, and Ctrl+0 brings it back. Ctrl with the wheel, or two fingers on a touch screen, does the same.") } },
      { N_("Typeface and Line Length"),
        { N_("The preferences, Ctrl and comma, have light and dark style, a typeface with serifs, the length of the lines, and colors that color-blind readers can tell apart. All of it holds at once.") } },
      { N_("Two Languages"),
        { N_("Ctrl+Shift+L puts another language of the document beside the text: the same clause on the same row. A note on one side shows on the other.") } },
      { N_("Where You Stopped"),
        { N_("Every document opens where you left it, and Glossator starts with the windows that were open last.") } },
    },
  },
  {
    .id = "notes",
    .icon_name = "gloss-note-new-symbolic",
    .title = N_("Writing Notes"),
    .summary = N_("On a clause or a phrase, with tags and colors"),
    .sections = {
      { N_("On a Clause"),
        { N_("Choose a clause and press N, then write. There is nothing to save: what you type is on the disk a moment later.") } },
      { N_("On a Phrase"),
        { N_("Press Tab to go into the text of the clause and select words with Shift and the arrow keys, or select them with the pointer. N begins a note on them, and H only highlights them.") } },
      { N_("Tags and Colors"),
        { N_("A note can have tags, which are suggested as you type, and one of six colors. What each color means to you is said in the preferences.") } },
      { N_("Undo"),
        { N_("Ctrl+Z undoes every change to notes, also one of many notes at once, and Ctrl+Shift+Z makes it again.") } },
    },
  },
  {
    .id = "all-notes",
    .icon_name = "gloss-note-symbolic",
    .title = N_("Finding Notes Again"),
    .summary = N_("Search, filters and many notes at once"),
    .sections = {
      { N_("All Notes"),
        { N_("Ctrl+Shift+F lists the notes on all documents. Search in them, filter by tag, color, document, author and date, and sort them. Return goes to the place of a note, and Alt+Left comes back."),
          N_("Select several to tag, remove or export them together.") } },
      { N_("From the Desktop"),
        { N_("In the overview of GNOME, type words of a clause or of a note: Glossator is one of the sources of its search, which can be switched in the settings of the desktop.") } },
    },
  },
  {
    .id = "comparing",
    .icon_name = "gloss-compare-symbolic",
    .title = N_("Comparing Two Versions"),
    .summary = N_("What was reworded, moved, added and dropped"),
    .sections = {
      { N_("Clause by Clause"),
        { N_("“Compare With…” in the menu of the document, or Ctrl+D, puts two documents side by side. Each row says in words what became of the clause: reworded, moved, new, dropped and so on."),
          N_("F8 goes to the next change and Shift+F8 to the one before. Return opens the clause in its document."),
          N_("Removed words are struck through and added words underlined, so that nothing depends on color.") } },
      { N_("Taking It With You"),
        { N_("The comparison can be printed, or exported as a Word document with tracked changes, as a web page, as Markdown, as a table and more.") } },
    },
  },
  {
    .id = "keeping",
    .icon_name = "drive-harddisk-symbolic",
    .title = N_("How Notes Are Kept"),
    .summary = N_("Where they are, and how to make a copy"),
    .sections = {
      { N_("On Your Own Computer"),
        { N_("Notes never leave your computer unless you export them. Each document has one file of notes, in the open format of W3C Web Annotations, which other programs can read."),
          N_("Beside it is a journal, to which each change is written at once, so that a power cut or a crash loses nothing. Keep both files together.") } },
      { N_("Making a Copy"),
        { N_("Close Glossator and copy the folder below; to bring the notes back, put it into its place again. The same folder may be synchronized between computers: what was written on both is merged.") } },
      { N_("When Something Is Wrong"),
        { N_("A file that can’t be read is set aside under a new name and never overwritten. What can’t be written, because the disk is full for example, is kept and written as soon as it can be; a line over the text says so.") } },
    },
  },
  {
    .id = "exchanging",
    .icon_name = "document-send-symbolic",
    .title = N_("Exchanging Notes"),
    .summary = N_("Export and import, with other people and programs"),
    .sections = {
      { N_("Export"),
        { N_("Ctrl+E exports the notes on the document, or those that are selected among all notes: as text, Markdown, a web page, a table or a Word document with comments. Every quotation carries its citation."),
          N_("To go on working elsewhere, choose the format of W3C, Hypothesis or Readium.") } },
      { N_("Import"),
        { N_("“Import Notes…” in the main menu first shows what would come in: how many, for which document, which are there already, and which have no place. The same file twice brings nothing twice.") } },
      { N_("Your Name"),
        { N_("New notes bear the name that stands in the preferences, so that it is known whose they are when they are exchanged.") } },
    },
  },
};

const guint gloss_help_n_topics = G_N_ELEMENTS (gloss_help_topics);

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-tag-index.h"
#include "ui/gloss-context-menu.h"
#include "ui/gloss-loading-bar.h"
#include "ui/gloss-note-changes.h"
#include "ui/gloss-tags-page.h"

G_BEGIN_DECLS

/* What the page, its actions and its dialogs share. */

struct _GlossTagsPage
{
  AdwNavigationPage   parent_instance;

  AdwWindowTitle     *window_title;
  AdwBanner          *banner;
  GlossLoadingBar    *loading_bar;
  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GMenuModel         *menu_model;
  GlossContextMenu   *menu;

  GlossNotebook      *notebook;
  GlossTagIndex      *index;
  GlossNoteChanges   *changes;
  GlossSearchWords   *words;     /* what is searched for */
  GHashTable         *rows;      /* set of GlossTagRow, those that are bound */
  AdwToast           *toast;     /* weak: that offers to undo */
  guint               update_id; /* an idle source */
};

void gloss_tags_page_install_actions (GtkWidgetClass *widget_class);

/* Makes possible what can be done with what is selected. */
void gloss_tags_page_update_actions  (GlossTagsPage  *self);

/* Ask for a new name, for another tag, for colour and description of the selected tag. */
void gloss_tags_page_ask_name        (GlossTagsPage  *self);
void gloss_tags_page_ask_tag         (GlossTagsPage  *self);
void gloss_tags_page_ask_description (GlossTagsPage  *self);

G_END_DECLS

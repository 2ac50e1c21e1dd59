/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison-pairing.h"
#include "ui/gloss-comparison-pane.h"
#include "ui/gloss-comparison-strip.h"
#include "ui/gloss-comparison-view.h"
#include "ui/gloss-document-chooser.h"

G_BEGIN_DECLS

/* What the view and its actions share. */

struct _GlossComparisonView
{
  AdwNavigationPage     parent_instance;

  GlossDocumentChooser *old_chooser;
  GlossDocumentChooser *new_chooser;
  GtkWidget            *documents_button;
  GtkLabel             *old_label;
  GtkLabel             *new_label;
  AdwBanner            *language_banner;
  GtkStack             *stack;
  AdwOverlaySplitView  *split_view;
  GlossComparisonPane  *pane;
  GlossComparisonStrip *strip;
  GlossComparisonList  *list;
  GtkProgressBar       *progress_bar;
  GtkWidget            *cancel_button;
  AdwStatusPage        *status_page;
  GtkButton            *status_button;
  GtkWidget            *bottom_bar;
  GtkLabel             *place_label;
  GtkLabel             *summary_label;

  GSettings            *settings;
  GlossLibrary         *library;
  char                 *old_name;
  char                 *new_name;
  GlossComparison      *comparison;
  GCancellable         *cancellable;      /* of what is being compared, or NULL */
  guint                 progress_timeout; /* until the reader is told so */
  gboolean              outdated;         /* @comparison: clauses were paired otherwise since */
  gboolean              show_same; /* the list, even where nothing differs */

  GlossHistory           *history;   /* of what was changed on this page */
  AdwToast               *toast;     /* the last one; weak */
  GlossComparisonPairing *pairing;   /* the reader's own */
  char                   *return_id; /* (nullable): of the clause to go to when the comparison is there */
  gboolean                return_is_new;

  GtkWidget              *match_bar;
  GtkLabel               *match_label;
  char                   *words;             /* (nullable): looked up */
  GlossPhraseCount       *matches;           /* (nullable): where they stand */
  GCancellable           *match_cancellable; /* of the search that runs, or NULL */
};

void gloss_comparison_view_install_actions (GtkWidgetClass      *widget_class);

/* Binds how the comparison is shown to the settings, which are actions "comparison-setting". */
void gloss_comparison_view_bind_settings   (GlossComparisonView *self);

/* gloss-comparison-view-compare.c: comparing, and ending it. */
void gloss_comparison_view_install_compare (GtkWidgetClass      *widget_class);

/* Compares the same two documents again. */
void gloss_comparison_view_retry           (GlossComparisonView *self);

/* Ends what is being compared; the page stays as it is. */
void gloss_comparison_view_stop            (GlossComparisonView *self);

/* What is in hand to be compared, as the choosers show it. */
void gloss_comparison_view_set_documents   (GlossComparisonView *self,
                                            const char          *old_name,
                                            const char          *new_name);

/* @comparison: (nullable) */
void gloss_comparison_view_set_comparison  (GlossComparisonView *self,
                                            GlossComparison     *comparison);

/* Says something in place of the list. @action: (nullable): what @button does; without it there is none. */
void gloss_comparison_view_show_status     (GlossComparisonView *self,
                                            const char          *icon,
                                            const char          *title,
                                            const char          *description,
                                            const char          *button,
                                            const char          *action);

/* Chooses between the list and what is said in its place. */
void gloss_comparison_view_show_comparison (GlossComparisonView *self);

/* gloss-comparison-view-documents.c: one button for both documents, in a narrow window with large text. */
void       gloss_comparison_view_install_documents (GtkWidgetClass      *widget_class);

/* Says on the button which they are. */
void       gloss_comparison_view_name_documents    (GlossComparisonView *self);

/* gloss-comparison-view-history.c: undo and redo, of whatever was changed on this page. */
void       gloss_comparison_view_install_history (GtkWidgetClass      *widget_class);
void       gloss_comparison_view_init_history    (GlossComparisonView *self);
void       gloss_comparison_view_dispose_history (GlossComparisonView *self);
void       gloss_comparison_view_say             (GlossComparisonView *self,
                                                  const char          *text);

/* Says what was done, which is the last thing in the history. */
void       gloss_comparison_view_offer_undo      (GlossComparisonView *self,
                                                  const char          *text);

/* gloss-comparison-view-pairing.c: the reader's own pairings. */
void       gloss_comparison_view_install_pairing (GtkWidgetClass      *widget_class);
void       gloss_comparison_view_init_pairing    (GlossComparisonView *self);
void       gloss_comparison_view_dispose_pairing (GlossComparisonView *self);

/* (transfer full) (element-type GlossPairing): those of the two documents. */
GPtrArray *gloss_comparison_view_load_pairings   (GlossComparisonView *self,
                                                  GlossDocument       *old_document,
                                                  GlossDocument       *new_document);

/* Goes where the reader was before other pairings were chosen. */
void       gloss_comparison_view_return          (GlossComparisonView *self);

/* gloss-comparison-view-look-up.c: words that are looked up in both versions. */
void       gloss_comparison_view_install_look_up (GtkWidgetClass      *widget_class);
void       gloss_comparison_view_init_look_up    (GlossComparisonView *self);
void       gloss_comparison_view_dispose_look_up (GlossComparisonView *self);

/* Finds the words anew, in the comparison that is shown now. */
void       gloss_comparison_view_update_matches  (GlossComparisonView *self);

/* Gives the focus to the list, but does not tear it from the choice of documents. */
void gloss_comparison_view_focus_list      (GlossComparisonView *self);

G_END_DECLS

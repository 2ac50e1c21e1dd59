/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-look-up-dialog"

#include "config.h"

#include "ui/gloss-comparison-look-up-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comparison/gloss-phrase-count.h"
#include "document/gloss-excerpt.h"
#include "export/gloss-export-comparison.h"
#include "ui/gloss-language.h"
#include "ui/gloss-style.h"
#include "ui/gloss-text-marks.h"

/* Code points of the text that are shown before the words. */
#define LEAD_CHARS 40

struct _GlossComparisonLookUpDialog
{
  AdwDialog         parent_instance;

  GtkEditable      *search_entry;
  GtkLabel         *count_label;
  GtkListView      *list_view;

  GlossComparison  *comparison;
  GlossPhraseCount *count;       /* (nullable): what was found last */
  GtkStringList    *places;      /* their citations, the old ones first; one item for each */
  GCancellable     *cancellable; /* of the search that runs, or NULL */
  gboolean          go_when_found;
  GlossComparisonRow *chosen;    /* NULL until the reader wants to go somewhere */
};

G_DEFINE_FINAL_TYPE (GlossComparisonLookUpDialog, gloss_comparison_look_up_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The match at @position of the list, and the document in which it is. */
static const GlossDocumentMatch *
get_place (GlossComparisonLookUpDialog  *self,
           guint                         position,
           GlossDocument               **document,
           gboolean                     *is_new)
{
  guint n_old = self->count->old_places->len;

  *is_new = position >= n_old;
  *document = *is_new ? gloss_comparison_get_new_document (self->comparison)
                      : gloss_comparison_get_old_document (self->comparison);

  return *is_new ? &g_array_index (self->count->new_places, GlossDocumentMatch, position - n_old)
                 : &g_array_index (self->count->old_places, GlossDocumentMatch, position);
}

static void
append_places (GlossComparisonLookUpDialog *self,
               GlossDocument               *document,
               GArray                      *matches)
{
  g_autoptr (GPtrArray) citations = g_ptr_array_new ();

  for (guint i = 0; i < matches->len; i++)
    {
      guint position = g_array_index (matches, GlossDocumentMatch, i).position;

      g_ptr_array_add (citations, (char *) gloss_clause_get_citation (gloss_document_get_clause (document, position)));
    }
  g_ptr_array_add (citations, NULL);
  gtk_string_list_splice (self->places, g_list_model_get_n_items (G_LIST_MODEL (self->places)), 0,
                          (const char *const *) citations->pdata);
}

/* @count (transfer full) (nullable) */
static void
take_count (GlossComparisonLookUpDialog *self,
            GlossPhraseCount            *count)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (self->comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (self->comparison);
  g_autofree char *text = NULL;

  gtk_string_list_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), NULL);
  gloss_phrase_count_free (self->count);
  self->count = count;
  if (count != NULL)
    {
      append_places (self, old_document, count->old_places);
      append_places (self, new_document, count->new_places);
      /* Translators: how often words stand in two documents: "1 in A/66/359, 0 in A/69/723". */
      text = g_strdup_printf (_("%u in %s, %u in %s"), count->old_places->len,
                              gloss_export_comparison_get_name (self->comparison, GLOSS_EXPORT_OLD),
                              count->new_places->len,
                              gloss_export_comparison_get_name (self->comparison, GLOSS_EXPORT_NEW));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }

  gtk_label_set_text (self->count_label, text != NULL ? text : "");
}

static void
go_to (GlossComparisonLookUpDialog *self,
       guint                        position)
{
  GlossDocument *document;
  gboolean is_new;
  const GlossDocumentMatch *match;
  const char *id;
  GlossComparisonRow *row;

  if (self->count == NULL || position >= g_list_model_get_n_items (G_LIST_MODEL (self->places)))
    return;

  match = get_place (self, position, &document, &is_new);
  id = gloss_clause_get_id (gloss_document_get_clause (document, match->position));
  row = is_new ? gloss_comparison_find_new (self->comparison, id) : gloss_comparison_find_old (self->comparison, id);
  g_set_object (&self->chosen, row);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The focus goes back to where it was, and with it the list, before one can go elsewhere. */
static void
gloss_comparison_look_up_dialog_closed (AdwDialog *dialog)
{
  GlossComparisonLookUpDialog *self = GLOSS_COMPARISON_LOOK_UP_DIALOG (dialog);

  if (self->chosen != NULL)
    g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, self->chosen, gtk_editable_get_text (self->search_entry));
  g_clear_object (&self->chosen);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GlossComparisonLookUpDialog *self;
  GlossPhraseCount *count = gloss_phrase_count_new_finish (result, NULL);

  /* Only a cancelled search fails; the dialog may be gone. */
  if (count == NULL)
    return;

  self = user_data;
  g_clear_object (&self->cancellable);
  take_count (self, count);
  if (self->go_when_found)
    go_to (self, 0);
  self->go_when_found = FALSE;
}

static void
stop (GlossComparisonLookUpDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_changed_cb (GlossComparisonLookUpDialog *self)
{
  g_autofree char *phrase = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  stop (self);
  self->go_when_found = FALSE;
  if (*phrase == '\0')
    {
      take_count (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  gloss_phrase_count_new_async (gloss_comparison_get_old_document (self->comparison),
                                gloss_comparison_get_new_document (self->comparison), phrase, self->cancellable,
                                counted_cb, self);
}

/* Who presses Enter while the words are still looked for goes to the first place all the same. */
static void
search_activate_cb (GlossComparisonLookUpDialog *self)
{
  if (self->cancellable != NULL)
    self->go_when_found = TRUE;
  else
    go_to (self, 0);
}

static void
stop_search_cb (GlossComparisonLookUpDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (GlossComparisonLookUpDialog *self,
             guint                        position)
{
  go_to (self, position);
}

static void
setup_cb (GtkSignalListItemFactory    *factory,
          GtkListItem                 *item,
          GlossComparisonLookUpDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (label), i == 0 ? 1 : 3);
      if (i == 0)
        gtk_widget_add_css_class (label, "caption-heading");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory    *factory,
         GtkListItem                 *item,
         GlossComparisonLookUpDialog *self)
{
  GtkWidget *citation = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (citation);
  GlossDocument *document;
  gboolean is_new;
  const GlossDocumentMatch *match = get_place (self, gtk_list_item_get_position (item), &document, &is_new);
  GlossClause *clause = gloss_document_get_clause (document, match->position);
  const char *text = gloss_clause_get_text (clause);
  const char *begin = gloss_excerpt_find_beginning (text, text + match->range.start_byte, LEAD_CHARS);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *excerpt = NULL, *name = NULL;
  GlossTextMark mark = { .kind = GLOSS_MARK_MATCH };
  const char *lead = begin > text ? "… " : "";

  excerpt = g_strconcat (lead, begin, NULL);
  mark.start_byte = (guint) (strlen (lead) + (text + match->range.start_byte - begin));
  mark.end_byte = (guint) (strlen (lead) + (text + match->range.end_byte - begin));
  attributes = gloss_text_marks_to_attributes (&mark, 1, gloss_style_get_scheme ());

  gtk_label_set_text (GTK_LABEL (citation), gloss_clause_get_citation (clause));
  gtk_label_set_text (GTK_LABEL (label), excerpt);
  gloss_language_apply_in_list (gloss_document_get_language (document), GTK_LABEL (label), attributes);
  name = g_strdup_printf ("%s: %s", gloss_clause_get_citation (clause), excerpt);
  gtk_list_item_set_accessible_label (item, name);
}

static void
gloss_comparison_look_up_dialog_dispose (GObject *object)
{
  GlossComparisonLookUpDialog *self = GLOSS_COMPARISON_LOOK_UP_DIALOG (object);

  stop (self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->places);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_LOOK_UP_DIALOG);
  g_clear_object (&self->comparison);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (gloss_comparison_look_up_dialog_parent_class)->dispose (object);
}

static void
gloss_comparison_look_up_dialog_finalize (GObject *object)
{
  gloss_phrase_count_free (GLOSS_COMPARISON_LOOK_UP_DIALOG (object)->count);

  G_OBJECT_CLASS (gloss_comparison_look_up_dialog_parent_class)->finalize (object);
}

static void
gloss_comparison_look_up_dialog_class_init (GlossComparisonLookUpDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_comparison_look_up_dialog_dispose;
  object_class->finalize = gloss_comparison_look_up_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = gloss_comparison_look_up_dialog_closed;

  signals[SIGNAL_PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, GLOSS_TYPE_COMPARISON_ROW, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/glossator/Glossator/ui/gloss-comparison-look-up-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonLookUpDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonLookUpDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonLookUpDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
gloss_comparison_look_up_dialog_init (GlossComparisonLookUpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->places = gtk_string_list_new (NULL);
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->places)))));
}

AdwDialog *
gloss_comparison_look_up_dialog_new (GlossComparison *comparison,
                                     const char      *words)
{
  GlossComparisonLookUpDialog *self;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);

  self = g_object_new (GLOSS_TYPE_COMPARISON_LOOK_UP_DIALOG, NULL);
  self->comparison = g_object_ref (comparison);
  if (words != NULL)
    gtk_editable_set_text (self->search_entry, words);

  return ADW_DIALOG (self);
}

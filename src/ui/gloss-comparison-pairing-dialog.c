/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-pairing-dialog"

#include "config.h"

#include "ui/gloss-comparison-pairing-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/gloss-fold.h"
#include "ui/gloss-language.h"

struct _GlossComparisonPairingDialog
{
  AdwDialog           parent_instance;

  AdwWindowTitle     *window_title;
  GtkLabel           *clause_label;
  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;

  GlossComparison    *comparison;
  GlossClause        *clause;
  gboolean            is_new;     /* the clause is one of the new document */
  GPtrArray          *folded;     /* (element-type utf8): of each clause to choose from, made when needed */
  char               *words;      /* folded */
  GtkCustomFilter    *filters[2]; /* of the clauses without a partner, and of the others */
  GListModel         *candidates;
};

G_DEFINE_FINAL_TYPE (GlossComparisonPairingDialog, gloss_comparison_pairing_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GlossDocument *
get_other_document (GlossComparisonPairingDialog *self)
{
  return self->is_new ? gloss_comparison_get_old_document (self->comparison)
                      : gloss_comparison_get_new_document (self->comparison);
}

static gboolean
is_alone (GlossComparisonPairingDialog *self,
          GlossClause                  *clause)
{
  const char *id = gloss_clause_get_id (clause);
  GlossComparisonRow *row = self->is_new ? gloss_comparison_find_old (self->comparison, id)
                                         : gloss_comparison_find_new (self->comparison, id);

  return row == NULL || gloss_comparison_row_get_n_old (row) == 0 || gloss_comparison_row_get_n_new (row) == 0;
}

static gboolean
matches (GlossComparisonPairingDialog *self,
         GlossClause                  *clause)
{
  guint position = gloss_clause_get_position (clause);

  if (*self->words == '\0')
    return TRUE;

  if (g_ptr_array_index (self->folded, position) == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s %s %s", gloss_clause_get_citation (clause),
                                               gloss_clause_get_label (clause), gloss_clause_get_text (clause));

      g_ptr_array_index (self->folded, position) = gloss_fold (text, NULL);
    }

  return strstr (g_ptr_array_index (self->folded, position), self->words) != NULL;
}

static gboolean
alone_cb (gpointer item,
          gpointer user_data)
{
  return is_alone (user_data, item) && matches (user_data, item);
}

static gboolean
other_cb (gpointer item,
          gpointer user_data)
{
  return !is_alone (user_data, item) && matches (user_data, item);
}

static void
search_changed_cb (GlossComparisonPairingDialog *self)
{
  guint n_found;
  g_autofree char *message = NULL;

  g_free (self->words);
  self->words = gloss_fold (gtk_editable_get_text (self->search_entry), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->filters); i++)
    gtk_filter_changed (GTK_FILTER (self->filters[i]), GTK_FILTER_CHANGE_DIFFERENT);

  n_found = g_list_model_get_n_items (self->candidates);
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "clauses" : "none");
  message = g_strdup_printf (ngettext ("%u clause found", "%u clauses found", n_found), n_found);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
activate_cb (GlossComparisonPairingDialog *self,
             guint                         position)
{
  g_autoptr (GlossClause) other = g_list_model_get_item (self->candidates, position);

  if (other == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->is_new ? other : self->clause, self->is_new ? self->clause : other);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Where the search has left one, it is the one. */
static void
search_activate_cb (GlossComparisonPairingDialog *self)
{
  if (g_list_model_get_n_items (self->candidates) == 1)
    activate_cb (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
stop_search_cb (GlossComparisonPairingDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
new_label (int         n_lines,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory     *factory,
          GtkListItem                  *item,
          GlossComparisonPairingDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), new_label (1, "caption-heading"));
  gtk_box_append (GTK_BOX (box), new_label (3, NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory     *factory,
         GtkListItem                  *item,
         GlossComparisonPairingDialog *self)
{
  GlossClause *clause = gtk_list_item_get_item (item);
  GtkWidget *citation = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *text = gtk_widget_get_next_sibling (citation);
  /* Translators: of a clause that has no counterpart in the other document; %s is its citation. */
  g_autofree char *place = is_alone (self, clause) ? g_strdup_printf (_("%s, unpaired"), gloss_clause_get_citation (clause))
                                                   : g_strdup (gloss_clause_get_citation (clause));
  g_autofree char *name = g_strdup_printf ("%s: %s", place, gloss_clause_get_text (clause));

  gtk_label_set_text (GTK_LABEL (citation), place);
  gtk_label_set_text (GTK_LABEL (text), gloss_clause_get_text (clause));
  gloss_language_apply_in_list (gloss_document_get_language (get_other_document (self)), GTK_LABEL (text), NULL);
  gtk_list_item_set_accessible_label (item, name);
}

static void
gloss_comparison_pairing_dialog_dispose (GObject *object)
{
  GlossComparisonPairingDialog *self = GLOSS_COMPARISON_PAIRING_DIALOG (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->filters); i++)
    if (self->filters[i] != NULL)
      {
        gtk_custom_filter_set_filter_func (self->filters[i], NULL, NULL, NULL);
        g_clear_object (&self->filters[i]);
      }
  g_clear_object (&self->candidates);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_PAIRING_DIALOG);
  g_clear_object (&self->clause);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_comparison_pairing_dialog_parent_class)->dispose (object);
}

static void
gloss_comparison_pairing_dialog_finalize (GObject *object)
{
  GlossComparisonPairingDialog *self = GLOSS_COMPARISON_PAIRING_DIALOG (object);

  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_free (self->words);

  G_OBJECT_CLASS (gloss_comparison_pairing_dialog_parent_class)->finalize (object);
}

static void
gloss_comparison_pairing_dialog_class_init (GlossComparisonPairingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_comparison_pairing_dialog_dispose;
  object_class->finalize = gloss_comparison_pairing_dialog_finalize;

  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, GLOSS_TYPE_CLAUSE, GLOSS_TYPE_CLAUSE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/glossator/Glossator/ui/gloss-comparison-pairing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPairingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPairingDialog, clause_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPairingDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPairingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonPairingDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
gloss_comparison_pairing_dialog_init (GlossComparisonPairingDialog *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The clauses without a partner, then the others: each kind in the order of the text. */
static void
fill (GlossComparisonPairingDialog *self)
{
  GtkCustomFilterFunc functions[] = { alone_cb, other_cb };
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GlossDocument *other = get_other_document (self);

  self->folded = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->folded, (int) gloss_document_get_n_clauses (other));
  for (guint i = 0; i < G_N_ELEMENTS (self->filters); i++)
    {
      g_autoptr (GtkFilterListModel) part = NULL;

      self->filters[i] = gtk_custom_filter_new (functions[i], self, NULL);
      part = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (other)), GTK_FILTER (g_object_ref (self->filters[i])));
      g_list_store_append (parts, part);
    }

  self->candidates = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->candidates))));
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->candidates) > 0 ? "clauses" : "none");
}

AdwDialog *
gloss_comparison_pairing_dialog_new (GlossComparison    *comparison,
                                     GlossComparisonRow *row)
{
  GlossComparisonPairingDialog *self;
  GlossDocument *document;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  self = g_object_new (GLOSS_TYPE_COMPARISON_PAIRING_DIALOG, NULL);
  self->comparison = g_object_ref (comparison);
  self->is_new = gloss_comparison_row_get_n_old (row) == 0;
  self->clause = g_object_ref (self->is_new ? gloss_comparison_row_get_new (row, 0) : gloss_comparison_row_get_old (row, 0));

  document = self->is_new ? gloss_comparison_get_new_document (comparison) : gloss_comparison_get_old_document (comparison);
  adw_window_title_set_subtitle (self->window_title, gloss_clause_get_citation (self->clause));
  gtk_label_set_text (self->clause_label, gloss_clause_get_text (self->clause));
  gloss_language_apply_in_list (gloss_document_get_language (document), self->clause_label, NULL);
  fill (self);

  return ADW_DIALOG (self);
}

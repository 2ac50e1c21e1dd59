/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-carry-over-dialog"

#include "config.h"

#include "ui/gloss-carry-over-dialog.h"

#include <glib/gi18n.h>

#include "annotation/gloss-carry-over.h"
#include "ui/gloss-carry-over-row.h"

struct _GlossCarryOverDialog
{
  AdwDialog             parent_instance;

  AdwWindowTitle       *window_title;
  GtkStack             *stack;
  GtkListView          *list_view;
  GtkLabel             *count_label;
  GtkWidget            *bottom_bar;
  GtkWidget            *cancel_button;

  GlossComparison      *comparison;
  GlossAnnotationStore *new_store; /* NULL: it can't be opened */
  GPtrArray            *items;     /* element-type GlossCarryItem */
  GListStore           *choices;   /* of GlossCarryChoice, one for each item */
};

G_DEFINE_FINAL_TYPE (GlossCarryOverDialog, gloss_carry_over_dialog, ADW_TYPE_DIALOG)

enum
{
  CARRIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GlossCarryChoice *
get_choice (GlossCarryOverDialog *self,
            guint                 position)
{
  g_autoptr (GlossCarryChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  /* The list holds it. */
  return choice;
}

static void
update_count (GlossCarryOverDialog *self)
{
  guint n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  guint n_chosen = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_choices; i++)
    n_chosen += gloss_carry_choice_get_chosen (get_choice (self, i));

  /* Translators: the first %u is how many notes are chosen, the second how many there are. */
  text = g_strdup_printf (ngettext ("%u of %u note chosen", "%u of %u notes chosen", n_choices), n_chosen, n_choices);
  gtk_label_set_text (self->count_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "carry-over.apply", n_chosen > 0 && self->new_store != NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossCarryOverDialog     *self)
{
  gtk_list_item_set_child (item, gloss_carry_over_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossCarryOverDialog     *self)
{
  gloss_carry_over_row_bind (GLOSS_CARRY_OVER_ROW (gtk_list_item_get_child (item)), item, gtk_list_item_get_item (item),
                             self->comparison);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossCarryOverDialog     *self)
{
  gloss_carry_over_row_bind (GLOSS_CARRY_OVER_ROW (gtk_list_item_get_child (item)), item, NULL, NULL);
}

static void
activate_cb (GlossCarryOverDialog *self,
             guint                 position)
{
  GlossCarryChoice *choice = get_choice (self, position);

  gloss_carry_choice_set_chosen (choice, !gloss_carry_choice_get_chosen (choice));
}

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossCarryOverDialog *self = GLOSS_CARRY_OVER_DIALOG (widget);
  gboolean all = g_str_equal (action_name, "carry-over.select-all");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    gloss_carry_choice_set_chosen (get_choice (self, i), all);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossCarryOverDialog *self = GLOSS_CARRY_OVER_DIALOG (widget);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  guint n_carried;

  for (guint i = 0; i < self->items->len; i++)
    if (gloss_carry_choice_get_chosen (get_choice (self, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (self->items, i));

  /* What can't be written, the store says by its "problem"; the notes are there in memory. */
  n_carried = gloss_carry_over_apply (chosen, self->new_store, NULL);
  if (n_carried > 0)
    g_signal_emit (self, signals[CARRIED], 0, self->new_store, n_carried);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
gloss_carry_over_dialog_dispose (GObject *object)
{
  GlossCarryOverDialog *self = GLOSS_CARRY_OVER_DIALOG (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_CARRY_OVER_DIALOG);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->new_store);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_carry_over_dialog_parent_class)->dispose (object);
}

static void
gloss_carry_over_dialog_class_init (GlossCarryOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_carry_over_dialog_dispose;

  signals[CARRIED] =
    g_signal_new ("carried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, GLOSS_TYPE_ANNOTATION_STORE, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "carry-over.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "carry-over.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "carry-over.select-all", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "carry-over.select-none", NULL, select_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "carry-over.apply", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-carry-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, GlossCarryOverDialog, bottom_bar);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
gloss_carry_over_dialog_init (GlossCarryOverDialog *self)
{
  self->choices = g_list_store_new (GLOSS_TYPE_CARRY_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gloss_carry_over_dialog_new (GlossComparison *comparison,
                             GlossNotebook   *notebook)
{
  GlossCarryOverDialog *self;
  GlossDocument *old_document;
  GlossDocument *new_document;
  GlossAnnotationStore *old_store;
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_CARRY_OVER_DIALOG, NULL);
  self->comparison = g_object_ref (comparison);
  old_document = gloss_comparison_get_old_document (comparison);
  new_document = gloss_comparison_get_new_document (comparison);

  old_store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (old_document), NULL);
  g_set_object (&self->new_store, gloss_notebook_get_store (notebook, gloss_document_get_symbol (new_document), NULL));
  self->items = old_store != NULL ? gloss_carry_over_plan (G_LIST_MODEL (old_store), self->new_store, comparison)
                                  : g_ptr_array_new ();
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GlossCarryChoice) choice = gloss_carry_choice_new (g_ptr_array_index (self->items, i));

      g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->choices, choice);
    }

  names = g_strdup_printf (_("%s → %s"), gloss_document_get_name (old_document), gloss_document_get_name (new_document));
  adw_window_title_set_subtitle (self->window_title, names);
  gtk_stack_set_visible_child_name (self->stack, self->items->len > 0 ? "notes" : "empty");
  gtk_widget_set_visible (self->bottom_bar, self->items->len > 0);

  /* Without a focus inside, the dialog would not hear Escape. */
  if (self->items->len == 0)
    adw_dialog_set_focus (ADW_DIALOG (self), self->cancel_button);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->choices)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  update_count (self);

  return ADW_DIALOG (self);
}

static void
undo_cb (GlossAnnotationStore *store)
{
  gloss_annotation_store_undo (store, NULL);
}

void
gloss_carry_over_offer_undo (AdwToastOverlay      *overlay,
                             GlossAnnotationStore *store,
                             guint                 n_notes)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u note carried over", "%u notes carried over", n_notes), n_notes);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), store, G_CONNECT_SWAPPED);

  /* What is changed there afterwards would be undone in its place. */
  g_signal_connect_object (store, "items-changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-comparison-speech.h"

G_DEFINE_FINAL_TYPE (GlossComparisonView, gloss_comparison_view, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_COMPARISON,
  PROP_ONLY_CHANGES,
  N_PROPS,
};

enum
{
  CLAUSE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
place_changed_cb (GlossComparisonView *self)
{
  g_autofree char *place = NULL;
  guint n_changes = gloss_comparison_list_get_n_changes (self->list);
  guint change = gloss_comparison_list_get_change (self->list);

  if (self->comparison == NULL)
    place = g_strdup ("");
  else if (n_changes == 0)
    place = g_strdup (_("No changes"));
  else if (change > 0)
    /* Translators: the number of a change, and how many there are: "3 of 15" */
    place = g_strdup_printf (_("%u of %u"), change, n_changes);
  else
    place = g_strdup_printf (ngettext ("%u change", "%u changes", n_changes), n_changes);

  gtk_label_set_label (self->place_label, place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.next", gloss_comparison_list_can_walk (self->list, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.previous", gloss_comparison_list_can_walk (self->list, -1));

  /* The button that was pressed may be of no use now; the keys must go on working. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

      if (focus == NULL || !gtk_widget_is_sensitive (focus))
        gloss_comparison_list_grab_focus (self->list);
    }
}

static void
clause_activated_cb (GlossComparisonView *self,
                     GlossDocument       *document,
                     GlossClause         *clause)
{
  g_signal_emit (self, signals[CLAUSE_ACTIVATED], 0, document, clause);
}

void
gloss_comparison_view_focus_list (GlossComparisonView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Rows may come anew because of what was done in another window, while something is written here. */
  if (ADW_IS_APPLICATION_WINDOW (root) &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL)
    return;
  if (focus != NULL && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->old_chooser)) ||
                        gtk_widget_is_ancestor (focus, GTK_WIDGET (self->new_chooser))))
    return;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    gloss_comparison_list_grab_focus (self->list);
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "progress"))
    gtk_widget_grab_focus (self->cancel_button);
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "status") &&
           gtk_widget_get_visible (GTK_WIDGET (self->status_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->status_button));
}

void
gloss_comparison_view_show_status (GlossComparisonView *self,
                                   const char          *icon,
                                   const char          *title,
                                   const char          *description,
                                   const char          *button,
                                   const char          *action)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status_page, icon);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, markup);
  gtk_button_set_label (self->status_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), action != NULL);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static gboolean
has_typographic (GlossComparison *comparison)
{
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    if (gloss_comparison_row_is_typographic (gloss_comparison_get_row (comparison, i)))
      return TRUE;

  return FALSE;
}

/* Other quotation marks are to be seen, too. A filter that hides every change is not spoken of: it stands beside the
 * empty list. */
void
gloss_comparison_view_show_comparison (GlossComparisonView *self)
{
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (self->comparison);
  guint n_rows = gloss_comparison_get_n_rows (self->comparison);
  guint n_same = summary->rows[GLOSS_ROW_UNCHANGED];
  gboolean same_wording = n_same + summary->rows[GLOSS_ROW_RENUMBERED] == n_rows;
  gboolean same_letters = same_wording && !has_typographic (self->comparison);

  if (n_rows == 0)
    gloss_comparison_view_show_status (self, "edit-find-symbolic", _("Nothing to Compare"), _("Both documents are empty."), "", NULL);
  else if (n_same == n_rows && same_letters && !self->show_same)
    gloss_comparison_view_show_status (self, "object-select-symbolic", _("No Differences"),
                 _("Every clause has the same wording, label and place in both documents."),
                 _("_Show All Clauses"), "comparison.show-all");
  else if (same_wording && gloss_comparison_list_get_only_changes (self->list) &&
           gloss_comparison_list_get_n_changes (self->list) == 0)
    gloss_comparison_view_show_status (self, "object-select-symbolic", _("No Change of Wording"),
                 same_letters && n_same < n_rows
                   ? _("Some clauses bear other labels, but the wording and the order are the same.") : "",
                 _("_Show All Clauses"), "comparison.show-all");
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

void
gloss_comparison_view_set_comparison (GlossComparisonView *self,
                                      GlossComparison     *comparison)
{
  g_autofree char *summary = NULL;
  gboolean same_language = TRUE;

  if (!g_set_object (&self->comparison, comparison))
    return;

  gloss_comparison_pane_set_comparison (self->pane, comparison);
  gloss_comparison_list_set_comparison (self->list, comparison);

  if (comparison != NULL)
    {
      const char *old_language = gloss_document_get_language (gloss_comparison_get_old_document (comparison));
      const char *new_language = gloss_document_get_language (gloss_comparison_get_new_document (comparison));

      summary = gloss_comparison_speak_summary (comparison);
      same_language = g_str_equal (old_language, new_language) || g_str_equal (old_language, "und") ||
                      g_str_equal (new_language, "und");
    }

  gtk_label_set_label (self->summary_label, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), comparison != NULL);
  gtk_widget_set_visible (self->bottom_bar, comparison != NULL);
  adw_banner_set_revealed (self->language_banner, !same_language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARISON]);
}

void
gloss_comparison_view_set_documents (GlossComparisonView *self,
                                     const char          *old_name,
                                     const char          *new_name)
{
  /* The names may be those of before, the other way round. */
  g_autofree char *previous_old = g_steal_pointer (&self->old_name);
  g_autofree char *previous_new = g_steal_pointer (&self->new_name);

  self->old_name = g_strdup (old_name);
  self->new_name = g_strdup (new_name);
  gloss_document_chooser_set_document (self->old_chooser, self->old_name);
  gloss_document_chooser_set_document (self->new_chooser, self->new_name);
  gloss_comparison_view_name_documents (self);
}

static void
document_chosen_cb (GlossComparisonView  *self,
                    const char           *name,
                    GlossDocumentChooser *chooser)
{
  if (chooser == self->old_chooser)
    gloss_comparison_view_compare (self, name, self->new_name);
  else
    gloss_comparison_view_compare (self, self->old_name, name);
}

static void
gloss_comparison_view_shown (AdwNavigationPage *page)
{
  gloss_comparison_view_focus_list (GLOSS_COMPARISON_VIEW (page));
}

static void
gloss_comparison_view_dispose (GObject *object)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (object);

  gloss_comparison_view_stop (self);
  gloss_comparison_view_dispose_look_up (self);
  gloss_comparison_view_dispose_pairing (self);
  gloss_comparison_view_dispose_history (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_COMPARISON_VIEW);
  g_clear_object (&self->comparison);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gloss_comparison_view_parent_class)->dispose (object);
}

static void
gloss_comparison_view_finalize (GObject *object)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (object);

  g_free (self->old_name);
  g_free (self->new_name);

  G_OBJECT_CLASS (gloss_comparison_view_parent_class)->finalize (object);
}

static void
gloss_comparison_view_constructed (GObject *object)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (object);

  G_OBJECT_CLASS (gloss_comparison_view_parent_class)->constructed (object);

  gloss_document_chooser_set_library (self->old_chooser, self->library);
  gloss_document_chooser_set_library (self->new_chooser, self->library);
}

static void
gloss_comparison_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_COMPARISON:
      g_value_set_object (value, self->comparison);
      break;

    case PROP_ONLY_CHANGES:
      g_value_set_boolean (value, gloss_comparison_view_get_only_changes (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;

    case PROP_ONLY_CHANGES:
      gloss_comparison_view_set_only_changes (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_comparison_view_class_init (GlossComparisonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gloss_comparison_view_constructed;
  object_class->dispose = gloss_comparison_view_dispose;
  object_class->finalize = gloss_comparison_view_finalize;
  object_class->get_property = gloss_comparison_view_get_property;
  object_class->set_property = gloss_comparison_view_set_property;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = gloss_comparison_view_shown;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, GLOSS_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPARISON] =
    g_param_spec_object ("comparison", NULL, NULL, GLOSS_TYPE_COMPARISON,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ONLY_CHANGES] =
    g_param_spec_boolean ("only-changes", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLAUSE_ACTIVATED] =
    g_signal_new ("clause-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, GLOSS_TYPE_DOCUMENT, GLOSS_TYPE_CLAUSE);

  g_type_ensure (GLOSS_TYPE_COMPARISON_LIST);
  g_type_ensure (GLOSS_TYPE_COMPARISON_PANE);
  g_type_ensure (GLOSS_TYPE_COMPARISON_STRIP);
  g_type_ensure (GLOSS_TYPE_DOCUMENT_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, old_chooser);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, new_chooser);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, documents_button);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, old_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, new_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, language_banner);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, split_view);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, pane);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, strip);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, list);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, status_page);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, status_button);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, place_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, match_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonView, match_label);
  gtk_widget_class_bind_template_callback (widget_class, clause_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, document_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);

  gloss_comparison_view_install_actions (widget_class);
  gloss_comparison_view_install_compare (widget_class);
  gloss_comparison_view_install_documents (widget_class);
  gloss_comparison_view_install_history (widget_class);
  gloss_comparison_view_install_look_up (widget_class);
  gloss_comparison_view_install_pairing (widget_class);
}

static void
gloss_comparison_view_init (GlossComparisonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gloss_comparison_strip_set_list (self->strip, self->list);
  gloss_comparison_pane_set_list (self->pane, self->list);
  gloss_comparison_view_bind_settings (self);
  gloss_comparison_view_init_history (self);
  gloss_comparison_view_init_look_up (self);
  gloss_comparison_view_init_pairing (self);
  gtk_widget_set_visible (self->bottom_bar, FALSE);
  gloss_comparison_view_stop (self);
  place_changed_cb (self);
}

GlossComparisonView *
gloss_comparison_view_new (GlossLibrary *library)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  return g_object_new (GLOSS_TYPE_COMPARISON_VIEW, "library", library, NULL);
}

void
gloss_comparison_view_compare (GlossComparisonView *self,
                               const char          *old_name,
                               const char          *new_name)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_VIEW (self));
  g_return_if_fail (old_name != NULL);
  g_return_if_fail (new_name != NULL);

  gloss_comparison_view_set_documents (self, old_name, new_name);
  gloss_comparison_view_retry (self);
}

GlossComparison *
gloss_comparison_view_get_comparison (GlossComparisonView *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (self), NULL);

  return self->comparison;
}

GlossComparisonList *
gloss_comparison_view_get_list (GlossComparisonView *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (self), NULL);

  return self->list;
}

gboolean
gloss_comparison_view_get_only_changes (GlossComparisonView *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (self), FALSE);

  return gloss_comparison_list_get_only_changes (self->list);
}

void
gloss_comparison_view_set_only_changes (GlossComparisonView *self,
                                        gboolean             only_changes)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_VIEW (self));

  if (gloss_comparison_list_get_only_changes (self->list) == only_changes)
    return;

  gloss_comparison_list_set_only_changes (self->list, only_changes);
  if (self->comparison != NULL && self->cancellable == NULL)
    gloss_comparison_view_show_comparison (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_CHANGES]);
}

GlossComparisonRow *
gloss_comparison_view_get_current_row (GlossComparisonView *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (self), NULL);

  /* While others are being compared, nothing is chosen that the reader could see. */
  return self->cancellable == NULL ? gloss_comparison_list_get_current_row (self->list) : NULL;
}

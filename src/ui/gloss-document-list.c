/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-document-list"

#include "config.h"

#include "ui/gloss-document-list.h"

#include "ui/gloss-date.h"
#include "ui/gloss-language.h"

struct _GlossDocumentList
{
  GtkWidget          parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkListBox        *list_box;

  GlossLibrary      *library;
  char              *selected;
};

G_DEFINE_FINAL_TYPE (GlossDocumentList, gloss_document_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DOCUMENT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GlossLibraryEntry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static GtkWidget *
create_label (const char *text,
              int         lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);

  return label;
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GlossLibraryEntry *entry = item;
  const char *title = gloss_library_entry_get_short_title (entry);
  const char *language = gloss_library_entry_get_language (entry);
  g_autofree char *language_name = gloss_language_dup_name (language);
  g_autofree char *date = gloss_date_format (gloss_library_entry_get_date (entry));
  g_autofree char *particulars = *date != '\0' ? g_strdup_printf ("%s · %s", language_name, date)
                                               : g_strdup (language_name);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, gloss_library_entry_get_symbol (entry), particulars);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title_label = create_label (title, 3);
  GtkWidget *particulars_label = create_label (particulars, 2);

  gloss_language_apply_in_list (language, GTK_LABEL (title_label), NULL);
  gtk_widget_add_css_class (particulars_label, "caption");
  gtk_widget_add_css_class (particulars_label, "dimmed");
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), particulars_label);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);

  return row;
}

/* The symbol stands over the languages of each work. */
static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  const char *symbol = gloss_library_entry_get_symbol (get_entry (row));
  GtkWidget *header;

  if (before != NULL && g_str_equal (symbol, gloss_library_entry_get_symbol (get_entry (before))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = create_label (symbol, 1);
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_widget_add_css_class (header, "documents-header");
  gtk_list_box_row_set_header (row, header);
}

static void
show_selected (GlossDocumentList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (g_strcmp0 (gloss_library_entry_get_name (get_entry (row)), self->selected) == 0)
      {
        gtk_list_box_select_row (self->list_box, row);
        return;
      }

  gtk_list_box_unselect_all (self->list_box);
}

/* GTK selects a row where only the focus goes to it, but what is selected is what is read. */
static void
row_selected_cb (GlossDocumentList *self)
{
  if (self->list_box != NULL) /* not where the list goes */
    show_selected (self);
}

static void
row_activated_cb (GlossDocumentList *self,
                  GtkListBoxRow     *row)
{
  g_signal_emit (self, signals[SIGNAL_DOCUMENT_ACTIVATED], 0, gloss_library_entry_get_name (get_entry (row)));
}

static void
gloss_document_list_dispose (GObject *object)
{
  GlossDocumentList *self = GLOSS_DOCUMENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_DOCUMENT_LIST);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (gloss_document_list_parent_class)->dispose (object);
}

static void
gloss_document_list_finalize (GObject *object)
{
  g_free (GLOSS_DOCUMENT_LIST (object)->selected);

  G_OBJECT_CLASS (gloss_document_list_parent_class)->finalize (object);
}

static void
gloss_document_list_class_init (GlossDocumentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_document_list_dispose;
  object_class->finalize = gloss_document_list_finalize;

  signals[SIGNAL_DOCUMENT_ACTIVATED] =
      g_signal_new ("document-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-document-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossDocumentList, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, GlossDocumentList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
gloss_document_list_init (GlossDocumentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list_box, update_header_cb, NULL, NULL);
}

void
gloss_document_list_set_library (GlossDocumentList *self,
                                 GlossLibrary      *library)
{
  g_return_if_fail (GLOSS_IS_DOCUMENT_LIST (self));

  if (!g_set_object (&self->library, library))
    return;

  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (library), create_row_cb, NULL, NULL);

  /* Rows of a changed library come unselected. */
  g_signal_connect_object (library, "items-changed", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_selected (self);
}

void
gloss_document_list_set_selected (GlossDocumentList *self,
                                  const char        *name)
{
  g_return_if_fail (GLOSS_IS_DOCUMENT_LIST (self));

  g_set_str (&self->selected, name);
  show_selected (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-document-chooser"

#include "config.h"

#include "ui/gloss-document-chooser.h"

#include "ui/gloss-date.h"
#include "ui/gloss-language.h"

/* More documents than these are found by typing. */
#define MAX_UNSEARCHED_DOCUMENTS 10

struct _GlossDocumentChooser
{
  AdwBin        parent_instance;

  GtkDropDown  *drop_down;
  GlossLibrary *library;
  char         *label;
  gboolean      brief;
  gboolean      setting; /* by the program, not by the reader */
};

G_DEFINE_FINAL_TYPE (GlossDocumentChooser, gloss_document_chooser, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_BRIEF,
  N_PROPS,
};

enum
{
  DOCUMENT_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What the button and the list have in common. */
static GtkWidget *
make_entry_box (gboolean brief)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *description = make_label ("caption");

  gtk_widget_add_css_class (description, "dimmed");
  gtk_widget_set_visible (description, !brief);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label ("heading"));
  gtk_box_append (GTK_BOX (box), description);
  return box;
}

static void
show_entry (GtkListItem *item,
            GtkWidget   *box)
{
  GlossLibraryEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *heading = gtk_widget_get_first_child (box);
  const char *symbol = gloss_library_entry_get_symbol (entry);
  g_autofree char *description = gloss_document_chooser_describe (entry);

  gtk_label_set_label (GTK_LABEL (heading), symbol);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (heading)), description);
  gtk_list_item_set_accessible_label (item, symbol);
  gtk_list_item_set_accessible_description (item, description);
}

static void
button_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 GlossDocumentChooser     *self)
{
  gtk_list_item_set_child (item, make_entry_box (self->brief));
}

static void
button_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  show_entry (item, gtk_list_item_get_child (item));
}

static void
list_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (row), make_entry_box (FALSE));
  gtk_box_append (GTK_BOX (row), check);
  gtk_list_item_set_child (item, row);
}

/* The chosen document bears a tick. */
static void
update_check (GtkListItem *item,
              GParamSpec  *pspec,
              GtkDropDown *drop_down)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);

  if (row != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (row), gtk_list_item_get_item (item) == chosen ? 1 : 0);
}

static void
list_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              GlossDocumentChooser     *self)
{
  show_entry (item, gtk_widget_get_first_child (gtk_list_item_get_child (item)));
  g_signal_connect_object (self->drop_down, "notify::selected-item", G_CALLBACK (update_check), item, G_CONNECT_SWAPPED);
  update_check (item, NULL, self->drop_down);
}

static void
list_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                GlossDocumentChooser     *self)
{
  g_signal_handlers_disconnect_by_func (self->drop_down, update_check, item);
}

static void
entry_chosen_cb (GlossDocumentChooser *self)
{
  GlossLibraryEntry *entry = gtk_drop_down_get_selected_item (self->drop_down);

  if (!self->setting && entry != NULL)
    g_signal_emit (self, signals[DOCUMENT_CHOSEN], 0, gloss_library_entry_get_name (entry));
}

static void
set_label (GlossDocumentChooser *self,
           const char           *label)
{
  g_set_str (&self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
gloss_document_chooser_dispose (GObject *object)
{
  GlossDocumentChooser *self = GLOSS_DOCUMENT_CHOOSER (object);

  self->setting = TRUE;
  g_clear_object (&self->library);

  G_OBJECT_CLASS (gloss_document_chooser_parent_class)->dispose (object);
}

static void
gloss_document_chooser_finalize (GObject *object)
{
  GlossDocumentChooser *self = GLOSS_DOCUMENT_CHOOSER (object);

  g_free (self->label);

  G_OBJECT_CLASS (gloss_document_chooser_parent_class)->finalize (object);
}

static void
gloss_document_chooser_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  GlossDocumentChooser *self = GLOSS_DOCUMENT_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_BRIEF:
      g_value_set_boolean (value, self->brief);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_document_chooser_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  GlossDocumentChooser *self = GLOSS_DOCUMENT_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;

    case PROP_BRIEF:
      self->brief = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_document_chooser_class_init (GlossDocumentChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_document_chooser_dispose;
  object_class->finalize = gloss_document_chooser_finalize;
  object_class->get_property = gloss_document_chooser_get_property;
  object_class->set_property = gloss_document_chooser_set_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BRIEF] =
    g_param_spec_boolean ("brief", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DOCUMENT_CHOSEN] =
    g_signal_new ("document-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gloss_document_chooser_init (GlossDocumentChooser *self)
{
  g_autoptr (GtkListItemFactory) button_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = gtk_signal_list_item_factory_new ();
  GtkExpression *name = gtk_property_expression_new (GLOSS_TYPE_LIBRARY_ENTRY, NULL, "name");

  g_signal_connect_object (button_factory, "setup", G_CALLBACK (button_setup_cb), self, 0);
  g_signal_connect (button_factory, "bind", G_CALLBACK (button_bind_cb), NULL);
  g_signal_connect (list_factory, "setup", G_CALLBACK (list_setup_cb), NULL);
  g_signal_connect_object (list_factory, "bind", G_CALLBACK (list_bind_cb), self, 0);
  g_signal_connect_object (list_factory, "unbind", G_CALLBACK (list_unbind_cb), self, 0);

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, name));
  gtk_drop_down_set_factory (self->drop_down, button_factory);
  gtk_drop_down_set_list_factory (self->drop_down, list_factory);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect_object (self->drop_down, "notify::selected-item", G_CALLBACK (entry_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

char *
gloss_document_chooser_describe (GlossLibraryEntry *entry)
{
  g_autoptr (GString) description = NULL;
  g_autofree char *language = NULL;
  g_autofree char *date = NULL;
  const char *title;

  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (entry), NULL);

  title = gloss_library_entry_get_short_title (entry);
  language = gloss_language_dup_name (gloss_library_entry_get_language (entry));
  date = gloss_date_format (gloss_library_entry_get_date (entry));
  description = g_string_new (language);

  if (*date != '\0')
    g_string_append_printf (description, " · %s", date);
  if (*title != '\0')
    {
      g_autofree char *own_title = gloss_language_isolate (title);

      g_string_append_printf (description, " · %s", own_title);
    }

  return g_string_free_and_steal (g_steal_pointer (&description));
}

void
gloss_document_chooser_set_library (GlossDocumentChooser *self,
                                    GlossLibrary         *library)
{
  g_return_if_fail (GLOSS_IS_DOCUMENT_CHOOSER (self));
  g_return_if_fail (GLOSS_IS_LIBRARY (library));

  self->setting = TRUE;
  g_set_object (&self->library, library);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (library));
  gtk_drop_down_set_enable_search (self->drop_down,
                                   g_list_model_get_n_items (G_LIST_MODEL (library)) > MAX_UNSEARCHED_DOCUMENTS);
  gtk_drop_down_set_selected (self->drop_down, GTK_INVALID_LIST_POSITION);
  self->setting = FALSE;
}

void
gloss_document_chooser_set_document (GlossDocumentChooser *self,
                                     const char           *name)
{
  GlossLibraryEntry *entry;
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GLOSS_IS_DOCUMENT_CHOOSER (self));
  g_return_if_fail (self->library != NULL);

  entry = name != NULL ? gloss_library_find (self->library, name) : NULL;
  for (guint i = 0; entry != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr (GlossLibraryEntry) other = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (other == entry)
        position = i;
    }

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->setting = FALSE;
}

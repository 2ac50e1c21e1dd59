/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-color-names"

#include "config.h"

#include "ui/gloss-color-names.h"

#include "ui/gloss-style.h"

struct _GlossColorNames
{
  AdwPreferencesGroup  parent_instance;

  GlossVocabulary     *vocabulary;
  GtkEditable         *rows[GLOSS_N_COLORS];
  GtkEventController  *focus[GLOSS_N_COLORS];  /* of each row; borrowed */
  gboolean             edited[GLOSS_N_COLORS]; /* not written yet */
  guint                pause_id;
  gboolean             showing; /* what changes the rows is not the user */
};

G_DEFINE_FINAL_TYPE (GlossColorNames, gloss_color_names, ADW_TYPE_PREFERENCES_GROUP)

/* Shows all names but those that are being typed. */
static void
show (GlossColorNames *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      const char *name = gloss_vocabulary_get_color_name (self->vocabulary, i);

      if (!self->edited[i] && !g_str_equal (gtk_editable_get_text (self->rows[i]), name) &&
          !gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus[i])))
        gtk_editable_set_text (self->rows[i], name);
    }
  self->showing = FALSE;
}

void
gloss_color_names_commit (GlossColorNames *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GLOSS_IS_COLOR_NAMES (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      g_autofree char *name = self->edited[i] ? g_strdup (gtk_editable_get_text (self->rows[i])) : NULL;

      self->edited[i] = FALSE;
      if (name == NULL || g_str_equal (name, gloss_vocabulary_get_color_name (self->vocabulary, i)))
        continue;

      /* The default is no name, so that it is another in another language. What can't be written is
       * in memory, and the vocabulary says so. */
      if (g_str_equal (name, gloss_vocabulary_get_default_name (i)))
        g_clear_pointer (&name, g_free);
      if (!gloss_vocabulary_set_color_name (self->vocabulary, i, name, &error))
        {
          g_message ("%s", error->message);
          g_clear_error (&error);
        }
    }
}

static void
pause_cb (gpointer user_data)
{
  GlossColorNames *self = user_data;

  self->pause_id = 0;
  gloss_color_names_commit (self);
}

static void
text_changed_cb (GlossColorNames *self,
                 GtkEditable     *row)
{
  if (self->showing)
    return;

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    if (self->rows[i] == row)
      self->edited[i] = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (GLOSS_COLOR_NAMES_PAUSE, pause_cb, self);
}

/* Who leaves a row without a name finds the default there. */
static void
row_left_cb (GlossColorNames *self)
{
  gloss_color_names_commit (self);
  show (self);
}

static void
add_row (GlossColorNames *self,
         GlossColor       color)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *swatch = gtk_image_new_from_icon_name ("gloss-highlight-symbolic");

  self->rows[color] = GTK_EDITABLE (row);
  self->focus[color] = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gloss_color_get_label (color));
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swatch, "tag-icon");
  gtk_widget_add_css_class (swatch, gloss_style_get_color_class (color));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), swatch);

  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus[color], "leave", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, self->focus[color]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
gloss_color_names_dispose (GObject *object)
{
  GlossColorNames *self = GLOSS_COLOR_NAMES (object);

  if (self->pause_id != 0)
    gloss_color_names_commit (self);
  g_clear_object (&self->vocabulary);

  G_OBJECT_CLASS (gloss_color_names_parent_class)->dispose (object);
}

static void
gloss_color_names_class_init (GlossColorNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_color_names_dispose;
}

static void
gloss_color_names_init (GlossColorNames *self)
{
  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    add_row (self, i);

  gloss_color_names_set_vocabulary (self, gloss_vocabulary_get_default ());
}

void
gloss_color_names_set_vocabulary (GlossColorNames *self,
                                  GlossVocabulary *vocabulary)
{
  g_return_if_fail (GLOSS_IS_COLOR_NAMES (self));
  g_return_if_fail (GLOSS_IS_VOCABULARY (vocabulary));

  if (self->vocabulary != NULL)
    g_signal_handlers_disconnect_by_func (self->vocabulary, show, self);
  g_set_object (&self->vocabulary, vocabulary);
  g_signal_connect_object (vocabulary, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

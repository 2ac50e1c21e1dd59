/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tag-editor"

#include "config.h"

#include "ui/gloss-tag-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "annotation/gloss-tag-index.h"
#include "ui/gloss-tag-style.h"

#define MAX_SUGGESTIONS 6

struct _GlossTagEditor
{
  GtkWidget      parent_instance;

  AdwWrapBox    *box;
  GtkEntry      *entry;
  GtkWidget     *popover; /* or NULL */
  GtkListBox    *suggestions;

  GlossNotebook *notebook;
  GPtrArray     *tags; /* NULL-terminated */
};

G_DEFINE_FINAL_TYPE (GlossTagEditor, gloss_tag_editor, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TAGS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
has_tag (GlossTagEditor *self,
         const char     *tag)
{
  return g_strv_contains (gloss_tag_editor_get_tags (self), tag);
}

static void
hide_suggestions (GlossTagEditor *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Adds what does not stand there yet, and says so. */
static void
add_tag (GlossTagEditor *self,
         const char     *text)
{
  g_autofree char *tag = g_strstrip (g_strdup (text));

  hide_suggestions (self);
  if (*tag == '\0' || has_tag (self, tag))
    return;

  g_ptr_array_insert (self->tags, (int) self->tags->len - 1, g_steal_pointer (&tag));
  g_signal_emit (self, signals[SIGNAL_TAGS_CHANGED], 0);
}

static void
remove_tag (GlossTagEditor *self,
            guint           index)
{
  g_ptr_array_remove_index (self->tags, index);
  g_signal_emit (self, signals[SIGNAL_TAGS_CHANGED], 0);
}

static gboolean
is_same_tag (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

static void
remove_clicked_cb (GlossTagEditor *self,
                   GtkWidget      *button)
{
  guint index;

  /* The pill goes with its button: the focus must have a place to be. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (g_ptr_array_find_with_equal_func (self->tags, g_object_get_data (G_OBJECT (button), "tag"),
                                        is_same_tag, &index))
    remove_tag (self, index);
}

static GtkWidget *
create_pill (GlossTagEditor *self,
             const char     *tag)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a tag. */
  g_autofree char *name = g_strdup_printf (_("Remove Tag “%s”"), tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (pill), label);
  gtk_box_append (GTK_BOX (pill), button);
  gtk_widget_add_css_class (pill, "tag");
  gtk_widget_add_css_class (pill, "removable");
  gloss_tag_style_apply (pill, tag);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return pill;
}

static void
suggestion_activated_cb (GlossTagEditor *self,
                         GtkListBoxRow  *row)
{
  const char *tag = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));

  add_tag (self, tag);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
ensure_popover (GlossTagEditor *self)
{
  if (self->popover != NULL)
    return;

  self->suggestions = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->suggestions),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggested Tags"), -1);
  g_signal_connect_object (self->suggestions, "row-activated", G_CALLBACK (suggestion_activated_cb), self,
                           G_CONNECT_SWAPPED);

  /* The writer goes on typing while it is open. */
  self->popover = gtk_popover_new ();
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->suggestions));
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
popup_suggestions (GlossTagEditor *self)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->entry), GTK_WIDGET (self), &bounds))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
add_suggestion (GlossTagEditor *self,
                const char     *tag)
{
  GtkWidget *label = gtk_label_new (tag);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (self->suggestions, label);
}

/* Tags in use in whose names @text occurs; "" occurs in all. */
static void
show_suggestions (GlossTagEditor *self,
                  const char     *text)
{
  g_autoptr (GPtrArray) tags = NULL;

  if (self->notebook == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    {
      hide_suggestions (self);
      return;
    }

  tags = gloss_tag_index_suggest (gloss_tag_index_get (self->notebook), text, gloss_tag_editor_get_tags (self),
                                  MAX_SUGGESTIONS);
  if (tags->len == 0)
    {
      hide_suggestions (self);
      return;
    }

  ensure_popover (self);
  gtk_list_box_remove_all (self->suggestions);
  for (guint i = 0; i < tags->len; i++)
    add_suggestion (self, g_ptr_array_index (tags, i));
  popup_suggestions (self);
}

static void
update_suggestions (GlossTagEditor *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*text != '\0')
    show_suggestions (self, text);
  else
    hide_suggestions (self);
}

static void
entry_changed_cb (GlossTagEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  /* A comma ends a tag, typed or pasted, also the Chinese and the Arabic one. */
  if (strstr (text, ",") != NULL || strstr (text, "，") != NULL || strstr (text, "、") != NULL ||
      strstr (text, "،") != NULL)
    gloss_tag_editor_commit (self);
  else
    update_suggestions (self);
}

static gboolean
suggestions_are_open (GlossTagEditor *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
entry_activate_cb (GlossTagEditor *self)
{
  GtkListBoxRow *row = suggestions_are_open (self) ? gtk_list_box_get_selected_row (self->suggestions) : NULL;

  if (row != NULL)
    suggestion_activated_cb (self, row);
  else
    gloss_tag_editor_commit (self);
}

static void
entry_leave_cb (GlossTagEditor *self)
{
  gloss_tag_editor_commit (self);
}

static void
select_suggestion (GlossTagEditor *self,
                   int             step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->suggestions);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : -1);

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->suggestions, index) : NULL;
  gtk_list_box_select_row (self->suggestions, row);
  if (row != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry),
                             gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
entry_key_pressed_cb (GtkEventControllerKey *controller,
                      guint                  keyval,
                      guint                  keycode,
                      GdkModifierType        state,
                      GlossTagEditor        *self)
{
  gboolean open = suggestions_are_open (self);

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      /* The tags that are used most, for who has not begun to type. */
      if (!open && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
        show_suggestions (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
      if (!suggestions_are_open (self))
        return GDK_EVENT_PROPAGATE;
      select_suggestion (self, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (!open)
        return GDK_EVENT_PROPAGATE;
      hide_suggestions (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_BackSpace:
      if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0' || self->tags->len <= 1)
        return GDK_EVENT_PROPAGATE;
      remove_tag (self, self->tags->len - 2);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
gloss_tag_editor_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GlossTagEditor *self = GLOSS_TAG_EDITOR (widget);

  GTK_WIDGET_CLASS (gloss_tag_editor_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* The usual one takes the focus itself where no child is left, and so would never let Shift+Tab out of the entry. */
static gboolean
gloss_tag_editor_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (GLOSS_TAG_EDITOR (widget)->box), direction);
}

static gboolean
gloss_tag_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GLOSS_TAG_EDITOR (widget)->entry));
}

static void
gloss_tag_editor_dispose (GObject *object)
{
  GlossTagEditor *self = GLOSS_TAG_EDITOR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_TAG_EDITOR);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_tag_editor_parent_class)->dispose (object);
}

static void
gloss_tag_editor_finalize (GObject *object)
{
  g_ptr_array_unref (GLOSS_TAG_EDITOR (object)->tags);

  G_OBJECT_CLASS (gloss_tag_editor_parent_class)->finalize (object);
}

static void
gloss_tag_editor_class_init (GlossTagEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_tag_editor_dispose;
  object_class->finalize = gloss_tag_editor_finalize;
  widget_class->size_allocate = gloss_tag_editor_size_allocate;
  widget_class->focus = gloss_tag_editor_focus;
  widget_class->grab_focus = gloss_tag_editor_grab_focus;

  signals[SIGNAL_TAGS_CHANGED] =
      g_signal_new ("tags-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-tag-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossTagEditor, box);
  gtk_widget_class_bind_template_child (widget_class, GlossTagEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_leave_cb);
}

static void
gloss_tag_editor_init (GlossTagEditor *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->tags, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gloss_tag_editor_new (GlossNotebook *notebook)
{
  GlossTagEditor *self = g_object_new (GLOSS_TYPE_TAG_EDITOR, NULL);

  g_set_object (&self->notebook, notebook);

  return GTK_WIDGET (self);
}

void
gloss_tag_editor_set_tags (GlossTagEditor     *self,
                           const char * const *tags)
{
  GtkWidget *child;

  g_return_if_fail (GLOSS_IS_TAG_EDITOR (self));

  /* The entry, which is last, stays as it is. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != GTK_WIDGET (self->entry))
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (GtkWidget) pill = g_object_ref_sink (create_pill (self, tags[i]));
      GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (self->entry));

      adw_wrap_box_insert_child_after (self->box, pill, before);
    }

  if (tags != gloss_tag_editor_get_tags (self))
    {
      g_ptr_array_set_size (self->tags, 0);
      for (guint i = 0; tags[i] != NULL; i++)
        g_ptr_array_add (self->tags, g_strdup (tags[i]));
      g_ptr_array_add (self->tags, NULL);
    }
}

const char * const *
gloss_tag_editor_get_tags (GlossTagEditor *self)
{
  g_return_val_if_fail (GLOSS_IS_TAG_EDITOR (self), NULL);

  return (const char * const *) self->tags->pdata;
}

void
gloss_tag_editor_commit (GlossTagEditor *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (GLOSS_IS_TAG_EDITOR (self));

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  hide_suggestions (self);
  if (*text == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");

  parts = g_regex_split_simple ("[,，、،]", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  for (guint i = 0; parts[i] != NULL; i++)
    add_tag (self, parts[i]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-filter-date"

#include "config.h"

#include "ui/gloss-note-filter-date.h"

#include <glib/gi18n.h>

#include "annotation/gloss-timestamp.h"
#include "ui/gloss-date.h"

/* Days before today; the last choice is from one day to another. */
static const struct
{
  const char *label;
  int         n_days;
} choices[] = {
  { N_("Any Date"), -1 },
  { N_("Today"), 0 },
  { N_("Last 7 Days"), 6 },
  { N_("Last 30 Days"), 29 },
  { N_("Last 12 Months"), 364 },
  { N_("Between Two Days"), -1 },
};

#define ANY     0
#define BETWEEN (G_N_ELEMENTS (choices) - 1)

struct _GlossNoteFilterDate
{
  AdwBin          parent_instance;

  GtkMenuButton  *button;
  GtkLabel       *label;
  GtkBox         *choices;
  GtkEditable    *from_entry;
  GtkEditable    *to_entry;

  GtkCheckButton *checks[G_N_ELEMENTS (choices)];
  guint           chosen;
  gboolean        setting; /* what changes now is not the reader's doing */
};

G_DEFINE_FINAL_TYPE (GlossNoteFilterDate, gloss_note_filter_date, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full) (nullable): when the day in @entry, and @n_days more, begins; NULL where there is
 * none in it. */
static char *
dup_time (GtkEditable *entry,
          int          n_days)
{
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return gloss_timestamp_of_day (day, n_days);
}

/* Says by more than colour that what is typed is no day. */
static void
update_entry (GtkEditable *entry)
{
  g_autofree char *time = dup_time (entry, 0);
  gboolean wrong = time == NULL && *gtk_editable_get_text (entry) != '\0';

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* (transfer full) */
static char *
describe_days (GlossNoteFilterDate *self)
{
  g_autofree char *since = gloss_note_filter_date_dup_since (self);
  g_autofree char *until = gloss_note_filter_date_dup_until (self);
  g_autofree char *from = gloss_date_format (gtk_editable_get_text (self->from_entry));
  g_autofree char *to = gloss_date_format (gtk_editable_get_text (self->to_entry));

  if (since != NULL && until != NULL)
    /* Translators: two days, from the one to the other. */
    return g_strdup_printf (_("%s – %s"), from, to);
  if (since != NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("From %s"), from);
  if (until != NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("To %s"), to);

  return g_strdup (_(choices[BETWEEN].label));
}

static void
update (GlossNoteFilterDate *self)
{
  g_autofree char *text = self->chosen == BETWEEN ? describe_days (self) : g_strdup (_(choices[self->chosen].label));
  /* Translators: what a button chooses, the date, and what is chosen. */
  g_autofree char *name = g_strdup_printf (_("Date: %s"), text);

  update_entry (self->from_entry);
  update_entry (self->to_entry);
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
toggled_cb (GlossNoteFilterDate *self,
            GtkCheckButton      *check)
{
  if (self->setting || !gtk_check_button_get_active (check))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (self->checks[i] == check)
      self->chosen = i;
  if (self->chosen == BETWEEN)
    gtk_widget_grab_focus (GTK_WIDGET (self->from_entry));
  update (self);
}

static void
choose (GlossNoteFilterDate *self,
        guint                choice)
{
  self->chosen = choice;
  self->setting = TRUE;
  gtk_check_button_set_active (self->checks[choice], TRUE);
  self->setting = FALSE;
}

/* Who types a day means it. */
static void
day_changed_cb (GlossNoteFilterDate *self)
{
  if (self->setting)
    return;

  choose (self, BETWEEN);
  update (self);
}

static void
gloss_note_filter_date_class_init (GlossNoteFilterDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-note-filter-date.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossNoteFilterDate, button);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteFilterDate, label);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteFilterDate, choices);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteFilterDate, from_entry);
  gtk_widget_class_bind_template_child (widget_class, GlossNoteFilterDate, to_entry);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
gloss_note_filter_date_init (GlossNoteFilterDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      self->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_(choices[i].label)));
      if (i > 0)
        gtk_check_button_set_group (self->checks[i], self->checks[0]);
      gtk_box_append (self->choices, GTK_WIDGET (self->checks[i]));
      g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
  choose (self, ANY);
  update (self);
}

GtkWidget *
gloss_note_filter_date_new (void)
{
  return g_object_new (GLOSS_TYPE_NOTE_FILTER_DATE, NULL);
}

char *
gloss_note_filter_date_dup_since (GlossNoteFilterDate *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_DATE (self), NULL);

  if (self->chosen == BETWEEN)
    return dup_time (self->from_entry, 0);

  return choices[self->chosen].n_days >= 0 ? gloss_timestamp_of_day (today, -choices[self->chosen].n_days) : NULL;
}

char *
gloss_note_filter_date_dup_until (GlossNoteFilterDate *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_DATE (self), NULL);

  /* The day itself is part of it. */
  return self->chosen == BETWEEN ? dup_time (self->to_entry, 1) : NULL;
}

void
gloss_note_filter_date_set_days (GlossNoteFilterDate *self,
                                 const char          *from,
                                 const char          *to)
{
  g_return_if_fail (GLOSS_IS_NOTE_FILTER_DATE (self));
  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);

  self->setting = TRUE;
  gtk_editable_set_text (self->from_entry, from);
  gtk_editable_set_text (self->to_entry, to);
  self->setting = FALSE;
  day_changed_cb (self);
}

gboolean
gloss_note_filter_date_is_set (GlossNoteFilterDate *self)
{
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (GLOSS_IS_NOTE_FILTER_DATE (self), FALSE);

  since = gloss_note_filter_date_dup_since (self);
  until = gloss_note_filter_date_dup_until (self);
  return since != NULL || until != NULL;
}

void
gloss_note_filter_date_reset (GlossNoteFilterDate *self)
{
  g_return_if_fail (GLOSS_IS_NOTE_FILTER_DATE (self));

  if (self->chosen == ANY)
    return;

  self->setting = TRUE;
  gtk_editable_set_text (self->from_entry, "");
  gtk_editable_set_text (self->to_entry, "");
  self->setting = FALSE;
  choose (self, ANY);
  update (self);
}

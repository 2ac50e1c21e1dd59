/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-list"

#include "config.h"

#include "ui/gloss-note-list.h"

#include "ui/gloss-note-order.h"

/* How long a search works before it shows what it has found so far, and at a time afterwards. A
 * person takes a tenth of a second for "at once", of which most is left to the drawing. */
#define FIRST_SLICE_US  (15 * 1000)
#define SLICE_US        (8 * 1000)

/* When the notes changed, those who look at them should not lose their place in the list: then it
 * shall be whole at once, if that is possible at all. */
#define UPDATE_SLICE_US (250 * 1000)

/* Between two looks at the clock. */
#define NOTES_AT_A_TIME 64

struct _GlossNoteList
{
  GObject          parent_instance;

  GlossNoteOrder  *order;
  GlossNoteFilter *filter;    /* NULL: nothing is asked for yet */
  GPtrArray       *shown;     /* element-type GlossNoteEntry, borrowed: those asked for, as far as they are found */
  GPtrArray       *leaving;   /* likewise: what was shown before and still stands below; mostly NULL */
  GPtrArray       *source;    /* likewise: what is searched now; NULL when nothing is */
  guint            next;      /* the first of it that is to be looked at */
  guint            search_id; /* an idle source */
};

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossNoteList, gloss_note_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

enum
{
  PROP_PENDING = 1,
  N_PROPS,
};

enum
{
  SIGNAL_RENEWED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Searching */

static void
set_source (GlossNoteList *self,
            GPtrArray     *source)
{
  gboolean was_pending = self->source != NULL;

  g_clear_pointer (&self->source, g_ptr_array_unref);
  self->source = source != NULL ? g_ptr_array_ref (source) : NULL;
  self->next = 0;
  if (source == NULL)
    g_clear_handle_id (&self->search_id, g_source_remove);
  if (was_pending != (source != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/* Adds to @found (element-type GlossNoteEntry) what is asked for, until all is looked at or the time is over. */
static void
search (GlossNoteList *self,
        GPtrArray     *found,
        gint64         slice_us)
{
  gint64 deadline = g_get_monotonic_time () + slice_us;

  while (self->next < self->source->len)
    {
      GlossNoteEntry *entry = g_ptr_array_index (self->source, self->next);

      if (self->filter == NULL || gloss_note_filter_match (self->filter, entry->annotation))
        g_ptr_array_add (found, entry);
      self->next++;
      if (self->next % NOTES_AT_A_TIME == 0 && g_get_monotonic_time () >= deadline)
        return;
    }
}

static gboolean
search_cb (gpointer user_data)
{
  GlossNoteList *self = user_data;
  guint n_shown = self->shown->len;

  search (self, self->shown, SLICE_US);
  if (self->shown->len > n_shown)
    g_list_model_items_changed (G_LIST_MODEL (self), n_shown, 0, self->shown->len - n_shown);

  if (self->source != NULL && self->next < self->source->len)
    return G_SOURCE_CONTINUE;

  self->search_id = 0;
  set_source (self, NULL);
  return G_SOURCE_REMOVE;
}

/* Shows @found instead of what was shown. Only what lies between the first and the last difference
 * is said to have changed: those who look at the list keep their place in the rest. */
static void
replace_shown (GlossNoteList *self,
               GPtrArray     *found,
               gboolean       reordered)
{
  g_autoptr (GPtrArray) before = self->shown;
  guint start = 0;
  guint end = 0;

  self->shown = g_ptr_array_ref (found);
  if (!reordered)
    {
      guint least = MIN (before->len, found->len);

      while (start < least && before->pdata[start] == found->pdata[start])
        start++;
      while (end < least - start && before->pdata[before->len - 1 - end] == found->pdata[found->len - 1 - end])
        end++;
    }

  if (before->len - end > start || found->len - end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - end - start, found->len - end - start);
}

/* Shows @found instead of what was shown, whose beginning is to be looked at. What replaces the
 * items that a list view shows costs it a destroyed and a new row each, and a look at all that is
 * new; so @found comes to stand above them, and they go when the view has turned to it, which takes
 * its rows along. */
static void
renew_shown (GlossNoteList *self,
             GPtrArray     *found)
{
  guint n_left;

  self->leaving = g_steal_pointer (&self->shown);
  self->shown = g_ptr_array_ref (found);
  if (found->len > 0)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, found->len);
      g_signal_emit (self, signals[SIGNAL_RENEWED], 0);
    }

  n_left = self->leaving->len;
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  if (n_left > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), found->len, n_left, 0);
}

/* Goes on searching while nothing else is to be done, where the time was not enough. */
static void
continue_search (GlossNoteList *self)
{
  if (self->source == NULL)
    return;
  if (self->next == self->source->len)
    set_source (self, NULL);
  else if (self->search_id == 0)
    self->search_id = g_idle_add (search_cb, self);
}

/* @reordered: what is shown already may be in another order. */
static void
begin_search (GlossNoteList *self,
              GPtrArray     *source,
              gboolean       reordered,
              gint64         slice_us)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  set_source (self, source);
  search (self, found, slice_us);
  replace_shown (self, found, reordered);
  continue_search (self);
}

static guint
get_n_items (GListModel *model)
{
  GlossNoteList *self = GLOSS_NOTE_LIST (model);

  return self->shown->len + (self->leaving != NULL ? self->leaving->len : 0);
}

/* (transfer none) (nullable): of the arrays of which the list consists, that in which @position is,
 * and before it so many notes. */
static GPtrArray *
get_part (GlossNoteList *self,
          guint          position,
          guint         *n_before)
{
  *n_before = position < self->shown->len ? 0 : self->shown->len;
  if (position < self->shown->len)
    return self->shown;

  return position < get_n_items (G_LIST_MODEL (self)) ? self->leaving : NULL;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  guint n_before;
  GPtrArray *part = get_part (GLOSS_NOTE_LIST (model), position, &n_before);

  if (part == NULL)
    return NULL;

  return g_object_ref (((GlossNoteEntry *) g_ptr_array_index (part, position - n_before))->annotation);
}

static GType
get_item_type (GListModel *model)
{
  return GLOSS_TYPE_ANNOTATION;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
  iface->get_item_type = get_item_type;
}

/* The first entry whose section is @section or a later one. */
static guint
find_section (GPtrArray *entries,
              guint      section)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((GlossNoteEntry *) g_ptr_array_index (entries, middle))->section < section)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
get_section (GtkSectionModel *model,
             guint            position,
             guint           *out_start,
             guint           *out_end)
{
  guint n_before;
  GPtrArray *part = get_part (GLOSS_NOTE_LIST (model), position, &n_before);
  guint section;

  if (part == NULL)
    {
      *out_start = get_n_items (G_LIST_MODEL (model));
      *out_end = G_MAXUINT;
      return;
    }

  section = ((GlossNoteEntry *) g_ptr_array_index (part, position - n_before))->section;
  *out_start = n_before + find_section (part, section);
  *out_end = n_before + find_section (part, section + 1);
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
gloss_note_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, gloss_note_list_is_pending (GLOSS_NOTE_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_note_list_finalize (GObject *object)
{
  GlossNoteList *self = GLOSS_NOTE_LIST (object);

  g_clear_handle_id (&self->search_id, g_source_remove);
  g_clear_pointer (&self->source, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->order, gloss_note_order_free);
  g_clear_pointer (&self->filter, gloss_note_filter_free);

  G_OBJECT_CLASS (gloss_note_list_parent_class)->finalize (object);
}

static void
gloss_note_list_class_init (GlossNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_note_list_finalize;
  G_OBJECT_CLASS (klass)->get_property = gloss_note_list_get_property;

  properties[PROP_PENDING] =
      g_param_spec_boolean ("pending", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[SIGNAL_RENEWED] =
      g_signal_new ("renewed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_note_list_init (GlossNoteList *self)
{
  self->shown = g_ptr_array_new ();
}

GlossNoteList *
gloss_note_list_new (GListModel      *annotations,
                     GlossNotePlaces *places)
{
  GlossNoteList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (annotations), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (places), NULL);

  self = g_object_new (GLOSS_TYPE_NOTE_LIST, NULL);
  self->order = gloss_note_order_new (annotations, places);

  return self;
}

void
gloss_note_list_update (GlossNoteList *self)
{
  g_return_if_fail (GLOSS_IS_NOTE_LIST (self));

  gloss_note_order_update (self->order);
  begin_search (self, gloss_note_order_get_entries (self->order), FALSE, UPDATE_SLICE_US);

  /* Not before: what is shown was compared with what had been. */
  gloss_note_order_forget_gone (self->order);
}

void
gloss_note_list_invalidate (GlossNoteList   *self,
                            GlossAnnotation *annotation)
{
  g_return_if_fail (GLOSS_IS_NOTE_LIST (self));

  gloss_note_order_invalidate (self->order, annotation);
}

void
gloss_note_list_set_order (GlossNoteList    *self,
                           GlossExportOrder  order)
{
  g_return_if_fail (GLOSS_IS_NOTE_LIST (self));

  if (gloss_note_order_set (self->order, order))
    begin_search (self, gloss_note_order_get_entries (self->order), TRUE, UPDATE_SLICE_US);
}

void
gloss_note_list_set_filter (GlossNoteList   *self,
                            GlossNoteFilter *filter)
{
  g_autoptr (GPtrArray) source = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_return_if_fail (GLOSS_IS_NOTE_LIST (self));
  g_return_if_fail (filter != NULL);

  /* While somebody types on, only what is still shown need be looked at. */
  if (self->source == NULL && self->filter != NULL && gloss_note_filter_is_stricter (filter, self->filter))
    source = g_ptr_array_ref (self->shown);
  else
    source = g_ptr_array_ref (gloss_note_order_get_entries (self->order));

  g_clear_pointer (&self->filter, gloss_note_filter_free);
  self->filter = filter;

  set_source (self, source);
  search (self, found, FIRST_SLICE_US);
  renew_shown (self, found);
  continue_search (self);
}

gboolean
gloss_note_list_is_filtered (GlossNoteList *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_LIST (self), FALSE);

  return self->filter != NULL && gloss_note_filter_is_active (self->filter);
}

gboolean
gloss_note_list_is_pending (GlossNoteList *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_LIST (self), FALSE);

  return self->source != NULL;
}

guint
gloss_note_list_get_n_all (GlossNoteList *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_LIST (self), 0);

  return gloss_note_order_get_entries (self->order)->len;
}

GPtrArray *
gloss_note_list_dup_all (GlossNoteList *self)
{
  GPtrArray *entries;
  GPtrArray *all;

  g_return_val_if_fail (GLOSS_IS_NOTE_LIST (self), NULL);

  entries = gloss_note_order_get_entries (self->order);
  all = g_ptr_array_new_full (entries->len, g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (all, g_object_ref (((GlossNoteEntry *) g_ptr_array_index (entries, i))->annotation));

  return all;
}

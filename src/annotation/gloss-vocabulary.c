/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-vocabulary"

#include "config.h"

#include "annotation/gloss-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-vocabulary-file.h"

#define FILE_NAME "vocabulary.json"

/* One member of one of the objects "colors" and "tags" that is not in the file yet. */
typedef struct
{
  const char *section;
  char       *key;
  char       *json; /* NULL: it goes */
} Edit;

typedef struct
{
  char      *json;
  char      *description;
  gboolean   has_color;
  GlossColor color;
} Tag;

struct _GlossVocabulary
{
  GObject         parent_instance;

  char           *path;
  GFileMonitor   *monitor;

  char           *text; /* the object of the file, with the pending edits made */
  GPtrArray      *pending;
  GlossFileStamp  stamp;
  char           *problem;

  /* What the text says. */
  char           *names[GLOSS_N_COLORS];
  GHashTable     *tags;
};

G_DEFINE_FINAL_TYPE (GlossVocabulary, gloss_vocabulary, G_TYPE_OBJECT)

enum
{
  PROP_PROBLEM = 1,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const default_names[] = {
  /* Translators: the six colours of highlights mean something; these are their first names. A
   * position is what one’s delegation holds. */
  [GLOSS_COLOR_YELLOW] = N_("Position"),
  [GLOSS_COLOR_GREEN] = N_("Question"),
  [GLOSS_COLOR_BLUE] = N_("Agree"),
  /* Translators: the verb: to be against it. */
  [GLOSS_COLOR_RED] = N_("Object"),
  /* Translators: what one must know to understand the text, no colour behind it. */
  [GLOSS_COLOR_PURPLE] = N_("Background"),
  [GLOSS_COLOR_GRAY] = N_("Other"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (default_names) == GLOSS_N_COLORS);

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_free (edit->key);
  g_free (edit->json);
  g_free (edit);
}

static void
free_tag (gpointer data)
{
  Tag *tag = data;

  g_free (tag->json);
  g_free (tag->description);
  g_free (tag);
}

static void
set_problem (GlossVocabulary *self,
             const char      *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* (transfer full): @text with @edits made in it. */
static char *
make_edits (const char *text,
            GPtrArray  *edits)
{
  static const char *const sections[] = { "colors", "tags" };
  GlossJsonText object = gloss_json_text_for (text);
  g_autoptr (GlossJsonEdit) all = gloss_json_edit_new (&object);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GlossJsonText before;
      gboolean known = gloss_json_edit_get (all, sections[i], &before);
      g_autoptr (GlossJsonEdit) section = gloss_json_edit_new (known ? &before : NULL);

      for (guint j = 0; j < edits->len; j++)
        {
          const Edit *edit = g_ptr_array_index (edits, j);

          if (g_str_equal (edit->section, sections[i]))
            gloss_json_edit_take (section, edit->key, g_strdup (edit->json));
        }

      if (known || !gloss_json_edit_is_empty (section))
        gloss_json_edit_take (all, sections[i], gloss_json_edit_to_text (section));
    }

  return gloss_json_edit_to_text (all);
}

static Tag *
read_tag (const GlossJsonText *record)
{
  Tag *tag = g_new0 (Tag, 1);
  g_autofree char *color = gloss_json_text_dup_member (record, "color");

  tag->json = g_strndup (record->start, record->length);
  tag->description = gloss_json_text_dup_member (record, "description");
  tag->has_color = color != NULL && gloss_color_from_string (color, &tag->color);

  return tag;
}

/* Makes @text (transfer full) what is known, and says that it changed where it did. */
static void
take_text (GlossVocabulary *self,
           char            *text)
{
  GlossJsonText object = gloss_json_text_for (text);
  GlossJsonText colors, tags, key, value;
  GlossJsonIter iter;

  if (g_strcmp0 (self->text, text) == 0)
    {
      g_free (text);
      return;
    }

  g_free (self->text);
  self->text = text;

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    g_clear_pointer (&self->names[i], g_free);
  if (gloss_json_text_get_member (&object, "colors", &colors))
    for (guint i = 0; i < GLOSS_N_COLORS; i++)
      {
        char *name = gloss_json_text_dup_member (&colors, gloss_color_to_string (i));

        if (name != NULL && *g_strstrip (name) == '\0')
          g_clear_pointer (&name, g_free);
        self->names[i] = name;
      }

  g_hash_table_remove_all (self->tags);
  if (gloss_json_text_get_member (&object, "tags", &tags))
    {
      gloss_json_iter_init (&iter, &tags);
      while (gloss_json_iter_next (&iter, &key, &value))
        g_hash_table_replace (self->tags, gloss_json_text_dup_string (&key), read_tag (&value));
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
report_aside (GlossVocabulary *self,
              const char      *aside)
{
  g_autofree char *name = g_filename_display_name (aside);
  /* Translators: %s is the name of a file. */
  g_autofree char *problem = g_strdup_printf (_("The names of colors and tags could not be read; the file is kept as “%s”"), name);

  g_message ("%s", problem);
  set_problem (self, problem);
}

static void
load (GlossVocabulary *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  char *text = gloss_vocabulary_file_read (self->path, &self->stamp, &error);

  if (g_error_matches (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE))
    {
      g_autofd int fd = -1;

      g_clear_error (&error);
      fd = gloss_vocabulary_file_lock (self->path, &error);
      if (fd >= 0)
        text = gloss_vocabulary_file_read_or_set_aside (self->path, &self->stamp, &aside, &error);
    }

  if (text != NULL)
    {
      take_text (self, self->pending->len > 0 ? make_edits (text, self->pending) : g_strdup (text));
      g_free (text);
      if (aside != NULL)
        report_aside (self, aside);
      else if (self->pending->len == 0)
        set_problem (self, NULL);
    }
  else
    {
      if (self->text == NULL)
        take_text (self, g_strdup ("{}"));
      g_message ("%s", error->message);
      set_problem (self, error->message);
    }
}

static gboolean
write_pending (GlossVocabulary  *self,
               GError          **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *written = NULL;
  GlossFileStamp stamp;
  g_autofd int fd = gloss_vocabulary_file_lock (self->path, error);

  if (fd < 0)
    return FALSE;

  before = gloss_vocabulary_file_read_or_set_aside (self->path, &stamp, &aside, error);
  if (before == NULL)
    return FALSE;

  after = make_edits (before, self->pending);
  if (!gloss_vocabulary_file_write (self->path, after, &self->stamp, &written, error))
    return FALSE;

  g_ptr_array_set_size (self->pending, 0);
  take_text (self, g_steal_pointer (&written));
  if (aside != NULL)
    report_aside (self, aside);
  else
    set_problem (self, NULL);

  return TRUE;
}

static void
add_edit (GlossVocabulary *self,
          const char      *section,
          const char      *key,
          const char      *json)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->section = section;
  edit->key = g_strdup (key);
  edit->json = g_strdup (json);
  g_ptr_array_add (self->pending, edit);
}

/* Makes the pending edits here and on disk. */
static gboolean
commit (GlossVocabulary  *self,
        GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  if (write_pending (self, &local_error))
    return TRUE;

  take_text (self, make_edits (self->text, self->pending));
  set_problem (self, local_error->message);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
gloss_vocabulary_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, GLOSS_VOCABULARY (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_vocabulary_dispose (GObject *object)
{
  GlossVocabulary *self = GLOSS_VOCABULARY (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (gloss_vocabulary_parent_class)->dispose (object);
}

static void
gloss_vocabulary_finalize (GObject *object)
{
  GlossVocabulary *self = GLOSS_VOCABULARY (object);

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    g_free (self->names[i]);
  g_hash_table_unref (self->tags);
  g_ptr_array_unref (self->pending);
  g_free (self->text);
  g_free (self->problem);
  g_free (self->path);

  G_OBJECT_CLASS (gloss_vocabulary_parent_class)->finalize (object);
}

static void
gloss_vocabulary_class_init (GlossVocabularyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_vocabulary_dispose;
  object_class->finalize = gloss_vocabulary_finalize;
  object_class->get_property = gloss_vocabulary_get_property;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_vocabulary_init (GlossVocabulary *self)
{
  self->pending = g_ptr_array_new_with_free_func (free_edit);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_tag);
}

GlossVocabulary *
gloss_vocabulary_new (const char *folder)
{
  GlossVocabulary *self = g_object_new (GLOSS_TYPE_VOCABULARY, NULL);
  g_autoptr (GFile) file = NULL;

  self->path = folder != NULL ? g_build_filename (folder, FILE_NAME, NULL)
                              : g_build_filename (g_get_user_data_dir (), "glossator", FILE_NAME, NULL);
  load (self);

  file = g_file_new_for_path (self->path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (gloss_vocabulary_refresh), self, G_CONNECT_SWAPPED);

  return self;
}

GlossVocabulary *
gloss_vocabulary_get_default (void)
{
  static GlossVocabulary *vocabulary;

  if (vocabulary == NULL)
    vocabulary = gloss_vocabulary_new (NULL);

  return vocabulary;
}

const char *
gloss_vocabulary_get_problem (GlossVocabulary *self)
{
  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), NULL);

  return self->problem;
}

const char *
gloss_vocabulary_get_default_name (GlossColor color)
{
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, "");

  return _(default_names[color]);
}

const char *
gloss_vocabulary_get_color_name (GlossVocabulary *self,
                                 GlossColor       color)
{
  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), "");
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, "");

  return self->names[color] != NULL ? self->names[color] : gloss_vocabulary_get_default_name (color);
}

char *
gloss_vocabulary_describe_color (GlossVocabulary *self,
                                 GlossColor       color)
{
  const char *name = gloss_vocabulary_get_color_name (self, color);
  const char *label = gloss_color_get_label (color);

  if (g_str_equal (name, label))
    return g_strdup (name);

  /* Translators: what a colour means, and which it is: “Position (Yellow)”. */
  return g_strdup_printf (C_("color", "%s (%s)"), name, label);
}

gboolean
gloss_vocabulary_set_color_name (GlossVocabulary  *self,
                                 GlossColor        color,
                                 const char       *name,
                                 GError          **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), FALSE);
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, FALSE);

  valid = g_strstrip (g_utf8_make_valid (name != NULL ? name : "", -1));
  if (*valid == '\0')
    g_clear_pointer (&valid, g_free);
  if (g_strcmp0 (valid, self->names[color]) == 0)
    return TRUE;

  json = valid != NULL ? gloss_json_text_quote (valid) : NULL;
  add_edit (self, "colors", gloss_color_to_string (color), json);
  return commit (self, error);
}

gboolean
gloss_vocabulary_get_tag_color (GlossVocabulary *self,
                                const char      *tag,
                                GlossColor      *color)
{
  Tag *known;

  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  known = g_hash_table_lookup (self->tags, tag);
  if (known == NULL || !known->has_color)
    return FALSE;

  *color = known->color;
  return TRUE;
}

const char *
gloss_vocabulary_get_tag_description (GlossVocabulary *self,
                                      const char      *tag)
{
  Tag *known;

  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), "");
  g_return_val_if_fail (tag != NULL, "");

  known = g_hash_table_lookup (self->tags, tag);
  return known != NULL && known->description != NULL ? known->description : "";
}

GPtrArray *
gloss_vocabulary_dup_tags (GlossVocabulary *self)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer tag;

  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), tags);

  g_hash_table_iter_init (&iter, self->tags);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    g_ptr_array_add (tags, g_strdup (tag));
  g_ptr_array_sort_values (tags, (GCompareFunc) strcmp);

  return tags;
}

const char *
gloss_vocabulary_get_record (GlossVocabulary *self,
                             const char      *tag)
{
  Tag *known;

  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (tag != NULL, NULL);

  known = g_hash_table_lookup (self->tags, tag);
  return known != NULL ? known->json : NULL;
}

gboolean
gloss_vocabulary_set_records (GlossVocabulary  *self,
                              GHashTable       *records,
                              GError          **error)
{
  GHashTableIter iter;
  gpointer tag, json;
  gboolean any = FALSE;

  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &tag, &json))
    if (g_strcmp0 (json, gloss_vocabulary_get_record (self, tag)) != 0)
      {
        add_edit (self, "tags", tag, json);
        any = TRUE;
      }

  return any ? commit (self, error) : TRUE;
}

void
gloss_vocabulary_refresh (GlossVocabulary *self)
{
  GlossFileStamp stamp;

  g_return_if_fail (GLOSS_IS_VOCABULARY (self));

  stamp = gloss_file_stamp_get (self->path);
  if (!gloss_file_stamp_equal (&stamp, &self->stamp))
    load (self);
}

gboolean
gloss_vocabulary_flush (GlossVocabulary  *self,
                        GError          **error)
{
  g_return_val_if_fail (GLOSS_IS_VOCABULARY (self), FALSE);

  gloss_vocabulary_refresh (self);
  return self->pending->len > 0 ? commit (self, error) : TRUE;
}

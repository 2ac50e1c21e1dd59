/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-library.h"

#include "document/gloss-akn-reader.h"
#include "document/gloss-library-private.h"

#include <string.h>

struct _GlossLibraryEntry
{
  GObject  parent_instance;

  char    *name;
  char    *symbol;
  char    *language;
  char    *title;
  char    *short_title;
  char    *date;

  char    *folded_name;   /* for comparison without regard to case */
  char    *folded_symbol;

  GFile   *file;          /* of an added document */
  char    *resource;      /* of a shipped one */
  GWeakRef document;
};

G_DEFINE_FINAL_TYPE (GlossLibraryEntry, gloss_library_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_SYMBOL,
  PROP_LANGUAGE,
  PROP_TITLE,
  PROP_SHORT_TITLE,
  PROP_DATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
gloss_library_entry_dispose (GObject *object)
{
  GlossLibraryEntry *self = GLOSS_LIBRARY_ENTRY (object);

  g_weak_ref_set (&self->document, NULL);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (gloss_library_entry_parent_class)->dispose (object);
}

static void
gloss_library_entry_finalize (GObject *object)
{
  GlossLibraryEntry *self = GLOSS_LIBRARY_ENTRY (object);

  g_weak_ref_clear (&self->document);
  g_free (self->name);
  g_free (self->symbol);
  g_free (self->language);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->date);
  g_free (self->folded_name);
  g_free (self->folded_symbol);
  g_free (self->resource);

  G_OBJECT_CLASS (gloss_library_entry_parent_class)->finalize (object);
}

static void
gloss_library_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  GlossLibraryEntry *self = GLOSS_LIBRARY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SYMBOL:
      g_value_set_string (value, self->symbol);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SHORT_TITLE:
      g_value_set_string (value, self->short_title);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gloss_library_entry_class_init (GlossLibraryEntryClass *klass)
{
  static const char *const names[] = {
    [PROP_NAME] = "name",
    [PROP_SYMBOL] = "symbol",
    [PROP_LANGUAGE] = "language",
    [PROP_TITLE] = "title",
    [PROP_SHORT_TITLE] = "short-title",
    [PROP_DATE] = "date",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_library_entry_dispose;
  object_class->finalize = gloss_library_entry_finalize;
  object_class->get_property = gloss_library_entry_get_property;

  for (guint i = PROP_NAME; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gloss_library_entry_init (GlossLibraryEntry *self)
{
  g_weak_ref_init (&self->document, NULL);
}

GlossLibraryEntry *
gloss_library_entry_new (GlossDocument *document,
                         GFile         *file,
                         const char    *resource)
{
  GlossLibraryEntry *self = g_object_new (GLOSS_TYPE_LIBRARY_ENTRY, NULL);

  self->name = g_strdup (gloss_document_get_name (document));
  self->symbol = g_strdup (gloss_document_get_symbol (document));
  self->language = g_strdup (gloss_document_get_language (document));
  self->title = g_strdup (gloss_document_get_title (document));
  self->short_title = g_strdup (gloss_document_get_short_title (document));
  self->date = g_strdup (gloss_document_get_date (document));
  self->folded_name = g_utf8_casefold (self->name, -1);
  self->folded_symbol = g_utf8_casefold (self->symbol, -1);
  g_set_object (&self->file, file);
  self->resource = g_strdup (resource);

  return self;
}

GFile *
gloss_library_entry_get_file (GlossLibraryEntry *self)
{
  return self->file;
}

GlossDocument *
gloss_library_entry_load (GlossLibraryEntry  *self,
                          GError            **error)
{
  GlossDocument *document = g_weak_ref_get (&self->document);

  if (document != NULL)
    return document;

  if (self->file != NULL)
    document = gloss_document_read_file (self->file, NULL, error);
  else
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (self->resource, 0, error);
      gsize length;
      const char *data;

      if (bytes == NULL)
        return NULL;

      data = g_bytes_get_data (bytes, &length);
      document = gloss_akn_read (data, length, self->symbol, error);
    }

  g_weak_ref_set (&self->document, document);
  return document;
}

int
gloss_library_entry_compare (GlossLibraryEntry *self,
                             GlossLibraryEntry *other)
{
  int order = strcmp (self->date, other->date);

  if (order == 0)
    order = strcmp (self->symbol, other->symbol);
  if (order == 0)
    order = strcmp (self->language, other->language);

  return order;
}

gboolean
gloss_library_entry_has_name (GlossLibraryEntry *self,
                              const char        *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_equal (self->folded_name, folded);
}

gboolean
gloss_library_entry_has_symbol (GlossLibraryEntry *self,
                                const char        *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_equal (self->folded_symbol, folded);
}

const char *
gloss_library_entry_get_name (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), NULL);

  return self->name;
}

const char *
gloss_library_entry_get_symbol (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), NULL);

  return self->symbol;
}

const char *
gloss_library_entry_get_language (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), NULL);

  return self->language;
}

const char *
gloss_library_entry_get_title (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), NULL);

  return self->title;
}

const char *
gloss_library_entry_get_short_title (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), NULL);

  return self->short_title;
}

const char *
gloss_library_entry_get_date (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), NULL);

  return self->date;
}

gboolean
gloss_library_entry_get_added (GlossLibraryEntry *self)
{
  g_return_val_if_fail (GLOSS_IS_LIBRARY_ENTRY (self), FALSE);

  return self->file != NULL;
}

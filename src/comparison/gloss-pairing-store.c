/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-pairing-store"

#include "config.h"

#include "comparison/gloss-pairing-store.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FILE_TYPE "GlossatorPairings"
#define FILE_VERSION 1

/* No reader makes as many pairings; what is larger is some other file. */
#define MAX_BYTES (16 * 1024 * 1024)

/* Longer file names end in a digest. */
#define MAX_NAME 200

struct _GlossPairingStore
{
  char *path;
  char *old_name;
  char *new_name;
  JsonObject *root;     /* (nullable): the file as it was read last */
  GPtrArray *pairings;  /* GlossPairing */
  GPtrArray *undo;      /* GlossPairingStep */
  GPtrArray *redo;      /* and those that were undone */
};

G_DEFINE_QUARK (gloss-pairing-store-error-quark, gloss_pairing_store_error)

static void
free_step (gpointer data)
{
  GlossPairingStep *step = data;

  g_free (step->label);
  g_ptr_array_unref (step->before);
  g_ptr_array_unref (step->after);
  g_free (step);
}

/* No part of a name holds the "+" when it is escaped. */
static char *
make_file_name (const char *old_name,
                const char *new_name)
{
  g_autofree char *old_part = g_uri_escape_string (old_name, "@", FALSE);
  g_autofree char *new_part = g_uri_escape_string (new_name, "@", FALSE);
  g_autofree char *name = g_strconcat (old_part, "+", new_part, NULL);

  if (strlen (name) > MAX_NAME)
    {
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

      return g_strconcat ("++", digest, ".json", NULL);
    }
  return g_strconcat (name, ".json", NULL);
}

GlossPairingStore *
gloss_pairing_store_new (const char *folder,
                         const char *old_name,
                         const char *new_name)
{
  GlossPairingStore *self;
  g_autofree char *file_name = NULL;

  g_return_val_if_fail (old_name != NULL && new_name != NULL, NULL);

  self = g_new0 (GlossPairingStore, 1);
  file_name = make_file_name (old_name, new_name);
  self->path = folder != NULL
                 ? g_build_filename (folder, file_name, NULL)
                 : g_build_filename (g_get_user_data_dir (), "glossator", "comparisons", file_name, NULL);
  self->old_name = g_strdup (old_name);
  self->new_name = g_strdup (new_name);
  self->pairings = gloss_pairings_new ();
  self->undo = g_ptr_array_new_with_free_func (free_step);
  self->redo = g_ptr_array_new_with_free_func (free_step);
  return self;
}

void
gloss_pairing_store_free (GlossPairingStore *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->old_name);
  g_free (self->new_name);
  g_clear_pointer (&self->root, json_object_unref);
  g_ptr_array_unref (self->pairings);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self);
}

/* (nullable): a member that is a string. */
static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* FALSE where @node is no pairing that this program knows. */
static gboolean
read_pairing (JsonNode    *node,
              const char **old_id,
              const char **new_id)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  *old_id = get_string (object, "old");
  *new_id = get_string (object, "new");
  return (*old_id != NULL || *new_id != NULL) &&
         (*old_id != NULL || !json_object_has_member (object, "old")) &&
         (*new_id != NULL || !json_object_has_member (object, "new"));
}

/* Renames the damaged file, and says so. */
static void
set_aside (GlossPairingStore  *self,
           const char         *problem,
           GError            **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  for (guint i = 1;; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.damaged-%u", self->path, i);
      g_autoptr (GFile) aside = g_file_new_for_path (path);
      g_autoptr (GError) local_error = NULL;

      if (g_file_move (file, aside, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local_error))
        {
          g_set_error (error, GLOSS_PAIRING_STORE_ERROR, GLOSS_PAIRING_STORE_ERROR_DAMAGED,
                       _("%s: %s. It is kept as %s"), self->path, problem, path);
          g_ptr_array_set_size (self->pairings, 0);
          g_clear_pointer (&self->root, json_object_unref);
          return;
        }
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local_error), _("%s: %s, and can’t be set aside: "),
                                      self->path, problem);
          return;
        }
    }
}

gboolean
gloss_pairing_store_load (GlossPairingStore  *self,
                          GError            **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *data = NULL;
  GStatBuf status;
  gsize length;
  JsonNode *root, *version, *list;
  JsonObject *object;

  g_return_val_if_fail (self != NULL, FALSE);

  if (g_stat (self->path, &status) == 0 && (!S_ISREG (status.st_mode) || status.st_size > MAX_BYTES))
    {
      set_aside (self, _("This is no file of pairings"), error);
      return FALSE;
    }
  if (!g_file_get_contents (self->path, &data, &length, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        {
          g_ptr_array_set_size (self->pairings, 0);
          g_clear_pointer (&self->root, json_object_unref);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!g_utf8_validate (data, (gssize) length, NULL) ||
      !json_parser_load_from_data (parser, data, (gssize) length, &local_error))
    {
      set_aside (self, local_error != NULL ? local_error->message : _("This is not UTF-8 text"), error);
      return FALSE;
    }

  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  list = object != NULL ? json_object_get_member (object, "pairings") : NULL;
  if (object == NULL || g_strcmp0 (get_string (object, "type"), FILE_TYPE) != 0 || list == NULL ||
      !JSON_NODE_HOLDS_ARRAY (list) ||
      g_strcmp0 (get_string (object, "old"), self->old_name) != 0 ||
      g_strcmp0 (get_string (object, "new"), self->new_name) != 0)
    {
      set_aside (self, _("These are no pairings of the two documents"), error);
      return FALSE;
    }
  version = json_object_get_member (object, "version");
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_int (version) != FILE_VERSION)
    {
      g_set_error (error, GLOSS_PAIRING_STORE_ERROR, GLOSS_PAIRING_STORE_ERROR_VERSION,
                   _("%s: A newer version of Glossator wrote this file"), self->path);
      return FALSE;
    }

  g_clear_pointer (&self->root, json_object_unref);
  self->root = json_object_ref (object);
  g_ptr_array_set_size (self->pairings, 0);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      const char *old_id, *new_id;

      if (read_pairing (json_array_get_element (json_node_get_array (list), i), &old_id, &new_id))
        gloss_pairings_choose (self->pairings, old_id, new_id);
    }
  return TRUE;
}

/* (transfer full): the pairings as they will stand in the file. What stands there already, and what
 * this program does not know, goes over as it is. */
static JsonArray *
make_list (GlossPairingStore *self,
           GPtrArray         *pairings)
{
  JsonArray *list = json_array_new ();
  JsonArray *before = self->root != NULL ? json_object_get_array_member (self->root, "pairings") : NULL;
  g_autofree gboolean *written = g_new0 (gboolean, pairings->len + 1);

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    {
      JsonNode *node = json_array_get_element (before, i);
      const char *old_id, *new_id;
      guint k;

      if (read_pairing (node, &old_id, &new_id))
        {
          for (k = 0; k < pairings->len; k++)
            {
              const GlossPairing *pairing = g_ptr_array_index (pairings, k);

              if (!written[k] && g_strcmp0 (pairing->old_id, old_id) == 0 &&
                  g_strcmp0 (pairing->new_id, new_id) == 0)
                break;
            }
          if (k == pairings->len)
            continue;
          written[k] = TRUE;
        }
      json_array_add_element (list, json_node_copy (node));
    }

  for (guint k = 0; k < pairings->len; k++)
    {
      const GlossPairing *pairing = g_ptr_array_index (pairings, k);
      JsonObject *entry;

      if (written[k])
        continue;
      entry = json_object_new ();
      if (pairing->old_id != NULL)
        json_object_set_string_member (entry, "old", pairing->old_id);
      if (pairing->new_id != NULL)
        json_object_set_string_member (entry, "new", pairing->new_id);
      json_array_add_object_element (list, entry);
    }

  return list;
}

static gboolean
save (GlossPairingStore  *self,
      GPtrArray          *pairings,
      GError            **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  g_autofree char *data = NULL;

  json_object_set_string_member (object, "type", FILE_TYPE);
  json_object_set_int_member (object, "version", FILE_VERSION);
  json_object_set_string_member (object, "old", self->old_name);
  json_object_set_string_member (object, "new", self->new_name);
  if (self->root != NULL)
    {
      g_autoptr (GList) names = json_object_get_members (self->root);

      for (GList *l = names; l != NULL; l = l->next)
        json_object_set_member (object, l->data, json_node_copy (json_object_get_member (self->root, l->data)));
    }
  json_object_set_array_member (object, "pairings", make_list (self, pairings));
  json_node_set_object (node, object);
  text = json_to_string (node, TRUE);
  data = g_strconcat (text, "\n", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), "%s: %s", folder,
                   g_strerror (saved_errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (self->path, data, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return FALSE;

  g_clear_pointer (&self->root, json_object_unref);
  self->root = g_steal_pointer (&object);
  return TRUE;
}

GPtrArray *
gloss_pairing_store_get_pairings (GlossPairingStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pairings;
}

gboolean
gloss_pairing_store_set (GlossPairingStore  *self,
                         GPtrArray          *pairings,
                         const char         *label,
                         GError            **error)
{
  GlossPairingStep *step;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (pairings != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (gloss_pairings_equal (self->pairings, pairings))
    return TRUE;
  if (!save (self, pairings, error))
    return FALSE;

  step = g_new0 (GlossPairingStep, 1);
  step->label = g_strdup (label);
  step->time_us = g_get_monotonic_time ();
  step->before = g_steal_pointer (&self->pairings);
  step->after = gloss_pairings_copy (pairings);
  g_ptr_array_add (self->undo, step);
  g_ptr_array_set_size (self->redo, 0);
  self->pairings = gloss_pairings_copy (pairings);
  return TRUE;
}

static const GlossPairingStep *
peek (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

const GlossPairingStep *
gloss_pairing_store_peek_undo (GlossPairingStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek (self->undo);
}

const GlossPairingStep *
gloss_pairing_store_peek_redo (GlossPairingStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek (self->redo);
}

static gboolean
make_step (GlossPairingStore  *self,
           gboolean            again,
           GError            **error)
{
  GPtrArray *steps = again ? self->redo : self->undo;
  const GlossPairingStep *step = peek (steps);
  g_autoptr (GPtrArray) pairings = NULL;

  g_return_val_if_fail (step != NULL, FALSE);

  if (!gloss_pairing_store_load (self, error))
    return FALSE;
  pairings = again ? gloss_pairings_revise (self->pairings, step->before, step->after)
                   : gloss_pairings_revise (self->pairings, step->after, step->before);
  if (!save (self, pairings, error))
    return FALSE;

  g_ptr_array_unref (self->pairings);
  self->pairings = g_steal_pointer (&pairings);
  g_ptr_array_add (again ? self->undo : self->redo, g_ptr_array_steal_index (steps, steps->len - 1));
  return TRUE;
}

gboolean
gloss_pairing_store_undo (GlossPairingStore  *self,
                          GError            **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return make_step (self, FALSE, error);
}

gboolean
gloss_pairing_store_redo (GlossPairingStore  *self,
                          GError            **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return make_step (self, TRUE, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-format-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation-target.h"
#include "import/gloss-import-iri.h"

/* Hypothesis: answers of its interface for programs, {"rows": [...], "total": n}, one annotation
 * alone, a mere list of them, and what its client exports, {"export_date": ..., "annotations":
 * [...]}. https://h.readthedocs.io/en/latest/api-reference/ */

/* The service that most people mean; its annotations have an address made of their id. */
#define AUTHORITY "@hypothes.is"
#define ADDRESS   "https://hypothes.is/a/"

/* What Glossator itself writes for Hypothesis. */
#define OWN_AUTHORITY "@glossator.invalid"

static gboolean
has_string (const GlossJsonText *object,
            const char          *name)
{
  GlossJsonText value;

  return gloss_json_text_get_member (object, name, &value) && gloss_json_text_is_string (&value);
}

static gboolean
is_row (const GlossJsonText *value)
{
  GlossJsonText target;

  return has_string (value, "uri") &&
         (has_string (value, "text") || gloss_json_text_get_member (value, "target", &target));
}

static gboolean
starts_with_row (const GlossJsonText *list)
{
  GlossJsonIter iter;
  GlossJsonText first;

  gloss_json_iter_init (&iter, list);
  return gloss_json_text_is_array (list) && gloss_json_iter_next (&iter, NULL, &first) && is_row (&first);
}

static gboolean
is_empty (const GlossJsonText *list)
{
  GlossJsonIter iter;
  GlossJsonText first;

  gloss_json_iter_init (&iter, list);
  return !gloss_json_iter_next (&iter, NULL, &first);
}

/* The list of annotations in @root, if it is one of ours. */
static gboolean
find_rows (const GlossJsonText *root,
           GlossJsonText       *rows)
{
  GlossJsonText total;

  *rows = *root;
  if (is_row (root) || starts_with_row (root))
    return TRUE;

  if (gloss_json_text_get_member (root, "rows", rows) && gloss_json_text_is_array (rows))
    return starts_with_row (rows) || (is_empty (rows) && gloss_json_text_get_member (root, "total", &total));

  if (gloss_json_text_get_member (root, "annotations", rows) && gloss_json_text_is_array (rows))
    return starts_with_row (rows) || (is_empty (rows) && has_string (root, "export_date"));

  return FALSE;
}

static gboolean
recognize (const GlossJsonText *root)
{
  GlossJsonText rows;

  return find_rows (root, &rows);
}

static gboolean
is_plain_id (const char *id)
{
  if (id == NULL || *id == '\0' || strlen (id) > 64)
    return FALSE;

  for (const char *c = id; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
        return FALSE;
    }

  return TRUE;
}

/* (transfer full): the target as Glossator wrote it; else the first one as an object that names its
 * source. */
static char *
dup_target (const GlossJsonText *row)
{
  GlossJsonText own;
  GlossJsonText list;
  GlossJsonText target = { NULL, 0 };
  GlossJsonIter iter;
  g_autoptr (GlossJsonEdit) edit = NULL;

  if (gloss_json_text_get_member (row, GLOSS_TARGET_MEMBER, &own) && gloss_json_text_is_object (&own))
    return gloss_json_text_minify (&own);

  if (gloss_json_text_get_member (row, "target", &list))
    {
      gloss_json_iter_init_list (&iter, &list);
      if (!gloss_json_iter_next (&iter, NULL, &target))
        target = (GlossJsonText) { NULL, 0 };
    }

  edit = gloss_json_edit_new (gloss_json_text_is_object (&target) ? &target : NULL);
  if (!has_string (&target, "source"))
    {
      g_autofree char *uri = gloss_json_text_dup_member (row, "uri");

      gloss_json_edit_set_string (edit, "source", uri);
    }

  return gloss_json_edit_to_text (edit);
}

static gboolean
is_own (const char *user)
{
  return user != NULL && g_str_has_suffix (user, OWN_AUTHORITY);
}

static char *
make_id (const GlossJsonText *row,
         const char          *target,
         const char          *user,
         const char          *note)
{
  g_autofree char *id = gloss_json_text_dup_member (row, "id");
  const char *authority = user != NULL ? strrchr (user, '@') : NULL;

  if (is_own (user) && id != NULL && gloss_import_iri_is_absolute (id))
    return g_steal_pointer (&id);
  if (is_plain_id (id) && (authority == NULL || g_str_equal (authority, AUTHORITY) || is_own (user)))
    return g_strconcat (ADDRESS, id, NULL);
  if (id != NULL && *id != '\0')
    return gloss_import_make_id ("hypothesis", authority != NULL ? authority : "", id, NULL);

  return gloss_import_make_id ("hypothesis", target, user != NULL ? user : "", note != NULL ? note : "", NULL);
}

/* "acct:name@authority" */
static char *
dup_creator (const GlossJsonText *row,
             const char          *user)
{
  g_autoptr (GlossJsonEdit) creator = NULL;
  g_autofree char *name = NULL;
  GlossJsonText info;

  if (gloss_json_text_get_member (row, "user_info", &info))
    name = gloss_json_text_dup_member (&info, "display_name");

  /* The account was made of the name. */
  if ((name == NULL || *name == '\0') && user != NULL && !is_own (user))
    {
      const char *start = g_str_has_prefix (user, "acct:") ? user + strlen ("acct:") : user;
      const char *at = strrchr (start, '@');

      g_free (name);
      name = at != NULL ? g_strndup (start, at - start) : g_strdup (start);
    }
  if (name == NULL || *name == '\0')
    return NULL;

  creator = gloss_json_edit_new (NULL);
  gloss_json_edit_set_string (creator, "type", "Person");
  if (!is_own (user))
    gloss_json_edit_set_string (creator, "id", user);
  gloss_json_edit_set_string (creator, "name", name);

  return gloss_json_edit_to_text (creator);
}

static char *
dup_bodies (const GlossJsonText *row,
            const char          *note,
            gboolean            *has_tags)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  GlossJsonText tags;
  GlossJsonText tag;
  GlossJsonIter iter;
  guint n_notes;

  gloss_import_add_body (bodies, "commenting", "text/markdown", note);
  n_notes = bodies->len;

  if (gloss_json_text_get_member (row, "tags", &tags))
    {
      gloss_json_iter_init_list (&iter, &tags);
      while (gloss_json_iter_next (&iter, NULL, &tag))
        {
          g_autofree char *name = gloss_json_text_dup_string (&tag);

          gloss_import_add_body (bodies, "tagging", NULL, name);
        }
    }

  *has_tags = bodies->len > n_notes;
  return bodies->len > 0 ? gloss_json_array_to_text (bodies) : NULL;
}

/* What a reply answers is in the list of its ancestors, the first one at the root. */
static char *
dup_root_id (const GlossJsonText *row)
{
  GlossJsonText references;
  GlossJsonText first;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (row, "references", &references))
    return NULL;

  gloss_json_iter_init_list (&iter, &references);
  return gloss_json_iter_next (&iter, NULL, &first) ? gloss_json_text_dup_string (&first) : NULL;
}

static void
read_row (const GlossJsonText *row,
          GHashTable          *targets,
          GlossImportFile     *file)
{
  GlossImportRecord *record = gloss_import_file_add (file);
  g_autofree char *user = gloss_json_text_dup_member (row, "user");
  g_autofree char *note = gloss_json_text_dup_member (row, "text");
  g_autofree char *created = gloss_json_text_dup_member (row, "created");
  g_autofree char *updated = gloss_json_text_dup_member (row, "updated");
  g_autofree char *root_id = dup_root_id (row);
  g_autofree char *target = dup_target (row);
  g_autofree char *id = make_id (row, target, user, note);
  g_autoptr (GlossJsonEdit) edit = NULL;
  GlossJsonText target_text = gloss_json_text_for (target);
  GlossJsonText document;
  gboolean has_tags;
  char *bodies = dup_bodies (row, note, &has_tags);
  const char *motivation = "highlighting";

  if (root_id != NULL)
    motivation = "replying";
  else if (note != NULL && *note != '\0')
    motivation = "commenting";
  else if (has_tags)
    motivation = "tagging";

  gloss_import_record_read_target (record, &target_text, GLOSS_OFFSET_UTF16);

  /* A reply stands where that stands which it replies to. */
  if (!record->has_selector && root_id != NULL && g_hash_table_contains (targets, root_id))
    {
      g_free (target);
      target = g_strdup (g_hash_table_lookup (targets, root_id));
      target_text = gloss_json_text_for (target);
      gloss_import_record_read_target (record, &target_text, GLOSS_OFFSET_UTF16);
    }

  edit = gloss_import_begin_text (id, motivation, created, updated);
  gloss_json_edit_take (edit, "creator", dup_creator (row, user));
  gloss_json_edit_take (edit, "body", bodies);
  gloss_json_edit_take (edit, "target", g_steal_pointer (&target));
  record->text = gloss_json_edit_to_text (edit);
  record->original = gloss_json_text_minify (row);

  if (gloss_json_text_get_member (row, "document", &document))
    gloss_import_read_names (record->names, &document, "title");
  gloss_import_read_names (record->names, row, "uri");
}

static gboolean
read_root (const GlossJsonText  *root,
           GlossImportFile      *file,
           GError              **error)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GlossJsonText rows;
  GlossJsonText row;
  GlossJsonIter iter;
  guint n = 0;

  if (!find_rows (root, &rows))
    return gloss_import_fail (error, 1, _("no row"));

  gloss_json_iter_init_list (&iter, &rows);
  while (gloss_json_iter_next (&iter, NULL, &row))
    {
      char *id;

      n++;
      if (!is_row (&row))
        return gloss_import_fail (error, n, _("without an address (“uri”), or without text and target"));

      id = gloss_json_text_dup_member (&row, "id");
      if (id != NULL)
        g_hash_table_replace (targets, id, dup_target (&row));
    }

  gloss_json_iter_init_list (&iter, &rows);
  while (gloss_json_iter_next (&iter, NULL, &row))
    read_row (&row, targets, file);

  /* Where replies were asked for apart from what they reply to. */
  if (gloss_json_text_get_member (root, "replies", &rows))
    {
      gloss_json_iter_init_list (&iter, &rows);
      while (gloss_json_iter_next (&iter, NULL, &row))
        {
          if (is_row (&row))
            read_row (&row, targets, file);
        }
    }

  return TRUE;
}

const GlossImportFormat gloss_import_hypothesis = {
  .name = "Hypothesis",
  .recognize = recognize,
  .read = read_root,
};

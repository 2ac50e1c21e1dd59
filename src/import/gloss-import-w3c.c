/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-format-private.h"

#include <glib/gi18n-lib.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-target.h"
#include "import/gloss-import-iri.h"

/* W3C Web Annotation: one Annotation, an AnnotationPage, an AnnotationCollection with its first page
 * in it, or a mere list. Glossator's own files are such collections. So is, nearly, the
 * AnnotationSet of Readium and of EPUB Annotations: it says what it is about, and its bodies have a
 * colour and keywords. https://www.w3.org/TR/annotation-model/, https://github.com/readium/annotations */

/* Readium's six colours on ours, each one on another. */
static const struct
{
  const char *name;
  GlossColor  color;
} colors[] = {
  { "yellow", GLOSS_COLOR_YELLOW }, { "green", GLOSS_COLOR_GREEN },   { "blue", GLOSS_COLOR_BLUE },
  { "pink", GLOSS_COLOR_RED },      { "purple", GLOSS_COLOR_PURPLE }, { "orange", GLOSS_COLOR_GRAY },
};

static const char *const keyword_members[] = { "keyword", "keywords", "tag", "tags" };

static gboolean
is_of_type (const GlossJsonText *object,
            const char          *type)
{
  GlossJsonText value;

  return gloss_json_text_get_member (object, "type", &value) && gloss_json_text_includes (&value, type);
}

static gboolean
recognize_w3c (const GlossJsonText *root)
{
  GlossJsonText first = *root;
  GlossJsonIter iter;

  if (gloss_json_text_is_array (root))
    {
      gloss_json_iter_init (&iter, root);
      return gloss_json_iter_next (&iter, NULL, &first) && is_of_type (&first, "Annotation");
    }

  return is_of_type (root, "Annotation") || is_of_type (root, "AnnotationPage") ||
         is_of_type (root, "AnnotationCollection");
}

static gboolean
recognize_readium (const GlossJsonText *root)
{
  GlossJsonText about;

  return is_of_type (root, "AnnotationSet") ||
         (is_of_type (root, "AnnotationCollection") && gloss_json_text_get_member (root, "about", &about));
}

static gboolean
fail_elsewhere (GError **error)
{
  g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE,
                       _("the file only says where the annotations are, and does not have them"));
  return FALSE;
}

/* FALSE with an error. An empty @items: there are none. */
static gboolean
find_items (const GlossJsonText  *root,
            GlossJsonText        *items,
            GError              **error)
{
  GlossJsonText page;

  *items = (GlossJsonText) { NULL, 0 };

  if (gloss_json_text_is_array (root) || is_of_type (root, "Annotation"))
    *items = *root;
  else if (gloss_json_text_get_member (root, "items", items))
    return TRUE;
  else if (gloss_json_text_get_member (root, "first", &page))
    return gloss_json_text_is_object (&page) ? (gloss_json_text_get_member (&page, "items", items), TRUE)
                                             : fail_elsewhere (error);

  return TRUE;
}

static gboolean
check_version (const GlossJsonText  *root,
               GError              **error)
{
  GlossJsonText value;
  gint64 version;

  if (!gloss_json_text_get_member (root, "glossator:version", &value))
    return TRUE;

  if (!gloss_json_text_get_int (&value, &version) || version > GLOSS_ANNOTATION_FORMAT_VERSION)
    {
      g_set_error_literal (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION,
                           _("written by a later version of Glossator"));
      return FALSE;
    }

  return TRUE;
}

/* What the whole file says of the document. */
static void
read_file_names (GPtrArray           *names,
                 const GlossJsonText *root)
{
  GlossJsonText about;

  if (gloss_json_text_is_array (root))
    return;

  gloss_import_read_names (names, root, "label");
  gloss_import_read_names (names, root, "title");
  if (gloss_json_text_get_member (root, "about", &about))
    {
      gloss_import_read_names (names, &about, "dc:identifier");
      gloss_import_read_names (names, &about, "dc:title");
    }
}

/* The target, or the first of several, that is more than an address. FALSE where none is. */
static gboolean
find_target (const GlossJsonText *record,
             GlossJsonText       *target)
{
  GlossJsonText targets;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (record, "target", &targets))
    return FALSE;

  gloss_json_iter_init_list (&iter, &targets);
  return gloss_json_iter_next (&iter, NULL, target) && gloss_json_text_is_object (target);
}

static char *
dup_minified (const GlossJsonText *object,
              const char          *name)
{
  GlossJsonText value;

  return gloss_json_text_get_member (object, name, &value) ? gloss_json_text_minify (&value) : g_strdup ("");
}

/* An id that holds everywhere is kept. Else it is made of what is said of what by whom. */
static char *
make_id (const GlossJsonText *record)
{
  g_autofree char *id = gloss_json_text_dup_member (record, "id");
  g_autofree char *target = NULL;
  g_autofree char *body = NULL;
  g_autofree char *body_value = NULL;
  g_autofree char *creator = NULL;

  if (id != NULL && gloss_import_iri_is_absolute (id))
    return g_steal_pointer (&id);

  target = dup_minified (record, "target");
  body = dup_minified (record, "body");
  body_value = dup_minified (record, "bodyValue");
  creator = dup_minified (record, "creator");
  return gloss_import_make_id ("w3c", id != NULL ? id : "", target, body, body_value, creator, NULL);
}

/* TRUE where one of @bodies, one or a list, is the tag @tag already. */
static gboolean
has_tag (const GlossJsonText *bodies,
         const char          *tag)
{
  GlossJsonIter iter;
  GlossJsonText body;
  GlossJsonText value;

  gloss_json_iter_init_list (&iter, bodies);
  while (gloss_json_iter_next (&iter, NULL, &body))
    {
      if (gloss_json_text_get_member (&body, "purpose", &value) && gloss_json_text_includes (&value, "tagging") &&
          gloss_json_text_get_member (&body, "value", &value) && gloss_json_text_equals (&value, tag))
        return TRUE;
    }

  return FALSE;
}

/* The tags, where @present does not have them, and the colour that a body of Readium bears. */
static void
read_body (const GlossJsonText *body,
           const GlossJsonText *present,
           GPtrArray           *bodies,
           const char         **color)
{
  g_autofree char *name = gloss_json_text_dup_member (body, "color");
  g_autoptr (GPtrArray) keywords = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (colors); i++)
    {
      if (g_str_equal (name, colors[i].name))
        *color = gloss_color_to_string (colors[i].color);
    }

  for (guint i = 0; i < G_N_ELEMENTS (keyword_members); i++)
    gloss_import_read_names (keywords, body, keyword_members[i]);
  for (guint i = 0; i < keywords->len; i++)
    {
      const char *keyword = g_ptr_array_index (keywords, i);

      if (!has_tag (present, keyword))
        gloss_import_add_body (bodies, "tagging", NULL, keyword);
    }
}

/* Says in the words of Web Annotations what Readium says in its own. @color_known: the target says the
 * colour, if only by not saying any. */
static void
translate_readium (GlossJsonEdit       *edit,
                   const GlossJsonText *record,
                   gboolean             color_known)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  const char *color = NULL;
  GlossJsonText list;
  GlossJsonText body;
  GlossJsonText target;
  GlossJsonIter iter;
  guint n_bodies;

  if (gloss_json_text_get_member (record, "body", &list))
    {
      gloss_json_iter_init_list (&iter, &list);
      while (gloss_json_iter_next (&iter, NULL, &body))
        {
          if (gloss_json_text_is_object (&body) || gloss_json_text_is_string (&body))
            g_ptr_array_add (bodies, g_strndup (body.start, body.length));
        }

      n_bodies = bodies->len;
      gloss_json_iter_init_list (&iter, &list);
      while (gloss_json_iter_next (&iter, NULL, &body))
        {
          if (gloss_json_text_is_object (&body))
            read_body (&body, &list, bodies, &color);
        }
      if (bodies->len > n_bodies)
        gloss_json_edit_take (edit, "body", gloss_json_array_to_text (bodies));
    }

  if (color != NULL && !color_known && gloss_json_text_get_member (record, "target", &list) && gloss_json_text_is_object (&list) &&
      find_target (record, &target) && !gloss_json_text_get_member (&target, "styleClass", &body))
    {
      g_autoptr (GlossJsonEdit) target_edit = gloss_json_edit_new (&target);

      gloss_json_edit_set_string (target_edit, "styleClass", color);
      gloss_json_edit_take (edit, "target", gloss_json_edit_to_text (target_edit));
    }
}

/* (transfer full): the annotation on one line, with the target that Glossator itself wrote in the
 * place of the one that it wrote for Readium. @is_own: (out) there was one. */
static char *
dup_item (const GlossJsonText *item,
          gboolean            *is_own)
{
  g_autoptr (GlossJsonEdit) edit = NULL;
  GlossJsonText own;

  *is_own = gloss_json_text_get_member (item, GLOSS_TARGET_MEMBER, &own) && gloss_json_text_is_object (&own);
  if (!*is_own)
    return gloss_json_text_minify (item);

  edit = gloss_json_edit_new (item);
  gloss_json_edit_take (edit, "target", gloss_json_text_minify (&own));
  gloss_json_edit_take (edit, GLOSS_TARGET_MEMBER, NULL);
  return gloss_json_edit_to_text (edit);
}

static void
read_item (const GlossJsonText *item,
           GPtrArray           *file_names,
           GlossImportFile     *file)
{
  GlossImportRecord *record = gloss_import_file_add (file);
  gboolean is_own;
  g_autofree char *minified = dup_item (item, &is_own);
  GlossJsonText text = gloss_json_text_for (minified);
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&text);
  g_autoptr (GlossJsonEdit) original = gloss_json_edit_new (NULL);
  g_autofree char *id = make_id (&text);
  GlossJsonText modified;
  GlossJsonText target;
  GlossJsonText source;

  gloss_json_edit_take (original, "target", dup_minified (&text, "target"));
  if (gloss_json_text_get_member (&text, "modified", &modified))
    gloss_json_edit_take (original, "modified", gloss_json_text_minify (&modified));
  record->original = gloss_json_edit_to_text (original);

  if (find_target (&text, &target))
    {
      gloss_import_record_read_target (record, &target, GLOSS_OFFSET_CHARS);
      if (gloss_json_text_get_member (&target, "source", &source) && gloss_json_text_is_object (&source))
        gloss_import_read_names (record->names, &source, "label");
    }
  for (guint i = 0; i < file_names->len; i++)
    g_ptr_array_add (record->names, g_strdup (g_ptr_array_index (file_names, i)));

  gloss_json_edit_set_string (edit, "id", id);
  translate_readium (edit, &text, is_own);
  record->text = gloss_json_edit_to_text (edit);
}

static gboolean
read_root (const GlossJsonText  *root,
           GlossImportFile      *file,
           GError              **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GlossJsonText items;
  GlossJsonText item;
  GlossJsonText value;
  GlossJsonIter iter;
  gint64 total;
  guint n = 0;

  if (!check_version (root, error) || !find_items (root, &items, error))
    return FALSE;
  if (items.length == 0)
    return TRUE;

  read_file_names (names, root);
  gloss_json_iter_init_list (&iter, &items);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      n++;
      if (gloss_json_text_is_string (&item))
        file->n_elsewhere++;
      else if (!is_of_type (&item, "Annotation"))
        return gloss_import_fail (error, n, _("not of the type “Annotation”"));
      else if (!gloss_json_text_get_member (&item, "target", &value))
        return gloss_import_fail (error, n, _("without a target"));
      else
        read_item (&item, names, file);
    }

  /* Pages that follow. */
  if (gloss_json_text_get_member (root, "total", &value) && gloss_json_text_get_int (&value, &total) &&
      total > n && total - n < G_MAXUINT - file->n_elsewhere)
    file->n_elsewhere += (guint) (total - n);

  return TRUE;
}

const GlossImportFormat gloss_import_w3c = {
  .name = "W3C Web Annotation",
  .recognize = recognize_w3c,
  .read = read_root,
};

const GlossImportFormat gloss_import_readium = {
  .name = "Readium",
  .recognize = recognize_readium,
  .read = read_root,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-format-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation.h"

/* Foliate: {"metadata": {"identifier", "title", ...}, "annotations": [{"value": an EPUB CFI,
 * "text": the words, "note", "color", "created", "modified"}], ...}. Where a CFI points to can't be
 * known without the book; the words are looked for. */

#define EPUB_CFI "http://www.idpf.org/epub/linking/cfi/epub-cfi.html"

static const struct
{
  const char *name;
  GlossColor  color;
} colors[] = {
  { "yellow", GLOSS_COLOR_YELLOW }, { "lime", GLOSS_COLOR_GREEN },     { "aqua", GLOSS_COLOR_BLUE },
  { "red", GLOSS_COLOR_RED },       { "magenta", GLOSS_COLOR_PURPLE }, { "orange", GLOSS_COLOR_GRAY },
};

static gboolean
is_item (const GlossJsonText *item)
{
  g_autofree char *value = gloss_json_text_dup_member (item, "value");
  g_autofree char *text = gloss_json_text_dup_member (item, "text");

  return value != NULL && text != NULL && g_str_has_prefix (value, "epubcfi(");
}

static gboolean
recognize (const GlossJsonText *root)
{
  GlossJsonText items;
  GlossJsonText item;
  GlossJsonText metadata;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (root, "annotations", &items) || !gloss_json_text_is_array (&items))
    return FALSE;

  gloss_json_iter_init (&iter, &items);
  if (gloss_json_iter_next (&iter, NULL, &item))
    return is_item (&item);

  return gloss_json_text_get_member (root, "metadata", &metadata) && gloss_json_text_is_object (&metadata);
}

static char *
dup_target (const char *book,
            const char *place,
            const char *words,
            const char *color_name)
{
  g_autoptr (GlossJsonEdit) target = gloss_json_edit_new (NULL);
  g_autoptr (GlossJsonEdit) fragment = gloss_json_edit_new (NULL);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func (g_free);

  gloss_json_edit_set_string (fragment, "type", "FragmentSelector");
  gloss_json_edit_set_string (fragment, "conformsTo", EPUB_CFI);
  gloss_json_edit_set_string (fragment, "value", place);
  g_ptr_array_add (selectors, gloss_json_edit_to_text (fragment));

  if (*words != '\0')
    {
      g_autoptr (GlossJsonEdit) quote = gloss_json_edit_new (NULL);

      gloss_json_edit_set_string (quote, "type", "TextQuoteSelector");
      gloss_json_edit_set_string (quote, "exact", words);
      g_ptr_array_add (selectors, gloss_json_edit_to_text (quote));
    }

  gloss_json_edit_set_string (target, "type", "SpecificResource");
  gloss_json_edit_set_string (target, "source", book);
  gloss_json_edit_take (target, "selector", gloss_json_array_to_text (selectors));
  for (guint i = 0; color_name != NULL && i < G_N_ELEMENTS (colors); i++)
    {
      if (g_str_equal (color_name, colors[i].name))
        gloss_json_edit_set_string (target, "styleClass", gloss_color_to_string (colors[i].color));
    }

  return gloss_json_edit_to_text (target);
}

static void
read_item (const GlossJsonText *item,
           const GlossJsonText *metadata,
           GlossImportFile     *file)
{
  GlossImportRecord *record = gloss_import_file_add (file);
  g_autofree char *book = gloss_json_text_dup_member (metadata, "identifier");
  g_autofree char *place = gloss_json_text_dup_member (item, "value");
  g_autofree char *words = gloss_json_text_dup_member (item, "text");
  g_autofree char *note = gloss_json_text_dup_member (item, "note");
  g_autofree char *color_name = gloss_json_text_dup_member (item, "color");
  g_autofree char *created = gloss_json_text_dup_member (item, "created");
  g_autofree char *modified = gloss_json_text_dup_member (item, "modified");
  g_autofree char *id = gloss_import_make_id ("foliate", book != NULL ? book : "", place, words, NULL);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlossJsonEdit) edit = NULL;
  char *target = dup_target (book, place, words, color_name);
  GlossJsonText target_text = gloss_json_text_for (target);

  gloss_import_record_read_target (record, &target_text, GLOSS_OFFSET_UTF16);
  gloss_import_add_body (bodies, "commenting", "text/plain", note);

  edit = gloss_import_begin_text (id, bodies->len > 0 ? "commenting" : "highlighting", created, modified);
  if (bodies->len > 0)
    gloss_json_edit_take (edit, "body", gloss_json_array_to_text (bodies));
  gloss_json_edit_take (edit, "target", target);
  record->text = gloss_json_edit_to_text (edit);
  record->original = gloss_json_text_minify (item);

  gloss_import_read_names (record->names, metadata, "identifier");
  gloss_import_read_names (record->names, metadata, "title");
}

static gboolean
read_root (const GlossJsonText  *root,
           GlossImportFile      *file,
           GError              **error)
{
  GlossJsonText metadata = { NULL, 0 };
  GlossJsonText items;
  GlossJsonText item;
  GlossJsonIter iter;
  guint n = 0;

  gloss_json_text_get_member (root, "metadata", &metadata);
  gloss_json_text_get_member (root, "annotations", &items);

  gloss_json_iter_init (&iter, &items);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      n++;
      if (!is_item (&item))
        return gloss_import_fail (error, n, _("without a place (“value”) or the words there (“text”)"));
      read_item (&item, &metadata, file);
    }

  return TRUE;
}

const GlossImportFormat gloss_import_foliate = {
  .name = "Foliate",
  .recognize = recognize,
  .read = read_root,
};

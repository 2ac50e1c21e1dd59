/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-version.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-timestamp.h"
#include "import/gloss-import-format-private.h"

/* What is selected of one target: the words that it quotes, or else all that it says of the place.
 * Programs say the same place in more ways or fewer, but quote the same words. */
static void
append_selection (GString             *out,
                  const GlossJsonText *target)
{
  static const char *const parts[] = { "source", "selector" };
  GlossJsonText selectors;
  GlossJsonText quote;
  g_autofree char *exact = NULL;

  if (gloss_json_text_get_member (target, "selector", &selectors) &&
      gloss_import_find_selector (&selectors, "TextQuoteSelector", TRUE, &quote))
    exact = gloss_json_text_dup_member (&quote, "exact");

  if (exact != NULL)
    {
      g_string_append_printf (out, "“%s”\n", exact);
      return;
    }

  if (!gloss_json_text_is_object (target))
    g_string_append_len (out, target->start, target->length);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GlossJsonText part;

      if (gloss_json_text_get_member (target, parts[i], &part))
        g_string_append_len (out, part.start, part.length);
      g_string_append_c (out, '\n');
    }
}

/* (transfer full): what the annotation was on as it came, wherever that was found. */
static char *
dup_selection (GlossAnnotation *annotation)
{
  GlossJsonText text = gloss_json_text_for (gloss_annotation_get_text (annotation));
  GString *out = g_string_new (NULL);
  GlossJsonText original;
  GlossJsonText part;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (&text, GLOSS_IMPORT_ORIGINAL, &original))
    original = text;

  if (gloss_json_text_get_member (&original, "target", &part))
    {
      gloss_json_iter_init_list (&iter, &part);
      while (gloss_json_iter_next (&iter, NULL, &part))
        append_selection (out, &part);
    }
  else if (gloss_json_text_get_member (&original, "value", &part))
    {
      g_string_append_len (out, part.start, part.length);
    }

  return g_string_free (out, FALSE);
}

/* An anchor says nothing of a picture, nor of anything else that is no text: then the whole target
 * must be the same, but for what only explains it. */
static gboolean
is_same_place (GlossAnnotation *a,
               GlossAnnotation *b)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (a);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  GlossJsonText text_a = gloss_json_text_for (gloss_annotation_get_text (a));
  GlossJsonText text_b = gloss_json_text_for (gloss_annotation_get_text (b));
  GlossJsonText target_a;
  GlossJsonText target_b;

  if (data->clause_id != NULL || data->exact != NULL)
    return gloss_anchor_equal (anchor, gloss_annotation_get_anchor (b));

  return gloss_json_text_get_member (&text_a, "target", &target_a) &&
         gloss_json_text_get_member (&text_b, "target", &target_b) && target_a.length == target_b.length &&
         memcmp (target_a.start, target_b.start, target_a.length) == 0;
}

gboolean
gloss_import_same_selection (GlossAnnotation *a,
                             GlossAnnotation *b)
{
  g_autofree char *selection_a = NULL;
  g_autofree char *selection_b = NULL;

  if (is_same_place (a, b))
    return TRUE;

  selection_a = dup_selection (a);
  selection_b = dup_selection (b);
  return g_str_equal (selection_a, selection_b);
}

static gboolean
same_statement (GlossAnnotation *a,
                GlossAnnotation *b)
{
  return g_str_equal (gloss_annotation_get_note (a), gloss_annotation_get_note (b)) &&
         g_strv_equal (gloss_annotation_get_tags (a), gloss_annotation_get_tags (b)) &&
         gloss_annotation_get_color (a) == gloss_annotation_get_color (b) &&
         gloss_import_same_selection (a, b);
}

/* (transfer full): when the other program had changed what @annotation came from; "" where it did not say. */
static char *
dup_original_time (GlossAnnotation *annotation)
{
  static const char *const names[] = { "modified", "updated" };
  GlossJsonText text = gloss_json_text_for (gloss_annotation_get_text (annotation));
  GlossJsonText original;

  for (guint i = 0; gloss_json_text_get_member (&text, GLOSS_IMPORT_ORIGINAL, &original) && i < G_N_ELEMENTS (names); i++)
    {
      char *time = gloss_json_text_dup_member (&original, names[i]);

      if (time != NULL)
        return time;
    }

  return g_strdup ("");
}

/* (transfer full): what @annotation says, and of which words as these were told. */
static char *
dup_statement (GlossAnnotation *annotation)
{
  g_autofree char *selection = dup_selection (annotation);
  g_autofree char *tags = g_strjoinv ("\n", (char **) gloss_annotation_get_tags (annotation));

  return g_strdup_printf ("%s\n%s\n%s\n%d", selection, gloss_annotation_get_note (annotation), tags,
                          gloss_annotation_get_color (annotation));
}

char *
gloss_import_dup_statement_digest (GlossAnnotation *annotation)
{
  g_autofree char *statement = dup_statement (annotation);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, statement, -1);
}

/* (transfer full) (nullable): the digest of what @annotation said as it came. @is_unchanged: whether it
 * says that still. */
static char *
dup_came (GlossAnnotation *annotation,
          gboolean        *is_unchanged)
{
  GlossJsonText text = gloss_json_text_for (gloss_annotation_get_text (annotation));
  char *came = gloss_json_text_dup_member (&text, GLOSS_IMPORT_CAME);
  g_autofree char *now = came != NULL ? gloss_import_dup_statement_digest (annotation) : NULL;

  *is_unchanged = came != NULL && g_str_equal (came, now);
  return came;
}

/* What only who knows how @present once came can tell: that @annotation, as it comes from there now, is
 * what came before, whatever became of that here; or that both were changed. FALSE: neither. */
static gboolean
compare_with_what_came (GlossAnnotation    *annotation,
                        GlossAnnotation    *present,
                        GlossImportVersion *version)
{
  gboolean is_fresh;
  gboolean is_unchanged;
  g_autofree char *came = dup_came (annotation, &is_fresh);
  g_autofree char *came_before = dup_came (present, &is_unchanged);
  g_autofree char *time = dup_original_time (annotation);
  g_autofree char *time_before = dup_original_time (present);

  if (!is_fresh || came_before == NULL || (is_unchanged && !g_str_equal (came, came_before)))
    return FALSE;

  *version = g_str_equal (came, came_before) || gloss_timestamp_compare (time, time_before) < 0
                 ? GLOSS_IMPORT_VERSION_KNOWN
                 : GLOSS_IMPORT_VERSION_ANOTHER;
  return TRUE;
}

GlossImportVersion
gloss_import_compare_versions (GlossAnnotation *annotation,
                               GlossAnnotation *present)
{
  GlossImportVersion version;
  int order;

  if (same_statement (annotation, present))
    return GLOSS_IMPORT_VERSION_KNOWN;
  if (compare_with_what_came (annotation, present, &version))
    return version;

  order = gloss_timestamp_compare (gloss_annotation_get_modified (annotation), gloss_annotation_get_modified (present));
  if (order < 0)
    return GLOSS_IMPORT_VERSION_KNOWN;

  return order > 0 ? GLOSS_IMPORT_VERSION_LATER : GLOSS_IMPORT_VERSION_ANOTHER;
}

gboolean
gloss_import_take_another_id (GlossAnnotation **annotation)
{
  GlossJsonText text = gloss_json_text_for (gloss_annotation_get_text (*annotation));
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&text);
  g_autofree char *statement = dup_statement (*annotation);
  g_autofree char *seed = g_strdup_printf ("%s\n%s", gloss_annotation_get_id (*annotation), statement);
  g_autofree char *id = NULL;
  g_autofree char *edited = NULL;
  GlossAnnotation *other;

  id = gloss_annotation_make_id (seed);
  gloss_json_edit_set_string (edit, "id", id);
  edited = gloss_json_edit_to_text (edit);
  other = gloss_annotation_new_from_text (edited, strlen (edited), NULL);
  if (other == NULL)
    return FALSE;

  g_object_unref (*annotation);
  *annotation = other;
  return TRUE;
}

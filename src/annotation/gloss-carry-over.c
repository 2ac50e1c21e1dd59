/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-carry-over.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-annotation-target.h"
#include "annotation/gloss-carry-place-private.h"
#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-timestamp.h"

#define ORIGIN_MEMBER     "dcterms:source"
#define TO_CONFIRM_MEMBER "glossator:toConfirm"

static void
item_free (gpointer data)
{
  GlossCarryItem *item = data;

  g_clear_object (&item->annotation);
  g_clear_object (&item->old_clause);
  g_clear_object (&item->row);
  g_clear_object (&item->carried);
  g_clear_pointer (&item->anchor, gloss_anchor_unref);
  g_clear_pointer (&item->candidates, g_ptr_array_unref);
  g_free (item);
}

/* (transfer full): the same for the same note and the same document. */
static char *
make_copy_id (GlossAnnotation *annotation,
              const char      *symbol)
{
  g_autofree char *seed = g_strjoin ("\n", "glossator:carry-over", gloss_annotation_get_id (annotation), symbol, NULL);

  return gloss_annotation_make_id (seed);
}

/* FALSE where the note is not on the old document at all. */
static gboolean
is_on (GlossAnchor   *anchor,
       GlossDocument *document)
{
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);

  return data->symbol == NULL || *data->symbol == '\0' ||
         g_str_equal (data->symbol, gloss_document_get_symbol (document));
}

static GlossCarryItem *
plan_item (GlossAnnotation      *annotation,
           GlossAnnotationStore *new_store,
           GlossComparison      *comparison)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (comparison);
  g_autoptr (GlossAnchor) anchor = gloss_annotation_dup_side_for (annotation, old_document);
  g_autofree char *id = make_copy_id (annotation, gloss_document_get_symbol (new_document));
  GlossPlacement placement = gloss_anchor_resolve (anchor, old_document);
  GlossCarryItem *item = g_new0 (GlossCarryItem, 1);

  item->annotation = g_object_ref (annotation);
  item->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_anchor_unref);
  if (new_store != NULL)
    g_set_object (&item->carried, gloss_annotation_store_find (new_store, id));

  if (placement.clause != NULL)
    {
      item->old_clause = g_object_ref (placement.clause);
      g_set_object (&item->row, gloss_comparison_find_old (comparison, gloss_clause_get_id (placement.clause)));
    }

  gloss_carry_place_find (item, anchor, &placement, comparison);
  return item;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const GlossCarryItem *left = *(GlossCarryItem *const *) a;
  const GlossCarryItem *right = *(GlossCarryItem *const *) b;
  int order;

  if ((left->old_clause == NULL) != (right->old_clause == NULL))
    return left->old_clause == NULL ? 1 : -1;

  if (left->old_clause != NULL)
    {
      guint left_position = gloss_clause_get_position (left->old_clause);
      guint right_position = gloss_clause_get_position (right->old_clause);

      if (left_position != right_position)
        return left_position < right_position ? -1 : 1;
    }

  order = strcmp (gloss_annotation_get_created (left->annotation), gloss_annotation_get_created (right->annotation));
  return order != 0 ? order : strcmp (gloss_annotation_get_id (left->annotation), gloss_annotation_get_id (right->annotation));
}

GPtrArray *
gloss_carry_over_plan (GListModel           *annotations,
                       GlossAnnotationStore *new_store,
                       GlossComparison      *comparison)
{
  GPtrArray *items;
  GlossDocument *old_document;
  guint n_annotations;

  g_return_val_if_fail (G_IS_LIST_MODEL (annotations), NULL);
  g_return_val_if_fail (new_store == NULL || GLOSS_IS_ANNOTATION_STORE (new_store), NULL);
  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);

  old_document = gloss_comparison_get_old_document (comparison);
  g_return_val_if_fail (!gloss_document_same_work (old_document, gloss_comparison_get_new_document (comparison)), NULL);

  items = g_ptr_array_new_with_free_func (item_free);
  n_annotations = g_list_model_get_n_items (annotations);
  for (guint i = 0; i < n_annotations; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (annotations, i);

      if (is_on (gloss_annotation_get_anchor (annotation), old_document))
        g_ptr_array_add (items, plan_item (annotation, new_store, comparison));
    }

  g_ptr_array_sort (items, compare_items);
  return items;
}

gboolean
gloss_carry_item_can_carry (const GlossCarryItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  return item->anchor != NULL && item->carried == NULL;
}

void
gloss_carry_item_choose (GlossCarryItem *item,
                         guint           candidate)
{
  g_return_if_fail (item != NULL);
  g_return_if_fail (candidate < item->candidates->len || candidate == GLOSS_CARRY_NO_CANDIDATE);
  g_return_if_fail (item->candidates->len > 0);

  g_clear_pointer (&item->anchor, gloss_anchor_unref);
  if (candidate != GLOSS_CARRY_NO_CANDIDATE)
    item->anchor = gloss_anchor_ref (g_ptr_array_index (item->candidates, candidate));
}

/* (transfer full): the note as it was written, on its new place. What is not understood of it comes
 * along. */
static GlossAnnotation *
make_copy (const GlossCarryItem *item,
           const char           *symbol)
{
  GlossJsonText record = gloss_json_text_for (gloss_annotation_get_text (item->annotation));
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&record);
  g_autoptr (GlossJsonEdit) origin = gloss_json_edit_new (NULL);
  g_autofree char *id = make_copy_id (item->annotation, symbol);
  g_autofree char *now = gloss_timestamp_after (NULL);
  g_autofree char *text = NULL;
  GlossColor color = gloss_annotation_get_color (item->annotation);
  GlossAnnotation *copy;

  gloss_json_edit_set_string (origin, "id", gloss_annotation_get_id (item->annotation));
  gloss_json_edit_set_string (edit, "id", id);
  gloss_json_edit_set_string (edit, "created", now);
  gloss_json_edit_set_string (edit, "modified", now);
  gloss_json_edit_take (edit, "target", gloss_target_write (NULL, item->anchor, &color));
  gloss_json_edit_take (edit, ORIGIN_MEMBER, gloss_json_edit_to_text (origin));

  /* Who chose among places has looked at them; else the words are another's. */
  gloss_json_edit_take (edit, TO_CONFIRM_MEMBER,
                        item->state == GLOSS_PLACEMENT_CHANGED ? g_strdup ("true") : NULL);

  text = gloss_json_edit_to_text (edit);
  copy = gloss_annotation_new_from_text (text, strlen (text), NULL);
  g_assert (copy != NULL);

  return copy;
}

guint
gloss_carry_over_apply (GPtrArray             *items,
                        GlossAnnotationStore  *new_store,
                        GError               **error)
{
  const char *symbol;
  guint n_carried = 0;

  g_return_val_if_fail (items != NULL, 0);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (new_store), 0);

  symbol = gloss_annotation_store_get_symbol (new_store);
  gloss_annotation_store_begin_group (new_store, _("Carry Notes Over"));

  for (guint i = 0; i < items->len; i++)
    {
      GlossCarryItem *item = g_ptr_array_index (items, i);
      g_autoptr (GlossAnnotation) copy = NULL;

      if (!gloss_carry_item_can_carry (item))
        continue;

      /* Another process may have carried it since the plan was made. */
      copy = make_copy (item, symbol);
      g_set_object (&item->carried, gloss_annotation_store_find (new_store, gloss_annotation_get_id (copy)));
      if (item->carried != NULL)
        continue;

      /* What can't be written, the end of the group says. */
      gloss_annotation_store_add (new_store, copy, NULL);
      g_set_object (&item->carried, copy);
      n_carried++;
    }

  gloss_annotation_store_end_group (new_store, error);
  return n_carried;
}

char *
gloss_annotation_dup_origin (GlossAnnotation *annotation)
{
  const char *text;
  GlossJsonText record;
  GlossJsonText origin;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  text = gloss_annotation_get_text (annotation);
  if (strstr (text, "\"" ORIGIN_MEMBER "\"") == NULL)
    return NULL;

  record = gloss_json_text_for (text);
  if (!gloss_json_text_get_member (&record, ORIGIN_MEMBER, &origin))
    return NULL;

  return gloss_json_text_is_string (&origin) ? gloss_json_text_dup_string (&origin)
                                             : gloss_json_text_dup_member (&origin, "id");
}

gboolean
gloss_annotation_is_to_confirm (GlossAnnotation *annotation)
{
  const char *text;
  GlossJsonText record;
  GlossJsonText mark;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);

  text = gloss_annotation_get_text (annotation);
  if (strstr (text, "\"" TO_CONFIRM_MEMBER "\"") == NULL)
    return FALSE;

  record = gloss_json_text_for (text);
  return gloss_json_text_get_member (&record, TO_CONFIRM_MEMBER, &mark) &&
         mark.length == strlen ("true") && strncmp (mark.start, "true", mark.length) == 0;
}

gboolean
gloss_carry_over_confirm (GlossAnnotationStore  *store,
                          GlossAnnotation       *annotation,
                          GError               **error)
{
  g_autoptr (GlossAnnotation) confirmed = NULL;
  g_autoptr (GlossJsonEdit) edit = NULL;
  g_autofree char *text = NULL;
  GlossJsonText record;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), FALSE);

  if (!gloss_annotation_is_to_confirm (annotation))
    return TRUE;

  record = gloss_json_text_for (gloss_annotation_get_text (annotation));
  edit = gloss_json_edit_new (&record);
  gloss_json_edit_take (edit, TO_CONFIRM_MEMBER, NULL);
  text = gloss_json_edit_to_text (edit);
  confirmed = gloss_annotation_new_from_text (text, strlen (text), NULL);
  g_assert (confirmed != NULL);

  gloss_annotation_store_begin_group (store, _("Confirm Note"));
  gloss_annotation_store_replace (store, annotation, confirmed, NULL);
  return gloss_annotation_store_end_group (store, error);
}

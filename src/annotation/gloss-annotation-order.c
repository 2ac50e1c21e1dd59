/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-order.h"

#include <string.h>

#include "annotation/gloss-timestamp.h"

const char *
gloss_annotation_order_get_tag (GlossAnnotation *annotation)
{
  const char * const *tags;
  const char *first;

  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), "");

  tags = gloss_annotation_get_tags (annotation);
  first = tags[0];
  for (guint i = 1; first != NULL && tags[i] != NULL; i++)
    if (gloss_annotation_order_compare_tags (tags[i], first) < 0)
      first = tags[i];

  return first != NULL ? first : "";
}

int
gloss_annotation_order_compare_tags (const char *first,
                                     const char *second)
{
  int order;

  /* Most tags of a list are the same few ones. */
  if (g_str_equal (first, second))
    return 0;
  if (*first == '\0' || *second == '\0')
    return *first == '\0' ? 1 : -1;

  order = g_utf8_collate (first, second);
  return order != 0 ? order : strcmp (first, second);
}

int
gloss_annotation_order_by_date (GlossAnnotation *first,
                                GlossAnnotation *second)
{
  return gloss_timestamp_compare (gloss_annotation_get_modified (second), gloss_annotation_get_modified (first));
}

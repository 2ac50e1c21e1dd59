/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-tag.h"

#include <string.h>

#include "annotation/gloss-annotation-private.h"

gboolean
gloss_tag_is_within (const char *tag,
                     const char *ancestor)
{
  gsize length = strlen (ancestor);

  return strncmp (tag, ancestor, length) == 0 && (tag[length] == '\0' || tag[length] == '/');
}

/* Where the slash stands that separates the leaf of @tag from its parent; NULL at the top. */
static const char *
find_separator (const char *tag)
{
  const char *slash = strrchr (tag, '/');

  if (slash == NULL || slash[1] == '\0')
    return NULL;

  /* The first one of several that stand together. */
  while (slash > tag && slash[-1] == '/')
    slash--;

  return slash > tag ? slash : NULL;
}

char *
gloss_tag_dup_parent (const char *tag)
{
  const char *separator = find_separator (tag);

  return separator != NULL ? g_strndup (tag, separator - tag) : NULL;
}

const char *
gloss_tag_get_leaf (const char *tag)
{
  const char *separator = find_separator (tag);

  return separator != NULL ? strrchr (tag, '/') + 1 : tag;
}

char *
gloss_tag_dup_moved (const char *tag,
                     const char *old_name,
                     const char *new_name)
{
  return gloss_tag_is_within (tag, old_name) ? g_strconcat (new_name, tag + strlen (old_name), NULL) : NULL;
}

GStrv
gloss_tags_dup_moved (const char * const *tags,
                      const char         *old_name,
                      const char         *new_name)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  gboolean any = FALSE;

  for (guint i = 0; tags[i] != NULL; i++)
    {
      gboolean within = gloss_tag_is_within (tags[i], old_name);

      any |= within;
      if (!within)
        g_ptr_array_add (moved, g_strdup (tags[i]));
      else if (new_name != NULL)
        g_ptr_array_add (moved, gloss_tag_dup_moved (tags[i], old_name, new_name));
    }

  /* The note may have had the other tag as well. */
  return any ? gloss_tags_normalize ((const char * const *) moved->pdata) : NULL;
}

char *
gloss_tag_normalize (const char *name)
{
  static const char *const commas[] = { ",", "，", "、", "،" };
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_auto (GStrv) parts = g_strsplit (valid, "/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    if (strstr (valid, commas[i]) != NULL)
      return NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *const part[] = { parts[i], NULL };
      g_auto (GStrv) normal = gloss_tags_normalize (part);

      if (normal[0] != NULL)
        g_strv_builder_add (builder, normal[0]);
    }

  kept = g_strv_builder_end (builder);
  return kept[0] != NULL ? g_strjoinv ("/", kept) : NULL;
}

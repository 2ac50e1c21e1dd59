/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-json-edit.h"

typedef struct
{
  char *key; /* with its quotation marks, as it came */
  char *value;
} Member;

struct _GlossJsonEdit
{
  GArray *members;
};

static void
member_clear (gpointer data)
{
  Member *member = data;

  g_clear_pointer (&member->key, g_free);
  g_clear_pointer (&member->value, g_free);
}

/* The last of several: it is the one that readers take. */
static Member *
find (GlossJsonEdit *self,
      const char    *name,
      guint         *position)
{
  for (guint i = self->members->len; i > 0; i--)
    {
      Member *member = &g_array_index (self->members, Member, i - 1);
      GlossJsonText key = gloss_json_text_for (member->key);

      if (gloss_json_text_equals (&key, name))
        {
          *position = i - 1;
          return member;
        }
    }

  return NULL;
}

GlossJsonEdit *
gloss_json_edit_new (const GlossJsonText *object)
{
  return gloss_json_edit_new_without (object, NULL, NULL);
}

GlossJsonEdit *
gloss_json_edit_new_without (const GlossJsonText *object,
                             const char          *name,
                             GlossJsonText       *left_out)
{
  GlossJsonEdit *self = g_new0 (GlossJsonEdit, 1);

  if (left_out != NULL)
    *left_out = (GlossJsonText) { NULL, 0 };

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);

  if (object != NULL && gloss_json_text_is_object (object))
    {
      GlossJsonIter iter;
      GlossJsonText key;
      GlossJsonText value;

      gloss_json_iter_init (&iter, object);
      while (gloss_json_iter_next (&iter, &key, &value))
        {
          gboolean without = name != NULL && gloss_json_text_equals (&key, name);
          Member member = {
            g_strndup (key.start, key.length),
            without ? g_strdup ("null") : gloss_json_text_minify (&value),
          };

          if (without && left_out != NULL)
            *left_out = value;
          g_array_append_val (self->members, member);
        }
    }

  return self;
}

void
gloss_json_edit_free (GlossJsonEdit *self)
{
  g_clear_pointer (&self->members, g_array_unref);
  g_free (self);
}

gboolean
gloss_json_edit_get (GlossJsonEdit *self,
                     const char    *name,
                     GlossJsonText *value)
{
  guint position;
  Member *member = find (self, name, &position);

  if (member == NULL)
    return FALSE;

  *value = gloss_json_text_for (member->value);
  return TRUE;
}

void
gloss_json_edit_take (GlossJsonEdit *self,
                      const char    *name,
                      char          *json)
{
  guint position;
  Member *member = find (self, name, &position);

  if (json == NULL)
    {
      /* All of them, or an earlier one would be the last. */
      for (; member != NULL; member = find (self, name, &position))
        g_array_remove_index (self->members, position);
    }
  else if (member != NULL)
    {
      g_free (member->value);
      member->value = json;
    }
  else
    {
      Member new_member = { gloss_json_text_quote (name), json };

      g_array_append_val (self->members, new_member);
    }
}

void
gloss_json_edit_set_string (GlossJsonEdit *self,
                            const char    *name,
                            const char    *string)
{
  gboolean given = string != NULL && *string != '\0';

  gloss_json_edit_take (self, name, given ? gloss_json_text_quote (string) : NULL);
}

void
gloss_json_edit_set_int (GlossJsonEdit *self,
                         const char    *name,
                         gint64         number)
{
  gloss_json_edit_take (self, name, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

gboolean
gloss_json_edit_is_empty (GlossJsonEdit *self)
{
  return self->members->len == 0;
}

char *
gloss_json_edit_to_text (GlossJsonEdit *self)
{
  GString *out = g_string_new ("{");

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, member->key);
      g_string_append_c (out, ':');
      g_string_append (out, member->value);
    }

  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

char *
gloss_json_array_to_text (GPtrArray *items)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, g_ptr_array_index (items, i));
    }

  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

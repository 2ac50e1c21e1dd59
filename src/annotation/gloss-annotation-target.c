/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-target.h"

#include <string.h>

#include "annotation/gloss-json-edit.h"

/* What the eId of a clause is a fragment identifier of. */
#define AKOMA_NTOSO "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

/* TRUE in the selector of a clause whose refinement is no phrase, but all of its words. */
#define WHOLE_CLAUSE "glossator:whole"

/* The strings of an anchor while it is read. */
typedef struct
{
  char   *symbol;
  char   *language;
  char   *source;
  char   *clause_id;
  char   *exact;
  char   *prefix;
  char   *suffix;
  gint64  start;
  gint64  end;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_clear_pointer (&parts->symbol, g_free);
  g_clear_pointer (&parts->language, g_free);
  g_clear_pointer (&parts->source, g_free);
  g_clear_pointer (&parts->clause_id, g_free);
  g_clear_pointer (&parts->exact, g_free);
  g_clear_pointer (&parts->prefix, g_free);
  g_clear_pointer (&parts->suffix, g_free);
}

/* The member @name, or the first string of it where it is a list. */
static char *
dup_first (const GlossJsonText *object,
           const char          *name)
{
  GlossJsonText value;
  GlossJsonText item;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (object, name, &value))
    return NULL;

  gloss_json_iter_init_list (&iter, &value);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      if (gloss_json_text_is_string (&item))
        return gloss_json_text_dup_string (&item);
    }

  return NULL;
}

static gboolean
is_of_type (const GlossJsonText *object,
            const char          *type)
{
  GlossJsonText value;

  return gloss_json_text_get_member (object, "type", &value) && gloss_json_text_includes (&value, type);
}

/* "https://example.org/document#clause" */
static void
read_iri (Parts *parts,
          char  *iri)
{
  char *fragment = strchr (iri, '#');

  if (fragment != NULL)
    {
      *fragment = '\0';
      if (fragment[1] != '\0')
        parts->clause_id = g_uri_unescape_string (fragment + 1, NULL);
    }

  parts->source = iri;
}

static void
read_source (Parts               *parts,
             const GlossJsonText *target)
{
  GlossJsonText source;
  char *iri;

  if (gloss_json_text_get_member (target, "source", &source))
    {
      iri = gloss_json_text_dup_string (&source);
      if (iri == NULL)
        {
          iri = gloss_json_text_dup_member (&source, "id");
          parts->language = dup_first (&source, "language");
          parts->symbol = dup_first (&source, "label");
        }
    }
  else
    {
      /* No part of a resource, but the resource itself. */
      iri = gloss_json_text_dup_member (target, "id");
    }

  if (iri != NULL)
    read_iri (parts, iri);
}

static gboolean
is_clause_selector (const GlossJsonText *selector)
{
  g_autofree char *standard = NULL;

  if (!is_of_type (selector, "FragmentSelector"))
    return FALSE;

  standard = gloss_json_text_dup_member (selector, "conformsTo");
  return standard == NULL || g_str_equal (standard, AKOMA_NTOSO);
}

static gboolean
is_whole_clause (const GlossJsonText *selector)
{
  GlossJsonText value;

  return gloss_json_text_get_member (selector, WHOLE_CLAUSE, &value) && value.length == strlen ("true") &&
         strncmp (value.start, "true", value.length) == 0;
}

static void
read_selectors (Parts               *parts,
                const GlossJsonText *selectors)
{
  GlossJsonIter iter;
  GlossJsonText selector;
  GlossJsonText value;

  gloss_json_iter_init_list (&iter, selectors);
  while (gloss_json_iter_next (&iter, NULL, &selector))
    {
      if (is_clause_selector (&selector))
        {
          g_free (parts->clause_id);
          parts->clause_id = gloss_json_text_dup_member (&selector, "value");
          if (!is_whole_clause (&selector) && gloss_json_text_get_member (&selector, "refinedBy", &value))
            read_selectors (parts, &value);
        }
      else if (is_of_type (&selector, "TextQuoteSelector") && parts->exact == NULL)
        {
          g_free (parts->prefix);
          g_free (parts->suffix);
          parts->exact = gloss_json_text_dup_member (&selector, "exact");
          parts->prefix = gloss_json_text_dup_member (&selector, "prefix");
          parts->suffix = gloss_json_text_dup_member (&selector, "suffix");
        }
      else if (is_of_type (&selector, "TextPositionSelector"))
        {
          if (!gloss_json_text_get_member (&selector, "start", &value) ||
              !gloss_json_text_get_int (&value, &parts->start) ||
              !gloss_json_text_get_member (&selector, "end", &value) ||
              !gloss_json_text_get_int (&value, &parts->end))
            parts->start = parts->end = -1;
        }
    }
}

static void
read_color (const GlossJsonText *target,
            GlossColor          *color)
{
  GlossJsonText classes;
  GlossJsonText name;
  GlossJsonIter iter;

  if (!gloss_json_text_get_member (target, "styleClass", &classes))
    return;

  gloss_json_iter_init_list (&iter, &classes);
  while (gloss_json_iter_next (&iter, NULL, &name))
    {
      g_autofree char *string = gloss_json_text_dup_string (&name);

      if (string != NULL && gloss_color_from_string (string, color))
        return;
    }
}

/* The target itself, or the first of several that is one. */
static gboolean
find_target (const GlossJsonText *targets,
             GlossJsonText       *target)
{
  GlossJsonIter iter;

  gloss_json_iter_init_list (&iter, targets);
  while (gloss_json_iter_next (&iter, NULL, target))
    {
      if (gloss_json_text_is_object (target) || gloss_json_text_is_string (target))
        return TRUE;
    }

  return FALSE;
}

GlossAnchor *
gloss_target_read (const GlossJsonText *targets,
                   GlossColor          *color)
{
  Parts parts = { .start = -1, .end = -1 };
  GlossJsonText target;
  GlossJsonText selectors;
  GlossAnchor *anchor;

  if (find_target (targets, &target))
    {
      if (gloss_json_text_is_string (&target))
        {
          read_iri (&parts, gloss_json_text_dup_string (&target));
        }
      else
        {
          read_source (&parts, &target);
          if (gloss_json_text_get_member (&target, "selector", &selectors))
            read_selectors (&parts, &selectors);
          read_color (&target, color);
        }
    }

  /* Positions without a clause count from somewhere else. */
  if (parts.clause_id == NULL)
    parts.start = parts.end = -1;

  anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = parts.symbol,
    .language = parts.language,
    .source = parts.source,
    .clause_id = parts.clause_id,
    .exact = parts.exact,
    .prefix = parts.prefix,
    .suffix = parts.suffix,
    .start = parts.start,
    .end = parts.end,
  });
  parts_clear (&parts);

  return anchor;
}

/* The selector of that type in @selectors (nullable), to be said anew. */
static GlossJsonEdit *
edit_selector (const GlossJsonText *selectors,
               const char          *type)
{
  GlossJsonEdit *edit = NULL;
  GlossJsonIter iter;
  GlossJsonText selector;

  if (selectors != NULL)
    {
      gloss_json_iter_init_list (&iter, selectors);
      while (edit == NULL && gloss_json_iter_next (&iter, NULL, &selector))
        {
          if (is_of_type (&selector, type))
            edit = gloss_json_edit_new (&selector);
        }
    }

  if (edit == NULL)
    {
      edit = gloss_json_edit_new (NULL);
      gloss_json_edit_set_string (edit, "type", type);
    }

  return edit;
}

/* The selectors of a phrase. Selectors of other kinds that stood beside them are left out: they
 * said the same of the place that was. */
static char *
write_phrase (const GlossJsonText   *old,
              const GlossAnchorData *data)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlossJsonEdit) quote = edit_selector (old, "TextQuoteSelector");

  /* Empty ones too: they say that the text begins or ends here. */
  gloss_json_edit_take (quote, "exact", gloss_json_text_quote (data->exact));
  gloss_json_edit_take (quote, "prefix", data->prefix != NULL ? gloss_json_text_quote (data->prefix) : NULL);
  gloss_json_edit_take (quote, "suffix", data->suffix != NULL ? gloss_json_text_quote (data->suffix) : NULL);
  g_ptr_array_add (selectors, gloss_json_edit_to_text (quote));

  if (data->start >= 0 && data->clause_id != NULL)
    {
      g_autoptr (GlossJsonEdit) position = edit_selector (old, "TextPositionSelector");

      gloss_json_edit_set_int (position, "start", data->start);
      gloss_json_edit_set_int (position, "end", data->end);
      g_ptr_array_add (selectors, gloss_json_edit_to_text (position));
    }

  return gloss_json_array_to_text (selectors);
}

/* NULL for a whole document. */
static char *
write_selector (const GlossJsonText   *old,
                const GlossAnchorData *data)
{
  gboolean has_phrase = data->exact != NULL && *data->exact != '\0';
  g_autoptr (GlossJsonEdit) clause = NULL;
  GlossJsonText refinement;
  gboolean refined;

  if (data->clause_id == NULL)
    return has_phrase ? write_phrase (old, data) : NULL;

  clause = edit_selector (old, "FragmentSelector");
  gloss_json_edit_set_string (clause, "conformsTo", AKOMA_NTOSO);
  gloss_json_edit_take (clause, "value", gloss_json_text_quote (data->clause_id));
  gloss_json_edit_take (clause, WHOLE_CLAUSE, NULL);
  refined = gloss_json_edit_get (clause, "refinedBy", &refinement);
  gloss_json_edit_take (clause, "refinedBy", has_phrase ? write_phrase (refined ? &refinement : NULL, data) : NULL);

  return gloss_json_edit_to_text (clause);
}

static char *
write_source (const GlossJsonText   *old,
              const GlossAnchorData *data)
{
  g_autoptr (GlossJsonEdit) source = gloss_json_edit_new (old);
  g_autofree char *iri = g_strdup (data->source);
  GlossJsonText type;

  if (iri == NULL || *iri == '\0')
    {
      g_autofree char *name = g_uri_escape_string (data->symbol != NULL ? data->symbol : "", "/", FALSE);

      g_free (iri);
      iri = g_strconcat ("urn:glossator:", name, NULL);
    }

  gloss_json_edit_set_string (source, "id", iri);
  if (!gloss_json_edit_get (source, "type", &type))
    gloss_json_edit_set_string (source, "type", "Text");
  gloss_json_edit_set_string (source, "language", data->language);
  gloss_json_edit_set_string (source, "label", data->symbol);

  return gloss_json_edit_to_text (source);
}

static char *
write_color (const GlossJsonText *old,
             GlossColor           color)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);
  GlossJsonIter iter;
  GlossJsonText item;
  GlossColor ignored;

  g_ptr_array_add (classes, gloss_json_text_quote (gloss_color_to_string (color)));

  if (old != NULL)
    {
      gloss_json_iter_init_list (&iter, old);
      while (gloss_json_iter_next (&iter, NULL, &item))
        {
          g_autofree char *name = gloss_json_text_dup_string (&item);

          if (name == NULL || !gloss_color_from_string (name, &ignored))
            g_ptr_array_add (classes, g_strndup (item.start, item.length));
        }
    }

  return classes->len == 1 ? g_strdup (g_ptr_array_index (classes, 0)) : gloss_json_array_to_text (classes);
}

static char *
write_target (const GlossJsonText *old,
              GlossAnchor         *anchor,
              const GlossColor    *color)
{
  g_autoptr (GlossJsonEdit) target = gloss_json_edit_new (old);
  GlossJsonText value;

  /* Part of a resource: this is where "source" and "styleClass" belong. */
  if (!gloss_json_edit_get (target, "source", &value))
    {
      g_autofree char *iri = NULL;

      if (old != NULL && gloss_json_text_is_string (old))
        iri = gloss_json_text_dup_string (old);
      else if (gloss_json_edit_get (target, "id", &value))
        iri = gloss_json_text_dup_string (&value);

      if (!gloss_json_edit_get (target, "type", &value))
        gloss_json_edit_set_string (target, "type", "SpecificResource");
      gloss_json_edit_set_string (target, "source", iri);
    }

  if (anchor != NULL)
    {
      const GlossAnchorData *data = gloss_anchor_get_data (anchor);
      gboolean known = gloss_json_edit_get (target, "source", &value);

      gloss_json_edit_take (target, "source", write_source (known ? &value : NULL, data));
    }

  if (color != NULL)
    {
      gboolean known = gloss_json_edit_get (target, "styleClass", &value);

      gloss_json_edit_take (target, "styleClass", write_color (known ? &value : NULL, *color));
    }

  if (anchor != NULL)
    {
      gboolean known = gloss_json_edit_get (target, "selector", &value);

      gloss_json_edit_take (target, "selector",
                            write_selector (known ? &value : NULL, gloss_anchor_get_data (anchor)));
    }

  return gloss_json_edit_to_text (target);
}

char *
gloss_target_write (const GlossJsonText *targets,
                    GlossAnchor         *anchor,
                    const GlossColor    *color)
{
  g_autoptr (GPtrArray) items = NULL;
  GlossJsonText target;
  GlossJsonText item;
  GlossJsonIter iter;

  if (targets == NULL || !find_target (targets, &target))
    return write_target (NULL, anchor, color);
  if (!gloss_json_text_is_array (targets))
    return write_target (&target, anchor, color);

  items = g_ptr_array_new_with_free_func (g_free);
  gloss_json_iter_init (&iter, targets);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      gboolean ours = item.start == target.start;

      g_ptr_array_add (items, ours ? write_target (&target, anchor, color) : g_strndup (item.start, item.length));
    }

  return gloss_json_array_to_text (items);
}

char *
gloss_target_write_words (const GlossJsonText *target,
                          GlossAnchor         *anchor,
                          const char          *words)
{
  GlossAnchorData data = *gloss_anchor_get_data (anchor);
  g_autoptr (GlossAnchor) phrase = NULL;
  g_autoptr (GlossJsonEdit) edit = NULL;
  g_autoptr (GlossJsonEdit) clause = NULL;
  g_autofree char *text = NULL;
  GlossJsonText written;
  GlossJsonText selector;

  /* Said in another way, it may mean more than we know. */
  if (data.clause_id == NULL || gloss_anchor_has_phrase (anchor) || *words == '\0' ||
      !gloss_json_text_is_object (target) || !gloss_json_text_get_member (target, "selector", &selector) ||
      !gloss_json_text_is_object (&selector) || !is_clause_selector (&selector) ||
      gloss_json_text_get_member (&selector, "refinedBy", &written))
    return NULL;

  data.exact = words;
  data.prefix = data.suffix = "";
  data.start = 0;
  data.end = g_utf8_strlen (words, -1);
  phrase = gloss_anchor_new (&data);
  text = gloss_target_write (target, phrase, NULL);
  written = gloss_json_text_for (text);
  edit = gloss_json_edit_new (&written);
  if (!gloss_json_edit_get (edit, "selector", &selector))
    g_return_val_if_reached (NULL);

  clause = gloss_json_edit_new (&selector);
  gloss_json_edit_take (clause, WHOLE_CLAUSE, g_strdup ("true"));
  gloss_json_edit_take (edit, "selector", gloss_json_edit_to_text (clause));
  return gloss_json_edit_to_text (edit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-prose.h"

#include <string.h>

static gboolean
is_xml_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Characters of scripts that set no spaces between words; Korean does. */
static gboolean
is_unspaced (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
}

/* Marks that Chinese shares with other scripts. */
static gboolean
is_shared_mark (gunichar c)
{
  switch (c)
    {
    case 0x00b7: /* · */
    case 0x2014: /* — */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x2026: /* … */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
needs_space (gunichar before,
             gunichar after)
{
  if (is_unspaced (before))
    return !is_unspaced (after) && !is_shared_mark (after);

  return !(is_shared_mark (before) && is_unspaced (after));
}

static gunichar
last_char (GlossAknProse *self)
{
  return g_utf8_get_char (g_utf8_prev_char (self->text->str + self->text->len));
}

static void
owe (GlossAknProse *self,
     guint          what)
{
  if (!gloss_akn_prose_is_empty (self) && what > self->owed)
    self->owed = what;
}

/* Gives what is owed, now that @next follows. */
static void
settle (GlossAknProse *self,
        gunichar       next)
{
  if (self->text == NULL)
    self->text = g_string_new (NULL);

  if (self->owed == GLOSS_AKN_PROSE_BREAK)
    g_string_append_c (self->text, '\n');
  else if (self->owed != GLOSS_AKN_PROSE_NOTHING && self->text->len > 0 && last_char (self) != '\n')
    {
      if (self->owed != GLOSS_AKN_PROSE_LINE || needs_space (last_char (self), next))
        g_string_append_c (self->text, ' ');
    }

  self->owed = GLOSS_AKN_PROSE_NOTHING;
}

void
gloss_akn_prose_append (GlossAknProse *self,
                        const char    *text,
                        gsize          length,
                        gboolean       exact)
{
  const char *end = text + length;

  if (length == 0)
    return;

  if (exact)
    {
      settle (self, g_utf8_get_char (text));
      g_string_append_len (self->text, text, length);
      self->exact = self->text->len;
      return;
    }

  while (text < end)
    {
      const char *word;

      for (; text < end && is_xml_space (*text); text++)
        owe (self, *text == '\n' || *text == '\r' ? GLOSS_AKN_PROSE_LINE : GLOSS_AKN_PROSE_SPACE);

      /* Words with one space between them can be taken together. */
      for (word = text; text < end; text++)
        {
          if (is_xml_space (*text) && (*text != ' ' || text + 1 == end || is_xml_space (text[1])))
            break;
        }

      if (word < text)
        {
          settle (self, g_utf8_get_char (word));
          g_string_append_len (self->text, word, text - word);
        }
    }
}

void
gloss_akn_prose_add_line (GlossAknProse *self,
                          gboolean       exact)
{
  if (exact)
    gloss_akn_prose_append (self, "\n", 1, TRUE);
  else if (!gloss_akn_prose_is_empty (self))
    {
      if (self->owed != GLOSS_AKN_PROSE_BREAK)
        self->owed = GLOSS_AKN_PROSE_NOTHING;
      settle (self, 0);
      g_string_append_c (self->text, '\n');
    }
}

void
gloss_akn_prose_end_word (GlossAknProse *self)
{
  owe (self, GLOSS_AKN_PROSE_WORD);
}

void
gloss_akn_prose_end_line (GlossAknProse *self)
{
  owe (self, GLOSS_AKN_PROSE_BREAK);
}

/* "1" -> "¹", "a" -> "ᵃ"; what has no raised form and is no sign like "*" is put in brackets. */
static char *
raise_mark (const char *mark)
{
  static const gunichar digits[] = {
    0x2070, 0x00b9, 0x00b2, 0x00b3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079,
  };
  static const gunichar letters[] = {
    0x1d43, 0x1d47, 0x1d9c, 0x1d48, 0x1d49, 0x1da0, 0x1d4d, 0x02b0, 0x2071, 0x02b2, 0x1d4f, 0x02e1, 0x1d50,
    0x207f, 0x1d52, 0x1d56, 0,      0x02b3, 0x02e2, 0x1d57, 0x1d58, 0x1d5b, 0x02b7, 0x02e3, 0x02b8, 0x1dbb,
  };
  g_autoptr (GString) raised = g_string_new (NULL);

  for (const char *p = mark; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        c = digits[c - '0'];
      else if (c >= 'a' && c <= 'z')
        c = letters[c - 'a'];
      else if (c == '(')
        c = 0x207d;
      else if (c == ')')
        c = 0x207e;
      else if (g_unichar_isalpha (c) || g_unichar_isdigit (c))
        c = 0;

      if (c == 0)
        return g_strconcat ("[", mark, "]", NULL);
      g_string_append_unichar (raised, c);
    }

  return g_string_free (g_steal_pointer (&raised), FALSE);
}

static gboolean
ends_with (GlossAknProse *self,
           const char    *suffix)
{
  return self->owed == GLOSS_AKN_PROSE_NOTHING && self->text != NULL && g_str_has_suffix (self->text->str, suffix);
}

void
gloss_akn_prose_add_mark (GlossAknProse *self,
                          const char    *mark)
{
  g_autofree char *stripped = g_strstrip (g_strdup (mark));
  g_autofree char *raised = raise_mark (stripped);

  if (*raised == '\0' || ends_with (self, raised))
    return;

  settle (self, g_utf8_get_char (raised));
  g_string_append (self->text, raised);
}

gboolean
gloss_akn_prose_add_quote (GlossAknProse *self,
                           const char    *quote)
{
  if (*quote == '\0' || ends_with (self, quote))
    return FALSE;

  settle (self, g_utf8_get_char (quote));
  g_string_append (self->text, quote);
  return TRUE;
}

gboolean
gloss_akn_prose_is_blank (const char *text,
                          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!is_xml_space (text[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
gloss_akn_prose_is_empty (GlossAknProse *self)
{
  return self->text == NULL || self->text->len == 0;
}

char *
gloss_akn_prose_steal (GlossAknProse *self)
{
  gsize length;
  char *text;

  if (self->text == NULL)
    return g_strdup ("");

  for (length = self->text->len; length > self->exact && self->text->str[length - 1] == '\n'; length--)
    ;
  g_string_truncate (self->text, length);

  text = g_string_free (self->text, FALSE);
  *self = (GlossAknProse) { NULL };

  return text;
}

void
gloss_akn_prose_clear (GlossAknProse *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  *self = (GlossAknProse) { NULL };
}

gboolean
gloss_akn_prose_is_plain (const char *text)
{
  /* As if a space or a line break stood before. */
  char before = ' ';

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\t' || *p == '\r' || (*p == ' ' && is_xml_space (before)) || (*p == '\n' && is_xml_space (before)))
        return FALSE;
      before = *p;
    }

  return *text == '\0' || !is_xml_space (before);
}

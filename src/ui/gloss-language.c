/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-language.h"

#include <glib/gi18n.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

static gboolean
is_known (const char *language)
{
  return language != NULL && *language != '\0' && !g_str_equal (language, "und");
}

GtkTextDirection
gloss_language_get_direction (const char *language)
{
  if (!is_known (language))
    return GTK_TEXT_DIR_NONE;

  return uloc_isRightToLeft (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

GtkTextDirection
gloss_language_find_direction (const char *language,
                               const char *text)
{
  GtkTextDirection direction = gloss_language_get_direction (language);

  if (direction != GTK_TEXT_DIR_NONE)
    return direction;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch ((int) u_charDirection ((UChar32) g_utf8_get_char (p)))
      {
      case U_LEFT_TO_RIGHT:
        return GTK_TEXT_DIR_LTR;

      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return GTK_TEXT_DIR_RTL;

      default:
        break;
      }

  return GTK_TEXT_DIR_NONE;
}

char *
gloss_language_dup_name (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  g_autofree char *utf8 = NULL;
  int32_t length;

  if (!is_known (language))
    return g_strdup (_ ("Unknown language"));

  /* The languages of the interface are POSIX locales ("pt_BR.UTF-8"), which ICU reads. */
  length = uloc_getDisplayName (language, g_get_language_names ()[0], name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length <= 0 || length > (int32_t) G_N_ELEMENTS (name))
    return g_strdup (language);

  utf8 = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return utf8 != NULL ? g_steal_pointer (&utf8) : g_strdup (language);
}

char *
gloss_language_isolate (const char *text)
{
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

void
gloss_language_apply (const char    *language,
                      GtkLabel      *label,
                      PangoAttrList *attributes)
{
  g_autoptr (PangoAttrList) own = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (attributes == NULL)
    attributes = own = pango_attr_list_new ();
  if (is_known (language))
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));

  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_direction (GTK_WIDGET (label), gloss_language_find_direction (language, gtk_label_get_text (label)));
}

void
gloss_language_apply_in_list (const char    *language,
                              GtkLabel      *label,
                              PangoAttrList *attributes)
{
  GtkTextDirection direction;

  g_return_if_fail (GTK_IS_LABEL (label));

  gloss_language_apply (language, label, attributes);
  direction = gtk_widget_get_direction (GTK_WIDGET (label));
  gtk_label_set_xalign (label, direction == gtk_widget_get_default_direction () ? 0 : 1);
}

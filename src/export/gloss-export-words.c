/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"

/* Scripts and languages that are read from right to left, among those that documents come in. */
static const char *const rtl_scripts[] = { "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", NULL };
static const char *const rtl_languages[] = {
  "ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur",
  "yi", NULL
};

void
gloss_export_take_detail (GPtrArray  *details,
                          const char *label,
                          char       *value)
{
  GlossExportDetail *detail = g_new (GlossExportDetail, 1);

  detail->label = label;
  detail->value = value;
  g_ptr_array_add (details, detail);
}

/* "2015-01-13T09:00:00.123Z" is for programs; a reader wants "2015-01-13 09:00 UTC". What is no
 * such time is shown as it came. */
static char *
dup_readable_time (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr (GDateTime) utc = NULL;

  if (time == NULL)
    return g_strdup (iso);

  utc = g_date_time_to_utc (time);
  return g_date_time_format (utc, "%Y-%m-%d %H:%M UTC");
}

void
gloss_export_detail_free (gpointer data)
{
  GlossExportDetail *detail = data;

  g_free (detail->value);
  g_free (detail);
}

GPtrArray *
gloss_export_note_marks (GlossAnnotation *annotation,
                         const char      *state)
{
  GPtrArray *details = g_ptr_array_new_with_free_func (gloss_export_detail_free);
  const char *const *tags = gloss_annotation_get_tags (annotation);

  if (state != NULL)
    gloss_export_take_detail (details, _("Place"), g_strdup (state));

  if (tags[0] != NULL)
    gloss_export_take_detail (details, _("Tags"), g_strjoinv (", ", (char **) tags));

  gloss_export_take_detail (details, _("Color"),
                            gloss_vocabulary_describe_color (gloss_vocabulary_get_default (), gloss_annotation_get_color (annotation)));

  return details;
}

GPtrArray *
gloss_export_note_details (GlossAnnotation *annotation,
                           const char      *state)
{
  GPtrArray *details = gloss_export_note_marks (annotation, state);
  const char *author = gloss_annotation_get_author (annotation);
  const char *created = gloss_annotation_get_created (annotation);
  const char *modified = gloss_annotation_get_modified (annotation);

  if (*author != '\0')
    gloss_export_take_detail (details, _("Author"), g_strdup (author));

  if (*created != '\0')
    gloss_export_take_detail (details, _("Written"), dup_readable_time (created));

  if (*modified != '\0' && g_strcmp0 (modified, created) != 0)
    gloss_export_take_detail (details, _("Changed"), dup_readable_time (modified));

  return details;
}

char *
gloss_export_note_dup_old_side (const GlossExportNote *note)
{
  if (note->old_citation == NULL)
    return NULL;
  if (*note->old_quotation == '\0')
    return g_strdup (note->old_citation);

  /* Translators: a place and the words that stood there: "A/66/359, annex, para. (f): “the words”" */
  return g_strdup_printf (_("%s: “%s”"), note->old_citation, note->old_quotation);
}

void
gloss_export_note_add_old_side (GPtrArray             *details,
                                const GlossExportNote *note)
{
  GlossExportDetail *detail;

  if (note->old_citation == NULL)
    return;

  detail = g_new (GlossExportDetail, 1);
  /* Translators: before the place and the words of the old text, of a note on a change. */
  detail->label = _("Changed from");
  detail->value = gloss_export_note_dup_old_side (note);
  g_ptr_array_insert (details, 0, detail);
}

char *
gloss_export_dup_particulars (const char *symbol,
                              const char *language,
                              const char *date)
{
  g_autoptr (GString) particulars = g_string_new (symbol);

  if (!g_str_equal (language, "und"))
    g_string_append_printf (particulars, " (%s)", language);
  if (*date != '\0')
    g_string_append_printf (particulars, ", %s", date);

  return g_string_free (g_steal_pointer (&particulars), FALSE);
}

char *
gloss_export_dup_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\r\n\t\v\f", ' ');
}

const char *
gloss_export_language_direction (const char *language)
{
  g_autofree char *folded = g_ascii_strdown (language, -1);
  g_auto (GStrv) subtags = g_strsplit (folded, "-", -1);

  /* The script stands behind the language: "az-Arab", "zh-cmn-Hans". */
  for (guint i = 1; subtags[0] != NULL && subtags[i] != NULL; i++)
    if (strlen (subtags[i]) == 4 && g_ascii_isalpha (subtags[i][0]))
      return g_strv_contains (rtl_scripts, subtags[i]) ? "rtl" : "ltr";

  return subtags[0] != NULL && g_strv_contains (rtl_languages, subtags[0]) ? "rtl" : "ltr";
}

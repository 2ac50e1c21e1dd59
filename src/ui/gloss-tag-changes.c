/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tag-changes"

#include "config.h"

#include "ui/gloss-tag-changes.h"

#include <glib/gi18n.h>

#include "annotation/gloss-tag-index.h"
#include "annotation/gloss-tag-rename.h"

/* Makes @change, which could not be written only where the vocabulary says so itself, and keeps it
 * with the step. */
static void
record (GlossNotebook         *notebook,
        const char            *label,
        GPtrArray             *stores,
        GlossVocabularyChange *change)
{
  if (gloss_vocabulary_change_is_empty (change))
    g_clear_pointer (&change, gloss_vocabulary_change_free);
  else
    gloss_vocabulary_change_make (change, gloss_vocabulary_get_default (), TRUE, NULL);

  gloss_note_changes_record (gloss_note_changes_get (notebook), label, stores, change);
}

/* (transfer full): what was done to @n_notes notes, in words. */
static char *
name_rename (guint       n_notes,
             const char *tag,
             const char *new_name,
             gboolean    merging)
{
  if (merging)
    /* Translators: the first two %s are tags; the second one was there before. */
    return g_strdup_printf (ngettext ("Merged “%s” into “%s” in %u note", "Merged “%s” into “%s” in %u notes", n_notes),
                            tag, new_name, n_notes);

  /* Translators: the first %s is the old name of a tag, the second one its new name. */
  return g_strdup_printf (ngettext ("Renamed “%s” to “%s” in %u note", "Renamed “%s” to “%s” in %u notes", n_notes),
                          tag, new_name, n_notes);
}

guint
gloss_tag_changes_rename (GlossNotebook *notebook,
                          const char    *tag,
                          const char    *new_name)
{
  gboolean merging;
  g_autoptr (GPtrArray) stores = NULL;
  g_autofree char *label = NULL;
  guint n_notes;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), 0);
  g_return_val_if_fail (tag != NULL, 0);
  g_return_val_if_fail (new_name != NULL, 0);

  if (g_str_equal (tag, new_name))
    return 0;

  merging = gloss_tag_index_find (gloss_tag_index_get (notebook), new_name) != NULL;
  n_notes = gloss_tag_rename (G_LIST_MODEL (notebook), tag, new_name,
                              /* Translators: what can be undone, as in “Undo: Rename Tag” */
                              merging ? _("Merge Tags") : _("Rename Tag"), &stores);
  label = name_rename (n_notes, tag, new_name, merging);
  record (notebook, label, stores,
          gloss_vocabulary_change_new_rename (gloss_vocabulary_get_default (), tag, new_name));

  return n_notes;
}

guint
gloss_tag_changes_delete (GlossNotebook *notebook,
                          const char    *tag)
{
  g_autoptr (GPtrArray) stores = NULL;
  g_autofree char *label = NULL;
  guint n_notes;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), 0);
  g_return_val_if_fail (tag != NULL, 0);

  n_notes = gloss_tag_rename (G_LIST_MODEL (notebook), tag, NULL, _("Delete Tag"), &stores);
  /* Translators: %s is a tag, which was taken from the notes. */
  label = g_strdup_printf (ngettext ("Deleted “%s” from %u note", "Deleted “%s” from %u notes", n_notes), tag, n_notes);
  record (notebook, label, stores, gloss_vocabulary_change_new_rename (gloss_vocabulary_get_default (), tag, NULL));

  return n_notes;
}

void
gloss_tag_changes_describe (GlossNotebook    *notebook,
                            const char       *tag,
                            const GlossColor *color,
                            const char       *description)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *label = NULL;

  g_return_if_fail (GLOSS_IS_NOTEBOOK (notebook));
  g_return_if_fail (tag != NULL);

  /* Translators: %s is a tag, which got another colour or description. */
  label = g_strdup_printf (_("Changed what is said of “%s”"), tag);
  record (notebook, label, none,
          gloss_vocabulary_change_new_describe (gloss_vocabulary_get_default (), tag, color, description));
}

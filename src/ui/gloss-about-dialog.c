/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-about-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/gloss-language.h"

/* One sentence for each state that clauses of @document are in. */
static void
describe_confirmation (GString       *text,
                       GlossDocument *document)
{
  guint counts[GLOSS_CONFIRMATION_TRANSCRIBED + 1] = { 0 };
  guint n_clauses = gloss_document_get_n_clauses (document);

  for (guint i = 0; i < n_clauses; i++)
    counts[gloss_clause_get_confirmation (gloss_document_get_clause (document, i))]++;

  /* Where the file says nothing of its clauses, there is nothing to be said. */
  if (counts[GLOSS_CONFIRMATION_UNSTATED] == n_clauses)
    return;

  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u clause is confirmed word for word.",
                                          "%u clauses are confirmed word for word.",
                                          counts[GLOSS_CONFIRMATION_CONFIRMED]),
                          counts[GLOSS_CONFIRMATION_CONFIRMED]);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u clause is confirmed in its main phrases.",
                                          "%u clauses are confirmed in their main phrases.",
                                          counts[GLOSS_CONFIRMATION_PARTIAL]),
                          counts[GLOSS_CONFIRMATION_PARTIAL]);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u clause is transcribed and not confirmed yet.",
                                          "%u clauses are transcribed and not confirmed yet.",
                                          counts[GLOSS_CONFIRMATION_TRANSCRIBED]),
                          counts[GLOSS_CONFIRMATION_TRANSCRIBED]);
}

static void
describe_document (GString       *text,
                   GlossDocument *document)
{
  g_autofree char *language = gloss_language_dup_name (gloss_document_get_language (document));
  g_autofree char *iri = g_markup_escape_text (gloss_document_get_iri (document), -1);
  g_autofree char *symbol = g_markup_escape_text (gloss_document_get_symbol (document), -1);
  const char *remark = gloss_document_get_remark (document);

  g_string_append (text, "\n\n");
  if (g_str_has_prefix (iri, "http"))
    g_string_append_printf (text, "<a href=\"%s\">%s</a>", iri, symbol);
  else
    g_string_append (text, symbol);
  g_string_append_printf (text, " · %s", language);

  if (remark != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (remark, -1);

      g_string_append_printf (text, "\n%s", escaped);
    }
  describe_confirmation (text, document);
}

char *
gloss_about_describe_texts (GlossLibrary *library)
{
  GString *text = g_string_new (_("United Nations documents are in the public domain. "
                                  "The authority is the printed document of the United Nations. "
                                  "What was mended in a text is said under “About This Document”."));
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (library));

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);
      g_autoptr (GlossDocument) document = NULL;

      if (gloss_library_entry_get_added (entry))
        continue;

      document = gloss_library_load (library, gloss_library_entry_get_name (entry), NULL);
      if (document != NULL)
        describe_document (text, document);
    }

  return g_string_free_and_steal (text);
}

void
gloss_about_dialog_present (GtkWidget    *parent,
                            GlossLibrary *library)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  g_autofree char *texts = gloss_about_describe_texts (library);

  adw_about_dialog_set_application_name (dialog, _("Glossator"));
  adw_about_dialog_set_application_icon (dialog, APPLICATION_ID);
  adw_about_dialog_set_version (dialog, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (dialog, _("The Glossator team"));
  adw_about_dialog_set_website (dialog, "https://glossator.github.io");
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (dialog, _("Read international documents clause by clause, write notes in the margin, "
                                           "and see what changed between two versions of a text."));

  /* Translators: put your names here, one a line. */
  adw_about_dialog_set_translator_credits (dialog, _("translator-credits"));
  adw_about_dialog_add_legal_section (dialog, _("The Texts"), NULL, GTK_LICENSE_CUSTOM, texts);

  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

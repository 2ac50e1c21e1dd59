/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-about-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
gloss_about_dialog_present (GtkWidget *parent)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

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

  adw_about_dialog_add_legal_section (dialog, _("The Texts"), NULL, GTK_LICENSE_CUSTOM,
                                      _("United Nations documents are in the public domain. "
                                        "The authority is the printed document of the United Nations.\n\n"
                                        "<a href=\"https://undocs.org/A/69/723\">A/69/723</a> and "
                                        "<a href=\"https://undocs.org/S/2021/540\">S/2021/540</a> "
                                        "were converted from the documents of the United Nations.\n\n"
                                        "<a href=\"https://undocs.org/A/66/359\">A/66/359</a> "
                                        "is a transcription that is confirmed in part: "
                                        "each clause says how far it was checked."));

  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

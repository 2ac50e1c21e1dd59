/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-search-provider"

#include "config.h"

#include "ui/gloss-search-provider.h"

#include <glib/gi18n.h>

#include "ui/gloss-clause-text.h"
#include "ui/gloss-language.h"
#include "ui/gloss-match-excerpt.h"
#include "ui/gloss-quick-search.h"
#include "ui/gloss-text-marks.h"
#include "ui/gloss-window.h"

/* Code points of a text that a result shows, and of those before the first word that was found. */
#define DESCRIPTION_LENGTH 240
#define LEAD               40

static const char interface_xml[] =
    "<node>"
    "  <interface name='org.gnome.Shell.SearchProvider2'>"
    "    <method name='GetInitialResultSet'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetSubsearchResultSet'>"
    "      <arg type='as' name='previous_results' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetResultMetas'>"
    "      <arg type='as' name='identifiers' direction='in'/>"
    "      <arg type='aa{sv}' name='metas' direction='out'/>"
    "    </method>"
    "    <method name='ActivateResult'>"
    "      <arg type='s' name='identifier' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "    <method name='LaunchSearch'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "  </interface>"
    "</node>";

struct _GlossSearchProvider
{
  GObject           parent_instance;

  GlossApplication *application; /* weak */
  GlossQuickSearch *quick_search;
  GCancellable     *cancellable; /* of the search that is under way */
  char             *search;      /* what was searched for last */

  GDBusConnection  *connection;
  guint             registration_id;
};

G_DEFINE_FINAL_TYPE (GlossSearchProvider, gloss_search_provider, G_TYPE_OBJECT)

/* The library and the notebook are there from startup on, which is after the export. */
static GlossQuickSearch *
get_quick_search (GlossSearchProvider *self)
{
  if (self->quick_search == NULL)
    self->quick_search = gloss_quick_search_new (gloss_application_get_library (self->application),
                                                 gloss_application_get_notebook (self->application));

  return self->quick_search;
}

/* Keeps the program from ending while it is working. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GDBusMethodInvocation) invocation = user_data;
  g_auto (GStrv) ids = gloss_quick_search_find_finish (GLOSS_QUICK_SEARCH (source), result, NULL);
  static const char *const none[] = { NULL };

  /* Nobody waits for the results of a search that another took the place of. */
  g_dbus_method_invocation_return_value (g_steal_pointer (&invocation),
                                         g_variant_new ("(^as)", ids != NULL ? (const char *const *) ids : none));
  g_application_release (g_application_get_default ());
}

/* @invocation: (transfer full) */
static void
find (GlossSearchProvider   *self,
      GVariant              *terms,
      GDBusMethodInvocation *invocation)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);

  g_free (self->search);
  self->search = g_strjoinv (" ", (char **) words);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_application_hold (G_APPLICATION (self->application));
  gloss_quick_search_find_async (get_quick_search (self), self->search, self->cancellable, found_cb,
                                 invocation);
}

/* (transfer full): @text in one line, as far as there is room for it, from what was found on. */
static char *
shorten (GlossSearchProvider *self,
         const char          *text)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GlossTextMark));
  g_autofree char *excerpt = gloss_match_excerpt (text, self->search, LEAD, marks);
  g_autofree char *beginning = NULL;

  g_strdelimit (excerpt, "\n\t", ' ');
  if (g_utf8_strlen (excerpt, -1) <= DESCRIPTION_LENGTH)
    return g_steal_pointer (&excerpt);

  beginning = g_utf8_substring (excerpt, 0, DESCRIPTION_LENGTH);
  return g_strconcat (beginning, "…", NULL);
}

/* (transfer full): what a note says; a highlight says what it is on. */
static char *
describe_note (GlossSearchProvider *self,
               GlossAnnotation     *annotation)
{
  const char *note = gloss_annotation_get_note (annotation);
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  g_autofree char *tags = g_strjoinv (", ", (char **) gloss_annotation_get_tags (annotation));
  g_autofree char *text = NULL;

  if (*note == '\0' && data->exact != NULL)
    {
      text = shorten (self, data->exact);
      return g_strdup_printf (_("“%s”"), text);
    }

  text = shorten (self, note);
  return *tags != '\0' ? g_strdup_printf ("%s · %s", text, tags) : g_steal_pointer (&text);
}

/* (transfer full): the title, and in which language the document is. */
static char *
describe_document (GlossDocument *document)
{
  g_autofree char *language = gloss_language_dup_name (gloss_document_get_language (document));

  return g_strdup_printf ("%s · %s", gloss_document_get_short_title (document), language);
}

static void
add_note (GlossSearchProvider    *self,
          const GlossQuickResult *result,
          GVariantDict           *dict)
{
  const char *symbol = gloss_anchor_get_data (gloss_annotation_get_anchor (result->annotation))->symbol;
  const char *place = result->clause != NULL ? gloss_clause_get_citation (result->clause) : symbol;
  /* Translators: %s is the citation of a clause, on which there is a note. */
  g_autofree char *name = g_strdup_printf (_("Note on %s"), place != NULL ? place : "");
  g_autofree char *description = describe_note (self, result->annotation);

  g_variant_dict_insert (dict, "name", "s", name);
  g_variant_dict_insert (dict, "description", "s", description);
}

static void
add_clause (GlossSearchProvider    *self,
            const GlossQuickResult *result,
            GVariantDict           *dict)
{
  g_autoptr (GtkBitset) clause = gtk_bitset_new_range (gloss_clause_get_position (result->clause), 1);
  g_autofree char *copy = gloss_clause_text_copy (result->document, clause);
  g_autofree char *description = shorten (self, gloss_clause_get_text (result->clause));

  g_variant_dict_insert (dict, "name", "s", gloss_clause_get_citation (result->clause));
  g_variant_dict_insert (dict, "description", "s", description);
  g_variant_dict_insert (dict, "clipboardText", "s", copy);
}

static void
add_document (const GlossQuickResult *result,
              GVariantDict           *dict)
{
  g_autofree char *description = describe_document (result->document);

  g_variant_dict_insert (dict, "name", "s", gloss_document_get_symbol (result->document));
  g_variant_dict_insert (dict, "description", "s", description);
}

static void
add_meta (GlossSearchProvider *self,
          const char          *id,
          GVariantBuilder     *builder)
{
  g_auto (GlossQuickResult) result = { NULL, NULL, NULL };
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autofree char *icon_name = g_icon_to_string (icon);
  GVariantDict dict;

  if (!gloss_quick_search_look_up (get_quick_search (self), id, &result))
    return;

  g_variant_dict_init (&dict, NULL);
  if (result.annotation != NULL)
    add_note (self, &result, &dict);
  else if (result.clause != NULL)
    add_clause (self, &result, &dict);
  else
    add_document (&result, &dict);

  g_variant_dict_insert (&dict, "id", "s", id);
  g_variant_dict_insert (&dict, "gicon", "s", icon_name);
  g_variant_builder_add_value (builder, g_variant_dict_end (&dict));
}

static void
describe (GlossSearchProvider   *self,
          GVariant              *ids,
          GDBusMethodInvocation *invocation)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_iter_init (&iter, ids);
  while (g_variant_iter_next (&iter, "&s", &id))
    add_meta (self, id, &builder);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &builder));
}

static GlossWindow *
show_window (GlossSearchProvider *self)
{
  GtkWindow *window;

  g_application_activate (G_APPLICATION (self->application));
  window = gtk_application_get_active_window (GTK_APPLICATION (self->application));

  return GLOSS_IS_WINDOW (window) ? GLOSS_WINDOW (window) : NULL;
}

static void
activate_result (GlossSearchProvider *self,
                 const char          *id)
{
  g_auto (GlossQuickResult) result = { NULL, NULL, NULL };
  gboolean found = gloss_quick_search_look_up (get_quick_search (self), id, &result);
  GlossWindow *window = show_window (self);

  if (!found || window == NULL)
    return;

  if (result.annotation != NULL)
    gloss_window_open_note (window, result.annotation, result.document);
  else
    gloss_window_open_document (window, gloss_document_get_name (result.document),
                                result.clause != NULL ? gloss_clause_get_id (result.clause) : NULL);
}

static void
launch_search (GlossSearchProvider *self,
               GVariant            *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char *search = g_strjoinv (" ", (char **) words);
  GlossWindow *window = show_window (self);

  if (window != NULL)
    gloss_window_search_notes (window, search);
}

/* What is asked about results that may be notes, which are to be open. */
typedef struct
{
  GlossSearchProvider   *self;
  GDBusMethodInvocation *invocation;
} Question;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GlossSearchProvider) self = question->self;
  GDBusMethodInvocation *invocation = question->invocation;
  g_autoptr (GVariant) first = g_variant_get_child_value (g_dbus_method_invocation_get_parameters (invocation), 0);

  gloss_quick_search_open_finish (GLOSS_QUICK_SEARCH (source), result);
  if (self->application == NULL)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.NoReply", "");
  else if (g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "GetResultMetas"))
    describe (self, first, invocation);
  else
    {
      activate_result (self, g_variant_get_string (first, NULL));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  g_application_release (g_application_get_default ());
  g_free (question);
}

/* @invocation: (transfer full) */
static void
open_and_answer (GlossSearchProvider   *self,
                 GDBusMethodInvocation *invocation)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->invocation = invocation;
  g_application_hold (G_APPLICATION (self->application));
  gloss_quick_search_open_async (get_quick_search (self), opened_cb, question);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  GlossSearchProvider *self = user_data;
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);

  /* A narrower search is one like the first, for what it may find was not all kept. */
  if (g_str_equal (method, "GetInitialResultSet"))
    find (self, first, invocation);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 1);

      find (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas") || g_str_equal (method, "ActivateResult"))
    open_and_answer (self, invocation);
  else
    {
      launch_search (self, first);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
gloss_search_provider_dispose (GObject *object)
{
  GlossSearchProvider *self = GLOSS_SEARCH_PROVIDER (object);

  gloss_search_provider_unexport (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->quick_search);
  g_clear_weak_pointer (&self->application);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (gloss_search_provider_parent_class)->dispose (object);
}

static void
gloss_search_provider_class_init (GlossSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_search_provider_dispose;
}

static void
gloss_search_provider_init (GlossSearchProvider *self)
{
}

GlossSearchProvider *
gloss_search_provider_new (GlossApplication *application)
{
  GlossSearchProvider *self;

  g_return_val_if_fail (GLOSS_IS_APPLICATION (application), NULL);

  self = g_object_new (GLOSS_TYPE_SEARCH_PROVIDER, NULL);
  g_set_weak_pointer (&self->application, application);

  return self;
}

gboolean
gloss_search_provider_export (GlossSearchProvider  *self,
                              GDBusConnection      *connection,
                              const char           *path,
                              GError              **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autofree char *own_path = NULL;

  g_return_val_if_fail (GLOSS_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->registration_id == 0, FALSE);

  node = g_dbus_node_info_new_for_xml (interface_xml, error);
  if (node == NULL)
    return FALSE;

  own_path = g_strconcat (path, "/SearchProvider", NULL);
  self->registration_id = g_dbus_connection_register_object (connection, own_path, node->interfaces[0], &vtable, self,
                                                             NULL, error);
  if (self->registration_id == 0)
    return FALSE;

  g_set_object (&self->connection, connection);
  return TRUE;
}

void
gloss_search_provider_unexport (GlossSearchProvider *self)
{
  g_return_if_fail (GLOSS_IS_SEARCH_PROVIDER (self));

  if (self->registration_id != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration_id);
  self->registration_id = 0;
  g_clear_object (&self->connection);
}

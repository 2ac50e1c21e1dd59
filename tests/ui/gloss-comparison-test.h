/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../comparison/comparison-fixture.h"

/* What the tests of the comparison's window parts share. */

/* (transfer none) (nullable): the first widget of @type in @root that is on the screen. */
static inline GtkWidget *
gloss_test_find (GtkWidget *root,
                 GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gloss_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bc_widget_dispose_children:
 * @type: the class whose template it is
 *
 * What dispose() does in a widget with a template. gtk_widget_dispose_template()
 * alone leaves children that have no name.
 */
static inline void
bc_widget_dispose_children (GtkWidget *widget,
                            GType      type)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);

  gtk_widget_dispose_template (widget, type);
}

G_END_DECLS

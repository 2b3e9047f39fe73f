/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bc_activation_init:
 *
 * Takes the activation token this process was started with out of its environment,
 * so that no child inherits it. Called once, at the top of main().
 */
void bc_activation_init (void);

/**
 * bc_activation_add_platform_data:
 * @builder: an open `a{sv}`
 *
 * Adds the token this process was started with, for the instance that runs already. GTK does
 * so itself from 4.16 on.
 */
void bc_activation_add_platform_data (GVariantBuilder *builder);

/**
 * bc_activation_get_token:
 * @platform_data: an `a{sv}`
 *
 * Returns: (transfer full) (nullable): the token a caller passed on
 */
char *bc_activation_get_token (GVariant *platform_data);

/**
 * bc_activation_present:
 * @window: a window
 * @token: (nullable): an activation token, from wherever it came
 * @time: the X server's time of the user's act, 0 if not known
 *
 * Raises @window for an act of the user, with the focus: by the token where there is one,
 * else, on Wayland, by mapping the window anew, since only a new window is given the focus
 * there. Must be called in the main-loop turn that brought the token.
 */
void bc_activation_present (GtkWindow  *window,
                            const char *token,
                            guint32     time);

/**
 * bc_activation_use:
 * @widget: a widget, for its display
 * @token: (nullable): an activation token
 *
 * Hands the token to the toolkit for the window presented next.
 *
 * Returns: whether there was a token to use
 */
gboolean bc_activation_use (GtkWidget  *widget,
                            const char *token);

G_END_DECLS

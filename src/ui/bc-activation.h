/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bc_activation_present:
 * @window: a window
 * @token: (nullable): an activation token, from wherever it came
 * @time: the X server's time of the user's act, 0 if not known
 *
 * Raises @window, or the dialog that blocks it, for an act of the user, with the focus: by
 * the token where there is one, else, on Wayland, by mapping the window anew, since only a
 * new window is given the focus there. Must be called in the main-loop turn that brought
 * the token.
 */
void bc_activation_present (GtkWindow  *window,
                            const char *token,
                            guint32     time);

/**
 * bc_activation_forget:
 *
 * Takes back a token that the toolkit was told of and no window has used, so that none is
 * presented by it later.
 */
void bc_activation_forget (void);

G_END_DECLS

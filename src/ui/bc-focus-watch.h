/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_FOCUS_WATCH (bc_focus_watch_get_type ())
G_DECLARE_FINAL_TYPE (BcFocusWatch, bc_focus_watch, BC, FOCUS_WATCH, GObject)

/**
 * BcFocusWatch:
 *
 * Tells when a window has lost the keyboard for good: not before it has had it
 * once since it was mapped, and not when the focus comes back within a moment, as it
 * does when a grab ends or a keyboard is plugged in.
 */

/**
 * BcFocusWatch::lost:
 *
 * The focus is somewhere else, and stays there.
 */

/**
 * bc_focus_watch_new:
 * @window: a window; not kept alive
 *
 * Returns: (transfer full): a watch
 */
BcFocusWatch *bc_focus_watch_new (GtkWindow *window);

/**
 * bc_focus_watch_start:
 *
 * Begins anew: what was before does not count. To be called before the window
 * is presented.
 */
void bc_focus_watch_start (BcFocusWatch *self);

void bc_focus_watch_stop (BcFocusWatch *self);

G_END_DECLS

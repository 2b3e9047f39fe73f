/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bc_x11_hints_set_dialog:
 * @window: a window of fixed size, not yet realized
 *
 * Tells an X11 window manager that @window is a passing one: to be placed in the middle, and
 * left out of the taskbar (EWMH 1.5, _NET_WM_WINDOW_TYPE and _NET_WM_STATE). Does nothing
 * elsewhere.
 */
void bc_x11_hints_set_dialog (GtkWindow *window);

G_END_DECLS

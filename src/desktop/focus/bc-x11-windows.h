/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-context.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

/**
 * BcX11Windows:
 *
 * What the window manager tells about its windows, and asks of it, by the Extended
 * Window Manager Hints (EWMH 1.5).
 */
typedef struct _BcX11Windows BcX11Windows;

BcX11Windows *bc_x11_windows_new  (BcX11Connection *x11);
void          bc_x11_windows_free (BcX11Windows    *self);

/**
 * bc_x11_windows_read_active:
 *
 * Reads the active window in two round trips: its id, class and title. Properties
 * are read up to a bound, whatever their owner put there.
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
BcContext *bc_x11_windows_read_active (BcX11Windows *self);

/**
 * bc_x11_windows_activate:
 * @window: a window
 * @application: (nullable): the class it must have, since ids are used again
 * @time: the time of the user's act, 0 if not known
 *
 * Asks the window manager to raise and focus a window, as a pager would.
 *
 * Returns: whether it is there and was asked for
 */
gboolean bc_x11_windows_activate (BcX11Windows *self,
                                  xcb_window_t  window,
                                  const char   *application,
                                  guint32       time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcX11Windows, bc_x11_windows_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bc-context.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_FOCUS_X11 (bc_focus_x11_get_type ())
G_DECLARE_FINAL_TYPE (BcFocusX11, bc_focus_x11, BC, FOCUS_X11, GObject)

/**
 * BcFocusX11:
 *
 * Reads and sets the active window by the properties of the Extended Window
 * Manager Hints. The other sessions that tell it have to be asked asynchronously,
 * so there is no interface for backends here yet.
 */

/**
 * bc_focus_x11_new:
 *
 * Returns: (transfer full): a reader
 */
BcFocusX11 *bc_focus_x11_new (BcX11Connection *x11);

/**
 * bc_focus_x11_read:
 *
 * Asks the server, and waits for it: two round trips.
 *
 * Returns: (transfer full) (nullable): the active window, as far as it tells
 */
BcContext *bc_focus_x11_read (BcFocusX11 *self);

/**
 * bc_focus_x11_restore:
 *
 * See bc_focus_restore().
 */
gboolean bc_focus_x11_restore (BcFocusX11 *self,
                               BcContext  *context,
                               guint32     time);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-context.h"
#include "bc-service-status.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_FOCUS (bc_focus_get_type ())
G_DECLARE_FINAL_TYPE (BcFocus, bc_focus, BC, FOCUS, GObject)

/**
 * BcFocus:
 *
 * The window that is active, and the way back to it. Main thread only.
 */

/**
 * bc_focus_new:
 * @x11: (nullable): what bc_x11_connection_new_for_session() gave
 *
 * Returns: (transfer full): a reader for this session
 */
BcFocus *bc_focus_new (BcX11Connection *x11);

/**
 * bc_focus_read:
 *
 * Reads application, title and window id of the active window, now. Takes less
 * than a millisecond, or gives nothing: to be called before a window of ours appears.
 *
 * Returns: (transfer full) (nullable): what the platform tells
 */
BcContext *bc_focus_read (BcFocus *self);

/**
 * bc_focus_restore:
 * @context: what bc_focus_read() gave, perhaps long ago
 * @time: the X server's time of the user's act, 0 if not known
 *
 * Raises and focuses that window, if it still is the same application's (window
 * ids are reused).
 *
 * Returns: whether the window was there and was asked for
 */
gboolean bc_focus_restore (BcFocus   *self,
                           BcContext *context,
                           guint32    time);

/**
 * bc_focus_get_status:
 *
 * Returns: (transfer none): the status with id "focus"
 */
BcServiceStatus *bc_focus_get_status (BcFocus *self);

G_END_DECLS

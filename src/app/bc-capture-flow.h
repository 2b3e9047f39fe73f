/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-capture-window.h"
#include "bc-settings.h"
#include "focus/bc-focus.h"

G_BEGIN_DECLS

#define BC_TYPE_CAPTURE_FLOW (bc_capture_flow_get_type ())
G_DECLARE_FINAL_TYPE (BcCaptureFlow, bc_capture_flow, BC, CAPTURE_FLOW, GObject)

/**
 * BcCaptureFlow:
 *
 * From the hotkey to the store: reads where the user is, opens the capture window,
 * saves what she wrote and the draft of it, and gives the focus back.
 */

/**
 * BcCaptureFlow::resume:
 * @id: a crumb
 *
 * The user chose an open crumb.
 */

/**
 * BcCaptureFlow::key-pressed:
 *
 * See #BcCaptureWindow::key-pressed.
 */

BcCaptureFlow *bc_capture_flow_new (GtkApplication *application,
                                    BcStore        *store,
                                    BcSettings     *settings,
                                    BcFocus        *focus,
                                    BcOpenCrumbs   *open,
                                    BcWords        *words);

/**
 * bc_capture_flow_toggle:
 * @token: (nullable): an activation token
 * @time: the X server's time of the user's act, 0 if not known
 *
 * Opens the capture window, or closes it where it is open.
 */
void bc_capture_flow_toggle (BcCaptureFlow *self,
                             const char    *token,
                             guint32        time);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/bc-backend.h"
#include "bc-clock.h"
#include "hotkey/bc-accelerator.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_HOTKEY_BACKEND (bc_hotkey_backend_get_type ())
G_DECLARE_INTERFACE (BcHotkeyBackend, bc_hotkey_backend, BC, HOTKEY_BACKEND, BcBackend)

/**
 * BcHotkeyBackend:
 *
 * A #BcBackend that binds a global key.
 */

/**
 * BcHotkeyBackend::activated:
 *
 * See #BcHotkey::activated.
 */
struct _BcHotkeyBackendInterface {
  GTypeInterface parent_iface;

  void (*set_accelerator) (BcHotkeyBackend     *self,
                           const BcAccelerator *accelerator);
};

/**
 * bc_hotkey_backend_set_accelerator:
 * @accelerator: the key for the next start, copied; it does not serve meanwhile
 */
void bc_hotkey_backend_set_accelerator (BcHotkeyBackend     *self,
                                        const BcAccelerator *accelerator);

/**
 * bc_hotkey_backend_emit_activated:
 * @time: the X server's time, 0 where it is not known
 * @token: (nullable): an activation token
 */
void bc_hotkey_backend_emit_activated (BcHotkeyBackend *self,
                                       guint32          time,
                                       const char      *token);

/**
 * bc_hotkey_portal_new:
 * @app_id: the application's id, of an installed desktop file
 * @clock: tells a key that is held from one that is pressed again
 *
 * Returns: (transfer full): the backend "portal", the GlobalShortcuts portal over a
 *   connection of its own
 */
BcBackend *bc_hotkey_portal_new (const char *app_id,
                                 BcClock    *clock);

/**
 * bc_hotkey_x11_new:
 * @x11: (nullable): the session's X server
 *
 * Returns: (transfer full): the backend "x11", a passive grab on the root windows
 */
BcBackend *bc_hotkey_x11_new (BcX11Connection *x11);

G_END_DECLS

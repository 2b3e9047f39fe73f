/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/bc-backend.h"
#include "bc-clock.h"
#include "hotkey/bc-gnome-shortcut.h"
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

  void (*set_accelerator) (BcHotkeyBackend *self,
                           const char      *accelerator);
};

/**
 * bc_hotkey_backend_set_accelerator:
 * @accelerator: the key for the next start, as for bc_accelerator_parse(), perhaps
 *   malformed: a desktop with a key of its own for the program can do without
 *
 * It does not serve meanwhile.
 */
void bc_hotkey_backend_set_accelerator (BcHotkeyBackend *self,
                                        const char      *accelerator);

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
 * bc_hotkey_portal_configure:
 * @token: (nullable): an activation token
 *
 * See bc_portal_session_configure(). The backend's properties, notified: `may-ask`, as for
 * #BcHotkey, and `can-configure`, whether this does something.
 */
void bc_hotkey_portal_configure (BcBackend  *backend,
                                 const char *token);

/**
 * bc_hotkey_x11_new:
 * @x11: (nullable): the session's X server
 *
 * Returns: (transfer full): the backend "x11", a passive grab on the root windows
 */
BcBackend *bc_hotkey_x11_new (BcX11Connection *x11);

/**
 * bc_hotkey_gnome_new:
 * @shortcut: the shortcut in GNOME's settings
 *
 * Serves once the user has had it set; presses arrive by bc_hotkey_take_command().
 *
 * Returns: (transfer full): the backend "gnome"
 */
BcBackend *bc_hotkey_gnome_new (BcGnomeShortcut *shortcut);

/**
 * bc_hotkey_command_new:
 *
 * Serves once bc_hotkey_command_prove() was called: what runs on which key is
 * the business of the desktop's settings, and nothing can be asked about it.
 *
 * Returns: (transfer full): the backend "command"
 */
BcBackend *bc_hotkey_command_new (void);

/**
 * bc_hotkey_command_prove:
 *
 * The command was run by a key.
 */
void bc_hotkey_command_prove (BcBackend *backend);

G_END_DECLS

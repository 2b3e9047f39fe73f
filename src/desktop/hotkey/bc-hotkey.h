/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clock.h"
#include "bc-service-status.h"
#include "hotkey/bc-gnome-shortcut.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_HOTKEY (bc_hotkey_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkey, bc_hotkey, BC, HOTKEY, GObject)

/**
 * BcHotkey:
 *
 * The one global hotkey. Tries its backends, best first, and keeps the first
 * that binds; tells in its status which serves and why the better ones do not.
 * Main thread only.
 *
 * Properties, all notified: `may-ask` (boolean, writable), whether the desktop may put a
 * question to the user, which turns false when she declines; and `can-configure`
 * (boolean), whether bc_hotkey_configure() does something.
 */

/**
 * BcHotkey::activated:
 * @time: the X server's time of the key press, 0 where it is not known
 * @token: (nullable): an activation token
 *
 * The user pressed the key: emitted once a press, however long it is held.
 */

/**
 * bc_hotkey_new:
 * @app_id: the application's id, of an installed desktop file
 * @command: (nullable): what a custom shortcut of the desktop would run; %NULL where
 *   none can be made
 * @x11: (nullable): what bc_x11_connection_new_for_session() gave
 * @clock: where the time of events is read
 *
 * Returns: (transfer full): a hotkey that is bound to nothing
 */
BcHotkey *bc_hotkey_new (const char      *app_id,
                         const char      *command,
                         BcX11Connection *x11,
                         BcClock         *clock);

/**
 * bc_hotkey_set_accelerator:
 * @accelerator: in the form of gtk_accelerator_parse(), such as
 *   "<Super><Shift>b"; empty for none
 *
 * Binds the key in place of the former one, or tries the same one again. The
 * status tells how it ended. A malformed accelerator is not bound, but a key that the
 * desktop's own settings have for Breadcrumbs goes on to serve.
 */
void bc_hotkey_set_accelerator (BcHotkey   *self,
                                const char *accelerator);

/**
 * bc_hotkey_take_command:
 * @token: (nullable): an activation token
 *
 * The command was run by a key of the desktop: emits ::activated, unless another
 * backend has already told of this press.
 */
void bc_hotkey_take_command (BcHotkey   *self,
                             const char *token);

/**
 * bc_hotkey_forget_hold:
 *
 * Another key was pressed: when the command is run next, it is by a new press and not
 * because the key is still held.
 */
void bc_hotkey_forget_hold (BcHotkey *self);

/**
 * bc_hotkey_configure:
 * @token: (nullable): an activation token for the window that opens
 *
 * Opens the desktop's settings where the key can be changed.
 */
void bc_hotkey_configure (BcHotkey   *self,
                          const char *token);

/**
 * bc_hotkey_get_gnome_shortcut:
 *
 * Returns: (transfer none): the shortcut in GNOME's settings
 */
BcGnomeShortcut *bc_hotkey_get_gnome_shortcut (BcHotkey *self);

/**
 * bc_hotkey_set_gnome_shortcut:
 *
 * Has GNOME's settings run the command on the key. Where that is refused, the status says why.
 */
void bc_hotkey_set_gnome_shortcut (BcHotkey *self);

/**
 * bc_hotkey_get_status:
 *
 * Returns: (transfer none): the status with id "hotkey"
 */
BcServiceStatus *bc_hotkey_get_status (BcHotkey *self);

G_END_DECLS

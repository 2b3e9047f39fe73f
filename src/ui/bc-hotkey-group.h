/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-service-status.h"
#include "bc-settings.h"

G_BEGIN_DECLS

#define BC_TYPE_HOTKEY_GROUP (bc_hotkey_group_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyGroup, bc_hotkey_group, BC, HOTKEY_GROUP, AdwPreferencesGroup)

/**
 * BcHotkeyGroup:
 *
 * The hotkey in Preferences: the key, the way it takes and why it does not take a
 * better one, the test, and what to do where nothing arrives.
 *
 * What the desktop can be asked for shows while the action for it is enabled, in a group
 * "hotkey" which a window around has: `configure` (open the desktop's settings), `ask` (put
 * the desktop's question again), `add-shortcut` and `remove-shortcut` (in GNOME's settings).
 */

/**
 * bc_hotkey_group_set_settings:
 *
 * To be called once.
 */
void bc_hotkey_group_set_settings (BcHotkeyGroup *self,
                                   BcSettings    *settings);

/**
 * bc_hotkey_group_set_status:
 * @status: the status with id "hotkey"
 *
 * To be called once, after bc_hotkey_group_set_settings().
 */
void bc_hotkey_group_set_status (BcHotkeyGroup   *self,
                                 BcServiceStatus *status);

/**
 * bc_hotkey_group_release:
 *
 * Lets go of settings and status, for good.
 */
void bc_hotkey_group_release (BcHotkeyGroup *self);

G_END_DECLS

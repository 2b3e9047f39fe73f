/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-settings.h"
#include "hotkey/bc-hotkey.h"

G_BEGIN_DECLS

#define BC_TYPE_HOTKEY_ACTIONS (bc_hotkey_actions_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyActions, bc_hotkey_actions, BC, HOTKEY_ACTIONS, GObject)

/**
 * BcHotkeyActions:
 *
 * What Preferences can ask the desktop for, see #BcHotkeyGroup; each action is enabled
 * while it does something.
 */

/**
 * bc_hotkey_actions_new:
 * @hotkey: the hotkey
 * @settings: where the key is read
 *
 * Returns: (transfer full): the actions
 */
BcHotkeyActions *bc_hotkey_actions_new (BcHotkey   *hotkey,
                                        BcSettings *settings);

/**
 * bc_hotkey_actions_get_group:
 *
 * Returns: (transfer none): the actions; of no use once @self is gone
 */
GActionGroup *bc_hotkey_actions_get_group (BcHotkeyActions *self);

G_END_DECLS

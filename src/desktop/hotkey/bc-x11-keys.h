/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotkey/bc-accelerator.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

/**
 * BcX11Key:
 * @keycode: a key
 * @modifiers: core modifiers to be held, without locks
 *
 * One way to press an accelerator.
 */
typedef struct {
  xcb_keycode_t keycode;
  guint8 modifiers;
} BcX11Key;

/**
 * BcX11Keys:
 * @keys: (element-type BcX11Key): all ways to press it, none twice
 * @locks: the core modifiers that are CapsLock, NumLock or ScrollLock
 *
 * An accelerator on the keyboard as it is mapped now.
 */
typedef struct {
  GArray *keys;
  guint8 locks;
} BcX11Keys;

/**
 * bc_x11_keys_new:
 * @accelerator: the combination
 * @error: return location for a #BcServiceError with a translated sentence
 *
 * Looks for the accelerator's key in all groups and levels of the keyboard map: a
 * switch of the layout changes nothing then. Asks the server, and waits for it.
 *
 * Returns: (transfer full) (nullable): the keys; %NULL with
 *   %BC_SERVICE_ERROR_NOT_YET where this keyboard lacks the key or a modifier
 */
BcX11Keys *bc_x11_keys_new (BcX11Connection      *x11,
                            const BcAccelerator  *accelerator,
                            GError              **error);

void bc_x11_keys_free (BcX11Keys *self);

gboolean bc_x11_keys_equal (const BcX11Keys *a,
                            const BcX11Keys *b);

/**
 * bc_x11_keys_match:
 * @keycode: the key of a KeyPress
 * @state: its state; lock modifiers, buttons and the XKB group are passed over
 *
 * Returns: whether it is one of the keys
 */
gboolean bc_x11_keys_match (const BcX11Keys *self,
                            xcb_keycode_t    keycode,
                            guint16          state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcX11Keys, bc_x11_keys_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_X11_HELD_KEY (bc_x11_held_key_get_type ())
G_DECLARE_FINAL_TYPE (BcX11HeldKey, bc_x11_held_key, BC, X11_HELD_KEY, GObject)

/**
 * BcX11HeldKey:
 *
 * Tells a press of a grabbed key from its automatic repetition, although the grab
 * was given up at once and the release goes to another window: while the key is
 * held, and only then, raw releases are listened to (XInput 2). Main thread only.
 */

/**
 * bc_x11_held_key_new:
 * @x11: the X server
 *
 * Returns: (transfer full): no key is held
 */
BcX11HeldKey *bc_x11_held_key_new (BcX11Connection *x11);

/**
 * bc_x11_held_key_press:
 * @keycode: the key of a KeyPress
 * @time: its time
 *
 * Asks the server whether the key is down, and waits for it.
 *
 * Returns: whether this is a new press
 */
gboolean bc_x11_held_key_press (BcX11HeldKey  *self,
                                xcb_keycode_t  keycode,
                                guint32        time);

/**
 * bc_x11_held_key_forget:
 *
 * No key counts as held any more.
 */
void bc_x11_held_key_forget (BcX11HeldKey *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcKeyHold:
 * @held: whether the key is down, as far as is known
 * @pressed_us: when it was last heard of, microseconds of bc_clock_awake_us()
 *
 * Tells a press from the automatic repetition of a key that is held. All zero at first.
 */
typedef struct {
  gboolean held;
  gint64 pressed_us;
} BcKeyHold;

/**
 * bc_key_hold_press:
 * @now_us: microseconds of bc_clock_awake_us()
 * @pause_us: a longer pause than this means that a release went unheard
 *
 * Returns: whether this is a new press
 */
gboolean bc_key_hold_press (BcKeyHold *self,
                            gint64     now_us,
                            gint64     pause_us);

void bc_key_hold_release (BcKeyHold *self);

G_END_DECLS

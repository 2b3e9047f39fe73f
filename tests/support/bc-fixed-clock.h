/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clock.h"

G_BEGIN_DECLS

#define BC_TYPE_FIXED_CLOCK (bc_fixed_clock_get_type ())
G_DECLARE_FINAL_TYPE (BcFixedClock, bc_fixed_clock, BC, FIXED_CLOCK, BcClock)

/**
 * BcFixedClock:
 *
 * A clock that stands still until a test moves it. Its three readings are the
 * properties `now-us`, `boot-us` and `awake-us`. Main thread only.
 */

/**
 * BC_FIXED_CLOCK_START_US:
 *
 * The wall time of a new fixed clock: 2026-01-05 09:00:00 UTC, a Monday.
 */
#define BC_FIXED_CLOCK_START_US (G_GINT64_CONSTANT (1767603600) * G_USEC_PER_SEC)

/**
 * bc_fixed_clock_new:
 *
 * Returns: (transfer full): a clock at %BC_FIXED_CLOCK_START_US, one hour after
 *   boot, that has never slept
 */
BcFixedClock *bc_fixed_clock_new (void);

/**
 * bc_fixed_clock_advance:
 * @us: microseconds to let pass, with the machine awake
 */
void bc_fixed_clock_advance (BcFixedClock *self,
                             gint64        us);

/**
 * bc_fixed_clock_suspend:
 * @us: microseconds to let pass, with the machine asleep
 */
void bc_fixed_clock_suspend (BcFixedClock *self,
                             gint64        us);

/**
 * bc_fixed_clock_set_now_us:
 * @now_us: the new wall time; the clocks for spans go on as they are
 *
 * Sets the wall clock, as a user or a time server does.
 */
void bc_fixed_clock_set_now_us   (BcFixedClock *self,
                                  gint64        now_us);
void bc_fixed_clock_set_boot_us  (BcFixedClock *self,
                                  gint64        boot_us);
void bc_fixed_clock_set_awake_us (BcFixedClock *self,
                                  gint64        awake_us);

G_END_DECLS

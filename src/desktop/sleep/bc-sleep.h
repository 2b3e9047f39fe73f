/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"
#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TYPE_SLEEP (bc_sleep_get_type ())
G_DECLARE_FINAL_TYPE (BcSleep, bc_sleep, BC, SLEEP, GObject)

/**
 * BcSleep:
 *
 * Suspend and resume, told by logind; where logind is absent, or its word does
 * not come, the growth of bc_clock_boot_us() over bc_clock_awake_us() tells
 * afterwards. Main thread only.
 */

/**
 * BcSleep::sleep:
 *
 * The machine is about to sleep.
 */

/**
 * BcSleep::wake:
 * @slept_us: how long it slept, microseconds
 *
 * The machine is awake again. Comes once for each sleep, with or without a
 * ::sleep before it.
 */

/**
 * bc_sleep_new:
 * @system: (nullable): the system bus
 * @clock: where the time is read
 *
 * Returns: (transfer full): a watch, already started
 */
BcSleep *bc_sleep_new (GDBusConnection *system,
                       BcClock         *clock);

/**
 * bc_sleep_check:
 *
 * Compares the clocks now. Called upon any sign of life (input after idleness,
 * an unlock), so that no timer has to poll.
 */
void bc_sleep_check (BcSleep *self);

/**
 * bc_sleep_get_status:
 *
 * Returns: (transfer none): the status with id "sleep"
 */
BcServiceStatus *bc_sleep_get_status (BcSleep *self);

G_END_DECLS

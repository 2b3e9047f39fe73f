/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"
#include "bc-service-status.h"
#include "wayland/bc-wayland-source.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_IDLE (bc_idle_get_type ())
G_DECLARE_FINAL_TYPE (BcIdle, bc_idle, BC, IDLE, GObject)

/**
 * BcIdle:
 *
 * Tells when keyboard and pointer have been left alone for a while, and when
 * they are used again. Driven by events: nothing polls. Main thread only.
 */

/**
 * BcIdle::idle:
 * @silent_us: how long there has been no sign of presence, microseconds
 *
 * The threshold was reached. Not emitted while something inhibits idleness: a film
 * is a sign of presence, as input is.
 */

/**
 * BcIdle::active:
 *
 * The first input after #BcIdle::idle.
 */

/**
 * bc_idle_new:
 * @session: (nullable): the session bus, asked for idle monitors and inhibitors
 * @system: (nullable): the system bus, asked for inhibitors
 * @wayland: (nullable): what bc_wayland_source_new_for_session() gave
 * @x11: (nullable): what bc_x11_connection_new_for_session() gave
 * @clock: where the time of events is read
 *
 * Returns: (transfer full): a watch that has not been started
 */
BcIdle *bc_idle_new (GDBusConnection *session,
                     GDBusConnection *system,
                     BcWaylandSource *wayland,
                     BcX11Connection *x11,
                     BcClock         *clock);

/**
 * bc_idle_set_threshold_s:
 * @seconds: 1 to 7200; 0 stops the watch
 *
 * Starts the watch, or changes its threshold. Where the user is idle already, by
 * the new threshold, ::idle follows at once; under ext-idle-notify-v1, which does
 * not tell for how long, after the threshold counted from now.
 */
void bc_idle_set_threshold_s (BcIdle *self,
                              guint   seconds);

/**
 * bc_idle_get_status:
 *
 * Returns: (transfer none): the status with id "idle"
 */
BcServiceStatus *bc_idle_get_status (BcIdle *self);

G_END_DECLS

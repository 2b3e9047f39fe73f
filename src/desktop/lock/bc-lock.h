/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"
#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TYPE_LOCK (bc_lock_get_type ())
G_DECLARE_FINAL_TYPE (BcLock, bc_lock, BC, LOCK, GObject)

/**
 * BcLock:
 *
 * Whether the screen is locked (or blanked): the union of all ScreenSaver
 * services on the session bus and logind's hint. An owner that vanishes counts as
 * unlocked. Main thread only.
 *
 * Property `locked` (boolean, read-only, notified).
 */

/**
 * bc_lock_new:
 * @session: (nullable): the session bus
 * @system: (nullable): the system bus
 * @clock: where the time of events is read
 *
 * Returns: (transfer full): a watch, already started; no service is ever started by it
 */
BcLock *bc_lock_new (GDBusConnection *session,
                     GDBusConnection *system,
                     BcClock         *clock);

gboolean bc_lock_is_locked (BcLock *self);

/**
 * bc_lock_get_status:
 *
 * Returns: (transfer none): the status with id "lock"
 */
BcServiceStatus *bc_lock_get_status (BcLock *self);

G_END_DECLS

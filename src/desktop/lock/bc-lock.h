/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"
#include "bc-service-status.h"
#include "wayland/bc-wayland-source.h"

G_BEGIN_DECLS

#define BC_TYPE_LOCK (bc_lock_get_type ())
G_DECLARE_FINAL_TYPE (BcLock, bc_lock, BC, LOCK, GObject)

/**
 * BcLock:
 *
 * Whether the screen is locked (or blanked): the union of all ScreenSaver services on
 * the session bus, logind's hint, and such lockers as swaylock and i3lock, which are but
 * a process of the session: they are looked for in bc_lock_check(), and their end is
 * told. An owner that vanishes counts as unlocked. Main thread only.
 *
 * It can't know of every lock. Wayland compositors that let any program lock the
 * screen, as sway does, are told by none of those programs: the screen may be locked
 * though `locked` is %FALSE, and keys typed at the locker count as input. With
 * ext-session-lock-v1 that does no harm, since the compositor then shows nothing else.
 * Before it (wlr-input-inhibitor, sway 1.7) notifications stay readable above the
 * locker. That state is `uncertain`; it ends when a ScreenSaver service appears,
 * logind's hint was set once, or a locker was found.
 *
 * Properties `locked` and `uncertain` (boolean, read-only, notified).
 */

/**
 * bc_lock_new:
 * @session: (nullable): the session bus
 * @system: (nullable): the system bus
 * @wayland: (nullable): the session's compositor, asked how it can be locked
 * @clock: where the time of events is read
 *
 * Returns: (transfer full): a watch, already started; no service is ever started by it
 */
BcLock *bc_lock_new (GDBusConnection *session,
                     GDBusConnection *system,
                     BcWaylandSource *wayland,
                     BcClock         *clock);

/**
 * bc_lock_check:
 *
 * Asks all sources again, before a return is believed: lockers may start late, their
 * words get lost, and some have none. What has changed is notified, within a quarter of a
 * second as a rule.
 */
void bc_lock_check (BcLock *self);

gboolean bc_lock_is_locked (BcLock *self);

/**
 * bc_lock_is_uncertain:
 *
 * Returns: whether the screen may be locked without anybody telling, and be read all the
 *   same
 */
gboolean bc_lock_is_uncertain (BcLock *self);

/**
 * bc_lock_get_status:
 *
 * Returns: (transfer none): the status with id "lock"
 */
BcServiceStatus *bc_lock_get_status (BcLock *self);

G_END_DECLS

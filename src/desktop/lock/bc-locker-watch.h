/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_LOCKER_WATCH (bc_locker_watch_get_type ())
G_DECLARE_FINAL_TYPE (BcLockerWatch, bc_locker_watch, BC, LOCKER_WATCH, GObject)

/**
 * BcLockerWatch:
 *
 * Lockers that are nothing but a process, as swaylock and i3lock. Their start is no
 * event to be had, so they are looked for when somebody asks; their end is told by the
 * kernel. Main thread only.
 *
 * Signal `changed`: one of the getters gives something new.
 */

/**
 * bc_locker_watch_new:
 * @display: (nullable): the session's X11 display
 * @wayland_display: (nullable): the session's Wayland display
 *
 * Returns: (transfer full): a watch that knows of no locker yet
 */
BcLockerWatch *bc_locker_watch_new (const char *display,
                                    const char *wayland_display);

/**
 * bc_locker_watch_check:
 *
 * Looks for a locker, in another thread.
 */
void bc_locker_watch_check (BcLockerWatch *self);

/**
 * bc_locker_watch_is_active:
 *
 * Returns: whether a locker was found that still runs
 */
gboolean bc_locker_watch_is_active (BcLockerWatch *self);

/**
 * bc_locker_watch_is_proven:
 *
 * Returns: whether a locker was ever found
 */
gboolean bc_locker_watch_is_proven (BcLockerWatch *self);

G_END_DECLS

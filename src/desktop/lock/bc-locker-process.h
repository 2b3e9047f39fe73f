/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcLockerSession:
 * @display: (nullable): its X11 display, as in DISPLAY
 * @wayland_display: (nullable): its Wayland display, as in WAYLAND_DISPLAY
 *
 * The session whose lockers are looked for: the same user may have others.
 */
typedef struct {
  char *display;
  char *wayland_display;
} BcLockerSession;

/**
 * bc_locker_process_find:
 *
 * Looks through /proc for a locker that runs for @session: swaylock, i3lock and their
 * kind, which run as long as the screen is locked, and tell nobody. Blocks for some
 * milliseconds; any thread.
 *
 * Returns: a pidfd, pidfd_open(2), to be closed; -1 if there is none
 */
int bc_locker_process_find (const BcLockerSession *session);

G_END_DECLS

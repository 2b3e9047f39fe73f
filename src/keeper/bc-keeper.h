/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_KEEPER (bc_keeper_get_type ())
G_DECLARE_FINAL_TYPE (BcKeeper, bc_keeper, BC, KEEPER, GObject)

/**
 * BcKeeper:
 *
 * Shows a reminder in place of the program that has been quit, waits for its answer, and hands
 * that to the program, which the bus starts. Notification daemons tell a click only to the
 * process that asked for the notification, and some take it away with that process.
 */

/**
 * BcKeeper::done:
 *
 * There is nothing to wait for any more: the reminder was answered and that handed on, it was
 * closed, or the program is back by itself.
 */

/**
 * bc_keeper_new:
 * @bus: the session bus
 * @shown: the number of the notification that the program left, whose buttons have
 *   nobody to tell any more; 0 for none
 * @crumb_id: the crumb it is about
 * @summary: the reminder's first line, plain text
 * @body: the rest of it, plain text
 *
 * Returns: (transfer full): a keeper that waits
 */
BcKeeper *bc_keeper_new (GDBusConnection *bus,
                         guint32          shown,
                         const char      *crumb_id,
                         const char      *summary,
                         const char      *body);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_NOTIFY_DAEMON (bc_notify_daemon_get_type ())
G_DECLARE_FINAL_TYPE (BcNotifyDaemon, bc_notify_daemon, BC, NOTIFY_DAEMON, GObject)

/**
 * BcNotifyDaemon:
 *
 * Watches whether org.freedesktop.Notifications can be called: it has an owner,
 * or the bus would start one. Main thread only; never calls the daemon itself.
 */

/**
 * BcNotifyDaemon::appeared:
 *
 * It can be called now. Also emitted when it gets an owner after it could be
 * started only.
 */

/**
 * BcNotifyDaemon::vanished:
 *
 * Its owner left the bus: what it showed is gone.
 */

BcNotifyDaemon *bc_notify_daemon_new (GDBusConnection *bus);

/**
 * bc_notify_daemon_is_known:
 *
 * Returns: whether the bus has told about it at all
 */
gboolean bc_notify_daemon_is_known (BcNotifyDaemon *self);

gboolean bc_notify_daemon_is_available (BcNotifyDaemon *self);

/**
 * bc_notify_daemon_ask:
 *
 * Asks the bus once more whether it would start a daemon, as one may have been
 * installed meanwhile.
 */
void bc_notify_daemon_ask (BcNotifyDaemon *self);

G_END_DECLS

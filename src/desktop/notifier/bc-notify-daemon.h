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
 * or the bus would start one; and whether it answers. Main thread only.
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

/**
 * BcNotifyDaemon::answered:
 *
 * It answered bc_notify_daemon_probe().
 */

/**
 * BcNotifyDaemon::silent:
 *
 * It does not answer bc_notify_daemon_probe(): for seconds now, or at all. In the
 * former case #BcNotifyDaemon::answered may still follow.
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
 * bc_notify_daemon_has_owner:
 *
 * Returns: whether it runs, so that a call does not start it
 */
gboolean bc_notify_daemon_has_owner (BcNotifyDaemon *self);

/**
 * bc_notify_daemon_ask:
 *
 * Asks the bus once more whether it would start a daemon, as one may have been
 * installed meanwhile.
 */
void bc_notify_daemon_ask (BcNotifyDaemon *self);

/**
 * bc_notify_daemon_probe:
 *
 * Asks the daemon, which is started if need be, for a sign of life, and waits for it
 * as long as the daemon lives: one that was stopped may go on after hours. Does
 * nothing while it owes an answer.
 */
void bc_notify_daemon_probe (BcNotifyDaemon *self);

G_END_DECLS

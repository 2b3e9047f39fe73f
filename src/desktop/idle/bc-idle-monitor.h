/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_IDLE_MONITOR (bc_idle_monitor_get_type ())
G_DECLARE_FINAL_TYPE (BcIdleMonitor, bc_idle_monitor, BC, IDLE_MONITOR, GObject)

/**
 * BcIdleMonitor:
 *
 * A compositor's idle monitor (org.gnome.Mutter.IdleMonitor, or a fork of it), followed as
 * it comes and goes, and never started; and two watches there, for idleness and for
 * activity. A watch that nobody wants any more is removed again, also where its id comes
 * only then. Main thread only.
 */

/**
 * BcIdleMonitor::appeared:
 *
 * There is a monitor, perhaps another one than before. It has no watches yet.
 */

/**
 * BcIdleMonitor::vanished:
 *
 * There is none, and no watch.
 */

/**
 * BcIdleMonitor::watching:
 *
 * The monitor has accepted the watch for idleness.
 */

/**
 * BcIdleMonitor::refused:
 *
 * The monitor did not accept a watch, or gave one that makes no sense. There are none now.
 */

/**
 * BcIdleMonitor::idle:
 *
 * The watch for idleness has fired. It stays.
 */

/**
 * BcIdleMonitor::active:
 *
 * The watch for activity has fired, and is gone.
 */

/**
 * bc_idle_monitor_new:
 * @bus: the session bus
 * @name: the monitor's name, of its interface as well
 * @path: the monitor's object
 *
 * Returns: (transfer full): a monitor that is not followed yet
 */
BcIdleMonitor *bc_idle_monitor_new (GDBusConnection *bus,
                                    const char      *name,
                                    const char      *path);

/**
 * bc_idle_monitor_look:
 *
 * Follows the monitor from now on. Tells again what has been told before.
 */
void bc_idle_monitor_look (BcIdleMonitor *self);

/**
 * bc_idle_monitor_stop:
 *
 * Removes the watches, and tells nothing any more.
 */
void bc_idle_monitor_stop (BcIdleMonitor *self);

/**
 * bc_idle_monitor_is_present:
 *
 * Returns: whether it is followed, and there
 */
gboolean bc_idle_monitor_is_present (BcIdleMonitor *self);

/**
 * bc_idle_monitor_await_idleness:
 * @threshold_ms: milliseconds without input
 *
 * Asks the present monitor for a watch for idleness, in the place of the former one.
 */
void bc_idle_monitor_await_idleness (BcIdleMonitor *self,
                                     gint64         threshold_ms);

/**
 * bc_idle_monitor_await_activity:
 *
 * Asks the present monitor for a watch for activity, unless there is one.
 */
void bc_idle_monitor_await_activity (BcIdleMonitor *self);

/**
 * bc_idle_monitor_get_idletime_async:
 * @cancellable: (nullable): forgets the question
 *
 * Asks the present monitor how long there has been no input.
 */
void bc_idle_monitor_get_idletime_async (BcIdleMonitor       *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

/**
 * bc_idle_monitor_get_idletime_finish:
 * @idletime_ms: (out): milliseconds, whatever the monitor said
 * @error: return location for the error of the call
 */
gboolean bc_idle_monitor_get_idletime_finish (BcIdleMonitor  *self,
                                              GAsyncResult   *result,
                                              guint64        *idletime_ms,
                                              GError        **error);

G_END_DECLS

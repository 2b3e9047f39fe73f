/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "background/bc-background.h"
#include "bc-clock.h"
#include "focus/bc-focus.h"
#include "hotkey/bc-hotkey.h"
#include "idle/bc-idle.h"
#include "lock/bc-lock.h"
#include "notifier/bc-notifier.h"
#include "sleep/bc-sleep.h"
#include "tray/bc-tray.h"

G_BEGIN_DECLS

#define BC_TYPE_SERVICES (bc_services_get_type ())
G_DECLARE_FINAL_TYPE (BcServices, bc_services, BC, SERVICES, GObject)

/**
 * BcServices:
 *
 * Everything that the program has of the desktop: it makes the services, with the
 * connections they share, and lists what they say of themselves. It knows nothing of what
 * they are used for. Main thread only.
 */

/**
 * BcServices::complete:
 *
 * Those that also need the system bus are there now, whether or not there is such a bus.
 */

/**
 * bc_services_new:
 * @clock: where the services read the time
 *
 * Returns: (transfer full): no services yet, and their empty list
 */
BcServices *bc_services_new (BcClock *clock);

/**
 * bc_services_start:
 * @session: (nullable): the session bus
 *
 * Makes hotkey, focus, tray, background and notifier; idle, lock and sleep follow, with
 * #BcServices::complete. To be called once, with the display open.
 */
void bc_services_start (BcServices      *self,
                        GDBusConnection *session);

/**
 * bc_services_stop:
 *
 * Lets go of all of them. They end here, unless somebody else still holds one.
 */
void bc_services_stop (BcServices *self);

/**
 * bc_services_get_statuses:
 *
 * Returns: (transfer none): the #BcServiceStatus of each service there is
 */
GListModel *bc_services_get_statuses (BcServices *self);

/**
 * bc_services_new_idle:
 *
 * To be called once they are complete.
 *
 * Returns: (transfer full): another idle watch, which has not been started and is not listed
 */
BcIdle *bc_services_new_idle (BcServices *self);

/* Each (transfer none), and there from bc_services_start() to bc_services_stop(). */
BcHotkey     *bc_services_get_hotkey     (BcServices *self);
BcFocus      *bc_services_get_focus      (BcServices *self);
BcTray       *bc_services_get_tray       (BcServices *self);
BcBackground *bc_services_get_background (BcServices *self);
BcNotifier   *bc_services_get_notifier   (BcServices *self);

/* Each (transfer none), and there from #BcServices::complete to bc_services_stop(). */
BcIdle  *bc_services_get_idle  (BcServices *self);
BcLock  *bc_services_get_lock  (BcServices *self);
BcSleep *bc_services_get_sleep (BcServices *self);

G_END_DECLS

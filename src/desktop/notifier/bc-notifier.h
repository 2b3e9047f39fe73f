/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"
#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TYPE_NOTIFIER (bc_notifier_get_type ())
G_DECLARE_FINAL_TYPE (BcNotifier, bc_notifier, BC, NOTIFIER, GObject)

/**
 * BcNotifier:
 *
 * Shows notifications and hears what the user does to them. Nothing here blocks:
 * a daemon that hangs, restarts or is not there costs nothing. Main thread only.
 */

/**
 * BcNotifier::shown:
 * @id: the notification's id
 *
 * A daemon took the notification. Comes again if another had to show it anew.
 */

/**
 * BcNotifier::action:
 * @id: the notification's id
 * @action: "default" (its body) or the key of a button
 * @token: (nullable): an activation token, to be used at once
 *
 * The user chose something.
 */

/**
 * BcNotifier::closed:
 * @id: the notification's id
 * @dismissed: whether the user closed it; else it expired, or its daemon went
 *
 * The notification is gone without an action.
 */

/**
 * BcNotification:
 * @summary: plain text, one line
 * @body: (nullable): plain text; escaped for daemons that read markup
 * @buttons: (array zero-terminated=1) (nullable): key, label, key, label ...; the
 *   labels translated
 * @default_label: the translated label of the body's own action
 * @default_button: (nullable): the key of the button that does the same as the body;
 *   where a server draws a button for the body, that one stands for both
 * @stays: whether it stays until the user acts
 *
 * What is to be shown. Copied.
 */
typedef struct {
  const char *summary;
  const char *body;
  const char * const *buttons;
  const char *default_label;
  const char *default_button;
  gboolean stays;
} BcNotification;

/**
 * bc_notifier_new:
 * @bus: (nullable): the session bus
 * @app_id: the application id, name of its desktop file and icon
 * @clock: where the time of events is read
 *
 * Returns: (transfer full): a notifier
 */
BcNotifier *bc_notifier_new (GDBusConnection *bus,
                             const char      *app_id,
                             BcClock         *clock);

/**
 * bc_notifier_show:
 * @id: the notification's id; one with the same id is replaced
 *
 * Where there is no daemon now, or it does not answer, or dies, it is shown as soon
 * as one can within a minute, unless it was withdrawn.
 */
void bc_notifier_show (BcNotifier           *self,
                       const char           *id,
                       const BcNotification *notification);

void bc_notifier_withdraw (BcNotifier *self,
                           const char *id);

/**
 * bc_notifier_get_server_id:
 *
 * What the daemon calls a notification (Notify's return value in the Desktop
 * Notifications Specification): for a process that is to hear of it after this
 * one has ended.
 *
 * Returns: the number, 0 while @id is not shown
 */
guint bc_notifier_get_server_id (BcNotifier *self,
                                 const char *id);

/**
 * bc_notifier_get_status:
 *
 * Returns: (transfer none): the status with id "notifier"
 */
BcServiceStatus *bc_notifier_get_status (BcNotifier *self);

G_END_DECLS

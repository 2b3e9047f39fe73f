/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notifier/bc-notice.h"
#include "notifier/bc-notify-job.h"

G_BEGIN_DECLS

/**
 * BcNotifyChosen:
 * @owner: as given to bc_notify_message_new()
 * @message: the notification
 * @action: "default" or the key of one of the notice's buttons
 *
 * The user chose an action of @message.
 */
typedef void (*BcNotifyChosen) (gpointer            owner,
                                NotifyNotification *message,
                                const char         *action);

/**
 * bc_notify_message_new:
 * @notice: what it says
 * @caps: what the daemon can do
 * @app_id: the application id, name of its desktop file and icon
 * @owner: (type GObject): held weakly
 * @chosen: called on the main thread as long as @owner lives
 *
 * Words a notice as this daemon understands it.
 *
 * Returns: (transfer full): a notification that is not shown yet
 */
NotifyNotification *bc_notify_message_new (const BcNotice     *notice,
                                           const BcNotifyCaps *caps,
                                           const char         *app_id,
                                           gpointer            owner,
                                           BcNotifyChosen      chosen);

/**
 * bc_notify_message_get_number:
 *
 * Returns: the daemon's number for it, 0 while it is not shown
 */
guint32 bc_notify_message_get_number (NotifyNotification *message);

G_END_DECLS

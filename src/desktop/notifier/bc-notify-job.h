/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libnotify/notify.h>

G_BEGIN_DECLS

/**
 * BcNotifyCaps:
 * @answered: whether the daemon answered at all
 * @actions: whether it offers actions
 * @body_markup: whether it reads the body as markup
 * @draws_default: whether it draws a button for the default action too
 * @name: (nullable): what it calls itself, anything
 * @version: (nullable): likewise
 * @epoch: for the caller
 *
 * What a notification daemon can do (GetCapabilities in the Desktop Notifications
 * Specification).
 */
typedef struct {
  gboolean answered;
  gboolean actions;
  gboolean body_markup;
  gboolean draws_default;
  char *name;
  char *version;
  guint epoch;
} BcNotifyCaps;

void bc_notify_caps_clear (BcNotifyCaps *caps);
void bc_notify_caps_free  (gpointer      caps);

/**
 * bc_notify_job_set_up:
 *
 * Sets up libnotify, once for the process, and silences it.
 */
void bc_notify_job_set_up (void);

/**
 * bc_notify_job_run_caps:
 * @caps: a #BcNotifyCaps to be filled in
 *
 * Asks the daemon. Blocks for up to 25 s, for a daemon that must be started up
 * to 2 minutes: never on the main thread.
 *
 * Once it was answered, a #NotifyNotification can be freed without blocking:
 * before, libnotify 0.8.1 calls the daemon for that too.
 */
void bc_notify_job_run_caps (gpointer caps);

/**
 * BcNotifyJob:
 * @notification: what is to be shown or closed
 * @replaces: (nullable): what it takes the place of
 * @withdrawn: once cancelled, it is not shown any more
 * @epoch: for the caller
 * @succeeded: set by bc_notify_job_run_show()
 */
typedef struct {
  NotifyNotification *notification;
  NotifyNotification *replaces;
  GCancellable *withdrawn;
  guint epoch;
  gboolean succeeded;
} BcNotifyJob;

/**
 * bc_notify_job_new:
 *
 * Returns: (transfer full): a job that holds references to all of these; to be
 *   freed on the main thread
 */
BcNotifyJob *bc_notify_job_new (NotifyNotification *notification,
                                NotifyNotification *replaces,
                                GCancellable       *withdrawn,
                                guint               epoch);

void bc_notify_job_free (gpointer job);

/**
 * bc_notify_job_run_show:
 * @job: a #BcNotifyJob
 *
 * Shows @job's notification. Blocks for up to 25 s.
 */
void bc_notify_job_run_show (gpointer job);

/**
 * bc_notify_job_run_close:
 * @job: a #BcNotifyJob
 *
 * Closes what was shown. Blocks for up to 25 s.
 */
void bc_notify_job_run_close (gpointer job);

G_END_DECLS

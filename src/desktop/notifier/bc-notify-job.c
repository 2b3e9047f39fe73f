/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-job.h"

static gboolean
has_capability (GList      *capabilities,
                const char *name)
{
  return g_list_find_custom (capabilities, name, (GCompareFunc) g_strcmp0) != NULL;
}

void
bc_notify_job_run_caps (gpointer data)
{
  BcNotifyCaps *caps = data;
  g_autofree char *name = NULL, *vendor = NULL, *version = NULL, *spec_version = NULL;
  GList *capabilities;

  /* Asked first, as asking for capabilities warns where no daemon answers. */
  caps->answered = notify_get_server_info (&name, &vendor, &version, &spec_version);
  if (!caps->answered)
    return;

  capabilities = notify_get_server_caps ();
  caps->actions = has_capability (capabilities, "actions");
  caps->body_markup = has_capability (capabilities, "body-markup");
  g_list_free_full (capabilities, g_free);
}

BcNotifyJob *
bc_notify_job_new (NotifyNotification *notification,
                   NotifyNotification *replaces,
                   GCancellable       *withdrawn,
                   guint               epoch)
{
  BcNotifyJob *job = g_new0 (BcNotifyJob, 1);

  job->notification = g_object_ref (notification);
  g_set_object (&job->replaces, replaces);
  g_set_object (&job->withdrawn, withdrawn);
  job->epoch = epoch;

  return job;
}

void
bc_notify_job_free (gpointer data)
{
  BcNotifyJob *job = data;

  g_clear_object (&job->notification);
  g_clear_object (&job->replaces);
  g_clear_object (&job->withdrawn);
  g_free (job);
}

static int
get_id (NotifyNotification *notification)
{
  int id = 0;

  if (notification != NULL)
    g_object_get (notification, "id", &id, NULL);

  return MAX (id, 0);
}

/* A new object takes over the number of the old one: to change an object that is shown would
 * race with the main thread, where libnotify handles the daemon's signals for it. */
void
bc_notify_job_run_show (gpointer data)
{
  BcNotifyJob *job = data;
  int replaced_id = get_id (job->replaces);

  if (replaced_id != 0)
    g_object_set (job->notification, "id", replaced_id, NULL);
  if (!g_cancellable_is_cancelled (job->withdrawn))
    job->succeeded = notify_notification_show (job->notification, NULL);
}

void
bc_notify_job_run_close (gpointer data)
{
  BcNotifyJob *job = data;

  if (get_id (job->notification) != 0)
    notify_notification_close (job->notification, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-job.h"

#include "notifier/bc-notify-message.h"

/* It warns of what daemons do wrong, which the user can do nothing about. */
static void
unheard_cb (const char     *domain,
            GLogLevelFlags  level,
            const char     *message,
            gpointer        data)
{
}

void
bc_notify_job_set_up (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  notify_init ("Breadcrumbs");
  g_log_set_handler ("libnotify", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, unheard_cb, NULL);
  g_once_init_leave (&done, 1);
}

static gboolean
has_capability (GList      *capabilities,
                const char *name)
{
  return g_list_find_custom (capabilities, name, (GCompareFunc) g_strcmp0) != NULL;
}

/* No capability tells it. */
static gboolean
draws_default (const char *name)
{
  static const char * const names[] = { "Xfce Notify Daemon", "lxqt-notificationd", NULL };

  return name != NULL && g_strv_contains (names, name);
}

void
bc_notify_job_run_caps (gpointer data)
{
  BcNotifyCaps *caps = data;
  g_autofree char *vendor = NULL, *spec_version = NULL;
  GList *capabilities;

  /* Asked first, as asking for capabilities warns where no daemon answers. */
  caps->answered = notify_get_server_info (&caps->name, &vendor, &caps->version, &spec_version);
  if (!caps->answered)
    return;

  caps->draws_default = draws_default (caps->name);
  capabilities = notify_get_server_caps ();
  caps->actions = has_capability (capabilities, "actions");
  caps->body_markup = has_capability (capabilities, "body-markup");
  g_list_free_full (capabilities, g_free);
}

void
bc_notify_caps_clear (BcNotifyCaps *caps)
{
  g_free (caps->name);
  g_free (caps->version);
  memset (caps, 0, sizeof *caps);
}

void
bc_notify_caps_free (gpointer caps)
{
  bc_notify_caps_clear (caps);
  g_free (caps);
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

/* libnotify cannot be told a number above this one. */
static gboolean
can_be_replaced (guint32 number)
{
  return number != 0 && number <= G_MAXINT32;
}

/* A new object takes over the number of the old one: to change an object that is shown would
 * race with the main thread, where libnotify handles the daemon's signals for it. */
static void
replace (BcNotifyJob *job)
{
  guint32 number = bc_notify_message_get_number (job->replaces);

  if (can_be_replaced (number))
    g_object_set (job->notification, "id", (int) number, NULL);
  else if (number != 0)
    notify_notification_close (job->replaces, NULL);
}

void
bc_notify_job_run_show (gpointer data)
{
  BcNotifyJob *job = data;

  if (g_cancellable_is_cancelled (job->withdrawn))
    return;

  if (job->replaces != NULL)
    replace (job);
  job->succeeded = notify_notification_show (job->notification, NULL);
}

void
bc_notify_job_run_close (gpointer data)
{
  BcNotifyJob *job = data;

  if (bc_notify_message_get_number (job->notification) != 0)
    notify_notification_close (job->notification, NULL);
}

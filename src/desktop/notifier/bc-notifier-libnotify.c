/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bc-activation-token.h"
#include "notifier/bc-notifier-backend.h"
#include "notifier/bc-notify-daemon.h"
#include "notifier/bc-notify-entry.h"
#include "notifier/bc-notify-job.h"
#include "notifier/bc-notify-message.h"
#include "notifier/bc-serial-worker.h"
#include "text/bc-plain-text.h"

#define BACKEND "libnotify"
#define PATIENCE_S 60

/* A daemon that dies of it is not given it for ever. */
#define MAX_SENDS 3

#define SERVER_GRAPHEMES 40

#define BC_TYPE_NOTIFIER_LIBNOTIFY (bc_notifier_libnotify_get_type ())
G_DECLARE_FINAL_TYPE (BcNotifierLibnotify, bc_notifier_libnotify, BC, NOTIFIER_LIBNOTIFY, GObject)

struct _BcNotifierLibnotify {
  GObject parent_instance;

  char *app_id;
  BcClock *clock;
  BcServiceStatus *status;
  BcNotifyDaemon *daemon;
  BcSerialWorker *worker;
  GHashTable *entries;
  guint expiry_id;

  /* Of the daemon that is there now. */
  BcNotifyCaps caps;
  guint epoch;
  gboolean asks_caps;
  gboolean has_failed;
};

static void bc_notifier_libnotify_iface_init (BcNotifierBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcNotifierLibnotify, bc_notifier_libnotify, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_NOTIFIER_BACKEND,
                                                      bc_notifier_libnotify_iface_init))

static void flush (BcNotifierLibnotify *self);

static void
remove_as_closed (BcNotifierLibnotify *self,
                  BcNotifyEntry       *entry,
                  gboolean             dismissed)
{
  g_autofree char *id = g_strdup (entry->id);

  g_hash_table_remove (self->entries, id);
  bc_notifier_backend_emit_closed (BC_NOTIFIER_BACKEND (self), id, dismissed);
}

static void
remove_all_as_closed (BcNotifierLibnotify *self,
                      gboolean           (*is_gone) (BcNotifyEntry *entry, gpointer data))
{
  g_autoptr (GPtrArray) ids = bc_notify_entries_remove_if (self->entries, is_gone, self);

  for (guint i = 0; i < ids->len; i++)
    bc_notifier_backend_emit_closed (BC_NOTIFIER_BACKEND (self), g_ptr_array_index (ids, i), FALSE);
}

static char *
describe_server (BcNotifierLibnotify *self)
{
  g_autofree char *name = bc_plain_text_line (self->caps.name, SERVER_GRAPHEMES);
  g_autofree char *version = bc_plain_text_line (self->caps.version, SERVER_GRAPHEMES);

  if (!self->caps.answered)
    return NULL;
  if (!self->caps.actions)
    /* Translators: the name and version of a program that shows notifications. */
    return g_strdup_printf (_("They are shown by %s %s, which cannot show buttons."), name, version);

  /* Translators: the name and version of a program that shows notifications. */
  return g_strdup_printf (_("They are shown by %s %s."), name, version);
}

static void
update_status (BcNotifierLibnotify *self)
{
  g_autofree char *server = describe_server (self);

  if (!bc_notify_daemon_is_available (self->daemon))
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, BACKEND,
                           bc_notify_daemon_is_known (self->daemon)
                             ? _("No program that shows notifications is running.") : NULL);
  else if (self->has_failed)
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, BACKEND,
                           _("The program that shows notifications does not answer."));
  else
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, BACKEND, server);
}

static gboolean
is_old (BcNotifierLibnotify *self,
        BcNotifyEntry       *entry)
{
  return bc_clock_boot_us (self->clock) - entry->asked_us >= PATIENCE_S * G_USEC_PER_SEC;
}

static gboolean
is_expired (BcNotifyEntry *entry,
            gpointer       self)
{
  return entry->is_waiting && is_old (self, entry);
}

static gboolean
expire_cb (gpointer data)
{
  g_autoptr (BcNotifierLibnotify) self = g_object_ref (data);

  self->expiry_id = 0;
  remove_all_as_closed (self, is_expired);
  if (self->expiry_id == 0 && self->worker != NULL && bc_notify_entries_have_waiting (self->entries))
    self->expiry_id = g_timeout_add_seconds (PATIENCE_S, expire_cb, self);

  return G_SOURCE_REMOVE;
}

static void
wait_with (BcNotifierLibnotify *self,
           BcNotifyEntry       *entry)
{
  entry->is_waiting = TRUE;
  if (self->expiry_id == 0)
    self->expiry_id = g_timeout_add_seconds (PATIENCE_S, expire_cb, self);
}

static void
close_sent (BcNotifierLibnotify *self,
            NotifyNotification  *sent)
{
  bc_serial_worker_push (self->worker, self, bc_notify_job_run_close, NULL,
                         bc_notify_job_new (sent, NULL, NULL, self->epoch), bc_notify_job_free);
}

/* Daemons close it themselves, but not each does, and its buttons have served. */
static void
chosen (gpointer            owner,
        NotifyNotification *message,
        const char         *action)
{
  BcNotifierLibnotify *self = owner;
  BcNotifyEntry *entry = bc_notify_entries_find (self->entries, message);
  const char *token = notify_notification_get_activation_token (message);
  g_autofree char *sound_token = g_strdup (bc_activation_token_is_valid (token) ? token : NULL);
  g_autofree char *id = NULL;

  if (entry == NULL)
    return;

  id = g_strdup (entry->id);
  close_sent (self, message);
  g_hash_table_remove (self->entries, id);
  bc_notifier_backend_emit_action (BC_NOTIFIER_BACKEND (self), id, action, sound_token);
}

static void
closed_cb (BcNotifierLibnotify *self,
           NotifyNotification  *notification)
{
  BcNotifyEntry *entry = bc_notify_entries_find (self->entries, notification);
  int reason = notify_notification_get_closed_reason (notification);

  if (entry == NULL || entry->sent != notification ||
      bc_notify_message_get_number (notification) == 0)
    return;

  if (entry->is_waiting)
    g_clear_object (&entry->sent);
  else
    remove_as_closed (self, entry, reason == NOTIFY_CLOSED_REASON_DISMISSED);
}

/* What was asked for just now is still true, and nobody can have seen it for long. */
static gboolean
outlives_daemon (BcNotifierLibnotify *self,
                 BcNotifyEntry       *entry)
{
  g_clear_object (&entry->sent);
  if (!entry->is_waiting && entry->n_sends < MAX_SENDS && !is_old (self, entry))
    wait_with (self, entry);

  return entry->is_waiting;
}

static void
settle (BcNotifierLibnotify *self,
        BcNotifyEntry       *entry,
        gboolean             is_shown)
{
  g_clear_object (&entry->in_flight);
  g_clear_object (&entry->replaced);
  if (is_shown)
    bc_notifier_backend_emit_shown (BC_NOTIFIER_BACKEND (self), entry->id);
  else if (!outlives_daemon (self, entry))
    remove_as_closed (self, entry, FALSE);
}

static void
shown_done (gpointer owner,
            gpointer data)
{
  BcNotifierLibnotify *self = owner;
  BcNotifyJob *job = data;
  BcNotifyEntry *entry = bc_notify_entries_find (self->entries, job->notification);
  gboolean is_same_daemon = job->epoch == self->epoch;

  if (is_same_daemon && !g_cancellable_is_cancelled (job->withdrawn))
    self->has_failed = !job->succeeded;
  if (entry != NULL && entry->sent == job->notification)
    settle (self, entry, job->succeeded && is_same_daemon);

  if (is_same_daemon)
    update_status (self);
  else
    flush (self);
}

static void
send (BcNotifierLibnotify *self,
      BcNotifyEntry       *entry)
{
  NotifyNotification *replaced = g_steal_pointer (&entry->sent);

  g_clear_object (&entry->replaced);
  g_clear_object (&entry->in_flight);
  entry->replaced = replaced;
  entry->sent = bc_notify_message_new (entry->notice, &self->caps, self->app_id, self, chosen);
  entry->in_flight = g_cancellable_new ();
  entry->is_waiting = FALSE;
  entry->n_sends++;
  g_signal_connect_object (entry->sent, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  bc_serial_worker_push (self->worker, self, bc_notify_job_run_show, shown_done,
                         bc_notify_job_new (entry->sent, entry->replaced, entry->in_flight, self->epoch),
                         bc_notify_job_free);
}

static void
send_waiting (BcNotifierLibnotify *self)
{
  GHashTableIter iter;
  BcNotifyEntry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (entry->is_waiting)
        send (self, entry);
    }
}

static void
caps_done (gpointer owner,
           gpointer data)
{
  BcNotifierLibnotify *self = owner;
  BcNotifyCaps *caps = data;

  self->asks_caps = FALSE;
  if (caps->epoch != self->epoch)
    {
      flush (self);
      return;
    }

  bc_notify_caps_clear (&self->caps);
  self->caps = *caps;
  memset (caps, 0, sizeof *caps);
  self->has_failed = !self->caps.answered;
  if (self->caps.answered)
    send_waiting (self);
  update_status (self);
}

static void
ask_caps (BcNotifierLibnotify *self)
{
  BcNotifyCaps *caps;

  if (self->asks_caps)
    return;

  self->asks_caps = TRUE;
  caps = g_new0 (BcNotifyCaps, 1);
  caps->epoch = self->epoch;
  bc_serial_worker_push (self->worker, self, bc_notify_job_run_caps, caps_done, caps, bc_notify_caps_free);
}

/* Only a daemon that has just answered is called by libnotify, which gives up after 25 s, and never
 * learns the number of what the daemon shows once it goes on. */
static void
flush (BcNotifierLibnotify *self)
{
  remove_all_as_closed (self, is_expired);
  update_status (self);
  if (bc_notify_daemon_is_available (self->daemon) && bc_notify_entries_have_waiting (self->entries))
    bc_notify_daemon_probe (self->daemon);
}

static void
answered_cb (BcNotifierLibnotify *self)
{
  self->has_failed = FALSE;
  remove_all_as_closed (self, is_expired);
  if (self->caps.answered)
    send_waiting (self);
  else
    ask_caps (self);
  update_status (self);
}

static void
silent_cb (BcNotifierLibnotify *self)
{
  self->has_failed = TRUE;
  update_status (self);
}

static void
appeared_cb (BcNotifierLibnotify *self)
{
  self->has_failed = FALSE;
  flush (self);
  if (bc_notify_daemon_has_owner (self->daemon))
    bc_notify_daemon_probe (self->daemon);
}

static gboolean
is_lost (BcNotifyEntry *entry,
         gpointer       self)
{
  return entry->sent != NULL && entry->in_flight == NULL && !outlives_daemon (self, entry);
}

static void
vanished_cb (BcNotifierLibnotify *self)
{
  self->epoch++;
  bc_notify_caps_clear (&self->caps);
  self->has_failed = FALSE;
  remove_all_as_closed (self, is_lost);
  flush (self);
}

static void
bc_notifier_libnotify_show (BcNotifierBackend    *backend,
                            const char           *id,
                            const BcNotification *notification)
{
  BcNotifierLibnotify *self = BC_NOTIFIER_LIBNOTIFY (backend);
  BcNotifyEntry *entry = bc_notify_entries_ensure (self->entries, id);

  g_clear_pointer (&entry->notice, bc_notice_free);
  entry->notice = bc_notice_new (notification);
  entry->asked_us = bc_clock_boot_us (self->clock);
  entry->n_sends = 0;
  wait_with (self, entry);
  if (!bc_notify_daemon_is_available (self->daemon))
    bc_notify_daemon_ask (self->daemon);
  flush (self);
}

static void
bc_notifier_libnotify_withdraw (BcNotifierBackend *backend,
                                const char        *id)
{
  BcNotifierLibnotify *self = BC_NOTIFIER_LIBNOTIFY (backend);
  BcNotifyEntry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL)
    return;

  g_cancellable_cancel (entry->in_flight);
  if (entry->sent != NULL)
    close_sent (self, entry->sent);
  g_hash_table_remove (self->entries, id);
}

static guint
bc_notifier_libnotify_get_server_id (BcNotifierBackend *backend,
                                     const char        *id)
{
  BcNotifierLibnotify *self = BC_NOTIFIER_LIBNOTIFY (backend);
  BcNotifyEntry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL || entry->sent == NULL || entry->in_flight != NULL)
    return 0;

  return bc_notify_message_get_number (entry->sent);
}

static void
bc_notifier_libnotify_dispose (GObject *object)
{
  BcNotifierLibnotify *self = BC_NOTIFIER_LIBNOTIFY (object);

  g_clear_handle_id (&self->expiry_id, g_source_remove);
  g_clear_pointer (&self->worker, bc_serial_worker_free);
  g_clear_object (&self->daemon);
  g_hash_table_remove_all (self->entries);

  G_OBJECT_CLASS (bc_notifier_libnotify_parent_class)->dispose (object);
}

/* Never notify_uninit(): it closes, synchronously, what is to outlive us. */
static void
bc_notifier_libnotify_finalize (GObject *object)
{
  BcNotifierLibnotify *self = BC_NOTIFIER_LIBNOTIFY (object);

  bc_notify_caps_clear (&self->caps);
  g_free (self->app_id);
  g_object_unref (self->clock);
  g_object_unref (self->status);
  g_hash_table_unref (self->entries);

  G_OBJECT_CLASS (bc_notifier_libnotify_parent_class)->finalize (object);
}

static void
bc_notifier_libnotify_class_init (BcNotifierLibnotifyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_notifier_libnotify_dispose;
  object_class->finalize = bc_notifier_libnotify_finalize;
}

static void
bc_notifier_libnotify_iface_init (BcNotifierBackendInterface *iface)
{
  iface->show = bc_notifier_libnotify_show;
  iface->withdraw = bc_notifier_libnotify_withdraw;
  iface->get_server_id = bc_notifier_libnotify_get_server_id;
}

static void
bc_notifier_libnotify_init (BcNotifierLibnotify *self)
{
  self->entries = bc_notify_entries_new ();
  self->worker = bc_serial_worker_new ();
}

BcNotifierBackend *
bc_notifier_libnotify_new (GDBusConnection *bus,
                           const char      *app_id,
                           BcClock         *clock,
                           BcServiceStatus *status)
{
  BcNotifierLibnotify *self = g_object_new (BC_TYPE_NOTIFIER_LIBNOTIFY, NULL);

  bc_notify_job_set_up ();
  self->app_id = g_strdup (app_id);
  self->clock = g_object_ref (clock);
  self->status = g_object_ref (status);
  self->daemon = bc_notify_daemon_new (bus);
  g_signal_connect_object (self->daemon, "appeared", G_CALLBACK (appeared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->daemon, "vanished", G_CALLBACK (vanished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->daemon, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->daemon, "silent", G_CALLBACK (silent_cb), self, G_CONNECT_SWAPPED);
  update_status (self);

  return BC_NOTIFIER_BACKEND (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notifier/bc-notice.h"
#include "notifier/bc-notifier-backend.h"
#include "notifier/bc-notify-daemon.h"
#include "notifier/bc-notify-job.h"
#include "notifier/bc-serial-worker.h"

#define BACKEND "libnotify"
#define PATIENCE_S 60

/* One notification from the asking until it is gone. */
typedef struct {
  char *id;

  BcNotice *notice;
  gboolean is_waiting;
  gint64 asked_us;

  NotifyNotification *sent;
  NotifyNotification *replaced;
  GCancellable *in_flight;
} Entry;

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
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_clear_pointer (&entry->notice, bc_notice_free);
  g_clear_object (&entry->sent);
  g_clear_object (&entry->replaced);
  g_clear_object (&entry->in_flight);
  g_free (entry);
}

static Entry *
ensure_entry (BcNotifierLibnotify *self,
              const char          *id)
{
  Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry != NULL)
    return entry;

  entry = g_new0 (Entry, 1);
  entry->id = g_strdup (id);
  g_hash_table_insert (self->entries, entry->id, entry);

  return entry;
}

static Entry *
find_entry (BcNotifierLibnotify *self,
            NotifyNotification  *notification)
{
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (entry->sent == notification || entry->replaced == notification)
        return entry;
    }

  return NULL;
}

static void
remove_as_closed (BcNotifierLibnotify *self,
                  Entry               *entry,
                  gboolean             dismissed)
{
  g_autofree char *id = g_strdup (entry->id);

  g_hash_table_remove (self->entries, id);
  bc_notifier_backend_emit_closed (BC_NOTIFIER_BACKEND (self), id, dismissed);
}

/* Taken together first: whoever hears of the first may show or withdraw others. */
static void
remove_all_as_closed (BcNotifierLibnotify *self,
                      gboolean           (*is_gone) (BcNotifierLibnotify *self, Entry *entry))
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (is_gone (self, entry))
        g_ptr_array_add (ids, g_strdup (entry->id));
    }

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (self->entries, g_ptr_array_index (ids, i));
  for (guint i = 0; i < ids->len; i++)
    bc_notifier_backend_emit_closed (BC_NOTIFIER_BACKEND (self), g_ptr_array_index (ids, i), FALSE);
}

static void
update_status (BcNotifierLibnotify *self)
{
  if (!bc_notify_daemon_is_available (self->daemon))
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, BACKEND,
                           bc_notify_daemon_is_known (self->daemon)
                             ? _("No program that shows notifications is running.") : NULL);
  else if (self->has_failed)
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, BACKEND,
                           _("The program that shows notifications does not answer."));
  else
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, BACKEND, NULL);
}

static gboolean
is_expired (BcNotifierLibnotify *self,
            Entry               *entry)
{
  return entry->is_waiting &&
         bc_clock_boot_us (self->clock) - entry->asked_us >= PATIENCE_S * G_USEC_PER_SEC;
}

static gboolean
has_waiting (BcNotifierLibnotify *self)
{
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (entry->is_waiting)
        return TRUE;
    }

  return FALSE;
}

static gboolean
expire_cb (gpointer data)
{
  g_autoptr (BcNotifierLibnotify) self = g_object_ref (data);

  self->expiry_id = 0;
  remove_all_as_closed (self, is_expired);
  if (self->expiry_id == 0 && self->worker != NULL && has_waiting (self))
    self->expiry_id = g_timeout_add_seconds (PATIENCE_S, expire_cb, self);

  return G_SOURCE_REMOVE;
}

static void
wait_with (BcNotifierLibnotify *self,
           Entry               *entry)
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

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gpointer
weak_ref_new (gpointer object)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, object);

  return ref;
}

/* libnotify takes number 0, of what is not shown yet, for any other number. */
static gboolean
has_number (NotifyNotification *notification)
{
  int id;

  g_object_get (notification, "id", &id, NULL);

  return id != 0;
}

/* Daemons close it themselves, but not each does, and its buttons have served. */
static void
action_cb (NotifyNotification *notification,
           char               *action,
           gpointer            data)
{
  g_autoptr (BcNotifierLibnotify) self = g_weak_ref_get (data);
  Entry *entry = self != NULL ? find_entry (self, notification) : NULL;
  g_autofree char *token = NULL;
  g_autofree char *id = NULL;

  if (entry == NULL || !has_number (notification))
    return;

  token = g_strdup (notify_notification_get_activation_token (notification));
  id = g_strdup (entry->id);
  close_sent (self, notification);
  g_hash_table_remove (self->entries, id);
  bc_notifier_backend_emit_action (BC_NOTIFIER_BACKEND (self), id, action, token);
}

static void
closed_cb (BcNotifierLibnotify *self,
           NotifyNotification  *notification)
{
  Entry *entry = find_entry (self, notification);
  int reason = notify_notification_get_closed_reason (notification);

  if (entry == NULL || entry->sent != notification || !has_number (notification))
    return;

  if (entry->is_waiting)
    g_clear_object (&entry->sent);
  else
    remove_as_closed (self, entry, reason == NOTIFY_CLOSED_REASON_DISMISSED);
}

static void
add_actions (BcNotifierLibnotify *self,
             NotifyNotification  *notification,
             const BcNotice      *notice)
{
  if (notice->default_label != NULL)
    notify_notification_add_action (notification, "default", notice->default_label,
                                    action_cb, weak_ref_new (self), weak_ref_free);

  for (guint i = 0; notice->buttons[i] != NULL; i += 2)
    notify_notification_add_action (notification, notice->buttons[i], notice->buttons[i + 1],
                                    action_cb, weak_ref_new (self), weak_ref_free);
}

static NotifyNotification *
make_notification (BcNotifierLibnotify *self,
                   const BcNotice      *notice)
{
  g_autofree char *escaped = g_markup_escape_text (notice->body, -1);
  NotifyNotification *notification;

  notification = notify_notification_new (notice->summary,
                                          self->caps.body_markup ? escaped : notice->body,
                                          self->app_id);
  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (self->app_id));
  notify_notification_set_urgency (notification, NOTIFY_URGENCY_NORMAL);
  if (notice->stays)
    notify_notification_set_timeout (notification, NOTIFY_EXPIRES_NEVER);
  if (self->caps.actions)
    add_actions (self, notification, notice);
  g_signal_connect_object (notification, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  return notification;
}

static void
shown_done (gpointer owner,
            gpointer data)
{
  BcNotifierLibnotify *self = owner;
  BcNotifyJob *job = data;
  Entry *entry = find_entry (self, job->notification);
  gboolean is_same_daemon = job->epoch == self->epoch;

  if (is_same_daemon)
    self->has_failed = !job->succeeded;
  if (entry == NULL || entry->sent != job->notification)
    {
      update_status (self);
      return;
    }

  g_clear_object (&entry->in_flight);
  g_clear_object (&entry->replaced);
  if (job->succeeded && is_same_daemon && !entry->is_waiting)
    g_clear_pointer (&entry->notice, bc_notice_free);
  if (!job->succeeded)
    {
      g_clear_object (&entry->sent);
      wait_with (self, entry);
    }
  else if (!is_same_daemon && !entry->is_waiting)
    remove_as_closed (self, entry, FALSE);

  if (is_same_daemon)
    update_status (self);
  else
    flush (self);
}

static void
send (BcNotifierLibnotify *self,
      Entry               *entry)
{
  NotifyNotification *replaced = g_steal_pointer (&entry->sent);

  g_clear_object (&entry->replaced);
  g_clear_object (&entry->in_flight);
  entry->replaced = replaced;
  entry->sent = make_notification (self, entry->notice);
  entry->in_flight = g_cancellable_new ();
  entry->is_waiting = FALSE;

  bc_serial_worker_push (self->worker, self, bc_notify_job_run_show, shown_done,
                         bc_notify_job_new (entry->sent, entry->replaced, entry->in_flight, self->epoch),
                         bc_notify_job_free);
}

static void
caps_done (gpointer owner,
           gpointer data)
{
  BcNotifierLibnotify *self = owner;
  BcNotifyCaps *caps = data;

  self->asks_caps = FALSE;
  if (caps->epoch == self->epoch)
    {
      self->caps = *caps;
      self->has_failed = !caps->answered;
    }

  if (caps->epoch == self->epoch && !caps->answered)
    update_status (self);
  else
    flush (self);
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
  bc_serial_worker_push (self->worker, self, bc_notify_job_run_caps, caps_done, caps, g_free);
}

/* Gives the daemon what waits for it, as far as that is possible now. */
static void
flush (BcNotifierLibnotify *self)
{
  GHashTableIter iter;
  Entry *entry;

  remove_all_as_closed (self, is_expired);
  update_status (self);
  if (!bc_notify_daemon_is_available (self->daemon) || !has_waiting (self))
    return;

  if (!self->caps.answered)
    {
      ask_caps (self);
      return;
    }

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (entry->is_waiting)
        send (self, entry);
    }
}

static void
appeared_cb (BcNotifierLibnotify *self)
{
  self->has_failed = FALSE;
  flush (self);
}

static gboolean
forget_if_shown (BcNotifierLibnotify *self,
                 Entry               *entry)
{
  if (entry->sent == NULL || entry->in_flight != NULL)
    return FALSE;

  g_clear_object (&entry->sent);

  return !entry->is_waiting;
}

static void
vanished_cb (BcNotifierLibnotify *self)
{
  self->epoch++;
  self->caps.answered = FALSE;
  self->has_failed = FALSE;
  remove_all_as_closed (self, forget_if_shown);
  flush (self);
}

static void
bc_notifier_libnotify_show (BcNotifierBackend    *backend,
                            const char           *id,
                            const BcNotification *notification)
{
  BcNotifierLibnotify *self = BC_NOTIFIER_LIBNOTIFY (backend);
  Entry *entry = ensure_entry (self, id);

  g_clear_pointer (&entry->notice, bc_notice_free);
  entry->notice = bc_notice_new (notification);
  entry->asked_us = bc_clock_boot_us (self->clock);
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
  Entry *entry = g_hash_table_lookup (self->entries, id);

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
  Entry *entry = g_hash_table_lookup (self->entries, id);
  int server_id = 0;

  if (entry != NULL && entry->sent != NULL && entry->in_flight == NULL)
    g_object_get (entry->sent, "id", &server_id, NULL);

  return (guint) server_id;
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
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  self->worker = bc_serial_worker_new ();
}

BcNotifierBackend *
bc_notifier_libnotify_new (GDBusConnection *bus,
                           const char      *app_id,
                           BcClock         *clock,
                           BcServiceStatus *status)
{
  BcNotifierLibnotify *self = g_object_new (BC_TYPE_NOTIFIER_LIBNOTIFY, NULL);

  notify_init ("Breadcrumbs");
  self->app_id = g_strdup (app_id);
  self->clock = g_object_ref (clock);
  self->status = g_object_ref (status);
  self->daemon = bc_notify_daemon_new (bus);
  g_signal_connect_object (self->daemon, "appeared", G_CALLBACK (appeared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->daemon, "vanished", G_CALLBACK (vanished_cb), self, G_CONNECT_SWAPPED);
  update_status (self);

  return BC_NOTIFIER_BACKEND (self);
}

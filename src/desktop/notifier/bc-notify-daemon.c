/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-daemon.h"

#define DAEMON_NAME "org.freedesktop.Notifications"

struct _BcNotifyDaemon {
  GObject parent_instance;

  GDBusConnection *bus;
  guint watch_id;
  GCancellable *cancellable;
  gboolean asked;

  gboolean has_owner;
  gboolean is_activatable;
  gboolean knows_owner;
  gboolean knows_activatable;
};

enum {
  APPEARED,
  VANISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcNotifyDaemon, bc_notify_daemon, G_TYPE_OBJECT)

static void
appeared_cb (GDBusConnection *bus,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  BcNotifyDaemon *self = data;

  self->has_owner = self->knows_owner = TRUE;
  g_signal_emit (self, signals[APPEARED], 0);
}

static void
vanished_cb (GDBusConnection *bus,
             const char      *name,
             gpointer         data)
{
  BcNotifyDaemon *self = data;

  self->has_owner = FALSE;
  self->knows_owner = TRUE;
  g_signal_emit (self, signals[VANISHED], 0);
}

static void
activatable_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  BcNotifyDaemon *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autofree const char **names = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = data;
  self->asked = FALSE;
  self->knows_activatable = TRUE;
  if (reply != NULL)
    g_variant_get (reply, "(^a&s)", &names);
  self->is_activatable = names != NULL && g_strv_contains (names, DAEMON_NAME);
  if (self->has_owner)
    return;

  g_signal_emit (self, signals[self->is_activatable ? APPEARED : VANISHED], 0);
}

void
bc_notify_daemon_ask (BcNotifyDaemon *self)
{
  if (self->asked)
    return;

  self->asked = TRUE;
  g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ListActivatableNames", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          self->cancellable, activatable_cb, self);
}

static void
bc_notify_daemon_dispose (GObject *object)
{
  BcNotifyDaemon *self = BC_NOTIFY_DAEMON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (bc_notify_daemon_parent_class)->dispose (object);
}

static void
bc_notify_daemon_finalize (GObject *object)
{
  BcNotifyDaemon *self = BC_NOTIFY_DAEMON (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (bc_notify_daemon_parent_class)->finalize (object);
}

static void
bc_notify_daemon_class_init (BcNotifyDaemonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_notify_daemon_dispose;
  object_class->finalize = bc_notify_daemon_finalize;

  signals[APPEARED] = g_signal_new ("appeared", BC_TYPE_NOTIFY_DAEMON, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VANISHED] = g_signal_new ("vanished", BC_TYPE_NOTIFY_DAEMON, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_notify_daemon_init (BcNotifyDaemon *self)
{
  self->cancellable = g_cancellable_new ();
}

BcNotifyDaemon *
bc_notify_daemon_new (GDBusConnection *bus)
{
  BcNotifyDaemon *self = g_object_new (BC_TYPE_NOTIFY_DAEMON, NULL);

  self->bus = g_object_ref (bus);
  self->watch_id = g_bus_watch_name_on_connection (bus, DAEMON_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   appeared_cb, vanished_cb, self, NULL);
  bc_notify_daemon_ask (self);

  return self;
}

gboolean
bc_notify_daemon_is_known (BcNotifyDaemon *self)
{
  return self->knows_owner && self->knows_activatable;
}

gboolean
bc_notify_daemon_is_available (BcNotifyDaemon *self)
{
  return self->has_owner || (self->knows_owner && self->is_activatable);
}

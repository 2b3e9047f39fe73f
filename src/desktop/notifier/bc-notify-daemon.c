/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-daemon.h"

#define DAEMON_NAME "org.freedesktop.Notifications"
#define DAEMON_PATH "/org/freedesktop/Notifications"

/* Longer than any daemon takes that is being started. */
#define SILENT_S 5

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

  GCancellable *probe;
  guint silent_id;
};

enum {
  APPEARED,
  VANISHED,
  ANSWERED,
  SILENT,
  N_SIGNALS
};

static const char * const signal_names[N_SIGNALS] = { "appeared", "vanished", "answered", "silent" };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcNotifyDaemon, bc_notify_daemon, G_TYPE_OBJECT)

/* An owner that lost the name without leaving would owe its answer for ever. */
static void
drop_probe (BcNotifyDaemon *self)
{
  g_cancellable_cancel (self->probe);
  g_clear_object (&self->probe);
  g_clear_handle_id (&self->silent_id, g_source_remove);
}

static void
probe_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (BcNotifyDaemon) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (data);
  drop_probe (self);
  g_signal_emit (self, signals[reply != NULL ? ANSWERED : SILENT], 0);
}

static gboolean
silent_cb (gpointer data)
{
  BcNotifyDaemon *self = data;

  self->silent_id = 0;
  g_signal_emit (self, signals[SILENT], 0);

  return G_SOURCE_REMOVE;
}

void
bc_notify_daemon_probe (BcNotifyDaemon *self)
{
  if (self->probe != NULL)
    return;

  self->probe = g_cancellable_new ();
  self->silent_id = g_timeout_add_seconds (SILENT_S, silent_cb, self);
  g_dbus_connection_call (self->bus, DAEMON_NAME, DAEMON_PATH, DAEMON_NAME, "GetServerInformation",
                          NULL, NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, self->probe, probe_cb, self);
}

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
  drop_probe (self);
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

  drop_probe (self);
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

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], BC_TYPE_NOTIFY_DAEMON, G_SIGNAL_RUN_LAST, 0,
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

gboolean
bc_notify_daemon_has_owner (BcNotifyDaemon *self)
{
  return self->has_owner;
}

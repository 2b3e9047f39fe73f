/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-monitor.h"

#include "bus/bc-bus-peer.h"

#define TIMEOUT_MS 2000

/* The serial tells an id that is still wanted from one that comes too late. */
typedef struct {
  guint serial;
  guint32 id;
  gboolean adding;
} Watch;

struct _BcIdleMonitor {
  GObject parent_instance;

  GDBusConnection *bus;
  char *name;
  char *path;
  BcBusPeer *peer;
  gboolean looked_up;
  Watch idle;
  Watch active;
};

typedef struct {
  BcIdleMonitor *self;
  Watch *watch;
  char *owner;
  guint serial;
} Adding;

enum {
  APPEARED,
  VANISHED,
  WATCHING,
  REFUSED,
  IDLE,
  ACTIVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcIdleMonitor, bc_idle_monitor, G_TYPE_OBJECT)

static void
call (BcIdleMonitor       *self,
      const char          *owner,
      const char          *method,
      GVariant            *parameters,
      const char          *reply_type,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_dbus_connection_call (self->bus, owner, self->path, self->name, method, parameters,
                          G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS,
                          cancellable, callback, user_data);
}

static void
remove_id (BcIdleMonitor *self,
           const char    *owner,
           guint32        id)
{
  if (id != 0)
    call (self, owner, "RemoveWatch", g_variant_new ("(u)", id), "()", NULL, NULL, NULL);
}

static void
forget_watch (Watch *watch)
{
  watch->serial++;
  watch->id = 0;
  watch->adding = FALSE;
}

static void
remove_watch (BcIdleMonitor *self,
              Watch         *watch)
{
  remove_id (self, bc_bus_peer_get_owner (self->peer), watch->id);
  forget_watch (watch);
}

static void
refuse (BcIdleMonitor *self)
{
  remove_watch (self, &self->idle);
  remove_watch (self, &self->active);
  g_signal_emit (self, signals[REFUSED], 0);
}

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->self);
  g_free (adding->owner);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
take_id (BcIdleMonitor *self,
         Watch         *watch,
         guint32        id)
{
  watch->adding = FALSE;
  if (id == 0 || id == self->idle.id || id == self->active.id)
    {
      refuse (self);
      return;
    }

  watch->id = id;
  if (watch == &self->idle)
    g_signal_emit (self, signals[WATCHING], 0);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  guint32 id = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &id);
  if (adding->serial == adding->watch->serial)
    take_id (adding->self, adding->watch, id);
  else
    remove_id (adding->self, adding->owner, id);
}

static void
add_watch (BcIdleMonitor *self,
           Watch         *watch,
           const char    *method,
           GVariant      *parameters)
{
  Adding *adding = g_new (Adding, 1);

  watch->adding = TRUE;
  adding->self = g_object_ref (self);
  adding->watch = watch;
  adding->owner = g_strdup (bc_bus_peer_get_owner (self->peer));
  adding->serial = watch->serial;
  call (self, adding->owner, method, parameters, "(u)", NULL, added_cb, adding);
}

void
bc_idle_monitor_await_idleness (BcIdleMonitor *self,
                                gint64         threshold_ms)
{
  g_return_if_fail (bc_idle_monitor_is_present (self));

  remove_watch (self, &self->idle);
  add_watch (self, &self->idle, "AddIdleWatch", g_variant_new ("(t)", (guint64) threshold_ms));
}

void
bc_idle_monitor_await_activity (BcIdleMonitor *self)
{
  g_return_if_fail (bc_idle_monitor_is_present (self));

  if (self->active.id == 0 && !self->active.adding)
    add_watch (self, &self->active, "AddUserActiveWatch", NULL);
}

void
bc_idle_monitor_get_idletime_async (BcIdleMonitor       *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (bc_idle_monitor_is_present (self));

  call (self, bc_bus_peer_get_owner (self->peer), "GetIdletime", NULL, "(t)", cancellable, callback, user_data);
}

gboolean
bc_idle_monitor_get_idletime_finish (BcIdleMonitor  *self,
                                     GAsyncResult   *result,
                                     guint64        *idletime_ms,
                                     GError        **error)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (self->bus, result, error);

  if (reply == NULL)
    return FALSE;

  g_variant_get (reply, "(t)", idletime_ms);

  return TRUE;
}

static void
watch_fired (gpointer  object,
             GVariant *parameters)
{
  BcIdleMonitor *self = object;
  guint32 id;

  g_variant_get (parameters, "(u)", &id);
  if (id == 0)
    return;

  if (id == self->idle.id)
    {
      g_signal_emit (self, signals[IDLE], 0);
    }
  else if (id == self->active.id)
    {
      self->active.id = 0;
      g_signal_emit (self, signals[ACTIVE], 0);
    }
}

static void
forget_watches (BcIdleMonitor *self)
{
  forget_watch (&self->idle);
  forget_watch (&self->active);
}

static void
appeared (gpointer object)
{
  BcIdleMonitor *self = object;

  forget_watches (self);
  self->looked_up = TRUE;
  bc_bus_peer_subscribe (self->peer, self->path, self->name, "WatchFired", NULL, "(u)", watch_fired);
  g_signal_emit (self, signals[APPEARED], 0);
}

static void
vanished (gpointer object)
{
  BcIdleMonitor *self = object;

  forget_watches (self);
  self->looked_up = TRUE;
  g_signal_emit (self, signals[VANISHED], 0);
}

gboolean
bc_idle_monitor_is_present (BcIdleMonitor *self)
{
  return self->peer != NULL && bc_bus_peer_is_present (self->peer);
}

void
bc_idle_monitor_look (BcIdleMonitor *self)
{
  if (self->peer == NULL)
    self->peer = bc_bus_peer_new (self->bus, self->name, appeared, vanished, self);
  else if (self->looked_up)
    g_signal_emit (self, signals[bc_idle_monitor_is_present (self) ? APPEARED : VANISHED], 0);
}

void
bc_idle_monitor_stop (BcIdleMonitor *self)
{
  if (self->peer == NULL)
    return;

  remove_watch (self, &self->idle);
  remove_watch (self, &self->active);
  g_clear_pointer (&self->peer, bc_bus_peer_free);
  self->looked_up = FALSE;
}

static void
bc_idle_monitor_dispose (GObject *object)
{
  bc_idle_monitor_stop (BC_IDLE_MONITOR (object));

  G_OBJECT_CLASS (bc_idle_monitor_parent_class)->dispose (object);
}

static void
bc_idle_monitor_finalize (GObject *object)
{
  BcIdleMonitor *self = BC_IDLE_MONITOR (object);

  g_object_unref (self->bus);
  g_free (self->name);
  g_free (self->path);

  G_OBJECT_CLASS (bc_idle_monitor_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, BC_TYPE_IDLE_MONITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_idle_monitor_class_init (BcIdleMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_idle_monitor_dispose;
  object_class->finalize = bc_idle_monitor_finalize;

  signals[APPEARED] = add_signal ("appeared");
  signals[VANISHED] = add_signal ("vanished");
  signals[WATCHING] = add_signal ("watching");
  signals[REFUSED] = add_signal ("refused");
  signals[IDLE] = add_signal ("idle");
  signals[ACTIVE] = add_signal ("active");
}

static void
bc_idle_monitor_init (BcIdleMonitor *self)
{
}

BcIdleMonitor *
bc_idle_monitor_new (GDBusConnection *bus,
                     const char      *name,
                     const char      *path)
{
  BcIdleMonitor *self = g_object_new (BC_TYPE_IDLE_MONITOR, NULL);

  self->bus = g_object_ref (bus);
  self->name = g_strdup (name);
  self->path = g_strdup (path);

  return self;
}

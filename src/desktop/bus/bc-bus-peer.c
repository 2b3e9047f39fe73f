/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bus/bc-bus-peer.h"

#define TIMEOUT_MS 5000

/* Calls under way keep it, counted, after it was freed: their replies then find another epoch. */
struct _BcBusPeer {
  GDBusConnection *bus;
  BcBusPeerFunc appeared;
  BcBusPeerFunc vanished;
  gpointer object;
  guint watch_id;
  char *owner;
  guint epoch;
  GArray *subscriptions;
};

typedef struct {
  BcBusPeer *peer;
  guint epoch;
  BcBusPeerReply done;
} Call;

typedef struct {
  BcBusPeer *peer;
  char *type;
  BcBusPeerSignal received;
} Subscription;

static void
forget_owner (BcBusPeer *self)
{
  self->epoch++;
  g_clear_pointer (&self->owner, g_free);
  while (self->subscriptions->len > 0)
    bc_bus_peer_unsubscribe (self, g_array_index (self->subscriptions, guint, self->subscriptions->len - 1));
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  BcBusPeer *self = user_data;

  forget_owner (self);
  self->owner = g_strdup (owner);
  self->appeared (self->object);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  BcBusPeer *self = user_data;

  forget_owner (self);
  self->vanished (self->object);
}

BcBusPeer *
bc_bus_peer_new (GDBusConnection *bus,
                 const char      *name,
                 BcBusPeerFunc    appeared,
                 BcBusPeerFunc    vanished,
                 gpointer         object)
{
  BcBusPeer *self = g_rc_box_new0 (BcBusPeer);

  self->bus = g_object_ref (bus);
  self->appeared = appeared;
  self->vanished = vanished;
  self->object = object;
  self->subscriptions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->watch_id = g_bus_watch_name_on_connection (bus, name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   appeared_cb, vanished_cb, self, NULL);

  return self;
}

static void
clear (gpointer data)
{
  BcBusPeer *self = data;

  g_array_unref (self->subscriptions);
  g_object_unref (self->bus);
}

void
bc_bus_peer_free (BcBusPeer *self)
{
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  forget_owner (self);
  g_rc_box_release_full (self, clear);
}

gboolean
bc_bus_peer_is_present (BcBusPeer *self)
{
  return self->owner != NULL;
}

const char *
bc_bus_peer_get_owner (BcBusPeer *self)
{
  return self->owner;
}

static void
replied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (call->epoch == call->peer->epoch)
    call->done (call->peer->object, reply);
  g_rc_box_release_full (call->peer, clear);
}

void
bc_bus_peer_call (BcBusPeer      *self,
                  const char     *path,
                  const char     *interface,
                  const char     *method,
                  GVariant       *parameters,
                  const char     *reply_type,
                  BcBusPeerReply  done)
{
  g_autoptr (GVariant) owned = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;
  Call *call;

  if (self->owner == NULL)
    return;

  call = g_new (Call, 1);
  *call = (Call) { g_rc_box_acquire (self), self->epoch, done };
  g_dbus_connection_call (self->bus, self->owner, path, interface, method, owned, G_VARIANT_TYPE (reply_type),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, NULL, replied_cb, call);
}

void
bc_bus_peer_get_property (BcBusPeer      *self,
                          const char     *path,
                          const char     *interface,
                          const char     *property,
                          BcBusPeerReply  done)
{
  bc_bus_peer_call (self, path, "org.freedesktop.DBus.Properties", "Get",
                    g_variant_new ("(ss)", interface, property), "(v)", done);
}

static void
signal_cb (GDBusConnection *connection,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *signal,
           GVariant        *parameters,
           gpointer         user_data)
{
  Subscription *subscription = user_data;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE (subscription->type)))
    subscription->received (subscription->peer->object, parameters);
}

static void
subscription_free (gpointer data)
{
  Subscription *subscription = data;

  g_free (subscription->type);
  g_free (subscription);
}

guint
bc_bus_peer_subscribe (BcBusPeer       *self,
                       const char      *path,
                       const char      *interface,
                       const char      *signal,
                       const char      *arg0,
                       const char      *type,
                       BcBusPeerSignal  received)
{
  Subscription *subscription;
  guint id;

  g_return_val_if_fail (self->owner != NULL, 0);

  subscription = g_new (Subscription, 1);
  *subscription = (Subscription) { self, g_strdup (type), received };
  id = g_dbus_connection_signal_subscribe (self->bus, self->owner, interface, signal, path, arg0,
                                           G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, subscription, subscription_free);
  g_array_append_val (self->subscriptions, id);

  return id;
}

void
bc_bus_peer_unsubscribe (BcBusPeer *self,
                         guint      id)
{
  for (guint i = 0; i < self->subscriptions->len; i++)
    {
      if (g_array_index (self->subscriptions, guint, i) == id)
        {
          g_array_remove_index_fast (self->subscriptions, i);
          g_dbus_connection_signal_unsubscribe (self->bus, id);
          return;
        }
    }
}

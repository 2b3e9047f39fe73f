/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fake-bus.h"

#include "bc-await.h"

GDBusConnection *
bc_fake_bus_connect (BcFakeBus *self)
{
  GError *error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (self->address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                       G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
connect_both (BcFakeBus  *self,
              const char *address)
{
  self->address = g_strdup (address);
  self->client = bc_fake_bus_connect (self);
  self->peer = bc_fake_bus_connect (self);
}

BcFakeBus *
bc_fake_bus_new (void)
{
  BcFakeBus *self = g_new0 (BcFakeBus, 1);

  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  connect_both (self, g_test_dbus_get_bus_address (self->bus));

  return self;
}

BcFakeBus *
bc_fake_bus_new_at (const char *address)
{
  BcFakeBus *self = g_new0 (BcFakeBus, 1);

  connect_both (self, address);

  return self;
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_dbus_connection_close_finish (G_DBUS_CONNECTION (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static void
close_connection (GDBusConnection *connection)
{
  gboolean closed = FALSE;

  g_dbus_connection_close (connection, NULL, closed_cb, &closed);
  bc_await (closed);
  g_object_unref (connection);
}

void
bc_fake_bus_free (BcFakeBus *self)
{
  close_connection (self->client);
  close_connection (self->peer);
  if (self->bus != NULL)
    g_test_dbus_stop (self->bus);
  g_clear_object (&self->bus);
  g_free (self->address);
  g_free (self);
}

static void
acquired_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

guint
bc_fake_bus_own (GDBusConnection *connection,
                 const char      *name)
{
  gboolean acquired = FALSE;
  guint id = g_bus_own_name_on_connection (connection, name, G_BUS_NAME_OWNER_FLAGS_NONE, acquired_cb, NULL,
                                           &acquired, NULL);

  bc_await (acquired);

  return id;
}

void
bc_fake_bus_export (GDBusConnection *connection,
                    gpointer         skeleton,
                    const char      *path)
{
  GError *error = NULL;

  g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (skeleton), connection, path, &error);
  g_assert_no_error (error);
}

static void
pinged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_assert_nonnull (reply);
  *(gboolean *) user_data = TRUE;
}

static void
ping (GDBusConnection *from,
      const char      *to)
{
  gboolean answered = FALSE;

  g_dbus_connection_call (from, to, "/", "org.freedesktop.DBus.Peer", "Ping", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, pinged_cb, &answered);
  bc_await (answered);
  bc_await_quiet ();
}

void
bc_fake_bus_settle (BcFakeBus       *self,
                    GDBusConnection *from)
{
  /* Twice: what the client asked in answer is answered as well. */
  ping (from, g_dbus_connection_get_unique_name (self->client));
  ping (self->client, g_dbus_connection_get_unique_name (from));
  ping (from, g_dbus_connection_get_unique_name (self->client));
}

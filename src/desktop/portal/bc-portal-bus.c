/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "portal/bc-portal-bus.h"

#include "bc-paths.h"

static char *
get_address (void)
{
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  g_autofree char *path = NULL;
  g_autofree char *escaped = NULL;

  if (address != NULL && *address != '\0')
    return g_strdup (address);

  /* g_dbus_address_get_for_bus_sync() may start a bus, and wait for it. */
  path = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  escaped = g_dbus_address_escape_value (path);

  return g_strconcat ("unix:path=", escaped, NULL);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_finish (result, &error);

  if (connection != NULL)
    g_task_return_pointer (task, connection, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bc_portal_bus_connect_async (GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autofree char *address = get_address ();

  g_dbus_connection_new_for_address (address,
                                     G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                     NULL, cancellable, connected_cb,
                                     g_task_new (NULL, cancellable, callback, user_data));
}

GDBusConnection *
bc_portal_bus_connect_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
registered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_task_return_boolean (task, TRUE);
}

void
bc_portal_bus_register_async (GDBusConnection     *connection,
                              const char          *owner,
                              const char          *app_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (connection, cancellable, callback, user_data);

  if (bc_paths_is_flatpak ())
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  g_dbus_connection_call (connection, owner, BC_PORTAL_PATH, "org.freedesktop.host.portal.Registry", "Register",
                          g_variant_new ("(s@a{sv})", app_id, g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, cancellable, registered_cb, task);
}

gboolean
bc_portal_bus_register_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
bc_portal_bus_create_path (GDBusConnection *connection,
                           const char      *kind,
                           const char      *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (connection) + 1);

  return g_strdup_printf (BC_PORTAL_PATH "/%s/%s/%s", kind, g_strdelimit (sender, ".", '_'), token);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fake-watcher.h"

#include "bc-await.h"
#include "bc-dbus-status-notifier-watcher.h"

static gboolean
handle_register_cb (BcDBusStatusNotifierWatcher *skeleton,
                    GDBusMethodInvocation       *call,
                    const char                  *service,
                    gpointer                     data)
{
  BcFakeWatcher *self = data;

  g_assert_cmpstr (service, ==, g_dbus_method_invocation_get_sender (call));
  if (self->is_deaf)
    {
      g_object_unref (call);
      return TRUE;
    }

  if (self->n_refusals > 0)
    {
      self->n_refusals--;
      g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_FAILED, "Not now");
      return TRUE;
    }

  g_ptr_array_add (self->items, g_strdup (service));
  bc_dbus_status_notifier_watcher_complete_register_status_notifier_item (skeleton, call);

  return TRUE;
}

BcFakeWatcher *
bc_fake_watcher_new (const char *address)
{
  BcFakeWatcher *self = g_new0 (BcFakeWatcher, 1);

  self->bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->skeleton = bc_dbus_status_notifier_watcher_skeleton_new ();
  bc_dbus_status_notifier_watcher_set_is_status_notifier_host_registered (self->skeleton, TRUE);
  g_signal_connect (self->skeleton, "handle-register-status-notifier-item",
                    G_CALLBACK (handle_register_cb), self);
  g_dbus_interface_skeleton_export (self->skeleton, self->bus, "/StatusNotifierWatcher", NULL);

  return self;
}

void
bc_fake_watcher_free (BcFakeWatcher *self)
{
  bc_fake_watcher_vanish (self);
  g_dbus_interface_skeleton_unexport (self->skeleton);
  g_object_unref (self->skeleton);
  g_ptr_array_unref (self->items);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self);
}

void
bc_fake_watcher_appear (BcFakeWatcher *self)
{
  self->name_id = g_bus_own_name_on_connection (self->bus, "org.kde.StatusNotifierWatcher",
                                                G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

void
bc_fake_watcher_vanish (BcFakeWatcher *self)
{
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
}

void
bc_fake_watcher_set_host (BcFakeWatcher *self,
                          gboolean       has_host)
{
  bc_dbus_status_notifier_watcher_set_is_status_notifier_host_registered (self->skeleton, has_host);
  if (has_host)
    bc_dbus_status_notifier_watcher_emit_status_notifier_host_registered (self->skeleton);
  else
    bc_dbus_status_notifier_watcher_emit_status_notifier_host_unregistered (self->skeleton);
}

static void
reply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
resolve_method (const char  *method,
                const char **path,
                const char **interface,
                const char **member)
{
  gboolean is_menu = g_str_has_prefix (method, "menu.");

  *path = is_menu ? "/MenuBar" : "/StatusNotifierItem";
  *interface = is_menu ? "com.canonical.dbusmenu" : "org.kde.StatusNotifierItem";
  *member = strchr (method, '.') + 1;
  if (g_str_has_prefix (*member, "Get ") || g_str_equal (*member, "GetAll"))
    *interface = "org.freedesktop.DBus.Properties";
}

GVariant *
bc_fake_watcher_call (BcFakeWatcher  *self,
                      const char     *method,
                      GVariant       *parameters,
                      GError        **error)
{
  const char *path, *interface, *member;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpuint (self->items->len, >, 0);
  resolve_method (method, &path, &interface, &member);
  g_dbus_connection_call (self->bus, g_ptr_array_index (self->items, self->items->len - 1),
                          path, interface, g_str_has_prefix (member, "Get ") ? "Get" : member,
                          parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, reply_cb, &result);
  bc_await (result != NULL);

  return g_dbus_connection_call_finish (self->bus, result, error);
}

GVariant *
bc_fake_watcher_must (BcFakeWatcher *self,
                      const char    *method,
                      GVariant      *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *reply = bc_fake_watcher_call (self, method, parameters, &error);

  g_assert_no_error (error);

  return reply;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fake-notifications.h"

#include "bc-dbus-notifications.h"

static const BcFakeServer usual_server = {
  "fake", "nobody", "1", "1.2", "actions body body-markup", 1, FALSE, TRUE, NULL, FALSE, 0,
};

#define PATH "/org/freedesktop/Notifications"

static void
shown_free (gpointer data)
{
  BcShown *shown = data;

  g_free (shown->app_name);
  g_free (shown->icon);
  g_free (shown->summary);
  g_free (shown->body);
  g_strfreev (shown->actions);
  g_variant_unref (shown->hints);
  g_free (shown);
}

/* Kept, as a hung process keeps what was sent to it. */
static gboolean
hang (BcFakeNotifications   *self,
      GDBusMethodInvocation *call)
{
  if (self->is_hung)
    g_ptr_array_add (self->unanswered, call);

  return self->is_hung;
}

static gboolean
handle_capabilities_cb (BcDBusNotifications   *skeleton,
                        GDBusMethodInvocation *call,
                        gpointer               data)
{
  BcFakeNotifications *self = data;
  g_auto (GStrv) capabilities = NULL;

  if (hang (self, call))
    return TRUE;

  self->n_capability_calls++;
  capabilities = g_strsplit (self->server->capabilities, " ", -1);
  bc_dbus_notifications_complete_get_capabilities (skeleton, call, (const char * const *) capabilities);

  return TRUE;
}

static gboolean
handle_information_cb (BcDBusNotifications   *skeleton,
                       GDBusMethodInvocation *call,
                       gpointer               data)
{
  BcFakeNotifications *self = data;

  if (!hang (self, call))
    bc_dbus_notifications_complete_get_server_information (skeleton, call, self->server->name, self->server->vendor,
                                                           self->server->version, self->server->spec);

  return TRUE;
}

static BcShown *
remember (BcFakeNotifications *self,
          GVariant            *parameters)
{
  BcShown *shown = g_new0 (BcShown, 1);

  g_variant_get (parameters, "(susss^as@a{sv}i)", &shown->app_name, &shown->replaces_id, &shown->icon,
                 &shown->summary, &shown->body, &shown->actions, &shown->hints, &shown->timeout);
  shown->id = shown->replaces_id != 0 ? shown->replaces_id : self->server->first_id + self->n_given++;
  g_ptr_array_add (self->shown, shown);

  return shown;
}

static gboolean
handle_notify_cb (BcDBusNotifications   *skeleton,
                  GDBusMethodInvocation *call,
                  const char            *app_name,
                  guint                  replaces_id,
                  const char            *icon,
                  const char            *summary,
                  const char            *body,
                  const char * const    *actions,
                  GVariant              *hints,
                  int                    timeout,
                  gpointer               data)
{
  BcFakeNotifications *self = data;
  BcShown *shown;

  if (hang (self, call))
    return TRUE;

  shown = remember (self, g_dbus_method_invocation_get_parameters (call));
  if (self->refuses)
    g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_FAILED, "No");
  else if (self->lies)
    {
      g_autoptr (GDBusMessage) reply = g_dbus_message_new_method_reply (g_dbus_method_invocation_get_message (call));

      g_dbus_message_set_body (reply, g_variant_new ("(s)", "not a number"));
      g_dbus_connection_send_message (self->bus, reply, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
      g_object_unref (call);
    }
  else
    bc_dbus_notifications_complete_notify (skeleton, call, shown->id);

  return TRUE;
}

static gboolean
handle_close_cb (BcDBusNotifications   *skeleton,
                 GDBusMethodInvocation *call,
                 guint                  id,
                 gpointer               data)
{
  BcFakeNotifications *self = data;

  if (hang (self, call))
    return TRUE;

  g_array_append_val (self->closed_ids, id);
  bc_dbus_notifications_complete_close_notification (skeleton, call);
  bc_dbus_notifications_emit_notification_closed (skeleton, id, 3);

  return TRUE;
}

static GDBusConnection *
connect_to (const char *address)
{
  return g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
}

BcFakeNotifications *
bc_fake_notifications_new (const char *address)
{
  BcFakeNotifications *self = g_new0 (BcFakeNotifications, 1);

  self->bus = connect_to (address);
  self->other = connect_to (address);
  self->server = &usual_server;
  self->shown = g_ptr_array_new_with_free_func (shown_free);
  self->closed_ids = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unanswered = g_ptr_array_new_with_free_func (g_object_unref);
  self->skeleton = bc_dbus_notifications_skeleton_new ();
  g_signal_connect (self->skeleton, "handle-get-capabilities", G_CALLBACK (handle_capabilities_cb), self);
  g_signal_connect (self->skeleton, "handle-get-server-information", G_CALLBACK (handle_information_cb), self);
  g_signal_connect (self->skeleton, "handle-notify", G_CALLBACK (handle_notify_cb), self);
  g_signal_connect (self->skeleton, "handle-close-notification", G_CALLBACK (handle_close_cb), self);
  g_dbus_interface_skeleton_export (self->skeleton, self->bus, PATH, NULL);

  return self;
}

void
bc_fake_notifications_free (BcFakeNotifications *self)
{
  bc_fake_notifications_vanish (self);
  g_object_unref (self->skeleton);
  g_ptr_array_unref (self->shown);
  g_array_unref (self->closed_ids);
  g_ptr_array_unref (self->unanswered);
  g_dbus_connection_close_sync (self->other, NULL, NULL);
  g_object_unref (self->other);
  g_object_unref (self->bus);
  g_free (self);
}

void
bc_fake_notifications_appear (BcFakeNotifications *self)
{
  self->name_id = g_bus_own_name_on_connection (self->bus, "org.freedesktop.Notifications",
                                                G_BUS_NAME_OWNER_FLAGS_ALLOW_REPLACEMENT, NULL, NULL, NULL, NULL);
}

void
bc_fake_notifications_replace (BcFakeNotifications *self)
{
  self->name_id = g_bus_own_name_on_connection (self->bus, "org.freedesktop.Notifications",
                                                G_BUS_NAME_OWNER_FLAGS_REPLACE, NULL, NULL, NULL, NULL);
}

void
bc_fake_notifications_go_on (BcFakeNotifications *self)
{
  self->is_hung = FALSE;
  for (guint i = 0; i < self->unanswered->len; i++)
    {
      GDBusMethodInvocation *call = g_ptr_array_index (self->unanswered, i);

      g_assert_cmpstr (g_dbus_method_invocation_get_method_name (call), ==, "GetServerInformation");
      handle_information_cb (self->skeleton, g_object_ref (call), self);
    }
  g_ptr_array_set_size (self->unanswered, 0);
}

void
bc_fake_notifications_vanish (BcFakeNotifications *self)
{
  if (self->is_gone)
    return;

  self->is_gone = TRUE;
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  g_dbus_interface_skeleton_unexport (self->skeleton);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
}

static void
emit (GDBusConnection *bus,
      const char      *signal,
      GVariant        *parameters)
{
  g_dbus_connection_emit_signal (bus, NULL, PATH, "org.freedesktop.Notifications", signal, parameters, NULL);
}

void
bc_fake_notifications_emit (BcFakeNotifications *self,
                            const char          *signal,
                            GVariant            *parameters)
{
  g_autoptr (GVariant) kept = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;

  if (self->server->says_twice)
    emit (self->other, signal, kept);
  emit (self->bus, signal, kept);
}

static void
invoke (BcFakeNotifications *self,
        guint                id,
        const char          *key)
{
  const BcFakeServer *server = self->server;

  if (server->token != NULL)
    bc_fake_notifications_emit (self, "ActivationToken", g_variant_new ("(us)", id, server->token));
  bc_fake_notifications_emit (self, "ActionInvoked", g_variant_new ("(us)", id, key));
  if (server->closes != 0)
    bc_fake_notifications_emit (self, "NotificationClosed", g_variant_new ("(uu)", id, server->closes));
}

void
bc_fake_notifications_click (BcFakeNotifications *self,
                             guint                id)
{
  if (self->server->body_invokes)
    invoke (self, id, "default");
  else
    bc_fake_notifications_emit (self, "NotificationClosed", g_variant_new ("(uu)", id, 2));
}

static BcShown *
find_shown (BcFakeNotifications *self,
            guint                id)
{
  for (guint i = self->shown->len; i > 0; i--)
    {
      BcShown *shown = g_ptr_array_index (self->shown, i - 1);

      if (shown->id == id)
        return shown;
    }

  g_assert_not_reached ();
}

void
bc_fake_notifications_press (BcFakeNotifications *self,
                             guint                id,
                             const char          *label)
{
  BcShown *shown = find_shown (self, id);

  for (guint i = 0; shown->actions[i] != NULL; i += 2)
    {
      if (g_str_equal (shown->actions[i + 1], label))
        {
          invoke (self, id, shown->actions[i]);
          return;
        }
    }

  g_assert_not_reached ();
}

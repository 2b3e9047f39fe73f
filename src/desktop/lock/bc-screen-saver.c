/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-screen-saver.h"

#define TIMEOUT_MS 5000

struct _BcScreenSaver {
  GObject parent_instance;

  GDBusConnection *bus;
  const BcScreenSaverService *service;
  guint watch_id;
  guint signal_id;
  char *owner;
  guint path_index;
  GCancellable *cancellable;
  gboolean present;
  gboolean active;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BcScreenSaver, bc_screen_saver, G_TYPE_OBJECT)

static void ask (BcScreenSaver *self);

static void
set_state (BcScreenSaver *self,
           gboolean       present,
           gboolean       active)
{
  if (self->present == present && self->active == active)
    return;

  self->present = present;
  self->active = active;
  g_signal_emit (self, changed_signal, 0);
}

static void
active_changed_cb (GDBusConnection *connection,
                   const char      *sender,
                   const char      *path,
                   const char      *interface,
                   const char      *signal,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  gboolean active;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &active);
  set_state (user_data, TRUE, active);
}

static void
got_active_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (BcScreenSaver) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  gboolean active;

  if (reply != NULL)
    {
      g_variant_get (reply, "(b)", &active);
      set_state (self, TRUE, active);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
           self->service->paths[++self->path_index] != NULL)
    {
      ask (self);
    }
}

static void
ask (BcScreenSaver *self)
{
  g_dbus_connection_call (self->bus, self->owner, self->service->paths[self->path_index], self->service->interface,
                          "GetActive", NULL, G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS,
                          self->cancellable, got_active_cb, g_object_ref (self));
}

static void
forget_owner (BcScreenSaver *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal_id);
  self->signal_id = 0;
  g_clear_pointer (&self->owner, g_free);
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  BcScreenSaver *self = user_data;

  forget_owner (self);
  self->owner = g_strdup (owner);
  self->path_index = 0;
  self->cancellable = g_cancellable_new ();
  /* From any path: some ask to be read at one and speak at another. */
  self->signal_id = g_dbus_connection_signal_subscribe (connection, owner, self->service->interface, "ActiveChanged",
                                                        NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                        active_changed_cb, self, NULL);
  ask (self);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  BcScreenSaver *self = user_data;

  forget_owner (self);
  set_state (self, FALSE, FALSE);
}

static void
bc_screen_saver_dispose (GObject *object)
{
  BcScreenSaver *self = BC_SCREEN_SAVER (object);

  forget_owner (self);
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (bc_screen_saver_parent_class)->dispose (object);
}

static void
bc_screen_saver_class_init (BcScreenSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_screen_saver_dispose;

  changed_signal = g_signal_new ("changed", BC_TYPE_SCREEN_SAVER, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_screen_saver_init (BcScreenSaver *self)
{
}

BcScreenSaver *
bc_screen_saver_new (GDBusConnection            *bus,
                     const BcScreenSaverService *service)
{
  BcScreenSaver *self = g_object_new (BC_TYPE_SCREEN_SAVER, NULL);

  self->bus = g_object_ref (bus);
  self->service = service;
  self->watch_id = g_bus_watch_name_on_connection (bus, service->name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   appeared_cb, vanished_cb, self, NULL);

  return self;
}

const char *
bc_screen_saver_get_name (BcScreenSaver *self)
{
  return self->service->name;
}

gboolean
bc_screen_saver_is_present (BcScreenSaver *self)
{
  return self->present;
}

gboolean
bc_screen_saver_is_active (BcScreenSaver *self)
{
  return self->active;
}

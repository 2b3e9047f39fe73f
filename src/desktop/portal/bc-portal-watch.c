/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "portal/bc-portal-watch.h"

#include "portal/bc-portal-bus.h"

struct _BcPortalWatch {
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *connection;
  guint watch_id;
  char *owner;
};

enum {
  APPEARED,
  VANISHED,
  FAILED,
  DISCONNECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcPortalWatch, bc_portal_watch, G_TYPE_OBJECT)

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  BcPortalWatch *self = user_data;

  g_free (self->owner);
  self->owner = g_strdup (owner);
  g_signal_emit (self, signals[APPEARED], 0);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  BcPortalWatch *self = user_data;

  g_clear_pointer (&self->owner, g_free);
  g_signal_emit (self, signals[VANISHED], 0);
}

static void
disconnect (BcPortalWatch *self)
{
  bc_portal_watch_stop (self);
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_clear_object (&self->connection);
}

static void
disconnected_cb (BcPortalWatch *self)
{
  disconnect (self);
  g_signal_emit (self, signals[DISCONNECTED], 0);
}

static void
watch (BcPortalWatch *self)
{
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  self->watch_id = g_bus_watch_name_on_connection (self->connection, BC_PORTAL_NAME,
                                                   G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                   appeared_cb, vanished_cb, self, NULL);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (BcPortalWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = bc_portal_bus_connect_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (connection == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0);
      return;
    }

  self->connection = g_steal_pointer (&connection);
  g_signal_connect_swapped (self->connection, "closed", G_CALLBACK (disconnected_cb), self);
  watch (self);
}

static void
bc_portal_watch_dispose (GObject *object)
{
  disconnect (BC_PORTAL_WATCH (object));

  G_OBJECT_CLASS (bc_portal_watch_parent_class)->dispose (object);
}

static void
bc_portal_watch_class_init (BcPortalWatchClass *klass)
{
  static const char * const names[] = { "appeared", "vanished", "failed", "disconnected" };

  G_OBJECT_CLASS (klass)->dispose = bc_portal_watch_dispose;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], BC_TYPE_PORTAL_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
bc_portal_watch_init (BcPortalWatch *self)
{
}

BcPortalWatch *
bc_portal_watch_new (void)
{
  return g_object_new (BC_TYPE_PORTAL_WATCH, NULL);
}

void
bc_portal_watch_look (BcPortalWatch *self)
{
  if (self->connection != NULL)
    {
      watch (self);
      return;
    }

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bc_portal_bus_connect_async (self->cancellable, connected_cb, g_object_ref (self));
}

void
bc_portal_watch_stop (BcPortalWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_pointer (&self->owner, g_free);
}

GDBusConnection *
bc_portal_watch_get_connection (BcPortalWatch *self)
{
  return self->connection;
}

const char *
bc_portal_watch_get_owner (BcPortalWatch *self)
{
  return self->owner;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-screen-saver.h"

#include "bus/bc-bus-peer.h"

struct _BcScreenSaver {
  GObject parent_instance;

  const BcScreenSaverService *service;
  BcBusPeer *peer;
  guint path_index;
  gboolean asking;
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
take_active (gpointer  object,
             GVariant *value)
{
  gboolean active;

  g_variant_get (value, "(b)", &active);
  set_state (object, TRUE, active);
}

static void
got_active (gpointer  object,
            GVariant *reply)
{
  BcScreenSaver *self = object;

  self->asking = FALSE;
  if (reply != NULL)
    take_active (self, reply);
  else if (self->service->paths[++self->path_index] != NULL)
    ask (self);
}

static void
ask (BcScreenSaver *self)
{
  self->asking = TRUE;
  bc_bus_peer_call (self->peer, self->service->paths[self->path_index], self->service->interface,
                    "GetActive", NULL, "(b)", got_active);
}

void
bc_screen_saver_check (BcScreenSaver *self)
{
  if (self->asking || !bc_bus_peer_is_present (self->peer))
    return;

  self->path_index = 0;
  ask (self);
}

static void
appeared (gpointer object)
{
  BcScreenSaver *self = object;

  /* From any path: some ask to be read at one and speak at another. */
  bc_bus_peer_subscribe (self->peer, NULL, self->service->interface, "ActiveChanged", NULL, "(b)", take_active);
  self->asking = FALSE;
  bc_screen_saver_check (self);
}

static void
vanished (gpointer object)
{
  BcScreenSaver *self = object;

  self->asking = FALSE;
  set_state (self, FALSE, FALSE);
}

static void
bc_screen_saver_dispose (GObject *object)
{
  g_clear_pointer (&BC_SCREEN_SAVER (object)->peer, bc_bus_peer_free);

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

  self->service = service;
  self->peer = bc_bus_peer_new (bus, service->name, appeared, vanished, self);

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

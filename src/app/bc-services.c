/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-services.h"

#include <glib/gi18n-lib.h>

#include "bc-capture-command.h"
#include "bc-paths.h"

struct _BcServices {
  GObject parent_instance;

  BcClock *clock;
  GListStore *statuses;
  GCancellable *cancellable;

  GDBusConnection *session;
  GDBusConnection *system;
  BcWaylandSource *wayland;
  BcX11Connection *x11;

  BcHotkey *hotkey;
  BcFocus *focus;
  BcTray *tray;
  BcBackground *background;
  BcNotifier *notifier;
  BcIdle *idle;
  BcLock *lock;
  BcSleep *sleep;
};

enum {
  COMPLETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcServices, bc_services, G_TYPE_OBJECT)

static void
bc_services_dispose (GObject *object)
{
  bc_services_stop (BC_SERVICES (object));

  G_OBJECT_CLASS (bc_services_parent_class)->dispose (object);
}

static void
bc_services_finalize (GObject *object)
{
  BcServices *self = BC_SERVICES (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->statuses);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (bc_services_parent_class)->finalize (object);
}

static void
bc_services_class_init (BcServicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_services_dispose;
  object_class->finalize = bc_services_finalize;

  signals[COMPLETE] = g_signal_new ("complete", BC_TYPE_SERVICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
bc_services_init (BcServices *self)
{
  self->statuses = g_list_store_new (BC_TYPE_SERVICE_STATUS);
  self->cancellable = g_cancellable_new ();
}

BcServices *
bc_services_new (BcClock *clock)
{
  BcServices *self = g_object_new (BC_TYPE_SERVICES, NULL);

  self->clock = g_object_ref (clock);

  return self;
}

static void
add (BcServices      *self,
     BcServiceStatus *status)
{
  g_list_store_append (self->statuses, status);
}

BcIdle *
bc_services_new_idle (BcServices *self)
{
  return bc_idle_new (self->session, self->system, self->wayland, self->x11, self->clock);
}

static void
system_bus_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (BcServices) self = BC_SERVICES (user_data);
  g_autoptr (GDBusConnection) system = g_bus_get_finish (result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->system = g_steal_pointer (&system);
  self->idle = bc_services_new_idle (self);
  self->lock = bc_lock_new (self->session, self->system, self->wayland, self->clock);
  self->sleep = bc_sleep_new (self->system, self->clock);
  add (self, bc_idle_get_status (self->idle));
  add (self, bc_lock_get_status (self->lock));
  add (self, bc_sleep_get_status (self->sleep));
  add (self, bc_focus_get_status (self->focus));
  g_signal_emit (self, signals[COMPLETE], 0);
}

void
bc_services_start (BcServices      *self,
                   GDBusConnection *session)
{
  g_autofree char *command = bc_paths_is_flatpak () ? NULL : bc_capture_command ();

  g_set_object (&self->session, session);
  self->wayland = bc_wayland_source_new_for_session ();
  self->x11 = bc_x11_connection_new_for_session ();

  self->hotkey = bc_hotkey_new (BC_APP_ID, command, self->x11, self->clock);
  self->focus = bc_focus_new (self->x11);
  self->tray = bc_tray_new (session, BC_APP_ID, _("Breadcrumbs"));
  self->background = bc_background_new (BC_APP_ID);
  self->notifier = bc_notifier_new (session, BC_APP_ID, self->clock);
  add (self, bc_hotkey_get_status (self->hotkey));
  add (self, bc_tray_get_status (self->tray));
  add (self, bc_background_get_status (self->background));
  add (self, bc_notifier_get_status (self->notifier));

  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));
}

/* Those that share a connection go before it. */
void
bc_services_stop (BcServices *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->idle);
  g_clear_object (&self->lock);
  g_clear_object (&self->sleep);
  g_clear_object (&self->notifier);
  g_clear_object (&self->background);
  g_clear_object (&self->tray);
  g_clear_object (&self->hotkey);
  g_clear_object (&self->focus);
  g_clear_object (&self->wayland);
  g_clear_object (&self->x11);
  g_clear_object (&self->session);
  g_clear_object (&self->system);
}

GListModel *
bc_services_get_statuses (BcServices *self)
{
  return G_LIST_MODEL (self->statuses);
}

BcHotkey *
bc_services_get_hotkey (BcServices *self)
{
  return self->hotkey;
}

BcFocus *
bc_services_get_focus (BcServices *self)
{
  return self->focus;
}

BcTray *
bc_services_get_tray (BcServices *self)
{
  return self->tray;
}

BcBackground *
bc_services_get_background (BcServices *self)
{
  return self->background;
}

BcNotifier *
bc_services_get_notifier (BcServices *self)
{
  return self->notifier;
}

BcIdle *
bc_services_get_idle (BcServices *self)
{
  return self->idle;
}

BcLock *
bc_services_get_lock (BcServices *self)
{
  return self->lock;
}

BcSleep *
bc_services_get_sleep (BcServices *self)
{
  return self->sleep;
}

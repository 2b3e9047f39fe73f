/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-backend.h"

#include <glib/gi18n-lib.h>

#include "idle/bc-idle-monitor.h"

#define BC_TYPE_IDLE_MUTTER (bc_idle_mutter_get_type ())
G_DECLARE_FINAL_TYPE (BcIdleMutter, bc_idle_mutter, BC, IDLE_MUTTER, GObject)

typedef struct {
  const char *backend;
  const char *name;
  const char *path;
  const char *detail;
  const char *absent;
  const char *refused;
} Compositor;

static const Compositor mutter = {
  "mutter",
  "org.gnome.Mutter.IdleMonitor",
  "/org/gnome/Mutter/IdleMonitor/Core",
  N_("GNOME tells when you are idle."),
  N_("GNOME’s idle monitor is not running."),
  N_("GNOME’s idle monitor did not accept a watch."),
};

static const Compositor muffin = {
  "muffin",
  "org.cinnamon.Muffin.IdleMonitor",
  "/org/cinnamon/Muffin/IdleMonitor/Core",
  N_("Cinnamon tells when you are idle."),
  N_("Cinnamon’s idle monitor is not running."),
  N_("Cinnamon’s idle monitor did not accept a watch."),
};

struct _BcIdleMutter {
  GObject parent_instance;

  const Compositor *compositor;
  BcIdleMonitor *monitor;
  BcInhibitors *inhibitors;
  BcClock *clock;

  GTask *starting;
  gboolean serves;
  gint64 threshold_ms;

  gboolean idle;
  gboolean fired;
  gint64 silent_us;
  GCancellable *check;
};

static void backend_iface_init (BcBackendInterface *iface);
static void idle_iface_init (BcIdleBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcIdleMutter, bc_idle_mutter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_IDLE_BACKEND, idle_iface_init))

static const char *
bc_idle_mutter_get_name (BcBackend *backend)
{
  return BC_IDLE_MUTTER (backend)->compositor->backend;
}

static const char *
bc_idle_mutter_get_detail (BcBackend *backend)
{
  return _(BC_IDLE_MUTTER (backend)->compositor->detail);
}

static void
cancel_check (BcIdleMutter *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  self->fired = FALSE;
  self->silent_us = 0;
}

static void
fail (BcIdleMutter *self,
      GError       *error)
{
  g_autoptr (GTask) starting = g_steal_pointer (&self->starting);
  gboolean served = self->serves;

  self->serves = FALSE;
  if (starting != NULL)
    g_task_return_error (starting, error);
  else if (served)
    bc_backend_emit_lost (BC_BACKEND (self), error);
  else
    g_error_free (error);
}

static GError *
absent_error (BcIdleMutter *self)
{
  /* Whoever was here is likely to come back; others would start a desktop first. */
  return g_error_new_literal (BC_SERVICE_ERROR,
                              self->serves ? BC_SERVICE_ERROR_NOT_YET : BC_SERVICE_ERROR_UNAVAILABLE,
                              _(self->compositor->absent));
}

static void
become_idle (BcIdleMutter *self,
             gint64        silent_us)
{
  cancel_check (self);
  self->idle = TRUE;
  bc_idle_backend_emit_idle (BC_IDLE_BACKEND (self), silent_us);
}

static void
become_active (BcIdleMutter *self)
{
  cancel_check (self);
  if (!self->idle)
    return;

  self->idle = FALSE;
  bc_idle_backend_emit_active (BC_IDLE_BACKEND (self));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BcIdleMutter) self = user_data;
  gboolean inhibited;

  if (!bc_inhibitors_check_finish (BC_INHIBITORS (source), result, &inhibited, NULL))
    return;

  if (inhibited)
    cancel_check (self);
  else
    become_idle (self, self->silent_us);
}

static void
was_silent_for (BcIdleMutter *self,
                gint64        silent_us)
{
  bc_idle_monitor_await_activity (self->monitor);
  if (self->idle)
    {
      cancel_check (self);
    }
  else if (self->fired)
    {
      become_idle (self, silent_us);
    }
  else
    {
      /* The time since the last input is told as it is, films or not. */
      self->silent_us = silent_us;
      bc_inhibitors_check_async (self->inhibitors, self->check, checked_cb, g_object_ref (self));
    }
}

static void
got_idletime_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (BcIdleMutter) self = user_data;
  g_autoptr (GError) error = NULL;
  guint64 silent_ms = self->fired ? (guint64) self->threshold_ms : 0;
  gboolean told = bc_idle_monitor_get_idletime_finish (self->monitor, result, &silent_ms, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  silent_ms = MIN (silent_ms, (guint64) bc_clock_boot_us (self->clock) / 1000);

  if (silent_ms >= (guint64) self->threshold_ms)
    was_silent_for (self, (gint64) silent_ms * 1000);
  else if (told)
    become_active (self);
  else
    cancel_check (self);
}

static void
watching_cb (BcIdleMutter *self)
{
  g_autoptr (GTask) starting = g_steal_pointer (&self->starting);

  self->serves = TRUE;
  self->check = g_cancellable_new ();
  bc_idle_monitor_get_idletime_async (self->monitor, self->check, got_idletime_cb, g_object_ref (self));
  if (starting != NULL)
    g_task_return_boolean (starting, TRUE);
}

static void
refused_cb (BcIdleMutter *self)
{
  cancel_check (self);
  fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED, _(self->compositor->refused)));
}

static void
idle_cb (BcIdleMutter *self)
{
  bc_idle_monitor_await_activity (self->monitor);
  if (self->idle)
    return;

  if (self->check == NULL)
    become_idle (self, self->threshold_ms * 1000);
  else if (self->silent_us > 0)
    become_idle (self, self->silent_us);
  else
    self->fired = TRUE;
}

static void
await_idleness (BcIdleMutter *self)
{
  cancel_check (self);
  bc_idle_monitor_await_idleness (self->monitor, self->threshold_ms);
}

static void
appeared_cb (BcIdleMutter *self)
{
  cancel_check (self);
  if (self->starting != NULL)
    await_idleness (self);
  else
    bc_backend_emit_available (BC_BACKEND (self));
}

static void
vanished_cb (BcIdleMutter *self)
{
  cancel_check (self);
  fail (self, absent_error (self));
}

static void
bc_idle_mutter_start_async (BcBackend           *backend,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (backend);

  self->starting = g_task_new (self, cancellable, callback, user_data);
  if (self->monitor != NULL)
    bc_idle_monitor_look (self->monitor);
  else
    fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE, _("There is no session bus.")));
}

static void
bc_idle_mutter_stop (BcBackend *backend)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (backend);

  cancel_check (self);
  if (self->monitor != NULL)
    bc_idle_monitor_stop (self->monitor);
  self->serves = FALSE;
  self->idle = FALSE;
  if (self->starting != NULL)
    fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped"));
}

static void
bc_idle_mutter_set_threshold_s (BcIdleBackend *backend,
                                guint          seconds)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (backend);

  self->threshold_ms = (gint64) seconds * 1000;
  if (self->monitor != NULL && bc_idle_monitor_is_present (self->monitor) && (self->serves || self->starting != NULL))
    await_idleness (self);
}

static void
bc_idle_mutter_dispose (GObject *object)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (object);

  bc_idle_mutter_stop (BC_BACKEND (self));

  G_OBJECT_CLASS (bc_idle_mutter_parent_class)->dispose (object);
}

static void
bc_idle_mutter_finalize (GObject *object)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->inhibitors);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_idle_mutter_parent_class)->finalize (object);
}

static void
bc_idle_mutter_class_init (BcIdleMutterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_idle_mutter_dispose;
  object_class->finalize = bc_idle_mutter_finalize;
}

static void
bc_idle_mutter_init (BcIdleMutter *self)
{
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_idle_mutter_get_name;
  iface->get_detail = bc_idle_mutter_get_detail;
  iface->start_async = bc_idle_mutter_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_idle_mutter_stop;
}

static void
idle_iface_init (BcIdleBackendInterface *iface)
{
  iface->set_threshold_s = bc_idle_mutter_set_threshold_s;
}

static void
connect_monitor (BcIdleMutter    *self,
                 GDBusConnection *bus)
{
  static const struct {
    const char *signal;
    void (*callback) (BcIdleMutter *self);
  } handlers[] = {
    { "appeared", appeared_cb },
    { "vanished", vanished_cb },
    { "watching", watching_cb },
    { "refused", refused_cb },
    { "idle", idle_cb },
    { "active", become_active },
  };

  self->monitor = bc_idle_monitor_new (bus, self->compositor->name, self->compositor->path);
  for (gsize i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->monitor, handlers[i].signal, G_CALLBACK (handlers[i].callback),
                             self, G_CONNECT_SWAPPED);
}

static BcBackend *
create (const Compositor *compositor,
        GDBusConnection  *bus,
        BcInhibitors     *inhibitors,
        BcClock          *clock)
{
  BcIdleMutter *self = g_object_new (BC_TYPE_IDLE_MUTTER, NULL);

  self->compositor = compositor;
  self->inhibitors = g_object_ref (inhibitors);
  self->clock = g_object_ref (clock);
  if (bus != NULL)
    connect_monitor (self, bus);

  return BC_BACKEND (self);
}

BcBackend *
bc_idle_mutter_new (GDBusConnection *bus,
                    BcInhibitors    *inhibitors,
                    BcClock         *clock)
{
  return create (&mutter, bus, inhibitors, clock);
}

BcBackend *
bc_idle_muffin_new (GDBusConnection *bus,
                    BcInhibitors    *inhibitors,
                    BcClock         *clock)
{
  return create (&muffin, bus, inhibitors, clock);
}

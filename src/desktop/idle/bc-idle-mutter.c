/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-backend.h"

#include <glib/gi18n-lib.h>

#define TIMEOUT_MS 2000

#define BC_TYPE_IDLE_MUTTER (bc_idle_mutter_get_type ())
G_DECLARE_FINAL_TYPE (BcIdleMutter, bc_idle_mutter, BC, IDLE_MUTTER, GObject)

typedef struct {
  const char *backend;
  const char *name;
  const char *path;
  const char *detail;
  const char *absent;
  const char *refused;
} Monitor;

static const Monitor mutter = {
  "mutter",
  "org.gnome.Mutter.IdleMonitor",
  "/org/gnome/Mutter/IdleMonitor/Core",
  N_("GNOME tells when you are idle."),
  N_("GNOME’s idle monitor is not running."),
  N_("GNOME’s idle monitor did not accept a watch."),
};

static const Monitor muffin = {
  "muffin",
  "org.cinnamon.Muffin.IdleMonitor",
  "/org/cinnamon/Muffin/IdleMonitor/Core",
  N_("Cinnamon tells when you are idle."),
  N_("Cinnamon’s idle monitor is not running."),
  N_("Cinnamon’s idle monitor did not accept a watch."),
};

struct _BcIdleMutter {
  GObject parent_instance;

  const Monitor *monitor;
  GDBusConnection *bus;
  BcInhibitors *inhibitors;
  BcClock *clock;

  guint name_id;
  guint signal_id;
  gboolean looked_up;
  char *owner;

  GTask *starting;
  gboolean serves;
  gint64 threshold_ms;

  guint idle_serial;
  guint active_serial;
  guint32 idle_watch;
  guint32 active_watch;
  gboolean adding_active;

  gboolean idle;
  gboolean fired;
  gint64 silent_us;
  GCancellable *check;
};

/* A watch being added. It outlives the wish for it: the watch it brings is removed again. */
typedef struct {
  BcIdleMutter *self;
  char *owner;
  guint serial;
} Adding;

static void backend_iface_init (BcBackendInterface *iface);
static void idle_iface_init (BcIdleBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcIdleMutter, bc_idle_mutter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_IDLE_BACKEND, idle_iface_init))

static const char *
bc_idle_mutter_get_name (BcBackend *backend)
{
  return BC_IDLE_MUTTER (backend)->monitor->backend;
}

static const char *
bc_idle_mutter_get_detail (BcBackend *backend)
{
  return _(BC_IDLE_MUTTER (backend)->monitor->detail);
}

static void
call (BcIdleMutter        *self,
      const char          *owner,
      const char          *method,
      GVariant            *parameters,
      const char          *reply_type,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_dbus_connection_call (self->bus, owner, self->monitor->path, self->monitor->name, method, parameters,
                          G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS,
                          cancellable, callback, user_data);
}

static void
remove_watch (BcIdleMutter *self,
              const char   *owner,
              guint32       id)
{
  if (id != 0 && owner != NULL)
    call (self, owner, "RemoveWatch", g_variant_new ("(u)", id), "()", NULL, NULL, NULL);
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
forget_watches (BcIdleMutter *self)
{
  cancel_check (self);
  self->idle_serial++;
  self->active_serial++;
  self->idle_watch = 0;
  self->active_watch = 0;
  self->adding_active = FALSE;
}

static void
remove_watches (BcIdleMutter *self)
{
  remove_watch (self, self->owner, self->idle_watch);
  remove_watch (self, self->owner, self->active_watch);
  forget_watches (self);
}

static void
forget_owner (BcIdleMutter *self)
{
  forget_watches (self);
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal_id);
  self->signal_id = 0;
  g_clear_pointer (&self->owner, g_free);
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
                              _(self->monitor->absent));
}

static void
refuse (BcIdleMutter *self)
{
  remove_watches (self);
  fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED, _(self->monitor->refused)));
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
add_watch (BcIdleMutter        *self,
           const char          *method,
           GVariant            *parameters,
           guint                serial,
           GAsyncReadyCallback  callback)
{
  Adding *adding = g_new (Adding, 1);

  adding->self = g_object_ref (self);
  adding->owner = g_strdup (self->owner);
  adding->serial = serial;
  call (self, self->owner, method, parameters, "(u)", NULL, callback, adding);
}

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->self);
  g_free (adding->owner);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static guint32
finish_adding (Adding       *adding,
               GObject      *source,
               GAsyncResult *result,
               guint         serial)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  guint32 id = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &id);
  if (adding->serial != serial)
    remove_watch (adding->self, adding->owner, id);

  return id;
}

static void
active_watch_added_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  BcIdleMutter *self = adding->self;
  guint32 id = finish_adding (adding, source, result, self->active_serial);

  if (adding->serial != self->active_serial)
    return;

  self->adding_active = FALSE;
  if (id == 0 || id == self->idle_watch)
    refuse (self);
  else
    self->active_watch = id;
}

static void
await_activity (BcIdleMutter *self)
{
  if (self->active_watch != 0 || self->adding_active)
    return;

  self->adding_active = TRUE;
  add_watch (self, "AddUserActiveWatch", NULL, self->active_serial, active_watch_added_cb);
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
  await_activity (self);
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
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  guint64 silent_ms = self->fired ? (guint64) self->threshold_ms : 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reply != NULL)
    g_variant_get (reply, "(t)", &silent_ms);
  silent_ms = MIN (silent_ms, (guint64) bc_clock_boot_us (self->clock) / 1000);

  if (silent_ms >= (guint64) self->threshold_ms)
    was_silent_for (self, (gint64) silent_ms * 1000);
  else if (reply != NULL)
    become_active (self);
  else
    cancel_check (self);
}

static void
idle_watch_added_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  BcIdleMutter *self = adding->self;
  guint32 id = finish_adding (adding, source, result, self->idle_serial);
  g_autoptr (GTask) starting = NULL;

  if (adding->serial != self->idle_serial)
    return;

  if (id == 0 || id == self->active_watch)
    {
      refuse (self);
      return;
    }

  self->idle_watch = id;
  self->serves = TRUE;
  self->check = g_cancellable_new ();
  call (self, self->owner, "GetIdletime", NULL, "(t)", self->check, got_idletime_cb, g_object_ref (self));

  starting = g_steal_pointer (&self->starting);
  if (starting != NULL)
    g_task_return_boolean (starting, TRUE);
}

static void
await_idleness (BcIdleMutter *self)
{
  cancel_check (self);
  remove_watch (self, self->owner, self->idle_watch);
  self->idle_watch = 0;
  self->idle_serial++;
  add_watch (self, "AddIdleWatch", g_variant_new ("(t)", (guint64) self->threshold_ms),
             self->idle_serial, idle_watch_added_cb);
}

static void
idle_watch_fired (BcIdleMutter *self)
{
  await_activity (self);
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
watch_fired_cb (GDBusConnection *connection,
                const char      *sender,
                const char      *path,
                const char      *interface,
                const char      *signal,
                GVariant        *parameters,
                gpointer         user_data)
{
  BcIdleMutter *self = user_data;
  guint32 id;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(u)")))
    return;

  g_variant_get (parameters, "(u)", &id);
  if (id != 0 && id == self->idle_watch)
    {
      idle_watch_fired (self);
    }
  else if (id != 0 && id == self->active_watch)
    {
      self->active_watch = 0;
      become_active (self);
    }
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  BcIdleMutter *self = user_data;

  forget_owner (self);
  self->looked_up = TRUE;
  self->owner = g_strdup (owner);
  self->signal_id = g_dbus_connection_signal_subscribe (connection, owner, self->monitor->name, "WatchFired",
                                                        self->monitor->path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                        watch_fired_cb, self, NULL);
  if (self->starting != NULL)
    await_idleness (self);
  else
    bc_backend_emit_available (BC_BACKEND (self));
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  BcIdleMutter *self = user_data;

  self->looked_up = TRUE;
  forget_owner (self);
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
  if (self->bus == NULL)
    fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE, _("There is no session bus.")));
  else if (self->owner != NULL)
    await_idleness (self);
  else if (self->looked_up)
    fail (self, absent_error (self));
  else if (self->name_id == 0)
    self->name_id = g_bus_watch_name_on_connection (self->bus, self->monitor->name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                    appeared_cb, vanished_cb, self, NULL);
}

static void
bc_idle_mutter_stop (BcBackend *backend)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (backend);

  g_clear_handle_id (&self->name_id, g_bus_unwatch_name);
  remove_watches (self);
  forget_owner (self);
  self->looked_up = FALSE;
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
  if (self->owner != NULL && (self->serves || self->starting != NULL))
    await_idleness (self);
}

static void
bc_idle_mutter_dispose (GObject *object)
{
  BcIdleMutter *self = BC_IDLE_MUTTER (object);

  bc_idle_mutter_stop (BC_BACKEND (self));
  g_clear_object (&self->bus);
  g_clear_object (&self->inhibitors);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_idle_mutter_parent_class)->dispose (object);
}

static void
bc_idle_mutter_class_init (BcIdleMutterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_idle_mutter_dispose;
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

static BcBackend *
create (const Monitor   *monitor,
        GDBusConnection *bus,
        BcInhibitors    *inhibitors,
        BcClock         *clock)
{
  BcIdleMutter *self = g_object_new (BC_TYPE_IDLE_MUTTER, NULL);

  self->monitor = monitor;
  g_set_object (&self->bus, bus);
  self->inhibitors = g_object_ref (inhibitors);
  self->clock = g_object_ref (clock);

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

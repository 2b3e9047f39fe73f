/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-wayland.h"

#include <glib/gi18n-lib.h>

#define BC_TYPE_IDLE_WAYLAND (bc_idle_wayland_get_type ())
G_DECLARE_FINAL_TYPE (BcIdleWayland, bc_idle_wayland, BC, IDLE_WAYLAND, GObject)

struct _BcIdleWayland {
  GObject parent_instance;

  const BcIdleProtocol *protocol;
  BcWaylandSource *wayland;
  BcClock *clock;

  guint32 notifier_name;
  gpointer notifier;
  GPtrArray *seats;

  gint64 threshold_ms;
  gboolean wanted;
  gboolean idle;
};

typedef struct {
  BcIdleWayland *self;
  guint32 name;
  struct wl_seat *seat;
  gpointer notification;
  gint64 threshold_ms;
  gboolean idle;
  gint64 idled_us;
} Seat;

static void backend_iface_init (BcBackendInterface *iface);
static void idle_iface_init (BcIdleBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcIdleWayland, bc_idle_wayland, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_IDLE_BACKEND, idle_iface_init))

static const char *
bc_idle_wayland_get_name (BcBackend *backend)
{
  return BC_IDLE_WAYLAND (backend)->protocol->backend;
}

static const char *
bc_idle_wayland_get_detail (BcBackend *backend)
{
  return _("The Wayland compositor tells when you are idle.");
}

static gint64
get_silent_us (Seat *seat)
{
  return bc_clock_boot_us (seat->self->clock) - seat->idled_us + seat->threshold_ms * 1000;
}

static void
judge (BcIdleWayland *self)
{
  gint64 silent_us = G_MAXINT64;

  /* Without a seat nobody can come or go. */
  if (self->seats->len == 0)
    return;

  for (guint i = 0; i < self->seats->len; i++)
    {
      Seat *seat = g_ptr_array_index (self->seats, i);

      silent_us = MIN (silent_us, seat->idle ? get_silent_us (seat) : 0);
    }

  if (self->idle == (silent_us > 0))
    return;

  self->idle = silent_us > 0;
  if (self->idle)
    bc_idle_backend_emit_idle (BC_IDLE_BACKEND (self), silent_us);
  else
    bc_idle_backend_emit_active (BC_IDLE_BACKEND (self));
}

static void
forget_notification (Seat *seat)
{
  g_clear_pointer (&seat->notification, seat->self->protocol->unwatch);
}

static void
watch (Seat *seat)
{
  BcIdleWayland *self = seat->self;

  forget_notification (seat);
  seat->idle = FALSE;
  seat->threshold_ms = self->threshold_ms;
  seat->notification = self->protocol->watch (self->notifier, seat->seat, (guint32) self->threshold_ms, seat);
}

void
bc_idle_wayland_seat_idled (gpointer data)
{
  Seat *seat = data;

  if (seat->idle)
    return;

  seat->idle = TRUE;
  seat->idled_us = bc_clock_boot_us (seat->self->clock);
  judge (seat->self);
}

void
bc_idle_wayland_seat_resumed (gpointer data)
{
  Seat *seat = data;

  if (!seat->idle)
    return;

  seat->idle = FALSE;
  if (seat->threshold_ms != seat->self->threshold_ms)
    watch (seat);
  judge (seat->self);
}

static void
seat_free (gpointer data)
{
  Seat *seat = data;

  forget_notification (seat);
  if (wl_seat_get_version (seat->seat) >= WL_SEAT_RELEASE_SINCE_VERSION)
    wl_seat_release (seat->seat);
  else
    wl_seat_destroy (seat->seat);
  g_free (seat);
}

static void
add_seat (BcIdleWayland         *self,
          const BcWaylandGlobal *global)
{
  Seat *seat = g_new0 (Seat, 1);

  seat->self = self;
  seat->name = global->name;
  seat->seat = bc_wayland_source_bind (self->wayland, global, &wl_seat_interface, WL_SEAT_RELEASE_SINCE_VERSION);
  g_ptr_array_add (self->seats, seat);
  watch (seat);
}

static void
remove_seat (BcIdleWayland *self,
             guint32        name)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      if (((Seat *) g_ptr_array_index (self->seats, i))->name == name)
        {
          g_ptr_array_remove_index (self->seats, i);
          judge (self);
          return;
        }
    }
}

static void
leave_off (BcIdleWayland *self)
{
  g_ptr_array_set_size (self->seats, 0);
  g_clear_pointer (&self->notifier, self->protocol->release);
  self->idle = FALSE;
}

static GError *
error_new (BcServiceError  code,
           const char     *sentence)
{
  return g_error_new_literal (BC_SERVICE_ERROR, code, sentence);
}

static GError *
lost_error (void)
{
  return error_new (BC_SERVICE_ERROR_UNAVAILABLE, _("The connection to the Wayland compositor was lost."));
}

static GError *
no_notifier_error (BcIdleWayland *self)
{
  return error_new (BC_SERVICE_ERROR_UNAVAILABLE, _(self->protocol->absent));
}

static GPtrArray *
list (BcIdleWayland             *self,
      const struct wl_interface *interface)
{
  return bc_wayland_source_list (self->wayland, interface->name);
}

static GError *
begin (BcIdleWayland *self)
{
  g_autoptr (GPtrArray) notifiers = list (self, self->protocol->notifier);
  g_autoptr (GPtrArray) seats = list (self, &wl_seat_interface);
  const BcWaylandGlobal *notifier;

  if (notifiers->len == 0)
    return no_notifier_error (self);
  if (seats->len == 0)
    return error_new (BC_SERVICE_ERROR_NOT_YET, _("There is no keyboard or pointer yet."));

  notifier = g_ptr_array_index (notifiers, 0);
  self->notifier_name = notifier->name;
  self->notifier = bc_wayland_source_bind (self->wayland, notifier, self->protocol->notifier, 1);
  for (guint i = 0; i < seats->len; i++)
    add_seat (self, g_ptr_array_index (seats, i));

  return NULL;
}

static gboolean
start (BcBackend  *backend,
       GError    **error)
{
  BcIdleWayland *self = BC_IDLE_WAYLAND (backend);
  GError *refusal;

  self->wanted = TRUE;
  if (self->wayland == NULL)
    refusal = error_new (BC_SERVICE_ERROR_UNAVAILABLE, _("This is not a Wayland session."));
  else if (bc_wayland_source_is_lost (self->wayland))
    refusal = lost_error ();
  else if (!bc_wayland_source_is_ready (self->wayland))
    refusal = error_new (BC_SERVICE_ERROR_NOT_YET, _("The Wayland compositor has not answered yet."));
  else
    refusal = begin (self);

  if (refusal != NULL)
    g_propagate_error (error, refusal);

  return refusal == NULL;
}

static void
bc_idle_wayland_start_async (BcBackend           *backend,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  bc_backend_start_now (backend, start, cancellable, callback, user_data);
}

static void
bc_idle_wayland_stop (BcBackend *backend)
{
  BcIdleWayland *self = BC_IDLE_WAYLAND (backend);

  leave_off (self);
  self->wanted = FALSE;
}

static gboolean
is_told_for (Seat   *seat,
             gint64  threshold_ms)
{
  return seat->idle && get_silent_us (seat) >= threshold_ms * 1000;
}

static void
bc_idle_wayland_set_threshold_s (BcIdleBackend *backend,
                                 guint          seconds)
{
  BcIdleWayland *self = BC_IDLE_WAYLAND (backend);

  self->threshold_ms = (gint64) seconds * 1000;
  if (self->notifier == NULL)
    return;

  /* A new notification counts from now. Whoever is idle by the new threshold too keeps the old one until the return. */
  for (guint i = 0; i < self->seats->len; i++)
    {
      Seat *seat = g_ptr_array_index (self->seats, i);

      if (!is_told_for (seat, self->threshold_ms))
        watch (seat);
    }
  judge (self);
}

static void
ready_cb (BcIdleWayland *self)
{
  if (self->wanted && self->notifier == NULL)
    bc_backend_emit_available (BC_BACKEND (self));
}

static void
added_cb (BcIdleWayland         *self,
          const BcWaylandGlobal *global)
{
  gboolean is_seat = g_str_equal (global->interface, wl_seat_interface.name);

  if (self->notifier == NULL)
    {
      if (bc_wayland_source_is_ready (self->wayland) &&
          (is_seat || g_str_equal (global->interface, self->protocol->notifier->name)))
        ready_cb (self);
    }
  else if (is_seat)
    {
      /* Somebody plugged it in. */
      add_seat (self, global);
      judge (self);
    }
}

static void
removed_cb (BcIdleWayland         *self,
            const BcWaylandGlobal *global)
{
  if (self->notifier == NULL)
    return;

  if (global->name == self->notifier_name)
    {
      leave_off (self);
      bc_backend_emit_lost (BC_BACKEND (self), no_notifier_error (self));
    }
  else
    {
      remove_seat (self, global->name);
    }
}

static void
lost_cb (BcIdleWayland *self)
{
  gboolean served = self->notifier != NULL;

  leave_off (self);
  if (served)
    bc_backend_emit_lost (BC_BACKEND (self), lost_error ());
  else if (self->wanted)
    bc_backend_emit_available (BC_BACKEND (self));
}

static void
bc_idle_wayland_dispose (GObject *object)
{
  BcIdleWayland *self = BC_IDLE_WAYLAND (object);

  bc_idle_wayland_stop (BC_BACKEND (self));
  g_clear_object (&self->wayland);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_idle_wayland_parent_class)->dispose (object);
}

static void
bc_idle_wayland_finalize (GObject *object)
{
  g_ptr_array_unref (BC_IDLE_WAYLAND (object)->seats);

  G_OBJECT_CLASS (bc_idle_wayland_parent_class)->finalize (object);
}

static void
bc_idle_wayland_class_init (BcIdleWaylandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_idle_wayland_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_idle_wayland_finalize;
}

static void
bc_idle_wayland_init (BcIdleWayland *self)
{
  self->seats = g_ptr_array_new_with_free_func (seat_free);
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_idle_wayland_get_name;
  iface->get_detail = bc_idle_wayland_get_detail;
  iface->start_async = bc_idle_wayland_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_idle_wayland_stop;
}

static void
idle_iface_init (BcIdleBackendInterface *iface)
{
  iface->set_threshold_s = bc_idle_wayland_set_threshold_s;
}

BcBackend *
bc_idle_wayland_create (const BcIdleProtocol *protocol,
                        BcWaylandSource      *wayland,
                        BcClock              *clock)
{
  BcIdleWayland *self = g_object_new (BC_TYPE_IDLE_WAYLAND, NULL);

  self->protocol = protocol;
  self->clock = g_object_ref (clock);
  if (!g_set_object (&self->wayland, wayland))
    return BC_BACKEND (self);

  g_signal_connect_object (wayland, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wayland, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wayland, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wayland, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);

  return BC_BACKEND (self);
}

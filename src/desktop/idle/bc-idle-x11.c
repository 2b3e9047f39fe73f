/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-backend.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <xcb/sync.h>

#define BC_TYPE_IDLE_X11 (bc_idle_x11_get_type ())
G_DECLARE_FINAL_TYPE (BcIdleX11, bc_idle_x11, BC, IDLE_X11, GObject)

struct _BcIdleX11 {
  GObject parent_instance;

  BcX11Connection *x11;
  BcInhibitors *inhibitors;
  BcClock *clock;

  guint8 first_event;
  xcb_sync_counter_t counter;
  xcb_sync_alarm_t rise;
  xcb_sync_alarm_t fall;

  gint64 threshold_ms;
  gboolean started;
  gboolean idle;
  gint64 presence_ms;
  gint64 reached_ms;
  gint64 reached_us;
  GCancellable *check;
};

static void backend_iface_init (BcBackendInterface *iface);
static void idle_iface_init (BcIdleBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcIdleX11, bc_idle_x11, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_IDLE_BACKEND, idle_iface_init))

static const char *
bc_idle_x11_get_name (BcBackend *backend)
{
  return "x11";
}

static const char *
bc_idle_x11_get_detail (BcBackend *backend)
{
  return _("The X server tells when you are idle.");
}

static gint64
join (xcb_sync_int64_t value)
{
  return ((gint64) value.hi << 32) | value.lo;
}

static xcb_sync_int64_t
split (gint64 value)
{
  return (xcb_sync_int64_t) { (gint32) (value >> 32), (guint32) value };
}

static xcb_connection_t *
get_xcb (BcIdleX11 *self)
{
  return bc_x11_connection_get_xcb (self->x11);
}

static gint64
read_counter_ms (BcIdleX11 *self)
{
  xcb_sync_query_counter_reply_t *reply;
  gint64 value;

  reply = xcb_sync_query_counter_reply (get_xcb (self), xcb_sync_query_counter (get_xcb (self), self->counter), NULL);
  value = reply != NULL ? join (reply->counter_value) : 0;
  free (reply);

  return value;
}

static xcb_sync_alarm_t
create_alarm (BcIdleX11 *self,
              guint32    test,
              gint64     value_ms)
{
  xcb_sync_alarm_t alarm = xcb_generate_id (get_xcb (self));
  xcb_sync_create_alarm_value_list_t values = {
    .counter = self->counter,
    .valueType = XCB_SYNC_VALUETYPE_ABSOLUTE,
    .value = split (value_ms),
    .testType = test,
    .delta = split (0),
    .events = 1,
  };

  xcb_sync_create_alarm_aux (get_xcb (self), alarm,
                             XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE |
                             XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS, &values);

  return alarm;
}

static void
move_rise (BcIdleX11 *self,
           gint64     value_ms)
{
  xcb_sync_change_alarm_value_list_t values = { .value = split (value_ms) };

  xcb_sync_change_alarm_aux (get_xcb (self), self->rise, XCB_SYNC_CA_VALUE, &values);
}

static void
destroy_alarms (BcIdleX11 *self)
{
  if (self->rise != 0 && !bc_x11_connection_is_lost (self->x11))
    {
      xcb_sync_destroy_alarm (get_xcb (self), self->rise);
      xcb_sync_destroy_alarm (get_xcb (self), self->fall);
    }
  self->rise = 0;
  self->fall = 0;
}

static void
cancel_check (BcIdleX11 *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BcIdleX11) self = user_data;
  gboolean inhibited;

  if (!bc_inhibitors_check_finish (BC_INHIBITORS (source), result, &inhibited, NULL))
    return;

  g_clear_object (&self->check);
  if (inhibited)
    {
      /* The server wakes us to ask again, so that no timer has to. */
      self->presence_ms = self->reached_ms;
      move_rise (self, self->reached_ms + self->threshold_ms);
    }
  else
    {
      gint64 asking_us = bc_clock_boot_us (self->clock) - self->reached_us;

      self->idle = TRUE;
      bc_idle_backend_emit_idle (BC_IDLE_BACKEND (self),
                                 (self->reached_ms - self->presence_ms) * 1000 + asking_us);
    }
}

static void
reach (BcIdleX11 *self,
       gint64     value_ms)
{
  if (self->idle || self->check != NULL)
    return;

  self->reached_ms = value_ms;
  self->reached_us = bc_clock_boot_us (self->clock);
  self->check = g_cancellable_new ();
  bc_inhibitors_check_async (self->inhibitors, self->check, checked_cb, g_object_ref (self));
}

static void
wake_up (BcIdleX11 *self)
{
  cancel_check (self);
  if (self->presence_ms > 0)
    move_rise (self, self->threshold_ms);
  self->presence_ms = 0;
  if (!self->idle)
    return;

  self->idle = FALSE;
  bc_idle_backend_emit_active (BC_IDLE_BACKEND (self));
}

static void
event_cb (BcIdleX11           *self,
          xcb_generic_event_t *event)
{
  const xcb_sync_alarm_notify_event_t *notify = (const xcb_sync_alarm_notify_event_t *) event;

  if (self->rise == 0 || event->response_type != self->first_event + XCB_SYNC_ALARM_NOTIFY)
    return;

  if (notify->alarm == self->rise)
    reach (self, join (notify->counter_value));
  else if (notify->alarm == self->fall)
    wake_up (self);
}

static void
watch (BcIdleX11 *self)
{
  gint64 silent_ms;

  /* Both stay armed for good: each crossing of the threshold is told, whatever comes between. */
  destroy_alarms (self);
  self->rise = create_alarm (self, XCB_SYNC_TESTTYPE_POSITIVE_TRANSITION, self->threshold_ms);
  self->fall = create_alarm (self, XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION, self->threshold_ms - 1);

  silent_ms = read_counter_ms (self);
  if (silent_ms >= self->threshold_ms)
    reach (self, silent_ms);
  else
    wake_up (self);
}

static GError *
lost_error (void)
{
  return g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                              _("The connection to the X server was lost."));
}

static gboolean
start (BcBackend  *backend,
       GError    **error)
{
  BcIdleX11 *self = BC_IDLE_X11 (backend);

  if (self->x11 == NULL)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("This is not an X11 session."));
  else if (bc_x11_connection_is_lost (self->x11))
    g_propagate_error (error, lost_error ());
  else if (self->counter == 0)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("The X server does not count idle time."));
  else
    self->started = TRUE;

  if (self->started)
    watch (self);

  return self->started;
}

static void
bc_idle_x11_start_async (BcBackend           *backend,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  bc_backend_start_now (backend, start, cancellable, callback, user_data);
}

static void
bc_idle_x11_stop (BcBackend *backend)
{
  BcIdleX11 *self = BC_IDLE_X11 (backend);

  cancel_check (self);
  destroy_alarms (self);
  self->started = FALSE;
  self->idle = FALSE;
  self->presence_ms = 0;
}

static void
bc_idle_x11_set_threshold_s (BcIdleBackend *backend,
                             guint          seconds)
{
  BcIdleX11 *self = BC_IDLE_X11 (backend);

  self->threshold_ms = (gint64) seconds * 1000;
  if (self->started)
    watch (self);
}

static void
lost_cb (BcIdleX11 *self)
{
  gboolean served = self->started;

  bc_idle_x11_stop (BC_BACKEND (self));
  if (served)
    bc_backend_emit_lost (BC_BACKEND (self), lost_error ());
}

static void
bc_idle_x11_dispose (GObject *object)
{
  BcIdleX11 *self = BC_IDLE_X11 (object);

  bc_idle_x11_stop (BC_BACKEND (self));
  g_clear_object (&self->x11);
  g_clear_object (&self->inhibitors);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_idle_x11_parent_class)->dispose (object);
}

static void
bc_idle_x11_class_init (BcIdleX11Class *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_idle_x11_dispose;
}

static void
bc_idle_x11_init (BcIdleX11 *self)
{
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_idle_x11_get_name;
  iface->get_detail = bc_idle_x11_get_detail;
  iface->start_async = bc_idle_x11_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_idle_x11_stop;
}

static void
idle_iface_init (BcIdleBackendInterface *iface)
{
  iface->set_threshold_s = bc_idle_x11_set_threshold_s;
}

static gboolean
is_named (const xcb_sync_systemcounter_t *counter,
          const char                     *name)
{
  /* xcb_sync_systemcounter_name() reckons with padding that is not on the wire. */
  const char *given = (const char *) &counter->name_len + sizeof counter->name_len;

  return counter->name_len == strlen (name) && memcmp (given, name, strlen (name)) == 0;
}

static xcb_sync_counter_t
find_idle_counter (xcb_connection_t *xcb)
{
  xcb_sync_list_system_counters_reply_t *reply;
  xcb_sync_systemcounter_iterator_t counters;
  xcb_sync_counter_t found = 0;

  free (xcb_sync_initialize_reply (xcb, xcb_sync_initialize (xcb, XCB_SYNC_MAJOR_VERSION, XCB_SYNC_MINOR_VERSION), NULL));
  reply = xcb_sync_list_system_counters_reply (xcb, xcb_sync_list_system_counters (xcb), NULL);
  if (reply == NULL)
    return 0;

  counters = xcb_sync_list_system_counters_counters_iterator (reply);
  for (; counters.rem > 0 && found == 0; xcb_sync_systemcounter_next (&counters))
    {
      if (is_named (counters.data, "IDLETIME"))
        found = counters.data->counter;
    }
  free (reply);

  return found;
}

static void
set_up_sync (BcIdleX11 *self)
{
  const xcb_query_extension_reply_t *extension = xcb_get_extension_data (get_xcb (self), &xcb_sync_id);

  if (extension == NULL || !extension->present)
    return;

  self->first_event = extension->first_event;
  self->counter = find_idle_counter (get_xcb (self));
}

BcBackend *
bc_idle_x11_new (BcX11Connection *x11,
                 BcInhibitors    *inhibitors,
                 BcClock         *clock)
{
  BcIdleX11 *self = g_object_new (BC_TYPE_IDLE_X11, NULL);

  self->inhibitors = g_object_ref (inhibitors);
  self->clock = g_object_ref (clock);
  if (x11 == NULL || bc_x11_connection_is_lost (x11))
    return BC_BACKEND (self);

  self->x11 = g_object_ref (x11);
  set_up_sync (self);
  g_signal_connect_object (x11, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (x11, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);

  return BC_BACKEND (self);
}

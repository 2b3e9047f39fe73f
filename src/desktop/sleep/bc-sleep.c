/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sleep/bc-sleep.h"

#include <glib/gi18n-lib.h>

#include "bc-backends.h"
#include "bus/bc-bus-peer.h"
#include "sleep/bc-clock-jump.h"

/* Shorter growth is no sleep: the two clocks are not read at the same moment. */
#define SLEEP_MIN_US (5 * G_USEC_PER_SEC)

#define LOGIN1 "org.freedesktop.login1"

struct _BcSleep {
  GObject parent_instance;

  BcBusPeer *logind;
  BcClock *clock;
  BcServiceStatus *status;
  guint jump_id;
  gboolean asleep;
  gint64 slept_us;
};

enum {
  SLEEP,
  WAKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcSleep, bc_sleep, G_TYPE_OBJECT)

static gint64
read_total_us (BcSleep *self)
{
  return bc_clock_boot_us (self->clock) - bc_clock_awake_us (self->clock);
}

static void
note (BcSleep    *self,
      const char *event)
{
  bc_service_status_note_event (self->status, event, bc_clock_now_us (self->clock));
}

static void
compare (BcSleep *self,
         gint64   min_us)
{
  gint64 total_us = read_total_us (self);
  gint64 growth_us = total_us - self->slept_us;

  if (growth_us < min_us)
    return;

  self->slept_us = total_us;
  self->asleep = FALSE;
  note (self, "wake");
  g_signal_emit (self, signals[WAKE], 0, growth_us);
}

void
bc_sleep_check (BcSleep *self)
{
  g_return_if_fail (BC_IS_SLEEP (self));

  compare (self, SLEEP_MIN_US);
}

static gboolean
jump_cb (gpointer user_data)
{
  bc_sleep_check (user_data);

  return G_SOURCE_CONTINUE;
}

static void
fall_asleep (BcSleep *self)
{
  bc_sleep_check (self);
  if (self->asleep)
    return;

  self->asleep = TRUE;
  self->slept_us = read_total_us (self);
  note (self, "sleep");
  g_signal_emit (self, signals[SLEEP], 0);
}

static void
prepare_for_sleep (gpointer  object,
                   GVariant *parameters)
{
  BcSleep *self = object;
  gboolean start;

  g_variant_get (parameters, "(b)", &start);
  if (start)
    fall_asleep (self);
  else if (self->asleep)
    compare (self, 0);
  else
    bc_sleep_check (self);
}

static void
rely_on_clocks (BcSleep    *self,
                const char *why)
{
  bc_service_status_set_refusal (self->status, "logind", why);
  if (bc_backends_allows ("sleep", "clock"))
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, "clock",
                           _("Sleep is noticed afterwards, from the clocks."));
  else
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, "logind", why);
}

static void
appeared (gpointer object)
{
  BcSleep *self = object;

  bc_bus_peer_subscribe (self->logind, "/org/freedesktop/login1", LOGIN1 ".Manager", "PrepareForSleep",
                         NULL, "(b)", prepare_for_sleep);
  bc_service_status_set_refusal (self->status, "logind", NULL);
  bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, "logind", NULL);
}

static void
vanished (gpointer object)
{
  rely_on_clocks (object, _("logind is not running."));
}

static void
bc_sleep_dispose (GObject *object)
{
  BcSleep *self = BC_SLEEP (object);

  g_clear_pointer (&self->logind, bc_bus_peer_free);
  g_clear_handle_id (&self->jump_id, g_source_remove);

  G_OBJECT_CLASS (bc_sleep_parent_class)->dispose (object);
}

static void
bc_sleep_finalize (GObject *object)
{
  BcSleep *self = BC_SLEEP (object);

  g_clear_object (&self->status);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_sleep_parent_class)->finalize (object);
}

static void
bc_sleep_class_init (BcSleepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_sleep_dispose;
  object_class->finalize = bc_sleep_finalize;

  signals[SLEEP] = g_signal_new ("sleep", BC_TYPE_SLEEP, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAKE] = g_signal_new ("wake", BC_TYPE_SLEEP, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bc_sleep_init (BcSleep *self)
{
  self->status = bc_service_status_new ("sleep");
}

BcSleep *
bc_sleep_new (GDBusConnection *system,
              BcClock         *clock)
{
  BcSleep *self = g_object_new (BC_TYPE_SLEEP, NULL);

  self->clock = g_object_ref (clock);
  self->slept_us = read_total_us (self);

  if (bc_backends_allows ("sleep", "clock"))
    self->jump_id = bc_clock_jump_add (jump_cb, self);
  if (!bc_backends_allows ("sleep", "logind"))
    rely_on_clocks (self, _("Switched off by an environment variable."));
  else if (system == NULL)
    rely_on_clocks (self, _("There is no system bus."));
  else
    self->logind = bc_bus_peer_new (system, LOGIN1, appeared, vanished, self);

  return self;
}

BcServiceStatus *
bc_sleep_get_status (BcSleep *self)
{
  return self->status;
}

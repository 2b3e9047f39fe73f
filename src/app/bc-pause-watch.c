/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-pause-watch.h"

/* Timers stand still while the machine sleeps, and the wall clock may be set. */
#define LONGEST_S 3600

struct _BcPauseWatch {
  GObject parent_instance;

  BcSettings *settings;
  BcClock *clock;
  gboolean paused;
  guint timer_id;
};

enum {
  PROP_PAUSED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (BcPauseWatch, bc_pause_watch, G_TYPE_OBJECT)

static void
bc_pause_watch_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_boolean (value, BC_PAUSE_WATCH (object)->paused);
}

static void
bc_pause_watch_dispose (GObject *object)
{
  BcPauseWatch *self = BC_PAUSE_WATCH (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_pause_watch_parent_class)->dispose (object);
}

static void
bc_pause_watch_class_init (BcPauseWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = bc_pause_watch_get_property;
  G_OBJECT_CLASS (klass)->dispose = bc_pause_watch_dispose;

  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
bc_pause_watch_init (BcPauseWatch *self)
{
}

static void update (BcPauseWatch *self);

static gboolean
timer_cb (gpointer user_data)
{
  BcPauseWatch *self = user_data;

  self->timer_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
update (BcPauseWatch *self)
{
  gint64 now_us = bc_clock_now_us (self->clock);
  gint64 left_us = bc_settings_get_reminders_paused_until_us (self->settings) - now_us;
  gboolean paused = bc_settings_are_reminders_paused (self->settings, now_us);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (left_us > 0)
    self->timer_id = g_timeout_add_seconds ((guint) MIN (left_us / G_USEC_PER_SEC + 1, LONGEST_S), timer_cb, self);
  if (paused == self->paused)
    return;

  self->paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

BcPauseWatch *
bc_pause_watch_new (BcSettings *settings,
                    BcClock    *clock)
{
  BcPauseWatch *self = g_object_new (BC_TYPE_PAUSE_WATCH, NULL);

  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (settings, "notify::reminders-paused-until-us",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

gboolean
bc_pause_watch_is_paused (BcPauseWatch *self)
{
  return bc_settings_are_reminders_paused (self->settings, bc_clock_now_us (self->clock));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-away-flow.h"

#include "bc-away-tracker.h"
#include "bc-reminder-policy.h"

/* Between the question to the lockers and their answers. */
#define CHECK_MS 250

struct _BcAwayFlow {
  GObject parent_instance;

  BcStore *store;
  BcClock *clock;
  BcIdle *idle;
  BcLock *lock;
  BcSleep *sleep;
  BcAwayTracker *tracker;
  gboolean away;
  gboolean checked;
  guint settle_id;
};

enum {
  LEFT,
  RETURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void schedule (BcAwayFlow *self);

G_DEFINE_FINAL_TYPE (BcAwayFlow, bc_away_flow, G_TYPE_OBJECT)

static void
bc_away_flow_dispose (GObject *object)
{
  BcAwayFlow *self = BC_AWAY_FLOW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->idle);
  g_clear_object (&self->lock);
  g_clear_object (&self->sleep);
  g_clear_pointer (&self->tracker, bc_away_tracker_free);

  G_OBJECT_CLASS (bc_away_flow_parent_class)->dispose (object);
}

static void
bc_away_flow_class_init (BcAwayFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_away_flow_dispose;

  signals[LEFT] = g_signal_new ("left", BC_TYPE_AWAY_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[RETURNED] = g_signal_new ("returned", BC_TYPE_AWAY_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bc_away_flow_init (BcAwayFlow *self)
{
  self->tracker = bc_away_tracker_new ();
}

static BcAwayMoment
get_moment (BcAwayFlow *self)
{
  return (BcAwayMoment) {
    .boot_us = bc_clock_boot_us (self->clock),
    .now_us = bc_clock_now_us (self->clock),
  };
}

static gboolean
settled_cb (gpointer user_data)
{
  BcAwayFlow *self = user_data;
  BcAway away;

  self->settle_id = 0;
  if (!self->checked)
    {
      self->checked = TRUE;
      bc_lock_check (self->lock);
      self->settle_id = g_timeout_add (CHECK_MS, settled_cb, self);
      return G_SOURCE_REMOVE;
    }

  if (bc_away_tracker_take_return (self->tracker, bc_clock_boot_us (self->clock), &away) &&
      !bc_reminder_policy_is_brief (&away))
    {
      if (self->store != NULL)
        bc_store_add_away_async (self->store, &away, NULL, NULL, NULL);
      g_signal_emit (self, signals[RETURNED], 0, &away);
    }
  schedule (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (BcAwayFlow *self)
{
  gint64 deadline_us = bc_away_tracker_get_deadline_us (self->tracker);
  gboolean away = bc_away_tracker_is_away (self->tracker);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->checked = FALSE;
  if (deadline_us >= 0)
    {
      gint64 wait_us = MAX (0, deadline_us - bc_clock_boot_us (self->clock));

      self->settle_id = g_timeout_add ((guint) (wait_us / 1000 + 1), settled_cb, self);
    }

  if (away && !self->away)
    g_signal_emit (self, signals[LEFT], 0);
  self->away = away;
}

static void
idle_cb (BcIdle     *idle,
         gint64      silent_us,
         BcAwayFlow *self)
{
  bc_away_tracker_idle (self->tracker, get_moment (self), silent_us);
  schedule (self);
}

static void
active_cb (BcIdle     *idle,
           BcAwayFlow *self)
{
  bc_sleep_check (self->sleep);
  bc_away_tracker_active (self->tracker, get_moment (self));
  schedule (self);
}

static void
locked_cb (BcLock     *lock,
           GParamSpec *pspec,
           BcAwayFlow *self)
{
  bc_sleep_check (self->sleep);
  bc_away_tracker_set_locked (self->tracker, get_moment (self), bc_lock_is_locked (lock));
  schedule (self);
}

static void
sleep_cb (BcSleep    *sleep,
          BcAwayFlow *self)
{
  bc_away_tracker_sleep (self->tracker, get_moment (self));
  schedule (self);
}

static void
wake_cb (BcSleep    *sleep,
         gint64      slept_us,
         BcAwayFlow *self)
{
  bc_away_tracker_wake (self->tracker, get_moment (self), slept_us);
  schedule (self);
}

BcAwayFlow *
bc_away_flow_new (BcStore *store,
                  BcClock *clock,
                  BcIdle  *idle,
                  BcLock  *lock,
                  BcSleep *sleep)
{
  BcAwayFlow *self = g_object_new (BC_TYPE_AWAY_FLOW, NULL);

  g_set_object (&self->store, store);
  self->clock = g_object_ref (clock);
  self->idle = g_object_ref (idle);
  self->lock = g_object_ref (lock);
  self->sleep = g_object_ref (sleep);

  g_signal_connect_object (idle, "idle", G_CALLBACK (idle_cb), self, 0);
  g_signal_connect_object (idle, "active", G_CALLBACK (active_cb), self, 0);
  g_signal_connect_object (lock, "notify::locked", G_CALLBACK (locked_cb), self, 0);
  g_signal_connect_object (sleep, "sleep", G_CALLBACK (sleep_cb), self, 0);
  g_signal_connect_object (sleep, "wake", G_CALLBACK (wake_cb), self, 0);
  if (bc_lock_is_locked (lock))
    locked_cb (lock, NULL, self);

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-away-tracker.h"

#define NONE (-1)

/* What holds the user away right now, and what has been seen of this away so far. Nothing holds and
 * something was seen: back, but not settled. */
struct _BcAwayTracker {
  guint holds;
  guint causes;
  gint64 left_boot_us;
  BcAwayMoment back;
  gint64 idle_again_boot_us;
};

BcAwayTracker *
bc_away_tracker_new (void)
{
  BcAwayTracker *self = g_new0 (BcAwayTracker, 1);

  self->idle_again_boot_us = NONE;

  return self;
}

void
bc_away_tracker_free (BcAwayTracker *self)
{
  g_free (self);
}

static gboolean
is_settling (BcAwayTracker *self)
{
  return self->causes != 0 && self->holds == 0;
}

static void
hold (BcAwayTracker *self,
      gint64         since_boot_us,
      BcAwayCause    cause)
{
  if (self->causes == 0 || since_boot_us < self->left_boot_us)
    self->left_boot_us = since_boot_us;
  self->causes |= cause;
  self->holds |= cause;
  self->idle_again_boot_us = NONE;
}

static void
release (BcAwayTracker *self,
         BcAwayMoment   at,
         guint          causes)
{
  if ((self->holds & causes) == 0)
    return;

  self->holds &= ~causes;
  if (self->holds == 0)
    self->back = at;
}

void
bc_away_tracker_idle (BcAwayTracker *self,
                      BcAwayMoment   at,
                      gint64         silent_us)
{
  if (is_settling (self))
    self->idle_again_boot_us = at.boot_us - silent_us;
  else
    hold (self, at.boot_us - silent_us, BC_AWAY_IDLE);
}

void
bc_away_tracker_active (BcAwayTracker *self,
                        BcAwayMoment   at)
{
  self->idle_again_boot_us = NONE;
  /* Keys typed at a lock screen are not yet a return, but they end idleness and sleep. */
  release (self, at, BC_AWAY_IDLE | BC_AWAY_SLEEP);
}

void
bc_away_tracker_set_locked (BcAwayTracker *self,
                            BcAwayMoment   at,
                            gboolean       locked)
{
  if (locked)
    hold (self, at.boot_us, BC_AWAY_LOCK);
  else if (self->holds & BC_AWAY_LOCK)
    release (self, at, BC_AWAY_LOCK | BC_AWAY_IDLE | BC_AWAY_SLEEP);
}

void
bc_away_tracker_sleep (BcAwayTracker *self,
                       BcAwayMoment   at)
{
  hold (self, at.boot_us, BC_AWAY_SLEEP);
}

void
bc_away_tracker_wake (BcAwayTracker *self,
                      BcAwayMoment   at,
                      gint64         slept_us)
{
  if ((self->holds & BC_AWAY_SLEEP) == 0)
    hold (self, at.boot_us - slept_us, BC_AWAY_SLEEP);

  /* Somebody woke the machine; what else held them away must be released on its own account. */
  release (self, at, BC_AWAY_SLEEP);
}

gint64
bc_away_tracker_get_deadline_us (BcAwayTracker *self)
{
  gint64 settle_us = self->causes & BC_AWAY_SLEEP ? BC_AWAY_SETTLE_AFTER_SLEEP_US : BC_AWAY_SETTLE_US;

  return is_settling (self) ? self->back.boot_us + settle_us : NONE;
}

gboolean
bc_away_tracker_take_return (BcAwayTracker *self,
                             gint64         boot_us,
                             BcAway        *away)
{
  if (!is_settling (self) || boot_us < bc_away_tracker_get_deadline_us (self))
    return FALSE;

  *away = (BcAway) {
    .left_us = self->back.now_us - (self->back.boot_us - self->left_boot_us),
    .back_us = self->back.now_us,
    .duration_us = self->back.boot_us - self->left_boot_us,
    .causes = self->causes,
  };
  self->causes = 0;
  if (self->idle_again_boot_us != NONE)
    hold (self, self->idle_again_boot_us, BC_AWAY_IDLE);

  return TRUE;
}

gboolean
bc_away_tracker_is_away (BcAwayTracker *self)
{
  return self->causes != 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-change-set.h"

G_BEGIN_DECLS

/**
 * BC_AWAY_SETTLE_US:
 *
 * How long somebody must have been back, microseconds, before that counts as a
 * return: the screen may be locked again at once.
 */
#define BC_AWAY_SETTLE_US G_USEC_PER_SEC

/**
 * BC_AWAY_SETTLE_AFTER_SLEEP_US:
 *
 * The same after a sleep, since lockers start late then.
 */
#define BC_AWAY_SETTLE_AFTER_SLEEP_US (G_USEC_PER_SEC * 3 / 2)

/**
 * BcAwayTracker:
 *
 * Makes one away out of whatever idle, lock and sleep say, however they overlap.
 * A pure state machine: it is told what happened and when, and keeps no timer.
 * Durations are by the boot clock, which is never set and counts sleep; the wall
 * clock is read once, at the end, so that a clock set meanwhile misleads nobody.
 */
typedef struct _BcAwayTracker BcAwayTracker;

/**
 * BcAwayMoment:
 * @boot_us: bc_clock_boot_us()
 * @now_us: bc_clock_now_us()
 *
 * A moment by both clocks.
 */
typedef struct {
  gint64 boot_us;
  gint64 now_us;
} BcAwayMoment;

BcAwayTracker *bc_away_tracker_new  (void);
void           bc_away_tracker_free (BcAwayTracker *self);

/**
 * bc_away_tracker_idle:
 * @silent_us: how long there had been no input at @at
 *
 * The idle threshold was reached. Somebody who has just come back and sits still for so long
 * is back all the same: the next away begins when that one has been told.
 */
void bc_away_tracker_idle (BcAwayTracker *self,
                           BcAwayMoment   at,
                           gint64         silent_us);

/**
 * bc_away_tracker_active:
 *
 * There was input. While the screen is locked it does not count as a return.
 */
void bc_away_tracker_active (BcAwayTracker *self,
                             BcAwayMoment   at);

/**
 * bc_away_tracker_set_locked:
 * @locked: whether the screen is locked now; an unlock is an act of somebody present
 */
void bc_away_tracker_set_locked (BcAwayTracker *self,
                                 BcAwayMoment   at,
                                 gboolean       locked);

/**
 * bc_away_tracker_sleep:
 *
 * The machine is about to sleep.
 */
void bc_away_tracker_sleep (BcAwayTracker *self,
                            BcAwayMoment   at);

/**
 * bc_away_tracker_wake:
 * @slept_us: how long it slept, whether or not it was announced
 */
void bc_away_tracker_wake (BcAwayTracker *self,
                           BcAwayMoment   at,
                           gint64         slept_us);

/**
 * bc_away_tracker_get_deadline_us:
 *
 * Returns: the boot time at which bc_away_tracker_take_return() is worth asking;
 *   -1 if nothing is to be waited for
 */
gint64 bc_away_tracker_get_deadline_us (BcAwayTracker *self);

/**
 * bc_away_tracker_take_return:
 * @boot_us: now
 * @away: (out caller-allocates): the away that has ended; its id is 0
 *
 * Returns: whether a return has settled since the last call; each is told once
 */
gboolean bc_away_tracker_take_return (BcAwayTracker *self,
                                      gint64         boot_us,
                                      BcAway        *away);

/**
 * bc_away_tracker_is_away:
 *
 * Returns: whether somebody is away, or not back for long enough
 */
gboolean bc_away_tracker_is_away (BcAwayTracker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcAwayTracker, bc_away_tracker_free)

G_END_DECLS

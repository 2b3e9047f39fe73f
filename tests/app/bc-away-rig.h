/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-fake-bus.h"
#include "bc-fake-compositor.h"
#include "bc-fakes.h"
#include "bc-fixture.h"
#include "bc-reminder-flow.h"

G_BEGIN_DECLS

#define BC_MIN_US (60 * (gint64) G_USEC_PER_SEC)

/**
 * BcAwayRig:
 * @notices: the notifier, its fake daemon and the clock of all of it
 * @seat: the compositor's
 * @bus: where screen savers live
 * @saver: one, which has not appeared yet
 * @saver_is_active: what it answers
 * @returns: how many the flow has told
 * @last: the last of them
 *
 * The way from a compositor that tells idleness to a daemon that shows a reminder: all
 * of it is the program's, but for the two ends and the clock, which stands still.
 */
typedef struct {
  BcFixture notices;
  BcFakeCompositor *compositor;
  struct wl_global *seat;
  BcFakeBus *bus;
  BcFakeScreenSaver *saver;
  guint saver_id;
  gboolean saver_is_active;

  char *dir;
  BcStore *store;
  BcSettings *settings;
  BcOpenCrumbs *open;
  BcWaylandSource *wayland;
  BcIdle *idle;
  BcLock *lock;
  BcSleep *sleep;
  BcAwayFlow *flow;
  BcReminderFlow *reminders;

  guint returns;
  BcAway last;
} BcAwayRig;

/**
 * bc_away_rig_set_up:
 *
 * Waits until the user's threshold, 5 minutes, is watched, and a daemon is there.
 */
void bc_away_rig_set_up    (BcAwayRig     *rig,
                            gconstpointer  data);
void bc_away_rig_tear_down (BcAwayRig     *rig,
                            gconstpointer  data);

void bc_away_rig_open_store  (BcAwayRig *rig);
void bc_away_rig_close_store (BcAwayRig *rig);

/**
 * bc_away_rig_leave_crumb:
 *
 * Leaves a crumb, and waits until it is among the open ones.
 */
void bc_away_rig_leave_crumb (BcAwayRig  *rig,
                              const char *text);

/**
 * bc_away_rig_tell:
 * @idle: whether the user has become idle, or moves the mouse
 *
 * Lets the compositor tell the everyday watch, and waits until it was heard.
 */
void bc_away_rig_tell (BcAwayRig *rig,
                       gboolean   idle);

/**
 * bc_away_rig_settle:
 * @us: how long nothing happens
 *
 * Lets time pass, and what was due meanwhile happen.
 */
void bc_away_rig_settle (BcAwayRig *rig,
                         gint64     us);

/**
 * bc_away_rig_lock:
 *
 * Lets the screen saver tell; it appears with the first call.
 */
void bc_away_rig_lock (BcAwayRig *rig,
                       gboolean   locked);

/**
 * bc_away_rig_count_shown:
 *
 * Returns: how many notifications the daemon got up to now
 */
guint bc_away_rig_count_shown (BcAwayRig *rig);

/**
 * bc_away_rig_await_shown:
 *
 * Waits for notification number @count.
 *
 * Returns: (transfer none): its summary
 */
const char *bc_away_rig_await_shown (BcAwayRig *rig,
                                     guint      count);

G_END_DECLS

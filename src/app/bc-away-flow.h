/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clock.h"
#include "bc-store.h"
#include "idle/bc-idle.h"
#include "lock/bc-lock.h"
#include "sleep/bc-sleep.h"

G_BEGIN_DECLS

#define BC_TYPE_AWAY_FLOW (bc_away_flow_get_type ())
G_DECLARE_FINAL_TYPE (BcAwayFlow, bc_away_flow, BC, AWAY_FLOW, GObject)

/**
 * BcAwayFlow:
 *
 * From idle, lock and sleep to the tracker, and from there to the store. The lockers are
 * asked once more before a return is believed.
 */

/**
 * BcAwayFlow::left:
 *
 * The user went away.
 */

/**
 * BcAwayFlow::returned:
 * @away: (type gpointer): the #BcAway that ended, valid during the emission
 *
 * The user is back, for long enough that it counts, after an away that was not brief.
 */

/**
 * bc_away_flow_new:
 * @store: (nullable): where aways are kept, %NULL to keep none
 *
 * Returns: (transfer full): a flow, already following
 */
BcAwayFlow *bc_away_flow_new (BcStore *store,
                              BcClock *clock,
                              BcIdle  *idle,
                              BcLock  *lock,
                              BcSleep *sleep);

G_END_DECLS

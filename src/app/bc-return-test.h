/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clock.h"
#include "bc-return-test-row.h"
#include "idle/bc-idle.h"
#include "lock/bc-lock.h"
#include "notifier/bc-notifier.h"
#include "sleep/bc-sleep.h"

G_BEGIN_DECLS

#define BC_TYPE_RETURN_TEST (bc_return_test_get_type ())
G_DECLARE_FINAL_TYPE (BcReturnTest, bc_return_test, BC, RETURN_TEST, GObject)

/**
 * BcReturnTest:
 *
 * Tries the whole way on the spot: idleness, the tracker, a return, a notification. All
 * of it is what serves every day, with an idle watch and a tracker of its own: the user's
 * threshold stays as it is, and a crash leaves nothing behind. The test's away is
 * not kept, so that it is in no statistics, and needs no open crumb; its notification
 * is shown even while reminders are paused, and says that it is a test. Main thread only.
 */

/**
 * BcReturnTest::clicked:
 * @token: (nullable): an activation token, to be used at once
 *
 * The user clicked the notification.
 */

/**
 * BC_RETURN_TEST_PATIENCE_MS:
 *
 * How long each link of the chain is waited for, as a rule.
 */
#define BC_RETURN_TEST_PATIENCE_MS 45000

/**
 * bc_return_test_new:
 * @idle: a watch of the test's own, which has not been started
 * @everyday: the status of the watch that serves every day: it names who tells
 * @lock: the lock: there is no return to a locked screen
 * @sleep: told of signs of life
 * @notifier: shows the notification
 * @clock: where the time is read
 * @patience_ms: how long each link is waited for
 *
 * Returns: (transfer full): a test at rest
 */
BcReturnTest *bc_return_test_new (BcIdle          *idle,
                                  BcServiceStatus *everyday,
                                  BcLock          *lock,
                                  BcSleep         *sleep,
                                  BcNotifier      *notifier,
                                  BcClock         *clock,
                                  guint            patience_ms);

/**
 * bc_return_test_set_row:
 * @row: shows the test and starts it from now on; not kept alive
 */
void bc_return_test_set_row (BcReturnTest    *self,
                             BcReturnTestRow *row);

/**
 * bc_return_test_start:
 *
 * Starts the test anew.
 */
void bc_return_test_start (BcReturnTest *self);

/**
 * bc_return_test_stop:
 *
 * Breaks it off.
 */
void bc_return_test_stop (BcReturnTest *self);

/**
 * bc_return_test_get_stage:
 *
 * Returns: how far it has come
 */
BcReturnTestStage bc_return_test_get_stage (BcReturnTest *self);

G_END_DECLS

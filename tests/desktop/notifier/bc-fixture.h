/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-fake-notifications.h"
#include "bc-fixed-clock.h"
#include "notifier/bc-notifier.h"

G_BEGIN_DECLS

#define APP_ID "org.example.Breadcrumbs"

/**
 * BcFixture:
 * @daemon: a daemon that has not appeared yet
 * @heard: the notifier's signals, "id:action:token;" and "id dismissed;" or "id gone;"
 *
 * A notifier and a fake daemon on a private bus.
 */
typedef struct {
  BcFakeNotifications *daemon;
  BcFixedClock *clock;
  BcNotifier *notifier;
  GString *heard;
} BcFixture;

extern const BcNotification bc_fixture_reminder;

/**
 * bc_fixture_run:
 *
 * Runs all tests with a bus of their own, the session bus of this process.
 *
 * Returns: what main() returns
 */
int bc_fixture_run (void);

void bc_fixture_set_up    (BcFixture     *fixture,
                           gconstpointer  data);
void bc_fixture_tear_down (BcFixture     *fixture,
                           gconstpointer  data);

BcServiceState bc_fixture_get_state (BcFixture *fixture);

/**
 * bc_fixture_get_shown:
 *
 * Returns: (transfer none): the call of Notify number @index
 */
BcShown *bc_fixture_get_shown (BcFixture *fixture,
                               guint      index);

/**
 * bc_fixture_show:
 *
 * Shows @notification, the daemon having appeared, and waits for that.
 *
 * Returns: (transfer none): the call that the daemon got
 */
BcShown *bc_fixture_show (BcFixture            *fixture,
                          const char           *id,
                          const BcNotification *notification);

void bc_fixture_emit_token  (BcFixture  *fixture,
                             guint       id,
                             const char *token);
void bc_fixture_emit_action (BcFixture  *fixture,
                             guint       id,
                             const char *action);
void bc_fixture_emit_closed (BcFixture *fixture,
                             guint      id,
                             guint      reason);

/**
 * bc_fixture_await_signals:
 *
 * Waits until all that the daemon emitted so far has arrived.
 */
void bc_fixture_await_signals (BcFixture *fixture);

/**
 * bc_fixture_add_daemon:
 *
 * Makes another daemon the fixture's, that has not appeared yet; the former one
 * is the caller's to free.
 */
void bc_fixture_add_daemon (BcFixture *fixture);

/**
 * bc_fixture_assert_labels:
 * @labels: the actions' labels in their order, separated by "|"
 */
void bc_fixture_assert_labels (BcShown    *shown,
                               const char *labels);

/**
 * bc_fixture_restart:
 *
 * Ends the daemon; the next one has not appeared yet.
 */
void bc_fixture_restart (BcFixture *fixture);

G_END_DECLS

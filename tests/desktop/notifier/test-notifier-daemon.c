/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixture.h"

static void
test_daemon_late (BcFixture     *fixture,
                  gconstpointer  data)
{
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await (bc_service_status_get_reason (bc_notifier_get_status (fixture->notifier)) != NULL);
  g_assert_cmpint (bc_fixture_get_state (fixture), ==, BC_SERVICE_STATE_WAITING);

  bc_fixed_clock_advance (fixture->clock, 59 * G_USEC_PER_SEC);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
  bc_await (bc_fixture_get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_daemon_too_late (BcFixture     *fixture,
                      gconstpointer  data)
{
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await_quiet ();

  bc_fixed_clock_suspend (fixture->clock, 61 * G_USEC_PER_SEC);
  bc_fixture_await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder gone;");
}

static void
test_withdrawn_meanwhile (BcFixture     *fixture,
                          gconstpointer  data)
{
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await_quiet ();
  bc_notifier_withdraw (fixture->notifier, "reminder");

  bc_fixture_await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* Given what was shown a minute ago, when the daemon restarts, then it is gone, and its number means
 * nothing more. */
static void
test_daemon_restarts (BcFixture     *fixture,
                      gconstpointer  data)
{
  static const BcFakeServer plain = { "plain", "nobody", "2", "1.2", "body", 1, FALSE, FALSE, NULL, FALSE, 0 };

  bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  bc_fixed_clock_advance (fixture->clock, 61 * G_USEC_PER_SEC);
  bc_fixture_restart (fixture);
  bc_await (fixture->heard->len > 0);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder gone;");

  fixture->daemon->server = &plain;
  g_assert_cmpuint (bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->replaces_id, ==, 0);
  g_assert_cmpuint (g_strv_length (bc_fixture_get_shown (fixture, 0)->actions), ==, 0);
}

/* Given what was shown just now, when the daemon restarts, then the new one shows it, once. */
static void
test_daemon_restarts_at_once (BcFixture     *fixture,
                              gconstpointer  data)
{
  guint id;

  bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  bc_fixture_restart (fixture);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") != 0 && fixture->daemon->shown->len > 0);
  id = bc_fixture_get_shown (fixture, 0)->id;
  g_assert_cmpuint (bc_fixture_get_shown (fixture, 0)->replaces_id, ==, 0);

  bc_fake_notifications_press (fixture->daemon, id, "Resume");
  bc_fixture_await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 2);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder:resume:(null);");
}

/* Given a notification that each daemon dies of, then not more than three do. */
static void
test_poison (BcFixture     *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      bc_fake_notifications_appear (fixture->daemon);
      if (i == 0)
        bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
      bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") != 0);
      bc_fixture_restart (fixture);
      bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") == 0);
    }

  g_assert_cmpstr (fixture->heard->str, ==, "reminder gone;");
  bc_fixture_await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 1);
}

/* Given a daemon that stands still, when it goes on, then it shows what is still wanted, once. */
static void
test_daemon_goes_on (BcFixture     *fixture,
                     gconstpointer  data)
{
  fixture->daemon->is_hung = TRUE;
  bc_fake_notifications_appear (fixture->daemon);
  bc_notifier_show (fixture->notifier, "left again", &bc_fixture_reminder);
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await (fixture->daemon->unanswered->len == 1 && bc_fixture_get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
  bc_await (bc_fixture_get_state (fixture) == BC_SERVICE_STATE_WAITING);
  bc_notifier_withdraw (fixture->notifier, "left again");
  g_assert_cmpuint (fixture->daemon->unanswered->len, ==, 1);

  bc_fake_notifications_go_on (fixture->daemon);
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") != 0);
  bc_fixture_await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 2);
  g_assert_cmpint (bc_fixture_get_state (fixture), ==, BC_SERVICE_STATE_ACTIVE);
}

/* Given a daemon that stands still, when another takes its name, then that one is asked. */
static void
test_name_taken_over (BcFixture     *fixture,
                      gconstpointer  data)
{
  BcFakeNotifications *still = fixture->daemon;

  still->is_hung = TRUE;
  bc_fake_notifications_appear (still);
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await (still->unanswered->len == 1);

  bc_fixture_add_daemon (fixture);
  bc_fake_notifications_replace (fixture->daemon);
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") != 0);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 1);
  g_assert_cmpuint (still->shown->len, ==, 0);
  bc_fake_notifications_free (still);
}

static void
test_daemon_refuses (BcFixture     *fixture,
                     gconstpointer  data)
{
  fixture->daemon->refuses = !GPOINTER_TO_INT (data);
  fixture->daemon->lies = GPOINTER_TO_INT (data);
  bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  bc_await (bc_fixture_get_state (fixture) == BC_SERVICE_STATE_WAITING);

  bc_fixture_restart (fixture);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
  bc_await (bc_fixture_get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_hostile_signals (BcFixture     *fixture,
                      gconstpointer  data)
{
  guint id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;
  g_autofree char *giant = g_strnfill (1 << 20, 'x');

  bc_fixture_emit_action (fixture, 0, "resume");
  bc_fixture_emit_action (fixture, id + 1000, "resume");
  bc_fixture_emit_closed (fixture, G_MAXUINT32, 2);
  bc_fake_notifications_emit (fixture->daemon, "ActionInvoked", g_variant_new ("(ss)", "1", "resume"));
  bc_fake_notifications_emit (fixture->daemon, "ActionInvoked", g_variant_new ("(u)", id));
  bc_fake_notifications_emit (fixture->daemon, "NotificationClosed", g_variant_new ("(s)", "all"));
  bc_fake_notifications_emit (fixture->daemon, "ActivationToken", g_variant_new ("(uu)", id, 7));
  bc_fake_notifications_emit (fixture->daemon, "Surprise", NULL);
  bc_fixture_emit_action (fixture, id, "no such key");
  bc_fixture_emit_action (fixture, id, giant);
  bc_fixture_await_signals (fixture);

  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* Given tokens that can be none, when the user acts, then there is none. */
static void
test_token_nonsense (BcFixture     *fixture,
                     gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1 << 20, 'x');
  const char *tokens[] = { "", "line\nbreak", giant };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      guint id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;

      bc_fixture_emit_token (fixture, id, tokens[i]);
      bc_fake_notifications_click (fixture->daemon, id);
      bc_await (fixture->heard->len > 0);
      g_assert_cmpstr (fixture->heard->str, ==, "reminder:default:(null);");
      g_string_truncate (fixture->heard, 0);
    }
}

/* A token that comes too late, and a close that comes too early. */
static void
test_out_of_order (BcFixture     *fixture,
                   gconstpointer  data)
{
  guint id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;

  bc_fake_notifications_click (fixture->daemon, id);
  bc_fixture_emit_token (fixture, id, "token-late");
  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder:default:(null);");

  g_string_truncate (fixture->heard, 0);
  id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;
  bc_fixture_emit_closed (fixture, id, 2);
  bc_fake_notifications_click (fixture->daemon, id);
  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder dismissed;");
}

/* Given numbers that libnotify cannot be told, then what is replaced is closed all the same. */
static void
test_giant_numbers (BcFixture     *fixture,
                    gconstpointer  data)
{
  static const BcFakeServer server = {
    "giant", "nobody", "1", "1.2", "actions body", G_MAXUINT32 - 4, FALSE, TRUE, NULL, FALSE, 2,
  };
  guint id;

  fixture->daemon->server = &server;
  id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;
  g_assert_cmpuint (bc_notifier_get_server_id (fixture->notifier, "reminder"), ==, id);
  bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, id);

  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") == id + 1);
  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_await (fixture->daemon->closed_ids->len == 2);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 1), ==, id + 1);
}

static gint64
measure_longest_turn_us (gint64 span_us)
{
  gint64 end_us = g_get_monotonic_time () + span_us;
  gint64 longest_us = 0;

  while (g_get_monotonic_time () < end_us)
    {
      gint64 start_us = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest_us = MAX (longest_us, g_get_monotonic_time () - start_us);
    }

  return longest_us;
}

/* Given a daemon that takes calls and never answers, then the main loop turns freely, also while
 * the notifier is used and disposed of. */
static void
test_daemon_hangs (BcFixture     *fixture,
                   gconstpointer  data)
{
  gint64 start_us;

  bc_fixture_show (fixture, "shown", &bc_fixture_reminder);
  fixture->daemon->is_hung = TRUE;
  start_us = g_get_monotonic_time ();
  bc_notifier_show (fixture->notifier, "shown", &bc_fixture_reminder);
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await (fixture->daemon->unanswered->len == 1);
  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_notifier_withdraw (fixture->notifier, "shown");
  g_assert_cmpint (measure_longest_turn_us (G_USEC_PER_SEC), <, G_USEC_PER_SEC / 2);
  g_assert_finalize_object (g_steal_pointer (&fixture->notifier));
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 10 * G_USEC_PER_SEC);

  /* When it dies at last, the late answers hit nobody. */
  bc_fixture_restart (fixture);
  bc_await_quiet ();
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 0);
}

static void
test_daemon_hangs_from_start (BcFixture     *fixture,
                              gconstpointer  data)
{
  fixture->daemon->is_hung = TRUE;
  bc_fake_notifications_appear (fixture->daemon);
  bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await (fixture->daemon->unanswered->len == 1);
  g_assert_cmpint (measure_longest_turn_us (G_USEC_PER_SEC / 2), <, G_USEC_PER_SEC / 2);

  bc_fixture_restart (fixture);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
}

static void
dispose_cb (BcFixture *fixture)
{
  g_clear_object (&fixture->notifier);
}

static void
test_disposed_by_action (BcFixture     *fixture,
                         gconstpointer  data)
{
  guint id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;

  g_signal_connect_swapped (fixture->notifier, "action", G_CALLBACK (dispose_cb), fixture);
  bc_fake_notifications_press (fixture->daemon, id, "Resume");
  bc_await (fixture->notifier == NULL);
}

static void
test_disposed_by_vanishing (BcFixture     *fixture,
                            gconstpointer  data)
{
  bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  g_signal_connect_swapped (fixture->notifier, "closed", G_CALLBACK (dispose_cb), fixture);
  bc_fixed_clock_advance (fixture->clock, 61 * G_USEC_PER_SEC);
  bc_fake_notifications_vanish (fixture->daemon);
  bc_await (fixture->notifier == NULL);
}

#define ADD(path, test, data) \
  g_test_add ("/desktop/notifier/" path, BcFixture, GINT_TO_POINTER (data), \
              bc_fixture_set_up, test, bc_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("daemon-hangs-from-start", test_daemon_hangs_from_start, 0);
  ADD ("daemon-late", test_daemon_late, 0);
  ADD ("daemon-too-late", test_daemon_too_late, 0);
  ADD ("withdrawn-meanwhile", test_withdrawn_meanwhile, 0);
  ADD ("daemon-restarts", test_daemon_restarts, 0);
  ADD ("daemon-restarts-at-once", test_daemon_restarts_at_once, 0);
  ADD ("poison", test_poison, 0);
  ADD ("daemon-goes-on", test_daemon_goes_on, 0);
  ADD ("name-taken-over", test_name_taken_over, 0);
  ADD ("token-nonsense", test_token_nonsense, 0);
  ADD ("out-of-order", test_out_of_order, 0);
  ADD ("giant-numbers", test_giant_numbers, 0);
  ADD ("daemon-refuses", test_daemon_refuses, FALSE);
  ADD ("daemon-lies", test_daemon_refuses, TRUE);
  ADD ("hostile-signals", test_hostile_signals, 0);
  ADD ("daemon-hangs", test_daemon_hangs, 0);
  ADD ("disposed-by-action", test_disposed_by_action, 0);
  ADD ("disposed-by-vanishing", test_disposed_by_vanishing, 0);

  return bc_fixture_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-away-tracker.h"
#include "bc-fixed-clock.h"

#define S ((gint64) G_USEC_PER_SEC)
#define MIN_US (60 * S)
#define HOUR_US (60 * MIN_US)

typedef struct {
  BcFixedClock *clock;
  BcAwayTracker *tracker;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = bc_fixed_clock_new ();
  fixture->tracker = bc_away_tracker_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_away_tracker_free (fixture->tracker);
  g_assert_finalize_object (fixture->clock);
}

static BcAwayMoment
now (Fixture *fixture)
{
  return (BcAwayMoment) {
    .boot_us = bc_clock_boot_us (BC_CLOCK (fixture->clock)),
    .now_us = bc_clock_now_us (BC_CLOCK (fixture->clock)),
  };
}

static void
pass (Fixture *fixture,
      gint64   us)
{
  bc_fixed_clock_advance (fixture->clock, us);
}

static gboolean
take (Fixture *fixture,
      BcAway  *away)
{
  return bc_away_tracker_take_return (fixture->tracker, now (fixture).boot_us, away);
}

static void
go_idle (Fixture *fixture)
{
  pass (fixture, 5 * MIN_US);
  bc_away_tracker_idle (fixture->tracker, now (fixture), 5 * MIN_US);
}

static void
assert_away (Fixture *fixture,
             gint64   duration_us,
             guint    causes)
{
  gint64 settle_us = causes & BC_AWAY_SLEEP ? BC_AWAY_SETTLE_AFTER_SLEEP_US : BC_AWAY_SETTLE_US;
  BcAway away;

  pass (fixture, settle_us);
  g_assert_true (take (fixture, &away));
  g_assert_cmpint (away.duration_us, ==, duration_us);
  g_assert_cmpint (away.back_us - away.left_us, ==, duration_us);
  g_assert_cmpint (away.back_us, ==, now (fixture).now_us - settle_us);
  g_assert_cmpuint (away.causes, ==, causes);
  g_assert_false (take (fixture, &away));
}

static void
test_idle_counts_from_last_input (Fixture       *fixture,
                                  gconstpointer  data)
{
  go_idle (fixture);
  pass (fixture, 10 * MIN_US);
  bc_away_tracker_active (fixture->tracker, now (fixture));

  assert_away (fixture, 15 * MIN_US, BC_AWAY_IDLE);
}

static void
test_return_must_settle (Fixture       *fixture,
                         gconstpointer  data)
{
  BcAway away;

  go_idle (fixture);
  g_assert_cmpint (bc_away_tracker_get_deadline_us (fixture->tracker), ==, -1);
  bc_away_tracker_active (fixture->tracker, now (fixture));
  g_assert_cmpint (bc_away_tracker_get_deadline_us (fixture->tracker), ==,
                   now (fixture).boot_us + BC_AWAY_SETTLE_US);

  pass (fixture, BC_AWAY_SETTLE_US - 1);
  g_assert_false (take (fixture, &away));
  g_assert_true (bc_away_tracker_is_away (fixture->tracker));
  pass (fixture, 1);
  g_assert_true (take (fixture, &away));
  g_assert_false (bc_away_tracker_is_away (fixture->tracker));
}

static void
test_lock_after_nudge_is_one_away (Fixture       *fixture,
                                   gconstpointer  data)
{
  BcAway away;

  go_idle (fixture);
  bc_away_tracker_active (fixture->tracker, now (fixture));
  pass (fixture, S / 2);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), TRUE);
  pass (fixture, 10 * S);
  g_assert_false (take (fixture, &away));
  pass (fixture, HOUR_US);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), FALSE);

  assert_away (fixture, 5 * MIN_US + S / 2 + 10 * S + HOUR_US, BC_AWAY_IDLE | BC_AWAY_LOCK);
}

static void
test_overlapping_causes_are_one_away (Fixture       *fixture,
                                      gconstpointer  data)
{
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), TRUE);
  go_idle (fixture);
  bc_away_tracker_sleep (fixture->tracker, now (fixture));
  bc_fixed_clock_suspend (fixture->clock, 8 * HOUR_US);
  bc_away_tracker_wake (fixture->tracker, now (fixture), 8 * HOUR_US);
  pass (fixture, 10 * S);
  bc_away_tracker_active (fixture->tracker, now (fixture));
  pass (fixture, 5 * S);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), FALSE);

  assert_away (fixture, 5 * MIN_US + 8 * HOUR_US + 15 * S,
               BC_AWAY_IDLE | BC_AWAY_LOCK | BC_AWAY_SLEEP);
}

static void
test_waking_to_lock_screen_is_still_away (Fixture       *fixture,
                                          gconstpointer  data)
{
  BcAway away;

  bc_away_tracker_sleep (fixture->tracker, now (fixture));
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), TRUE);
  bc_fixed_clock_suspend (fixture->clock, HOUR_US);
  bc_away_tracker_wake (fixture->tracker, now (fixture), HOUR_US);
  bc_away_tracker_active (fixture->tracker, now (fixture));
  pass (fixture, 10 * S);

  g_assert_false (take (fixture, &away));
  g_assert_cmpint (bc_away_tracker_get_deadline_us (fixture->tracker), ==, -1);
}

static void
test_unlock_is_presence (Fixture       *fixture,
                         gconstpointer  data)
{
  go_idle (fixture);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), TRUE);
  pass (fixture, HOUR_US);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), FALSE);

  assert_away (fixture, 5 * MIN_US + HOUR_US, BC_AWAY_IDLE | BC_AWAY_LOCK);
}

static void
test_unannounced_sleep (Fixture       *fixture,
                        gconstpointer  data)
{
  bc_fixed_clock_suspend (fixture->clock, HOUR_US);
  bc_away_tracker_wake (fixture->tracker, now (fixture), HOUR_US);

  assert_away (fixture, HOUR_US, BC_AWAY_SLEEP);
}

static void
test_sleep_never_reported_over_ends_with_input (Fixture       *fixture,
                                                gconstpointer  data)
{
  bc_away_tracker_sleep (fixture->tracker, now (fixture));
  bc_fixed_clock_suspend (fixture->clock, HOUR_US);
  bc_away_tracker_active (fixture->tracker, now (fixture));

  assert_away (fixture, HOUR_US, BC_AWAY_SLEEP);
}

static void
test_second_word_of_lock_changes_nothing (Fixture       *fixture,
                                          gconstpointer  data)
{
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), FALSE);
  g_assert_false (bc_away_tracker_is_away (fixture->tracker));
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), TRUE);
  pass (fixture, MIN_US);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), TRUE);
  pass (fixture, MIN_US);
  bc_away_tracker_set_locked (fixture->tracker, now (fixture), FALSE);

  assert_away (fixture, 2 * MIN_US, BC_AWAY_LOCK);
}

static void
test_clock_set_back_changes_no_duration (Fixture       *fixture,
                                         gconstpointer  data)
{
  go_idle (fixture);
  bc_fixed_clock_set_now_us (fixture->clock, now (fixture).now_us - 3 * HOUR_US);
  pass (fixture, 10 * MIN_US);
  bc_away_tracker_active (fixture->tracker, now (fixture));

  assert_away (fixture, 15 * MIN_US, BC_AWAY_IDLE);
}

static void
test_sitting_still_after_return_is_the_next_away (Fixture       *fixture,
                                                  gconstpointer  data)
{
  BcAway away;

  pass (fixture, S);
  bc_away_tracker_idle (fixture->tracker, now (fixture), S);
  pass (fixture, S);
  bc_away_tracker_active (fixture->tracker, now (fixture));
  pass (fixture, S / 2);
  bc_away_tracker_idle (fixture->tracker, now (fixture), S / 2);
  pass (fixture, S / 2);

  g_assert_true (take (fixture, &away));
  g_assert_cmpint (away.duration_us, ==, 2 * S);
  g_assert_true (bc_away_tracker_is_away (fixture->tracker));
  pass (fixture, S);
  bc_away_tracker_active (fixture->tracker, now (fixture));
  assert_away (fixture, 2 * S, BC_AWAY_IDLE);
}

static void
test_input_without_away_is_nothing (Fixture       *fixture,
                                    gconstpointer  data)
{
  BcAway away;

  bc_away_tracker_active (fixture->tracker, now (fixture));
  pass (fixture, MIN_US);
  g_assert_false (take (fixture, &away));
}

#define add_test(path, func) g_test_add ("/core/away-tracker/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("idle-counts-from-last-input", test_idle_counts_from_last_input);
  add_test ("return-must-settle", test_return_must_settle);
  add_test ("lock-after-nudge-is-one-away", test_lock_after_nudge_is_one_away);
  add_test ("overlapping-causes-are-one-away", test_overlapping_causes_are_one_away);
  add_test ("waking-to-lock-screen-is-still-away", test_waking_to_lock_screen_is_still_away);
  add_test ("unlock-is-presence", test_unlock_is_presence);
  add_test ("unannounced-sleep", test_unannounced_sleep);
  add_test ("sleep-never-reported-over-ends-with-input", test_sleep_never_reported_over_ends_with_input);
  add_test ("second-word-of-lock-changes-nothing", test_second_word_of_lock_changes_nothing);
  add_test ("clock-set-back-changes-no-duration", test_clock_set_back_changes_no_duration);
  add_test ("sitting-still-after-return-is-the-next-away", test_sitting_still_after_return_is_the_next_away);
  add_test ("input-without-away-is-nothing", test_input_without_away_is_nothing);

  return g_test_run ();
}

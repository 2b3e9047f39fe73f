/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-reminder-policy.h"

#define S ((gint64) G_USEC_PER_SEC)
#define HOUR_US (3600 * S)
#define NOW_US (G_GINT64_CONSTANT (1767603600) * S)

typedef struct {
  GListStore *open;
  BcAway away;
  BcReminderSituation situation;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->open = g_list_store_new (BC_TYPE_CRUMB);
  fixture->away = (BcAway) { .back_us = NOW_US - S, .duration_us = 23 * 60 * S, .causes = BC_AWAY_IDLE };
  fixture->situation = (BcReminderSituation) {
    .away = &fixture->away,
    .open = G_LIST_MODEL (fixture->open),
    .now_us = NOW_US,
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->open);
}

static void
given_open (Fixture    *fixture,
            const char *text,
            gint64      age_us,
            guint       reminders)
{
  g_autoptr (BcLine) line = bc_line_parse (text);
  g_autoptr (BcCrumb) crumb = bc_crumb_new (&(BcCrumbFields) {
    .id = text,
    .created_us = NOW_US - age_us,
    .line = line,
    .reminders = reminders,
  });

  g_list_store_append (fixture->open, crumb);
}

static void
assert_reminds_of (Fixture    *fixture,
                   const char *text)
{
  g_autoptr (BcCrumb) crumb = bc_reminder_policy_choose (&fixture->situation);

  g_assert_cmpstr (crumb != NULL ? bc_crumb_get_id (crumb) : NULL, ==, text);
}

static void
test_newest_open (Fixture       *fixture,
                  gconstpointer  data)
{
  given_open (fixture, "newest", HOUR_US, 0);
  given_open (fixture, "older", 2 * HOUR_US, 0);

  assert_reminds_of (fixture, "newest");
}

static void
test_nothing_open (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_reminds_of (fixture, NULL);
}

static void
test_paused (Fixture       *fixture,
             gconstpointer  data)
{
  given_open (fixture, "newest", HOUR_US, 0);
  fixture->situation.paused = TRUE;

  assert_reminds_of (fixture, NULL);
}

static void
test_brief_lock (Fixture       *fixture,
                 gconstpointer  data)
{
  given_open (fixture, "newest", HOUR_US, 0);

  fixture->away = (BcAway) { .back_us = NOW_US - S, .duration_us = 60 * S - 1, .causes = BC_AWAY_LOCK };
  assert_reminds_of (fixture, NULL);
  fixture->away.duration_us = 60 * S;
  assert_reminds_of (fixture, "newest");
}

static void
test_short_idleness_by_own_threshold (Fixture       *fixture,
                                      gconstpointer  data)
{
  given_open (fixture, "newest", HOUR_US, 0);
  fixture->away = (BcAway) { .back_us = NOW_US - S, .duration_us = 16 * S, .causes = BC_AWAY_IDLE | BC_AWAY_LOCK };

  assert_reminds_of (fixture, "newest");
}

static void
test_ignored_twice_stops (Fixture       *fixture,
                          gconstpointer  data)
{
  given_open (fixture, "ignored", HOUR_US, 2);
  assert_reminds_of (fixture, NULL);

  given_open (fixture, "once", 2 * HOUR_US, 1);
  assert_reminds_of (fixture, "once");
}

static void
test_over_night_but_not_for_ever (Fixture       *fixture,
                                  gconstpointer  data)
{
  fixture->away.duration_us = 60 * HOUR_US;
  given_open (fixture, "on friday", 64 * HOUR_US, 0);
  assert_reminds_of (fixture, "on friday");

  g_list_store_remove_all (fixture->open);
  given_open (fixture, "weeks ago", BC_REMINDER_STALE_US, 0);
  assert_reminds_of (fixture, NULL);
}

static void
test_crumb_from_the_future (Fixture       *fixture,
                            gconstpointer  data)
{
  given_open (fixture, "before the clock was set back", -5 * HOUR_US, 0);

  assert_reminds_of (fixture, "before the clock was set back");
}

static void
test_left_after_the_return (Fixture       *fixture,
                            gconstpointer  data)
{
  given_open (fixture, "after", S / 2, 0);
  assert_reminds_of (fixture, NULL);

  given_open (fixture, "before", HOUR_US, 0);
  assert_reminds_of (fixture, "before");
}

static void
test_wording (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpint (bc_reminder_policy_get_wording (FALSE, FALSE, FALSE), ==, BC_REMINDER_WORDS);
  g_assert_cmpint (bc_reminder_policy_get_wording (FALSE, TRUE, FALSE), ==, BC_REMINDER_AGE);
  g_assert_cmpint (bc_reminder_policy_get_wording (FALSE, TRUE, TRUE), ==, BC_REMINDER_WORDS);
  g_assert_cmpint (bc_reminder_policy_get_wording (TRUE, FALSE, TRUE), ==, BC_REMINDER_COUNT);
  g_assert_cmpint (bc_reminder_policy_get_wording (TRUE, TRUE, TRUE), ==, BC_REMINDER_COUNT);
}

#define add_test(path, func) g_test_add ("/core/reminder-policy/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("newest-open", test_newest_open);
  add_test ("nothing-open", test_nothing_open);
  add_test ("paused", test_paused);
  add_test ("brief-lock", test_brief_lock);
  add_test ("short-idleness-by-own-threshold", test_short_idleness_by_own_threshold);
  add_test ("ignored-twice-stops", test_ignored_twice_stops);
  add_test ("over-night-but-not-for-ever", test_over_night_but_not_for_ever);
  add_test ("crumb-from-the-future", test_crumb_from_the_future);
  add_test ("left-after-the-return", test_left_after_the_return);
  add_test ("wording", test_wording);

  return g_test_run ();
}

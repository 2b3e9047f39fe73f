/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-away-rig.h"

#include "bc-await.h"

#define SECOND_US ((gint64) G_USEC_PER_SEC)

static void
go (BcAwayRig *rig,
    gint64     us)
{
  bc_away_rig_tell (rig, TRUE);
  bc_fixed_clock_advance (rig->notices.clock, us);
  bc_away_rig_tell (rig, FALSE);
  bc_away_rig_settle (rig, SECOND_US);
}

static void
test_nothing_open (BcAwayRig     *rig,
                   gconstpointer  data)
{
  for (guint i = 1; i <= 20; i++)
    {
      go (rig, 18 * BC_MIN_US);
      bc_await (rig->returns == i);
      g_assert_cmpint (rig->last.duration_us, ==, 23 * BC_MIN_US);
    }
  g_assert_cmpuint (bc_away_rig_count_shown (rig), ==, 0);
}

static void
test_one_reminder_each (BcAwayRig     *rig,
                        gconstpointer  data)
{
  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("totals differ > rerun test %u", i);
      g_autofree char *next = g_strdup_printf ("rerun test %u", i);

      bc_away_rig_leave_crumb (rig, text);
      go (rig, 18 * BC_MIN_US);
      g_assert_cmpstr (bc_away_rig_await_shown (rig, i), ==, next);
    }
  g_assert_cmpuint (bc_away_rig_count_shown (rig), ==, 20);
  g_assert_cmpuint (rig->returns, ==, 20);
}

static void
test_not_on_a_lock_screen (BcAwayRig     *rig,
                           gconstpointer  data)
{
  bc_away_rig_leave_crumb (rig, "here > there");
  bc_away_rig_tell (rig, TRUE);
  bc_away_rig_lock (rig, TRUE);
  bc_fixed_clock_advance (rig->notices.clock, 18 * BC_MIN_US);

  /* The password is typed, wrongly at first. */
  bc_away_rig_tell (rig, FALSE);
  bc_away_rig_settle (rig, 5 * SECOND_US);
  g_assert_cmpuint (bc_away_rig_count_shown (rig), ==, 0);

  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_settle (rig, SECOND_US);
  g_assert_cmpstr (bc_away_rig_await_shown (rig, 1), ==, "there");
  g_assert_cmpuint (rig->last.causes, ==, BC_AWAY_IDLE | BC_AWAY_LOCK);
  g_assert_cmpint (rig->last.duration_us, ==, 23 * BC_MIN_US + 5 * SECOND_US);
}

static void
test_locked_again_at_once (BcAwayRig     *rig,
                           gconstpointer  data)
{
  bc_away_rig_leave_crumb (rig, "here > there");
  bc_away_rig_lock (rig, TRUE);
  bc_fixed_clock_advance (rig->notices.clock, 10 * BC_MIN_US);
  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_lock (rig, TRUE);
  bc_away_rig_settle (rig, 10 * BC_MIN_US);
  g_assert_cmpuint (rig->returns, ==, 0);
  g_assert_cmpuint (bc_away_rig_count_shown (rig), ==, 0);

  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_settle (rig, SECOND_US);
  bc_away_rig_await_shown (rig, 1);
  g_assert_cmpint (rig->last.duration_us, ==, 20 * BC_MIN_US);
}

static void
test_brief_lock (BcAwayRig     *rig,
                 gconstpointer  data)
{
  bc_away_rig_leave_crumb (rig, "here > there");
  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_lock (rig, TRUE);
  bc_fixed_clock_advance (rig->notices.clock, BC_MIN_US - 1);
  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_settle (rig, SECOND_US);
  g_assert_cmpuint (rig->returns, ==, 0);
  g_assert_cmpuint (bc_away_rig_count_shown (rig), ==, 0);

  bc_away_rig_lock (rig, TRUE);
  bc_fixed_clock_advance (rig->notices.clock, BC_MIN_US);
  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_settle (rig, SECOND_US);
  bc_away_rig_await_shown (rig, 1);
}

static void
test_wakes_to_a_lock_screen (BcAwayRig     *rig,
                             gconstpointer  data)
{
  bc_away_rig_leave_crumb (rig, "here > there");
  bc_away_rig_lock (rig, FALSE);
  bc_fixed_clock_suspend (rig->notices.clock, 60 * BC_MIN_US);
  bc_sleep_check (rig->sleep);

  /* The locker starts late, and its word gets lost: it is asked once more. */
  rig->saver_is_active = TRUE;
  bc_away_rig_settle (rig, 3 * SECOND_US / 2);
  bc_await (bc_lock_is_locked (rig->lock));
  bc_away_rig_settle (rig, 5 * SECOND_US);
  g_assert_cmpuint (rig->returns, ==, 0);
  g_assert_cmpuint (bc_away_rig_count_shown (rig), ==, 0);

  bc_away_rig_lock (rig, FALSE);
  bc_away_rig_settle (rig, 2 * SECOND_US);
  bc_await (rig->returns == 1);
  bc_away_rig_await_shown (rig, 1);
  g_assert_cmpuint (rig->last.causes, ==, BC_AWAY_SLEEP | BC_AWAY_LOCK);
}

static void
test_unknown_lock (BcAwayRig     *rig,
                   gconstpointer  data)
{
  bc_fake_compositor_add_global (rig->compositor, "zwlr_input_inhibit_manager_v1");
  bc_await (bc_lock_is_uncertain (rig->lock));
  bc_away_rig_leave_crumb (rig, "secret > secret #secret");
  go (rig, 40 * BC_MIN_US);
  g_assert_cmpstr (bc_away_rig_await_shown (rig, 1), ==, "You left a breadcrumb 40 minutes ago");
  g_assert_null (strstr (bc_fixture_get_shown (&rig->notices, 0)->body, "secret"));
  bc_fixture_assert_labels (bc_fixture_get_shown (&rig->notices, 0), "Open|Resume|Later|Let Go");

  /* She wants it all the same. */
  g_object_set (rig->settings, "trust-idle", TRUE, NULL);
  go (rig, 40 * BC_MIN_US);
  g_assert_cmpstr (bc_away_rig_await_shown (rig, 2), ==, "secret");
  g_object_set (rig->settings, "trust-idle", FALSE, NULL);
}

static void
got_away_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(BcAway **) user_data = bc_store_get_last_away_finish (BC_STORE (source), result, &error);
  g_assert_no_error (error);
}

static BcAway *
get_last_away (BcAwayRig *rig)
{
  BcAway *away = NULL;

  bc_store_get_last_away_async (rig->store, NULL, got_away_cb, &away);
  bc_await (away != NULL);

  return away;
}

static void
test_last_away_survives (BcAwayRig     *rig,
                         gconstpointer  data)
{
  g_autofree BcAway *none = get_last_away (rig);
  g_autofree BcAway *last = NULL;

  g_assert_cmpint (none->back_us, ==, 0);
  go (rig, 3 * BC_MIN_US);
  go (rig, 18 * BC_MIN_US);

  g_assert_finalize_object (rig->reminders);
  g_assert_finalize_object (rig->flow);
  bc_away_rig_close_store (rig);
  bc_away_rig_open_store (rig);
  rig->flow = bc_away_flow_new (rig->store, BC_CLOCK (rig->notices.clock), rig->idle, rig->lock, rig->sleep);
  rig->reminders = bc_reminder_flow_new (rig->store, rig->settings, BC_CLOCK (rig->notices.clock), rig->open,
                                         rig->notices.notifier);
  last = get_last_away (rig);
  g_assert_cmpint (last->id, !=, 0);
  g_assert_cmpint (last->left_us, ==, rig->last.left_us);
  g_assert_cmpint (last->back_us, ==, rig->last.back_us);
  g_assert_cmpint (last->duration_us, ==, 23 * BC_MIN_US);
  g_assert_cmpuint (last->causes, ==, BC_AWAY_IDLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/app/away/" path, BcAwayRig, NULL, bc_away_rig_set_up, func, bc_away_rig_tear_down)
  ADD ("nothing-open", test_nothing_open);
  ADD ("one-reminder-each", test_one_reminder_each);
  ADD ("not-on-a-lock-screen", test_not_on_a_lock_screen);
  ADD ("locked-again-at-once", test_locked_again_at_once);
  ADD ("brief-lock", test_brief_lock);
  ADD ("wakes-to-a-lock-screen", test_wakes_to_a_lock_screen);
  ADD ("unknown-lock", test_unknown_lock);
  ADD ("last-away-survives", test_last_away_survives);
#undef ADD

  return bc_fixture_run ();
}

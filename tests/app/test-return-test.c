/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-away-rig.h"
#include "bc-return-test.h"

#include "bc-await.h"

#define PATIENT_MS 60000
#define IMPATIENT_MS 50

typedef struct {
  BcAwayRig rig;
  BcIdle *idle;
  BcReturnTest *test;
  char *token;
} Fixture;

static void
clicked_cb (Fixture    *fixture,
            const char *token)
{
  g_assert_null (fixture->token);
  fixture->token = g_strdup (token);
}

static void
make_test (Fixture *fixture,
           guint    patience_ms)
{
  BcAwayRig *rig = &fixture->rig;

  fixture->idle = bc_idle_new (NULL, NULL, rig->wayland, NULL, BC_CLOCK (rig->notices.clock));
  fixture->test = bc_return_test_new (fixture->idle, bc_idle_get_status (rig->idle), rig->lock, rig->sleep,
                                      rig->notices.notifier, BC_CLOCK (rig->notices.clock), patience_ms);
  g_signal_connect_swapped (fixture->test, "clicked", G_CALLBACK (clicked_cb), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  bc_away_rig_set_up (&fixture->rig, data);
  make_test (fixture, data != NULL ? IMPATIENT_MS : PATIENT_MS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->test);
  g_assert_finalize_object (fixture->idle);
  g_free (fixture->token);
  bc_away_rig_tear_down (&fixture->rig, data);
}

static void
await_stage (Fixture           *fixture,
             BcReturnTestStage  stage)
{
  bc_await (bc_return_test_get_stage (fixture->test) == stage);
}

static BcFakeNotification *
find_watch (Fixture *fixture)
{
  GPtrArray *watches = fixture->rig.compositor->notifications;

  for (guint i = 0; i < watches->len; i++)
    {
      BcFakeNotification *watch = g_ptr_array_index (watches, i);

      if (watch->timeout_ms == BC_RETURN_TEST_IDLE_S * 1000)
        return watch;
    }

  return NULL;
}

/* Beside the everyday watch, which goes on as it is. */
static void
start (Fixture *fixture)
{
  bc_return_test_start (fixture->test);
  bc_await (find_watch (fixture) != NULL);
  g_assert_cmpuint (fixture->rig.compositor->notifications->len, ==, 2);
  g_assert_nonnull (bc_fake_compositor_get (fixture->rig.compositor, fixture->rig.seat));
}

static void
go_idle (Fixture *fixture)
{
  bc_fake_compositor_tell_watch (find_watch (fixture), TRUE);
  await_stage (fixture, BC_RETURN_TEST_MOVE);
}

static void
come_back (Fixture *fixture)
{
  bc_fixed_clock_advance (fixture->rig.notices.clock, 3 * G_USEC_PER_SEC);
  bc_fake_compositor_tell_watch (find_watch (fixture), FALSE);
  bc_await (g_strcmp0 (bc_service_status_get_last_event (bc_idle_get_status (fixture->idle)), "active") == 0);
  bc_fixed_clock_advance (fixture->rig.notices.clock, G_USEC_PER_SEC);
}

static void
test_passes (Fixture       *fixture,
             gconstpointer  data)
{
  BcFixture *notices = &fixture->rig.notices;
  BcShown *shown;

  start (fixture);
  g_assert_cmpint (bc_return_test_get_stage (fixture->test), ==, BC_RETURN_TEST_HANDS_OFF);
  go_idle (fixture);
  come_back (fixture);
  await_stage (fixture, BC_RETURN_TEST_SHOWN);
  shown = bc_fixture_get_shown (notices, 0);
  g_assert_cmpstr (shown->summary, ==, "This is a test");
  bc_await (fixture->rig.compositor->notifications->len == 1);

  bc_fixture_emit_token (notices, shown->id, "token-1");
  bc_fixture_emit_action (notices, shown->id, "default");
  await_stage (fixture, BC_RETURN_TEST_CLICKED);
  g_assert_cmpstr (fixture->token, ==, "token-1");

  /* Nothing of it is in the user's days. */
  g_assert_cmpuint (fixture->rig.returns, ==, 0);
  g_assert_cmpuint (bc_settings_get_idle_threshold_s (fixture->rig.settings), ==, 300);
}

static void
test_locked_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  start (fixture);
  go_idle (fixture);
  bc_away_rig_lock (&fixture->rig, TRUE);
  come_back (fixture);
  bc_away_rig_settle (&fixture->rig, G_USEC_PER_SEC);
  g_assert_cmpint (bc_return_test_get_stage (fixture->test), ==, BC_RETURN_TEST_MOVE);
  bc_away_rig_lock (&fixture->rig, FALSE);
  bc_fixed_clock_advance (fixture->rig.notices.clock, G_USEC_PER_SEC);
  await_stage (fixture, BC_RETURN_TEST_SHOWN);
}

static void
test_no_idle (Fixture       *fixture,
              gconstpointer  data)
{
  start (fixture);
  await_stage (fixture, BC_RETURN_TEST_NO_IDLE);
  bc_await (fixture->rig.compositor->notifications->len == 1);

  /* Once more, with hands off. */
  start (fixture);
  go_idle (fixture);
}

static void
test_no_source (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (BcIdle) nobody = bc_idle_new (NULL, NULL, NULL, NULL, BC_CLOCK (fixture->rig.notices.clock));

  g_assert_finalize_object (fixture->test);
  fixture->test = bc_return_test_new (nobody, bc_idle_get_status (nobody), fixture->rig.lock, fixture->rig.sleep,
                                      fixture->rig.notices.notifier, BC_CLOCK (fixture->rig.notices.clock),
                                      PATIENT_MS);
  bc_return_test_start (fixture->test);
  await_stage (fixture, BC_RETURN_TEST_NO_IDLE);
}

static void
test_no_return (Fixture       *fixture,
                gconstpointer  data)
{
  start (fixture);
  go_idle (fixture);
  await_stage (fixture, BC_RETURN_TEST_NO_RETURN);

  /* She was at tea. */
  come_back (fixture);
  await_stage (fixture, BC_RETURN_TEST_SHOWN);
}

static void
test_not_shown (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->rig.notices.daemon->refuses = TRUE;
  start (fixture);
  go_idle (fixture);
  come_back (fixture);
  await_stage (fixture, BC_RETURN_TEST_NO_NOTIFICATION);
  fixture->rig.notices.daemon->refuses = FALSE;
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  start (fixture);
  go_idle (fixture);
  bc_return_test_stop (fixture->test);
  g_assert_cmpint (bc_return_test_get_stage (fixture->test), ==, BC_RETURN_TEST_RESTING);
  bc_await (fixture->rig.compositor->notifications->len == 1);
  bc_away_rig_settle (&fixture->rig, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (bc_away_rig_count_shown (&fixture->rig), ==, 0);

  /* Dropped in the middle, as by a quit. */
  start (fixture);
  go_idle (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add ("/app/return-test/" path, Fixture, data, set_up, func, tear_down)
  ADD ("passes", NULL, test_passes);
  ADD ("locked-meanwhile", NULL, test_locked_meanwhile);
  ADD ("no-idle", GINT_TO_POINTER (TRUE), test_no_idle);
  ADD ("no-source", NULL, test_no_source);
  ADD ("no-return", GINT_TO_POINTER (TRUE), test_no_return);
  ADD ("not-shown", GINT_TO_POINTER (TRUE), test_not_shown);
  ADD ("stop", NULL, test_stop);
#undef ADD

  return bc_fixture_run ();
}

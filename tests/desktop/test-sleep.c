/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-fakes.h"
#include "bc-fixed-clock.h"
#include "sleep/bc-sleep.h"

#define LOGIN1 "org.freedesktop.login1"
#define HOUR_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct {
  BcFakeBus *bus;
  BcFakeLogin1Manager *logind;
  guint owner_id;
  BcFixedClock *clock;
  BcSleep *sleep;
  BcServiceStatus *status;
  guint sleeps;
  guint wakes;
  gint64 slept_us;
} Fixture;

static void
sleep_cb (Fixture *fixture)
{
  fixture->sleeps++;
}

static void
wake_cb (Fixture *fixture,
         gint64   slept_us)
{
  fixture->wakes++;
  fixture->slept_us = slept_us;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->bus = bc_fake_bus_new ();
  fixture->logind = bc_fake_login1_manager_skeleton_new ();
  bc_fake_bus_export (fixture->bus->peer, fixture->logind, "/org/freedesktop/login1");
  fixture->owner_id = bc_fake_bus_own (fixture->bus->peer, LOGIN1);
  fixture->clock = bc_fixed_clock_new ();
  fixture->sleep = bc_sleep_new (fixture->bus->client, BC_CLOCK (fixture->clock));
  fixture->status = bc_sleep_get_status (fixture->sleep);
  g_signal_connect_swapped (fixture->sleep, "sleep", G_CALLBACK (sleep_cb), fixture);
  g_signal_connect_swapped (fixture->sleep, "wake", G_CALLBACK (wake_cb), fixture);
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_ACTIVE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->sleep);
  g_clear_handle_id (&fixture->owner_id, g_bus_unown_name);
  g_object_unref (fixture->logind);
  g_object_unref (fixture->clock);
  bc_fake_bus_free (fixture->bus);
}

static void
announce (Fixture  *fixture,
          gboolean  start)
{
  bc_fake_login1_manager_emit_prepare_for_sleep (fixture->logind, start);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
}

static void
test_logind (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpstr (bc_service_status_get_backend (fixture->status), ==, "logind");
  for (guint i = 1; i <= 2; i++)
    {
      announce (fixture, TRUE);
      g_assert_cmpuint (fixture->sleeps, ==, i);
      g_assert_cmpuint (fixture->wakes, ==, i - 1);

      bc_fixed_clock_suspend (fixture->clock, 8 * HOUR_US);
      bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
      announce (fixture, FALSE);
      g_assert_cmpuint (fixture->wakes, ==, i);
      g_assert_cmpint (fixture->slept_us, ==, 8 * HOUR_US);
      bc_sleep_check (fixture->sleep);
      g_assert_cmpuint (fixture->wakes, ==, i);
    }
  g_assert_cmpstr (bc_service_status_get_last_event (fixture->status), ==, "wake");
}

static void
test_check_comes_first (Fixture       *fixture,
                        gconstpointer  data)
{
  announce (fixture, TRUE);
  bc_fixed_clock_suspend (fixture->clock, HOUR_US);
  bc_sleep_check (fixture->sleep);
  g_assert_cmpuint (fixture->wakes, ==, 1);
  announce (fixture, FALSE);
  g_assert_cmpuint (fixture->wakes, ==, 1);
}

static void
test_word_never_comes (Fixture       *fixture,
                       gconstpointer  data)
{
  bc_fixed_clock_suspend (fixture->clock, HOUR_US);
  announce (fixture, TRUE);
  g_assert_cmpuint (fixture->wakes, ==, 1);
  g_assert_cmpuint (fixture->sleeps, ==, 1);
  bc_fixed_clock_suspend (fixture->clock, 2 * HOUR_US);
  announce (fixture, TRUE);
  g_assert_cmpuint (fixture->wakes, ==, 2);
  g_assert_cmpint (fixture->slept_us, ==, 2 * HOUR_US);
  g_assert_cmpuint (fixture->sleeps, ==, 2);
}

static void
test_short (Fixture       *fixture,
            gconstpointer  data)
{
  announce (fixture, TRUE);
  bc_fixed_clock_suspend (fixture->clock, 2 * G_USEC_PER_SEC);
  bc_sleep_check (fixture->sleep);
  g_assert_cmpuint (fixture->wakes, ==, 0);
  announce (fixture, FALSE);
  g_assert_cmpuint (fixture->wakes, ==, 1);
  g_assert_cmpint (fixture->slept_us, ==, 2 * G_USEC_PER_SEC);
}

static void
test_wall_clock (Fixture       *fixture,
                 gconstpointer  data)
{
  bc_fixed_clock_set_now_us (fixture->clock, BC_FIXED_CLOCK_START_US + 24 * HOUR_US);
  bc_sleep_check (fixture->sleep);
  bc_fixed_clock_advance (fixture->clock, HOUR_US);
  bc_sleep_check (fixture->sleep);
  g_assert_cmpuint (fixture->wakes, ==, 0);
}

static void
test_logind_restarts (Fixture       *fixture,
                      gconstpointer  data)
{
  g_clear_handle_id (&fixture->owner_id, g_bus_unown_name);
  bc_await (g_strcmp0 (bc_service_status_get_backend (fixture->status), "clock") == 0);
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->status, "logind"), ==, "logind is not running.");
  bc_fixed_clock_suspend (fixture->clock, HOUR_US);
  bc_sleep_check (fixture->sleep);
  g_assert_cmpuint (fixture->wakes, ==, 1);

  fixture->owner_id = bc_fake_bus_own (fixture->bus->peer, LOGIN1);
  bc_await (g_strcmp0 (bc_service_status_get_backend (fixture->status), "logind") == 0);
  g_assert_null (bc_service_status_get_refusal (fixture->status, "logind"));
  announce (fixture, TRUE);
  g_assert_cmpuint (fixture->sleeps, ==, 1);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GDBusConnection) stranger = bc_fake_bus_connect (fixture->bus);

  /* From somebody else, then of a wrong type from the right one. */
  g_dbus_connection_emit_signal (stranger, NULL, "/org/freedesktop/login1", LOGIN1 ".Manager", "PrepareForSleep",
                                 g_variant_new ("(b)", TRUE), NULL);
  bc_fake_bus_settle (fixture->bus, stranger);
  g_dbus_connection_emit_signal (fixture->bus->peer, NULL, "/org/freedesktop/login1", LOGIN1 ".Manager",
                                 "PrepareForSleep", g_variant_new ("(s)", "true"), NULL);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->sleeps, ==, 0);
  g_assert_cmpuint (fixture->wakes, ==, 0);
}

static void
test_no_bus (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcSleep *sleep = bc_sleep_new (NULL, BC_CLOCK (clock));
  BcServiceStatus *status = bc_sleep_get_status (sleep);

  g_assert_cmpint (bc_service_status_get_state (status), ==, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpstr (bc_service_status_get_backend (status), ==, "clock");
  g_assert_cmpstr (bc_service_status_get_refusal (status, "logind"), ==, "There is no system bus.");
  bc_fixed_clock_suspend (clock, HOUR_US);
  bc_sleep_check (sleep);
  g_assert_cmpuint (bc_service_status_get_event_count (status), ==, 1);
  g_assert_finalize_object (sleep);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/desktop/sleep/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("logind", test_logind);
  ADD ("check-comes-first", test_check_comes_first);
  ADD ("word-never-comes", test_word_never_comes);
  ADD ("short", test_short);
  ADD ("wall-clock", test_wall_clock);
  ADD ("logind-restarts", test_logind_restarts);
  ADD ("hostile", test_hostile);
#undef ADD
  g_test_add_func ("/desktop/sleep/no-bus", test_no_bus);

  return g_test_run ();
}

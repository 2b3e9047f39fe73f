/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixed-clock.h"
#include "bc-pause-watch.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Given a pause of a second, when it is over, then that is told though nobody changed a setting. */
static void
test_ends_by_itself (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  g_autoptr (BcSettings) settings = bc_settings_new (NULL);
  BcPauseWatch *watch = bc_pause_watch_new (settings, BC_CLOCK (clock));
  guint n_told = 0;

  g_signal_connect_swapped (watch, "notify::paused", G_CALLBACK (count_cb), &n_told);
  g_assert_false (bc_pause_watch_is_paused (watch));

  bc_settings_set_reminders_paused_until_us (settings, BC_FIXED_CLOCK_START_US + G_USEC_PER_SEC);
  g_assert_true (bc_pause_watch_is_paused (watch));
  g_assert_cmpuint (n_told, ==, 1);

  bc_fixed_clock_advance (clock, 2 * G_USEC_PER_SEC);
  g_assert_false (bc_pause_watch_is_paused (watch));
  bc_await (n_told == 2);
  g_assert_finalize_object (watch);
}

static void
test_for_good (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  g_autoptr (BcSettings) settings = bc_settings_new (NULL);
  BcPauseWatch *watch = NULL;

  bc_settings_set_reminders_paused_until_us (settings, BC_SETTINGS_PAUSED_FOR_GOOD);
  watch = bc_pause_watch_new (settings, BC_CLOCK (clock));
  bc_fixed_clock_suspend (clock, G_GINT64_CONSTANT (1000000) * G_USEC_PER_SEC);
  g_assert_true (bc_pause_watch_is_paused (watch));

  bc_settings_set_reminders_paused_until_us (settings, 0);
  g_assert_false (bc_pause_watch_is_paused (watch));
  g_assert_finalize_object (watch);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/pause-watch/ends-by-itself", test_ends_by_itself);
  g_test_add_func ("/app/pause-watch/for-good", test_for_good);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-away-rig.h"

#include "bc-await.h"
#include "bc-test-dir.h"

#define SAVER "org.freedesktop.ScreenSaver"
#define SAVER_PATH "/org/freedesktop/ScreenSaver"

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(gboolean *) user_data = TRUE;
}

void
bc_away_rig_open_store (BcAwayRig *rig)
{
  g_autofree char *path = g_build_filename (rig->dir, "breadcrumbs.db", NULL);
  gboolean done = FALSE;

  rig->store = bc_store_new (path, BC_CLOCK (rig->notices.clock));
  bc_store_open_async (rig->store, NULL, done_cb, &done);
  rig->open = bc_open_crumbs_new (rig->store);
  bc_await (done && bc_open_crumbs_is_loaded (rig->open));
}

void
bc_away_rig_close_store (BcAwayRig *rig)
{
  g_assert_finalize_object (rig->open);
  bc_store_close (rig->store);
  bc_await_quiet ();
  g_assert_finalize_object (rig->store);
}

static gboolean
get_active_cb (BcFakeScreenSaver     *saver,
               GDBusMethodInvocation *invocation,
               BcAwayRig             *rig)
{
  bc_fake_screen_saver_complete_get_active (saver, invocation, rig->saver_is_active);

  return TRUE;
}

static void
returned_cb (BcAwayRig    *rig,
             const BcAway *away)
{
  rig->returns++;
  rig->last = *away;
}

static void
start_flows (BcAwayRig *rig)
{
  BcClock *clock = BC_CLOCK (rig->notices.clock);

  rig->idle = bc_idle_new (NULL, NULL, rig->wayland, NULL, clock);
  rig->lock = bc_lock_new (rig->bus->client, NULL, rig->wayland, clock);
  rig->sleep = bc_sleep_new (NULL, clock);
  rig->flow = bc_away_flow_new (rig->store, clock, rig->idle, rig->lock, rig->sleep);
  rig->reminders = bc_reminder_flow_new (rig->store, rig->settings, clock, rig->open, rig->notices.notifier);
  bc_reminder_flow_follow (rig->reminders, rig->flow, rig->lock);
  g_signal_connect_swapped (rig->flow, "returned", G_CALLBACK (returned_cb), rig);
  bc_idle_set_threshold_s (rig->idle, bc_settings_get_idle_threshold_s (rig->settings));
  bc_await (bc_fake_compositor_get (rig->compositor, rig->seat) != NULL);
}

void
bc_away_rig_set_up (BcAwayRig     *rig,
                    gconstpointer  data)
{
  bc_fixture_set_up (&rig->notices, data);
  bc_fake_notifications_appear (rig->notices.daemon);
  bc_await (bc_fixture_get_state (&rig->notices) == BC_SERVICE_STATE_ACTIVE);

  rig->dir = bc_test_dir_new ();
  rig->settings = bc_settings_new (NULL);
  bc_away_rig_open_store (rig);

  rig->bus = bc_fake_bus_new_at (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  rig->saver = bc_fake_screen_saver_skeleton_new ();
  g_signal_connect (rig->saver, "handle-get-active", G_CALLBACK (get_active_cb), rig);
  bc_fake_bus_export (rig->bus->peer, rig->saver, SAVER_PATH);

  rig->compositor = bc_fake_compositor_new ();
  bc_fake_compositor_add_notifier (rig->compositor);
  rig->seat = bc_fake_compositor_add_seat (rig->compositor, 7);
  rig->wayland = bc_wayland_source_new (rig->compositor->path);
  start_flows (rig);
}

void
bc_away_rig_tear_down (BcAwayRig     *rig,
                       gconstpointer  data)
{
  bc_await_quiet ();
  g_assert_finalize_object (rig->reminders);
  g_assert_finalize_object (rig->flow);
  g_assert_finalize_object (rig->idle);
  g_assert_finalize_object (rig->lock);
  g_assert_finalize_object (rig->sleep);
  g_assert_finalize_object (rig->wayland);
  bc_away_rig_close_store (rig);
  g_assert_finalize_object (rig->settings);
  bc_fake_compositor_free (rig->compositor);
  g_clear_handle_id (&rig->saver_id, g_bus_unown_name);
  bc_fake_bus_settle (rig->bus, rig->bus->peer);
  g_object_unref (rig->saver);
  bc_fake_bus_free (rig->bus);
  bc_test_dir_remove (rig->dir);
  bc_fixture_tear_down (&rig->notices, data);
}

void
bc_away_rig_leave_crumb (BcAwayRig  *rig,
                         const char *text)
{
  g_autoptr (BcLine) line = bc_line_parse (text);
  guint before = bc_open_crumbs_get_count (rig->open);

  bc_store_add_async (rig->store, line, NULL, NULL, NULL, NULL);
  bc_await (bc_open_crumbs_get_count (rig->open) == before + 1);
}

void
bc_away_rig_tell (BcAwayRig *rig,
                  gboolean   idle)
{
  BcServiceStatus *status = bc_idle_get_status (rig->idle);
  guint before = bc_service_status_get_event_count (status);

  bc_fake_compositor_tell (rig->compositor, rig->seat, idle);
  bc_await (bc_service_status_get_event_count (status) == before + 1);
}

void
bc_away_rig_settle (BcAwayRig *rig,
                    gint64     us)
{
  gint64 until_us = g_get_monotonic_time () + 300 * 1000;

  bc_fixed_clock_advance (rig->notices.clock, us);
  /* Some more input: the flow looks at the clock, which its timer can't see pass, and gives the lockers time. */
  g_signal_emit_by_name (rig->idle, "active");
  bc_await (g_get_monotonic_time () > until_us);
}

void
bc_away_rig_lock (BcAwayRig *rig,
                  gboolean   locked)
{
  rig->saver_is_active = locked;
  if (rig->saver_id == 0)
    rig->saver_id = bc_fake_bus_own (rig->bus->peer, SAVER);
  else
    bc_fake_screen_saver_emit_active_changed (rig->saver, locked);
  bc_await (bc_lock_is_locked (rig->lock) == locked);
}

guint
bc_away_rig_count_shown (BcAwayRig *rig)
{
  guint before;

  /* They are shown one after the other: what was asked for before this one has been, too. */
  bc_fixture_await_signals (&rig->notices);
  before = rig->notices.daemon->shown->len - 1;
  g_ptr_array_set_size (rig->notices.daemon->shown, (int) before);

  return before;
}

const char *
bc_away_rig_await_shown (BcAwayRig *rig,
                         guint      count)
{
  bc_await (rig->notices.daemon->shown->len >= count);
  g_assert_cmpuint (rig->notices.daemon->shown->len, ==, count);

  return bc_fixture_get_shown (&rig->notices, count - 1)->summary;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-compositor.h"
#include "bc-idle-rig.h"

typedef struct {
  const char *backend;
  struct wl_global *(*add) (BcFakeCompositor *compositor);
} Protocol;

static const Protocol ext = { "wayland", bc_fake_compositor_add_notifier };
static const Protocol kde = { "wayland-kde", bc_fake_compositor_add_kde_idle };

typedef struct {
  const Protocol *protocol;
  BcFakeCompositor *compositor;
  BcWaylandSource *wayland;
  BcIdleRig rig;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->protocol = data;
  fixture->compositor = bc_fake_compositor_new ();
  fixture->wayland = bc_wayland_source_new (fixture->compositor->path);
  g_assert_nonnull (fixture->wayland);
  bc_idle_rig_set_up (&fixture->rig, NULL, NULL, fixture->wayland, NULL);
}

static void
drop_compositor (Fixture *fixture)
{
  g_clear_pointer (&fixture->compositor, bc_fake_compositor_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_idle_rig_tear_down (&fixture->rig);
  g_assert_finalize_object (fixture->wayland);
  if (fixture->compositor != NULL)
    drop_compositor (fixture);
}

static void
start (Fixture *fixture,
       guint    seconds)
{
  bc_idle_rig_start (&fixture->rig, seconds, fixture->protocol->backend);
}

static struct wl_global *
start_with_seat (Fixture *fixture,
                 guint    version,
                 guint    seconds)
{
  struct wl_global *seat = bc_fake_compositor_add_seat (fixture->compositor, version);

  fixture->protocol->add (fixture->compositor);
  start (fixture, seconds);
  bc_await (bc_fake_compositor_get (fixture->compositor, seat) != NULL);

  return seat;
}

static void
tell (Fixture          *fixture,
      struct wl_global *seat,
      gboolean          idle)
{
  bc_fake_compositor_tell (fixture->compositor, seat, idle);
  bc_await_quiet ();
}

static gboolean
has_threshold (Fixture          *fixture,
               struct wl_global *seat,
               guint             ms)
{
  BcFakeNotification *notification = bc_fake_compositor_get (fixture->compositor, seat);

  return notification != NULL && notification->timeout_ms == ms && fixture->compositor->notifications->len == 1;
}

static void
idle_twice (Fixture *fixture,
            guint    seat_version)
{
  struct wl_global *seat = start_with_seat (fixture, seat_version, 300);

  g_assert_true (has_threshold (fixture, seat, 300000));
  for (guint i = 1; i <= 2; i++)
    {
      tell (fixture, seat, TRUE);
      g_assert_cmpuint (fixture->rig.idles, ==, i);
      g_assert_cmpint (fixture->rig.silent_us, ==, 300 * G_USEC_PER_SEC);
      tell (fixture, seat, FALSE);
      g_assert_cmpuint (fixture->rig.actives, ==, i);
    }
  g_assert_cmpuint (bc_service_status_get_event_count (fixture->rig.status), ==, 4);
}

static void
test_idle_and_active (Fixture       *fixture,
                      gconstpointer  data)
{
  idle_twice (fixture, 7);
  g_assert_cmpstr (bc_service_status_get_reason (fixture->rig.status), ==,
                   "The Wayland compositor tells when you are idle.");
}

static void
test_oldest_seat (Fixture       *fixture,
                  gconstpointer  data)
{
  idle_twice (fixture, 1);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  struct wl_global *seat = start_with_seat (fixture, 7, 300);

  tell (fixture, seat, FALSE);
  g_assert_cmpuint (fixture->rig.actives, ==, 0);
  tell (fixture, seat, TRUE);
  tell (fixture, seat, TRUE);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  tell (fixture, seat, FALSE);
  tell (fixture, seat, FALSE);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
}

static void
test_two_seats (Fixture       *fixture,
                gconstpointer  data)
{
  struct wl_global *first = bc_fake_compositor_add_seat (fixture->compositor, 7);
  struct wl_global *second = start_with_seat (fixture, 7, 300);

  tell (fixture, first, TRUE);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);
  bc_fixed_clock_advance (fixture->rig.clock, 60 * G_USEC_PER_SEC);
  tell (fixture, second, TRUE);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  g_assert_cmpint (fixture->rig.silent_us, ==, 300 * G_USEC_PER_SEC);
  tell (fixture, first, FALSE);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
  tell (fixture, second, FALSE);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);

  /* The one in use is unplugged. */
  tell (fixture, second, TRUE);
  bc_fixed_clock_advance (fixture->rig.clock, 60 * G_USEC_PER_SEC);
  wl_global_destroy (first);
  bc_await (fixture->rig.idles == 2);
  g_assert_cmpint (fixture->rig.silent_us, ==, 360 * G_USEC_PER_SEC);
}

static void
test_seat_comes (Fixture       *fixture,
                 gconstpointer  data)
{
  struct wl_global *seat;

  fixture->protocol->add (fixture->compositor);
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_WAITING);
  bc_await (g_strcmp0 (bc_service_status_get_refusal (fixture->rig.status, fixture->protocol->backend),
                       "There is no keyboard or pointer yet.") == 0);

  seat = bc_fake_compositor_add_seat (fixture->compositor, 7);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_ACTIVE);
  bc_await (has_threshold (fixture, seat, 300000));
  tell (fixture, seat, TRUE);

  /* All are gone: nobody comes or goes. One is plugged in: somebody is there. */
  wl_global_destroy (seat);
  bc_await (fixture->compositor->notifications->len == 0);
  g_assert_cmpint (bc_service_status_get_state (fixture->rig.status), ==, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  g_assert_cmpuint (fixture->rig.actives, ==, 0);
  seat = bc_fake_compositor_add_seat (fixture->compositor, 1);
  bc_await (fixture->rig.actives == 1);
  bc_await (has_threshold (fixture, seat, 300000));
  tell (fixture, seat, TRUE);
  g_assert_cmpuint (fixture->rig.idles, ==, 2);
}

static void
test_threshold_changes (Fixture       *fixture,
                        gconstpointer  data)
{
  struct wl_global *seat = start_with_seat (fixture, 7, 300);

  bc_idle_set_threshold_s (fixture->rig.idle, 15);
  bc_await (has_threshold (fixture, seat, 15000));
  tell (fixture, seat, TRUE);
  g_assert_cmpint (fixture->rig.silent_us, ==, 15 * G_USEC_PER_SEC);

  /* Idle by this one too: told already, and the new one counts from the return. */
  bc_fixed_clock_advance (fixture->rig.clock, 10 * G_USEC_PER_SEC);
  bc_idle_set_threshold_s (fixture->rig.idle, 20);
  g_assert_true (has_threshold (fixture, seat, 15000));
  tell (fixture, seat, FALSE);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
  bc_await (has_threshold (fixture, seat, 20000));

  /* Not idle by this one. */
  tell (fixture, seat, TRUE);
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  g_assert_cmpuint (fixture->rig.actives, ==, 2);
  bc_await (has_threshold (fixture, seat, 300000));
  g_assert_cmpuint (fixture->rig.idles, ==, 2);

  bc_idle_set_threshold_s (fixture->rig.idle, 0);
  bc_await (fixture->compositor->notifications->len == 0);
}

static void
test_notifier_goes (Fixture       *fixture,
                    gconstpointer  data)
{
  struct wl_global *seat = bc_fake_compositor_add_seat (fixture->compositor, 7);
  struct wl_global *notifier;

  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->rig.status, "wayland"), ==,
                   "This Wayland compositor does not tell when the user is idle.");
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->rig.status, "wayland-kde"), ==,
                   "This Wayland compositor does not know KDE’s older protocol for idle time.");

  for (guint i = 1; i <= 2; i++)
    {
      notifier = fixture->protocol->add (fixture->compositor);
      bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_ACTIVE);
      bc_await (has_threshold (fixture, seat, 300000));
      tell (fixture, seat, TRUE);
      g_assert_cmpuint (fixture->rig.idles, ==, i);
      tell (fixture, seat, FALSE);
      wl_global_destroy (notifier);
      bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
    }
}

static void
test_compositor_lost (Fixture       *fixture,
                      gconstpointer  data)
{
  start_with_seat (fixture, 7, 300);
  drop_compositor (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->rig.status, fixture->protocol->backend), ==,
                   "The connection to the Wayland compositor was lost.");
  g_assert_true (bc_wayland_source_is_lost (fixture->wayland));
  bc_idle_set_threshold_s (fixture->rig.idle, 15);
  bc_idle_set_threshold_s (fixture->rig.idle, 0);
  bc_idle_set_threshold_s (fixture->rig.idle, 15);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
}

static void
test_lost_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  drop_compositor (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
}

static void
test_both (Fixture       *fixture,
           gconstpointer  data)
{
  struct wl_global *seat = bc_fake_compositor_add_seat (fixture->compositor, 7);
  struct wl_global *notifier;

  bc_fake_compositor_add_kde_idle (fixture->compositor);
  start (fixture, 300);
  bc_await (has_threshold (fixture, seat, 300000));

  /* The better one comes, and the other is let go. */
  fixture->protocol = &ext;
  notifier = bc_fake_compositor_add_notifier (fixture->compositor);
  bc_await (g_strcmp0 (bc_service_status_get_backend (fixture->rig.status), "wayland") == 0);
  bc_await (has_threshold (fixture, seat, 300000));
  g_assert_false (bc_fake_compositor_get (fixture->compositor, seat)->is_kde);

  /* It goes while somebody is away: the other one sees them come back, and nothing is told twice. */
  tell (fixture, seat, TRUE);
  wl_global_destroy (notifier);
  bc_await (g_strcmp0 (bc_service_status_get_backend (fixture->rig.status), "wayland-kde") == 0);
  bc_await (has_threshold (fixture, seat, 1000));
  tell (fixture, seat, TRUE);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  tell (fixture, seat, FALSE);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
  bc_await (has_threshold (fixture, seat, 300000));
}

static void
test_flood (Fixture       *fixture,
            gconstpointer  data)
{
  struct wl_global *seat = start_with_seat (fixture, 7, 300);

  /* As much at once as a compositor keeps for a client before it drops it. */
  for (guint i = 1; i <= 20; i++)
    {
      for (guint j = 0; j < 100; j++)
        bc_fake_compositor_tell (fixture->compositor, seat, j % 2 == 0);
      bc_await (fixture->rig.actives == i * 50);
    }
  g_assert_cmpuint (fixture->rig.idles, ==, 1000);
}

static void
test_late_event (Fixture       *fixture,
                 gconstpointer  data)
{
  struct wl_global *seat = start_with_seat (fixture, 7, 300);

  /* On its way when nobody wants it any more. */
  bc_fake_compositor_tell (fixture->compositor, seat, TRUE);
  bc_idle_set_threshold_s (fixture->rig.idle, 0);
  bc_await (fixture->compositor->notifications->len == 0);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);
}

static void
test_no_wayland (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcIdle *idle = bc_idle_new (NULL, NULL, NULL, NULL, BC_CLOCK (clock));
  BcServiceStatus *status = bc_idle_get_status (idle);

  g_assert_null (bc_wayland_source_new ("/nowhere/at-all"));
  bc_idle_set_threshold_s (idle, 300);
  bc_await (bc_service_status_get_state (status) == BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (status, "wayland"), ==, "This is not a Wayland session.");
  g_assert_finalize_object (idle);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add ("/desktop/idle/" path, Fixture, data, set_up, func, tear_down)
#define ADD_BOTH(path, func) ADD ("wayland/" path, &ext, func); ADD ("wayland-kde/" path, &kde, func)
  ADD_BOTH ("idle-and-active", test_idle_and_active);
  ADD_BOTH ("oldest-seat", test_oldest_seat);
  ADD_BOTH ("hostile", test_hostile);
  ADD_BOTH ("two-seats", test_two_seats);
  ADD_BOTH ("seat-comes", test_seat_comes);
  ADD_BOTH ("threshold-changes", test_threshold_changes);
  ADD_BOTH ("notifier-goes", test_notifier_goes);
  ADD_BOTH ("compositor-lost", test_compositor_lost);
  ADD_BOTH ("lost-at-once", test_lost_at_once);
  ADD_BOTH ("flood", test_flood);
  ADD_BOTH ("late-event", test_late_event);
  ADD ("wayland/better-comes-and-goes", &kde, test_both);
#undef ADD_BOTH
#undef ADD
  g_test_add_func ("/desktop/idle/no-wayland", test_no_wayland);

  return g_test_run ();
}

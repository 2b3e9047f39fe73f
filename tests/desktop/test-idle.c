/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-fakes.h"
#include "bc-idle-rig.h"
#include "bc-x-server.h"

static const guint8 some_key[] = { BC_KEY_A, 0 };

typedef struct {
  BcXServer *server;
  BcX11Connection *x11;
  BcFakeBus *bus;
  BcIdleRig rig;
  BcFakeSessionManager *session_manager;
  guint session_manager_id;
  guint asked;
  gboolean inhibited;
  gboolean hostile;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->server = bc_x_server_new ();
  fixture->x11 = bc_x11_connection_new (fixture->server->display);
  fixture->bus = bc_fake_bus_new ();
  bc_idle_rig_set_up (&fixture->rig, fixture->bus->client, fixture->bus->client, NULL, fixture->x11);
  bc_x_server_tap (fixture->server, some_key);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_handle_id (&fixture->session_manager_id, g_bus_unown_name);
  g_clear_object (&fixture->session_manager);
  bc_idle_rig_tear_down (&fixture->rig);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_finalize_object (fixture->x11);
  bc_fake_bus_free (fixture->bus);
  bc_x_server_free (fixture->server);
}

static void
start (Fixture *fixture,
       guint    seconds)
{
  bc_idle_rig_start (&fixture->rig, seconds, "x11");
}

static void
test_idle_and_active (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_cmpint (bc_service_status_get_state (fixture->rig.status), ==, BC_SERVICE_STATE_OFF);
  start (fixture, 1);
  for (guint i = 1; i <= 2; i++)
    {
      bc_await (fixture->rig.idles == i);
      g_assert_cmpuint (fixture->rig.actives, ==, i - 1);
      g_assert_cmpint (fixture->rig.silent_us, >=, G_USEC_PER_SEC);
      g_assert_cmpint (fixture->rig.silent_us, <, 2 * G_USEC_PER_SEC);

      bc_x_server_tap (fixture->server, some_key);
      bc_await (fixture->rig.actives == i);
      g_assert_cmpuint (fixture->rig.idles, ==, i);
    }
  g_assert_cmpuint (bc_service_status_get_event_count (fixture->rig.status), ==, 4);
  g_assert_cmpstr (bc_service_status_get_last_event (fixture->rig.status), ==, "active");
}

static void
test_pointer (Fixture       *fixture,
              gconstpointer  data)
{
  start (fixture, 1);
  bc_await (fixture->rig.idles == 1);
  bc_x_server_move_pointer (fixture->server, 3, 3);
  bc_await (fixture->rig.actives == 1);
}

static void
test_threshold_changes (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 started_us = g_get_monotonic_time ();

  start (fixture, 7200);
  bc_await (g_get_monotonic_time () - started_us > 1500 * 1000);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);

  /* Already idle by the new threshold. */
  bc_idle_set_threshold_s (fixture->rig.idle, 1);
  started_us = g_get_monotonic_time ();
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpint (g_get_monotonic_time () - started_us, <, 500 * 1000);
  g_assert_cmpint (fixture->rig.silent_us, >=, 1500 * 1000);

  /* Once more, told already. */
  bc_idle_set_threshold_s (fixture->rig.idle, 2);
  bc_x_server_tap (fixture->server, some_key);
  bc_await (fixture->rig.actives == 1);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 stopped_us;

  start (fixture, 1);
  bc_idle_set_threshold_s (fixture->rig.idle, 0);
  g_assert_cmpint (bc_service_status_get_state (fixture->rig.status), ==, BC_SERVICE_STATE_OFF);
  stopped_us = g_get_monotonic_time ();
  bc_await (g_get_monotonic_time () - stopped_us > 1500 * 1000);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);
}

static gboolean
is_inhibited_cb (BcFakeSessionManager  *fake,
                 GDBusMethodInvocation *invocation,
                 guint                  flags,
                 Fixture               *fixture)
{
  g_assert_cmpuint (flags, ==, 8);
  fixture->asked++;
  if (fixture->hostile)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Error", "no");
  else
    bc_fake_session_manager_complete_is_inhibited (fake, invocation, fixture->inhibited);

  return TRUE;
}

static void
offer_session_manager (Fixture *fixture)
{
  fixture->session_manager = bc_fake_session_manager_skeleton_new ();
  g_signal_connect (fixture->session_manager, "handle-is-inhibited", G_CALLBACK (is_inhibited_cb), fixture);
  bc_fake_bus_export (fixture->bus->peer, fixture->session_manager, "/org/gnome/SessionManager");
  fixture->session_manager_id = bc_fake_bus_own (fixture->bus->peer, "org.gnome.SessionManager");
}

static void
test_film (Fixture       *fixture,
           gconstpointer  data)
{
  offer_session_manager (fixture);
  fixture->inhibited = TRUE;
  start (fixture, 1);
  bc_await (fixture->asked == 2);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);

  /* The film ends: silence counts from when it was last seen running. */
  fixture->inhibited = FALSE;
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpint (fixture->rig.silent_us, >=, 900 * 1000);
  g_assert_cmpint (fixture->rig.silent_us, <, 2 * G_USEC_PER_SEC);

  bc_x_server_tap (fixture->server, some_key);
  bc_await (fixture->rig.actives == 1);
  bc_await (fixture->rig.idles == 2);
  g_assert_cmpint (fixture->rig.silent_us, <, 2 * G_USEC_PER_SEC);
}

static void
test_film_and_input (Fixture       *fixture,
                     gconstpointer  data)
{
  offer_session_manager (fixture);
  fixture->inhibited = TRUE;
  start (fixture, 1);
  bc_await (fixture->asked == 1);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  bc_x_server_tap (fixture->server, some_key);
  fixture->inhibited = FALSE;
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpuint (fixture->rig.actives, ==, 0);
  g_assert_cmpint (fixture->rig.silent_us, <, 2 * G_USEC_PER_SEC);
}

static gboolean
has_inhibit_cb (BcFakePowerManagement *fake,
                GDBusMethodInvocation *invocation,
                Fixture               *fixture)
{
  bc_fake_power_management_complete_has_inhibit (fake, invocation, TRUE);

  return TRUE;
}

static gboolean
has_inhibition_cb (BcFakePolicyAgent     *fake,
                   GDBusMethodInvocation *invocation,
                   guint                  types,
                   Fixture               *fixture)
{
  g_assert_cmpuint (types, ==, 4);
  fixture->asked++;
  bc_fake_policy_agent_complete_has_inhibition (fake, invocation, fixture->inhibited);

  return TRUE;
}

static void
test_film_and_download_on_kde (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (BcFakePowerManagement) power = bc_fake_power_management_skeleton_new ();
  g_autoptr (BcFakePolicyAgent) agent = bc_fake_policy_agent_skeleton_new ();
  guint power_id, agent_id;

  g_signal_connect (power, "handle-has-inhibit", G_CALLBACK (has_inhibit_cb), fixture);
  g_signal_connect (agent, "handle-has-inhibition", G_CALLBACK (has_inhibition_cb), fixture);
  bc_fake_bus_export (fixture->bus->peer, power, "/org/freedesktop/PowerManagement/Inhibit");
  bc_fake_bus_export (fixture->bus->peer, agent, "/org/kde/Solid/PowerManagement/PolicyAgent");
  power_id = bc_fake_bus_own (fixture->bus->peer, "org.freedesktop.PowerManagement");
  agent_id = bc_fake_bus_own (fixture->bus->peer, "org.kde.Solid.PowerManagement");

  fixture->inhibited = TRUE;
  start (fixture, 1);
  bc_await (fixture->asked == 1);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);

  /* The film is over, a download goes on. */
  fixture->inhibited = FALSE;
  bc_await (fixture->rig.idles == 1);
  g_bus_unown_name (power_id);
  g_bus_unown_name (agent_id);
}

static void
test_power_management (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (BcFakePowerManagement) power = bc_fake_power_management_skeleton_new ();
  gint64 started_us = g_get_monotonic_time ();
  guint id;

  g_signal_connect (power, "handle-has-inhibit", G_CALLBACK (has_inhibit_cb), fixture);
  bc_fake_bus_export (fixture->bus->peer, power, "/org/freedesktop/PowerManagement/Inhibit");
  id = bc_fake_bus_own (fixture->bus->peer, "org.freedesktop.PowerManagement");
  start (fixture, 1);
  bc_await (g_get_monotonic_time () - started_us > 1500 * 1000);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);
  g_bus_unown_name (id);
}

static void
test_logind_inhibitor (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (BcFakeLogin1Manager) fake = bc_fake_login1_manager_skeleton_new ();
  gint64 started_us = g_get_monotonic_time ();
  guint id;

  bc_fake_login1_manager_set_block_inhibited (fake, "shutdown:idle:handle-lid-switch");
  bc_fake_bus_export (fixture->bus->peer, fake, "/org/freedesktop/login1");
  id = bc_fake_bus_own (fixture->bus->peer, "org.freedesktop.login1");

  start (fixture, 1);
  bc_await (g_get_monotonic_time () - started_us > 1500 * 1000);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);
  bc_fake_login1_manager_set_block_inhibited (fake, "shutdown:idler");
  bc_await (fixture->rig.idles == 1);
  g_bus_unown_name (id);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BcFakeLogin1User) wrong = bc_fake_login1_user_skeleton_new ();
  guint id;

  offer_session_manager (fixture);
  bc_fake_bus_export (fixture->bus->peer, wrong, "/org/freedesktop/PowerManagement/Inhibit");
  id = bc_fake_bus_own (fixture->bus->peer, "org.freedesktop.PowerManagement");

  fixture->hostile = TRUE;
  start (fixture, 1);
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpuint (fixture->asked, ==, 1);
  g_bus_unown_name (id);
}

static void
test_late_reply (Fixture       *fixture,
                 gconstpointer  data)
{
  BcIdle *other = bc_idle_new (fixture->bus->client, NULL, NULL, fixture->x11, BC_CLOCK (fixture->rig.clock));
  gint64 started_us = g_get_monotonic_time ();

  bc_await (g_get_monotonic_time () - started_us > 1200 * 1000);
  bc_idle_set_threshold_s (other, 1);
  g_object_unref (other);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
}

static void
test_server_lost (Fixture       *fixture,
                  gconstpointer  data)
{
  start (fixture, 1);
  bc_x_server_kill (fixture->server);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  bc_idle_set_threshold_s (fixture->rig.idle, 2);
  bc_idle_set_threshold_s (fixture->rig.idle, 0);
}

static void
test_no_x11 (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcIdle *idle = bc_idle_new (NULL, NULL, NULL, NULL, BC_CLOCK (clock));
  BcServiceStatus *status = bc_idle_get_status (idle);

  bc_idle_set_threshold_s (idle, 300);
  bc_await (bc_service_status_get_state (status) == BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (status, "x11"), ==, "This is not an X11 session.");
  g_assert_finalize_object (idle);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/desktop/idle/x11/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("idle-and-active", test_idle_and_active);
  ADD ("pointer", test_pointer);
  ADD ("threshold-changes", test_threshold_changes);
  ADD ("stopped", test_stopped);
  ADD ("film", test_film);
  ADD ("film-and-input", test_film_and_input);
  ADD ("film-and-download-on-kde", test_film_and_download_on_kde);
  ADD ("power-management", test_power_management);
  ADD ("logind-inhibitor", test_logind_inhibitor);
  ADD ("hostile", test_hostile);
  ADD ("late-reply", test_late_reply);
  ADD ("server-lost", test_server_lost);
#undef ADD
  g_test_add_func ("/desktop/idle/no-x11", test_no_x11);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-x-server.h"
#include "focus/bc-focus.h"
#include "hotkey/bc-hotkey.h"
#include "idle/bc-idle.h"
#include "lock/bc-lock.h"
#include "sleep/bc-sleep.h"

#include <sys/resource.h>

#define QUIET_S 3

static int (*real_poll) (GPollFD *fds, guint n, int timeout_ms);
static guint wakeups;

static int
counting_poll (GPollFD *fds,
               guint    n,
               int      timeout_ms)
{
  int ready = real_poll (fds, n, timeout_ms);

  wakeups++;

  return ready;
}

static gboolean
end_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static glong
count_switches (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_nvcsw;
}

static void
test_quiet (void)
{
  g_autoptr (BcXServer) server = bc_x_server_new ();
  g_autoptr (BcFakeBus) bus = bc_fake_bus_new ();
  g_autoptr (BcClock) clock = bc_clock_new ();
  g_autoptr (BcX11Connection) x11 = bc_x11_connection_new (server->display);
  BcHotkey *hotkey = bc_hotkey_new (BC_APP_ID, NULL, x11, clock);
  BcIdle *idle = bc_idle_new (bus->client, bus->client, NULL, x11, clock);
  BcLock *lock = bc_lock_new (bus->client, bus->client, NULL, clock);
  BcSleep *sleep = bc_sleep_new (bus->client, clock);
  BcFocus *focus = bc_focus_new (x11);
  gboolean ended = FALSE;
  glong switches;

  bc_hotkey_set_accelerator (hotkey, "<Super><Shift>b");
  bc_idle_set_threshold_s (idle, 300);
  bc_await (bc_service_status_get_state (bc_hotkey_get_status (hotkey)) == BC_SERVICE_STATE_ACTIVE);
  bc_await (bc_service_status_get_state (bc_idle_get_status (idle)) == BC_SERVICE_STATE_ACTIVE);
  bc_await (bc_service_status_get_state (bc_sleep_get_status (sleep)) == BC_SERVICE_STATE_ACTIVE);
  bc_fake_bus_settle (bus, bus->peer);

  g_timeout_add_seconds (QUIET_S, end_cb, &ended);
  real_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, counting_poll);
  switches = count_switches ();
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  switches = count_switches () - switches;
  g_main_context_set_poll_func (NULL, real_poll);

  /* The test's own timer wakes it, once or, for its rounding, twice. */
  g_test_message ("in %d s: %u wakeups, %ld voluntary context switches", QUIET_S, wakeups, switches);
  g_assert_cmpuint (wakeups, <=, 2);

  g_assert_finalize_object (hotkey);
  g_assert_finalize_object (idle);
  g_assert_finalize_object (lock);
  g_assert_finalize_object (sleep);
  g_assert_finalize_object (focus);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desktop/quiet", test_quiet);

  return g_test_run ();
}

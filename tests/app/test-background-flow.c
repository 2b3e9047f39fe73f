/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-background-flow.h"
#include "bc-fake-bus.h"
#include "bc-fixed-clock.h"
#include "bc-portal-fakes.h"
#include "bc-test-dir.h"

typedef struct {
  char *dir;
  BcFakeBus *bus;
  BcFakeBackground *portal;
  guint name_id;
  char *said;
  BcFixedClock *clock;
  BcSettings *settings;
  BcStore *store;
  BcOpenCrumbs *open;
  BcPauseWatch *pause;
  BcServiceStatus *tray;
  BcBackground *background;
  BcBackgroundFlow *flow;
} Fixture;

static gboolean
set_status_cb (BcFakeBackground      *portal,
               GDBusMethodInvocation *call,
               GVariant              *options,
               Fixture               *fixture)
{
  g_clear_pointer (&fixture->said, g_free);
  g_assert_true (g_variant_lookup (options, "message", "s", &fixture->said));
  bc_fake_background_complete_set_status (portal, call);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_assert_true (bc_store_open_finish (BC_STORE (source), result, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->dir = bc_test_dir_new ();
  path = g_build_filename (fixture->dir, "breadcrumbs.db", NULL);
  fixture->bus = bc_fake_bus_new ();
  fixture->portal = bc_fake_background_skeleton_new ();
  g_signal_connect (fixture->portal, "handle-set-status", G_CALLBACK (set_status_cb), fixture);
  bc_fake_bus_export (fixture->bus->peer, fixture->portal, "/org/freedesktop/portal/desktop");
  fixture->name_id = bc_fake_bus_own (fixture->bus->peer, "org.freedesktop.portal.Desktop");

  fixture->clock = bc_fixed_clock_new ();
  fixture->settings = bc_settings_new (NULL);
  fixture->store = bc_store_new (path, BC_CLOCK (fixture->clock));
  bc_store_open_async (fixture->store, NULL, opened_cb, NULL);
  fixture->open = bc_open_crumbs_new (fixture->store);
  fixture->pause = bc_pause_watch_new (fixture->settings, BC_CLOCK (fixture->clock));
  fixture->tray = bc_service_status_new ("tray");
  bc_service_status_set (fixture->tray, BC_SERVICE_STATE_WAITING, NULL, NULL);
  fixture->background = bc_background_new (BC_APP_ID);
  fixture->flow = bc_background_flow_new (fixture->background, fixture->tray, fixture->pause, fixture->open);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->flow);
  g_object_unref (fixture->background);
  g_assert_finalize_object (fixture->pause);
  g_object_unref (fixture->tray);
  g_object_unref (fixture->open);
  bc_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->settings);
  bc_await_quiet ();
  g_object_unref (fixture->clock);
  g_bus_unown_name (fixture->name_id);
  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (fixture->portal));
  g_object_unref (fixture->portal);
  bc_fake_bus_free (fixture->bus);
  bc_test_dir_remove (fixture->dir);
  g_free (fixture->said);
}

static void
set_tray (Fixture        *fixture,
          BcServiceState  state)
{
  bc_service_status_set (fixture->tray, state, NULL, NULL);
}

static void
add (Fixture    *fixture,
     const char *text)
{
  g_autoptr (BcLine) line = bc_line_parse (text);

  bc_store_add_async (fixture->store, line, NULL, NULL, NULL, NULL);
}

/* Given a desktop without a tray, then it hears how much is open, and not a word of the user's. */
static void
test_no_tray (Fixture       *fixture,
              gconstpointer  data)
{
  set_tray (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  bc_await (g_strcmp0 (fixture->said, "No breadcrumb open") == 0);
  add (fixture, "secret");
  bc_await (g_strcmp0 (fixture->said, "1 breadcrumb open") == 0);
  add (fixture, "other secret");
  bc_await (g_strcmp0 (fixture->said, "2 breadcrumbs open") == 0);

  bc_settings_set_reminders_paused_until_us (fixture->settings, BC_SETTINGS_PAUSED_FOR_GOOD);
  bc_await (g_strcmp0 (fixture->said, "Reminders paused") == 0);
  bc_settings_set_reminders_paused_until_us (fixture->settings, 0);
  bc_await (g_strcmp0 (fixture->said, "2 breadcrumbs open") == 0);
}

/* Given a tray that appears, then the icon tells it, and nobody else. */
static void
test_tray_appears (Fixture       *fixture,
                   gconstpointer  data)
{
  set_tray (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  bc_await (g_strcmp0 (fixture->said, "No breadcrumb open") == 0);
  set_tray (fixture, BC_SERVICE_STATE_ACTIVE);
  bc_await (g_strcmp0 (fixture->said, "") == 0);
  g_assert_cmpint (bc_service_status_get_state (bc_background_get_status (fixture->background)), ==,
                   BC_SERVICE_STATE_OFF);
}

/* Given a panel that only restarts, then nothing is said meanwhile. */
static void
test_panel_restarts (Fixture       *fixture,
                     gconstpointer  data)
{
  set_tray (fixture, BC_SERVICE_STATE_ACTIVE);
  set_tray (fixture, BC_SERVICE_STATE_WAITING);
  set_tray (fixture, BC_SERVICE_STATE_ACTIVE);
  bc_await_quiet ();
  g_assert_null (fixture->said);
  g_assert_cmpint (bc_service_status_get_state (bc_background_get_status (fixture->background)), ==,
                   BC_SERVICE_STATE_OFF);
}

#define ADD(path, test) g_test_add ("/app/background-flow/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("no-tray", test_no_tray);
  ADD ("tray-appears", test_tray_appears);
  ADD ("panel-restarts", test_panel_restarts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-portal.h"
#include "bc-fixed-clock.h"
#include "bc-x-server.h"
#include "hotkey/bc-hotkey.h"

#define KEY "<Super><Shift>b"

static const guint8 chord[] = { BC_KEY_SUPER, BC_KEY_SHIFT, BC_KEY_B, 0 };

static const BcFakePortalKind granting = { .version = 2, .registry = TRUE, .trigger = "Meta+Shift+B" };
static const BcFakePortalKind refusing = { .version = 2, .registry = TRUE, .answer = 2 };

typedef struct {
  BcFakeBus *bus;
  BcFakePortal *portal;
  BcXServer *server;
  BcX11Connection *x11;
  BcFixedClock *clock;
  BcHotkey *hotkey;
  BcServiceStatus *status;
  guint activations;
} Fixture;

static void
activated_cb (Fixture    *fixture,
              guint       time,
              const char *token)
{
  fixture->activations++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_setenv ("XDG_CURRENT_DESKTOP", "XFCE", TRUE);
  fixture->bus = bc_fake_bus_new ();
  fixture->portal = bc_fake_portal_new (fixture->bus, data);
  fixture->server = bc_x_server_new ();
  fixture->x11 = bc_x11_connection_new (fixture->server->display);
  fixture->clock = bc_fixed_clock_new ();
  fixture->hotkey = bc_hotkey_new (BC_APP_ID, NULL, fixture->x11, BC_CLOCK (fixture->clock));
  fixture->status = bc_hotkey_get_status (fixture->hotkey);
  g_signal_connect_swapped (fixture->hotkey, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->hotkey);
  bc_await_quiet ();
  g_assert_finalize_object (fixture->x11);
  bc_x_server_free (fixture->server);
  bc_fake_portal_free (fixture->portal);
  bc_fake_bus_free (fixture->bus);
  g_object_unref (fixture->clock);
}

static void
await_backend (Fixture    *fixture,
               const char *backend)
{
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_ACTIVE &&
            g_strcmp0 (bc_service_status_get_backend (fixture->status), backend) == 0);
}

/* What the server had to tell of it has been heard after this. */
static void
type_chord (Fixture *fixture)
{
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (fixture->x11);

  bc_x_server_tap (fixture->server, chord);
  free (xcb_get_input_focus_reply (xcb, xcb_get_input_focus (xcb), NULL));
  bc_await_quiet ();
}

static void
assert_grabbed (Fixture  *fixture,
                gboolean  grabbed)
{
  guint before = fixture->activations;

  type_chord (fixture);
  g_assert_cmpuint (fixture->activations, ==, grabbed ? before + 1 : before);
}

static void
test_denied (Fixture       *fixture,
             gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_backend (fixture, "x11");
  g_assert_nonnull (strstr (bc_service_status_get_refusal (fixture->status, "portal"), "did not allow"));
  assert_grabbed (fixture, TRUE);
}

static void
test_climbs_and_steps_down (Fixture       *fixture,
                            gconstpointer  data)
{
  bc_fake_portal_vanish (fixture->portal);
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_backend (fixture, "x11");
  assert_grabbed (fixture, TRUE);

  bc_fake_portal_appear (fixture->portal);
  await_backend (fixture, "portal");
  assert_grabbed (fixture, FALSE);
  bc_fake_portal_press (fixture->portal);
  bc_await (fixture->activations == 2);
  bc_fake_portal_release (fixture->portal);

  bc_fake_portal_vanish (fixture->portal);
  await_backend (fixture, "x11");
  assert_grabbed (fixture, TRUE);
}

/* The desktop asks the user, who is away: the grab serves meanwhile. */
static void
test_serves_while_asked (Fixture       *fixture,
                         gconstpointer  data)
{
  fixture->portal->silent_bind = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_backend (fixture, "x11");
  assert_grabbed (fixture, TRUE);
  bc_fake_portal_answer (fixture->portal);
  await_backend (fixture, "portal");
  assert_grabbed (fixture, FALSE);
}

/* A key that makes no sense takes nothing from the desktop's own binding. */
static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, "<Supper>b");
  await_backend (fixture, "portal");
  g_assert_null (fixture->portal->preferred);

  bc_fake_portal_vanish (fixture->portal);
  bc_await (bc_service_status_get_refusal (fixture->status, "x11") != NULL);
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_WAITING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, portal, func) g_test_add ("/desktop/hotkey/ladder/" path, Fixture, &portal, set_up, func, tear_down)
  ADD ("denied", refusing, test_denied);
  ADD ("climbs-and-steps-down", granting, test_climbs_and_steps_down);
  ADD ("serves-while-asked", granting, test_serves_while_asked);
  ADD ("malformed", granting, test_malformed);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-portal.h"
#include "bc-fixed-clock.h"
#include "hotkey/bc-hotkey.h"
#include "hotkey/bc-portal-trigger.h"

#define KEY "<Super><Shift>b"

typedef struct {
  const char *desktop;
  BcFakePortalKind portal;
} Desktop;

typedef struct {
  BcFakeBus *bus;
  BcFakePortal *portal;
  BcFixedClock *clock;
  BcHotkey *hotkey;
  BcServiceStatus *status;
  guint activations;
  char *token;
} Fixture;

static const Desktop plasma_5_27 = { "KDE", { .version = 1, .binds_on_create = TRUE, .remembers = TRUE,
                                              .trigger = "Meta+Shift+B", .repeats = TRUE } };
static const Desktop plasma_6_3 = { "KDE", { .version = 1, .registry = TRUE, .remembers = TRUE,
                                             .trigger = "Meta+Shift+B", .repeats = TRUE } };
static const Desktop plasma_6_7 = { "KDE", { .version = 2, .registry = TRUE, .remembers = TRUE,
                                             .trigger = "Meta+Shift+B" } };
static const Desktop gnome_48 = { "GNOME", { .version = 1, .registry = TRUE, .answer = 2, .announces = TRUE,
                                             .trigger = "Press <Shift><Super>b", .repeats = TRUE } };
static const Desktop gnome_50 = { "ubuntu:GNOME", { .version = 1, .registry = TRUE, .announces = TRUE,
                                                    .trigger = "Press <Shift><Super>b", .repeats = TRUE,
                                                    .token = "token-1" } };
/* Its newer frontend drops what the backend needs, so that nothing is ever bound. */
static const Desktop plasma_5_27_filtered = { "KDE", { .version = 1, .registry = TRUE, .trigger = NULL } };
static const Desktop hyprland = { "Hyprland", { .version = 1, .registry = TRUE, .trigger = "" } };
static const Desktop refusing = { "GNOME", { .version = 1, .registry = TRUE, .answer = 2 } };
static const Desktop lacking = { "sway", { .version = 0 } };

static void
activated_cb (Fixture    *fixture,
              guint       time,
              const char *token)
{
  fixture->activations++;
  g_assert_cmpuint (time, ==, 0);
  g_free (fixture->token);
  fixture->token = g_strdup (token);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Desktop *desktop = data;

  g_setenv ("XDG_CURRENT_DESKTOP", desktop->desktop, TRUE);
  fixture->bus = bc_fake_bus_new ();
  fixture->portal = bc_fake_portal_new (fixture->bus, &desktop->portal);
  fixture->clock = bc_fixed_clock_new ();
  fixture->hotkey = bc_hotkey_new (BC_APP_ID, NULL, NULL, BC_CLOCK (fixture->clock));
  fixture->status = bc_hotkey_get_status (fixture->hotkey);
  g_signal_connect_swapped (fixture->hotkey, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->hotkey != NULL)
    g_object_unref (fixture->hotkey);
  bc_await_quiet ();
  bc_fake_portal_free (fixture->portal);
  bc_fake_bus_free (fixture->bus);
  g_object_unref (fixture->clock);
  g_free (fixture->token);
}

static void
await_state (Fixture        *fixture,
             BcServiceState  state)
{
  bc_await (bc_service_status_get_state (fixture->status) == state);
}

static void
bind_well (Fixture *fixture)
{
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpstr (bc_service_status_get_backend (fixture->status), ==, "portal");
}

static void
assert_reason_has (Fixture    *fixture,
                   const char *text)
{
  g_assert_nonnull (strstr (bc_service_status_get_reason (fixture->status), text));
}

static void
assert_press_activates (Fixture *fixture)
{
  guint before = fixture->activations;

  bc_fake_portal_press (fixture->portal);
  bc_await (fixture->activations > before);
  bc_fake_portal_press (fixture->portal);
  bc_fake_portal_release (fixture->portal);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  bc_fake_portal_press (fixture->portal);
  bc_await (fixture->activations == before + 2);
  bc_fake_portal_release (fixture->portal);
}

static void
test_works (Fixture       *fixture,
            gconstpointer  data)
{
  const Desktop *desktop = data;

  bind_well (fixture);
  g_assert_cmpstr (fixture->portal->preferred, ==, "SHIFT+LOGO+b");
  assert_press_activates (fixture);
  g_assert_cmpstr (fixture->token, ==, desktop->portal.token);
  assert_reason_has (fixture, *desktop->portal.trigger != '\0' ? desktop->portal.trigger : "does not tell");
  g_assert_cmpuint (fixture->portal->settings_opened, ==, desktop->portal.binds_on_create ? 0 : 1);
}

static void
test_next_login (Fixture       *fixture,
                 gconstpointer  data)
{
  const Desktop *desktop = data;

  bind_well (fixture);
  bind_well (fixture);
  bc_await (fixture->portal->closed == 1);
  g_assert_cmpuint (fixture->portal->sessions, ==, 2);
  assert_press_activates (fixture);
  /* Plasma before the second version opens its settings at each binding. */
  g_assert_cmpuint (fixture->portal->settings_opened, ==,
                    g_str_equal (desktop->desktop, "KDE") && desktop->portal.version < 2 ? 1 : 2);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  assert_reason_has (fixture, "did not allow");

  /* The question is not put again, though the portal restarts. */
  bc_fake_portal_vanish (fixture->portal);
  bc_fake_portal_appear (fixture->portal);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  g_assert_cmpuint (fixture->portal->sessions, ==, 1);
}

static gboolean
may_ask (Fixture *fixture)
{
  gboolean asks;

  g_object_get (fixture->hotkey, "may-ask", &asks, NULL);

  return asks;
}

static void
log_in_again (Fixture *fixture)
{
  guint sessions = fixture->portal->sessions;

  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->sessions == sessions + 1);
  bc_await (bc_service_status_get_state (fixture->status) != BC_SERVICE_STATE_WAITING);
}

/* What a desktop refuses by itself may be another matter tomorrow. */
static void
test_refused_at_once (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_true (may_ask (fixture));
}

/* A person who says no is not asked at the next login, but when she wants to be. */
static void
test_declined (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->portal->silent_bind = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->settings_opened == 1);
  bc_fixed_clock_advance (fixture->clock, 3 * G_USEC_PER_SEC);
  bc_fake_portal_answer (fixture->portal);
  bc_await (!may_ask (fixture));
  fixture->portal->silent = FALSE;
  fixture->portal->silent_bind = FALSE;

  log_in_again (fixture);
  g_assert_cmpuint (fixture->portal->settings_opened, ==, 1);
  assert_reason_has (fixture, "did not allow");

  g_object_set (fixture->hotkey, "may-ask", TRUE, NULL);
  log_in_again (fixture);
  g_assert_cmpuint (fixture->portal->settings_opened, ==, 2);
}

/* The system settings open once, and not at each login. */
static void
test_never_binds (Fixture       *fixture,
                  gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_false (may_ask (fixture));
  log_in_again (fixture);
  g_assert_cmpuint (fixture->portal->settings_opened, ==, 1);
}

static void
test_allowed_in_settings (Fixture       *fixture,
                          gconstpointer  data)
{
  g_object_set (fixture->hotkey, "may-ask", FALSE, NULL);
  fixture->portal->remembered = TRUE;
  bind_well (fixture);
  assert_press_activates (fixture);
}

static void
test_configure (Fixture       *fixture,
                gconstpointer  data)
{
  const Desktop *desktop = data;
  gboolean can;

  bc_hotkey_configure (fixture->hotkey, NULL);
  bind_well (fixture);
  bc_hotkey_configure (fixture->hotkey, "token-2");
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  g_object_get (fixture->hotkey, "can-configure", &can, NULL);
  if (desktop->portal.version < 2)
    {
      g_assert_false (can);
      g_assert_cmpuint (fixture->portal->configured, ==, 0);
      return;
    }

  g_assert_true (can);
  bc_await (fixture->portal->configured == 1);
  g_assert_cmpstr (fixture->portal->configure_token, ==, "token-2");
  bc_fake_portal_vanish (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_WAITING);
  g_object_get (fixture->hotkey, "can-configure", &can, NULL);
  g_assert_false (can);
}

/* The user bound the command to the same key as well. */
static void
test_twice_bound (Fixture       *fixture,
                  gconstpointer  data)
{
  bind_well (fixture);
  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  bc_fake_portal_press (fixture->portal);
  bc_await (fixture->activations == 1);
  bc_fixed_clock_advance (fixture->clock, 100 * G_TIME_SPAN_MILLISECOND);
  bc_hotkey_take_command (fixture->hotkey, NULL);
  g_assert_cmpuint (fixture->activations, ==, 1);

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  bc_hotkey_take_command (fixture->hotkey, NULL);
  g_assert_cmpuint (fixture->activations, ==, 2);
  g_assert_cmpstr (bc_service_status_get_last_event (fixture->status), ==, "activated by command");
  g_assert_cmpstr (bc_service_status_get_backend (fixture->status), ==, "portal");
}

static void
test_lacking (Fixture       *fixture,
              gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  assert_reason_has (fixture, "does not offer");
}

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  bc_fake_portal_vanish (fixture->portal);
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  assert_reason_has (fixture, "no portal");

  bc_fake_portal_appear (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  assert_press_activates (fixture);
}

static void
test_restarting (Fixture       *fixture,
                 gconstpointer  data)
{
  bind_well (fixture);
  bc_fake_portal_vanish (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_WAITING);
  bc_fake_portal_appear (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  assert_press_activates (fixture);
}

static void
test_session_closed (Fixture       *fixture,
                     gconstpointer  data)
{
  bind_well (fixture);
  bc_fake_portal_close_session (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_WAITING);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpuint (fixture->portal->sessions, ==, 2);
  assert_press_activates (fixture);
}

static void
test_silent (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->portal->silent = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (bc_service_status_get_reason (fixture->status) != NULL);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_WAITING);
  g_assert_nonnull (bc_service_status_get_refusal (fixture->status, "portal"));

  fixture->portal->silent = FALSE;
  bc_fake_portal_answer (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  g_assert_null (bc_service_status_get_refusal (fixture->status, "portal"));
  assert_press_activates (fixture);
}

static void
test_late_reply (Fixture       *fixture,
                 gconstpointer  data)
{
  fixture->portal->silent = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->held_path != NULL);
  bc_hotkey_set_accelerator (fixture->hotkey, "");
  bc_await (fixture->portal->requests_closed == 1);
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->sessions == 2);
  g_clear_object (&fixture->hotkey);
  bc_fake_portal_answer (fixture->portal);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
}

static void
test_foreign_handle (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture->portal->silent = TRUE;
  fixture->portal->foreign = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->held_path != NULL);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  bc_await (bc_service_status_get_reason (fixture->status) != NULL);
  fixture->portal->silent = FALSE;
  fixture->portal->foreign = FALSE;
  bc_fake_portal_answer (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
}

static void
test_hostile_session (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const results[] = {
    "{'session_handle': <42>}",
    "{'session_handle': <'no path'>}",
    "{'session_handle': <'/org/freedesktop/portal/desktop/request/1_1/x'>}",
    "{'session_handle': <'/org/freedesktop/portal/desktop/session/1_9999/breadcrumbs'>}",
    "@a{sv} {}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      fixture->portal->hostile = g_variant_new_parsed (results[i]);
      bc_hotkey_set_accelerator (fixture->hotkey, KEY);
      await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
      assert_reason_has (fixture, "makes no sense");
    }

  fixture->portal->hostile = NULL;
  bind_well (fixture);
}

static void
say (Fixture    *fixture,
     const char *path,
     const char *interface,
     const char *signal,
     GVariant   *parameters)
{
  g_dbus_connection_emit_signal (fixture->portal->connection, NULL, path, interface, signal, parameters, NULL);
}

static void
test_hostile_signals (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *path = "/org/freedesktop/portal/desktop";
  const char *interface = "org.freedesktop.portal.GlobalShortcuts";
  g_autofree char *giant = g_strnfill (100000, 'x');
  const char *session;

  bind_well (fixture);
  session = fixture->portal->session_path;
  say (fixture, path, interface, "Activated", g_variant_new ("(s)", "capture"));
  say (fixture, path, interface, "Activated", NULL);
  say (fixture, path, interface, "Activated", g_variant_new ("(osta{sv})", "/another", "capture", (guint64) 1, NULL));
  say (fixture, path, interface, "Activated", g_variant_new ("(osta{sv})", session, giant, (guint64) 1, NULL));
  say (fixture, path, interface, "Unheard", g_variant_new ("(osta{sv})", session, "capture", (guint64) 1, NULL));
  say (fixture, path, interface, "ShortcutsChanged", g_variant_new ("(oa(sa{sv}))", session, NULL));
  bc_fake_portal_release (fixture->portal);
  bc_fake_portal_change (fixture->portal, giant);
  bc_await (strstr (bc_service_status_get_reason (fixture->status), "xxx") != NULL);
  g_assert_cmpuint (strlen (bc_service_status_get_reason (fixture->status)), <, 200);
  g_assert_cmpuint (fixture->activations, ==, 0);
  assert_press_activates (fixture);
}

/* Portals have been seen to tell of the key before they have answered. */
static void
test_early_press (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture->portal->silent_bind = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->settings_opened == 1);
  bc_fake_portal_press (fixture->portal);
  bc_fake_portal_release (fixture->portal);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  g_assert_cmpuint (fixture->activations, ==, 0);

  bc_fake_portal_answer (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  assert_press_activates (fixture);
}

static void
test_answers_out_of_order (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *path = "/org/freedesktop/portal/desktop/request/1_9999/x";

  fixture->portal->silent_bind = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->settings_opened == 1);
  say (fixture, path, "org.freedesktop.portal.Request", "Response",
       g_variant_new ("(ua{sv})", 2, NULL));
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_WAITING);

  bc_fake_portal_answer (fixture->portal);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  say (fixture, fixture->portal->held_path, "org.freedesktop.portal.Request", "Response",
       g_variant_new ("(ua{sv})", 2, NULL));
  bc_fake_portal_answer (fixture->portal);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_ACTIVE);
}

static void
test_wary_portal (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture->portal->wary = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  assert_reason_has (fixture, "turns away");
}

static void
test_wrong_response (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture->portal->silent_bind = TRUE;
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (fixture->portal->settings_opened == 1);
  say (fixture, fixture->portal->held_path, "org.freedesktop.portal.Request", "Response",
       g_variant_new ("(s)", "yes"));
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE);
  assert_reason_has (fixture, "makes no sense");
}

static void
test_giants (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1000000, 'x');

  fixture->portal->others = 10000;
  bind_well (fixture);
  bc_fake_portal_change (fixture->portal, giant);
  bc_await (strstr (bc_service_status_get_reason (fixture->status), "xxx") != NULL);
  g_assert_cmpuint (strlen (bc_service_status_get_reason (fixture->status)), <, 200);
  assert_press_activates (fixture);
}

static void
test_other_sender (Fixture       *fixture,
                   gconstpointer  data)
{
  bind_well (fixture);
  g_dbus_connection_emit_signal (fixture->bus->peer, NULL, "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.GlobalShortcuts", "Activated",
                                 g_variant_new ("(osta{sv})", fixture->portal->session_path, "capture",
                                                (guint64) 1, NULL),
                                 NULL);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  bc_fake_bus_settle (fixture->bus, fixture->portal->connection);
  g_assert_cmpuint (fixture->activations, ==, 0);
}

static void
test_release_unheard (Fixture       *fixture,
                      gconstpointer  data)
{
  bind_well (fixture);
  bc_fake_portal_press (fixture->portal);
  bc_await (fixture->activations == 1);
  bc_fixed_clock_advance (fixture->clock, 3 * G_USEC_PER_SEC);
  bc_fake_portal_press (fixture->portal);
  bc_await (fixture->activations == 2);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  bind_well (fixture);
  bc_fake_portal_change (fixture->portal, "Meta+F9");
  bc_await (strstr (bc_service_status_get_reason (fixture->status), "Meta+F9") != NULL);

  bc_hotkey_set_accelerator (fixture->hotkey, "<Control><Alt>F8");
  await_state (fixture, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpstr (fixture->portal->preferred, ==, "CTRL+ALT+F8");
  bc_hotkey_set_accelerator (fixture->hotkey, "");
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_OFF);
  bc_await (fixture->portal->closed == 2);
}

static void
test_trigger (void)
{
  static const struct {
    BcAccelerator accelerator;
    const char *trigger;
  } cases[] = {
    { { BC_MODIFIER_SUPER | BC_MODIFIER_SHIFT, 'b' }, "SHIFT+LOGO+b" },
    { { BC_MODIFIER_CONTROL | BC_MODIFIER_ALT, 'j' }, "CTRL+ALT+j" },
    { { BC_MODIFIER_NONE, 0xffc6 }, "F9" },
    { { BC_MODIFIER_HYPER, 'b' }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *trigger = bc_portal_trigger_from_accelerator (&cases[i].accelerator);

      g_assert_cmpstr (trigger, ==, cases[i].trigger);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, desktop, func) \
  g_test_add ("/desktop/hotkey/portal/" path, Fixture, &desktop, set_up, func, tear_down)
  ADD ("plasma-5.27", plasma_5_27, test_works);
  ADD ("plasma-6.3", plasma_6_3, test_works);
  ADD ("plasma-6.3/next-login", plasma_6_3, test_next_login);
  ADD ("plasma-6.7", plasma_6_7, test_works);
  ADD ("plasma-6.7/next-login", plasma_6_7, test_next_login);
  ADD ("gnome-48", gnome_48, test_works);
  ADD ("gnome-48/next-login", gnome_48, test_next_login);
  ADD ("gnome-50", gnome_50, test_works);
  ADD ("hyprland", hyprland, test_works);
  ADD ("refusing", refusing, test_refused);
  ADD ("refusing/at-once", refusing, test_refused_at_once);
  ADD ("refusing/declined", refusing, test_declined);
  ADD ("plasma-5.27-filtered", plasma_5_27_filtered, test_never_binds);
  ADD ("allowed-in-settings", plasma_6_3, test_allowed_in_settings);
  ADD ("configure/plasma-6.3", plasma_6_3, test_configure);
  ADD ("configure/plasma-6.7", plasma_6_7, test_configure);
  ADD ("twice-bound", gnome_50, test_twice_bound);
  ADD ("lacking", lacking, test_lacking);
  ADD ("absent", gnome_50, test_absent);
  ADD ("restarting", gnome_50, test_restarting);
  ADD ("session-closed", plasma_6_3, test_session_closed);
  ADD ("silent", gnome_50, test_silent);
  ADD ("late-reply", gnome_50, test_late_reply);
  ADD ("foreign-handle", gnome_50, test_foreign_handle);
  ADD ("hostile-session", gnome_50, test_hostile_session);
  ADD ("hostile-signals", gnome_50, test_hostile_signals);
  ADD ("early-press", gnome_50, test_early_press);
  ADD ("answers-out-of-order", gnome_50, test_answers_out_of_order);
  ADD ("wary-portal", gnome_50, test_wary_portal);
  ADD ("wrong-response", gnome_50, test_wrong_response);
  ADD ("giants", gnome_50, test_giants);
  ADD ("other-sender", gnome_50, test_other_sender);
  ADD ("release-unheard", gnome_48, test_release_unheard);
  ADD ("changed", plasma_6_7, test_changed);
#undef ADD
  g_test_add_func ("/desktop/hotkey/portal/trigger", test_trigger);

  return g_test_run ();
}

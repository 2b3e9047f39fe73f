/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-hotkey-actions.h"

typedef struct {
  BcClock *clock;
  BcSettings *settings;
  BcHotkey *hotkey;
  BcServiceStatus *status;
  BcHotkeyActions *actions;
  GActionGroup *group;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_setenv ("XDG_CURRENT_DESKTOP", data, TRUE);
  fixture->clock = bc_clock_new ();
  fixture->settings = bc_settings_new (NULL);
  bc_settings_set_hotkey (fixture->settings, "<Super><Shift>b");
  fixture->hotkey = bc_hotkey_new (BC_APP_ID, "breadcrumbs capture --hotkey", NULL, fixture->clock);
  fixture->status = bc_hotkey_get_status (fixture->hotkey);
  fixture->actions = bc_hotkey_actions_new (fixture->hotkey, fixture->settings);
  fixture->group = bc_hotkey_actions_get_group (fixture->actions);
  bc_hotkey_set_accelerator (fixture->hotkey, bc_settings_get_hotkey (fixture->settings));
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_UNAVAILABLE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->actions);
  g_assert_finalize_object (fixture->hotkey);
  bc_await_quiet ();
  g_object_unref (fixture->settings);
  g_object_unref (fixture->clock);
}

static void
assert_enabled (Fixture  *fixture,
                gboolean  asks,
                gboolean  adds,
                gboolean  removes)
{
  g_assert_cmpint (g_action_group_get_action_enabled (fixture->group, "ask"), ==, asks);
  g_assert_cmpint (g_action_group_get_action_enabled (fixture->group, "add-shortcut"), ==, adds);
  g_assert_cmpint (g_action_group_get_action_enabled (fixture->group, "remove-shortcut"), ==, removes);
  g_assert_false (g_action_group_get_action_enabled (fixture->group, "configure"));
}

static void
test_shortcut (Fixture       *fixture,
               gconstpointer  data)
{
  assert_enabled (fixture, FALSE, TRUE, FALSE);
  g_action_group_activate_action (fixture->group, "add-shortcut", NULL);
  bc_await (g_strcmp0 (bc_service_status_get_backend (fixture->status), "gnome") == 0);
  assert_enabled (fixture, FALSE, FALSE, TRUE);
  g_action_group_activate_action (fixture->group, "remove-shortcut", NULL);
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_UNAVAILABLE);
  assert_enabled (fixture, FALSE, TRUE, FALSE);

  bc_settings_set_hotkey (fixture->settings, "");
  assert_enabled (fixture, FALSE, FALSE, FALSE);
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  assert_enabled (fixture, FALSE, FALSE, FALSE);
}

static void
test_ask (Fixture       *fixture,
          gconstpointer  data)
{
  gboolean may_ask;

  g_object_set (fixture->hotkey, "may-ask", FALSE, NULL);
  assert_enabled (fixture, TRUE, FALSE, FALSE);
  g_action_group_activate_action (fixture->group, "ask", NULL);
  g_object_get (fixture->hotkey, "may-ask", &may_ask, NULL);
  g_assert_true (may_ask);
  assert_enabled (fixture, FALSE, FALSE, FALSE);
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_UNAVAILABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);

#define ADD(path, desktop, func) g_test_add ("/app/hotkey-actions/" path, Fixture, desktop, set_up, func, tear_down)
  ADD ("shortcut", "GNOME", test_shortcut);
  ADD ("elsewhere", "sway", test_elsewhere);
  ADD ("ask", "KDE", test_ask);
#undef ADD

  return g_test_run ();
}

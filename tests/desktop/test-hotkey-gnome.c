/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixed-clock.h"
#include "hotkey/bc-hotkey.h"

#define KEY "<Super><Shift>b"
#define COMMAND "breadcrumbs capture --hotkey"
#define SCHEMA "org.gnome.settings-daemon.plugins.media-keys"
#define FOLDER "/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/"
#define OTHER FOLDER "custom0/"
#define OURS FOLDER "breadcrumbs/"

typedef struct {
  GSettings *list;
  GSettings *other;
  GSettings *ours;
  BcFixedClock *clock;
  BcHotkey *hotkey;
  BcGnomeShortcut *shortcut;
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
log_in (Fixture    *fixture,
        const char *command)
{
  g_clear_object (&fixture->hotkey);
  fixture->hotkey = bc_hotkey_new (BC_APP_ID, command, NULL, BC_CLOCK (fixture->clock));
  fixture->shortcut = bc_hotkey_get_gnome_shortcut (fixture->hotkey);
  fixture->status = bc_hotkey_get_status (fixture->hotkey);
  g_signal_connect_swapped (fixture->hotkey, "activated", G_CALLBACK (activated_cb), fixture);
  bc_hotkey_set_accelerator (fixture->hotkey, KEY);
  bc_await (bc_service_status_get_state (fixture->status) != BC_SERVICE_STATE_WAITING);
}

static void
fill_other (Fixture *fixture)
{
  const char * const paths[] = { OTHER, "no path", FOLDER "/double//", NULL };

  g_settings_set_strv (fixture->list, "custom-keybindings", paths);
  g_settings_set_string (fixture->other, "name", "Terminal");
  g_settings_set_string (fixture->other, "command", "foot");
  g_settings_set_string (fixture->other, "binding", "<Super>t");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_setenv ("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", TRUE);
  fixture->list = g_settings_new (SCHEMA);
  fixture->other = g_settings_new_with_path (SCHEMA ".custom-keybinding", OTHER);
  fixture->ours = g_settings_new_with_path (SCHEMA ".custom-keybinding", OURS);
  fill_other (fixture);
  fixture->clock = bc_fixed_clock_new ();
  log_in (fixture, COMMAND);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_gnome_shortcut_remove (fixture->shortcut);
  g_clear_object (&fixture->hotkey);
  bc_await_quiet ();
  g_object_unref (fixture->list);
  g_object_unref (fixture->other);
  g_object_unref (fixture->ours);
  g_object_unref (fixture->clock);
}

static void
assert_list (Fixture    *fixture,
             const char *last)
{
  g_auto (GStrv) paths = g_settings_get_strv (fixture->list, "custom-keybindings");
  guint length = g_strv_length (paths);

  g_assert_cmpstr (paths[0], ==, OTHER);
  g_assert_cmpuint (length, ==, last != NULL ? 4 : 3);
  g_assert_cmpstr (paths[3], ==, last);
}

static void
assert_string (GSettings  *settings,
               const char *key,
               const char *expected)
{
  g_autofree char *value = g_settings_get_string (settings, key);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_serves (Fixture    *fixture,
               const char *backend)
{
  bc_await (bc_service_status_get_state (fixture->status) ==
            (backend != NULL ? BC_SERVICE_STATE_ACTIVE : BC_SERVICE_STATE_UNAVAILABLE));
  bc_await (backend == NULL || g_strcmp0 (bc_service_status_get_backend (fixture->status), backend) == 0);
}

static void
assert_refusal_has (Fixture    *fixture,
                    const char *backend,
                    const char *text)
{
  const char *refusal = bc_service_status_get_refusal (fixture->status, backend);

  g_assert_nonnull (refusal);
  g_assert_nonnull (strstr (refusal, text));
}

/* Nothing is written before the user asks for it. */
static void
test_set_on_request (Fixture       *fixture,
                     gconstpointer  data)
{
  assert_serves (fixture, NULL);
  assert_refusal_has (fixture, "gnome", "no custom shortcut");
  assert_list (fixture, NULL);

  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_serves (fixture, "gnome");
  assert_list (fixture, OURS);
  assert_string (fixture->ours, "command", COMMAND);
  assert_string (fixture->ours, "binding", KEY);
  assert_string (fixture->other, "binding", "<Super>t");
  g_assert_nonnull (strstr (bc_service_status_get_reason (fixture->status), "Shift+Super+B"));
}

static void
test_set_twice (Fixture       *fixture,
                gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_list (fixture, OURS);
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_serves (fixture, "gnome");
  bc_gnome_shortcut_remove (fixture->shortcut);
  assert_serves (fixture, NULL);
  assert_list (fixture, NULL);
  assert_string (fixture->ours, "name", "");
  assert_string (fixture->ours, "command", "");
  assert_string (fixture->ours, "binding", "");
}

/* It is gone again before the ladder has heard of it. */
static void
test_removed_at_once (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  bc_gnome_shortcut_remove (fixture->shortcut);
  bc_await_quiet ();
  assert_serves (fixture, NULL);
  assert_refusal_has (fixture, "gnome", "no custom shortcut");
}

/* The desktop's own settings window works on the same list. */
static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_serves (fixture, "gnome");
  g_settings_set_string (fixture->ours, "binding", "<Super>F9");
  bc_await (strstr (bc_service_status_get_reason (fixture->status), "Super+F9") != NULL);
  g_settings_set_string (fixture->ours, "binding", "");
  assert_serves (fixture, NULL);
  assert_refusal_has (fixture, "gnome", "has no key");
  g_settings_set_string (fixture->ours, "binding", "<Super>F8");
  assert_serves (fixture, "gnome");
  fill_other (fixture);
  assert_serves (fixture, NULL);
}

static void
test_next_login (Fixture       *fixture,
                 gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  g_settings_set_string (fixture->ours, "binding", "<Super>F9");
  log_in (fixture, COMMAND);
  assert_serves (fixture, "gnome");
  assert_string (fixture->ours, "binding", "<Super>F9");
}

static void
test_follows_preferences (Fixture       *fixture,
                          gconstpointer  data)
{
  bc_hotkey_set_accelerator (fixture->hotkey, "<Super>F7");
  assert_list (fixture, NULL);
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  bc_hotkey_set_accelerator (fixture->hotkey, "<Super>F8");
  assert_string (fixture->ours, "binding", "<Super>F8");
  assert_serves (fixture, "gnome");
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  /* The same key, written another way. */
  g_settings_set_string (fixture->other, "binding", "<Shift><Super>B");
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_refusal_has (fixture, "gnome", "“Terminal” already has this key");
  assert_list (fixture, NULL);
  assert_string (fixture->ours, "command", "");

  g_settings_set_string (fixture->other, "binding", "<Super>F1");
  g_settings_set_string (fixture->other, "command", COMMAND);
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_refusal_has (fixture, "gnome", "“Terminal” already runs this command");
  assert_list (fixture, NULL);
}

static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_serves (fixture, "gnome");
  bc_hotkey_set_accelerator (fixture->hotkey, "<Supper>b");
  assert_serves (fixture, "gnome");
  assert_string (fixture->ours, "binding", KEY);
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  log_in (fixture, NULL);
  assert_refusal_has (fixture, "gnome", "sandbox");
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_list (fixture, NULL);

  g_setenv ("XDG_CURRENT_DESKTOP", "KDE", TRUE);
  log_in (fixture, COMMAND);
  assert_refusal_has (fixture, "gnome", "not GNOME");
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_list (fixture, NULL);
}

static void
test_press (Fixture       *fixture,
            gconstpointer  data)
{
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_serves (fixture, "gnome");
  bc_hotkey_take_command (fixture->hotkey, NULL);
  g_assert_cmpuint (fixture->activations, ==, 1);
  g_assert_cmpuint (bc_service_status_get_event_count (fixture->status), ==, 1);
  assert_serves (fixture, "gnome");
}

/* A key the user has bound herself, of which the desktop tells nothing, proves itself. */
static void
test_command (Fixture       *fixture,
              gconstpointer  data)
{
  assert_refusal_has (fixture, "command", "No key has run");
  bc_hotkey_take_command (fixture->hotkey, NULL);
  assert_serves (fixture, "command");
  g_assert_cmpuint (fixture->activations, ==, 1);
  g_assert_null (bc_service_status_get_refusal (fixture->status, "command"));
  assert_refusal_has (fixture, "gnome", "no custom shortcut");

  /* A better one comes, and goes. */
  bc_hotkey_set_gnome_shortcut (fixture->hotkey);
  assert_serves (fixture, "gnome");
  bc_gnome_shortcut_remove (fixture->shortcut);
  assert_serves (fixture, "command");
}

/* Some desktops run the command as often as the held key repeats. */
static void
test_command_held (Fixture       *fixture,
                   gconstpointer  data)
{
  bc_hotkey_take_command (fixture->hotkey, NULL);
  bc_fixed_clock_advance (fixture->clock, 600 * G_TIME_SPAN_MILLISECOND);
  for (guint i = 0; i < 50; i++)
    {
      bc_hotkey_take_command (fixture->hotkey, NULL);
      bc_fixed_clock_advance (fixture->clock, 40 * G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpuint (fixture->activations, ==, 1);

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  bc_hotkey_take_command (fixture->hotkey, NULL);
  g_assert_cmpuint (fixture->activations, ==, 2);
}

static void
test_command_again_after_another_key (Fixture       *fixture,
                                      gconstpointer  data)
{
  bc_hotkey_take_command (fixture->hotkey, NULL);
  bc_hotkey_forget_hold (fixture->hotkey);
  bc_fixed_clock_advance (fixture->clock, 100 * G_TIME_SPAN_MILLISECOND);
  bc_hotkey_take_command (fixture->hotkey, NULL);

  g_assert_cmpuint (fixture->activations, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);

#define ADD(path, func) g_test_add ("/desktop/hotkey/gnome/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("set-on-request", test_set_on_request);
  ADD ("set-twice", test_set_twice);
  ADD ("removed", test_removed);
  ADD ("removed/at-once", test_removed_at_once);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("next-login", test_next_login);
  ADD ("follows-preferences", test_follows_preferences);
  ADD ("conflict", test_conflict);
  ADD ("malformed", test_malformed);
  ADD ("elsewhere", test_elsewhere);
  ADD ("press", test_press);
  ADD ("command", test_command);
  ADD ("command/held", test_command_held);
  ADD ("command/again-after-another-key", test_command_again_after_another_key);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-preferences-window.h"
#include "bc-press-row.h"
#include "bc-ui-rig.h"

typedef struct {
  BcSettings *settings;
  BcServiceStatus *hotkey;
  BcServiceStatus *tray;
  BcPreferencesWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GListStore) services = g_list_store_new (BC_TYPE_SERVICE_STATUS);
  g_autoptr (GError) error = NULL;

  fixture->settings = bc_settings_new (&error);
  g_assert_no_error (error);
  fixture->hotkey = bc_service_status_new ("hotkey");
  fixture->tray = bc_service_status_new ("tray");
  g_list_store_append (services, fixture->hotkey);
  g_list_store_append (services, fixture->tray);

  fixture->window = bc_preferences_window_new (fixture->settings, G_LIST_MODEL (services));
  gtk_window_present (GTK_WINDOW (fixture->window));
  bc_ui_rig_await_focus (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    bc_ui_rig_destroy (fixture->window);
  g_clear_object (&fixture->hotkey);
  g_clear_object (&fixture->tray);
  g_assert_finalize_object (fixture->settings);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return bc_ui_rig_shows (GTK_WIDGET (fixture->window), text);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  return bc_ui_rig_find (GTK_WIDGET (fixture->window), type);
}

static void
test_hotkey_route (Fixture       *fixture,
                   gconstpointer  data)
{
  bc_service_status_set (fixture->hotkey, BC_SERVICE_STATE_ACTIVE, "x11", "The key is taken from the X server.");
  bc_await (shows (fixture, "The key is taken from the X server."));

  bc_service_status_set_refusal (fixture->hotkey, "portal", "This desktop has no portal.");
  bc_await (shows (fixture, "Directly from the X server"));

  bc_settings_set_hotkey (fixture->settings, "<Control><Alt>j");
  bc_await (shows (fixture, "Ctrl+Alt+J"));
  bc_settings_set_hotkey (fixture->settings, "");
  bc_await (shows (fixture, "None"));
}

static void
test_press_it_now (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *row = find (fixture, BC_TYPE_PRESS_ROW);

  /* What came before does not count. */
  bc_service_status_note_event (fixture->hotkey, "activated", g_get_real_time ());
  bc_await_quiet ();
  g_assert_false (bc_ui_rig_shows (row, "Received"));

  g_signal_emit_by_name (bc_ui_rig_find (row, GTK_TYPE_BUTTON), "clicked");
  bc_await (bc_ui_rig_shows (row, "Press the hotkey now"));
  g_assert_false (bc_ui_rig_shows (row, "Received"));

  bc_service_status_note_event (fixture->hotkey, "activated", g_get_real_time ());
  bc_await (bc_ui_rig_shows (row, "Received"));
}

static void
test_desktop_decides (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_settings_set_hotkey (fixture->settings, "<Super><Shift>b");
  bc_service_status_set (fixture->hotkey, BC_SERVICE_STATE_ACTIVE, "portal", "The desktop calls this key “Meta+F8”.");
  bc_await (shows (fixture, "The desktop calls this key “Meta+F8”."));
  g_assert_true (shows (fixture, "Your Desktop Decides on the Key"));
  /* Ours may be another one. */
  g_assert_false (shows (fixture, "Shift+Super+B"));

  bc_service_status_set (fixture->hotkey, BC_SERVICE_STATE_UNAVAILABLE, "portal", "The desktop did not allow the key.");
  bc_await (shows (fixture, "Shift+Super+B"));
  g_assert_true (shows (fixture, "None that works yet"));
  g_assert_false (shows (fixture, "Your Desktop Decides on the Key"));
}

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  (*(guint *) user_data)++;
}

/* What the desktop can be asked for comes and goes with its action. */
static void
test_asking_the_desktop (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct {
    const char *action;
    const char *button;
  } rows[] = {
    { "ask", "Ask Again" }, { "add-shortcut", "Add" }, { "remove-shortcut", "Remove" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  guint activated = 0;

  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "hotkey", G_ACTION_GROUP (group));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (rows[i].action, NULL);

      g_assert_false (shows (fixture, rows[i].button));
      g_signal_connect (action, "activate", G_CALLBACK (activated_cb), &activated);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      bc_await (shows (fixture, rows[i].button));
      g_action_group_activate_action (G_ACTION_GROUP (group), rows[i].action, NULL);
      g_simple_action_set_enabled (action, FALSE);
      bc_await (!shows (fixture, rows[i].button));
    }
  g_assert_cmpuint (activated, ==, G_N_ELEMENTS (rows));
}

static void
test_odd_threshold_stays (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find (fixture, GTK_TYPE_SPIN_BUTTON));

  g_object_set (fixture->settings, "idle-threshold-s", 15, NULL);
  bc_await (shows (fixture, "Now 15 s"));
  g_assert_cmpuint (bc_settings_get_idle_threshold_s (fixture->settings), ==, 15);

  gtk_spin_button_set_value (spin, 10);
  g_assert_cmpuint (bc_settings_get_idle_threshold_s (fixture->settings), ==, 600);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "preferences.pause", "s", "for-good");
  bc_await (shows (fixture, "Paused until turned on"));
  g_assert_cmpint (bc_settings_get_reminders_paused_until_us (fixture->settings), ==, BC_SETTINGS_PAUSED_FOR_GOOD);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "preferences.pause", "s", "tomorrow");
  bc_await (shows (fixture, "Paused until tomorrow"));
  g_assert_true (bc_settings_are_reminders_paused (fixture->settings, g_get_real_time ()));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "preferences.pause", "s", "none");
  bc_await (shows (fixture, "Shown when you come back"));
  g_assert_cmpint (bc_settings_get_reminders_paused_until_us (fixture->settings), ==, 0);
}

static void
test_services (Fixture       *fixture,
               gconstpointer  data)
{
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (fixture->window), "services");
  bc_await (shows (fixture, "Tray Icon"));
  g_assert_true (shows (fixture, "Off"));

  bc_service_status_set (fixture->tray, BC_SERVICE_STATE_WAITING, "statusnotifier", "No panel shows tray icons yet.");
  bc_await (shows (fixture, "Waiting · statusnotifier"));
  bc_service_status_set (fixture->hotkey, BC_SERVICE_STATE_ACTIVE, "x11", NULL);
  bc_await (shows (fixture, "Working · x11"));

  bc_service_status_set_refusal (fixture->hotkey, "portal", "There is no portal.");
  bc_service_status_note_event (fixture->hotkey, "activated", g_get_real_time ());
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (gtk_widget_get_ancestor (find (fixture, ADW_TYPE_EXPANDER_ROW), ADW_TYPE_EXPANDER_ROW)), TRUE);
  bc_service_status_set_refusal (fixture->hotkey, "portal", NULL);
  bc_service_status_set_refusal (fixture->hotkey, "portal", "There is none.");
}

typedef struct {
  guint starts;
  guint stops;
} Wishes;

static void
start_cb (Wishes *wishes)
{
  wishes->starts++;
}

static void
stop_cb (Wishes *wishes)
{
  wishes->stops++;
}

static void
show_stage (BcReturnTestRow   *row,
            BcReturnTestStage  stage,
            const char        *problem)
{
  bc_return_test_row_show (row, &(BcReturnTestReport) {
    .stage = stage,
    .source = "GNOME tells when you are idle.",
    .idle_s = 16,
    .problem = problem,
  });
}

static void
test_return_test (Fixture       *fixture,
                  gconstpointer  data)
{
  BcReturnTestRow *row = bc_preferences_window_get_return_test_row (fixture->window);
  GtkWidget *button = bc_ui_rig_find (GTK_WIDGET (row), GTK_TYPE_BUTTON);
  Wishes wishes = { 0 };

  g_signal_connect_swapped (row, "start", G_CALLBACK (start_cb), &wishes);
  g_signal_connect_swapped (row, "stop", G_CALLBACK (stop_cb), &wishes);
  g_assert_false (gtk_widget_is_sensitive (button));
  show_stage (row, BC_RETURN_TEST_RESTING, NULL);
  bc_await (shows (fixture, "GNOME tells when you are idle."));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (wishes.starts, ==, 1);

  show_stage (row, BC_RETURN_TEST_HANDS_OFF, NULL);
  bc_await (shows (fixture, "Take your hands off for 15 seconds, then move the mouse"));
  g_assert_false (shows (fixture, "Passed"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (wishes.stops, ==, 1);

  show_stage (row, BC_RETURN_TEST_MOVE, NULL);
  bc_await (shows (fixture, "Now move the mouse"));
  show_stage (row, BC_RETURN_TEST_SHOWN, NULL);
  bc_await (shows (fixture, "Passed"));
  g_assert_true (shows (fixture, "GNOME tells when you are idle. You were idle for 16 seconds"));
  show_stage (row, BC_RETURN_TEST_CLICKED, NULL);
  bc_await (shows (fixture, "shown and clicked"));

  show_stage (row, BC_RETURN_TEST_NO_IDLE, "This is not a Wayland session.");
  bc_await (shows (fixture, "This is not a Wayland session."));
  g_assert_false (shows (fixture, "Passed"));
  show_stage (row, BC_RETURN_TEST_NO_NOTIFICATION, "No program that shows notifications is running.");
  bc_await (shows (fixture, "was not shown. No program that shows notifications is running."));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (wishes.starts, ==, 2);
}

static void
test_last_away (Fixture       *fixture,
                gconstpointer  data)
{
  BcAway away = {
    .left_us = g_get_real_time () - 23 * 60 * G_USEC_PER_SEC,
    .back_us = g_get_real_time (),
    .duration_us = 23 * 60 * (gint64) G_USEC_PER_SEC,
    .causes = BC_AWAY_LOCK,
  };
  BcUiRig rig;

  bc_ui_rig_open (&rig, NULL);
  bc_preferences_window_set_store (fixture->window, rig.store);
  bc_await (shows (fixture, "None yet"));
  bc_store_add_away_async (rig.store, &away, NULL, NULL, NULL);
  bc_await (shows (fixture, "Away 23 min · locked"));

  bc_ui_rig_destroy (g_steal_pointer (&fixture->window));
  bc_ui_rig_close (&rig, NULL);
}

static void
test_unknown_lock (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_false (shows (fixture, "Show Text When the Screen May Be Locked"));
  bc_preferences_window_set_lock_uncertain (fixture->window, TRUE);
  bc_await (shows (fixture, "Show Text When the Screen May Be Locked"));
  bc_preferences_window_set_lock_uncertain (fixture->window, FALSE);
  bc_await (!shows (fixture, "Show Text When the Screen May Be Locked"));
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bc_ui_rig_start ();

  add_test ("/ui/preferences/hotkey-route", test_hotkey_route);
  add_test ("/ui/preferences/desktop-decides", test_desktop_decides);
  add_test ("/ui/preferences/asking-the-desktop", test_asking_the_desktop);
  add_test ("/ui/preferences/press-it-now", test_press_it_now);
  add_test ("/ui/preferences/odd-threshold-stays", test_odd_threshold_stays);
  add_test ("/ui/preferences/pause", test_pause);
  add_test ("/ui/preferences/services", test_services);
  add_test ("/ui/preferences/return-test", test_return_test);
  add_test ("/ui/preferences/last-away", test_last_away);
  add_test ("/ui/preferences/unknown-lock", test_unknown_lock);

  status = g_test_run ();
  bc_ui_rig_stop ();

  return status;
}

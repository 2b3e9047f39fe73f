/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixture.h"

/* libnotify until 0.8.4 gives it as an argument, later as a hint. */
static void
assert_icon (BcShown *shown)
{
  const char *icon = shown->icon;

  if (*icon == '\0')
    g_assert_true (g_variant_lookup (shown->hints, "image-path", "&s", &icon));
  g_assert_cmpstr (icon, ==, APP_ID);
}

static void
test_show (BcFixture     *fixture,
           gconstpointer  data)
{
  BcShown *shown = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  const char *entry;
  guint8 urgency;

  g_assert_cmpstr (shown->summary, ==, "fix the parser");
  g_assert_cmpstr (shown->body, ==, "!core, away 23 min");
  assert_icon (shown);
  bc_fixture_assert_labels (shown, "Open|Resume|Later");
  g_assert_cmpint (shown->timeout, ==, -1);
  g_assert_true (g_variant_lookup (shown->hints, "desktop-entry", "&s", &entry));
  g_assert_cmpstr (entry, ==, APP_ID);
  g_assert_true (g_variant_lookup (shown->hints, "urgency", "y", &urgency));
  g_assert_cmpuint (urgency, ==, 1);
  g_assert_cmpint (bc_fixture_get_state (fixture), ==, BC_SERVICE_STATE_ACTIVE);
}

static void
test_server_id (BcFixture     *fixture,
                gconstpointer  data)
{
  guint id;

  g_assert_cmpuint (bc_notifier_get_server_id (fixture->notifier, "reminder"), ==, 0);
  id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") == id);

  bc_fixture_emit_closed (fixture, id, 1);
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") == 0);
}

static void
test_stays (BcFixture     *fixture,
            gconstpointer  data)
{
  BcNotification notification = bc_fixture_reminder;

  notification.stays = TRUE;
  g_assert_cmpint (bc_fixture_show (fixture, "reminder", &notification)->timeout, ==, 0);
}

static void
test_no_actions (BcFixture     *fixture,
                 gconstpointer  data)
{
  static const BcFakeServer server = { "plain", "nobody", "2", "1.2", "body", 1, FALSE, FALSE, NULL, FALSE, 0 };

  fixture->daemon->server = &server;
  g_assert_cmpuint (g_strv_length (bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->actions), ==, 0);
}

static void
test_no_capabilities (BcFixture     *fixture,
                      gconstpointer  data)
{
  static const BcFakeServer server = { "", "", "", "", "", 1, FALSE, FALSE, NULL, FALSE, 0 };

  fixture->daemon->server = &server;
  bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  bc_fixture_show (fixture, "other", &bc_fixture_reminder);
  g_assert_cmpuint (fixture->daemon->n_capability_calls, ==, 1);
}

static void
test_markup (BcFixture     *fixture,
             gconstpointer  data)
{
  static const BcFakeServer plain = { "plain", "nobody", "2", "1.2", "actions body", 1, FALSE, TRUE, NULL, FALSE, 0 };
  const BcNotification notification = { .summary = "if a < b & c", .body = "<b>x & y</b>" };
  BcShown *shown;

  if (GPOINTER_TO_INT (data))
    fixture->daemon->server = &plain;
  shown = bc_fixture_show (fixture, "reminder", &notification);

  g_assert_cmpstr (shown->summary, ==, "if a < b & c");
  if (GPOINTER_TO_INT (data))
    g_assert_cmpstr (shown->body, ==, "<b>x & y</b>");
  else
    g_assert_cmpstr (shown->body, ==, "&lt;b&gt;x &amp; y&lt;/b&gt;");
}

static void
test_text_made_plain (BcFixture     *fixture,
                      gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1 << 20, 'x');
  const char * const odd_buttons[] = { "go", "\u202eGo\nthere", "empty", "", "giant", giant, "torn", NULL };
  const BcNotification notification = {
    .summary = "one\ntwo \u202ethree\u202c \xff",
    .body = giant,
    .buttons = odd_buttons,
    .default_label = "",
  };
  BcShown *shown = bc_fixture_show (fixture, "reminder", &notification);

  g_assert_cmpstr (shown->summary, ==, "one two three \ufffd");
  g_assert_cmpuint (strlen (shown->body), <, 2000);
  g_assert_cmpuint (g_strv_length (shown->actions), ==, 4);
  g_assert_cmpstr (shown->actions[1], ==, "Go there");
  g_assert_cmpuint (strlen (shown->actions[3]), <, 100);
}

static void
test_action_with_token (BcFixture     *fixture,
                        gconstpointer  data)
{
  BcShown *shown = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);

  bc_fixture_emit_token (fixture, shown->id, "token-7");
  bc_fake_notifications_press (fixture->daemon, shown->id, "Resume");
  bc_fixture_emit_closed (fixture, shown->id, 2);
  bc_fixture_await_signals (fixture);

  g_assert_cmpstr (fixture->heard->str, ==, "reminder:resume:token-7;");
  g_assert_cmpuint (bc_service_status_get_event_count (bc_notifier_get_status (fixture->notifier)), ==, 1);
  g_assert_cmpint (bc_service_status_get_last_event_us (bc_notifier_get_status (fixture->notifier)), ==,
                   BC_FIXED_CLOCK_START_US);
}

static void
test_default_action (BcFixture     *fixture,
                     gconstpointer  data)
{
  BcShown *shown = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);

  bc_fixture_emit_action (fixture, shown->id, "default");
  bc_fixture_emit_action (fixture, shown->id, "default");
  bc_fixture_await_signals (fixture);

  g_assert_cmpstr (fixture->heard->str, ==, "reminder:default:(null);");
}

/* Given a daemon that leaves it on the screen after an action, then it is closed for it. */
static void
test_closed_after_action (BcFixture     *fixture,
                          gconstpointer  data)
{
  BcShown *shown = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);

  bc_fake_notifications_press (fixture->daemon, shown->id, "Later");
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, shown->id);
  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder:later:(null);");
}

static void
test_closed_reasons (BcFixture     *fixture,
                     gconstpointer  data)
{
  static const struct {
    guint reason;
    const char *heard;
  } reasons[] = {
    { 1, "reminder gone;" },
    { 2, "reminder dismissed;" },
    { 3, "reminder gone;" },
    { 4, "reminder gone;" },
    { 12345, "reminder gone;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      BcShown *shown = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);

      bc_fixture_emit_closed (fixture, shown->id, reasons[i].reason);
      bc_await (fixture->heard->len > 0);
      g_assert_cmpstr (fixture->heard->str, ==, reasons[i].heard);
      g_string_truncate (fixture->heard, 0);
    }
}

static void
test_replace (BcFixture     *fixture,
              gconstpointer  data)
{
  BcNotification second = bc_fixture_reminder;
  BcShown *shown = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder);
  guint id = shown->id;

  second.summary = "write the test";
  shown = bc_fixture_show (fixture, "reminder", &second);
  g_assert_cmpuint (shown->replaces_id, ==, id);

  bc_fake_notifications_press (fixture->daemon, id, "Resume");
  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder:resume:(null);");
}

/* Given one that is shown, when it is asked for thrice at once, then it is replaced once. */
static void
test_replace_at_once (BcFixture     *fixture,
                      gconstpointer  data)
{
  guint id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;

  for (guint i = 0; i < 3; i++)
    bc_notifier_show (fixture->notifier, "reminder", &bc_fixture_reminder);
  bc_await (fixture->daemon->shown->len == 2);
  bc_fixture_await_signals (fixture);

  g_assert_cmpuint (fixture->daemon->shown->len, ==, 3);
  g_assert_cmpuint (bc_fixture_get_shown (fixture, 1)->replaces_id, ==, id);
}

static void
test_two_at_once (BcFixture     *fixture,
                  gconstpointer  data)
{
  guint first = bc_fixture_show (fixture, "one", &bc_fixture_reminder)->id;
  guint second = bc_fixture_show (fixture, "two", &bc_fixture_reminder)->id;

  g_assert_cmpuint (first, !=, second);
  bc_fixture_emit_closed (fixture, second, 2);
  bc_fake_notifications_press (fixture->daemon, first, "Resume");
  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "two dismissed;one:resume:(null);");
}

static void
test_withdraw (BcFixture     *fixture,
               gconstpointer  data)
{
  guint id = bc_fixture_show (fixture, "reminder", &bc_fixture_reminder)->id;

  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_notifier_withdraw (fixture->notifier, "never shown");
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, id);
  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_no_bus (void)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  BcNotifier *notifier = bc_notifier_new (NULL, APP_ID, clock);

  bc_notifier_show (notifier, "reminder", &bc_fixture_reminder);
  bc_notifier_withdraw (notifier, "reminder");
  g_assert_cmpint (bc_service_status_get_state (bc_notifier_get_status (notifier)), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_finalize_object (notifier);
}

static void
test_switched_off (void)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  BcNotifier *notifier;

  g_setenv ("BREADCRUMBS_NOTIFIER", "none", TRUE);
  notifier = bc_notifier_new (bus, APP_ID, clock);
  g_unsetenv ("BREADCRUMBS_NOTIFIER");

  g_assert_cmpint (bc_service_status_get_state (bc_notifier_get_status (notifier)), ==, BC_SERVICE_STATE_OFF);
  g_assert_finalize_object (notifier);
}

#define ADD(path, test, data) \
  g_test_add ("/desktop/notifier/" path, BcFixture, GINT_TO_POINTER (data), \
              bc_fixture_set_up, test, bc_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("show", test_show, 0);
  ADD ("server-id", test_server_id, 0);
  ADD ("stays", test_stays, 0);
  ADD ("no-actions", test_no_actions, 0);
  ADD ("no-capabilities", test_no_capabilities, 0);
  ADD ("markup", test_markup, FALSE);
  ADD ("no-markup", test_markup, TRUE);
  ADD ("text-made-plain", test_text_made_plain, 0);
  ADD ("action-with-token", test_action_with_token, 0);
  ADD ("default-action", test_default_action, 0);
  ADD ("closed-after-action", test_closed_after_action, 0);
  ADD ("closed-reasons", test_closed_reasons, 0);
  ADD ("replace", test_replace, 0);
  ADD ("replace-at-once", test_replace_at_once, 0);
  ADD ("two-at-once", test_two_at_once, 0);
  ADD ("withdraw", test_withdraw, 0);
  g_test_add_func ("/desktop/notifier/no-bus", test_no_bus);
  g_test_add_func ("/desktop/notifier/switched-off", test_switched_off);

  return bc_fixture_run ();
}

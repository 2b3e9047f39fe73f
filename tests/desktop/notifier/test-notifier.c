/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-notifications.h"
#include "bc-fixed-clock.h"
#include "notifier/bc-notifier.h"

#define APP_ID "org.example.Breadcrumbs"

static GTestDBus *test_bus;

/* libnotify uses the process's shared connection, so do we, as the program does. */
static GDBusConnection *shared_bus;

typedef struct {
  BcFakeNotifications *daemon;
  BcFixedClock *clock;
  BcNotifier *notifier;
  GString *heard;
} Fixture;

static const char * const buttons[] = { "resume", "Resume", "later", "Later", NULL };

static const BcNotification reminder = {
  .summary = "fix the parser",
  .body = "!core, away 23 min",
  .buttons = buttons,
  .default_label = "Open",
};

static void
action_cb (Fixture    *fixture,
           const char *id,
           const char *action,
           const char *token)
{
  g_string_append_printf (fixture->heard, "%s:%s:%s;", id, action, token);
}

static void
closed_cb (Fixture    *fixture,
           const char *id,
           gboolean    dismissed)
{
  g_string_append_printf (fixture->heard, "%s %s;", id, dismissed ? "dismissed" : "gone");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->daemon = bc_fake_notifications_new (g_test_dbus_get_bus_address (test_bus));
  fixture->clock = bc_fixed_clock_new ();
  fixture->notifier = bc_notifier_new (shared_bus, APP_ID, BC_CLOCK (fixture->clock));
  fixture->heard = g_string_new (NULL);
  g_signal_connect_swapped (fixture->notifier, "action", G_CALLBACK (action_cb), fixture);
  g_signal_connect_swapped (fixture->notifier, "closed", G_CALLBACK (closed_cb), fixture);
}

static BcServiceState
get_state (Fixture *fixture)
{
  return bc_service_status_get_state (bc_notifier_get_status (fixture->notifier));
}

static gboolean
name_has_owner (void)
{
  g_autoptr (GVariant) reply = NULL;
  gboolean has_owner;

  reply = g_dbus_connection_call_sync (shared_bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "NameHasOwner",
                                       g_variant_new ("(s)", "org.freedesktop.Notifications"),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_variant_get (reply, "(b)", &has_owner);

  return has_owner;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->notifier != NULL)
    g_assert_finalize_object (fixture->notifier);
  bc_fake_notifications_free (fixture->daemon);
  bc_await (!name_has_owner ());
  bc_await_quiet ();
  g_assert_finalize_object (fixture->clock);
  g_string_free (fixture->heard, TRUE);
}

static BcShown *
get_shown (Fixture *fixture,
           guint    index)
{
  g_assert_cmpuint (index, <, fixture->daemon->shown->len);

  return g_ptr_array_index (fixture->daemon->shown, index);
}

/* The reply, too, has arrived: what the user does from here on is heard. */
static BcShown *
show (Fixture              *fixture,
      const char           *id,
      const BcNotification *notification)
{
  guint before = fixture->daemon->shown->len;

  if (fixture->daemon->name_id == 0)
    bc_fake_notifications_appear (fixture->daemon);
  bc_notifier_show (fixture->notifier, id, notification);
  bc_await (fixture->daemon->shown->len > before);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000);
      bc_await_quiet ();
    }

  return get_shown (fixture, before);
}

static void
emit_token (Fixture    *fixture,
            guint       id,
            const char *token)
{
  bc_fake_notifications_emit (fixture->daemon, "ActivationToken", g_variant_new ("(us)", id, token));
}

static void
emit_action (Fixture    *fixture,
             guint       id,
             const char *action)
{
  bc_fake_notifications_emit (fixture->daemon, "ActionInvoked", g_variant_new ("(us)", id, action));
}

static void
emit_closed (Fixture *fixture,
             guint    id,
             guint    reason)
{
  bc_fake_notifications_emit (fixture->daemon, "NotificationClosed", g_variant_new ("(uu)", id, reason));
}

static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  BcShown *shown = show (fixture, "reminder", &reminder);
  g_autofree char *actions = g_strjoinv ("|", shown->actions);
  const char *entry;
  guint8 urgency;

  g_assert_cmpstr (shown->summary, ==, "fix the parser");
  g_assert_cmpstr (shown->body, ==, "!core, away 23 min");
  g_assert_cmpstr (shown->icon, ==, APP_ID);
  g_assert_cmpstr (actions, ==, "default|Open|resume|Resume|later|Later");
  g_assert_cmpint (shown->timeout, ==, -1);
  g_assert_true (g_variant_lookup (shown->hints, "desktop-entry", "&s", &entry));
  g_assert_cmpstr (entry, ==, APP_ID);
  g_assert_true (g_variant_lookup (shown->hints, "urgency", "y", &urgency));
  g_assert_cmpuint (urgency, ==, 1);
  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_ACTIVE);
}

static void
test_server_id (Fixture       *fixture,
                gconstpointer  data)
{
  guint id;

  g_assert_cmpuint (bc_notifier_get_server_id (fixture->notifier, "reminder"), ==, 0);
  id = show (fixture, "reminder", &reminder)->id;
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") == id);

  emit_closed (fixture, id, 1);
  bc_await (bc_notifier_get_server_id (fixture->notifier, "reminder") == 0);
}

static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  BcNotification notification = reminder;

  notification.stays = TRUE;
  g_assert_cmpint (show (fixture, "reminder", &notification)->timeout, ==, 0);
}

static void
test_no_actions (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const capabilities[] = { "body", NULL };

  fixture->daemon->capabilities = capabilities;
  g_assert_cmpuint (g_strv_length (show (fixture, "reminder", &reminder)->actions), ==, 0);
}

static void
test_no_capabilities (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const none[] = { NULL };

  fixture->daemon->capabilities = none;
  show (fixture, "reminder", &reminder);
  show (fixture, "other", &reminder);
  g_assert_cmpuint (fixture->daemon->n_capability_calls, ==, 1);
}

static void
test_markup (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const plain[] = { "actions", "body", NULL };
  const BcNotification notification = { .summary = "if a < b & c", .body = "<b>x & y</b>" };
  BcShown *shown;

  if (GPOINTER_TO_INT (data))
    fixture->daemon->capabilities = plain;
  shown = show (fixture, "reminder", &notification);

  g_assert_cmpstr (shown->summary, ==, "if a < b & c");
  if (GPOINTER_TO_INT (data))
    g_assert_cmpstr (shown->body, ==, "<b>x & y</b>");
  else
    g_assert_cmpstr (shown->body, ==, "&lt;b&gt;x &amp; y&lt;/b&gt;");
}

static void
test_text_made_plain (Fixture       *fixture,
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
  BcShown *shown = show (fixture, "reminder", &notification);

  g_assert_cmpstr (shown->summary, ==, "one two three \ufffd");
  g_assert_cmpuint (strlen (shown->body), <, 2000);
  g_assert_cmpuint (g_strv_length (shown->actions), ==, 4);
  g_assert_cmpstr (shown->actions[1], ==, "Go there");
  g_assert_cmpuint (strlen (shown->actions[3]), <, 100);
}

/* Signals of one connection arrive in their order: so what came before this has arrived too. */
static void
await_signals (Fixture *fixture)
{
  show (fixture, "fence", &reminder);
}

static void
test_action_with_token (Fixture       *fixture,
                        gconstpointer  data)
{
  BcShown *shown = show (fixture, "reminder", &reminder);

  emit_token (fixture, shown->id, "token-7");
  emit_action (fixture, shown->id, "resume");
  emit_closed (fixture, shown->id, 2);
  await_signals (fixture);

  g_assert_cmpstr (fixture->heard->str, ==, "reminder:resume:token-7;");
  g_assert_cmpuint (bc_service_status_get_event_count (bc_notifier_get_status (fixture->notifier)), ==, 1);
  g_assert_cmpint (bc_service_status_get_last_event_us (bc_notifier_get_status (fixture->notifier)), ==,
                   BC_FIXED_CLOCK_START_US);
}

static void
test_default_action (Fixture       *fixture,
                     gconstpointer  data)
{
  BcShown *shown = show (fixture, "reminder", &reminder);

  emit_action (fixture, shown->id, "default");
  emit_action (fixture, shown->id, "default");
  await_signals (fixture);

  g_assert_cmpstr (fixture->heard->str, ==, "reminder:default:(null);");
}

/* Given a daemon that leaves it on the screen after an action, then it is closed for it. */
static void
test_closed_after_action (Fixture       *fixture,
                          gconstpointer  data)
{
  BcShown *shown = show (fixture, "reminder", &reminder);

  emit_action (fixture, shown->id, "later");
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, shown->id);
  await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder:later:(null);");
}

static void
test_closed_reasons (Fixture       *fixture,
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
      BcShown *shown = show (fixture, "reminder", &reminder);

      emit_closed (fixture, shown->id, reasons[i].reason);
      bc_await (fixture->heard->len > 0);
      g_assert_cmpstr (fixture->heard->str, ==, reasons[i].heard);
      g_string_truncate (fixture->heard, 0);
    }
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  BcNotification second = reminder;
  BcShown *shown = show (fixture, "reminder", &reminder);
  guint id = shown->id;

  second.summary = "write the test";
  shown = show (fixture, "reminder", &second);
  g_assert_cmpuint (shown->replaces_id, ==, id);

  emit_action (fixture, id, "resume");
  await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder:resume:(null);");
}

static void
test_replace_at_once (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_fake_notifications_appear (fixture->daemon);
  show (fixture, "first", &reminder);
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_await (fixture->daemon->shown->len == 4);

  g_assert_cmpuint (get_shown (fixture, 2)->replaces_id, ==, get_shown (fixture, 1)->id);
  g_assert_cmpuint (get_shown (fixture, 3)->replaces_id, ==, get_shown (fixture, 1)->id);
}

static void
test_two_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  guint first = show (fixture, "one", &reminder)->id;
  guint second = show (fixture, "two", &reminder)->id;

  g_assert_cmpuint (first, !=, second);
  emit_closed (fixture, second, 2);
  emit_action (fixture, first, "resume");
  await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "two dismissed;one:resume:(null);");
}

static void
test_withdraw (Fixture       *fixture,
               gconstpointer  data)
{
  guint id = show (fixture, "reminder", &reminder)->id;

  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_notifier_withdraw (fixture->notifier, "never shown");
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, id);
  await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_daemon_late (Fixture       *fixture,
                  gconstpointer  data)
{
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_await (bc_service_status_get_reason (bc_notifier_get_status (fixture->notifier)) != NULL);
  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_WAITING);

  bc_fixed_clock_advance (fixture->clock, 59 * G_USEC_PER_SEC);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_daemon_too_late (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_await_quiet ();

  bc_fixed_clock_suspend (fixture->clock, 61 * G_USEC_PER_SEC);
  await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder gone;");
}

static void
test_withdrawn_meanwhile (Fixture       *fixture,
                          gconstpointer  data)
{
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_await_quiet ();
  bc_notifier_withdraw (fixture->notifier, "reminder");

  await_signals (fixture);
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
restart (Fixture *fixture)
{
  bc_fake_notifications_free (fixture->daemon);
  fixture->daemon = bc_fake_notifications_new (g_test_dbus_get_bus_address (test_bus));
}

/* Given a daemon that restarts, then what it showed is gone, and its numbers mean nothing more. */
static void
test_daemon_restarts (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const plain[] = { "body", NULL };

  show (fixture, "reminder", &reminder);
  restart (fixture);
  bc_await (fixture->heard->len > 0);
  g_assert_cmpstr (fixture->heard->str, ==, "reminder gone;");

  fixture->daemon->capabilities = plain;
  g_assert_cmpuint (show (fixture, "reminder", &reminder)->replaces_id, ==, 0);
  g_assert_cmpuint (g_strv_length (get_shown (fixture, 0)->actions), ==, 0);
}

static void
test_daemon_refuses (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture->daemon->refuses = !GPOINTER_TO_INT (data);
  fixture->daemon->lies = GPOINTER_TO_INT (data);
  show (fixture, "reminder", &reminder);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_WAITING);

  restart (fixture);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_hostile_signals (Fixture       *fixture,
                      gconstpointer  data)
{
  guint id = show (fixture, "reminder", &reminder)->id;
  g_autofree char *giant = g_strnfill (1 << 20, 'x');

  emit_action (fixture, 0, "resume");
  emit_action (fixture, id + 1000, "resume");
  emit_closed (fixture, G_MAXUINT32, 2);
  bc_fake_notifications_emit (fixture->daemon, "ActionInvoked", g_variant_new ("(ss)", "1", "resume"));
  bc_fake_notifications_emit (fixture->daemon, "ActionInvoked", g_variant_new ("(u)", id));
  bc_fake_notifications_emit (fixture->daemon, "NotificationClosed", g_variant_new ("(s)", "all"));
  bc_fake_notifications_emit (fixture->daemon, "ActivationToken", g_variant_new ("(uu)", id, 7));
  bc_fake_notifications_emit (fixture->daemon, "Surprise", NULL);
  emit_token (fixture, id, giant);
  await_signals (fixture);

  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static gint64
measure_longest_turn_us (gint64 span_us)
{
  gint64 end_us = g_get_monotonic_time () + span_us;
  gint64 longest_us = 0;

  while (g_get_monotonic_time () < end_us)
    {
      gint64 start_us = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest_us = MAX (longest_us, g_get_monotonic_time () - start_us);
    }

  return longest_us;
}

/* Given a daemon that takes calls and never answers, then the main loop turns freely, also while
 * the notifier is used and disposed of. */
static void
test_daemon_hangs (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 start_us;

  show (fixture, "shown", &reminder);
  fixture->daemon->is_hung = TRUE;
  start_us = g_get_monotonic_time ();
  bc_notifier_show (fixture->notifier, "shown", &reminder);
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_await (fixture->daemon->unanswered->len == 1);
  bc_notifier_withdraw (fixture->notifier, "reminder");
  bc_notifier_withdraw (fixture->notifier, "shown");
  g_assert_cmpint (measure_longest_turn_us (G_USEC_PER_SEC), <, G_USEC_PER_SEC / 2);
  g_assert_finalize_object (g_steal_pointer (&fixture->notifier));
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 10 * G_USEC_PER_SEC);

  /* When it dies at last, the late answers hit nobody. */
  restart (fixture);
  bc_await_quiet ();
  g_assert_cmpuint (fixture->daemon->shown->len, ==, 0);
}

static void
test_daemon_hangs_from_start (Fixture       *fixture,
                              gconstpointer  data)
{
  fixture->daemon->is_hung = TRUE;
  bc_fake_notifications_appear (fixture->daemon);
  bc_notifier_show (fixture->notifier, "reminder", &reminder);
  bc_await (fixture->daemon->unanswered->len == 1);
  g_assert_cmpint (measure_longest_turn_us (G_USEC_PER_SEC / 2), <, G_USEC_PER_SEC / 2);

  restart (fixture);
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
}

static void
dispose_cb (Fixture *fixture)
{
  g_clear_object (&fixture->notifier);
}

static void
test_disposed_by_action (Fixture       *fixture,
                         gconstpointer  data)
{
  guint id = show (fixture, "reminder", &reminder)->id;

  g_signal_connect_swapped (fixture->notifier, "action", G_CALLBACK (dispose_cb), fixture);
  emit_action (fixture, id, "resume");
  bc_await (fixture->notifier == NULL);
}

static void
test_disposed_by_vanishing (Fixture       *fixture,
                            gconstpointer  data)
{
  show (fixture, "reminder", &reminder);
  g_signal_connect_swapped (fixture->notifier, "closed", G_CALLBACK (dispose_cb), fixture);
  bc_fake_notifications_vanish (fixture->daemon);
  bc_await (fixture->notifier == NULL);
}

static void
test_no_bus (void)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  BcNotifier *notifier = bc_notifier_new (NULL, APP_ID, clock);

  bc_notifier_show (notifier, "reminder", &reminder);
  bc_notifier_withdraw (notifier, "reminder");
  g_assert_cmpint (bc_service_status_get_state (bc_notifier_get_status (notifier)), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_finalize_object (notifier);
}

static void
test_switched_off (void)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  BcNotifier *notifier;

  g_setenv ("BREADCRUMBS_NOTIFIER", "none", TRUE);
  notifier = bc_notifier_new (shared_bus, APP_ID, clock);
  g_unsetenv ("BREADCRUMBS_NOTIFIER");

  g_assert_cmpint (bc_service_status_get_state (bc_notifier_get_status (notifier)), ==, BC_SERVICE_STATE_OFF);
  g_assert_finalize_object (notifier);
}

#define ADD(path, test, data) \
  g_test_add ("/desktop/notifier/" path, Fixture, GINT_TO_POINTER (data), set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);
  shared_bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_dbus_connection_set_exit_on_close (shared_bus, FALSE);

  ADD ("daemon-hangs-from-start", test_daemon_hangs_from_start, 0);
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
  ADD ("daemon-late", test_daemon_late, 0);
  ADD ("daemon-too-late", test_daemon_too_late, 0);
  ADD ("withdrawn-meanwhile", test_withdrawn_meanwhile, 0);
  ADD ("daemon-restarts", test_daemon_restarts, 0);
  ADD ("daemon-refuses", test_daemon_refuses, FALSE);
  ADD ("daemon-lies", test_daemon_refuses, TRUE);
  ADD ("hostile-signals", test_hostile_signals, 0);
  ADD ("daemon-hangs", test_daemon_hangs, 0);
  ADD ("disposed-by-action", test_disposed_by_action, 0);
  ADD ("disposed-by-vanishing", test_disposed_by_vanishing, 0);
  g_test_add_func ("/desktop/notifier/no-bus", test_no_bus);
  g_test_add_func ("/desktop/notifier/switched-off", test_switched_off);

  /* Stopped, not taken down: libnotify keeps the shared connection for ever. */
  result = g_test_run ();
  g_object_unref (shared_bus);
  g_test_dbus_stop (test_bus);

  return result;
}

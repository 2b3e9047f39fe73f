/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-notifications.h"
#include "bc-keeper.h"

#define CRUMB "01234567-89ab-4def-8123-456789abcdef"

static GTestDBus *test_bus;

/* libnotify uses the process's shared connection. */
static GDBusConnection *shared_bus;

typedef struct {
  BcFakeNotifications *daemon;
  GDBusConnection *program;
  guint name_id;
  BcKeeper *keeper;
  gboolean is_done;
  guint filter_id;
  GMutex mutex;
  GString *handed_on;
} Fixture;

static const BcFakeServer server = {
  "fake", "nobody", "1", "1.2", "actions body body-markup", 7, FALSE, TRUE, "token-7", FALSE, 2,
};

/* In the connection's thread: the bus cannot start the program here, but what it is told is seen. */
static GDBusMessage *
filter_cb (GDBusConnection *bus,
           GDBusMessage    *message,
           gboolean         incoming,
           gpointer         data)
{
  Fixture *fixture = data;
  g_autofree char *body = NULL;

  if (incoming || g_strcmp0 (g_dbus_message_get_member (message), "ActivateAction") != 0)
    return message;

  g_assert_cmpstr (g_dbus_message_get_destination (message), ==, BC_APP_ID);
  body = g_variant_print (g_dbus_message_get_body (message), FALSE);
  g_mutex_lock (&fixture->mutex);
  g_string_append (fixture->handed_on, body);
  g_mutex_unlock (&fixture->mutex);

  return message;
}

static void
done_cb (Fixture *fixture)
{
  fixture->is_done = TRUE;
}

static void
own_name (Fixture *fixture)
{
  fixture->name_id = g_bus_own_name_on_connection (fixture->program, BC_APP_ID, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                   NULL, NULL, NULL, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *address = g_test_dbus_get_bus_address (test_bus);

  fixture->daemon = bc_fake_notifications_new (address);
  fixture->daemon->server = &server;
  fixture->program = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  fixture->handed_on = g_string_new (NULL);
  g_mutex_init (&fixture->mutex);
  fixture->filter_id = g_dbus_connection_add_filter (shared_bus, filter_cb, fixture, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_handle_id (&fixture->name_id, g_bus_unown_name);
  g_assert_finalize_object (fixture->keeper);
  bc_fake_notifications_free (fixture->daemon);
  bc_await_quiet ();
  g_dbus_connection_remove_filter (shared_bus, fixture->filter_id);
  g_dbus_connection_close_sync (fixture->program, NULL, NULL);
  g_object_unref (fixture->program);
  g_string_free (fixture->handed_on, TRUE);
  g_mutex_clear (&fixture->mutex);
}

static BcShown *
get_shown (Fixture *fixture)
{
  return g_ptr_array_index (fixture->daemon->shown, fixture->daemon->shown->len - 1);
}

static void
keep (Fixture *fixture,
      guint32  shown)
{
  bc_fake_notifications_appear (fixture->daemon);
  fixture->keeper = bc_keeper_new (shared_bus, shown, CRUMB, "add a test", "fix the parser");
  g_signal_connect_swapped (fixture->keeper, "done", G_CALLBACK (done_cb), fixture);
  bc_await (fixture->daemon->shown->len == 1);
  g_assert_cmpstr (get_shown (fixture)->summary, ==, "add a test");
}

static void
assert_handed_on (Fixture    *fixture,
                  const char *text)
{
  g_mutex_lock (&fixture->mutex);
  g_assert_cmpstr (fixture->handed_on->str, ==, text);
  g_mutex_unlock (&fixture->mutex);
}

/* The keeper learns the number in a thread; until then a hand that is as fast as ours is in vain. */
static gboolean
press (Fixture    *fixture,
       const char *label)
{
  bc_fake_notifications_press (fixture->daemon, get_shown (fixture)->id, label);

  return fixture->is_done;
}

static gboolean
dismiss (Fixture *fixture)
{
  bc_fake_notifications_emit (fixture->daemon, "NotificationClosed",
                              g_variant_new ("(uu)", get_shown (fixture)->id, 2));

  return fixture->is_done;
}

static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  keep (fixture, 0);
  bc_await (press (fixture, "Later"));
  assert_handed_on (fixture, "('later', [<'" CRUMB "'>], {'activation-token': <'token-7'>, "
                             "'desktop-startup-id': <'token-7'>})");
}

static void
test_click_on_text (Fixture       *fixture,
                    gconstpointer  data)
{
  keep (fixture, 0);
  bc_await (press (fixture, "Open"));
  g_assert_nonnull (strstr (fixture->handed_on->str, "('resume', [<'" CRUMB "'>]"));
}

static void
test_dismissed (Fixture       *fixture,
                gconstpointer  data)
{
  keep (fixture, 0);
  bc_await (dismiss (fixture));
  assert_handed_on (fixture, "");
}

/* Given what the program left on the screen, then the keeper's takes its place. */
static void
test_takes_over (Fixture       *fixture,
                 gconstpointer  data)
{
  keep (fixture, 41);
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, 41);
}

/* Given a program that is only leaving, then the reminder stays; when it is back, then it goes, and
 * so does the keeper. */
static void
test_program_back (Fixture       *fixture,
                   gconstpointer  data)
{
  guint id;

  own_name (fixture);
  keep (fixture, 0);
  id = get_shown (fixture)->id;
  bc_await_quiet ();
  g_assert_false (fixture->is_done);
  g_clear_handle_id (&fixture->name_id, g_bus_unown_name);
  bc_await_quiet ();
  g_assert_false (fixture->is_done);

  own_name (fixture);
  bc_await (fixture->is_done);
  bc_await (fixture->daemon->closed_ids->len == 1);
  g_assert_cmpuint (g_array_index (fixture->daemon->closed_ids, guint, 0), ==, id);
  assert_handed_on (fixture, "");
}

/* Given a server that restarts, then the next one shows the reminder, and the click arrives. */
static void
test_server_restarts (Fixture       *fixture,
                      gconstpointer  data)
{
  keep (fixture, 0);
  bc_fake_notifications_free (fixture->daemon);
  fixture->daemon = bc_fake_notifications_new (g_test_dbus_get_bus_address (test_bus));
  fixture->daemon->server = &server;
  bc_fake_notifications_appear (fixture->daemon);
  bc_await (fixture->daemon->shown->len == 1);
  g_assert_false (fixture->is_done);

  bc_await (press (fixture, "Let Go"));
  g_assert_nonnull (strstr (fixture->handed_on->str, "('let-go', [<'" CRUMB "'>]"));
}

#define ADD(path, test) g_test_add ("/keeper/" path, Fixture, NULL, set_up, test, tear_down)

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

  ADD ("answer", test_answer);
  ADD ("click-on-text", test_click_on_text);
  ADD ("dismissed", test_dismissed);
  ADD ("takes-over", test_takes_over);
  ADD ("program-back", test_program_back);
  ADD ("server-restarts", test_server_restarts);

  /* Stopped, not taken down: libnotify keeps the shared connection for ever. */
  result = g_test_run ();
  g_object_unref (shared_bus);
  g_test_dbus_stop (test_bus);

  return result;
}

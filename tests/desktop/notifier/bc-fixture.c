/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fixture.h"

#include "bc-await.h"

static GTestDBus *test_bus;

/* libnotify uses the process's shared connection, so do we, as the program does. */
static GDBusConnection *shared_bus;

static const char * const buttons[] = { "resume", "Resume", "later", "Later", NULL };

const BcNotification bc_fixture_reminder = {
  .summary = "fix the parser",
  .body = "!core, away 23 min",
  .buttons = buttons,
  .default_label = "Open",
  .default_button = "resume",
};

static void
action_cb (BcFixture  *fixture,
           const char *id,
           const char *action,
           const char *token)
{
  g_string_append_printf (fixture->heard, "%s:%s:%s;", id, action, token);
}

static void
closed_cb (BcFixture  *fixture,
           const char *id,
           gboolean    dismissed)
{
  g_string_append_printf (fixture->heard, "%s %s;", id, dismissed ? "dismissed" : "gone");
}

/* libnotify warns of what daemons do wrong; the program drops that. */
static gboolean
is_fatal_cb (const char     *domain,
             GLogLevelFlags  level,
             const char     *message,
             gpointer        data)
{
  return g_strcmp0 (domain, "libnotify") != 0;
}

void
bc_fixture_set_up (BcFixture     *fixture,
                   gconstpointer  data)
{
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  fixture->daemon = bc_fake_notifications_new (g_test_dbus_get_bus_address (test_bus));
  fixture->clock = bc_fixed_clock_new ();
  fixture->notifier = bc_notifier_new (shared_bus, APP_ID, BC_CLOCK (fixture->clock));
  fixture->heard = g_string_new (NULL);
  g_signal_connect_swapped (fixture->notifier, "action", G_CALLBACK (action_cb), fixture);
  g_signal_connect_swapped (fixture->notifier, "closed", G_CALLBACK (closed_cb), fixture);
}

BcServiceState
bc_fixture_get_state (BcFixture *fixture)
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

void
bc_fixture_tear_down (BcFixture     *fixture,
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

BcShown *
bc_fixture_get_shown (BcFixture *fixture,
                      guint      index)
{
  g_assert_cmpuint (index, <, fixture->daemon->shown->len);

  return g_ptr_array_index (fixture->daemon->shown, index);
}

/* The reply, too, has arrived: what the user does from here on is heard. */
BcShown *
bc_fixture_show (BcFixture            *fixture,
                 const char           *id,
                 const BcNotification *notification)
{
  guint before = fixture->daemon->shown->len;

  if (fixture->daemon->name_id == 0)
    bc_fake_notifications_appear (fixture->daemon);
  bc_notifier_show (fixture->notifier, id, notification);
  bc_await (fixture->daemon->shown->len > before);
  bc_await (bc_notifier_get_server_id (fixture->notifier, id) != 0 ||
            bc_fixture_get_state (fixture) == BC_SERVICE_STATE_WAITING);

  return bc_fixture_get_shown (fixture, before);
}

void
bc_fixture_emit_token (BcFixture  *fixture,
                       guint       id,
                       const char *token)
{
  bc_fake_notifications_emit (fixture->daemon, "ActivationToken", g_variant_new ("(us)", id, token));
}

void
bc_fixture_emit_action (BcFixture  *fixture,
                        guint       id,
                        const char *action)
{
  bc_fake_notifications_emit (fixture->daemon, "ActionInvoked", g_variant_new ("(us)", id, action));
}

void
bc_fixture_emit_closed (BcFixture *fixture,
                        guint      id,
                        guint      reason)
{
  bc_fake_notifications_emit (fixture->daemon, "NotificationClosed", g_variant_new ("(uu)", id, reason));
}

/* Signals of one connection arrive in their order: so what came before this has arrived too. */
void
bc_fixture_await_signals (BcFixture *fixture)
{
  bc_fixture_show (fixture, "fence", &bc_fixture_reminder);
}

void
bc_fixture_add_daemon (BcFixture *fixture)
{
  fixture->daemon = bc_fake_notifications_new (g_test_dbus_get_bus_address (test_bus));
}

void
bc_fixture_restart (BcFixture *fixture)
{
  bc_fake_notifications_free (fixture->daemon);
  bc_fixture_add_daemon (fixture);
}

void
bc_fixture_assert_labels (BcShown    *shown,
                          const char *labels)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; shown->actions[i] != NULL; i += 2)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", shown->actions[i + 1]);
  g_assert_cmpstr (found->str, ==, labels);
}

int
bc_fixture_run (void)
{
  int result;

  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);
  shared_bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_dbus_connection_set_exit_on_close (shared_bus, FALSE);

  /* Stopped, not taken down: libnotify keeps the shared connection for ever. */
  result = g_test_run ();
  g_object_unref (shared_bus);
  g_test_dbus_stop (test_bus);

  return result;
}

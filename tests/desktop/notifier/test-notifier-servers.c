/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixture.h"
#include "notifier/bc-notify-keys.h"

/* Each notification server as it was seen to behave: what a click on it means, whether it gives a
 * token, and what it tells afterwards. */

#define USUAL "actions body body-markup "
#define DUNST USUAL "body-hyperlinks icon-static x-canonical-private-synchronous private-synchronous " \
  "synchronous x-dunst-stack-tag"
#define MAKO USUAL "icon-static x-canonical-private-synchronous x-dunst-stack-tag"
#define GNOME USUAL "icon-static persistence sound"
#define PLASMA USUAL "body-hyperlinks body-images icon-static inhibitions inline-reply persistence x-kde-urls " \
  "x-kde-origin-name x-kde-display-appname"
#define TOKEN "token-7"

static const BcFakeServer servers[] = {
  { "dunst", "knopwob", "1.9.0 (2022-06-27)", "1.2", DUNST, 2, FALSE, FALSE, NULL, FALSE, 2 },
  { "dunst", "knopwob", "1.12.2", "1.2", DUNST, 2, FALSE, FALSE, NULL, FALSE, 2 },
  { "mako", "emersion", "0.0.0", "1.2", MAKO, 1, FALSE, TRUE, TOKEN, FALSE, 2 },
  { "mako", "emersion", "1.10.0", "1.2", MAKO, 1, FALSE, TRUE, TOKEN, FALSE, 2 },
  { "Xfce Notify Daemon", "Xfce", "0.9.7", "1.2",
    USUAL "action-icons body-hyperlinks icon-static x-canonical-private-icon-only", 1, TRUE, FALSE, NULL, FALSE, 2 },
  { "lxqt-notificationd", "lxqt.org", "2.1.0", "1.2",
    USUAL "body-hyperlinks body-images persistence", 1, TRUE, TRUE, NULL, FALSE, 0 },
  { "Notification Daemon", "MATE", "1.26.1", "1.1",
    USUAL "action-icons body-hyperlinks icon-static sound", 1, FALSE, TRUE, NULL, FALSE, 2 },
  { "gnome-shell", "GNOME", "43.9", "1.2", GNOME, 1, FALSE, TRUE, NULL, TRUE, 2 },
  { "gnome-shell", "GNOME", "48.7", "1.2", GNOME, 1, FALSE, TRUE, TOKEN, TRUE, 2 },
  { "gnome-shell", "GNOME", "50.5", "1.2", GNOME, 1, FALSE, TRUE, TOKEN, FALSE, 2 },
  { "Plasma", "KDE", "5.27.5", "1.2", PLASMA, 1, FALSE, TRUE, TOKEN, FALSE, 3 },
  { "Plasma", "KDE", "6.3.6", "1.2", PLASMA, 1, FALSE, TRUE, TOKEN, FALSE, 3 },
  { "Plasma", "KDE", "6.7.4", "1.2", PLASMA " sound", 1, FALSE, TRUE, TOKEN, FALSE, 3 },
};

static guint
show (BcFixture *fixture)
{
  const BcNotification notification = {
    .summary = "print <b>x</b>",
    .body = "if a < b & c",
    .buttons = bc_fixture_reminder.buttons,
    .default_label = "Open",
    .default_button = "resume",
  };
  BcShown *shown = bc_fixture_show (fixture, "reminder", &notification);

  g_assert_cmpstr (shown->summary, ==, "print <b>x</b>");
  g_assert_cmpstr (shown->body, ==, "if a &lt; b &amp; c");
  bc_fixture_assert_labels (shown, fixture->daemon->server->draws_default ? "Resume|Later" : "Open|Resume|Later");
  g_string_truncate (fixture->heard, 0);

  return shown->id;
}

static void
assert_heard (BcFixture  *fixture,
              const char *action)
{
  const char *token = fixture->daemon->server->token;
  g_autofree char *heard = g_strdup_printf ("reminder:%s:%s;", action, token != NULL ? token : "(null)");

  bc_fixture_await_signals (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, heard);
}

static void
test_server (BcFixture     *fixture,
             gconstpointer  data)
{
  const BcFakeServer *server = data;
  BcServiceStatus *status = bc_notifier_get_status (fixture->notifier);
  guint id;

  fixture->daemon->server = server;
  id = show (fixture);
  g_assert_cmpuint (id, ==, server->first_id);
  g_assert_nonnull (strstr (bc_service_status_get_reason (status), server->name));

  bc_fake_notifications_click (fixture->daemon, id);
  if (server->body_invokes)
    assert_heard (fixture, "default");
  else
    {
      bc_fixture_await_signals (fixture);
      g_assert_cmpstr (fixture->heard->str, ==, "reminder dismissed;");
    }

  bc_fake_notifications_press (fixture->daemon, show (fixture), "Resume");
  assert_heard (fixture, server->draws_default ? "default" : "resume");
  bc_fake_notifications_press (fixture->daemon, show (fixture), "Later");
  assert_heard (fixture, "later");
  g_assert_cmpuint (bc_service_status_get_event_count (status), ==, server->body_invokes ? 3 : 2);
}

/* Given any set of names, then a hash table lists their keys in the order of the names. */
static void
test_order_of_keys (void)
{
  const char * const sets[][6] = {
    { "default", "resume", "later", "let-go", NULL },
    { "default", "stop", "more", "back", NULL },
    { "resume", "later", NULL },
    { "default", NULL },
    { NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_auto (GStrv) keys = bc_notify_keys_new (sets[i]);
      g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree const char **listed = NULL;

      g_assert_cmpuint (g_strv_length (keys), ==, g_strv_length ((GStrv) sets[i]));
      for (guint k = 0; keys[k] != NULL; k++)
        g_hash_table_add (table, keys[k]);
      listed = (const char **) g_hash_table_get_keys_as_array (table, NULL);
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_assert_true (listed[k] == keys[k]);
          g_assert_true (g_str_has_prefix (keys[k], sets[i][k]));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desktop/notifier/server/%s-%s", servers[i].name, servers[i].version);

      g_test_add (path, BcFixture, &servers[i], bc_fixture_set_up, test_server, bc_fixture_tear_down);
    }
  g_test_add_func ("/desktop/notifier/order-of-keys", test_order_of_keys);

  return bc_fixture_run ();
}

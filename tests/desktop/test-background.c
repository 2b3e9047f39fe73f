/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "background/bc-background.h"
#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-portal-fakes.h"

#define PATH "/org/freedesktop/portal/desktop"

typedef enum {
  PORTAL_TAKES,
  PORTAL_REFUSES,
  PORTAL_LACKS,
  PORTAL_FAILS,
  PORTAL_IS_SILENT,
} Portal;

typedef struct {
  BcFakeBus *bus;
  GDBusConnection *connection;
  BcFakeBackground *skeleton;
  Portal portal;
  guint name_id;
  GString *heard;
  GDBusMethodInvocation *unanswered;
  BcBackground *background;
  BcServiceStatus *status;
} Fixture;

static gboolean
set_status_cb (BcFakeBackground      *skeleton,
               GDBusMethodInvocation *call,
               GVariant              *options,
               Fixture               *fixture)
{
  const char *message = "?";

  g_variant_lookup (options, "message", "&s", &message);
  g_assert_cmpint (g_utf8_strlen (message, -1), <=, BC_BACKGROUND_MAX_CHARS);
  g_string_append_printf (fixture->heard, "%s;", message);

  if (fixture->portal == PORTAL_TAKES)
    bc_fake_background_complete_set_status (skeleton, call);
  else if (fixture->portal == PORTAL_REFUSES)
    g_dbus_method_invocation_return_dbus_error (call, "org.freedesktop.portal.Error.NotAllowed",
                                                "Only sandboxed applications can set background status");
  else if (fixture->portal == PORTAL_FAILS)
    g_dbus_method_invocation_return_dbus_error (call, "org.freedesktop.portal.Error.Failed", "No");
  else
    fixture->unanswered = call;

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
appear (Fixture *fixture,
        Portal   portal)
{
  fixture->portal = portal;
  fixture->connection = bc_fake_bus_connect (fixture->bus);
  if (portal != PORTAL_LACKS)
    bc_fake_bus_export (fixture->connection, fixture->skeleton, PATH);
  fixture->name_id = bc_fake_bus_own (fixture->connection, "org.freedesktop.portal.Desktop");
}

static void
vanish (Fixture *fixture)
{
  if (fixture->connection == NULL)
    return;

  g_clear_object (&fixture->unanswered);
  g_bus_unown_name (fixture->name_id);
  if (fixture->portal != PORTAL_LACKS)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (fixture->skeleton));
  g_dbus_connection_close_sync (fixture->connection, NULL, NULL);
  g_clear_object (&fixture->connection);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->bus = bc_fake_bus_new ();
  fixture->skeleton = bc_fake_background_skeleton_new ();
  g_signal_connect (fixture->skeleton, "handle-set-status", G_CALLBACK (set_status_cb), fixture);
  fixture->heard = g_string_new (NULL);
  fixture->background = bc_background_new (BC_APP_ID);
  fixture->status = bc_background_get_status (fixture->background);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->background != NULL)
    g_object_unref (fixture->background);
  bc_await_quiet ();
  vanish (fixture);
  bc_fake_bus_free (fixture->bus);
  g_object_unref (fixture->skeleton);
  g_string_free (fixture->heard, TRUE);
}

static void
await_state (Fixture        *fixture,
             BcServiceState  state,
             const char     *reason)
{
  bc_await (bc_service_status_get_state (fixture->status) == state &&
            g_strcmp0 (bc_service_status_get_reason (fixture->status), reason) == 0);
}

static void
say (Fixture    *fixture,
     const char *message)
{
  bc_background_set_message (fixture->background, message);
}

static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  appear (fixture, PORTAL_TAKES);
  say (fixture, "2 breadcrumbs open");
  await_state (fixture, BC_SERVICE_STATE_ACTIVE, NULL);
  g_assert_cmpstr (bc_service_status_get_backend (fixture->status), ==, "portal");

  say (fixture, "2 breadcrumbs open");
  say (fixture, "Reminders paused");
  bc_await (g_str_equal (fixture->heard->str, "2 breadcrumbs open;Reminders paused;"));

  say (fixture, NULL);
  await_state (fixture, BC_SERVICE_STATE_OFF, NULL);
  bc_await (g_str_equal (fixture->heard->str, "2 breadcrumbs open;Reminders paused;;"));
}

/* Given a portal that refuses, then it is asked once, and that is told. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const char *reason = "The desktop lists only programs that run in a sandbox.";

  appear (fixture, PORTAL_REFUSES);
  say (fixture, "one");
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE, reason);

  say (fixture, NULL);
  await_state (fixture, BC_SERVICE_STATE_OFF, NULL);
  say (fixture, "two");
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE, reason);
  bc_await_quiet ();
  g_assert_cmpstr (fixture->heard->str, ==, "one;");
}

static void
test_lacking (Fixture       *fixture,
              gconstpointer  data)
{
  appear (fixture, PORTAL_LACKS);
  say (fixture, "one");
  await_state (fixture, BC_SERVICE_STATE_UNAVAILABLE,
               "This desktop does not list programs that run in the background.");
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  say (fixture, "one");
  await_state (fixture, BC_SERVICE_STATE_WAITING, "This desktop has no portal.");

  appear (fixture, PORTAL_TAKES);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE, NULL);
  g_assert_cmpstr (fixture->heard->str, ==, "one;");
}

/* Given a portal that was told, when another takes its place, then that one is told too. */
static void
test_restarted (Fixture       *fixture,
                gconstpointer  data)
{
  appear (fixture, PORTAL_REFUSES);
  say (fixture, "one");
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_UNAVAILABLE);

  vanish (fixture);
  await_state (fixture, BC_SERVICE_STATE_WAITING, "This desktop has no portal.");
  appear (fixture, PORTAL_TAKES);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE, NULL);
  vanish (fixture);
  await_state (fixture, BC_SERVICE_STATE_WAITING, "This desktop has no portal.");
  appear (fixture, PORTAL_TAKES);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE, NULL);
  g_assert_cmpstr (fixture->heard->str, ==, "one;one;one;");
}

/* Given a portal that fails, then only other words make it be asked again. */
static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  appear (fixture, PORTAL_FAILS);
  say (fixture, "one");
  await_state (fixture, BC_SERVICE_STATE_WAITING, "The desktop's portal does not answer.");
  bc_await_quiet ();
  g_assert_cmpstr (fixture->heard->str, ==, "one;");

  fixture->portal = PORTAL_TAKES;
  say (fixture, "two");
  await_state (fixture, BC_SERVICE_STATE_ACTIVE, NULL);
  g_assert_cmpstr (fixture->heard->str, ==, "one;two;");
}

/* Given a portal that does not answer, then only the newest words wait, and a late answer hits nobody. */
static void
test_silent (Fixture       *fixture,
             gconstpointer  data)
{
  appear (fixture, PORTAL_IS_SILENT);
  say (fixture, "one");
  bc_await (fixture->unanswered != NULL);
  say (fixture, "two");
  say (fixture, "three");
  fixture->portal = PORTAL_TAKES;
  bc_fake_background_complete_set_status (fixture->skeleton, g_steal_pointer (&fixture->unanswered));
  bc_await (g_str_equal (fixture->heard->str, "one;three;"));

  fixture->portal = PORTAL_IS_SILENT;
  say (fixture, "four");
  bc_await (fixture->unanswered != NULL);
  g_object_run_dispose (G_OBJECT (fixture->background));
  bc_fake_background_complete_set_status (fixture->skeleton, g_steal_pointer (&fixture->unanswered));
  bc_await_quiet ();
  g_assert_finalize_object (g_steal_pointer (&fixture->background));
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1 << 20, 'x');
  g_autofree char *marked = g_strjoin (NULL, "a\n\u202eb", giant, NULL);

  appear (fixture, PORTAL_TAKES);
  say (fixture, marked);
  await_state (fixture, BC_SERVICE_STATE_ACTIVE, NULL);
  g_assert_true (g_str_has_prefix (fixture->heard->str, "a bxxx"));
}

static void
test_switched_off (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_unref (fixture->background);
  g_setenv ("BREADCRUMBS_BACKGROUND", "none", TRUE);
  fixture->background = bc_background_new (BC_APP_ID);
  fixture->status = bc_background_get_status (fixture->background);
  g_unsetenv ("BREADCRUMBS_BACKGROUND");
  appear (fixture, PORTAL_TAKES);
  say (fixture, "one");
  bc_await_quiet ();

  await_state (fixture, BC_SERVICE_STATE_OFF, "Switched off by the environment.");
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

#define ADD(path, test) g_test_add ("/desktop/background/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("taken", test_taken);
  ADD ("refused", test_refused);
  ADD ("lacking", test_lacking);
  ADD ("late", test_late);
  ADD ("restarted", test_restarted);
  ADD ("failing", test_failing);
  ADD ("silent", test_silent);
  ADD ("words", test_words);
  ADD ("switched-off", test_switched_off);

  return g_test_run ();
}

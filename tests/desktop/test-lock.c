/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-fake-compositor.h"
#include "bc-fakes.h"
#include "bc-fixed-clock.h"
#include "lock/bc-lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define FREEDESKTOP "org.freedesktop.ScreenSaver"
#define LOGIN1 "org.freedesktop.login1"
#define INPUT_INHIBITOR "zwlr_input_inhibit_manager_v1"
#define SESSION_PATH "/org/freedesktop/login1/session/_31"

typedef struct {
  BcFakeBus *session;
  BcFakeBus *system;
  BcFakeCompositor *compositor;
  BcWaylandSource *wayland;
  BcFixedClock *clock;
  BcLock *lock;
  BcServiceStatus *status;
  BcFakeLogin1Manager *manager;
  BcFakeLogin1Session *login;
  guint notifies;
  guint asked;
  gboolean refuses;
  gboolean active;
  GDBusMethodInvocation *late;
} Fixture;

static void
notify_cb (Fixture *fixture)
{
  fixture->notifies++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = bc_fake_bus_new ();
  fixture->system = bc_fake_bus_new ();
  fixture->compositor = bc_fake_compositor_new ();
  fixture->wayland = bc_wayland_source_new (fixture->compositor->path);
  fixture->clock = bc_fixed_clock_new ();
  fixture->lock = bc_lock_new (fixture->session->client, fixture->system->client, fixture->wayland, BC_CLOCK (fixture->clock));
  fixture->status = bc_lock_get_status (fixture->lock);
  g_signal_connect_swapped (fixture->lock, "notify::locked", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->lock);
  bc_fake_bus_settle (fixture->session, fixture->session->peer);
  bc_fake_bus_settle (fixture->system, fixture->system->peer);
  g_assert_finalize_object (fixture->wayland);
  bc_fake_compositor_free (fixture->compositor);
  g_clear_object (&fixture->manager);
  g_clear_object (&fixture->login);
  g_object_unref (fixture->clock);
  bc_fake_bus_free (fixture->session);
  bc_fake_bus_free (fixture->system);
}

static gboolean
get_active_cb (BcFakeScreenSaver     *fake,
               GDBusMethodInvocation *invocation,
               Fixture               *fixture)
{
  fixture->asked++;
  if (fixture->refuses)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.NotSupported", "no");
  else
    bc_fake_screen_saver_complete_get_active (fake, invocation, fixture->active);

  return TRUE;
}

static BcFakeScreenSaver *
export_saver (Fixture    *fixture,
              const char *path)
{
  BcFakeScreenSaver *fake = bc_fake_screen_saver_skeleton_new ();

  g_signal_connect (fake, "handle-get-active", G_CALLBACK (get_active_cb), fixture);
  bc_fake_bus_export (fixture->session->peer, fake, path);

  return fake;
}

static gboolean
is_source (Fixture    *fixture,
           const char *name)
{
  const char *backend = bc_service_status_get_backend (fixture->status);

  return backend != NULL && g_strstr_len (backend, -1, name) != NULL;
}

static void
emit_changed (Fixture         *fixture,
              GDBusConnection *from,
              const char      *path,
              const char      *interface,
              GVariant        *parameters)
{
  g_dbus_connection_emit_signal (from, NULL, path, interface, "ActiveChanged", parameters, NULL);
  bc_fake_bus_settle (fixture->session, from);
}

static void
test_saver (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BcFakeScreenSaver) fake = export_saver (fixture, data);
  guint id;

  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_WAITING);
  id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);
  bc_await (is_source (fixture, FREEDESKTOP));
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_ACTIVE);
  g_assert_false (bc_lock_is_locked (fixture->lock));

  bc_fake_screen_saver_emit_active_changed (fake, TRUE);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_assert_cmpstr (bc_service_status_get_last_event (fixture->status), ==, "locked");
  bc_fake_screen_saver_emit_active_changed (fake, FALSE);
  bc_await (!bc_lock_is_locked (fixture->lock));
  g_assert_cmpuint (fixture->notifies, ==, 2);
  g_bus_unown_name (id);
}

static void
test_active_at_start (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (BcFakeScreenSaver) fake = export_saver (fixture, "/ScreenSaver");
  guint id;

  fixture->active = TRUE;
  id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);
  bc_await (bc_lock_is_locked (fixture->lock));

  /* Its owner goes: unlocked. It comes back. */
  g_bus_unown_name (id);
  bc_await (!bc_lock_is_locked (fixture->lock));
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_WAITING);
  id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  const char *name = data;
  g_autofree char *path = g_strdelimit (g_strconcat ("/", name, NULL), ".", '/');
  guint id = bc_fake_bus_own (fixture->session->peer, name);

  bc_fake_bus_settle (fixture->session, fixture->session->peer);
  emit_changed (fixture, fixture->session->peer, path, name, g_variant_new ("(b)", TRUE));
  bc_await (bc_lock_is_locked (fixture->lock));
  g_assert_true (is_source (fixture, name));
  g_bus_unown_name (id);
}

static void
test_union (Fixture       *fixture,
            gconstpointer  data)
{
  const char *names[] = { "org.gnome.ScreenSaver", "org.mate.ScreenSaver" };
  guint ids[2];

  for (guint i = 0; i < 2; i++)
    {
      ids[i] = bc_fake_bus_own (fixture->session->peer, names[i]);
      bc_fake_bus_settle (fixture->session, fixture->session->peer);
      emit_changed (fixture, fixture->session->peer, "/x", names[i], g_variant_new ("(b)", TRUE));
    }
  emit_changed (fixture, fixture->session->peer, "/x", names[0], g_variant_new ("(b)", FALSE));
  g_assert_true (bc_lock_is_locked (fixture->lock));
  emit_changed (fixture, fixture->session->peer, "/x", names[1], g_variant_new ("(b)", FALSE));
  g_assert_false (bc_lock_is_locked (fixture->lock));
  g_assert_cmpuint (fixture->notifies, ==, 2);
  g_bus_unown_name (ids[0]);
  g_bus_unown_name (ids[1]);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GDBusConnection) stranger = bc_fake_bus_connect (fixture->session);
  g_autofree char *giant = g_strnfill (1 << 20, 'x');
  guint id = bc_fake_bus_own (fixture->session->peer, "org.gnome.ScreenSaver");
  const char *path = "/org/gnome/ScreenSaver";
  const char *name = "org.gnome.ScreenSaver";

  bc_fake_bus_settle (fixture->session, fixture->session->peer);
  emit_changed (fixture, stranger, path, name, g_variant_new ("(b)", TRUE));
  g_dbus_connection_emit_signal (stranger, g_dbus_connection_get_unique_name (fixture->session->client), path, name,
                                 "ActiveChanged", g_variant_new ("(b)", TRUE), NULL);
  bc_fake_bus_settle (fixture->session, stranger);
  emit_changed (fixture, fixture->session->peer, path, name, g_variant_new ("(s)", giant));
  emit_changed (fixture, fixture->session->peer, path, name, NULL);
  g_assert_false (bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
}

static gboolean
get_session_cb (BcFakeLogin1Manager   *fake,
                GDBusMethodInvocation *invocation,
                const char            *id,
                gpointer               user_data)
{
  g_assert_cmpstr (id, ==, "1");
  bc_fake_login1_manager_complete_get_session (fake, invocation, SESSION_PATH);

  return TRUE;
}

static void
test_logind (Fixture       *fixture,
             gconstpointer  data)
{
  gboolean has_auto = GPOINTER_TO_INT (data);
  g_autoptr (BcFakeLogin1Manager) manager = bc_fake_login1_manager_skeleton_new ();
  g_autoptr (BcFakeLogin1Session) session = bc_fake_login1_session_skeleton_new ();
  g_autoptr (BcFakeLogin1Session) same = bc_fake_login1_session_skeleton_new ();
  g_autoptr (BcFakeLogin1User) user = bc_fake_login1_user_skeleton_new ();
  guint id;

  bc_fake_login1_session_set_id (same, "1");
  bc_fake_login1_user_set_display (user, g_variant_new ("(so)", "1", SESSION_PATH));
  bc_fake_bus_export (fixture->system->peer, manager, "/org/freedesktop/login1");
  bc_fake_bus_export (fixture->system->peer, session, SESSION_PATH);
  bc_fake_bus_export (fixture->system->peer, user, "/org/freedesktop/login1/user/self");
  if (has_auto)
    bc_fake_bus_export (fixture->system->peer, same, "/org/freedesktop/login1/session/auto");
  g_signal_connect (manager, "handle-get-session", G_CALLBACK (get_session_cb), NULL);
  id = bc_fake_bus_own (fixture->system->peer, LOGIN1);

  bc_await (is_source (fixture, "logind"));
  g_assert_false (bc_lock_is_locked (fixture->lock));
  bc_fake_login1_session_set_locked_hint (session, TRUE);
  bc_await (bc_lock_is_locked (fixture->lock));
  bc_fake_login1_session_set_locked_hint (session, FALSE);
  bc_await (!bc_lock_is_locked (fixture->lock));

  bc_fake_login1_session_set_locked_hint (session, TRUE);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
  bc_await (!bc_lock_is_locked (fixture->lock));
  g_assert_false (is_source (fixture, "logind"));
}

static void
start_logind (Fixture *fixture)
{
  fixture->manager = bc_fake_login1_manager_skeleton_new ();
  fixture->login = bc_fake_login1_session_skeleton_new ();
  g_signal_connect (fixture->manager, "handle-get-session", G_CALLBACK (get_session_cb), NULL);
  bc_fake_bus_export (fixture->system->peer, fixture->manager, "/org/freedesktop/login1");
  bc_fake_bus_export (fixture->system->peer, fixture->login, SESSION_PATH);
}

static void
set_display (BcFakeLogin1User *user,
             const char       *id,
             const char       *path)
{
  bc_fake_login1_user_set_display (user, g_variant_new ("(so)", id, path));
}

static void
test_session_comes_and_goes (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (BcFakeLogin1User) user = bc_fake_login1_user_skeleton_new ();
  guint id;

  /* A user service started before anybody has logged in at a screen. */
  start_logind (fixture);
  set_display (user, "", "/");
  bc_fake_bus_export (fixture->system->peer, user, "/org/freedesktop/login1/user/self");
  id = bc_fake_bus_own (fixture->system->peer, LOGIN1);
  bc_fake_bus_settle (fixture->system, fixture->system->peer);
  g_assert_false (is_source (fixture, "logind"));

  set_display (user, "1", SESSION_PATH);
  bc_fake_login1_manager_emit_session_new (fixture->manager, "1", SESSION_PATH);
  bc_await (is_source (fixture, "logind"));
  bc_fake_login1_session_set_locked_hint (fixture->login, TRUE);
  bc_await (bc_lock_is_locked (fixture->lock));

  /* Somebody else's goes, then ours; and another is begun. */
  bc_fake_login1_manager_emit_session_removed (fixture->manager, "2", "/org/freedesktop/login1/session/_32");
  bc_fake_bus_settle (fixture->system, fixture->system->peer);
  g_assert_true (bc_lock_is_locked (fixture->lock));
  set_display (user, "", "/");
  bc_fake_login1_manager_emit_session_removed (fixture->manager, "1", SESSION_PATH);
  bc_await (!bc_lock_is_locked (fixture->lock));
  g_assert_false (is_source (fixture, "logind"));
  set_display (user, "1", SESSION_PATH);
  bc_fake_login1_manager_emit_session_new (fixture->manager, "1", SESSION_PATH);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
}

static guint
log_in (Fixture             *fixture,
        BcFakeLogin1Session *same)
{
  guint id;

  start_logind (fixture);
  bc_fake_login1_session_set_id (same, "1");
  bc_fake_bus_export (fixture->system->peer, same, "/org/freedesktop/login1/session/auto");
  id = bc_fake_bus_own (fixture->system->peer, LOGIN1);
  bc_await (is_source (fixture, "logind"));

  return id;
}

static void
test_logind_restarts (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (BcFakeLogin1Session) same = bc_fake_login1_session_skeleton_new ();
  guint id = log_in (fixture, same);

  bc_fake_login1_session_set_locked_hint (fixture->login, TRUE);
  bc_await (bc_lock_is_locked (fixture->lock));

  /* Still locked when it is back: nobody has come or gone. */
  for (guint i = 0; i < 3; i++)
    {
      g_bus_unown_name (id);
      bc_fake_bus_settle (fixture->system, fixture->system->peer);
      id = bc_fake_bus_own (fixture->system->peer, LOGIN1);
      bc_fake_bus_settle (fixture->system, fixture->system->peer);
      g_assert_true (bc_lock_is_locked (fixture->lock));
    }
  g_assert_cmpuint (fixture->notifies, ==, 1);
  bc_fake_login1_session_set_locked_hint (fixture->login, FALSE);
  bc_await (!bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
}

static void
test_logind_hostile (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GDBusConnection) stranger = bc_fake_bus_connect (fixture->system);
  g_autoptr (BcFakeLogin1Session) same = bc_fake_login1_session_skeleton_new ();
  GDBusConnection *peer = fixture->system->peer;
  guint id = log_in (fixture, same);
  GVariant *locked = g_variant_new_parsed ("('" LOGIN1 ".Session', {'LockedHint': <true>}, @as [])");
  GVariant *wrong = g_variant_new_parsed ("('" LOGIN1 ".Session', {'LockedHint': <'yes'>}, @as [])");
  const char *properties = "org.freedesktop.DBus.Properties";

  g_dbus_connection_emit_signal (stranger, NULL, SESSION_PATH, properties, "PropertiesChanged", locked, NULL);
  bc_fake_bus_settle (fixture->system, stranger);
  g_dbus_connection_emit_signal (peer, NULL, SESSION_PATH, properties, "PropertiesChanged", wrong, NULL);
  g_dbus_connection_emit_signal (peer, NULL, SESSION_PATH, properties, "PropertiesChanged",
                                 g_variant_new ("(s)", LOGIN1 ".Session"), NULL);
  g_dbus_connection_emit_signal (peer, NULL, "/org/freedesktop/login1", LOGIN1 ".Manager", "SessionRemoved",
                                 g_variant_new ("(ss)", "1", SESSION_PATH), NULL);
  bc_fake_bus_settle (fixture->system, peer);
  g_assert_false (bc_lock_is_locked (fixture->lock));
  g_assert_true (is_source (fixture, "logind"));
  g_bus_unown_name (id);
}

static void
test_not_supported (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (BcFakeScreenSaver) fake = export_saver (fixture, "/org/freedesktop/ScreenSaver");
  guint id;

  fixture->refuses = TRUE;
  id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);
  bc_await (fixture->asked == 1);
  bc_fake_bus_settle (fixture->session, fixture->session->peer);
  bc_lock_check (fixture->lock);
  bc_lock_check (fixture->lock);
  bc_await (fixture->asked == 2);
  bc_fake_bus_settle (fixture->session, fixture->session->peer);
  g_assert_false (is_source (fixture, FREEDESKTOP));
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_WAITING);
  g_assert_cmpstr (bc_service_status_get_reason (fixture->status), ==, "No screen lock has made itself known yet.");
  g_bus_unown_name (id);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BcFakeScreenSaver) fake = export_saver (fixture, "/ScreenSaver");
  guint id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);

  bc_await (is_source (fixture, FREEDESKTOP));

  /* Its word got lost, as happens around a sleep. */
  fixture->active = TRUE;
  bc_lock_check (fixture->lock);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
}

static void
test_uncertain (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (BcFakeScreenSaver) fake = export_saver (fixture, "/ScreenSaver");
  const char *reason = "No lock screen has made itself known, and it could be read through: "
                       "by default reminders show none of your words.";
  struct wl_global *manager;
  guint id;

  bc_await (bc_wayland_source_is_ready (fixture->wayland));
  g_assert_false (bc_lock_is_uncertain (fixture->lock));
  manager = bc_fake_compositor_add_global (fixture->compositor, INPUT_INHIBITOR);
  bc_await (bc_lock_is_uncertain (fixture->lock));
  g_assert_cmpstr (bc_service_status_get_reason (fixture->status), ==, reason);

  /* Somebody who tells. */
  id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);
  bc_await (!bc_lock_is_uncertain (fixture->lock));
  g_assert_null (bc_service_status_get_reason (fixture->status));
  g_bus_unown_name (id);
  bc_await (bc_lock_is_uncertain (fixture->lock));

  wl_global_destroy (manager);
  bc_await (!bc_lock_is_uncertain (fixture->lock));
}

static void
test_session_lock_hides_all (Fixture       *fixture,
                             gconstpointer  data)
{
  struct wl_global *session_lock;

  bc_fake_compositor_add_global (fixture->compositor, INPUT_INHIBITOR);
  bc_await (bc_lock_is_uncertain (fixture->lock));
  session_lock = bc_fake_compositor_add_global (fixture->compositor, "ext_session_lock_manager_v1");
  bc_await (!bc_lock_is_uncertain (fixture->lock));
  wl_global_destroy (session_lock);
  bc_await (bc_lock_is_uncertain (fixture->lock));
}

static void
test_hint_proves_itself (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (BcFakeLogin1Session) same = bc_fake_login1_session_skeleton_new ();
  guint id = log_in (fixture, same);

  /* logind is everywhere; whether the locker tells it is only known when it did. */
  bc_fake_compositor_add_global (fixture->compositor, INPUT_INHIBITOR);
  bc_await (bc_lock_is_uncertain (fixture->lock));
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_ACTIVE);
  bc_fake_login1_session_set_locked_hint (fixture->login, TRUE);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_assert_false (bc_lock_is_uncertain (fixture->lock));
  bc_fake_login1_session_set_locked_hint (fixture->login, FALSE);
  bc_await (!bc_lock_is_locked (fixture->lock));
  g_assert_false (bc_lock_is_uncertain (fixture->lock));
  g_bus_unown_name (id);
}

static gboolean
keep_cb (BcFakeScreenSaver     *fake,
         GDBusMethodInvocation *invocation,
         Fixture               *fixture)
{
  fixture->late = invocation;

  return TRUE;
}

static void
test_late_reply (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (BcFakeScreenSaver) fake = bc_fake_screen_saver_skeleton_new ();
  BcLock *other;
  guint id;

  g_signal_connect (fake, "handle-get-active", G_CALLBACK (keep_cb), fixture);
  bc_fake_bus_export (fixture->session->peer, fake, "/org/freedesktop/ScreenSaver");
  id = bc_fake_bus_own (fixture->session->peer, FREEDESKTOP);
  bc_await (fixture->late != NULL);
  bc_fake_screen_saver_complete_get_active (fake, g_steal_pointer (&fixture->late), FALSE);

  other = bc_lock_new (fixture->session->client, NULL, NULL, BC_CLOCK (fixture->clock));
  bc_await (fixture->late != NULL);
  g_assert_finalize_object (other);
  bc_fake_screen_saver_complete_get_active (fake, g_steal_pointer (&fixture->late), TRUE);
  bc_fake_bus_settle (fixture->session, fixture->session->peer);
  g_assert_false (bc_lock_is_locked (fixture->lock));
  g_bus_unown_name (id);
}

static void
test_no_bus (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcLock *lock = bc_lock_new (NULL, NULL, NULL, BC_CLOCK (clock));

  g_assert_cmpint (bc_service_status_get_state (bc_lock_get_status (lock)), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (bc_lock_get_status (lock), "logind"), ==, "There is no system bus.");
  g_assert_finalize_object (lock);
}

static GPid
start_locker (const char *folder,
              const char *name,
              const char *display)
{
  g_autofree char *program = g_build_filename (folder, name, NULL);
  g_autofree char *setting = g_strconcat ("WAYLAND_DISPLAY=", display, NULL);
  char *argv[] = { program, (char *) "600", NULL };
  char *environment[] = { setting, NULL };
  g_autofree char *sleep = g_find_program_in_path ("sleep");
  GError *error = NULL;
  GPid pid;

  if (!g_file_test (program, G_FILE_TEST_EXISTS))
    g_assert_cmpint (symlink (sleep, program), ==, 0);
  g_spawn_async (NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);

  return pid;
}

static void
end_locker (GPid pid)
{
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
}

/* A display of the test's own: other tests, and people, may have lockers too. */
static void
set_up_lockers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *display = g_strdup_printf ("breadcrumbs-test-%d", getpid ());

  g_setenv ("WAYLAND_DISPLAY", display, TRUE);
  set_up (fixture, data);
}

static void
tear_down_lockers (Fixture       *fixture,
                   gconstpointer  data)
{
  g_unsetenv ("WAYLAND_DISPLAY");
  tear_down (fixture, data);
}

static void
await_checked (Fixture *fixture)
{
  gint64 until_us = g_get_monotonic_time () + 250 * 1000;

  bc_lock_check (fixture->lock);
  bc_await (g_get_monotonic_time () > until_us);
}

static void
remove_locker (const char *folder,
               const char *name)
{
  g_autofree char *program = g_build_filename (folder, name, NULL);

  g_unlink (program);
}

static void
test_locker_process (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  GPid first, second;

  bc_fake_compositor_add_global (fixture->compositor, INPUT_INHIBITOR);
  bc_await (bc_lock_is_uncertain (fixture->lock));
  await_checked (fixture);
  g_assert_false (bc_lock_is_locked (fixture->lock));

  /* As swaylock, which is two. */
  first = start_locker (folder, data, g_getenv ("WAYLAND_DISPLAY"));
  second = start_locker (folder, data, g_getenv ("WAYLAND_DISPLAY"));
  bc_lock_check (fixture->lock);
  bc_await (bc_lock_is_locked (fixture->lock));
  g_assert_true (is_source (fixture, "process"));
  g_assert_false (bc_lock_is_uncertain (fixture->lock));
  end_locker (first);
  await_checked (fixture);
  g_assert_true (bc_lock_is_locked (fixture->lock));
  end_locker (second);
  bc_await (!bc_lock_is_locked (fixture->lock));
  g_assert_cmpuint (fixture->notifies, ==, 2);

  remove_locker (folder, data);
  g_rmdir (folder);
}

static void
test_other_processes (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  GPid elsewhere = start_locker (folder, "swaylock", "another-session");
  GPid harmless = start_locker (folder, "swaylocker", g_getenv ("WAYLAND_DISPLAY"));

  await_checked (fixture);
  g_assert_false (bc_lock_is_locked (fixture->lock));
  end_locker (elsewhere);
  end_locker (harmless);
  remove_locker (folder, "swaylock");
  remove_locker (folder, "swaylocker");
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add ("/desktop/lock/" path, Fixture, data, set_up, func, tear_down)
  ADD ("saver/new-path", "/org/freedesktop/ScreenSaver", test_saver);
  ADD ("saver/old-path", "/ScreenSaver", test_saver);
  ADD ("saver/active-at-start", NULL, test_active_at_start);
  ADD ("names/gnome", "org.gnome.ScreenSaver", test_names);
  ADD ("names/cinnamon", "org.cinnamon.ScreenSaver", test_names);
  ADD ("names/mate", "org.mate.ScreenSaver", test_names);
  ADD ("names/xfce", "org.xfce.ScreenSaver", test_names);
  ADD ("union", NULL, test_union);
  ADD ("hostile", NULL, test_hostile);
  ADD ("logind/session", GINT_TO_POINTER (TRUE), test_logind);
  ADD ("logind/user-service", GINT_TO_POINTER (FALSE), test_logind);
  ADD ("logind/session-comes-and-goes", NULL, test_session_comes_and_goes);
  ADD ("logind/restarts", NULL, test_logind_restarts);
  ADD ("logind/hostile", NULL, test_logind_hostile);
  ADD ("saver/not-supported", NULL, test_not_supported);
  ADD ("check", NULL, test_check);
  ADD ("uncertain/input-inhibitor", NULL, test_uncertain);
  ADD ("uncertain/session-lock-hides-all", NULL, test_session_lock_hides_all);
  ADD ("uncertain/hint-proves-itself", NULL, test_hint_proves_itself);
  ADD ("late-reply", NULL, test_late_reply);
#undef ADD
#define ADD(path, data, func) \
  g_test_add ("/desktop/lock/process/" path, Fixture, data, set_up_lockers, func, tear_down_lockers)
  ADD ("swaylock", "swaylock", test_locker_process);
  ADD ("i3lock", "i3lock", test_locker_process);
  ADD ("others", NULL, test_other_processes);
#undef ADD
  g_test_add_func ("/desktop/lock/no-bus", test_no_bus);

  return g_test_run ();
}

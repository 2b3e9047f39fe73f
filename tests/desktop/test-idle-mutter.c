/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-fakes.h"
#include "bc-idle-rig.h"

#define MUTTER "org.gnome.Mutter.IdleMonitor"
#define MUTTER_PATH "/org/gnome/Mutter/IdleMonitor/Core"
#define MUFFIN "org.cinnamon.Muffin.IdleMonitor"
#define MUFFIN_PATH "/org/cinnamon/Muffin/IdleMonitor/Core"

/* What the interface would be in the hands of somebody who means it ill. */
static const char wrong_xml[] =
  "<node><interface name='" MUTTER "'>"
  "<method name='GetIdletime'><arg type='s' direction='out'/></method>"
  "<method name='AddIdleWatch'><arg type='t' direction='in'/><arg type='s' direction='out'/></method>"
  "</interface></node>";

static const char is_muffin_data[] = "muffin";

typedef enum {
  HONEST,
  ZERO,
  REFUSING,
  SILENT,
} Manner;

typedef struct {
  BcFakeBus *bus;
  BcIdleRig rig;
  guint object_id;
  guint name_id;
  GDBusInterfaceInfo info;
  const char *backend;
  const char *interface;
  const char *path;

  Manner manner;
  gboolean fires_at_once;
  guint64 idletime_ms;
  guint64 interval_ms;
  guint last_id;
  guint idle_watch;
  guint active_watch;
  guint removed;
  GDBusMethodInvocation *late;

  guint asked;
} Fixture;

static void
emit_fired (Fixture         *fixture,
            GDBusConnection *from,
            GVariant        *parameters)
{
  g_dbus_connection_emit_signal (from, g_dbus_connection_get_unique_name (fixture->bus->client), fixture->path,
                                 fixture->interface, "WatchFired", parameters, NULL);
}

static void
fire (Fixture *fixture,
      guint   *watch)
{
  guint id = *watch;

  g_assert_cmpuint (id, !=, 0);
  if (watch == &fixture->active_watch)
    *watch = 0;
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", id));
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
}

static void
add_watch (Fixture               *fixture,
           GDBusMethodInvocation *invocation,
           guint                 *watch)
{
  if (fixture->manner == SILENT)
    {
      fixture->late = invocation;
      return;
    }
  if (fixture->manner == REFUSING)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Error", "no");
      return;
    }

  *watch = fixture->manner == ZERO ? 0 : ++fixture->last_id;
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", *watch));
  if (fixture->fires_at_once && watch == &fixture->idle_watch)
    emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", *watch));
}

static void
remove_watch (Fixture *fixture,
              guint    id)
{
  g_assert_cmpuint (id, !=, 0);
  fixture->removed++;
  if (id == fixture->idle_watch)
    fixture->idle_watch = 0;
  else if (id == fixture->active_watch)
    fixture->active_watch = 0;
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  Fixture *fixture = user_data;
  guint id;

  if (g_str_equal (method, "GetIdletime"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(t)", fixture->idletime_ms));
    }
  else if (g_str_equal (method, "AddIdleWatch"))
    {
      g_variant_get (parameters, "(t)", &fixture->interval_ms);
      add_watch (fixture, invocation, &fixture->idle_watch);
    }
  else if (g_str_equal (method, "AddUserActiveWatch"))
    {
      add_watch (fixture, invocation, &fixture->active_watch);
    }
  else
    {
      g_variant_get (parameters, "(u)", &id);
      remove_watch (fixture, id);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
wrong_call_cb (GDBusConnection       *connection,
               const char            *sender,
               const char            *path,
               const char            *interface,
               const char            *method,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation,
               gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(s)", "seven"));
}

static void
export (Fixture                      *fixture,
        GDBusInterfaceInfo           *info,
        GDBusInterfaceMethodCallFunc  call)
{
  GDBusInterfaceVTable vtable = { .method_call = call };

  fixture->object_id = g_dbus_connection_register_object (fixture->bus->peer, fixture->path, info, &vtable,
                                                          fixture, NULL, NULL);
  g_assert_cmpuint (fixture->object_id, !=, 0);
  fixture->name_id = bc_fake_bus_own (fixture->bus->peer, fixture->interface);
}

static void
appear (Fixture *fixture)
{
  /* The same interface, perhaps under the name of the fork. */
  fixture->info = *bc_fake_idle_monitor_interface_info ();
  fixture->info.name = (char *) fixture->interface;
  export (fixture, &fixture->info, call_cb);
}

static void
vanish (Fixture *fixture)
{
  if (fixture->name_id == 0)
    return;

  g_clear_handle_id (&fixture->name_id, g_bus_unown_name);
  g_dbus_connection_unregister_object (fixture->bus->peer, fixture->object_id);
  fixture->idle_watch = 0;
  fixture->active_watch = 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean is_muffin = data == is_muffin_data;

  fixture->backend = is_muffin ? "muffin" : "mutter";
  fixture->interface = is_muffin ? MUFFIN : MUTTER;
  fixture->path = is_muffin ? MUFFIN_PATH : MUTTER_PATH;
  fixture->bus = bc_fake_bus_new ();
  bc_idle_rig_set_up (&fixture->rig, fixture->bus->client, NULL, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_idle_rig_tear_down (&fixture->rig);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->idle_watch, ==, 0);
  g_assert_cmpuint (fixture->active_watch, ==, 0);
  vanish (fixture);
  bc_fake_bus_free (fixture->bus);
}

static void
start (Fixture *fixture,
       guint    seconds)
{
  appear (fixture);
  bc_idle_rig_start (&fixture->rig, seconds, fixture->backend);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
}

static void
test_idle_and_active (Fixture       *fixture,
                      gconstpointer  data)
{
  start (fixture, 300);
  g_assert_cmpstr (bc_service_status_get_reason (fixture->rig.status), ==,
                   data == is_muffin_data ? "Cinnamon tells when you are idle." : "GNOME tells when you are idle.");
  g_assert_cmpuint (fixture->interval_ms, ==, 300000);
  for (guint i = 1; i <= 2; i++)
    {
      fire (fixture, &fixture->idle_watch);
      g_assert_cmpuint (fixture->rig.idles, ==, i);
      g_assert_cmpint (fixture->rig.silent_us, ==, 300 * G_USEC_PER_SEC);
      fire (fixture, &fixture->active_watch);
      g_assert_cmpuint (fixture->rig.actives, ==, i);
    }
  g_assert_cmpuint (bc_service_status_get_event_count (fixture->rig.status), ==, 4);
  g_assert_cmpuint (fixture->removed, ==, 0);
}

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->rig.status, "mutter"), ==,
                   "GNOME’s idle monitor is not running.");
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->rig.status, "muffin"), ==,
                   "Cinnamon’s idle monitor is not running.");

  appear (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_ACTIVE);
  g_assert_null (bc_service_status_get_refusal (fixture->rig.status, "mutter"));
}

static void
test_restarts (Fixture       *fixture,
               gconstpointer  data)
{
  start (fixture, 300);
  fire (fixture, &fixture->idle_watch);

  /* Still idle when it is back: told already. */
  vanish (fixture);
  bc_await (g_strcmp0 (bc_service_status_get_reason (fixture->rig.status), "GNOME’s idle monitor is not running.") == 0);
  g_assert_cmpint (bc_service_status_get_state (fixture->rig.status), ==, BC_SERVICE_STATE_WAITING);
  fixture->idletime_ms = 400000;
  appear (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_ACTIVE);
  bc_await (fixture->active_watch != 0);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  g_assert_cmpuint (fixture->rig.actives, ==, 0);
  fire (fixture, &fixture->active_watch);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);

  /* Came back meanwhile. */
  fire (fixture, &fixture->idle_watch);
  vanish (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_WAITING);
  fixture->idletime_ms = 10;
  appear (fixture);
  bc_await (fixture->rig.actives == 2);
  g_assert_cmpuint (fixture->rig.idles, ==, 2);
}

static void
test_idle_at_start (Fixture       *fixture,
                    gconstpointer  data)
{
  fixture->fires_at_once = data != NULL;
  fixture->idletime_ms = 345678;
  start (fixture, 300);
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpint (fixture->rig.silent_us, ==, 345678 * 1000);
  bc_await (fixture->active_watch != 0);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  fire (fixture, &fixture->active_watch);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
  fire (fixture, &fixture->idle_watch);
  g_assert_cmpuint (fixture->rig.idles, ==, 2);
  g_assert_cmpint (fixture->rig.silent_us, ==, 300 * G_USEC_PER_SEC);
}

static gboolean
is_inhibited_cb (BcFakeSessionManager  *fake,
                 GDBusMethodInvocation *invocation,
                 guint                  flags,
                 Fixture               *fixture)
{
  fixture->asked++;
  bc_fake_session_manager_complete_is_inhibited (fake, invocation, TRUE);

  return TRUE;
}

static void
test_film_at_start (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (BcFakeSessionManager) fake = bc_fake_session_manager_skeleton_new ();
  guint id;

  g_signal_connect (fake, "handle-is-inhibited", G_CALLBACK (is_inhibited_cb), fixture);
  bc_fake_bus_export (fixture->bus->peer, fake, "/org/gnome/SessionManager");
  id = bc_fake_bus_own (fixture->bus->peer, "org.gnome.SessionManager");

  fixture->idletime_ms = 345678;
  start (fixture, 300);
  bc_await (fixture->asked == 1);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);

  /* The film is over, and the threshold with it. */
  fire (fixture, &fixture->idle_watch);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  g_assert_cmpint (fixture->rig.silent_us, ==, 300 * G_USEC_PER_SEC);
  g_bus_unown_name (id);
}

static void
test_threshold_changes (Fixture       *fixture,
                        gconstpointer  data)
{
  guint first;

  start (fixture, 300);
  first = fixture->idle_watch;
  fixture->idletime_ms = 16000;
  bc_idle_set_threshold_s (fixture->rig.idle, 15);
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpint (fixture->rig.silent_us, ==, 16 * G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->interval_ms, ==, 15000);
  g_assert_cmpuint (fixture->removed, ==, 1);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);

  /* Idle by this one too; then not by the next. */
  bc_idle_set_threshold_s (fixture->rig.idle, 10);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  bc_idle_set_threshold_s (fixture->rig.idle, 600);
  bc_await (fixture->rig.actives == 1);

  /* What was removed may still be on its way. */
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", first));
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);

  /* Two changes at once leave one watch. */
  bc_idle_set_threshold_s (fixture->rig.idle, 700);
  bc_idle_set_threshold_s (fixture->rig.idle, 800);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  bc_await (fixture->removed == 5);
  fire (fixture, &fixture->idle_watch);
  g_assert_cmpint (fixture->rig.silent_us, ==, 800 * G_USEC_PER_SEC);
  bc_idle_set_threshold_s (fixture->rig.idle, 0);
  bc_await (fixture->idle_watch == 0 && fixture->active_watch == 0);
}

static void
test_refusing (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->manner = GPOINTER_TO_INT (data);
  appear (fixture);
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_reason (fixture->rig.status), ==,
                   "GNOME’s idle monitor did not accept a watch.");
}

static void
test_no_return (Fixture       *fixture,
                gconstpointer  data)
{
  start (fixture, 300);
  fixture->manner = GPOINTER_TO_INT (data);
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", fixture->idle_watch));
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GDBusConnection) stranger = bc_fake_bus_connect (fixture->bus);
  g_autofree char *giant = g_strnfill (1 << 20, 'x');

  start (fixture, 300);
  emit_fired (fixture, stranger, g_variant_new ("(u)", fixture->idle_watch));
  bc_fake_bus_settle (fixture->bus, stranger);
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", 0));
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", G_MAXUINT32));
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(s)", giant));
  emit_fired (fixture, fixture->bus->peer, NULL);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);

  fire (fixture, &fixture->idle_watch);
  fire (fixture, &fixture->idle_watch);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);

  /* Nobody is idle for longer than since boot. */
  fire (fixture, &fixture->active_watch);
  fixture->idletime_ms = G_MAXUINT64;
  bc_idle_set_threshold_s (fixture->rig.idle, 15);
  bc_await (fixture->rig.idles == 2);
  g_assert_cmpint (fixture->rig.silent_us, ==, bc_clock_boot_us (BC_CLOCK (fixture->rig.clock)));
}

static void
test_flood (Fixture       *fixture,
            gconstpointer  data)
{
  start (fixture, 300);
  for (guint32 i = 0; i < 5000; i++)
    emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", i % 2 == 0 ? fixture->idle_watch : 1000 + i));
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.idles, ==, 1);
  fire (fixture, &fixture->active_watch);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);

  /* Out of order: a return that nobody waits for. */
  emit_fired (fixture, fixture->bus->peer, g_variant_new ("(u)", fixture->last_id));
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
}

static void
test_leaves_during_restart (Fixture       *fixture,
                            gconstpointer  data)
{
  start (fixture, 300);
  vanish (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_WAITING);
  fixture->idletime_ms = 400000;
  appear (fixture);
  bc_await (fixture->rig.idles == 1);
  g_assert_cmpint (fixture->rig.silent_us, ==, 400 * G_USEC_PER_SEC);
  bc_await (fixture->active_watch != 0);
  bc_fake_bus_settle (fixture->bus, fixture->bus->peer);
  fire (fixture, &fixture->active_watch);
  g_assert_cmpuint (fixture->rig.actives, ==, 1);
}

static void
test_wrong_types (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (wrong_xml, NULL);

  export (fixture, node->interfaces[0], wrong_call_cb);
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
}

static void
test_late_reply (Fixture       *fixture,
                 gconstpointer  data)
{
  fixture->manner = SILENT;
  appear (fixture);
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_await (fixture->late != NULL);
  if (data != NULL)
    {
      g_assert_finalize_object (fixture->rig.idle);
      fixture->rig.idle = bc_idle_new (NULL, NULL, NULL, NULL, BC_CLOCK (fixture->rig.clock));
    }
  else
    {
      bc_idle_set_threshold_s (fixture->rig.idle, 0);
    }

  /* The watch that nobody wants any more is removed. */
  g_dbus_method_invocation_return_value (g_steal_pointer (&fixture->late), g_variant_new ("(u)", 7));
  bc_await (fixture->removed == 1);
  g_assert_cmpuint (fixture->rig.idles, ==, 0);
}

static void
test_vanishes_while_starting (Fixture       *fixture,
                              gconstpointer  data)
{
  fixture->manner = SILENT;
  appear (fixture);
  bc_idle_set_threshold_s (fixture->rig.idle, 300);
  bc_await (fixture->late != NULL);
  vanish (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_UNAVAILABLE);
  g_dbus_method_invocation_return_value (g_steal_pointer (&fixture->late), g_variant_new ("(u)", 7));
  fixture->manner = HONEST;
  appear (fixture);
  bc_idle_rig_await_state (&fixture->rig, BC_SERVICE_STATE_ACTIVE);
}

static void
test_no_bus (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcIdle *idle = bc_idle_new (NULL, NULL, NULL, NULL, BC_CLOCK (clock));

  bc_idle_set_threshold_s (idle, 300);
  bc_await (bc_service_status_get_state (bc_idle_get_status (idle)) == BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (bc_idle_get_status (idle), "mutter"), ==,
                   "There is no session bus.");
  g_assert_finalize_object (idle);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add ("/desktop/idle/mutter/" path, Fixture, data, set_up, func, tear_down)
  ADD ("idle-and-active", NULL, test_idle_and_active);
  ADD ("muffin", is_muffin_data, test_idle_and_active);
  ADD ("absent", NULL, test_absent);
  ADD ("restarts", NULL, test_restarts);
  ADD ("idle-at-start", NULL, test_idle_at_start);
  ADD ("idle-at-start-and-fired", GINT_TO_POINTER (TRUE), test_idle_at_start);
  ADD ("film-at-start", NULL, test_film_at_start);
  ADD ("threshold-changes", NULL, test_threshold_changes);
  ADD ("id-zero", GINT_TO_POINTER (ZERO), test_refusing);
  ADD ("refusing", GINT_TO_POINTER (REFUSING), test_refusing);
  ADD ("no-return/id-zero", GINT_TO_POINTER (ZERO), test_no_return);
  ADD ("no-return/refusing", GINT_TO_POINTER (REFUSING), test_no_return);
  ADD ("hostile", NULL, test_hostile);
  ADD ("flood", NULL, test_flood);
  ADD ("leaves-during-restart", NULL, test_leaves_during_restart);
  ADD ("wrong-types", NULL, test_wrong_types);
  ADD ("stopped-while-starting", NULL, test_late_reply);
  ADD ("late-reply", GINT_TO_POINTER (TRUE), test_late_reply);
  ADD ("vanishes-while-starting", NULL, test_vanishes_while_starting);
#undef ADD
  g_test_add_func ("/desktop/idle/mutter/no-bus", test_no_bus);

  return g_test_run ();
}

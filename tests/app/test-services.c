/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fake-bus.h"
#include "bc-fixed-clock.h"
#include "bc-services.h"

#define SYSTEM_BUS "DBUS_SYSTEM_BUS_ADDRESS"

static const char no_system_bus[] = "unix:path=/nonexistent";

typedef struct {
  BcFakeBus *bus;
  GDBusConnection *system;
  BcFixedClock *clock;
  BcServices *services;
  guint completions;
} Fixture;

static void
complete_cb (Fixture *fixture)
{
  fixture->completions++;
}

/* The program would end with the bus, and so would the test. */
static GDBusConnection *
connect_system (void)
{
  GDBusConnection *system = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);

  g_assert_nonnull (system);
  g_dbus_connection_set_exit_on_close (system, FALSE);

  return system;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->bus = bc_fake_bus_new ();
  g_setenv (SYSTEM_BUS, data != NULL ? data : fixture->bus->address, TRUE);
  if (data == NULL)
    fixture->system = connect_system ();
  fixture->clock = bc_fixed_clock_new ();
  fixture->services = bc_services_new (BC_CLOCK (fixture->clock));
  g_signal_connect_swapped (fixture->services, "complete", G_CALLBACK (complete_cb), fixture);
}

/* The bus that is still being connected to keeps them a little longer. */
static void
drop_services (Fixture *fixture)
{
  gpointer services = fixture->services;

  g_object_add_weak_pointer (services, &services);
  bc_services_stop (fixture->services);
  g_clear_object (&fixture->services);
  bc_await (services == NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->services != NULL)
    drop_services (fixture);
  g_clear_object (&fixture->system);
  g_object_unref (fixture->clock);
  bc_fake_bus_free (fixture->bus);
}

static void
assert_listed (Fixture    *fixture,
               const char *ids)
{
  GListModel *statuses = bc_services_get_statuses (fixture->services);
  g_autoptr (GString) listed = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statuses); i++)
    {
      g_autoptr (BcServiceStatus) status = g_list_model_get_item (statuses, i);

      g_string_append_printf (listed, "%s ", bc_service_status_get_id (status));
    }
  g_assert_cmpstr (listed->str, ==, ids);
}

/* Idleness, lock and sleep are told by both buses; what needs one alone does not wait. */
static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (BcIdle) another = NULL;

  assert_listed (fixture, "");
  bc_services_start (fixture->services, fixture->bus->client);
  assert_listed (fixture, "hotkey tray background notifier ");
  g_assert_null (bc_services_get_idle (fixture->services));

  bc_await (fixture->completions == 1);
  assert_listed (fixture, "hotkey tray background notifier idle lock sleep focus ");
  another = bc_services_new_idle (fixture->services);
  g_assert_true (another != bc_services_get_idle (fixture->services));
  assert_listed (fixture, "hotkey tray background notifier idle lock sleep focus ");
}

static void
test_stopped_before (Fixture       *fixture,
                     gconstpointer  data)
{
  bc_services_start (fixture->services, fixture->bus->client);
  bc_services_stop (fixture->services);
  g_assert_null (bc_services_get_hotkey (fixture->services));
  drop_services (fixture);
  g_assert_cmpuint (fixture->completions, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const services[] = {
    "HOTKEY", "TRAY", "BACKGROUND", "NOTIFIER", "IDLE", "LOCK", "SLEEP", "FOCUS",
  };

  /* What each does is its own test's. */
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *variable = g_strconcat ("BREADCRUMBS_", services[i], NULL);

      g_setenv (variable, "none", TRUE);
    }
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, test) g_test_add ("/app/services/" path, Fixture, data, set_up, test, tear_down)
  ADD ("no-system-bus", no_system_bus, test_complete);
  ADD ("complete", NULL, test_complete);
  ADD ("stopped-before", NULL, test_stopped_before);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-program-facts.h"
#include "bc-service-status.h"
#include "bc-status-export.h"

#define PATH "/org/example/Breadcrumbs"

typedef struct {
  GTestDBus *dbus;
  GDBusConnection *bus;
  GListStore *services;
  BcServiceStatus *status;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->dbus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->dbus);
  fixture->bus =
    g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->dbus),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->services = g_list_store_new (BC_TYPE_SERVICE_STATUS);
  fixture->status = bc_service_status_new ("idle");
  g_list_store_append (fixture->services, fixture->status);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->services);
  g_assert_finalize_object (fixture->status);
  g_dbus_connection_close_sync (fixture->bus, NULL, NULL);
  g_object_unref (fixture->bus);
  g_test_dbus_down (fixture->dbus);
  g_object_unref (fixture->dbus);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(GVariant **) user_data = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_no_error (error);
}

static GVariant *
call (Fixture    *fixture,
      const char *method,
      const char *type)
{
  GVariant *answer = NULL;

  g_dbus_connection_call (fixture->bus, g_dbus_connection_get_unique_name (fixture->bus), PATH,
                          "org.example.Breadcrumbs.Status", method, NULL, G_VARIANT_TYPE (type),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &answer);
  bc_await (answer != NULL);

  return answer;
}

static void
test_tells_what_services_do (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BcStatusExport *export = bc_status_export_new (G_LIST_MODEL (fixture->services), bc_program_facts (7),
                                                  fixture->bus, PATH, &error);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) list = NULL;
  g_autoptr (GVariant) first = NULL;
  const char *text;
  guint events;

  g_assert_no_error (error);
  bc_service_status_set (fixture->status, BC_SERVICE_STATE_ACTIVE, "xsync", NULL);
  bc_service_status_note_event (fixture->status, "active", 1);
  answer = call (fixture, "Get", "(aa{sv})");

  list = g_variant_get_child_value (answer, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 1);
  first = g_variant_get_child_value (list, 0);
  g_assert_true (g_variant_lookup (first, "id", "&s", &text));
  g_assert_cmpstr (text, ==, "idle");
  g_assert_true (g_variant_lookup (first, "state", "&s", &text));
  g_assert_cmpstr (text, ==, "active");
  g_assert_true (g_variant_lookup (first, "events", "u", &events));
  g_assert_cmpuint (events, ==, 1);

  g_assert_finalize_object (export);
}

static void
test_tells_what_runs (Fixture       *fixture,
                      gconstpointer  data)
{
  BcStatusExport *export = bc_status_export_new (G_LIST_MODEL (fixture->services), bc_program_facts (7),
                                                 fixture->bus, PATH, NULL);
  const char *texts[] = { "version", "install", "desktop", "session", "display", "gtk", "adwaita", "glib", "locale" };
  g_autoptr (GVariant) answer = call (fixture, "GetProgram", "(a{sv})");
  g_autoptr (GVariant) facts = g_variant_get_child_value (answer, 0);
  gint64 started_us;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (g_variant_lookup (facts, texts[i], "&s", NULL));
  g_assert_true (g_variant_lookup (facts, "started-us", "x", &started_us));
  g_assert_cmpint (started_us, ==, 7);

  g_assert_finalize_object (export);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/app/status-export/tells-what-services-do", Fixture, NULL,
              set_up, test_tells_what_services_do, tear_down);
  g_test_add ("/app/status-export/tells-what-runs", Fixture, NULL,
              set_up, test_tells_what_runs, tear_down);

  return g_test_run ();
}

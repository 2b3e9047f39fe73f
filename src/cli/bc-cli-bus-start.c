/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-bus-start.h"

#define SYSTEMD "org.freedesktop.systemd1"
#define SYSTEMD_PATH "/org/freedesktop/systemd1"
#define MANAGER SYSTEMD ".Manager"
#define UNIT "app-" BC_APP_ID ".service"

typedef struct {
  GMainLoop *loop;
  GCancellable *cancellable;
  gboolean started;
} Start;

static void
job_removed_cb (GDBusConnection *bus,
                const char      *sender,
                const char      *path,
                const char      *interface,
                const char      *signal,
                GVariant        *parameters,
                gpointer         user_data)
{
  Start *start = user_data;
  const char *unit;
  const char *result;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(uoss)")))
    return;

  g_variant_get (parameters, "(uo&s&s)", NULL, NULL, &unit, &result);
  if (g_str_equal (unit, UNIT) && !g_str_equal (result, "done"))
    g_cancellable_cancel (start->cancellable);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Start *start = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  start->started = reply != NULL;
  g_main_loop_quit (start->loop);
}

static guint
listen_to_systemd (GDBusConnection *bus,
                   Start           *start)
{
  guint id = g_dbus_connection_signal_subscribe (bus, SYSTEMD, MANAGER, "JobRemoved", SYSTEMD_PATH, NULL,
                                                 G_DBUS_SIGNAL_FLAGS_NONE, job_removed_cb, start, NULL);

  /* It tells of its jobs only while somebody has asked for it. */
  g_dbus_connection_call (bus, SYSTEMD, SYSTEMD_PATH, MANAGER, "Subscribe", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);

  return id;
}

gboolean
bc_cli_bus_start (GDBusConnection *bus,
                  int              timeout_ms)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Start start = { loop, cancellable, FALSE };
  guint jobs_id = listen_to_systemd (bus, &start);

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          "StartServiceByName", g_variant_new ("(su)", BC_APP_ID, 0), NULL,
                          G_DBUS_CALL_FLAGS_NONE, timeout_ms, cancellable, started_cb, &start);
  g_main_loop_run (loop);
  g_dbus_connection_signal_unsubscribe (bus, jobs_id);

  return start.started;
}

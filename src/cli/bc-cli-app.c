/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-app.h"

#include <glib/gi18n-lib.h>

#include "bc-activation-token.h"
#include "bc-cli-bus-start.h"
#include "bc-cli-error.h"
#include "bc-cli-program.h"
#include "bc-cli-report.h"

/* A cold start on a slow disk; then the bus gives up too. */
#define CALL_TIMEOUT_MS 30000

/* A program that runs answers in a millisecond; whoever asks what is wrong must not wait long. */
#define TELL_TIMEOUT_US (2 * G_USEC_PER_SEC)

/* An address no transport serves. */
#define NO_BUS "disabled:"

void
bc_cli_app_keep_bus_from_launching (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL && !g_file_test (socket, G_FILE_TEST_EXISTS))
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", NO_BUS, TRUE);
}

GDBusConnection *
bc_cli_app_connect (GError **error)
{
  g_autoptr (GError) local = NULL;
  GDBusConnection *bus;

  if (g_strcmp0 (g_getenv ("DBUS_SESSION_BUS_ADDRESS"), NO_BUS) == 0)
    {
      g_set_error_literal (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                           _("The app cannot be reached without a session bus"));
      return NULL;
    }

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &local);
  if (bus == NULL)
    {
      g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                   _("The app cannot be reached without a session bus: %s"), local->message);
      return NULL;
    }

  g_dbus_connection_set_exit_on_close (bus, FALSE);

  return bus;
}

static GVariant *
make_platform_data (void)
{
  g_autofree char *token = bc_activation_token_take_from_environment ();

  return bc_activation_token_pack (token);
}

static gboolean
call_application (GDBusConnection  *bus,
                  const char       *method,
                  GVariant         *arguments,
                  GDBusCallFlags    flags,
                  GError          **error)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, BC_APP_ID, BC_APP_PATH, "org.freedesktop.Application",
                                 method, arguments, NULL, flags, CALL_TIMEOUT_MS, NULL, error);

  return reply != NULL;
}

static gboolean
is_running (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "NameHasOwner", g_variant_new ("(s)", BC_APP_ID),
                                 G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, CALL_TIMEOUT_MS, NULL, NULL);
  gboolean owned = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);

  return owned;
}

/* The bus may not know the program, or may not be able to start it from where the bus or systemd runs,
 * for want of a display for one. */
static gboolean
start (GDBusConnection  *bus,
       GError          **error)
{
  if (is_running (bus))
    return TRUE;
  if (!bc_cli_program_is_overridden () && bc_cli_bus_start (bus, CALL_TIMEOUT_MS))
    return TRUE;

  return bc_cli_program_start (bus, error);
}

static gboolean
ask_application (const char  *method,
                 GVariant    *arguments,
                 GError     **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arguments);
  g_autoptr (GDBusConnection) bus = bc_cli_app_connect (error);
  g_autoptr (GError) local = NULL;

  if (bus == NULL || !start (bus, error))
    return FALSE;
  if (call_application (bus, method, sunk, G_DBUS_CALL_FLAGS_NO_AUTO_START, &local))
    return TRUE;

  g_dbus_error_strip_remote_error (local);
  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("The app did not answer: %s"), local->message);

  return FALSE;
}

gboolean
bc_cli_app_open (GError **error)
{
  return ask_application ("Activate", g_variant_new ("(@a{sv})", make_platform_data ()), error);
}

gboolean
bc_cli_app_activate (const char  *action,
                     GError     **error)
{
  return ask_application ("ActivateAction",
                          g_variant_new ("(s@av@a{sv})", action,
                                         g_variant_new_array (G_VARIANT_TYPE_VARIANT, NULL, 0),
                                         make_platform_data ()),
                          error);
}

gboolean
bc_cli_app_start (GError **error)
{
  g_autoptr (GDBusConnection) bus = bc_cli_app_connect (error);

  return bus != NULL && start (bus, error);
}

static GVariant *
ask (GDBusConnection  *bus,
     const char       *method,
     const char       *type,
     gint64            deadline_us,
     GError          **error)
{
  gint64 left_ms = MAX (1, (deadline_us - g_get_monotonic_time ()) / 1000);
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, BC_APP_ID, BC_APP_PATH, BC_APP_ID ".Status", method, NULL,
                                 G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                 (int) left_ms, NULL, error);

  return reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
}

gboolean
bc_cli_app_ask_status (GDBusConnection  *bus,
                       GVariant        **program,
                       GVariant        **services,
                       GError          **error)
{
  gint64 deadline_us = g_get_monotonic_time () + TELL_TIMEOUT_US;
  g_autoptr (GVariant) told_services = ask (bus, "Get", "(aa{sv})", deadline_us, error);
  g_autoptr (GVariant) told_program = NULL;

  if (told_services == NULL)
    return FALSE;

  *services = bc_cli_report_read_services (told_services);
  told_program = ask (bus, "GetProgram", "(a{sv})", deadline_us, NULL);
  if (told_program != NULL)
    *program = bc_cli_report_read_program (told_program);

  return TRUE;
}

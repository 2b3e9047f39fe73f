/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The resident program, reached over the session bus. Every call blocks; each sets
 * a #BcCliError that says why the program cannot be reached.
 */

/**
 * bc_cli_app_keep_bus_from_launching:
 *
 * For want of a session bus GIO launches one where a display is named, even to read
 * settings. Forbids that; to be called before anything else.
 */
void bc_cli_app_keep_bus_from_launching (void);

/**
 * bc_cli_app_connect:
 * @error: return location for a #BcCliError
 *
 * Returns: (transfer full): the session bus
 */
GDBusConnection *bc_cli_app_connect (GError **error);

/**
 * bc_cli_app_open:
 *
 * Opens the window, and starts the program where it is not running. The activation
 * token in the environment is passed on, so that the window gets the focus
 * (`org.freedesktop.Application`, Desktop Entry Specification, "D-Bus Activation").
 */
gboolean bc_cli_app_open (GError **error);

/**
 * bc_cli_app_activate:
 * @action: an action of the program's that takes no parameter
 *
 * Does what @action does, as bc_cli_app_open() opens the window.
 */
gboolean bc_cli_app_activate (const char  *action,
                              GError     **error);

/**
 * bc_cli_app_start:
 *
 * Makes sure that the program is running, without a window.
 */
gboolean bc_cli_app_start (GError **error);

/**
 * bc_cli_app_ask_status:
 * @program: (out) (nullable): what bc_cli_report_read_program() makes of its answer; one
 *   that is older gives none
 * @services: (out): what bc_cli_report_read_services() makes of its answer
 * @error: return location; %G_DBUS_ERROR_NAME_HAS_NO_OWNER or
 *   %G_DBUS_ERROR_SERVICE_UNKNOWN if the program is not running
 *
 * Asks a running program what it does, for no longer than two seconds; never starts it.
 */
gboolean bc_cli_app_ask_status (GDBusConnection  *bus,
                                GVariant        **program,
                                GVariant        **services,
                                GError          **error);

G_END_DECLS

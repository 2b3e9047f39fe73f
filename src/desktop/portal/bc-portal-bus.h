/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_PORTAL_NAME "org.freedesktop.portal.Desktop"
#define BC_PORTAL_PATH "/org/freedesktop/portal/desktop"

/**
 * bc_portal_bus_connect_async:
 * @cancellable: (nullable): a cancellable
 *
 * Opens a connection to the session bus that is used for portals alone. The
 * toolkit talks to portals over the shared one, and a portal takes a program's
 * identity only before anything else is said (see bc_portal_bus_register_async()).
 * Nothing is read but the environment. Main thread only.
 */
void bc_portal_bus_connect_async (GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

/**
 * bc_portal_bus_connect_finish:
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the connection
 */
GDBusConnection *bc_portal_bus_connect_finish (GAsyncResult  *result,
                                               GError       **error);

/**
 * bc_portal_bus_register_async:
 * @connection: what bc_portal_bus_connect_finish() gave
 * @owner: the unique name of the portals' owner
 * @app_id: the application's id, of an installed desktop file
 * @cancellable: (nullable): a cancellable
 *
 * Tells the portals who asks: `org.freedesktop.host.portal.Registry`, known to
 * xdg-desktop-portal since 1.20. Does nothing inside a sandbox.
 */
void bc_portal_bus_register_async (GDBusConnection     *connection,
                                   const char          *owner,
                                   const char          *app_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

/**
 * bc_portal_bus_register_finish:
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * A portal that does not know the method, or the program, is no error: what is
 * asked of it next will tell.
 */
gboolean bc_portal_bus_register_finish (GAsyncResult  *result,
                                        GError       **error);

/**
 * bc_portal_bus_create_path:
 * @connection: a connection to a bus
 * @kind: "request" or "session"
 * @token: the last part of the path; empty for what all of them begin with
 *
 * Returns: (transfer full): where portals keep an object that @connection asked for
 */
char *bc_portal_bus_create_path (GDBusConnection *connection,
                                 const char      *kind,
                                 const char      *token);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_PORTAL_WATCH (bc_portal_watch_get_type ())
G_DECLARE_FINAL_TYPE (BcPortalWatch, bc_portal_watch, BC, PORTAL_WATCH, GObject)

/**
 * BcPortalWatch:
 *
 * A connection of its own to the session bus (see bc_portal_bus_connect_async()), and
 * whether somebody offers portals there. Main thread only.
 */

/**
 * BcPortalWatch::appeared:
 *
 * Somebody offers portals, perhaps another one than before, after ::vanished.
 */

/**
 * BcPortalWatch::vanished:
 *
 * Nobody does, and nobody could be started.
 */

/**
 * BcPortalWatch::failed:
 *
 * There is no session bus.
 */

/**
 * BcPortalWatch::disconnected:
 *
 * The bus has gone, and all that was asked of it.
 */

/**
 * bc_portal_watch_new:
 *
 * Returns: (transfer full): a watch that does not look yet
 */
BcPortalWatch *bc_portal_watch_new (void);

/**
 * bc_portal_watch_look:
 *
 * Looks who offers portals, starting them where the bus can, and tells what it finds from now
 * on. Tells again what has been told before.
 */
void bc_portal_watch_look (BcPortalWatch *self);

/**
 * bc_portal_watch_stop:
 *
 * Nothing is told any more. The connection stays: portals know the program by it.
 */
void bc_portal_watch_stop (BcPortalWatch *self);

/**
 * bc_portal_watch_get_connection:
 *
 * Returns: (transfer none) (nullable): the connection, once ::appeared or ::vanished was emitted
 */
GDBusConnection *bc_portal_watch_get_connection (BcPortalWatch *self);

/**
 * bc_portal_watch_get_owner:
 *
 * Returns: (nullable): the unique name of who offers portals
 */
const char *bc_portal_watch_get_owner (BcPortalWatch *self);

G_END_DECLS

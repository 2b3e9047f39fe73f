/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <wayland-client.h>

G_BEGIN_DECLS

/**
 * BcWaylandGlobal:
 * @name: the compositor's number for it
 * @interface: such as "wl_seat"
 * @version: the highest version the compositor speaks
 *
 * Something a compositor offers.
 */
typedef struct {
  guint32 name;
  const char *interface;
  guint32 version;
} BcWaylandGlobal;

#define BC_TYPE_WAYLAND_SOURCE (bc_wayland_source_get_type ())
G_DECLARE_FINAL_TYPE (BcWaylandSource, bc_wayland_source, BC, WAYLAND_SOURCE, GObject)

/**
 * BcWaylandSource:
 *
 * A connection to the Wayland compositor of our own, beside GTK's, read by the
 * default main context, with a registry of what the compositor offers. It is shared
 * by all services that speak Wayland. Proxies made from it are on its default queue;
 * whoever makes one holds a reference to the source as long. Main thread only.
 */

/**
 * BcWaylandSource::ready:
 *
 * Everything the compositor offers at first has been announced. Comes once.
 */

/**
 * BcWaylandSource::added:
 * @global: (type gpointer): a #BcWaylandGlobal, valid during the emission
 *
 * The compositor offers something more. Also comes before #BcWaylandSource::ready.
 */

/**
 * BcWaylandSource::removed:
 * @global: (type gpointer): a #BcWaylandGlobal, valid during the emission
 *
 * The compositor has withdrawn something.
 */

/**
 * BcWaylandSource::lost:
 *
 * The compositor went away. Comes once; every later request fails, harmlessly.
 */

/**
 * bc_wayland_source_new:
 * @display: a display such as "wayland-0", or the path of its socket
 *
 * Does not wait for the compositor.
 *
 * Returns: (transfer full) (nullable): the connection, %NULL where there is none to be had
 */
BcWaylandSource *bc_wayland_source_new (const char *display);

/**
 * bc_wayland_source_new_for_session:
 *
 * As bc_wayland_source_new() for the display of the environment's WAYLAND_DISPLAY. A
 * connection handed down in WAYLAND_SOCKET is left to the toolkit.
 *
 * Returns: (transfer full) (nullable): the connection, %NULL where there is none to be had
 */
BcWaylandSource *bc_wayland_source_new_for_session (void);

/**
 * bc_wayland_source_list:
 * @interface: an interface's name
 *
 * Returns: (transfer container) (element-type BcWaylandGlobal): what the compositor
 *   offers of @interface, in the order it was announced; valid until the main
 *   context runs
 */
GPtrArray *bc_wayland_source_list (BcWaylandSource *self,
                                   const char      *interface);

/**
 * bc_wayland_source_bind:
 * @global: what to bind
 * @interface: its interface
 * @version: the highest version the caller speaks
 *
 * Returns: (transfer full): a proxy of the lower of both versions
 */
gpointer bc_wayland_source_bind (BcWaylandSource           *self,
                                 const BcWaylandGlobal     *global,
                                 const struct wl_interface *interface,
                                 guint32                    version);

gboolean bc_wayland_source_is_ready (BcWaylandSource *self);

gboolean bc_wayland_source_is_lost (BcWaylandSource *self);

G_END_DECLS

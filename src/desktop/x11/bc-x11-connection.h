/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <xcb/xcb.h>

G_BEGIN_DECLS

#define BC_TYPE_X11_CONNECTION (bc_x11_connection_get_type ())
G_DECLARE_FINAL_TYPE (BcX11Connection, bc_x11_connection, BC, X11_CONNECTION, GObject)

/**
 * BcX11Connection:
 *
 * A connection to the X server of our own, beside GTK's, read by the default main
 * context. It is shared by all services that speak X11. Main thread only.
 */

/**
 * BcX11Connection::event:
 * @event: (type gpointer): a `xcb_generic_event_t`, valid during the emission
 *
 * An event arrived. Errors of requests nobody waits for are passed over.
 */

/**
 * BcX11Connection::lost:
 *
 * The server went away. Comes once; every later request fails, harmlessly.
 */

/**
 * bc_x11_connection_new:
 * @display: (nullable): a display such as ":0", %NULL for that of the environment
 *
 * Returns: (transfer full) (nullable): the connection, %NULL where there is none to be had
 */
BcX11Connection *bc_x11_connection_new (const char *display);

/**
 * bc_x11_connection_new_for_session:
 *
 * As bc_x11_connection_new(), but only if this is an X11 session: under Wayland an
 * X server (XWayland) knows too little to be asked.
 *
 * Returns: (transfer full) (nullable): the connection, %NULL where there is none to be had
 */
BcX11Connection *bc_x11_connection_new_for_session (void);

/**
 * bc_x11_connection_get_xcb:
 *
 * Requests need no flush: it is done before the main loop waits.
 *
 * Returns: (transfer none): the connection, also after its loss
 */
xcb_connection_t *bc_x11_connection_get_xcb (BcX11Connection *self);

/**
 * bc_x11_connection_get_root:
 *
 * Returns: the root window of the display's own screen
 */
xcb_window_t bc_x11_connection_get_root (BcX11Connection *self);

gboolean bc_x11_connection_is_lost (BcX11Connection *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_tray_icon_draw:
 * @icon_name: an icon of ours; what it ends in tells the state: "-open-symbolic",
 *   "-paused-symbolic", else the plain one
 *
 * Draws the icon for hosts that cannot find it by name, in a colour that can be
 * read on light and dark panels, since a picture cannot be recoloured.
 *
 * Returns: (transfer floating): `a(iiay)` of 16, 22, 24, 32 and 48 pixels: width,
 *   height, ARGB32 in network byte order, not premultiplied (StatusNotifierItem,
 *   "Icons")
 */
GVariant *bc_tray_icon_draw (const char *icon_name);

/**
 * bc_tray_icon_find_async:
 * @icon_name: an icon of ours
 *
 * Looks for an installed icon on desktops whose panels give it the colour of their
 * text; only where every program of the session looks, whatever its environment:
 * hosts must find it too, and some show a broken image if they do not.
 */
void bc_tray_icon_find_async (const char          *icon_name,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data);

/**
 * bc_tray_icon_find_finish:
 * @error: return location for a #GIOErrorEnum, %G_IO_ERROR_CANCELLED only
 *
 * Returns: whether the icon is better named than drawn
 */
gboolean bc_tray_icon_find_finish (GAsyncResult  *result,
                                   GError       **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tray/bc-tray-menu.h"

G_BEGIN_DECLS

#define BC_TYPE_TRAY_MENU_SERVER (bc_tray_menu_server_get_type ())
G_DECLARE_FINAL_TYPE (BcTrayMenuServer, bc_tray_menu_server, BC, TRAY_MENU_SERVER, GObject)

/**
 * BcTrayMenuServer:
 *
 * Serves a menu as com.canonical.dbusmenu. Main thread only.
 */

/**
 * BcTrayMenuServer::about-to-show:
 *
 * A host is about to show the menu; what bc_tray_menu_server_set_menu() is given now
 * is what it shows.
 */

/**
 * BcTrayMenuServer::clicked:
 * @action: the item's action
 * @target: (nullable): the item's target
 *
 * A host told that an item was clicked; its call is answered already.
 */

BcTrayMenuServer *bc_tray_menu_server_new (void);

/**
 * bc_tray_menu_server_export:
 * @path: the object path to serve at
 *
 * Serves on @bus until the server is disposed of.
 */
gboolean bc_tray_menu_server_export (BcTrayMenuServer  *self,
                                     GDBusConnection   *bus,
                                     const char        *path,
                                     GError           **error);

/**
 * bc_tray_menu_server_set_menu:
 *
 * Takes effect at once; hosts are told in an idle, once for several changes.
 */
void bc_tray_menu_server_set_menu (BcTrayMenuServer *self,
                                   BcTrayMenu       *menu);

G_END_DECLS

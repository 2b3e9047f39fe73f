/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-service-status.h"
#include "tray/bc-tray-menu.h"

G_BEGIN_DECLS

#define BC_TYPE_TRAY (bc_tray_get_type ())
G_DECLARE_FINAL_TYPE (BcTray, bc_tray, BC, TRAY, GObject)

/**
 * BcTray:
 *
 * The tray icon with its menu: org.kde.StatusNotifierItem and
 * com.canonical.dbusmenu, registered by unique bus name with whatever tray host
 * is there, each time one appears. Main thread only.
 */

/**
 * BcTray::activate:
 * @token: (nullable): an activation token
 *
 * The user clicked the icon, or asked it for its window.
 */

/**
 * BcTray::secondary-activate:
 * @token: (nullable): an activation token
 *
 * The user clicked the icon with the middle button.
 */

/**
 * BcTray::about-to-show-menu:
 *
 * The menu is about to be shown: what bc_tray_set_menu() is given now is what the
 * user sees. Not every host tells.
 */

/**
 * BcTray::item-activated:
 * @action: the item's action
 * @target: (nullable): the item's target
 * @token: (nullable): an activation token
 *
 * The user chose a menu item, the one that was shown to them.
 */

/**
 * bc_tray_new:
 * @bus: (nullable): the session bus
 * @id: the application id
 * @title: the constant title
 *
 * Returns: (transfer full): a tray that shows nothing before bc_tray_set_menu()
 */
BcTray *bc_tray_new (GDBusConnection *bus,
                     const char      *id,
                     const char      *title);

/**
 * bc_tray_set_menu:
 * @menu: the whole menu; what did not change keeps its place and number in it
 */
void bc_tray_set_menu (BcTray     *self,
                       BcTrayMenu *menu);

/**
 * bc_tray_set_icon:
 * @icon_name: an icon of ours in the installed theme, such as
 *   "org.example.Breadcrumbs-symbolic"
 * @description: (nullable): the translated second line of the tooltip, plain text
 */
void bc_tray_set_icon (BcTray     *self,
                       const char *icon_name,
                       const char *description);

/**
 * bc_tray_get_status:
 *
 * Returns: (transfer none): the status with id "tray"
 */
BcServiceStatus *bc_tray_get_status (BcTray *self);

G_END_DECLS

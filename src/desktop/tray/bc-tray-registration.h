/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TRAY_BACKEND "status-notifier"

#define BC_TYPE_TRAY_REGISTRATION (bc_tray_registration_get_type ())
G_DECLARE_FINAL_TYPE (BcTrayRegistration, bc_tray_registration, BC, TRAY_REGISTRATION, GObject)

/**
 * BcTrayRegistration:
 *
 * Tells org.kde.StatusNotifierWatcher about our item, each time that a watcher
 * appears, for as long as this object lives. Main thread only.
 */

/**
 * bc_tray_registration_new:
 * @bus: the connection on which the item is exported already
 * @status: where it is told how this goes
 *
 * Begins at once.
 */
BcTrayRegistration *bc_tray_registration_new (GDBusConnection *bus,
                                              BcServiceStatus *status);

G_END_DECLS

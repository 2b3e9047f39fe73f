/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-service-status.h"
#include "bc-settings.h"

G_BEGIN_DECLS

#define BC_TYPE_PREFERENCES_WINDOW (bc_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (BcPreferencesWindow, bc_preferences_window, BC, PREFERENCES_WINDOW, AdwPreferencesWindow)

/**
 * bc_preferences_window_new:
 * @settings: the settings
 * @services: (element-type BcServiceStatus): a list of all services' statuses, in
 *   the order they are to be shown; the one with id "hotkey" is also what
 *   "Press it now" watches
 *
 * Returns: (transfer none): the window, owned by GTK until destroyed
 */
BcPreferencesWindow *bc_preferences_window_new (BcSettings *settings,
                                                GListModel *services);

G_END_DECLS

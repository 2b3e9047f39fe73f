/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-return-test-row.h"
#include "bc-service-status.h"
#include "bc-settings.h"
#include "bc-store.h"

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

/**
 * bc_preferences_window_set_store:
 * @store: where the last away is read; called once
 */
void bc_preferences_window_set_store (BcPreferencesWindow *self,
                                      BcStore             *store);

/**
 * bc_preferences_window_set_lock_uncertain:
 * @uncertain: whether a lock screen may be up that nothing tells of: only then there is
 *   something to be chosen about it
 */
void bc_preferences_window_set_lock_uncertain (BcPreferencesWindow *self,
                                               gboolean             uncertain);

/**
 * bc_preferences_window_get_return_test_row:
 *
 * Returns: (transfer none): the row that leads through a test of idleness and return
 */
BcReturnTestRow *bc_preferences_window_get_return_test_row (BcPreferencesWindow *self);

G_END_DECLS

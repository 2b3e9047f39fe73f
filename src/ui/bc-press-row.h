/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TYPE_PRESS_ROW (bc_press_row_get_type ())
G_DECLARE_FINAL_TYPE (BcPressRow, bc_press_row, BC, PRESS_ROW, AdwActionRow)

/**
 * BcPressRow:
 *
 * "Press it now": shows that the hotkey arrives, and believes nothing but an
 * arrival. Property `silent` (boolean, notified): nothing came in time.
 */

/**
 * BC_PRESS_ROW_TIMEOUT_S:
 *
 * How long a press is waited for.
 */
#define BC_PRESS_ROW_TIMEOUT_S 10

/**
 * bc_press_row_set_status:
 * @status: (nullable): the hotkey's status
 */
void bc_press_row_set_status (BcPressRow      *self,
                              BcServiceStatus *status);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-store.h"

G_BEGIN_DECLS

#define BC_TYPE_LAST_AWAY_ROW (bc_last_away_row_get_type ())
G_DECLARE_FINAL_TYPE (BcLastAwayRow, bc_last_away_row, BC, LAST_AWAY_ROW, AdwActionRow)

/**
 * BcLastAwayRow:
 *
 * The last away seen on this machine, as the store has it: it is known after a
 * restart, too, and follows the store.
 */

/**
 * bc_last_away_row_set_store:
 *
 * Called once.
 */
void bc_last_away_row_set_store (BcLastAwayRow *self,
                                 BcStore       *store);

G_END_DECLS

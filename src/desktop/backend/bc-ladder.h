/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/bc-backend.h"

G_BEGIN_DECLS

#define BC_TYPE_LADDER (bc_ladder_get_type ())
G_DECLARE_FINAL_TYPE (BcLadder, bc_ladder, BC, LADDER, GObject)

/**
 * BcLadder:
 *
 * The backends of one service, best first: keeps the first that serves, climbs to
 * a better one that becomes available, and steps down when one is lost. It writes
 * the service's status. Main thread only.
 */

/**
 * bc_ladder_new:
 * @status: the service's status
 * @backends: (element-type BcBackend): best first
 *
 * Returns: (transfer full): a ladder nobody stands on
 */
BcLadder *bc_ladder_new (BcServiceStatus *status,
                         GPtrArray       *backends);

/**
 * bc_ladder_start:
 *
 * Tries the backends from the top, after stopping what serves now.
 */
void bc_ladder_start (BcLadder *self);

/**
 * bc_ladder_stop:
 *
 * Stops all backends; the status is off.
 */
void bc_ladder_stop (BcLadder *self);

/**
 * bc_ladder_get_current:
 *
 * Returns: (transfer none) (nullable): the backend that serves
 */
BcBackend *bc_ladder_get_current (BcLadder *self);

G_END_DECLS

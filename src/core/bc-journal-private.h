/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"

/**
 * bc_journal_get_db:
 *
 * Returns: (transfer none): the connection, for the rooms of core that read what the
 *   journal has no function for
 */
BcDb *bc_journal_get_db (BcJournal *self);

/**
 * bc_journal_refold:
 * @row: a crumb that has a "created" event
 *
 * Puts a crumb's row, its tags and its neighbours in step with its events, inside the caller's transaction.
 */
gboolean bc_journal_refold (BcJournal  *self,
                            gint64      row,
                            GError    **error);

/**
 * bc_journal_insert_away:
 * @device: the machine it was on
 */
gboolean bc_journal_insert_away (BcJournal     *self,
                                 const BcUuid  *uuid,
                                 const BcUuid  *device,
                                 const BcAway  *away,
                                 GError       **error);

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

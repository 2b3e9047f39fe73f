/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"
#include "bc-history.h"

G_BEGIN_DECLS

/**
 * BcEvent:
 * @uuid: its identity
 * @crumb: the crumb's row
 * @device: the machine it happened on
 * @at_us: wall time
 * @type: see bc_history_apply(), or "undone"
 * @value: (nullable): see bc_history_apply()
 * @verbatim: see bc_history_apply()
 * @undoes: (nullable): the event that this one takes back
 *
 * One row of the table `event`.
 */
typedef struct {
  BcUuid uuid;
  gint64 crumb;
  BcUuid device;
  gint64 at_us;
  const char *type;
  const char *value;
  gboolean verbatim;
  const BcUuid *undoes;
} BcEvent;

gboolean bc_event_table_insert (BcDb           *db,
                                const BcEvent  *event,
                                GError        **error);

/**
 * bc_event_table_fold:
 * @crumb: a crumb's row
 * @history: (inout): a zeroed history
 *
 * Adds up all events of a crumb that were not undone, whichever of them came here first.
 */
gboolean bc_event_table_fold (BcDb       *db,
                              gint64      crumb,
                              BcHistory  *history,
                              GError    **error);

/**
 * bc_event_table_find_undoable:
 * @uuid: (nullable): the event wanted, %NULL for the newest
 * @device: whose newest event is wanted
 * @found: (out): the event
 * @crumb: (out): its crumb's row
 * @created: (out): whether it is the one that made the crumb
 *
 * Finds an act of the user that was not undone yet.
 *
 * Returns: whether there is one; %FALSE with %BC_STORE_ERROR_NOTHING if not
 */
gboolean bc_event_table_find_undoable (BcDb          *db,
                                       const BcUuid  *uuid,
                                       const BcUuid  *device,
                                       BcUuid        *found,
                                       gint64        *crumb,
                                       gboolean      *created,
                                       GError       **error);

/**
 * bc_event_table_read_since:
 * @last: (inout): the last event seen; then the newest
 * @crumbs: (element-type gint64): rows of the crumbs touched since are added, each
 *   once
 * @entries: (inout): set to %TRUE if rows of the timeline came or went
 */
gboolean bc_event_table_read_since (BcDb      *db,
                                    gint64    *last,
                                    GArray    *crumbs,
                                    gboolean  *entries,
                                    GError   **error);

G_END_DECLS

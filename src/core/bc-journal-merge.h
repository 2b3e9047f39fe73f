/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-journal.h"
#include "bc-record.h"

G_BEGIN_DECLS

/**
 * BcMergeResult:
 * @BC_MERGE_SAME: all of the record was here
 * @BC_MERGE_ADDED: it was not here
 * @BC_MERGE_CHANGED: its crumb was here, and something more has happened to it
 * @BC_MERGE_REFUSED: its history belongs to another crumb; nothing was done
 *
 * What became of a record.
 */
typedef enum {
  BC_MERGE_SAME,
  BC_MERGE_ADDED,
  BC_MERGE_CHANGED,
  BC_MERGE_REFUSED,
} BcMergeResult;

/**
 * bc_journal_merge:
 * @records: (element-type BcRecord): records
 * @dry_run: whether nothing is written
 * @results: (out caller-allocates): a #BcMergeResult for each record
 * @error: return location for a #BcStoreError
 *
 * Puts records into the journal, in one transaction. What is here already, by its identity, stays as it is:
 * a crumb's history becomes the union of the two, and what it adds up to is computed anew, so that the newest
 * act counts wherever it was done. To merge the same twice changes nothing.
 *
 * Returns: whether all was written; nothing was if not
 */
gboolean bc_journal_merge (BcJournal      *self,
                           GPtrArray      *records,
                           gboolean        dry_run,
                           BcMergeResult  *results,
                           GError        **error);

G_END_DECLS

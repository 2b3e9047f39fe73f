/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-journal.h"

G_BEGIN_DECLS

/**
 * BcImportCounts:
 * @lines: lines read
 * @added: records that were not here
 * @changed: crumbs that were here, and to which something more has happened
 * @same: records of which all was here
 * @broken: lines that are no records
 *
 * How far an import has come. What was added or changed is durable.
 */
typedef struct {
  gulong lines;
  gulong added;
  gulong changed;
  gulong same;
  gulong broken;
} BcImportCounts;

/**
 * BcImportBrokenFunc:
 * @number: the line's number, from 1 on
 * @reason: why it is no record, in a translated sentence
 */
typedef void (*BcImportBrokenFunc) (gulong       number,
                                    const GError *reason,
                                    gpointer      user_data);

typedef void (*BcImportProgressFunc) (const BcImportCounts *counts,
                                      gpointer              user_data);

/**
 * BcImport:
 * @journal: (nullable): where to, on the thread it belongs to; %NULL to read the lines only
 * @dry_run: whether it is only counted what would be written
 * @broken: called for each line that is no record
 * @progress: (nullable): called now and then
 *
 * How to import.
 */
typedef struct {
  BcJournal *journal;
  gboolean dry_run;
  BcImportBrokenFunc broken;
  BcImportProgressFunc progress;
  gpointer user_data;
} BcImport;

/**
 * bc_import_run:
 * @stream: what bc_export_run() wrote as %BC_EXPORT_JSONL, or anything else
 * @counts: (out caller-allocates): how far it came, also where it failed
 * @error: return location for a #BcStoreError or #GIOErrorEnum
 *
 * Merges records into the journal, see bc_journal_merge(), some hundred in each transaction; while lines are
 * read and understood none is open, so that others who write get their turn. A line that is no record is
 * reported, and the rest goes on. Cancelled, it leaves whole transactions.
 *
 * Returns: whether the end was reached
 */
gboolean bc_import_run (const BcImport  *self,
                        GInputStream    *stream,
                        BcImportCounts  *counts,
                        GCancellable    *cancellable,
                        GError         **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-journal.h"

G_BEGIN_DECLS

/**
 * BcExportFormat:
 * @BC_EXPORT_JSONL: JSON Lines: the record, for bc_import_run(); docs/json.md lists the fields
 * @BC_EXPORT_CSV: RFC 4180, for a spreadsheet
 * @BC_EXPORT_MARKDOWN: a diary by day, to read
 *
 * How crumbs are written down. Only the first is whole; the others leave out what lies in the trash,
 * and what has happened to a crumb on its way.
 */
typedef enum {
  BC_EXPORT_JSONL,
  BC_EXPORT_CSV,
  BC_EXPORT_MARKDOWN,
} BcExportFormat;

/**
 * bc_export_format_from_string:
 * @word: "jsonl", "csv", "markdown" or "md", of any case
 * @format: (out): the format
 *
 * Returns: whether @word names a format
 */
gboolean bc_export_format_from_string (const char     *word,
                                       BcExportFormat *format);

/**
 * BcExportProgressFunc:
 * @n_crumbs: how many were written so far
 */
typedef void (*BcExportProgressFunc) (gulong  n_crumbs,
                                      gpointer user_data);

/**
 * bc_export_run:
 * @journal: the journal, on the thread it belongs to
 * @stream: written to, neither flushed nor closed
 * @progress: (nullable) (scope call): called after each page
 * @n_crumbs: (out): how many were written
 * @error: return location for a #BcStoreError or #GIOErrorEnum
 *
 * Writes all crumbs that there are at the beginning. Memory does not grow with their number, and while the
 * stream is written nothing is read, so that a slow reader holds up nobody who writes to the file. No character
 * that a terminal would obey is written.
 */
gboolean bc_export_run (BcJournal             *journal,
                        BcExportFormat         format,
                        GOutputStream         *stream,
                        BcExportProgressFunc   progress,
                        gpointer               user_data,
                        gulong               *n_crumbs,
                        GCancellable          *cancellable,
                        GError               **error);

G_END_DECLS

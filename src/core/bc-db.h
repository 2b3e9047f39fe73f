/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-journal.h"
#include "bc-statement.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * BcDb:
 *
 * One connection to the data file, and its prepared statements. Belongs to the
 * thread that opened it, which every function asserts.
 */
typedef struct _BcDb BcDb;

/**
 * bc_db_open:
 * @path: (type filename): the file; its folder is made where it is missing
 * @error: return location for a #BcStoreError or #GIOErrorEnum
 *
 * Opens the file durably: write-ahead log (a rollback journal on network file
 * systems, where the log's shared memory does not work), `synchronous=FULL`,
 * mode 0600. A file that is not ours, or newer than this program, is refused
 * before anything in it is touched.
 *
 * Returns: (transfer full): the connection, of any schema version up to ours
 */
BcDb *bc_db_open (const char      *path,
                  BcJournalFlags   flags,
                  GError         **error);

/**
 * bc_db_open_empty:
 *
 * Returns: (transfer full): an empty database in memory
 */
BcDb *bc_db_open_empty (GError **error);

void bc_db_close (BcDb *self);

/**
 * bc_db_prepare:
 * @sql: a string literal: its address is the key of the cache
 *
 * Returns: (transfer full): the statement; %NULL with @error set
 */
BcStatement *bc_db_prepare (BcDb        *self,
                            const char  *sql,
                            GError     **error);

/**
 * bc_db_prepare_once:
 * @sql: any SQL
 *
 * As bc_db_prepare(), but not kept: for statements composed from a query.
 */
BcStatement *bc_db_prepare_once (BcDb        *self,
                                 const char  *sql,
                                 GError     **error);

/**
 * bc_db_exec:
 * @sql: statements without rows or parameters
 */
gboolean bc_db_exec (BcDb        *self,
                     const char  *sql,
                     GError     **error);

/**
 * bc_db_get_int64:
 * @sql: a string literal; its first row's first column is the answer
 */
gboolean bc_db_get_int64 (BcDb        *self,
                          const char  *sql,
                          gint64      *value,
                          GError     **error);

gint64 bc_db_get_last_rowid (BcDb *self);

/**
 * bc_db_get_changes:
 *
 * Returns: how many rows the last statement inserted, updated or deleted, triggers
 *   not counted
 */
gint64 bc_db_get_changes (BcDb *self);

/**
 * bc_db_begin:
 *
 * Begins a transaction that writes (`BEGIN IMMEDIATE`), waiting for other
 * writers up to five seconds.
 */
gboolean bc_db_begin (BcDb    *self,
                      GError **error);

/**
 * bc_db_end:
 * @ok: whether all went well: commits if so, else rolls back
 *
 * Returns: whether all went well and was committed; where @ok is %FALSE, @error
 *   has been set by what failed
 */
gboolean bc_db_end (BcDb      *self,
                    gboolean   ok,
                    GError   **error);

/**
 * bc_db_set_error:
 *
 * Sets @error to what the connection says went wrong last.
 */
void bc_db_set_error (BcDb    *self,
                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcDb, bc_db_close)

G_END_DECLS

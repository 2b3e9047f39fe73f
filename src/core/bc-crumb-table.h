/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"
#include "bc-history.h"

G_BEGIN_DECLS

/**
 * BC_CRUMB_COLUMNS:
 *
 * The columns bc_crumb_table_read() expects, from 0 on.
 */
#define BC_CRUMB_COLUMNS \
  "crumb.uuid, crumb.created_us, crumb.line, crumb.verbatim, crumb.kind, crumb.state, crumb.state_us, " \
  "crumb.reminders, crumb.deleted_us, crumb.application, crumb.title, crumb.window, crumb.directory, " \
  "crumb.repository, crumb.branch"

/**
 * BC_CRUMB_N_COLUMNS:
 *
 * The first column behind %BC_CRUMB_COLUMNS.
 */
#define BC_CRUMB_N_COLUMNS 15

/**
 * bc_crumb_table_read:
 * @statement: a statement on a row that begins with %BC_CRUMB_COLUMNS
 *
 * Returns: (transfer full): the crumb
 */
BcCrumb *bc_crumb_table_read (BcStatement *statement);

/**
 * bc_crumb_table_insert:
 * @uuid: its identity
 * @created_us: wall time
 * @line: the line
 * @context: (nullable): where it was written
 * @row: (out): the new row
 */
gboolean bc_crumb_table_insert (BcDb          *db,
                                const BcUuid  *uuid,
                                gint64         created_us,
                                BcLine        *line,
                                BcContext     *context,
                                gint64        *row,
                                GError       **error);

/**
 * bc_crumb_table_update:
 * @history: what the crumb's events add up to
 */
gboolean bc_crumb_table_update (BcDb             *db,
                                gint64            row,
                                const BcHistory  *history,
                                GError          **error);

/**
 * bc_crumb_table_get:
 *
 * Returns: (transfer full): the crumb; %NULL with %BC_STORE_ERROR_NOT_FOUND
 */
BcCrumb *bc_crumb_table_get (BcDb    *db,
                             gint64   row,
                             GError **error);

/**
 * bc_crumb_table_get_created_us:
 * @created_us: (out): when the crumb was left, 0 if there is none
 */
gboolean bc_crumb_table_get_created_us (BcDb    *db,
                                        gint64   row,
                                        gint64  *created_us,
                                        GError **error);

/**
 * bc_crumb_table_find:
 * @row: (out): the row of the crumb with that full id
 *
 * Returns: whether there is one; %FALSE with %BC_STORE_ERROR_NOT_FOUND if not
 */
gboolean bc_crumb_table_find (BcDb        *db,
                              const char  *id,
                              gint64      *row,
                              GError     **error);

/**
 * bc_crumb_table_find_short:
 * @id: the last eight hexadecimal digits of an id
 *
 * Returns: (transfer full): the crumb; %NULL with %BC_STORE_ERROR_NOT_FOUND or
 *   %BC_STORE_ERROR_AMBIGUOUS
 */
BcCrumb *bc_crumb_table_find_short (BcDb        *db,
                                    const char  *id,
                                    GError     **error);

/**
 * bc_crumb_table_get_trail:
 * @key: a folded topic
 * @created_us: older than this time
 * @row: and, of those of the same time, than this row
 * @crumbs: (element-type BcCrumb): the crumbs found are added, newest first
 */
gboolean bc_crumb_table_get_trail (BcDb        *db,
                                   const char  *key,
                                   gint64       created_us,
                                   gint64       row,
                                   guint        limit,
                                   GPtrArray   *crumbs,
                                   GError     **error);

/**
 * bc_crumb_table_settle_topic:
 * @key: a folded topic
 * @changed: (element-type gint64): rows whose state changed are added
 *
 * Of the crumbs of a topic only the newest can be open; those behind it are
 * trail. Puts that right after a change to the topic, at the price of a few rows
 * however many it has.
 */
gboolean bc_crumb_table_settle_topic (BcDb        *db,
                                      const char  *key,
                                      GArray      *changed,
                                      GError     **error);

/**
 * bc_crumb_table_settle:
 * @row: a crumb whose state may be open or trail
 * @changed: (element-type gint64): @row is added if its state changed
 *
 * Likewise for one crumb.
 */
gboolean bc_crumb_table_settle (BcDb     *db,
                                gint64    row,
                                GArray   *changed,
                                GError  **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"
#include "bc-timeline-item.h"

G_BEGIN_DECLS

/**
 * bc_entry_table_count:
 * @count: (out): how many rows the timeline has; summed over days, never counted
 */
gboolean bc_entry_table_count (BcDb    *db,
                               guint   *count,
                               GError **error);

/**
 * bc_entry_table_read:
 * @position: the first row wanted, 0 for the newest
 * @n: how many rows are wanted
 *
 * Reads a stretch of the timeline. Costs the same wherever it lies: the day it
 * begins in is found by the numbers per day, then the index leads on.
 *
 * Returns: (transfer full) (element-type BcEntry): up to @n rows, newest first
 */
GPtrArray *bc_entry_table_read (BcDb    *db,
                                guint    position,
                                guint    n,
                                GError **error);

/**
 * bc_entry_table_find:
 * @search: what to search for
 *
 * Returns: (transfer full) (element-type gint64): the rows in `crumb` that fit,
 *   newest first
 */
GArray *bc_entry_table_find (BcDb        *db,
                             const char  *search,
                             GError     **error);

/**
 * bc_entry_table_read_found:
 * @rows: (element-type gint64): from bc_entry_table_find()
 *
 * As bc_entry_table_read(), of what was found. A crumb that has gone since is left out.
 */
GPtrArray *bc_entry_table_read_found (BcDb    *db,
                                      GArray  *rows,
                                      guint    position,
                                      guint    n,
                                      GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"

G_BEGIN_DECLS

/**
 * bc_query_prepare:
 * @query: which crumbs are wanted
 * @columns: what is selected of each, such as %BC_CRUMB_COLUMNS
 *
 * Composes the statement for a query; values are bound, never pasted in.
 *
 * Returns: (transfer full): a statement whose rows come newest first
 */
BcStatement *bc_query_prepare (BcDb           *db,
                               const BcQuery  *query,
                               const char     *columns,
                               GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-uuid.h"

G_BEGIN_DECLS

/**
 * BcStatement:
 *
 * A prepared statement, lent by a #BcDb: bind, step, read. When it goes out of
 * scope it is reset and goes back. Parameters count from 1, columns from 0, as in
 * SQLite. Belongs to its database's thread.
 */
typedef struct _BcStatement BcStatement;

void bc_statement_bind_int64 (BcStatement *self,
                              int          parameter,
                              gint64       value);

/**
 * bc_statement_bind_text:
 * @text: (nullable): copied; %NULL binds NULL
 */
void bc_statement_bind_text  (BcStatement *self,
                              int          parameter,
                              const char  *text);

/**
 * bc_statement_bind_uuid:
 * @uuid: (nullable): copied; %NULL binds NULL
 */
void bc_statement_bind_uuid  (BcStatement  *self,
                              int           parameter,
                              const BcUuid *uuid);

/**
 * bc_statement_bind_blob:
 * @bytes: (array length=length): copied
 */
void bc_statement_bind_blob  (BcStatement  *self,
                              int           parameter,
                              const guint8 *bytes,
                              gsize         length);

/**
 * bc_statement_find_parameter:
 * @name: a parameter's name with its colon
 *
 * Returns: the parameter's number, 0 if the statement has none of that name
 */
int bc_statement_find_parameter (BcStatement *self,
                                 const char  *name);

/**
 * bc_statement_next:
 * @error: return location for a #BcStoreError
 *
 * Returns: whether there is a row; at the end, or with @error set, %FALSE
 */
gboolean bc_statement_next (BcStatement  *self,
                            GError      **error);

/**
 * bc_statement_run:
 * @error: return location for a #BcStoreError
 *
 * Runs a statement that gives no rows.
 */
gboolean bc_statement_run (BcStatement  *self,
                           GError      **error);

/**
 * bc_statement_get_text:
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *bc_statement_get_text  (BcStatement *self,
                                    int          column);
gint64      bc_statement_get_int64 (BcStatement *self,
                                    int          column);

/**
 * bc_statement_get_uuid:
 * @uuid: (out caller-allocates): the UUID
 *
 * Returns: whether the column holds one
 */
gboolean bc_statement_get_uuid (BcStatement *self,
                                int          column,
                                BcUuid      *uuid);

/**
 * bc_statement_done:
 *
 * Resets the statement and gives it back.
 */
void bc_statement_done (BcStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcStatement, bc_statement_done)

G_END_DECLS

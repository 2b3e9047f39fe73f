/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"

G_BEGIN_DECLS

/**
 * BC_SCHEMA_VERSION:
 *
 * The newest schema this program knows: the number of files in `schema/`, kept in
 * the data file as `user_version`.
 */
#define BC_SCHEMA_VERSION 1

/**
 * BC_SCHEMA_APPLICATION_ID:
 *
 * `application_id` of a data file: "Crmb".
 */
#define BC_SCHEMA_APPLICATION_ID 0x43726d62

/**
 * bc_schema_check_numbers:
 * @application_id: as found in a file; 0 where none was set
 * @version: its `user_version`
 * @path: (type filename): named in the error
 * @error: return location for a #BcStoreError
 *
 * Returns: whether this program may open such a file
 */
gboolean bc_schema_check_numbers (guint32      application_id,
                                  guint32      version,
                                  const char  *path,
                                  GError     **error);

/**
 * bc_schema_check:
 * @error: return location for a #BcStoreError
 *
 * Reads what the open file is, its log included, and changes nothing.
 *
 * Returns: whether it is empty or ours, and not newer
 */
gboolean bc_schema_check (BcDb    *db,
                          GError **error);

/**
 * bc_schema_migrate:
 *
 * Brings the file to %BC_SCHEMA_VERSION, each step in one transaction.
 */
gboolean bc_schema_migrate (BcDb    *db,
                            GError **error);

/**
 * bc_schema_get_version:
 *
 * Returns: the file's version, 0 for an empty one
 */
guint bc_schema_get_version (BcDb *db);

G_END_DECLS

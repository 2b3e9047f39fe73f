/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_db_file_prepare:
 * @path: (type filename): the data file
 * @error: return location for a #BcStoreError or #GIOErrorEnum
 *
 * Makes the folder (0700) and an empty file (0600, whatever the umask) where
 * they are missing. A symbolic link in the file's place is refused.
 */
gboolean bc_db_file_prepare (const char  *path,
                             GError     **error);

/**
 * bc_db_file_check:
 * @path: (type filename): an existing file
 * @error: return location for a #BcStoreError
 *
 * Reads the file's header (https://www.sqlite.org/fileformat.html, section 1.3)
 * without opening it as a database.
 *
 * Returns: whether it is empty, or a data file that this program may open
 */
gboolean bc_db_file_check (const char  *path,
                           GError     **error);

/**
 * bc_db_file_is_remote:
 * @path: (type filename): an existing file
 *
 * Returns: whether it lies on a file system where shared memory does not work,
 *   such as NFS
 */
gboolean bc_db_file_is_remote (const char *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_paths_get_data_dir:
 *
 * Returns: (transfer full) (type filename): the folder of all user data,
 *   `$XDG_DATA_HOME/breadcrumbs`
 */
char *bc_paths_get_data_dir (void);

/**
 * bc_paths_get_database:
 *
 * Returns: (transfer full) (type filename): the data file's path
 */
char *bc_paths_get_database (void);

/**
 * bc_paths_get_prefix:
 *
 * Returns: (transfer full) (type filename) (nullable): the prefix the running program is
 *   installed in
 */
char *bc_paths_get_prefix (void);

/**
 * bc_paths_is_flatpak:
 *
 * Returns: whether this runs in a Flatpak sandbox
 */
gboolean bc_paths_is_flatpak (void);

/**
 * bc_paths_get_installed:
 * @configured: (type filename): the path this build was configured with
 * @from_prefix: (type filename): the same, relative to the prefix
 *
 * An installed file or folder, found from where the running program lies, so
 * that an installation can be moved.
 *
 * Returns: (transfer full) (type filename): the path from the running
 *   program's own prefix where it exists, else @configured
 */
char *bc_paths_get_installed (const char *configured,
                              const char *from_prefix);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_test_dir_new:
 *
 * Returns: (transfer full) (type filename): a new empty folder of the test's own
 */
char *bc_test_dir_new (void);

/**
 * bc_test_dir_remove:
 * @path: (transfer full) (type filename): a folder, removed with all that is in it
 */
void bc_test_dir_remove (char *path);

G_END_DECLS

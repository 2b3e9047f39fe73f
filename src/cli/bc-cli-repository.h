/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-context.h"

G_BEGIN_DECLS

/**
 * bc_cli_repository_read:
 * @directory: (type filename): an absolute path
 *
 * Finds the Git repository @directory lies in and the branch checked out there,
 * from Git's own files (gitrepository-layout(5)), without starting Git. Of a
 * linked worktree the name is that of its repository.
 *
 * Returns: (transfer full): the directory, and what was found
 */
BcContext *bc_cli_repository_read (const char *directory);

G_END_DECLS

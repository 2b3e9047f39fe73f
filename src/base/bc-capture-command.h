/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_capture_command_for:
 * @program: (type filename): where the command `breadcrumbs` lies
 * @sandboxed: whether that is inside a Flatpak
 *
 * What a desktop's keyboard settings are to run, as one line for a shell. The folders
 * which every session searches are left out of it. A pure function.
 *
 * Returns: (transfer full): the command line
 */
char *bc_capture_command_for (const char *program,
                              gboolean    sandboxed);

/**
 * bc_capture_command:
 *
 * Returns: (transfer full): the command line for the running program's installation
 */
char *bc_capture_command (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BC_CLI_ERROR:
 *
 * What the command line itself finds wrong.
 */
#define BC_CLI_ERROR (bc_cli_error_quark ())
GQuark bc_cli_error_quark (void);

/**
 * BcCliError:
 * @BC_CLI_ERROR_USAGE: the arguments make no sense; exit status 2
 * @BC_CLI_ERROR_FAILED: anything else; exit status 1
 */
typedef enum {
  BC_CLI_ERROR_USAGE,
  BC_CLI_ERROR_FAILED,
} BcCliError;

/**
 * bc_cli_error_get_status:
 *
 * Returns: the exit status that tells of @error
 */
int bc_cli_error_get_status (const GError *error);

/**
 * bc_cli_error_to_line:
 * @error: any error
 *
 * Returns: (transfer full): one line that says what went wrong and why, with a
 *   hint where the usage was wrong, ready for standard error
 */
char *bc_cli_error_to_line (const GError *error);

G_END_DECLS

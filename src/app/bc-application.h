/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BC_TYPE_APPLICATION (bc_application_get_type ())
G_DECLARE_FINAL_TYPE (BcApplication, bc_application, BC, APPLICATION, AdwApplication)

/**
 * BcApplication:
 *
 * The resident program: makes everything, joins it by the flows, and does the
 * actions: `capture`, `open`, `show-crumb(s)`, `resume(s)`, `resume-newest`, `later(s)`,
 * `let-go(s)`, `pause(s)`, `preferences`, `quit`.
 */

/**
 * bc_application_new:
 * @token: (nullable): the activation token this process was started with
 *
 * Returns: (transfer full): the program
 */
BcApplication *bc_application_new (const char *token);

G_END_DECLS

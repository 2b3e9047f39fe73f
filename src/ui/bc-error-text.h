/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_error_text:
 * @error: any error
 *
 * The one table from error domain and code to what a person is told.
 *
 * Returns: (transfer full): one translated sentence
 */
char *bc_error_text (const GError *error);

G_END_DECLS

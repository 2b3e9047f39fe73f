/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_token_is_valid:
 * @token: (nullable): what another program gave as an activation token
 *
 * Returns: whether it can be one: printable ASCII without blanks, of a sane length
 */
gboolean bc_token_is_valid (const char *token);

G_END_DECLS

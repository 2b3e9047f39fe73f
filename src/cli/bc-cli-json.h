/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bc-crumb.h"

G_BEGIN_DECLS

/**
 * BC_CLI_JSON_SCHEMA:
 *
 * The `schema` field of every object; it grows when a field changes its meaning
 * or goes. docs/json.md lists the fields.
 */
#define BC_CLI_JSON_SCHEMA 1

/**
 * bc_cli_json_append_crumb:
 *
 * Appends the crumb as one object on one line.
 */
void bc_cli_json_append_crumb (GString *out,
                               BcCrumb *crumb);

/**
 * bc_cli_json_append_line:
 *
 * Appends a line that was not saved: `id`, `created`, `state` and `context` are null.
 */
void bc_cli_json_append_line (GString *out,
                              BcLine  *line);

/**
 * bc_cli_json_append_object:
 * @builder: (transfer none): a builder that has just ended an object
 *
 * Appends the object on one line.
 */
void bc_cli_json_append_object (GString     *out,
                                JsonBuilder *builder);

/**
 * bc_cli_json_format_time:
 * @time_us: microseconds since 1970 UTC
 *
 * Returns: (transfer full): as in RFC 3339, with microseconds and in UTC
 */
char *bc_cli_json_format_time (gint64 time_us);

/**
 * bc_cli_json_add_text:
 * @text: (nullable): the member's value, null if it is %NULL
 *
 * Adds a member to the object being built.
 */
void bc_cli_json_add_text (JsonBuilder *builder,
                           const char  *name,
                           const char  *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bc-crumb.h"

G_BEGIN_DECLS

/**
 * BC_JSON_SCHEMA:
 *
 * The `schema` field of every object; it grows when a field changes its meaning
 * or goes. docs/json.md lists the fields.
 */
#define BC_JSON_SCHEMA 1

/**
 * bc_json_begin_object:
 *
 * Returns: (transfer full): a builder inside an object that has its `schema`
 */
JsonBuilder *bc_json_begin_object (void);

/**
 * bc_json_add_crumb:
 *
 * Adds the crumb's members, from `id` to `context`, to the object being built.
 */
void bc_json_add_crumb (JsonBuilder *builder,
                        BcCrumb     *crumb);

/**
 * bc_json_append_crumb:
 *
 * Appends the crumb as one object on one line.
 */
void bc_json_append_crumb (GString *out,
                           BcCrumb *crumb);

/**
 * bc_json_append_line:
 *
 * Appends a line that was not saved: `id`, `created`, `state` and `context` are null.
 */
void bc_json_append_line (GString *out,
                          BcLine  *line);

/**
 * bc_json_append_object:
 * @builder: (transfer none): a builder that has just ended an object
 *
 * Appends the object on one line, in which no character is left that a terminal would obey.
 */
void bc_json_append_object (GString     *out,
                            JsonBuilder *builder);

/**
 * bc_json_format_time:
 * @time_us: microseconds since 1970 UTC
 *
 * Returns: (transfer full): as in RFC 3339, with microseconds and in UTC
 */
char *bc_json_format_time (gint64 time_us);

/**
 * bc_json_parse_time:
 * @text: valid UTF-8
 * @time_us: (out): microseconds since 1970 UTC
 *
 * Reads what bc_json_format_time() writes, and any other time of RFC 3339, to the microsecond.
 *
 * Returns: whether @text is a time
 */
gboolean bc_json_parse_time (const char *text,
                             gint64     *time_us);

/**
 * bc_json_add_text:
 * @text: (nullable): the member's value, null if it is %NULL
 *
 * Adds a member to the object being built.
 */
void bc_json_add_text (JsonBuilder *builder,
                       const char  *name,
                       const char  *text);

/**
 * bc_json_add_causes:
 * @set: a set of #BcAwayCause
 *
 * Adds the member `causes`, an array of words, to the object being built.
 */
void bc_json_add_causes (JsonBuilder *builder,
                         guint        set);

/**
 * bc_json_parse_cause:
 *
 * Returns: the #BcAwayCause of that word, 0 if there is none
 */
guint bc_json_parse_cause (const char *word);

G_END_DECLS

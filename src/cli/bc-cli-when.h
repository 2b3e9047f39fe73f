/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcCliWhenEdge:
 * @BC_CLI_WHEN_SINCE: the beginning of the day or moment named
 * @BC_CLI_WHEN_UNTIL: the end of the day named: the day itself is in
 *
 * Which edge of a span a time stands for.
 */
typedef enum {
  BC_CLI_WHEN_SINCE,
  BC_CLI_WHEN_UNTIL,
} BcCliWhenEdge;

/**
 * bc_cli_when_parse:
 * @text: `today`, `yesterday`, `now`; a span back from now such as `90min`, `2h`,
 *   `3d`, `1w`; a time of today such as `14:30`; or an ISO 8601 date or date and
 *   time, local where no zone is named
 * @now: the time, in the local zone
 * @time_us: (out): microseconds since 1970 UTC
 *
 * Returns: whether @text is a time
 */
gboolean bc_cli_when_parse (const char    *text,
                            GDateTime     *now,
                            BcCliWhenEdge  edge,
                            gint64        *time_us);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-crumb.h"
#include "bc-text.h"

G_BEGIN_DECLS

/**
 * BcCliStyle:
 * @now_us: the time ages are counted to, microseconds since 1970 UTC
 * @bold: whether the headline is set in bold, as only a terminal can
 *
 * How text is written.
 */
typedef struct {
  gint64 now_us;
  gboolean bold;
} BcCliStyle;

/**
 * bc_cli_text_format_age:
 * @age_us: microseconds
 *
 * Returns: (transfer full): in words, such as "5 minutes ago"
 */
char *bc_cli_text_format_age (gint64 age_us);

/**
 * bc_cli_text_format_duration:
 * @duration_us: microseconds
 *
 * Returns: (transfer full): such as "1 h 20 min"
 */
char *bc_cli_text_format_duration (gint64 duration_us);

/**
 * bc_cli_text_get_width:
 *
 * Returns: the columns @text takes on a terminal
 */
int bc_cli_text_get_width (const char *text);

/**
 * bc_cli_text_get_short_id:
 * @id: a crumb's full id
 *
 * Returns: its last eight characters
 */
const char *bc_cli_text_get_short_id (const char *id);

/**
 * bc_cli_text_append_row:
 *
 * Appends the crumb as one line of a list.
 */
void bc_cli_text_append_row (GString          *out,
                             const BcCliStyle *style,
                             BcCrumb          *crumb);

/**
 * bc_cli_text_append_card:
 *
 * Appends all of the crumb: next step, where, markers, context, id, state, age.
 */
void bc_cli_text_append_card (GString          *out,
                              const BcCliStyle *style,
                              BcCrumb          *crumb);

/**
 * bc_cli_text_append_line:
 *
 * Appends what a line says, which need not have been saved.
 */
void bc_cli_text_append_line (GString          *out,
                              const BcCliStyle *style,
                              BcLine           *line);

G_END_DECLS

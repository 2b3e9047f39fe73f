/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-crumb.h"

G_BEGIN_DECLS

#define BC_TYPE_LINE_CHIPS (bc_line_chips_get_type ())
G_DECLARE_FINAL_TYPE (BcLineChips, bc_line_chips, BC, LINE_CHIPS, GtkWidget)

/**
 * BcLineChips:
 *
 * Topics, persons, kind and timebox of a line as small quiet chips. Construct
 * property `single-line` (boolean): chips without room are left out instead of
 * wrapping.
 */

/**
 * bc_line_chips_set_line:
 * @line: (nullable): %NULL for no chips
 * @kind: the kind to show, which may have been said after the line
 */
void bc_line_chips_set_line (BcLineChips *self,
                             BcLine      *line,
                             BcKind       kind);

/**
 * bc_line_chips_set_crumb:
 * @crumb: (nullable): %NULL for no chips
 *
 * As bc_line_chips_set_line(), with the crumb's state as first chip.
 */
void bc_line_chips_set_crumb (BcLineChips *self,
                              BcCrumb     *crumb);

/**
 * bc_line_chips_set_suggestions:
 * @sign: `#` or `@`
 * @words: (array zero-terminated=1): what may be meant, the likeliest first
 *
 * Shows words that complete the one being typed.
 */
void bc_line_chips_set_suggestions (BcLineChips        *self,
                                    char                sign,
                                    const char * const *words);

G_END_DECLS

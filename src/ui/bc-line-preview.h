/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-line.h"

G_BEGIN_DECLS

#define BC_TYPE_LINE_PREVIEW (bc_line_preview_get_type ())
G_DECLARE_FINAL_TYPE (BcLinePreview, bc_line_preview, BC, LINE_PREVIEW, GtkWidget)

/**
 * BcLinePreview:
 *
 * What a line being typed says: its next step, and topics, persons, kind and
 * timebox as chips. Always of the same height.
 */

/**
 * bc_line_preview_set_line:
 * @line: the line as it stands
 */
void bc_line_preview_set_line (BcLinePreview *self,
                               BcLine        *line);

/**
 * bc_line_preview_set_suggestions:
 * @sign: `#` or `@`
 * @words: (nullable) (array zero-terminated=1): shown in place of the chips;
 *   %NULL or empty brings the chips back
 */
void bc_line_preview_set_suggestions (BcLinePreview      *self,
                                      char                sign,
                                      const char * const *words);

G_END_DECLS

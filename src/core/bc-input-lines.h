/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BC_INPUT_LINES_MAX_BYTES:
 *
 * The longest line that is kept whole. A crumb of 10 000 characters that was edited a hundred times has 3 MB.
 */
#define BC_INPUT_LINES_MAX_BYTES (16 * 1024 * 1024)

/**
 * BcInputLines:
 * @line: the line read last, without its break and without a byte order mark
 * @number: its number, from 1 on
 * @too_long: whether it had more than %BC_INPUT_LINES_MAX_BYTES, and was dropped
 *
 * Reads a stream line by line, of any bytes, in bounded memory. Lines end with LF or CR LF; the last one need not.
 */
typedef struct {
  GString *line;
  gulong number;
  gboolean too_long;

  /*< private >*/
  GInputStream *stream;
  char *buffer;
  gsize at;
  gsize filled;
} BcInputLines;

void bc_input_lines_init (BcInputLines *self,
                          GInputStream *stream);

/**
 * bc_input_lines_next:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether there was a line; at the end, or with @error set, %FALSE
 */
gboolean bc_input_lines_next (BcInputLines  *self,
                              GCancellable  *cancellable,
                              GError       **error);

void bc_input_lines_clear (BcInputLines *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcInputLines, bc_input_lines_clear)

G_END_DECLS

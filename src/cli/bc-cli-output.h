/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcCliOutput:
 * @stream: to be written to
 *
 * A file that is there whole, or not at all.
 */
typedef struct {
  GOutputStream *stream;

  /*< private >*/
  int fd;
  char *path;
  char *temporary;
} BcCliOutput;

/**
 * bc_cli_output_open:
 * @path: (nullable) (type filename): the file; %NULL for standard output
 * @self: (out caller-allocates): the output; clear it in any case
 *
 * What is no regular file, such as a pipe or a device, is written as it is. Else a file beside it, readable by
 * its owner alone, takes its place when it is complete; a symbolic link goes on pointing there.
 */
gboolean bc_cli_output_open (BcCliOutput  *self,
                             const char   *path,
                             GError      **error);

/**
 * bc_cli_output_finish:
 *
 * Puts the file in its place, once it is durable.
 */
gboolean bc_cli_output_finish (BcCliOutput  *self,
                               GError      **error);

/**
 * bc_cli_output_clear:
 *
 * Removes what was not finished.
 */
void bc_cli_output_clear (BcCliOutput *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcCliOutput, bc_cli_output_clear)

G_END_DECLS

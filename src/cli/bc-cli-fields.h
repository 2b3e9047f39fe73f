/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_cli_fields_append:
 * @name: what stands on the left, may be empty
 * @value: what stands on the right, of any bytes
 *
 * Appends a name and its value, in two columns no wider than a terminal of 80; what is longer
 * goes on below, in the right one. A word that is too long is not broken, so that it can be
 * copied.
 */
void bc_cli_fields_append (GString    *out,
                           const char *name,
                           const char *value);

/**
 * bc_cli_fields_append_printf:
 *
 * As bc_cli_fields_append().
 */
void bc_cli_fields_append_printf (GString    *out,
                                  const char *name,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS

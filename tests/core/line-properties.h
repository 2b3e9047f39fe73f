/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * line_properties_check:
 * @text: any valid UTF-8
 *
 * Asserts what is true of every line, whatever was typed. Shared by the random
 * tests and the fuzz target.
 */
void line_properties_check (const char *text);

/**
 * line_properties_check_bytes:
 * @data: any bytes
 *
 * Asserts what is true of every input, then checks it as a line, repaired where
 * it is no text.
 */
void line_properties_check_bytes (const guint8 *data,
                                  gsize         size);

G_END_DECLS

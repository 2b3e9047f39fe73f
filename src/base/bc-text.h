/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_text_turns_direction:
 *
 * Returns: whether @c turns the direction of text around beyond its own end
 */
gboolean bc_text_turns_direction (gunichar c);

/**
 * bc_text_clean:
 * @text: any bytes
 *
 * Returns: (transfer full): @text as one line that is safe on a terminal: breaks
 *   and tabs are blanks; other control characters, and those that would turn the
 *   direction of the text around, are U+FFFD
 */
char *bc_text_clean (const char *text);

G_END_DECLS

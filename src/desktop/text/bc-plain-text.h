/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_plain_text_line:
 * @text: (nullable): anything, also invalid UTF-8
 * @max_graphemes: how many characters, as a reader counts them, may remain
 *
 * Makes a user's text fit to be shown by another program: valid UTF-8 in one
 * line; line breaks, tabs and control characters become blanks; characters that
 * reorder or hide the text around them are dropped, save isolates (U+2066 to
 * U+2069), which come out balanced. What is too long is cut between two
 * characters and ends in "…".
 *
 * Returns: (transfer full): the line, without blanks around it
 */
char *bc_plain_text_line (const char *text,
                          guint       max_graphemes);

/**
 * bc_plain_text_paragraph:
 * @text: (nullable): as above
 * @max_graphemes: as above
 *
 * As bc_plain_text_line(), but line breaks stay.
 *
 * Returns: (transfer full): the text
 */
char *bc_plain_text_paragraph (const char *text,
                               guint       max_graphemes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The classes of characters the grammar of the line knows. Private to it.
 */

/**
 * bc_line_char_is_break:
 *
 * Returns: whether @c is a tab or ends a line in some system, and so becomes a
 *   plain blank in shown text
 */
gboolean bc_line_char_is_break (gunichar c);

/**
 * bc_line_char_is_blank:
 *
 * Returns: whether @c parts words: a space of any width or script (U+3000, the
 *   no-break spaces), a tab, a line break. Invisible characters without width
 *   (U+200B, U+FEFF) do not.
 */
gboolean bc_line_char_is_blank (gunichar c);

/**
 * bc_line_char_is_name:
 *
 * Returns: whether @c may stand anywhere in a topic or person but at its start,
 *   which is a letter's place
 */
gboolean bc_line_char_is_name (gunichar c);

/**
 * bc_line_char_is_joiner:
 *
 * Returns: whether @c may stand between two characters of a topic or person:
 *   `.`, `/`, and the joiners Persian and Indic spelling needs (U+200C, U+200D)
 */
gboolean bc_line_char_is_joiner (gunichar c);

/**
 * bc_line_char_is_closing:
 *
 * Returns: whether @c may stand between a marker and the next blank: `,` `.` `;`
 *   `:` `!` `?`, closing brackets and quotes, and what other scripts write for them
 */
gboolean bc_line_char_is_closing (gunichar c);

/**
 * bc_line_char_is_quote:
 *
 * Returns: whether @c is a quotation mark of any language, or a backtick
 */
gboolean bc_line_char_is_quote (gunichar c);

G_END_DECLS

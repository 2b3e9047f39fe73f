/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-words.h"

G_BEGIN_DECLS

#define BC_TYPE_LINE_ENTRY (bc_line_entry_get_type ())
G_DECLARE_FINAL_TYPE (BcLineEntry, bc_line_entry, BC, LINE_ENTRY, GtkWidget)

/**
 * BcLineEntry:
 *
 * An entry for one line with its preview below. `#` and `@` are completed from
 * words used before: the first suggestion is taken with Tab, or with Right or End
 * at the end of the text. Line breaks and other control characters that are
 * pasted become blanks.
 *
 * Property `text` (string, notified on each change).
 */

/**
 * BcLineEntry::submit:
 * @verbatim: whether nothing is to be parsed (Ctrl+Enter)
 *
 * Enter: the text as it is typed is meant, whatever is suggested.
 */

/**
 * bc_line_entry_set_words:
 * @words: what is suggested
 */
void bc_line_entry_set_words (BcLineEntry *self,
                              BcWords     *words);

const char *bc_line_entry_get_text (BcLineEntry *self);

void bc_line_entry_set_text (BcLineEntry *self,
                             const char  *text);

/**
 * bc_line_entry_set_verbatim:
 * @verbatim: whether the preview shows the line as one in which nothing is parsed
 */
void bc_line_entry_set_verbatim (BcLineEntry *self,
                                 gboolean     verbatim);

/**
 * bc_line_entry_focus_end:
 *
 * Takes the focus, with the caret at the end of the text.
 */
void bc_line_entry_focus_end (BcLineEntry *self);

/**
 * bc_line_entry_get_target:
 *
 * Returns: (transfer none): the widget that takes the keys, for
 *   gtk_event_controller_key_forward()
 */
GtkWidget *bc_line_entry_get_target (BcLineEntry *self);

G_END_DECLS

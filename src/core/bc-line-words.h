/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcLineWords:
 *
 * The topics or persons of one line: each once, as first typed, in the order
 * typed. Private to the line.
 */
typedef struct _BcLineWords BcLineWords;

BcLineWords *bc_line_words_new  (void);
void         bc_line_words_free (BcLineWords *self);

/**
 * bc_line_words_add:
 * @word: a topic or person; need not end with a NUL
 * @length: bytes in @word
 *
 * Adds a word, unless it is there already in whatever case.
 */
void bc_line_words_add (BcLineWords *self,
                        const char  *word,
                        gsize        length);

/**
 * bc_line_words_to_strv:
 *
 * Returns: (transfer full) (array zero-terminated=1): the words
 */
char **bc_line_words_to_strv (BcLineWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcLineWords, bc_line_words_free)

G_END_DECLS

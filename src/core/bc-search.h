/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcSearch:
 * @match: (nullable): an FTS5 expression, every term quoted
 * @likes: (array zero-terminated=1): patterns for `LIKE … ESCAPE '\'`, for words of scripts
 *   that are written without blanks, which the index keeps whole
 *
 * What somebody typed into a search box, made safe for SQL. All parts must fit.
 */
typedef struct {
  char *match;
  char **likes;
} BcSearch;

/**
 * bc_search_init:
 * @text: (nullable): any valid UTF-8; quotes and operators in it are plain text
 *
 * A pure function.
 */
void bc_search_init (BcSearch   *self,
                     const char *text);

void bc_search_clear (BcSearch *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcSearch, bc_search_clear)

G_END_DECLS

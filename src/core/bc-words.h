/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"

G_BEGIN_DECLS

#define BC_TYPE_WORDS (bc_words_get_type ())
G_DECLARE_FINAL_TYPE (BcWords, bc_words, BC, WORDS, GObject)

/**
 * BcWords:
 *
 * Topics and persons used before, in memory, most recent first; follows the
 * store.
 */
BcWords *bc_words_new (BcStore *store);

/**
 * bc_words_complete:
 * @type: what to offer
 * @prefix: what was typed so far, compared without case; may be empty
 * @max: how many at the most
 *
 * Returns: (transfer full) (array zero-terminated=1): words that begin with
 *   @prefix and are longer, the most recently used first
 */
char **bc_words_complete (BcWords    *self,
                          BcWordType  type,
                          const char *prefix,
                          guint       max);

G_END_DECLS
